/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote.c — the proxies are made once, without asking the daemon anything: making one takes a
 * question to the bus itself, which answers in microseconds. Whether the daemon is there is read
 * from the owner of its name, so a daemon that comes back by itself is noticed as well. */
#include "remote/remote.h"

#include <glib/gi18n.h>

#include "model/error.h"

#define BUS_NAME "org.kontor.Kontor.Daemon"
#define BUS_PATH "/org/kontor/Kontor/Daemon"
#define CALL_LIMIT_MS (60 * 1000)
#define START_LIMIT_MS (100 * 1000)

struct _KontorRemote
{
  GObject               parent_instance;

  GDBusConnection      *connection;
  KontorDBusRecords    *records;
  KontorDBusInbox      *inbox;
  KontorDBusChannels   *channels;
  KontorDBusActions    *actions;
  KontorDBusAssistants *assistants;
  KontorDBusDaemon     *daemon;
  KontorDBusLock       *lock;
  GCancellable         *cancellable;
  KontorRemoteState     state;
  char                 *cause;
  guint                 tries;
  guint                 timer;
  gboolean              is_starting;
  gboolean              is_closed;
};

enum { PROP_STATE = 1, PROP_CLOSED, N_PROPS };
enum { RENEWED, RECORDS_CHANGED, INBOX_CHANGED, CHANNELS_CHANGED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorRemote, kontor_remote, G_TYPE_OBJECT)

static void start (KontorRemote *self);

static void
set_state (KontorRemote *self, KontorRemoteState state, const char *cause)
{
  gboolean same = self->state == state && g_strcmp0 (self->cause, cause) == 0;

  if (!same)
    {
      g_free (self->cause);
      self->cause = g_strdup (cause);
    }
  self->state = state;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static gboolean
on_retry_due (gpointer data)
{
  KontorRemote *self = data;

  self->timer = 0;
  start (self);

  return G_SOURCE_REMOVE;
}

static void
retry_later (KontorRemote *self)
{
  static const guint steps_s[] = { 1, 2, 5, 10, 30 };
  guint step_s = steps_s[MIN (self->tries, G_N_ELEMENTS (steps_s) - 1)];

  self->tries++;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (step_s, on_retry_due, self);
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorRemote *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (kontor_remote_is_cancelled (error))
    return;
  self->is_starting = FALSE;
  /* That it runs is told by the owner of its name, which the bus tells first. */
  if (answer == NULL && self->state != KONTOR_REMOTE_THERE)
    {
      gboolean is_unknown = g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);

      set_state (self, KONTOR_REMOTE_AWAY, is_unknown
                 ? _("Kontor’s service is not installed here.")
                 : _("Kontor’s service could not be started."));
      retry_later (self);
    }
}

static void
start (KontorRemote *self)
{
  if (self->is_starting)
    return;
  self->is_starting = TRUE;
  g_dbus_connection_call (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "StartServiceByName",
                          g_variant_new ("(su)", BUS_NAME, 0), G_VARIANT_TYPE ("(u)"),
                          G_DBUS_CALL_FLAGS_NONE, START_LIMIT_MS, self->cancellable, on_started,
                          self);
}

static void
on_owner_changed (KontorRemote *self)
{
  g_autofree char *owner = g_dbus_proxy_get_name_owner (G_DBUS_PROXY (self->daemon));

  if (owner != NULL)
    {
      self->tries = 0;
      g_clear_handle_id (&self->timer, g_source_remove);
      set_state (self, KONTOR_REMOTE_THERE, "");
      g_signal_emit (self, signals[RENEWED], 0);
      return;
    }
  set_state (self, KONTOR_REMOTE_AWAY, _("Kontor’s service has stopped; it is being started."));
  retry_later (self);
}

static void
on_records_changed (KontorRemote *self, GVariant *ids)
{
  g_signal_emit (self, signals[RECORDS_CHANGED], 0, ids);
}

static void
on_inbox_changed (KontorRemote *self, GVariant *conversations, GVariant *messages)
{
  g_signal_emit (self, signals[INBOX_CHANGED], 0, conversations, messages);
}

static void
on_channels_changed (KontorRemote *self)
{
  g_signal_emit (self, signals[CHANNELS_CHANGED], 0);
}

/* A daemon that goes leaves it as it was: nothing is shown by pulling a plug. */
static void
on_lock_changed (KontorRemote *self)
{
  g_autoptr(GVariant) closed = g_dbus_proxy_get_cached_property (G_DBUS_PROXY (self->lock),
                                                                 "Closed");

  if (closed == NULL || g_variant_get_boolean (closed) == self->is_closed)
    return;
  self->is_closed = !self->is_closed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CLOSED]);
  if (!self->is_closed)
    g_signal_emit (self, signals[RENEWED], 0);
}

