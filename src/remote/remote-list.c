/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote-list.c — one way to follow for everything that comes in pages.
 *
 * The order is the daemon's and is not known here, so what changed is put in its place by its
 * neighbours: pages are read from the top until every changed id was seen, or all that was fetched
 * has been read. The last record read that did not change tells where the untouched rest begins. */
#include "remote/remote-list.h"

#include "remote/remote-source.h"
#include "remote/splice.h"

#define PAGE 50

struct _KontorRemoteList
{
  GObject       parent_instance;

  KontorRemoteSource *source;
  guint         page;

  GPtrArray    *items;         /* of KontorRemoteRecord */
  char         *next;          /* NULL at the end, and before the first page */
  gboolean      is_loaded;
  char         *words;

  GCancellable *cancellable;   /* of what is on its way */
  gboolean      is_reading;    /* from the top again; else one more page */
  GPtrArray    *read;          /* of GVariant: what was read again so far */
  GHashTable   *changed;       /* ids being looked for; NULL: everything */
  GHashTable   *pending;       /* ids that changed meanwhile */
  gboolean      is_all_pending;
  guint         start_idle;
};

enum { PROP_IS_LOADING = 1, PROP_IS_LOADED, PROP_WORDS, PROP_N_ITEMS, N_PROPS };
static GParamSpec *props[N_PROPS];

static void kontor_remote_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorRemoteList, kontor_remote_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      kontor_remote_list_model_init))

static void ask (KontorRemoteList *self, const char *after, guint limit);
static void read_again (KontorRemoteList *self);

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
notify (KontorRemoteList *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_words (KontorRemoteList *self, char *words)
{
  if (g_strcmp0 (self->words, words) == 0)
    {
      g_free (words);
      return;
    }
  g_free (self->words);
  self->words = words;
  notify (self, PROP_WORDS);
}

static void
take_items (KontorRemoteList *self, GPtrArray *items)
{
  g_autoptr(GPtrArray) old = self->items;
  KontorSplice splice = kontor_splice_between (old, items);

  self->items = items;
  if (splice.removed == 0 && splice.added == 0)
    return;
  g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.removed, splice.added);
  if (old->len != items->len)
    notify (self, PROP_N_ITEMS);
}

static void
settle (KontorRemoteList *self, const char *next)
{
  g_free (self->next);
  self->next = *next != '\0' ? g_strdup (next) : NULL;
  set_words (self, NULL);
  if (!self->is_loaded)
    {
      self->is_loaded = TRUE;
      notify (self, PROP_IS_LOADED);
    }
}

/* One more page at the end. */
static void
append (KontorRemoteList *self, GVariant *page, const char *next)
{
  take_items (self, kontor_splice_append (self->items, page));
  settle (self, next);
}

static void
finish_reading (KontorRemoteList *self, const char *next)
{
  gboolean is_whole = self->read->len >= self->items->len || *next == '\0';
  GPtrArray *items = kontor_splice_merge (self->items, self->read, self->changed, &is_whole);
  g_autofree char *kept = g_strdup (is_whole ? next : self->next != NULL ? self->next : "");

  take_items (self, items);
  settle (self, kept);
}

static void
read_page (KontorRemoteList *self, GVariant *page, const char *next)
{
  gboolean is_enough;

  for (gsize i = 0; i < g_variant_n_children (page); i++)
    g_ptr_array_add (self->read, g_variant_get_child_value (page, i));
  is_enough = *next == '\0' || self->read->len >= MAX (self->items->len, self->page) ||
              (kontor_splice_has_all (self->read, self->changed) &&
               kontor_splice_has_border (self->items, self->read, self->changed));
  if (!is_enough)
    {
      ask (self, next, MIN (self->items->len - self->read->len + 1, 500));
      return;
    }
  finish_reading (self, next);
}

static void
end (KontorRemoteList *self)
{
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->read, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  self->is_reading = FALSE;
  notify (self, PROP_IS_LOADING);
  if (self->is_all_pending || g_hash_table_size (self->pending) > 0)
    read_again (self);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorRemoteList) self = data;
  g_autoptr(GCancellable) cancellable = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);
  g_autoptr(GVariant) page = NULL;
  const char *next;

  if (kontor_remote_is_cancelled (error) || self->cancellable == NULL)
    return;
  cancellable = g_object_ref (self->cancellable);
  if (answer == NULL)
    {
      set_words (self, kontor_remote_dup_words (error));
      end (self);
      return;
    }
  g_variant_get (answer, "(@aa{sv}&s)", &page, &next);
  if (self->is_reading)
    read_page (self, page, next);
  else
    append (self, page, next);
  /* A further page was asked for with a cancellable of its own. */
  if (self->cancellable == cancellable)
    end (self);
}

