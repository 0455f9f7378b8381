/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thread.c — laid out anew from the whole of what was read whenever that changes: what is read is a
 * few pages, and only the difference is told, so rows and the place that is looked at stay. */
#include "inbox/thread.h"

#include "inbox/body.h"

struct _KontorThread
{
  GObject           parent_instance;

  KontorRemote     *remote;
  KontorRemoteList *older;       /* the latest first, from where it began */
  KontorRemoteList *newer;       /* the oldest first; NULL where it began at the latest */
  GHashTable       *far;         /* what is quoted and not read: id → KontorRemoteRecord, or NULL
                                  * while it is asked for */
  gboolean          as_customer;
  GPtrArray        *items;       /* of KontorThreadItem, the oldest first */
};

/* GTK makes a row for each message that was read, in sight or not. */
#define PAGE 12

enum { READ, N_SIGNALS };
static guint signals[N_SIGNALS];

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

typedef struct {
  KontorThread *self;
  GHashTable   *index;
  GHashTable   *reactions;
  GPtrArray    *items;
} Gathering;

static void
gather_one (Gathering *all, KontorRemoteList *list, guint position)
{
  g_autoptr(KontorRemoteRecord) record = g_list_model_get_item (G_LIST_MODEL (list), position);
  KontorThreadItem *item = g_hash_table_lookup (all->index, record);

  if (is_reaction (record))
    react (all->reactions, record);
  else if (is_shown (all->self, record))
    g_ptr_array_add (all->items, item != NULL ? g_object_ref (item)
                     : kontor_thread_item_new (record));
}

static guint
count (KontorRemoteList *list)
{
  return list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
}

/* (transfer full): the messages, the oldest first, with the items that they had */
static GPtrArray *
gather (KontorThread *self, GHashTable *reactions)
{
  g_autoptr(GHashTable) index = index_items (self);
  Gathering all = { self, index, reactions, g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = count (self->older); i > 0; i--)
    gather_one (&all, self->older, i - 1);
  for (guint i = 0; i < count (self->newer); i++)
    gather_one (&all, self->newer, i);

  return all.items;
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
    ? kontor_remote_list_find (self->older, id, NULL) : NULL;

  if (about != 0 && message == NULL && self->newer != NULL)
    message = kontor_remote_list_find (self->newer, id, NULL);
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

static void
on_read (KontorThread *self)
{
  g_signal_emit (self, signals[READ], 0);
}

static void
follow (KontorThread *self, KontorRemoteList *list)
{
  kontor_remote_list_set_page (list, PAGE);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (lay_out), self, G_CONNECT_SWAPPED);
  /* A page may bring nothing but reactions: the rows do not change then. */
  g_signal_connect_object (list, "notify::is-loading", G_CALLBACK (on_read), self,
                           G_CONNECT_SWAPPED);
}

KontorThread *
kontor_thread_new (KontorRemote *remote, gint64 conversation, gint64 around, gboolean as_customer)
{
  KontorThread *self = g_object_new (KONTOR_TYPE_THREAD, NULL);

  self->remote = g_object_ref (remote);
  self->as_customer = as_customer;
  self->older = kontor_remote_list_new_messages (remote, conversation, around, FALSE);
  follow (self, self->older);
  if (around != 0)
    {
      self->newer = kontor_remote_list_new_messages (remote, conversation, around, TRUE);
      follow (self, self->newer);
    }

  return self;
}

void
kontor_thread_load_older (KontorThread *self)
{
  kontor_remote_list_load_more (self->older);
}

void
kontor_thread_load_newer (KontorThread *self)
{
  if (self->newer != NULL)
    kontor_remote_list_load_more (self->newer);
}

gboolean
kontor_thread_has_latest (KontorThread *self)
{
  return self->newer == NULL || (kontor_remote_list_is_loaded (self->newer) &&
                                 !kontor_remote_list_has_more (self->newer));
}

static gboolean
is_told (KontorRemoteList *list)
{
  g_autofree char *words = NULL;

  if (list == NULL || kontor_remote_list_is_loaded (list))
    return TRUE;
  g_object_get (list, "words", &words, NULL);

  return words != NULL;
}

gboolean
kontor_thread_is_loaded (KontorThread *self)
{
  return is_told (self->older) && is_told (self->newer);
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
  g_clear_object (&self->older);
  g_clear_object (&self->newer);
  g_object_unref (self->remote);

  G_OBJECT_CLASS (kontor_thread_parent_class)->finalize (object);
}

static void
kontor_thread_class_init (KontorThreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_thread_finalize;
  signals[READ] = g_signal_new ("read", KONTOR_TYPE_THREAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
kontor_thread_init (KontorThread *self)
{
  self->far = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_any);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}
