/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payments-table.h — what was told of money, each once, and what it adds up to. */
#pragma once

#include "payments/gateway.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Keeps that @what ("paid", "refunded", "refund-failed", "failed") happened under the gateway's
 * id. @payment: (nullable): NULL: of what, is not known yet. *is_new: whether it was not there. */
gboolean kontor_payments_note    (KontorStore *store, const char *account, const char *what,
                                  const char *payment, const KontorMoneyEvent *event, gint64 minor,
                                  gboolean *is_new, GError **error);
/* *there: whether it was told. */
gboolean kontor_payments_is_told (KontorStore *store, const char *account, const char *what,
                                  const char *remote, gboolean *there, GError **error);
/* *payment: (out) (transfer full): "PM1", whose @charge it was; NULL where nobody knows. */
gboolean kontor_payments_find_charge (KontorStore *store, const char *account, const char *charge,
                                      char **payment, GError **error);
/* *charge: (out) (transfer full): of @payment, from which at least @minor of @currency can go
 * back; NULL where there is none. */
gboolean kontor_payments_find_refundable (KontorStore *store, const char *payment, gint64 minor,
                                          const char *currency, char **charge, GError **error);
/* (transfer full): of KontorMoneyEvent: refunds of @charge, and failed ones, that were told before
 * it. They belong to @payment from now on. */
GPtrArray *kontor_payments_adopt (KontorStore *store, const char *account, const char *charge,
                                  const char *payment, GError **error);

/* What was paid for it in any way and not given back; what open links still ask for. */
gboolean kontor_payments_sum     (KontorStore *store, const char *subject_kind,
                                  const char *subject, const char *currency, gint64 *paid,
                                  gint64 *asked, GError **error);
/* What refunds of the payment that are under way will take. −1 on error. */
gint64   kontor_payments_sum_refunding (KontorStore *store, const char *payment, GError **error);
/* The conversation in which the contact was met last, 0 where there is none; −1 on error. */
gint64   kontor_payments_find_conversation (KontorStore *store, const char *contact,
                                            GError **error);
/* What the agenda has for later of payments, refunds and pay-outs is due at @now_us: a crash may
 * have lost an answer, and money may have come meanwhile. */
gboolean kontor_payments_wake    (KontorStore *store, gint64 now_us, GError **error);

G_END_DECLS
