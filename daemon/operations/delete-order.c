/* SPDX-License-Identifier: GPL-3.0-or-later */
/* delete-order.c — was no order: a test, a mistake, the same again. It stays on the record. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Order"), .of = "order" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Reason") },
  { NULL }
};

static GVariant *
delete (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_states_move (&kontor_order_states, store, actor,
                             kontor_record_get_text (arguments, "order"), "delete-order",
                             NULL, kontor_record_get_text (arguments, "reason"), error);
}

const KontorAction kontor_delete_order_action = {
  .name = "delete-order",
  .title = N_("Delete"),
  .of = "order",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = delete,
};
