/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paypal-inside.h — for the files of payments/paypal alone. */
#pragma once

#include "payments/gateway.h"

G_BEGIN_DECLS

#define KONTOR_PAYPAL_BASE "https://api-m.paypal.com"
/* What a list of transactions may span. */
#define KONTOR_PAYPAL_PIECE_US (31 * 24 * 3600 * (gint64) G_USEC_PER_SEC)

extern const KontorGateway kontor_paypal_gateway;

/* (transfer full): "12.50", as PayPal writes @currency; BAD_INPUT where it does not take it. */
char             *kontor_paypal_dup_value (gint64 minor, const char *currency, GError **error);
/* {"currency_code", "value"}, or a pay-out's {"currency", "value"}. */
gboolean          kontor_paypal_read_money (JsonObject *amount, gint64 *minor, char *currency);

KontorQuestion   *kontor_paypal_write (const KontorDeed *deed, GVariant *settings,
                                       const char *token, GError **error);
KontorPayAnswer  *kontor_paypal_read  (const KontorDeed *deed, GVariant *settings,
                                       const KontorReply *reply, GError **error);
/* (transfer full) (nullable): a capture or a refund, wherever it stands. @order: (nullable) */
KontorMoneyEvent *kontor_paypal_read_capture (JsonObject *capture, const char *order);
KontorMoneyEvent *kontor_paypal_read_refund  (JsonObject *refund);

/* paypal-hook.c */
char             *kontor_paypal_dup_certificate_url (const KontorPayHook *hook,
                                                     GVariant *settings, GError **error);
GPtrArray        *kontor_paypal_read_hook (const KontorPayHook *hook, GVariant *settings,
                                           GError **error);

G_END_DECLS
