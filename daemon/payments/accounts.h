/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accounts.h — the payment accounts in use: one for each active record, following it. It asks the
 * gateways and listens for their webhooks on /pay/<account>; it keeps nothing and decides nothing.
 */
#pragma once

#include "payments/gateway.h"
#include "store/store.h"

G_BEGIN_DECLS

#define KONTOR_PAY_DEFAULT_PORT 8471

#define KONTOR_TYPE_PAY_ACCOUNTS (kontor_pay_accounts_get_type ())
G_DECLARE_FINAL_TYPE (KontorPayAccounts, kontor_pay_accounts, KONTOR, PAY_ACCOUNTS, GObject)

/* @events: of KontorMoneyEvent. TRUE once they are kept: only then is the gateway told. */
typedef gboolean (*KontorMoneyTake) (const char *account, GPtrArray *events, gpointer data,
                                     GError **error);

/* @take is called for each webhook that was signed. */
KontorPayAccounts *kontor_pay_accounts_new   (KontorStore *store, KontorMoneyTake take,
                                              gpointer data);
/* Takes up the active ones; from then on, records that change are followed. */
gboolean           kontor_pay_accounts_open  (KontorPayAccounts *self, GError **error);
void               kontor_pay_accounts_close (KontorPayAccounts *self);

/* Asks for @deed (transfer full) and for all that must be asked before and after it. */
void               kontor_pay_accounts_ask_async  (KontorPayAccounts *self, const char *account,
                                                   KontorDeed *deed, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer user_data);
/* (transfer full): the last answer, with the events of all. Errors as KontorGateway's read() has
 * them, without secrets; TRY_LATER where the account is switched off or the keyring is locked. */
KontorPayAnswer   *kontor_pay_accounts_ask_finish (KontorPayAccounts *self, GAsyncResult *result,
                                                   GError **error);

G_END_DECLS
