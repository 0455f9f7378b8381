/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check-payment-account.c — the keys are tried at the gateway now; the account's state tells how
 * it went. */
#include "agenda/agenda.h"
#include "base/clock.h"
#include "journal/action.h"
#include "payments/payments.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "account", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Account"), .of = "payment-account" },
  { NULL }
};

static GVariant *
check (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  g_autoptr(GVariant) account =
    kontor_records_get (store, kontor_kind_find ("payment-account"),
                        kontor_record_get_text (arguments, "account"), error);

  return account != NULL &&
         kontor_agenda_put (store, KONTOR_PAYMENTS_TEST, kontor_record_get_text (account, "id"),
                            kontor_clock_now_us (), error) ? g_steal_pointer (&account) : NULL;
}

const KontorAction kontor_check_payment_account_action = {
  .name = "check-payment-account",
  .title = N_("Check keys"),
  .of = "payment-account",
  .all = KONTOR_ROLE_MANAGER,
  .takes = takes,
  .run = check,
};