static void
ask (KontorRemoteList *self, const char *after, guint limit)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  kontor_remote_source_ask (self->source, after, limit, self->cancellable, on_answered,
                            g_object_ref (self));
}

static gboolean
is_there (KontorRemoteList *self)
{
  return kontor_remote_get_state (self->source->remote) == KONTOR_REMOTE_THERE;
}

static void
read_again (KontorRemoteList *self)
{
  if (self->cancellable != NULL || !is_there (self))
    return;
  self->changed = self->is_all_pending || !self->is_loaded ? NULL
    : g_hash_table_ref (self->pending);
  g_hash_table_unref (self->pending);
  self->pending = new_ids ();
  self->is_all_pending = FALSE;
  self->is_reading = TRUE;
  self->read = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  ask (self, NULL, self->changed == NULL ? CLAMP (self->items->len, self->page, 500) : self->page);
  notify (self, PROP_IS_LOADING);
}

static void
everything_changed (KontorRemoteList *self)
{
  self->is_all_pending = TRUE;
  read_again (self);
}

static void
on_records_changed (KontorRemoteList *self, GVariant *changed)
{
  g_autofree const char **ids = NULL;

  if (g_variant_n_children (changed) == 0)
    everything_changed (self);
  else if (g_variant_lookup (changed, self->source->text, "^a&s", &ids))
    {
      for (guint i = 0; ids[i] != NULL; i++)
        g_hash_table_add (self->pending, g_strdup (ids[i]));
      self->is_all_pending |= ids[0] == NULL;
      read_again (self);
    }
}

static gboolean
add_numbers (GHashTable *ids, GVariant *numbers)
{
  GVariantIter iter;
  gint64 id;

  g_variant_iter_init (&iter, numbers);
  while (g_variant_iter_next (&iter, "x", &id))
    g_hash_table_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, id));

  return g_variant_n_children (numbers) > 0;
}

static void
on_conversations_changed (KontorRemoteList *self, GVariant *conversations, GVariant *messages)
{
  if (!add_numbers (self->pending, conversations))
    self->is_all_pending = TRUE;
  read_again (self);
}

/* A message's own number does not tell its conversation: those that are not here are new, and are
 * not looked for beyond the first page. Where the oldest come first, new ones come behind all. */
static void
on_messages_changed (KontorRemoteList *self, GVariant *conversations, GVariant *messages)
{
  g_autoptr(GHashTable) ids = new_ids ();
  gboolean is_mine = g_variant_n_children (conversations) == 0 &&
                     g_variant_n_children (messages) == 0;
  GVariantIter iter;
  GHashTableIter changed;
  gint64 id;
  char *text;

  self->is_all_pending |= is_mine;
  g_variant_iter_init (&iter, conversations);
  while (g_variant_iter_next (&iter, "x", &id))
    is_mine |= id == self->source->conversation;
  add_numbers (ids, messages);
  g_hash_table_iter_init (&changed, ids);
  while (g_hash_table_iter_next (&changed, (gpointer *) &text, NULL))
    if (kontor_remote_list_find (self, text, NULL) != NULL)
      {
        g_hash_table_add (self->pending, g_strdup (text));
        is_mine = TRUE;
      }
  self->is_all_pending |= is_mine && self->source->oldest_first;
  if (is_mine && g_hash_table_size (self->pending) == 0 && self->items->len > 0)
    g_hash_table_add (self->pending,
                      g_strdup (kontor_remote_record_get_id (self->items->pdata[0])));
  else if (is_mine && self->items->len == 0)
    self->is_all_pending = TRUE;
  if (is_mine)
    read_again (self);
}

static gboolean
on_start (gpointer data)
{
  kontor_remote_list_begin (data);

  return G_SOURCE_REMOVE;
}

