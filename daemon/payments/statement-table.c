/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payments/statement-table.h"

#include "model/record.h"

static void
line_free (gpointer data)
{
  KontorOurLine *line = data;

  g_free (line->what);
  g_free (line->remote);
  g_free (line->payment);
  g_free (line);
}

static KontorOurLine *
read_line (KontorRows *rows)
{
  KontorOurLine *line = g_new0 (KontorOurLine, 1);

  line->what = g_strdup (kontor_rows_text (rows, 0));
  line->remote = g_strdup (kontor_rows_text (rows, 1));
  line->payment = kontor_rows_int (rows, 2) > 0
    ? kontor_kind_format_id (kontor_kind_find ("payment"), kontor_rows_int (rows, 2)) : NULL;
  line->minor = kontor_rows_int (rows, 3);
  g_strlcpy (line->currency, kontor_rows_text (rows, 4), sizeof line->currency);
  line->at_us = kontor_rows_int (rows, 5);

  return line;
}

GPtrArray *
kontor_statement_query_ours (KontorStore *store, const char *account, gint64 since_us,
                             gint64 until_us, GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr(KontorRows) rows = NULL;
  gint64 number = 0;

  kontor_kind_parse_id (kontor_kind_find ("payment-account"), account, &number);
  rows = kontor_store_ask (store, error,
    "SELECT what, remote, COALESCE (payment, 0), minor, currency, at FROM payment_event e"
    " WHERE account = ? AND what IN ('paid', 'refunded') AND minor > 0 AND at >= ? AND at < ?"
    " AND NOT EXISTS (SELECT 1 FROM payment_event f WHERE f.account = e.account"
    " AND f.what = 'refund-failed' AND f.remote = e.remote)"
    " UNION ALL SELECT 'paid-out', remote, 0, amount_minor, amount_currency, created FROM payout"
    " WHERE account = ? AND state = 'done' AND remote IS NOT NULL AND created >= ? AND created < ?"
    " ORDER BY 6, 2", "xxxxxx", number, since_us, until_us, number, since_us, until_us);
  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    g_ptr_array_add (lines, read_line (rows));

  return kontor_rows_done (rows, error) ? g_steal_pointer (&lines) : NULL;
}
