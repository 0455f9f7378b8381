/* SPDX-License-Identifier: GPL-3.0-or-later */
/* razorpay-inside.h — for the files of payments/razorpay alone. */
#pragma once

#include "payments/gateway.h"

G_BEGIN_DECLS

#define KONTOR_RAZORPAY_BASE "https://api.razorpay.com"
/* Lines of a list at a time, the most there are. */
#define KONTOR_RAZORPAY_PAGE 100

extern const KontorGateway kontor_razorpay_gateway;

KontorQuestion  *kontor_razorpay_write (const KontorDeed *deed, GVariant *settings,
                                        const char *token, GError **error);
KontorPayAnswer *kontor_razorpay_read  (const KontorDeed *deed, GVariant *settings,
                                        const KontorReply *reply, GError **error);
/* (transfer full): what a webhook's body tells. */
GPtrArray       *kontor_razorpay_read_event (JsonObject *event);

G_END_DECLS
