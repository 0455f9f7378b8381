/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mark-order-paid.c — money for an order that came by hand: cash or a bank transfer. */
#include "journal/action.h"
#include "operations/money.h"

static const KontorField takes[] = {
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Order"), .of = "order" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Amount") },
  { "entry", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("Paid by"),
    .choices = "cash|bank-transfer" },
  { "note", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { NULL }
};

static GVariant *
mark_order_paid (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_money_take (store, actor, "order", arguments, error);
}

const KontorAction kontor_mark_order_paid_action = {
  .name = "mark-order-paid",
  .title = N_("Mark paid"),
  .of = "order",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = mark_order_paid,
};
