/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invalidate-order.c — what was ordered cannot be done as it is, and why. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Order"), .of = "order" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Reason") },
  { NULL }
};

static GVariant *
invalidate (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_states_move (&kontor_order_states, store, actor,
                             kontor_record_get_text (arguments, "order"), "invalidate-order",
                             NULL, kontor_record_get_text (arguments, "reason"), error);
}

const KontorAction kontor_invalidate_order_action = {
  .name = "invalidate-order",
  .title = N_("Cannot be done"),
  .of = "order",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = invalidate,
};
