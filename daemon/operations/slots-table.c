/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/slots-table.h"

/* A booking without duration holds its minute. */
GArray *
kontor_slots_taken (KontorStore *store, const char *service, gint64 from_us, gint64 to_us,
                    gint64 but, GError **error)
{
  g_autoptr(GArray) taken = g_array_new (FALSE, FALSE, sizeof (KontorTaken));
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT at_at, at_at + MAX(duration, 60) * 1000000, places FROM booking"
    " WHERE service = ? AND state IN ('requested', 'confirmed', 'in-progress')"
    " AND at_at < ? AND at_at + MAX(duration, 60) * 1000000 > ? AND id <> ?", "sxxx",
    service, to_us, from_us, but);

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      KontorTaken one = { kontor_rows_int (rows, 0), kontor_rows_int (rows, 1),
                          kontor_rows_int (rows, 2) };

      g_array_append_val (taken, one);
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&taken) : NULL;
}