static gboolean
make_proxies (KontorRemote *self, GError **error)
{
#define PROXY(name) \
  self->name = kontor_dbus_##name##_proxy_new_sync (self->connection, flags, BUS_NAME, BUS_PATH, \
                                                    NULL, error); \
  if (self->name == NULL) \
    return FALSE; \
  g_dbus_proxy_set_default_timeout (G_DBUS_PROXY (self->name), CALL_LIMIT_MS);

  const GDBusProxyFlags flags = G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES |
                                G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START;

  PROXY (records)
  PROXY (inbox)
  PROXY (channels)
  PROXY (actions)
  PROXY (assistants)
  PROXY (daemon)
#undef PROXY
  self->lock = kontor_dbus_lock_proxy_new_sync (self->connection,
                                                G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START, BUS_NAME,
                                                BUS_PATH, NULL, error);

  return self->lock != NULL;
}

static void
listen (KontorRemote *self)
{
  g_signal_connect_object (self->records, "changed", G_CALLBACK (on_records_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inbox, "changed", G_CALLBACK (on_inbox_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->channels, "changed", G_CALLBACK (on_channels_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lock, "g-properties-changed", G_CALLBACK (on_lock_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->daemon, "notify::g-name-owner", G_CALLBACK (on_owner_changed),
                           self, G_CONNECT_SWAPPED);
}

KontorRemote *
kontor_remote_new (GDBusConnection *connection, GError **error)
{
  g_autoptr(KontorRemote) self = g_object_new (KONTOR_TYPE_REMOTE, NULL);
  g_autofree char *owner = NULL;

  kontor_error_quark ();
  self->connection = g_object_ref (connection);
  if (!make_proxies (self, error))
    return NULL;
  listen (self);
  on_lock_changed (self);
  owner = g_dbus_proxy_get_name_owner (G_DBUS_PROXY (self->daemon));
  if (owner != NULL)
    self->state = KONTOR_REMOTE_THERE;
  else
    start (self);

  return g_steal_pointer (&self);
}

static void
kontor_remote_dispose (GObject *object)
{
  KontorRemote *self = KONTOR_REMOTE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->records);
  g_clear_object (&self->inbox);
  g_clear_object (&self->channels);
  g_clear_object (&self->actions);
  g_clear_object (&self->assistants);
  g_clear_object (&self->daemon);
  g_clear_object (&self->lock);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (kontor_remote_parent_class)->dispose (object);
}

static void
kontor_remote_finalize (GObject *object)
{
  KontorRemote *self = KONTOR_REMOTE (object);

  g_object_unref (self->cancellable);
  g_free (self->cause);

  G_OBJECT_CLASS (kontor_remote_parent_class)->finalize (object);
}

static void
kontor_remote_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_int (value, KONTOR_REMOTE (object)->state);
  else if (id == PROP_CLOSED)
    g_value_set_boolean (value, KONTOR_REMOTE (object)->is_closed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_remote_class_init (KontorRemoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kontor_remote_dispose;
  object_class->finalize = kontor_remote_finalize;
  object_class->get_property = kontor_remote_get_property;
  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, KONTOR_REMOTE_AWAY, 0,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                        G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_CLOSED] = g_param_spec_boolean ("closed", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                             G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[RENEWED] = g_signal_new ("renewed", KONTOR_TYPE_REMOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[RECORDS_CHANGED] = g_signal_new ("records-changed", KONTOR_TYPE_REMOTE,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           G_TYPE_VARIANT);
  signals[INBOX_CHANGED] = g_signal_new ("inbox-changed", KONTOR_TYPE_REMOTE, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_VARIANT,
                                         G_TYPE_VARIANT);
  signals[CHANNELS_CHANGED] = g_signal_new ("channels-changed", KONTOR_TYPE_REMOTE,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                            0);
}

static void
kontor_remote_init (KontorRemote *self)
{
  self->cancellable = g_cancellable_new ();
  self->cause = g_strdup ("");
}

KontorRemoteState
kontor_remote_get_state (KontorRemote *self)
{
  return self->state;
}

const char *
kontor_remote_get_cause (KontorRemote *self)
{
  return self->cause;
}

void
kontor_remote_try_again (KontorRemote *self)
{
  if (self->state == KONTOR_REMOTE_THERE)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->tries = 0;
  set_state (self, KONTOR_REMOTE_STARTING, "");
  start (self);
}

KontorDBusRecords *
kontor_remote_get_records (KontorRemote *self)
{
  return self->records;
}

KontorDBusInbox *
kontor_remote_get_inbox (KontorRemote *self)
{
  return self->inbox;
}

KontorDBusChannels *
kontor_remote_get_channels (KontorRemote *self)
{
  return self->channels;
}

KontorDBusActions *
kontor_remote_get_actions (KontorRemote *self)
{
  return self->actions;
}

KontorDBusAssistants *
kontor_remote_get_assistants (KontorRemote *self)
{
  return self->assistants;
}

KontorDBusDaemon *
kontor_remote_get_daemon (KontorRemote *self)
{
  return self->daemon;
}

GVariant *
kontor_remote_no_options (void)
{
  return g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0);
}

gboolean
kontor_remote_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

KontorDBusLock *
kontor_remote_get_lock (KontorRemote *self)
{
  return self->lock;
}

gboolean
kontor_remote_is_closed (KontorRemote *self)
{
  return self->is_closed;
}
