/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payment-list.h — accounts and totals on top, and below what was asked for, what moved, what was
 * paid out, or what differs from the gateway's own list; narrowed by time, state and currency. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Property: is-alone (gboolean). Signal: "chosen" (KontorRemoteRecord). */
#define KONTOR_TYPE_PAYMENT_LIST (kontor_payment_list_get_type ())
G_DECLARE_FINAL_TYPE (KontorPaymentList, kontor_payment_list, KONTOR, PAYMENT_LIST, AdwBin)

void  kontor_payment_list_set_house   (KontorPaymentList *self, KontorRemoteHouse *house);
/* @id: (nullable) */
void  kontor_payment_list_select      (KontorPaymentList *self, const char *id);
/* "requests", "ledger", "pay-outs" or "compared" */
void  kontor_payment_list_show_tab    (KontorPaymentList *self, const char *name);
void  kontor_payment_list_add_account (KontorPaymentList *self);
/* What is shown: its kind, and the filter of it, (transfer full). */
const char *kontor_payment_list_get_kind   (KontorPaymentList *self);
GVariant   *kontor_payment_list_dup_filter (KontorPaymentList *self);

G_END_DECLS
