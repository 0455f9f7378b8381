/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cancel-order.c — it is not wanted any more. Cancelling what is cancelled changes nothing. */
#include "journal/action.h"
#include "operations/states.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Order"), .of = "order" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Reason") },
  { NULL }
};

static GVariant *
cancel (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *id = kontor_record_get_text (arguments, "order");
  g_autoptr(GVariant) order = kontor_records_get (store, kontor_kind_find ("order"), id, error);

  if (order == NULL || g_strcmp0 (kontor_record_get_text (order, "state"), "cancelled") == 0)
    return g_steal_pointer (&order);

  return kontor_states_move (&kontor_order_states, store, actor, id, "cancel-order", NULL,
                             kontor_record_get_text (arguments, "reason"), error);
}

const KontorAction kontor_cancel_order_action = {
  .name = "cancel-order",
  .title = N_("Cancel"),
  .of = "order",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = cancel,
};
