/* SPDX-License-Identifier: GPL-3.0-or-later */
/* complete-order.c — the job is done. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Order"), .of = "order" },
  { NULL }
};

static GVariant *
complete (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_states_move (&kontor_order_states, store, actor,
                             kontor_record_get_text (arguments, "order"), "complete-order",
                             NULL, NULL, error);
}

const KontorAction kontor_complete_order_action = {
  .name = "complete-order",
  .title = N_("Complete"),
  .of = "order",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = complete,
};
