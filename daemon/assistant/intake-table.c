/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/intake-table.h"

#include "model/record.h"

/* Pages of the index that one step merges. */
#define MERGED_PAGES G_GINT64_CONSTANT (16)
/* Rows that only say where a passage came from go faster than passages. */
#define MOVES_AT_ONCE 50

void
kontor_kept_free (KontorKept *self)
{
  g_free (self->title);
  g_free (self->question);
  g_free (self->text);
  g_free (self);
}

static char *
dup_text (KontorRows *rows, int column)
{
  const char *text = kontor_rows_text (rows, column);

  return g_strdup (text != NULL ? text : "");
}

gboolean
kontor_intake_table_load (KontorStore *store, const char *source, gint64 after, guint limit,
                          GPtrArray *all, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT id, title, question, text FROM knowledge_standing WHERE source = ? AND id > ?"
    " ORDER BY id LIMIT ?", "sxx", source, after, (gint64) limit);

  if (rows == NULL)
    return FALSE;
  while (kontor_rows_next (rows))
    {
      KontorKept *kept = g_new0 (KontorKept, 1);

      kept->id = kontor_rows_int (rows, 0);
      kept->title = dup_text (rows, 1);
      kept->question = dup_text (rows, 2);
      kept->text = dup_text (rows, 3);
      g_ptr_array_add (all, kept);
    }

  return kontor_rows_done (rows, error);
}

gint64
kontor_intake_table_open (KontorStore *store, const char *source, GError **error)
{
  return kontor_store_run (store, error, "INSERT INTO knowledge_file (source) VALUES (?)", "s",
                           source) ? kontor_store_last_id (store) : -1;
}

gint64
kontor_intake_table_add (KontorStore *store, gint64 file, GVariant *passage, GError **error)
{
  gint64 id;

  if (!kontor_store_run (store, error, "INSERT INTO knowledge (title, question, text, source,"
                         " language) VALUES (?, ?, ?, ?, ?)", "sssss",
                         kontor_record_get_text (passage, "title"),
                         kontor_record_get_text (passage, "question"),
                         kontor_record_get_text (passage, "text"),
                         kontor_record_get_text (passage, "source"),
                         kontor_record_get_text (passage, "language")))
    return -1;
  id = kontor_store_last_id (store);

  return kontor_store_run (store, error, "INSERT INTO knowledge_move (passage, file, comes)"
                           " VALUES (?, ?, 1)", "xx", id, file) ? id : -1;
}

/* What a file before brought may not be tidied up yet. */
gboolean
kontor_intake_table_leave (KontorStore *store, gint64 file, gint64 id, GError **error)
{
  return kontor_store_run (store, error, "INSERT OR REPLACE INTO knowledge_move"
                           " (passage, file, comes) VALUES (?, ?, 0)", "xx", id, file);
}

gboolean
kontor_intake_table_change (KontorStore *store, gint64 id, GVariant *passage, GError **error)
{
  return kontor_store_run (store, error, "UPDATE knowledge SET title = ?, question = ?, text = ?,"
                           " language = ? WHERE id = ?", "ssssx",
                           kontor_record_get_text (passage, "title"),
                           kontor_record_get_text (passage, "question"),
                           kontor_record_get_text (passage, "text"),
                           kontor_record_get_text (passage, "language"), id);
}

gboolean
kontor_intake_table_stand (KontorStore *store, gint64 file, GError **error)
{
  return kontor_store_run (store, error, "UPDATE knowledge_file SET stands = 1 WHERE id = ?", "x",
                           file);
}

gboolean
kontor_intake_table_merge (KontorStore *store, GError **error)
{
  return kontor_store_run (store, error, "INSERT INTO knowledge_words (knowledge_words, rank)"
                           " VALUES ('merge', ?)", "x", MERGED_PAGES);
}

gboolean
kontor_intake_table_tidy (KontorStore *store, guint limit, gboolean *more, GError **error)
{
  if (!kontor_store_run (store, error, "DELETE FROM knowledge WHERE id IN"
                         " (SELECT passage FROM knowledge_hidden LIMIT ?)", "x", (gint64) limit))
    return FALSE;
  *more = kontor_store_changes (store) > 0;
  if (*more)
    return TRUE;
  if (!kontor_store_run (store, error, "DELETE FROM knowledge_move WHERE passage IN"
                         " (SELECT passage FROM knowledge_move LIMIT ?)", "x",
                         (gint64) limit * MOVES_AT_ONCE))
    return FALSE;
  *more = kontor_store_changes (store) > 0;

  return *more || kontor_store_run (store, error, "DELETE FROM knowledge_file", "");
}
