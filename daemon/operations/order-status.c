/* SPDX-License-Identifier: GPL-3.0-or-later */
/* order-status.c — how an order stands, for those who may see it. */
#include "journal/action.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Order"), .of = "order" },
  { NULL }
};

static GVariant *
status (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_records_get (store, kontor_kind_find ("order"),
                             kontor_record_get_text (arguments, "order"), error);
}

const KontorAction kontor_order_status_action = {
  .name = "order-status",
  .title = N_("Status"),
  .of = "order",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = status,
};
