/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mark-paid.c — money for a booking that came by hand: cash or a bank transfer. */
#include "journal/action.h"
#include "operations/money.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Amount") },
  { "entry", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("Paid by"),
    .choices = "cash|bank-transfer" },
  { "note", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { NULL }
};

static GVariant *
mark_paid (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_money_take (store, actor, "booking", arguments, error);
}

const KontorAction kontor_mark_paid_action = {
  .name = "mark-paid",
  .title = N_("Mark paid"),
  .of = "booking",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = mark_paid,
};
