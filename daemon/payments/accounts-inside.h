/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accounts-inside.h — for the files of payments/accounts alone. */
#pragma once

#include "net/listener.h"
#include "payments/accounts.h"

G_BEGIN_DECLS

#define KONTOR_PAY_ANSWER_LIMIT (4 * 1024 * 1024)

/* Counted: an asking outlives the record. */
typedef struct {
  KontorPayAccounts   *accounts;    /* (nullable): NULL when it was put away */
  char                *id;
  const KontorGateway *gateway;
  GVariant            *settings;    /* with the secrets */
  KontorListening     *listening;   /* (nullable) */
  guint                port;
  char                *token;       /* (nullable) */
  gint64               token_until_us;
  char                *certificate_url, *certificate;  /* (nullable): the last one */
} KontorPayAccount;

KontorPayAccount *kontor_pay_account_find  (KontorPayAccounts *self, const char *id);
void              kontor_pay_account_unref (KontorPayAccount *account);
KontorHttp       *kontor_pay_accounts_get_http (KontorPayAccounts *self);
gboolean          kontor_pay_accounts_take (KontorPayAccounts *self, const char *account,
                                            GPtrArray *events, GError **error);
/* Takes the secrets of the account out of a gateway's words; *words: (nullable), replaced. */
void              kontor_pay_account_scrub (KontorPayAccount *account, char **words);

/* accounts-hook.c: KontorKnockFunc, @data: the account. */
void              kontor_pay_account_on_knock (KontorKnock *knock, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorPayAccount, kontor_pay_account_unref)

G_END_DECLS
