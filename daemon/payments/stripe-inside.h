/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stripe-inside.h — for the files of payments/stripe alone. */
#pragma once

#include "payments/gateway.h"

G_BEGIN_DECLS

#define KONTOR_STRIPE_BASE "https://api.stripe.com"
#define KONTOR_STRIPE_VERSION "2026-10-28.endive"

extern const KontorGateway kontor_stripe_gateway;
/* What is asked for and listened to. Ended by NULL. */
extern const char *const kontor_stripe_event_types[];
/* What a statement is put together from, in this order. Ended by NULL. */
extern const char *const kontor_stripe_lists[];

/* Amounts as Stripe counts them, and back (docs.stripe.com/currencies). */
gboolean          kontor_stripe_scale (gint64 minor, const char *currency, gint64 *scaled,
                                       GError **error);
gboolean          kontor_stripe_read_money (JsonObject *object, const char *name, gint64 *minor,
                                            char *currency);

KontorQuestion   *kontor_stripe_write (const KontorDeed *deed, GVariant *settings,
                                       const char *token, GError **error);
KontorPayAnswer  *kontor_stripe_read  (const KontorDeed *deed, GVariant *settings,
                                       const KontorReply *reply, GError **error);
/* (transfer full) (nullable): an object of the type "event"; NULL for what does not matter. */
KontorMoneyEvent *kontor_stripe_read_event (JsonObject *event);
GPtrArray        *kontor_stripe_read_hook  (const KontorPayHook *hook, GVariant *settings,
                                            GError **error);

G_END_DECLS
