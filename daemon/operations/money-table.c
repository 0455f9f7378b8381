/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/money-table.h"

gboolean
kontor_money_paid (KontorStore *store, const char *subject_kind, const char *subject,
                   const char *currency, gint64 *minor, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT COALESCE(SUM(CASE entry WHEN 'refunded' THEN -amount_minor WHEN 'requested' THEN 0"
    " WHEN 'paid-out' THEN 0 ELSE amount_minor END), 0) FROM ledger"
    " WHERE subject_kind = ? AND subject = ? AND amount_currency = ?", "sss", subject_kind, subject,
    currency);

  if (rows == NULL || !kontor_rows_next (rows))
    return FALSE;
  *minor = kontor_rows_int (rows, 0);

  return TRUE;
}
