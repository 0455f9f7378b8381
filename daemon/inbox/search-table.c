/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-table.c — pages go by rowid: ordering by rank or by time reads every hit. */
#include "inbox/search.h"

#include "inbox/conversation.h"
#include "inbox/messages.h"
#include "model/error.h"

#define AT_ONCE 500

/* Where the index has come to stands in the store's own notes. */
static gint64
indexed_to (KontorStore *store)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, NULL,
    "SELECT value FROM meta WHERE name = 'indexed-to'", "");

  return rows != NULL && kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : 0;
}

static gboolean
add_rows (KontorStore *store, gint64 from, gint64 limit, GError **error)
{
  return kontor_store_run (store, error,
    "INSERT INTO message_words (rowid, text)"
    " SELECT id, text FROM message WHERE id > ? ORDER BY id LIMIT ?", "xx", from, limit) &&
    kontor_store_run (store, error,
    "INSERT INTO meta (name, value) SELECT 'indexed-to', MAX(id) FROM"
    " (SELECT id FROM message WHERE id > ? ORDER BY id LIMIT ?)"
    " WHERE true ON CONFLICT (name) DO UPDATE SET value = excluded.value", "xx", from, limit);
}

gboolean
kontor_search_catch_up (KontorStore *store, guint limit, gboolean *more, GError **error)
{
  gint64 from = indexed_to (store);
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT COUNT(*) FROM (SELECT 1 FROM message WHERE id > ? LIMIT ?)", "xx", from,
    (gint64) limit + 1);
  gint64 waiting;

  *more = FALSE;
  if (rows == NULL || !kontor_rows_next (rows))
    return rows != NULL && kontor_rows_done (rows, error);
  waiting = kontor_rows_int (rows, 0);
  if (waiting == 0)
    return TRUE;
  g_clear_pointer (&rows, kontor_rows_free);
  *more = waiting > limit;
  if (!kontor_store_begin_derived (store, error))
    return FALSE;
  if (add_rows (store, from, limit, error) && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

/* "blue ca" → "\"blue\" \"ca\"", and "*" where the last word is not finished: whatever is typed is
 * words, never FTS5's own language. */
static char *
to_match (const char *text, gboolean finished)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr(GString) match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (words[i], "\"", -1);
      g_autofree char *bare = g_strjoinv ("", parts);

      if (*bare != '\0')
        g_string_append_printf (match, "%s\"%s\"", match->len > 0 ? " " : "", bare);
    }
  if (match->len > 0 && !finished)
    g_string_append_c (match, '*');

  return g_string_free (g_steal_pointer (&match), FALSE);
}

static gboolean
catch_up_whole (KontorStore *store, GError **error)
{
  gboolean more = TRUE;

  while (more)
    if (!kontor_search_catch_up (store, AT_ONCE, &more, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_name (KontorStore *store, KontorSaid *said, GError **error)
{
  g_autoptr(KontorConversation) conversation =
    kontor_conversation_get (store, said->conversation, error);

  if (conversation != NULL)
    said->name = g_strdup (conversation->name);

  return conversation != NULL;
}

static GPtrArray *
read_hits (KontorStore *store, KontorRows *rows, guint limit, char **next, GError **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_said_free);

  while (kontor_rows_next (rows))
    {
      KontorSaid *said;

      if (found->len == limit)
        {
          const KontorSaid *last = found->pdata[limit - 1];

          if (next != NULL)
            *next = g_strdup_printf ("%" G_GINT64_FORMAT, last->id);
          return g_steal_pointer (&found);
        }
      said = kontor_messages_get (store, kontor_rows_int (rows, 0), error);
      if (said == NULL)
        return NULL;
      /* Thrown away, it stands in no thread. */
      if (g_str_equal (said->state, "discarded"))
        {
          kontor_said_free (said);
          continue;
        }
      said->snippet = g_strdup (kontor_rows_text (rows, 1));
      g_ptr_array_add (found, said);
      if (!add_name (store, said, error))
        return NULL;
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&found) : NULL;
}

static GPtrArray *
find_page (KontorStore *store, const char *match, const char *after, guint limit, char **next,
           GError **error)
{
  gint64 before = after != NULL ? g_ascii_strtoll (after, NULL, 10) : G_MAXINT64;
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT rowid, snippet(message_words, 0, '‹', '›', '…', 12) FROM message_words"
    " WHERE message_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?", "sxx", match, before,
    (gint64) limit + 1);

  return rows != NULL ? read_hits (store, rows, limit, next, error) : NULL;
}

static gboolean
check_words (const char *match, GError **error)
{
  if (*match != '\0')
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                       "there is no word to look for");

  return FALSE;
}

char *
kontor_search_dup_match (KontorStore *store, const char *text, GError **error)
{
  g_autofree char *match = to_match (text, FALSE);

  return check_words (match, error) && catch_up_whole (store, error)
         ? g_steal_pointer (&match) : NULL;
}

/* A word that fills the page as it stands is taken as finished: to find the newest of all that
 * begin like it, FTS5 has to read every message that has one of them. */
GPtrArray *
kontor_search_messages (KontorStore *store, const char *text, const char *after, guint limit,
                        char **next, GError **error)
{
  g_autofree char *finished = to_match (text, TRUE), *unfinished = to_match (text, FALSE);
  g_autofree char *more = NULL;
  g_autoptr(GPtrArray) found = NULL;

  if (next != NULL)
    *next = NULL;
  if (!check_words (finished, error) || !catch_up_whole (store, error))
    return NULL;
  found = find_page (store, finished, after, limit, &more, error);
  if (found == NULL || more == NULL)
    return found != NULL ? find_page (store, unfinished, after, limit, next, error) : NULL;
  if (next != NULL)
    *next = g_steal_pointer (&more);

  return g_steal_pointer (&found);
}
