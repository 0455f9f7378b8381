/* SPDX-License-Identifier: GPL-3.0-or-later */
/* look-payment.c — the gateway is asked now whether a link was paid. */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/action.h"
#include "payments/payments.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "payment", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Payment"), .of = "payment" },
  { NULL }
};

static GVariant *
look (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_autoptr(GVariant) payment =
    kontor_records_get (store, kontor_kind_find ("payment"),
                        kontor_record_get_text (arguments, "payment"), error);

  return payment != NULL &&
         kontor_agenda_put (store, KONTOR_PAYMENTS_PAYMENT, kontor_record_get_text (payment, "id"),
                            kontor_clock_now_us (), error) ? g_steal_pointer (&payment) : NULL;
}

const KontorAction kontor_look_payment_action = {
  .name = "look-payment",
  .title = N_("Look for the payment"),
  .of = "payment",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = look,
};
