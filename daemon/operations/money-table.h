/* SPDX-License-Identifier: GPL-3.0-or-later */
/* money-table.h — what the ledger adds up to. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What was paid and not refunded, in minor units of @currency. */
gboolean kontor_money_paid (KontorStore *store, const char *subject_kind, const char *subject,
                            const char *currency, gint64 *minor, GError **error);

G_END_DECLS
