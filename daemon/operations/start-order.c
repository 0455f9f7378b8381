/* SPDX-License-Identifier: GPL-3.0-or-later */
/* start-order.c — the work has begun; whoever says so is the one who does it. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Order"), .of = "order" },
  { NULL }
};

static GVariant *
start (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) written = NULL;

  if (g_str_equal (actor->kind, "teammate"))
    g_variant_dict_insert (&changes, "assignee", "s", actor->id);
  written = g_variant_ref_sink (g_variant_dict_end (&changes));

  return kontor_states_move (&kontor_order_states, store, actor,
                             kontor_record_get_text (arguments, "order"), "start-order",
                             written, NULL, error);
}

const KontorAction kontor_start_order_action = {
  .name = "start-order",
  .title = N_("Start"),
  .of = "order",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = start,
};
