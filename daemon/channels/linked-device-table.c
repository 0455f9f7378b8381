/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-table.c — in memory is what is not kept yet, and a little of what was used last, as
 * who writes one message writes another. Twenty lines need no memory worth mentioning for it. */
#include "channels/linked-device-table.h"

#include <string.h>

#include "model/error.h"

/* So many may be in memory besides those that are not kept: a contact has half a dozen. */
#define MOST_ENTRIES 64

typedef struct {
  char    *kind, *name;
  guint32  number;
  GBytes  *record;   /* (nullable): NULL: it is not there */
  gint64   step;     /* of what was taken last, or is stored; 0: none */
  gboolean dirty;    /* not taken yet */
  guint    taken;    /* how many sets of changes have it and are not settled */
} Entry;

typedef struct {
  char    *kind, *name;
  guint32  number;
  GBytes  *record;   /* (nullable) */
  gint64   from, to; /* steps; 0: it was not, or will not be there */
} Change;

struct _KontorLinkedChanges {
  gint64     channel;
  GPtrArray *list;   /* of Change */
};

struct _KontorLinkedKeys {
  KontorStore      *store;
  gint64            channel;
  gint64            last_step;
  GHashTable       *entries;   /* Entry → itself */
  GPtrArray        *dirty;     /* of Entry, lent by entries, in the order of the changes */
  KontorSignalStore signal_store;
};

static const char *const kinds[KONTOR_SIGNAL_N_RECORDS] = {
  [KONTOR_SIGNAL_SELF] = "self",
  [KONTOR_SIGNAL_COUNTERS] = "counters",
  [KONTOR_SIGNAL_SESSION] = "session",
  [KONTOR_SIGNAL_IDENTITY] = "identity",
  [KONTOR_SIGNAL_PREKEY] = "prekey",
  [KONTOR_SIGNAL_SIGNED_PREKEY] = "signed-prekey",
  [KONTOR_SIGNAL_SENDER_KEY] = "sender-key",
};

static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->name) ^ g_str_hash (entry->kind) * 31 ^ entry->number * 2654435761u;
}

static gboolean
is_same_entry (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *two = b;

  return one->number == two->number && g_str_equal (one->kind, two->kind) &&
         g_str_equal (one->name, two->name);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->record, g_bytes_unref);
  g_free (entry->kind);
  g_free (entry->name);
  g_free (entry);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->record, g_bytes_unref);
  g_free (change->kind);
  g_free (change->name);
  g_free (change);
}

static void
changes_free (KontorLinkedChanges *changes)
{
  g_ptr_array_unref (changes->list);
  g_free (changes);
}

static Entry *
find_entry (KontorLinkedKeys *self, const char *kind, const char *name, guint32 number)
{
  const Entry wanted = { .kind = (char *) kind, .name = (char *) name, .number = number };

  return g_hash_table_lookup (self->entries, &wanted);
}

static gboolean
is_kept (gpointer key, gpointer value, gpointer data)
{
  const Entry *entry = key;

  return entry->taken == 0 && !entry->dirty;
}

static void
make_room (KontorLinkedKeys *self)
{
  if (g_hash_table_size (self->entries) >= MOST_ENTRIES)
    g_hash_table_foreach_remove (self->entries, is_kept, NULL);
}

/* (transfer none): as it lies in the store */
static Entry *
read_entry (KontorLinkedKeys *self, const char *kind, const char *name, guint32 number,
            GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (
    self->store, error, "SELECT record, step FROM linked_record"
    " WHERE channel_id = ? AND kind = ? AND name_hash = ? AND number = ?", "xshx", self->channel,
    kind, name, (gint64) number);
  g_autoptr(GError) broken = NULL;
  g_autoptr(GBytes) record = NULL;
  gint64 step = 0;
  Entry *entry;

  if (rows == NULL)
    return NULL;
  if (kontor_rows_next (rows))
    {
      step = kontor_rows_int (rows, 1);
      record = kontor_rows_dup_sealed_blob (rows, 0, &broken);
      if (record == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&broken));
          return NULL;
        }
    }
  else if (!kontor_rows_done (rows, error))
    return NULL;
  make_room (self);
  entry = g_new0 (Entry, 1);
  *entry = (Entry) { g_strdup (kind), g_strdup (name), number, g_steal_pointer (&record), step };
  g_hash_table_add (self->entries, entry);

  return entry;
}

