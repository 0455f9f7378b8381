/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thread.c — laid out anew from the whole of what was read whenever that changes: what is read is a
 * few pages, and only the difference is told, so rows and the place that is looked at stay. */
#include "inbox/thread.h"

#include "inbox/body.h"

struct _KontorThread
{
  GObject           parent_instance;

  KontorRemote     *remote;
  KontorRemoteList *messages;
  GHashTable       *far;         /* what is quoted and not read: id → KontorRemoteRecord, or NULL
                                  * while it is asked for */
  gboolean          as_customer;
  GPtrArray        *items;       /* of KontorThreadItem, the oldest first */
};

static void kontor_thread_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorThread, kontor_thread, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      kontor_thread_model_init))

static gboolean
is_reaction (KontorRemoteRecord *record)
{
  return g_str_equal (kontor_remote_record_get_text (record, "kind"), "reaction") &&
         kontor_remote_record_get_int (record, "about") != 0;
}

/* What never went is shown to nobody; what has not gone yet, and notes, to people alone. */
static gboolean
is_shown (KontorThread *self, KontorRemoteRecord *record)
{
  const char *state = kontor_remote_record_get_text (record, "state");
  gboolean is_inside = g_str_equal (state, "draft") || g_str_equal (state, "scheduled") ||
                       g_str_equal (kontor_remote_record_get_text (record, "direction"), "note");

  return !is_reaction (record) && !g_str_equal (state, "discarded") &&
         !(self->as_customer && is_inside);
}

/* An empty one takes back what the side put there before. */
static void
react (GHashTable *reactions, KontorRemoteRecord *reaction)
{
  gint64 about = kontor_remote_record_get_int (reaction, "about");
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, about);
  GHashTable *sides = g_hash_table_lookup (reactions, key);

  if (sides == NULL)
    {
      sides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (reactions, g_steal_pointer (&key), sides);
    }
  g_hash_table_insert (sides, g_strdup (kontor_remote_record_get_text (reaction, "direction")),
                       kontor_body_dup_emoji (reaction));
}

/* (transfer full): "👍 🙏" */
static char *
join_reactions (GHashTable *reactions, const char *id)
{
  GHashTable *sides = g_hash_table_lookup (reactions, id);
  const char *in = sides != NULL ? g_hash_table_lookup (sides, "in") : NULL;
  const char *out = sides != NULL ? g_hash_table_lookup (sides, "out") : NULL;
  g_autofree char *both = g_strdup_printf ("%s %s", in != NULL ? in : "", out != NULL ? out : "");

  return g_strdup (g_strstrip (both));
}

/* (transfer full): of those items that are there, by record */
static GHashTable *
index_items (KontorThread *self)
{
  GHashTable *index = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->items->len; i++)
    g_hash_table_insert (index, kontor_thread_item_get_record (self->items->pdata[i]),
                         self->items->pdata[i]);

  return index;
}

/* (transfer full): the messages, the oldest first, with the items that they had */
static GPtrArray *
gather (KontorThread *self, GHashTable *reactions)
{
  g_autoptr(GHashTable) index = index_items (self);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->messages)); i > 0; i--)
    {
      g_autoptr(KontorRemoteRecord) record =
        g_list_model_get_item (G_LIST_MODEL (self->messages), i - 1);
      KontorThreadItem *item = g_hash_table_lookup (index, record);

      if (is_reaction (record))
        react (reactions, record);
      else if (is_shown (self, record))
        g_ptr_array_add (items, item != NULL ? g_object_ref (item)
                         : kontor_thread_item_new (record));
    }

  return items;
}

static void lay_out (KontorThread *self);

static void
on_far_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorThread) self = data;
  g_autoptr(GVariant) values = NULL;
  KontorRemoteRecord *message;

  if (!kontor_dbus_inbox_call_message_finish (KONTOR_DBUS_INBOX (source), &values, result, NULL))
    return;
  message = kontor_remote_record_new (values);
  g_hash_table_insert (self->far, g_strdup (kontor_remote_record_get_id (message)), message);
  lay_out (self);
}

/* (nullable): what is quoted from further up than was read is asked for by itself, once. */
static KontorRemoteRecord *
find_quoted (KontorThread *self, gint64 about)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, about);
  KontorRemoteRecord *message = about != 0
    ? kontor_remote_list_find (self->messages, id, NULL) : NULL;

  if (about == 0 || message != NULL)
    return message;
  if (!g_hash_table_contains (self->far, id))
    {
      g_hash_table_insert (self->far, g_strdup (id), NULL);
      kontor_dbus_inbox_call_message (kontor_remote_get_inbox (self->remote), about, NULL,
                                      on_far_told, g_object_ref (self));
    }

  return g_hash_table_lookup (self->far, id);
}

static void
place_all (KontorThread *self, GPtrArray *items, GHashTable *reactions)
{
  KontorRemoteRecord *before = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      KontorRemoteRecord *record = kontor_thread_item_get_record (items->pdata[i]);
      gint64 about = kontor_remote_record_get_int (record, "about");
      g_autofree char *put = join_reactions (reactions, kontor_remote_record_get_id (record));

      kontor_thread_item_place (items->pdata[i], before, find_quoted (self, about), put);
      before = record;
    }
}

static void
take_items (KontorThread *self, GPtrArray *items)
{
  g_autoptr(GPtrArray) old = self->items;
  guint most = MIN (old->len, items->len), head = 0, tail = 0;

  while (head < most && old->pdata[head] == items->pdata[head])
    head++;
  while (tail < most - head &&
         old->pdata[old->len - 1 - tail] == items->pdata[items->len - 1 - tail])
    tail++;
  self->items = items;
  if (old->len - head - tail > 0 || items->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                items->len - head - tail);
}

static void
lay_out (KontorThread *self)
{
  g_autoptr(GHashTable) reactions =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  GPtrArray *items = gather (self, reactions);

  place_all (self, items, reactions);
  take_items (self, items);
}

KontorThread *
kontor_thread_new (KontorRemote *remote, KontorRemoteList *messages, gboolean as_customer)
{
  KontorThread *self = g_object_new (KONTOR_TYPE_THREAD, NULL);

  self->remote = g_object_ref (remote);
  self->messages = g_object_ref (messages);
  self->as_customer = as_customer;
  g_signal_connect_object (messages, "items-changed", G_CALLBACK (lay_out), self,
                           G_CONNECT_SWAPPED);
  lay_out (self);

  return self;
}

KontorRemoteList *
kontor_thread_get_list (KontorThread *self)
{
  return self->messages;
}

KontorThreadItem *
kontor_thread_find (KontorThread *self, const char *id, guint *position)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (kontor_remote_record_get_id (
                       kontor_thread_item_get_record (self->items->pdata[i])), id))
      {
        *position = i;
        return self->items->pdata[i];
      }

  return NULL;
}

static void
unref_any (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static GType
get_item_type (GListModel *model)
{
  return KONTOR_TYPE_THREAD_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return KONTOR_THREAD (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = KONTOR_THREAD (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
kontor_thread_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
kontor_thread_finalize (GObject *object)
{
  KontorThread *self = KONTOR_THREAD (object);

  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->far);
  g_object_unref (self->messages);
  g_object_unref (self->remote);

  G_OBJECT_CLASS (kontor_thread_parent_class)->finalize (object);
}

static void
kontor_thread_class_init (KontorThreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_thread_finalize;
}

static void
kontor_thread_init (KontorThread *self)
{
  self->far = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_any);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}
