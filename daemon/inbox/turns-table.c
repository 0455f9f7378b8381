/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turns-table.c — that something waits stands in its row, so it is never forgotten; the entry on
 * the agenda is only the alarm. */
#include "inbox/turns.h"

#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"

/* Of what is answered at once: nobody writes more in a few seconds. The latest counts. */
#define MOST_BYTES 16384

static GArray *
read_ids (KontorRows *rows, GError **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      gint64 id = kontor_rows_int (rows, 0);

      g_array_append_val (found, id);
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&found) : NULL;
}

GArray *
kontor_turns_pending (KontorStore *store, gint64 after, guint limit, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT message_id FROM turn WHERE message_id > ? AND waits = 0 ORDER BY message_id LIMIT ?",
    "xx", after, (gint64) limit);

  return read_ids (rows, error);
}

gboolean
kontor_turns_settle (KontorStore *store, gint64 message, GError **error)
{
  return kontor_store_run (store, error, "DELETE FROM turn WHERE message_id = ?", "x", message);
}

static gboolean
set_alarm (KontorStore *store, gint64 conversation, gint64 at_us, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, conversation);

  return kontor_agenda_put (store, KONTOR_TURNS_ANSWER, subject, at_us, error);
}

gboolean
kontor_turns_wait (KontorStore *store, gint64 conversation, gint64 message, gint64 until_us,
                   GError **error)
{
  return kontor_store_run (store, error, "UPDATE turn SET waits = 1 WHERE message_id = ?", "x",
                           message) &&
         set_alarm (store, conversation, until_us, error);
}

static gboolean
hurry (KontorStore *store, KontorRows *waiting, GError **error)
{
  g_autoptr(GArray) found = read_ids (waiting, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (!set_alarm (store, g_array_index (found, gint64, i), kontor_clock_now_us (), error))
      return FALSE;

  return found != NULL;
}

gboolean
kontor_turns_hurry (KontorStore *store, gint64 conversation, gint64 before, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT conversation_id FROM turn WHERE conversation_id = ? AND message_id < ? AND waits = 1"
    " LIMIT 1", "xx", conversation, before);

  return hurry (store, rows, error);
}

gboolean
kontor_turns_hurry_all (KontorStore *store, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT DISTINCT conversation_id FROM turn WHERE waits = 1", "");

  return hurry (store, rows, error);
}

static void
prepend (GString *text, const char *said)
{
  if (said == NULL || *said == '\0' || text->len + strlen (said) > MOST_BYTES)
    return;
  if (text->len > 0)
    g_string_prepend_c (text, '\n');
  g_string_prepend (text, said);
}

gint64
kontor_turns_get_first_us (KontorStore *store, gint64 conversation)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, NULL,
    "SELECT m.ts FROM turn t JOIN message m ON m.id = t.message_id WHERE t.conversation_id = ?"
    " ORDER BY t.message_id LIMIT 1", "x", conversation);

  return rows != NULL && kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : G_MAXINT64;
}

gboolean
kontor_turns_get_waiting (KontorStore *store, gint64 conversation, gint64 last_of, gint64 *last,
                          char **text, GError **error)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT t.message_id, t.waits, m.text FROM turn t JOIN message m ON m.id = t.message_id"
    " WHERE t.conversation_id = ? AND t.message_id <= ? ORDER BY t.message_id DESC", "xx",
    conversation, last_of != 0 ? last_of : G_MAXINT64);
  gboolean is_seen = TRUE;

  *last = 0;
  *text = NULL;
  if (rows == NULL)
    return FALSE;
  while (kontor_rows_next (rows))
    {
      is_seen &= kontor_rows_int (rows, 1) != 0;
      *last = MAX (*last, kontor_rows_int (rows, 0));
      prepend (all, kontor_rows_text (rows, 2));
    }
  if (!is_seen)
    *last = 0;
  if (all->len > 0)
    *text = g_string_free (g_steal_pointer (&all), FALSE);

  return kontor_rows_done (rows, error);
}

gboolean
kontor_turns_settle_waiting (KontorStore *store, gint64 conversation, gint64 last, GError **error)
{
  return kontor_store_run (store, error,
                           "DELETE FROM turn WHERE conversation_id = ? AND waits = 1"
                           " AND message_id <= ?", "xx", conversation, last);
}

int
kontor_turns_has_after (KontorStore *store, gint64 conversation, gint64 last, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT 1 FROM turn WHERE conversation_id = ? AND message_id > ? LIMIT 1", "xx", conversation,
    last);
  gboolean has = rows != NULL && kontor_rows_next (rows);

  return rows != NULL && kontor_rows_done (rows, error) ? has : -1;
}
