/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/counts.h"

#include "model/record.h"

#define MOST ((gint64) KONTOR_COUNTS_MOST)
#define COUNT(what) "SELECT COUNT(*) FROM (SELECT 1 FROM " what " LIMIT ?)"

/* Takes @rows, which may be NULL with error set. */
static gboolean
take (KontorRows *rows, gint64 *number, GError **error)
{
  g_autoptr(KontorRows) owned = rows;

  if (rows == NULL)
    return FALSE;
  if (kontor_rows_next (rows))
    *number = kontor_rows_int (rows, 0);

  return kontor_rows_done (rows, error);
}

static gboolean
count_unread (KontorStore *store, KontorCounts *counts, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT COALESCE(SUM(unread), 0), COALESCE(MAX(last_in_at), 0) FROM"
    " (SELECT unread, last_in_at FROM conversation WHERE unread > 0"
    "  ORDER BY last_at DESC, id DESC LIMIT ?)", "x", MOST);

  if (rows == NULL)
    return FALSE;
  if (kontor_rows_next (rows))
    {
      counts->unread = kontor_rows_int (rows, 0);
      counts->unread_at_us = kontor_rows_int (rows, 1);
    }

  return kontor_rows_done (rows, error);
}

static gboolean
count (KontorStore *store, const char *sql, gint64 *number, GError **error)
{
  return take (kontor_store_ask (store, error, sql, "x", MOST), number, error);
}

gboolean
kontor_counts_read (KontorStore *store, const char *teammate, KontorCounts *counts, GError **error)
{
  gint64 me = 0;

  *counts = (KontorCounts) { 0 };
  kontor_kind_parse_id (kontor_kind_find ("teammate"), teammate, &me);

  return count (store, COUNT ("conversation WHERE state = 'open'"), &counts->open, error) &&
         count (store, COUNT ("conversation WHERE state = 'open' AND assignee IS NULL"),
                &counts->nobodys, error) &&
         take (kontor_store_ask (store, error,
                                 COUNT ("conversation WHERE state = 'open' AND assignee = ?"),
                                 "xx", me, MOST), &counts->mine, error) &&
         count_unread (store, counts, error) &&
         count (store, COUNT ("(SELECT conversation_id FROM turn UNION"
                              " SELECT conversation_id FROM outbox)"), &counts->unsent, error);
}