static KontorRemoteList *
new_list (KontorRemote *remote, KontorRemoteOf of, const char *text, GVariant *filter)
{
  static const struct { const char *signal; GCallback callback; } followed[] = {
    [KONTOR_REMOTE_OF_RECORDS] = { "records-changed", G_CALLBACK (on_records_changed) },
    [KONTOR_REMOTE_OF_CONVERSATIONS] = { "inbox-changed", G_CALLBACK (on_conversations_changed) },
    [KONTOR_REMOTE_OF_MESSAGES] = { "inbox-changed", G_CALLBACK (on_messages_changed) },
    [KONTOR_REMOTE_OF_HITS] = { NULL, NULL },
  };
  KontorRemoteList *self = g_object_new (KONTOR_TYPE_REMOTE_LIST, NULL);

  self->source = kontor_remote_source_new (remote, of, text, filter);
  g_signal_connect_object (remote, "renewed", G_CALLBACK (everything_changed), self,
                           G_CONNECT_SWAPPED);
  if (followed[of].signal != NULL)
    g_signal_connect_object (remote, followed[of].signal, followed[of].callback, self,
                             G_CONNECT_SWAPPED);
  self->start_idle = g_idle_add_full (G_PRIORITY_DEFAULT, on_start, self, NULL);

  return self;
}

KontorRemoteList *
kontor_remote_list_new_sorted (KontorRemote *remote, const char *kind, GVariant *filter,
                               const char *sort, gboolean descending)
{
  KontorRemoteList *self = new_list (remote, KONTOR_REMOTE_OF_RECORDS, kind, filter);

  self->source->descending = descending;
  self->source->sort = g_strdup (sort);
  return self;
}

KontorRemoteList *
kontor_remote_list_new_conversations (KontorRemote *remote, GVariant *filter)
{
  return new_list (remote, KONTOR_REMOTE_OF_CONVERSATIONS, NULL, filter);
}

KontorRemoteList *
kontor_remote_list_new_messages (KontorRemote *remote, gint64 conversation, gint64 from,
                                 gboolean oldest_first)
{
  KontorRemoteList *self = new_list (remote, KONTOR_REMOTE_OF_MESSAGES, NULL, NULL);

  self->source->conversation = conversation;
  self->source->from = from;
  self->source->oldest_first = oldest_first;

  return self;
}

KontorRemoteList *
kontor_remote_list_new_search (KontorRemote *remote, const char *text)
{
  return new_list (remote, KONTOR_REMOTE_OF_HITS, text, NULL);
}

void
kontor_remote_list_begin (KontorRemoteList *self)
{
  if (self->start_idle == 0)
    return;
  g_clear_handle_id (&self->start_idle, g_source_remove);
  everything_changed (self);
}

gboolean
kontor_remote_list_has_more (KontorRemoteList *self)
{
  return self->next != NULL;
}

void
kontor_remote_list_load_more (KontorRemoteList *self)
{
  if (self->next == NULL || self->cancellable != NULL || !is_there (self))
    return;
  ask (self, self->next, self->page);
  notify (self, PROP_IS_LOADING);
}

void
kontor_remote_list_set_page (KontorRemoteList *self, guint page)
{
  self->page = page > 0 ? page : PAGE;
}

gboolean
kontor_remote_list_is_loaded (KontorRemoteList *self)
{
  return self->is_loaded;
}

KontorRemoteRecord *
kontor_remote_list_find (KontorRemoteList *self, const char *id, guint *position)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (kontor_remote_record_get_id (self->items->pdata[i]), id))
      {
        if (position != NULL)
          *position = i;
        return self->items->pdata[i];
      }

  return NULL;
}

static GType
get_item_type (GListModel *model)
{
  return KONTOR_TYPE_REMOTE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return KONTOR_REMOTE_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  KontorRemoteList *self = KONTOR_REMOTE_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
kontor_remote_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
kontor_remote_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KontorRemoteList *self = KONTOR_REMOTE_LIST (object);

  switch (id)
    {
    case PROP_IS_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    case PROP_IS_LOADED:
      g_value_set_boolean (value, self->is_loaded);
      break;
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->items->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kontor_remote_list_finalize (GObject *object)
{
  KontorRemoteList *self = KONTOR_REMOTE_LIST (object);

  g_clear_handle_id (&self->start_idle, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->read, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_hash_table_unref (self->pending);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->source, kontor_remote_source_free);
  g_free (self->next);
  g_free (self->words);
  G_OBJECT_CLASS (kontor_remote_list_parent_class)->finalize (object);
}

static void
kontor_remote_list_class_init (KontorRemoteListClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kontor_remote_list_finalize;
  object_class->get_property = kontor_remote_list_get_property;
  props[PROP_IS_LOADING] = g_param_spec_boolean ("is-loading", NULL, NULL, FALSE, flags);
  props[PROP_IS_LOADED] = g_param_spec_boolean ("is-loaded", NULL, NULL, FALSE, flags);
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kontor_remote_list_init (KontorRemoteList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->pending = new_ids ();
  self->page = PAGE;
}