/* (transfer none) */
static Entry *
get_entry (KontorLinkedKeys *self, const char *kind, const char *name, guint32 number,
           GError **error)
{
  Entry *entry = find_entry (self, kind, name, number);

  return entry != NULL ? entry : read_entry (self, kind, name, number, error);
}

gboolean
kontor_linked_keys_load (KontorLinkedKeys *self, const char *kind, const char *name,
                         guint32 number, GBytes **record, GError **error)
{
  const Entry *entry = get_entry (self, kind, name, number, error);

  *record = entry != NULL && entry->record != NULL ? g_bytes_ref (entry->record) : NULL;

  return entry != NULL;
}

gboolean
kontor_linked_keys_save (KontorLinkedKeys *self, const char *kind, const char *name,
                         guint32 number, GBytes *record, GError **error)
{
  Entry *entry = get_entry (self, kind, name, number, error);

  if (entry == NULL)
    return FALSE;
  g_clear_pointer (&entry->record, g_bytes_unref);
  entry->record = record != NULL ? g_bytes_ref (record) : NULL;
  if (!entry->dirty)
    g_ptr_array_add (self->dirty, entry);
  entry->dirty = TRUE;

  return TRUE;
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  const guint32 *one = a, *two = b;

  return *one < *two ? -1 : *one > *two;
}

static void
add_known (KontorLinkedKeys *self, const char *kind, const char *name, GArray *numbers)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Entry *entry = key;

      if (entry->record != NULL && g_str_equal (entry->kind, kind) &&
          g_str_equal (entry->name, name))
        g_array_append_val (numbers, entry->number);
    }
}

GArray *
kontor_linked_keys_list (KontorLinkedKeys *self, const char *kind, const char *name,
                         GError **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(KontorRows) rows = kontor_store_ask (
    self->store, error, "SELECT number FROM linked_record"
    " WHERE channel_id = ? AND kind = ? AND name_hash = ?", "xsh", self->channel, kind, name);

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      const guint32 number = (guint32) kontor_rows_int (rows, 0);

      if (find_entry (self, kind, name, number) == NULL)
        g_array_append_val (numbers, number);
    }
  if (!kontor_rows_done (rows, error))
    return NULL;
  add_known (self, kind, name, numbers);
  g_array_sort (numbers, by_number);

  return g_steal_pointer (&numbers);
}

KontorLinkedChanges *
kontor_linked_keys_take (KontorLinkedKeys *self)
{
  KontorLinkedChanges *changes = g_new0 (KontorLinkedChanges, 1);

  changes->channel = self->channel;
  changes->list = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; i < self->dirty->len; i++)
    {
      Entry *entry = self->dirty->pdata[i];
      Change *change = g_new (Change, 1);
      const gint64 to = entry->record != NULL ? ++self->last_step : 0;

      *change = (Change) { g_strdup (entry->kind), g_strdup (entry->name), entry->number,
                           entry->record != NULL ? g_bytes_ref (entry->record) : NULL,
                           entry->step, to };
      g_ptr_array_add (changes->list, change);
      entry->step = to;
      entry->dirty = FALSE;
      entry->taken++;
    }
  g_ptr_array_set_size (self->dirty, 0);

  return changes;
}

static gboolean
run_change (const Change *change, gint64 channel, KontorStore *store, GError **error)
{
  if (change->from == 0)
    return kontor_store_run (store, error, "INSERT INTO linked_record"
                             " (channel_id, kind, name_hash, number, step, record)"
                             " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", "xshxxy",
                             channel, change->kind, change->name, (gint64) change->number,
                             change->to, change->record);
  if (change->to == 0)
    return kontor_store_run (store, error, "DELETE FROM linked_record WHERE channel_id = ?"
                             " AND kind = ? AND name_hash = ? AND number = ? AND step = ?",
                             "xshxx", channel, change->kind, change->name,
                             (gint64) change->number, change->from);

  return kontor_store_run (store, error, "UPDATE linked_record SET step = ?, record = ?"
                           " WHERE channel_id = ? AND kind = ? AND name_hash = ? AND number = ?"
                           " AND step = ?", "xyxshxx", change->to, change->record, channel,
                           change->kind, change->name, (gint64) change->number, change->from);
}

