/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bell.c — org.freedesktop.Notifications. Its numbers come with the answer to a call, so what is to
 * replace or withdraw a notification waits for that answer. */
#include "desktop/bell-inside.h"

#include "config.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

typedef struct {
  char     *key;
  guint32   id;           /* the server's; 0: it has not said */
  gboolean  is_asked;     /* an answer is on its way */
  gboolean  is_withdrawn; /* while it was asked */
  GVariant *next;         /* (nullable): what is to be shown instead, when it has answered */
  char     *token;        /* (nullable) */
} Shown;

struct _KontorBell
{
  GObject          parent_instance;

  GDBusConnection *connection;
  gboolean         is_portal;
  gboolean         has_markup;
  GHashTable      *shown;       /* key → Shown */
  GCancellable    *cancellable;
  guint            listening, watching;
};

enum { ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorBell, kontor_bell, G_TYPE_OBJECT)

typedef struct {
  KontorBell *bell;
  char       *key;
} Ask;

static void
shown_free (Shown *shown)
{
  g_free (shown->key);
  g_free (shown->token);
  g_clear_pointer (&shown->next, g_variant_unref);
  g_free (shown);
}

static Shown *
ensure (KontorBell *self, const char *key)
{
  Shown *shown = g_hash_table_lookup (self->shown, key);

  if (shown == NULL)
    {
      shown = g_new0 (Shown, 1);
      shown->key = g_strdup (key);
      g_hash_table_insert (self->shown, shown->key, shown);
    }

  return shown;
}

static Shown *
find (KontorBell *self, guint32 id)
{
  GHashTableIter iter;
  Shown *shown;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &shown))
    if (shown->id == id)
      return shown;

  return NULL;
}

static void
call (KontorBell *self, const char *method, GVariant *parameters, GAsyncReadyCallback callback,
      gpointer data)
{
  g_dbus_connection_call (self->connection, NAME, PATH, NAME, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, callback != NULL ? self->cancellable : NULL,
                          callback, data);
}

static void
take_away (KontorBell *self, Shown *shown)
{
  if (shown->id != 0)
    call (self, "CloseNotification", g_variant_new ("(u)", shown->id), NULL, NULL);
  g_hash_table_remove (self->shown, shown->key);
}

static void show (KontorBell *self, Shown *shown);

static void
on_shown (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Ask *ask = data;
  g_autoptr(KontorBell) self = ask->bell;
  g_autofree char *key = ask->key;
  g_autoptr(GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  Shown *shown = g_hash_table_lookup (self->shown, key);

  if (shown == NULL)
    return;
  shown->is_asked = FALSE;
  if (answer != NULL && g_variant_is_of_type (answer, G_VARIANT_TYPE ("(u)")))
    g_variant_get (answer, "(u)", &shown->id);
  if (answer == NULL || shown->is_withdrawn)
    take_away (self, shown);
  else if (shown->next != NULL)
    show (self, shown);
}

static void
show (KontorBell *self, Shown *shown)
{
  g_autoptr(GVariant) next = g_steal_pointer (&shown->next);
  g_autoptr(GVariant) actions = NULL;
  Ask *ask = g_new0 (Ask, 1);
  GVariantDict hints;
  const char *title, *body;

  ask->bell = g_object_ref (self);
  ask->key = g_strdup (shown->key);
  shown->is_asked = TRUE;
  g_variant_get (next, "(&s&s@as)", &title, &body, &actions);
  g_variant_dict_init (&hints, NULL);
  g_variant_dict_insert (&hints, "desktop-entry", "s", KONTOR_APPLICATION_ID);
  g_variant_dict_insert_value (&hints, "urgency", g_variant_new_byte (1));
  call (self, "Notify",
        g_variant_new ("(susss@as@a{sv}i)", "Kontor", shown->id, KONTOR_APPLICATION_ID, title,
                       body, actions, g_variant_dict_end (&hints), -1), on_shown, ask);
}

void
kontor_bell_ring (KontorBell *self, const KontorNote *note)
{
  g_autofree char *body = self->has_markup ? g_markup_escape_text (note->body, -1)
                                           : g_strdup (note->body);
  Shown *shown = ensure (self, note->key);

  if (self->is_portal)
    {
      kontor_bell_portal_ring (self->connection, note);
      return;
    }
  g_clear_pointer (&shown->next, g_variant_unref);
  shown->next = g_variant_ref_sink (g_variant_new ("(ss^as)", note->title, body, note->actions));
  shown->is_withdrawn = FALSE;
  if (!shown->is_asked)
    show (self, shown);
}

void
kontor_bell_withdraw (KontorBell *self, const char *key)
{
  Shown *shown = g_hash_table_lookup (self->shown, key);

  if (shown == NULL)
    return;
  if (self->is_portal)
    kontor_bell_portal_withdraw (self->connection, key);
  shown->is_withdrawn = TRUE;
  g_clear_pointer (&shown->next, g_variant_unref);
  if (!shown->is_asked)
    take_away (self, shown);
}

void
kontor_bell_withdraw_all (KontorBell *self)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  const char *key;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    g_ptr_array_add (keys, g_strdup (key));
  for (guint i = 0; i < keys->len; i++)
    kontor_bell_withdraw (self, keys->pdata[i]);
}

