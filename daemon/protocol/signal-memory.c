/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-memory.c — one sorted tree: what belongs to a name stands together, by number. */
#include "protocol/signal-store.h"

typedef struct {
  KontorSignalRecord kind;
  char              *name;
  guint32            number;
} Key;

struct _KontorSignalMemory {
  KontorSignalStore store;
  GTree            *records;  /* Key → GBytes */
};

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *one = a, *two = b;
  int by_name;

  if (one->kind != two->kind)
    return one->kind < two->kind ? -1 : 1;
  by_name = g_strcmp0 (one->name, two->name);
  if (by_name != 0)
    return by_name;

  return one->number < two->number ? -1 : one->number > two->number;
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->name);
  g_free (key);
}

static gboolean
load (gpointer data, KontorSignalRecord kind, const char *name, guint32 number, GBytes **record,
      GError **error)
{
  KontorSignalMemory *self = data;
  const Key key = { kind, (char *) name, number };
  GBytes *found = g_tree_lookup (self->records, &key);

  *record = found != NULL ? g_bytes_ref (found) : NULL;

  return TRUE;
}

static gboolean
save (gpointer data, KontorSignalRecord kind, const char *name, guint32 number, GBytes *record,
      GError **error)
{
  KontorSignalMemory *self = data;
  const Key key = { kind, (char *) name, number };
  Key *kept;

  if (record == NULL)
    {
      g_tree_remove (self->records, &key);
      return TRUE;
    }
  kept = g_new (Key, 1);
  *kept = (Key) { kind, g_strdup (name), number };
  g_tree_replace (self->records, kept, g_bytes_ref (record));

  return TRUE;
}

static GArray *
list (gpointer data, KontorSignalRecord kind, const char *name, GError **error)
{
  KontorSignalMemory *self = data;
  const Key first = { kind, (char *) name, 0 };
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (GTreeNode *node = g_tree_lower_bound (self->records, &first); node != NULL;
       node = g_tree_node_next (node))
    {
      const Key *key = g_tree_node_key (node);

      if (key->kind != kind || !g_str_equal (key->name, name))
        break;
      g_array_append_val (numbers, key->number);
    }

  return numbers;
}

KontorSignalMemory *
kontor_signal_memory_new (void)
{
  KontorSignalMemory *self = g_new0 (KontorSignalMemory, 1);

  self->records = g_tree_new_full (compare, NULL, key_free, (GDestroyNotify) g_bytes_unref);
  self->store = (KontorSignalStore) { load, save, list, self };

  return self;
}

void
kontor_signal_memory_free (KontorSignalMemory *self)
{
  g_tree_destroy (self->records);
  g_free (self);
}

const KontorSignalStore *
kontor_signal_memory_get_store (KontorSignalMemory *self)
{
  return &self->store;
}
