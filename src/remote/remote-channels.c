/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/remote-channels.h"

#include "remote/splice.h"

/* How often, at the most, what is written on the lines makes them be asked for. */
#define TRAFFIC_MS 1000

struct _KontorRemoteChannels
{
  GObject       parent_instance;

  KontorRemote *remote;
  GPtrArray    *items;        /* of KontorRemoteRecord */
  GPtrArray    *kinds;        /* of KontorRemoteKind */
  guint         timer;        /* until the traffic is asked for */
  gboolean      is_loaded;
  gboolean      is_asking;
  gboolean      is_stale;     /* something changed since it was asked */
};

enum { PROP_IS_LOADED = 1, PROP_N_ITEMS, N_PROPS };
enum { CHANGED, KINDS_TOLD, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
static void ask (KontorRemoteChannels *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (KontorRemoteChannels, kontor_remote_channels, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
take (KontorRemoteChannels *self, GVariant *told)
{
  g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr(GPtrArray) before = self->items;
  gboolean is_whole = TRUE;
  KontorSplice splice;

  for (gsize i = 0; i < g_variant_n_children (told); i++)
    g_ptr_array_add (read, g_variant_get_child_value (told, i));
  self->items = kontor_splice_merge (before, read, NULL, &is_whole);
  splice = kontor_splice_between (before, self->items);
  if (splice.removed > 0 || splice.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.removed,
                                splice.added);
  if (splice.removed != splice.added)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
  if (!self->is_loaded)
    {
      self->is_loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_LOADED]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorRemoteChannels) self = data;
  g_autoptr(GVariant) told = NULL;

  self->is_asking = FALSE;
  if (kontor_dbus_channels_call_list_finish (KONTOR_DBUS_CHANNELS (source), &told, result, NULL))
    take (self, told);
  if (self->is_stale)
    ask (self);
}

static void
ask (KontorRemoteChannels *self)
{
  self->is_stale = self->is_asking;
  if (self->is_asking || kontor_remote_get_state (self->remote) != KONTOR_REMOTE_THERE)
    return;
  self->is_asking = TRUE;
  kontor_dbus_channels_call_list (kontor_remote_get_channels (self->remote), NULL,
                                  on_listed, g_object_ref (self));
}

static void
on_kinds (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorRemoteChannels) self = data;
  g_autoptr(GVariant) told = NULL;

  if (!kontor_dbus_channels_call_kinds_finish (KONTOR_DBUS_CHANNELS (source), &told, result, NULL))
    return;
  g_ptr_array_set_size (self->kinds, 0);
  for (gsize i = 0; i < g_variant_n_children (told); i++)
    {
      g_autoptr(GVariant) one = g_variant_get_child_value (told, i);

      g_ptr_array_add (self->kinds, kontor_remote_kind_new (one));
    }
  g_signal_emit (self, signals[KINDS_TOLD], 0);
}

static void
on_renewed (KontorRemoteChannels *self)
{
  kontor_dbus_channels_call_kinds (kontor_remote_get_channels (self->remote), NULL,
                                   on_kinds, g_object_ref (self));
  ask (self);
}

static void
on_records_changed (KontorRemoteChannels *self, GVariant *changed)
{
  g_autoptr(GVariant) ids = g_variant_lookup_value (changed, "channel", NULL);

  if (ids != NULL || g_variant_n_children (changed) == 0)
    ask (self);
}

static gboolean
on_timer (gpointer data)
{
  KontorRemoteChannels *self = data;

  self->timer = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

/* A message is the last activity of its line. */
static void
on_inbox_changed (KontorRemoteChannels *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (TRAFFIC_MS, on_timer, self);
}

KontorRemoteChannels *
kontor_remote_channels_new (KontorRemote *remote)
{
  KontorRemoteChannels *self = g_object_new (KONTOR_TYPE_REMOTE_CHANNELS, NULL);

  self->remote = g_object_ref (remote);
  g_signal_connect_object (remote, "renewed", G_CALLBACK (on_renewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "channels-changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "records-changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "inbox-changed", G_CALLBACK (on_inbox_changed), self,
                           G_CONNECT_SWAPPED);
  if (kontor_remote_get_state (remote) == KONTOR_REMOTE_THERE)
    on_renewed (self);

  return self;
}

gboolean
kontor_remote_channels_is_loaded (KontorRemoteChannels *self)
{
  return self->is_loaded;
}

GPtrArray *
kontor_remote_channels_get_kinds (KontorRemoteChannels *self)
{
  return self->kinds;
}

const KontorRemoteKind *
kontor_remote_channels_find_kind (KontorRemoteChannels *self, const char *name)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_str_equal (((KontorRemoteKind *) self->kinds->pdata[i])->name, name))
      return self->kinds->pdata[i];

  return NULL;
}

gboolean
kontor_remote_channel_is_real (KontorRemoteRecord *channel)
{
  return !g_str_equal (kontor_remote_record_get_text (channel, "kind"), "practice");
}

char *
kontor_remote_channel_dup_fact (KontorRemoteRecord *channel, const char *name)
{
  g_autoptr(GVariant) facts = g_variant_lookup_value (kontor_remote_record_get_values (channel),
                                                      "facts", G_VARIANT_TYPE_VARDICT);

  return facts != NULL ? g_strdup (kontor_record_get_text (facts, name)) : NULL;
}

static GType
get_item_type (GListModel *model)
{
  return KONTOR_TYPE_REMOTE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return KONTOR_REMOTE_CHANNELS (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  KontorRemoteChannels *self = KONTOR_REMOTE_CHANNELS (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
kontor_remote_channels_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KontorRemoteChannels *self = KONTOR_REMOTE_CHANNELS (object);

  if (id == PROP_IS_LOADED)
    g_value_set_boolean (value, self->is_loaded);
  else if (id == PROP_N_ITEMS)
    g_value_set_uint (value, self->items->len);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_remote_channels_finalize (GObject *object)
{
  KontorRemoteChannels *self = KONTOR_REMOTE_CHANNELS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->remote);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->kinds);

  G_OBJECT_CLASS (kontor_remote_channels_parent_class)->finalize (object);
}

static void
kontor_remote_channels_class_init (KontorRemoteChannelsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kontor_remote_channels_finalize;
  object_class->get_property = kontor_remote_channels_get_property;
  props[PROP_IS_LOADED] = g_param_spec_boolean ("is-loaded", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", KONTOR_TYPE_REMOTE_CHANNELS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[KINDS_TOLD] = g_signal_new ("kinds-told", KONTOR_TYPE_REMOTE_CHANNELS,
                                      G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_remote_channels_init (KontorRemoteChannels *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_remote_kind_free);
}
