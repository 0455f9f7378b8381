/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payments.h — money asked for, given back and paid out through gateways.
 *
 * An action writes the row with a key and puts the asking on the agenda; every asking for the same
 * has the same key, so that a crash or a lost answer never makes a second link, refund or pay-out.
 * What is told of money, by a webhook or found by looking, goes through kontor_payments_take() and
 * is counted once by the gateway's id of it. The ledger is added to and never changed.
 */
#pragma once

#include "journal/actor.h"
#include "payments/accounts.h"

G_BEGIN_DECLS

/* What the agenda does; the subject is the record's id. */
#define KONTOR_PAYMENTS_PAYMENT "payment"
#define KONTOR_PAYMENTS_REFUND "refund"
#define KONTOR_PAYMENTS_PAY_OUT "payout"
#define KONTOR_PAYMENTS_TEST "payment-test"
#define KONTOR_PAYMENTS_RECONCILE "reconciliation"

#define KONTOR_TYPE_PAYMENTS (kontor_payments_get_type ())
G_DECLARE_FINAL_TYPE (KontorPayments, kontor_payments, KONTOR, PAYMENTS, GObject)

KontorPayments *kontor_payments_new  (KontorStore *store);
/* Takes up the accounts, and asks again for whatever a crash left without an answer. */
gboolean        kontor_payments_open (KontorPayments *self, GError **error);
/* KontorAgendaDo, @data: the KontorPayments. */
gboolean        kontor_payments_go_payment (const char *subject, gpointer data, GError **error);
gboolean        kontor_payments_go_refund  (const char *subject, gpointer data, GError **error);
gboolean        kontor_payments_go_pay_out (const char *subject, gpointer data, GError **error);
gboolean        kontor_payments_go_test    (const char *subject, gpointer data, GError **error);
gboolean        kontor_payments_go_reconcile (const char *subject, gpointer data, GError **error);

/* told.c: counts what @account was told, of KontorMoneyEvent in any order and any number of times:
 * events, ledger, timelines, audit, the confirmation and the receipt, in one transaction of its own
 * or the caller's. */
gboolean kontor_payments_take   (KontorStore *store, const char *account, GPtrArray *events,
                                 GError **error);

/* settle.c: what an asking for a record came to. Inside a transaction. @answer or @failure. */
gboolean kontor_payments_settle_payment (KontorStore *store, GVariant *payment,
                                         KontorDeedKind asked, KontorPayAnswer *answer,
                                         const GError *failure, GError **error);
gboolean kontor_payments_settle_refund  (KontorStore *store, GVariant *refund,
                                         KontorPayAnswer *answer, const GError *failure,
                                         GError **error);
gboolean kontor_payments_settle_pay_out (KontorStore *store, GVariant *payout,
                                         KontorPayAnswer *answer, const GError *failure,
                                         GError **error);
gboolean kontor_payments_settle_test    (KontorStore *store, GVariant *account,
                                         KontorPayAnswer *answer, const GError *failure,
                                         GError **error);

/* statement.c: the same of a comparison with the gateway's own list. */
gboolean kontor_payments_settle_reconciliation (KontorStore *store, GVariant *record,
                                                KontorPayAnswer *answer, const GError *failure,
                                                GError **error);

/* subject.c: what a payment is for. Kind and id of it, lent by the record. */
const char *kontor_payment_get_subject (GVariant *payment, const char **kind);
/* (transfer full): "250.00 AED" */
char       *kontor_payment_dup_amount  (gint64 minor, const char *currency);
/* Says the text [pay] @name, or @own (nullable) where the owner wrote one, in the conversation of
 * the payment; what may not be said there stands in the timeline. @amount: in words. */
gboolean    kontor_payment_say         (KontorStore *store, GVariant *payment, const char *name,
                                        const char *own, const char *amount, GError **error);
/* Writes @event into the timelines of the payment, of what it is for and of the contact. */
gboolean    kontor_payment_tell        (KontorStore *store, const KontorActor *actor,
                                        GVariant *payment, const char *event, const char *text,
                                        GError **error);

G_END_DECLS
