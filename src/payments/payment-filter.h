/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payment-filter.h — which of the payments are shown: by state, account and currency. What a kind
 * of records has no field for cannot be chosen. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signal: "chosen" (). */
#define KONTOR_TYPE_PAYMENT_FILTER (kontor_payment_filter_get_type ())
G_DECLARE_FINAL_TYPE (KontorPaymentFilter, kontor_payment_filter, KONTOR, PAYMENT_FILTER, AdwBin)

void     kontor_payment_filter_set_house   (KontorPaymentFilter *self, KontorRemoteHouse *house);
/* @standing: the field that says how a record of @kind stands; both live as long as the program. */
void     kontor_payment_filter_set_kind    (KontorPaymentFilter *self, const char *kind,
                                            const char *standing);
void     kontor_payment_filter_add         (KontorPaymentFilter *self, GVariantDict *filter);
gboolean kontor_payment_filter_is_narrowed (KontorPaymentFilter *self);

G_END_DECLS
