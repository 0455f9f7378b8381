/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/knowledge-table.h"

#include "model/record.h"

GPtrArray *
kontor_knowledge_table_find (KontorStore *store, const char *match, guint limit, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("knowledge");
  g_autoptr(GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_passage_free);
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT passage.id, passage.title, passage.question, passage.text, passage.source"
    " FROM knowledge_words JOIN knowledge_standing AS passage ON passage.id = knowledge_words.rowid"
    " WHERE knowledge_words MATCH ? ORDER BY bm25(knowledge_words, 6.0, 4.0, 1.0), passage.id"
    " LIMIT ?", "sx", match, (gint64) limit);

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      KontorPassage *passage = g_new0 (KontorPassage, 1);

      passage->id = kontor_kind_format_id (kind, kontor_rows_int (rows, 0));
      passage->title = g_strdup (kontor_rows_text (rows, 1));
      passage->question = g_strdup (kontor_rows_text (rows, 2));
      passage->text = g_strdup (kontor_rows_text (rows, 3));
      passage->source = g_strdup (kontor_rows_text (rows, 4));
      g_ptr_array_add (found, passage);
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&found) : NULL;
}

gint64
kontor_knowledge_table_count (KontorStore *store, const char *match, GError **error)
{
  g_autoptr(KontorRows) rows = match == NULL
    ? kontor_store_ask (store, error, "SELECT (SELECT count(*) FROM knowledge) -"
                        " (SELECT count(*) FROM knowledge_hidden)", "")
    : kontor_store_ask (store, error,
        "SELECT count(*) FROM knowledge_words WHERE knowledge_words MATCH ?"
        " AND rowid NOT IN (SELECT passage FROM knowledge_hidden)", "s", match);
  gint64 n = 0;

  if (rows == NULL)
    return -1;
  if (kontor_rows_next (rows))
    n = kontor_rows_int (rows, 0);

  return kontor_rows_done (rows, error) ? n : -1;
}

char **
kontor_knowledge_table_stems (KontorStore *store, gunichar letter, GError **error)
{
  g_autoptr(GStrvBuilder) stems = g_strv_builder_new ();
  char from[8] = "", to[8] = "";
  g_autoptr(KontorRows) rows = NULL;

  g_unichar_to_utf8 (letter, from);
  g_unichar_to_utf8 (letter + 1, to);
  rows = kontor_store_ask (store, error,
    "SELECT term FROM knowledge_terms WHERE term >= ? AND term < ?", "ss", from, to);
  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    g_strv_builder_add (stems, kontor_rows_text (rows, 0));

  return kontor_rows_done (rows, error) ? g_strv_builder_end (stems) : NULL;
}
