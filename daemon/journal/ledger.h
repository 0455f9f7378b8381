/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ledger.h — money that moved or was asked for. Entries are added, never changed: the payment
 * state of a booking is what they add up to (the view booking_view). */
#pragma once

#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

/* @entry: "requested", "paid", "refunded", "paid-out", "cash", "bank-transfer" or "correction".
 * @note, @reference: (nullable). Call inside the transaction of what it belongs to. */
gboolean kontor_ledger_write (KontorStore *store, const KontorActor *actor,
                              const char *subject_kind, const char *subject, const char *entry,
                              gint64 minor, const char *currency, const char *note,
                              const char *reference, GError **error);
/* What was paid and not refunded, in minor units of @currency. */
gboolean kontor_ledger_sum_paid (KontorStore *store, const char *subject_kind,
                                 const char *subject, const char *currency, gint64 *minor,
                                 GError **error);

G_END_DECLS