gboolean
kontor_linked_changes_write (KontorLinkedChanges *changes, KontorStore *store, GError **error)
{
  for (guint i = 0; i < changes->list->len; i++)
    {
      const Change *change = changes->list->pdata[i];

      if (change->from == 0 && change->to == 0)
        continue;
      if (!run_change (change, changes->channel, store, error))
        return FALSE;
      if (kontor_store_changes (store) == 1)
        continue;
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                   "a key of the kind “%s” stands upon one that was not kept", change->kind);
      return FALSE;
    }

  return TRUE;
}

static void
let_go (KontorLinkedKeys *self, const Change *change)
{
  Entry *entry = find_entry (self, change->kind, change->name, change->number);

  if (entry != NULL && entry->taken > 0)
    entry->taken--;
}

void
kontor_linked_keys_settle (KontorLinkedKeys *self, KontorLinkedChanges *changes, gboolean kept)
{
  if (kept)
    {
      for (guint i = 0; i < changes->list->len; i++)
        let_go (self, changes->list->pdata[i]);
      make_room (self);
    }
  else
    {
      g_ptr_array_set_size (self->dirty, 0);
      g_hash_table_remove_all (self->entries);
    }
  changes_free (changes);
}

gboolean
kontor_linked_keys_flush (KontorLinkedKeys *self, GError **error)
{
  KontorLinkedChanges *changes = kontor_linked_keys_take (self);
  gboolean kept = kontor_store_begin (self->store, error);

  if (kept)
    {
      kept = kontor_linked_changes_write (changes, self->store, error) &&
             kontor_store_commit (self->store, error);
      if (!kept)
        kontor_store_undo (self->store);
    }
  kontor_linked_keys_settle (self, changes, kept);

  return kept;
}

gboolean
kontor_linked_keys_wipe (KontorLinkedKeys *self, GError **error)
{
  g_ptr_array_set_size (self->dirty, 0);
  g_hash_table_remove_all (self->entries);

  return kontor_store_run (self->store, error, "DELETE FROM linked_record WHERE channel_id = ?",
                           "x", self->channel);
}

static gboolean
load (gpointer data, KontorSignalRecord kind, const char *name, guint32 number, GBytes **record,
      GError **error)
{
  return kontor_linked_keys_load (data, kinds[kind], name, number, record, error);
}

static gboolean
save (gpointer data, KontorSignalRecord kind, const char *name, guint32 number, GBytes *record,
      GError **error)
{
  return kontor_linked_keys_save (data, kinds[kind], name, number, record, error);
}

static GArray *
list (gpointer data, KontorSignalRecord kind, const char *name, GError **error)
{
  return kontor_linked_keys_list (data, kinds[kind], name, error);
}

/* Where the last run ended: within one, no step is given twice. */
static gint64
find_last_step (KontorStore *store, gint64 channel)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (
    store, NULL, "SELECT COALESCE(MAX(step), 0) FROM linked_record WHERE channel_id = ?", "x",
    channel);

  return rows != NULL && kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : 0;
}

KontorLinkedKeys *
kontor_linked_keys_new (KontorStore *store, const char *channel)
{
  KontorLinkedKeys *self = g_new0 (KontorLinkedKeys, 1);

  self->store = store;
  self->channel = g_ascii_strtoll (channel + strcspn (channel, "0123456789"), NULL, 10);
  self->last_step = find_last_step (store, self->channel);
  self->entries = g_hash_table_new_full (hash_entry, is_same_entry, entry_free, NULL);
  self->dirty = g_ptr_array_new ();
  self->signal_store = (KontorSignalStore) { load, save, list, self };

  return self;
}

void
kontor_linked_keys_free (KontorLinkedKeys *self)
{
  g_ptr_array_unref (self->dirty);
  g_hash_table_unref (self->entries);
  g_free (self);
}

const KontorSignalStore *
kontor_linked_keys_get_store (KontorLinkedKeys *self)
{
  return &self->signal_store;
}