void
kontor_bell_answer (KontorBell *self, const char *key, const char *action, const char *token)
{
  g_signal_emit (self, signals[ANSWERED], 0, key, action, token);
}

static void
on_signal (GDBusConnection *connection, const char *sender, const char *path,
           const char *interface, const char *signal, GVariant *parameters, gpointer data)
{
  g_autoptr(KontorBell) self = g_object_ref (KONTOR_BELL (data));
  g_autofree char *key = NULL, *token = NULL;
  const char *text;
  Shown *shown;
  guint32 id;

  if (g_variant_n_children (parameters) != 2)
    return;
  g_variant_get_child (parameters, 0, "u", &id);
  shown = id != 0 ? find (self, id) : NULL;
  if (shown == NULL)
    return;
  if (g_str_equal (signal, "NotificationClosed"))
    {
      shown->id = 0;
      if (!shown->is_asked)
        g_hash_table_remove (self->shown, shown->key);
      return;
    }
  g_variant_get_child (parameters, 1, "&s", &text);
  if (g_str_equal (signal, "ActivationToken"))
    {
      g_free (shown->token);
      shown->token = g_strdup (text);
    }
  else if (g_str_equal (signal, "ActionInvoked"))
    {
      key = g_strdup (shown->key);
      token = g_steal_pointer (&shown->token);
      kontor_bell_answer (self, key, text, token);
    }
}

/* Another server knows nothing of what the one before showed. */
static void
on_vanished (GDBusConnection *connection, const char *name, gpointer data)
{
  KontorBell *self = data;
  GHashTableIter iter;
  Shown *shown;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &shown))
    {
      shown->id = 0;
      if (!shown->is_asked)
        g_hash_table_iter_remove (&iter);
    }
}

static void
on_capable (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorBell) self = data;
  g_autoptr(GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autofree const char **able = NULL;

  if (answer == NULL || !g_variant_is_of_type (answer, G_VARIANT_TYPE ("(as)")))
    return;
  g_variant_get (answer, "(^a&s)", &able);
  self->has_markup = g_strv_contains (able, "body-markup");
}

static void
kontor_bell_dispose (GObject *object)
{
  KontorBell *self = KONTOR_BELL (object);

  kontor_bell_withdraw_all (self);
  g_cancellable_cancel (self->cancellable);
  if (self->listening != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->listening);
  if (self->watching != 0)
    g_bus_unwatch_name (self->watching);
  self->listening = self->watching = 0;

  G_OBJECT_CLASS (kontor_bell_parent_class)->dispose (object);
}

static void
kontor_bell_finalize (GObject *object)
{
  KontorBell *self = KONTOR_BELL (object);

  g_hash_table_unref (self->shown);
  g_object_unref (self->cancellable);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (kontor_bell_parent_class)->finalize (object);
}

static void
kontor_bell_class_init (KontorBellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_bell_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_bell_finalize;
  signals[ANSWERED] = g_signal_new ("answered", KONTOR_TYPE_BELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING,
                                    G_TYPE_STRING);
}

static void
kontor_bell_init (KontorBell *self)
{
  self->has_markup = TRUE;
  self->cancellable = g_cancellable_new ();
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) shown_free);
}

/* FLATPAK_ID is there in every sandbox of Flatpak's. */
KontorBell *
kontor_bell_new (GDBusConnection *connection)
{
  KontorBell *self = g_object_new (KONTOR_TYPE_BELL, NULL);

  self->connection = g_object_ref (connection);
  self->is_portal = g_getenv ("FLATPAK_ID") != NULL;
  if (self->is_portal)
    {
      self->listening = kontor_bell_portal_listen (connection, self);
      return self;
    }
  self->listening = g_dbus_connection_signal_subscribe (connection, NAME, NAME, NULL, PATH, NULL,
                                                        G_DBUS_SIGNAL_FLAGS_NONE, on_signal, self,
                                                        NULL);
  self->watching = g_bus_watch_name_on_connection (connection, NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   NULL, on_vanished, self, NULL);
  call (self, "GetCapabilities", NULL, on_capable, g_object_ref (self));

  return self;
}
