/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is one source. Taken in again, it stands for what it said before: a passage under the same
 * title and question is changed, so that what was answered from it still leads to it, and what the
 * file no longer has is removed. */
#include "assistant/knowledge.h"

#include "journal/import.h"
#include "model/record.h"
#include "store/records.h"

static char *
dup_key (GVariant *passage)
{
  const char *title = kontor_record_get_text (passage, "title");
  const char *question = kontor_record_get_text (passage, "question");

  return g_strdup_printf ("%s\n%s", title != NULL ? title : "", question != NULL ? question : "");
}

/* Key → ids of the passages that came from @source, for which there may be several. */
static GHashTable *
load (KontorStore *store, const char *source, GError **error)
{
  g_autoptr(GPtrArray) records =
    kontor_records_query_by (store, kontor_kind_find ("knowledge"), "source", source, error);
  GHashTable *known;

  if (records == NULL)
    return NULL;
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                 (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *key = dup_key (records->pdata[i]);
      GPtrArray *ids = g_hash_table_lookup (known, key);

      if (ids == NULL)
        {
          ids = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (known, g_steal_pointer (&key), ids);
        }
      g_ptr_array_add (ids, g_strdup (kontor_record_get_text (records->pdata[i], "id")));
    }

  return known;
}

/* (transfer full): @passages with the ids of those they take the place of, which leave @known. */
static GPtrArray *
name_known (GPtrArray *passages, GHashTable *known)
{
  GPtrArray *named = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  for (guint i = 0; i < passages->len; i++)
    {
      g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (passages->pdata[i]);
      g_autofree char *key = dup_key (passages->pdata[i]);
      GPtrArray *ids = g_hash_table_lookup (known, key);

      if (ids != NULL && ids->len > 0)
        {
          g_variant_dict_insert (&dict, "id", "s", ids->pdata[0]);
          g_ptr_array_remove_index (ids, 0);
        }
      g_ptr_array_add (named, g_variant_ref_sink (g_variant_dict_end (&dict)));
    }

  return named;
}

static gboolean
remove_left (KontorStore *store, const KontorActor *actor, GHashTable *left, gboolean dry_run,
             GPtrArray *verdicts, GError **error)
{
  GHashTableIter iter;
  GPtrArray *ids;

  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &ids))
    for (guint i = 0; i < ids->len; i++)
      {
        g_auto(GVariantDict) verdict = G_VARIANT_DICT_INIT (NULL);

        if (!dry_run && !kontor_keep_remove (store, actor, kontor_kind_find ("knowledge"),
                                             ids->pdata[i], error))
          return FALSE;
        g_variant_dict_insert (&verdict, "line", "x", G_GINT64_CONSTANT (0));
        g_variant_dict_insert (&verdict, "outcome", "s", "removed");
        g_variant_dict_insert (&verdict, "id", "s", ids->pdata[i]);
        g_variant_dict_insert (&verdict, "reason", "s", "the file no longer has it");
        g_ptr_array_add (verdicts, g_variant_ref_sink (g_variant_dict_end (&verdict)));
      }

  return TRUE;
}

GPtrArray *
kontor_knowledge_import (KontorStore *store, const KontorActor *actor, const char *name,
                         const char *content, gboolean dry_run, GError **error)
{
  g_autoptr(GPtrArray) passages = kontor_knowledge_split (name, content, error);
  g_autoptr(GHashTable) known = passages != NULL ? load (store, name, error) : NULL;
  g_autoptr(GPtrArray) named = known != NULL ? name_known (passages, known) : NULL;
  g_autoptr(GPtrArray) verdicts = NULL;

  if (named == NULL || !kontor_store_begin (store, error))
    return NULL;
  verdicts = kontor_import_records (store, actor, kontor_kind_find ("knowledge"), named, dry_run,
                                    error);
  if (verdicts != NULL && remove_left (store, actor, known, dry_run, verdicts, error) &&
      kontor_store_commit (store, error))
    return g_steal_pointer (&verdicts);
  kontor_store_undo (store);

  return NULL;
}
