/* SPDX-License-Identifier: GPL-3.0-or-later */
/* splice.c — one stretch, not a list of single moves: GTK keeps the widgets and the selection of
 * items that are taken out and put back in the same breath, and one breath costs one layout. */
#include "remote/splice.h"

KontorSplice
kontor_splice_between (GPtrArray *before, GPtrArray *after)
{
  guint most = MIN (before->len, after->len), head = 0, tail = 0;

  while (head < most && before->pdata[head] == after->pdata[head])
    head++;
  while (tail < most - head &&
         before->pdata[before->len - 1 - tail] == after->pdata[after->len - 1 - tail])
    tail++;

  return (KontorSplice) { head, before->len - head - tail, after->len - head - tail };
}

gboolean
kontor_splice_has_all (GPtrArray *read, GHashTable *changed)
{
  guint seen = 0;

  for (guint i = 0; changed != NULL && i < read->len; i++)
    {
      g_autofree char *id = kontor_remote_record_dup_id (read->pdata[i]);

      seen += g_hash_table_contains (changed, id);
    }

  return changed != NULL && seen == g_hash_table_size (changed);
}

/* id → its position + 1. The ids are lent by @items. */
static GHashTable *
index_items (GPtrArray *items)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (index, (gpointer) kontor_remote_record_get_id (items->pdata[i]),
                         GUINT_TO_POINTER (i + 1));

  return index;
}

/* Where in @items the rest begins, or 0. */
static guint
find_border (GHashTable *index, GPtrArray *read, GHashTable *changed)
{
  for (guint i = read->len; i > 0; i--)
    {
      g_autofree char *id = kontor_remote_record_dup_id (read->pdata[i - 1]);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index, id));

      if (place > 0 && (changed == NULL || !g_hash_table_contains (changed, id)))
        return place;
    }

  return 0;
}

gboolean
kontor_splice_has_border (GPtrArray *items, GPtrArray *read, GHashTable *changed)
{
  g_autoptr(GHashTable) index = index_items (items);

  return find_border (index, read, changed) > 0;
}

GPtrArray *
kontor_splice_append (GPtrArray *items, GVariant *page)
{
  g_autoptr(GHashTable) index = index_items (items);
  GPtrArray *longer = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (longer, g_object_ref (items->pdata[i]));
  for (gsize i = 0; i < g_variant_n_children (page); i++)
    {
      g_autoptr(GVariant) values = g_variant_get_child_value (page, i);
      g_autofree char *id = kontor_remote_record_dup_id (values);

      if (!g_hash_table_contains (index, id))
        g_ptr_array_add (longer, kontor_remote_record_new (values));
    }

  return longer;
}

GPtrArray *
kontor_splice_merge (GPtrArray *items, GPtrArray *read, GHashTable *changed, gboolean *is_whole)
{
  g_autoptr(GHashTable) index = index_items (items);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_object_unref);
  guint border = find_border (index, read, changed);

  for (guint i = 0; i < read->len; i++)
    {
      g_autofree char *id = kontor_remote_record_dup_id (read->pdata[i]);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (index, id));
      KontorRemoteRecord *item = place > 0 ? g_object_ref (items->pdata[place - 1])
        : kontor_remote_record_new (read->pdata[i]);

      kontor_remote_record_set_values (item, read->pdata[i]);
      g_hash_table_add (seen, item);
      g_ptr_array_add (merged, item);
    }
  *is_whole |= border == 0;
  for (guint i = border; !*is_whole && i < items->len; i++)
    if (!g_hash_table_contains (seen, items->pdata[i]) &&
        (changed == NULL ||
         !g_hash_table_contains (changed, kontor_remote_record_get_id (items->pdata[i]))))
      g_ptr_array_add (merged, g_object_ref (items->pdata[i]));

  return merged;
}
