/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bus.c — all doors on one object, and what changed told at most twenty times a second: the first
 * touch starts a short timer, and what is touched until then goes with it. Nothing runs when
 * nothing
 * changes. */
#include "bus/doors.h"

#include "model/error.h"
#include "model/record.h"

#define GATHER_MS 50
#define MOST_IDS 200

enum { RECORDS, INBOX, CHANNELS, ACTIONS, ASSISTANTS, DAEMON, LOCK, N_DOORS };

struct _KontorBus
{
  KontorBusHouse          house;
  GDBusInterfaceSkeleton *doors[N_DOORS];
  GHashTable             *touched;   /* kind → set of ids */
  guint                   watch;
  guint                   timer;
  gulong                  health, typed, locked;
  gulong                  guards[N_DOORS];
};

static GHashTable *
get_ids (KontorBus *self, const char *kind)
{
  GHashTable *ids = g_hash_table_lookup (self->touched, kind);

  if (ids == NULL)
    {
      ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->touched, g_strdup (kind), ids);
    }

  return ids;
}

/* More than fit one signal are "any of them". */
static GVariant *
list_texts (GHashTable *ids)
{
  g_autofree const char **texts = (const char **) g_hash_table_get_keys_as_array (ids, NULL);

  return g_variant_new_strv (texts, g_hash_table_size (ids) > MOST_IDS ? 0 : -1);
}

static GVariant *
list_numbers (KontorBus *self, const char *kind)
{
  GHashTable *ids = g_hash_table_lookup (self->touched, kind);
  GVariantBuilder list;
  GHashTableIter iter;
  const char *id;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("ax"));
  if (ids != NULL && g_hash_table_size (ids) <= MOST_IDS)
    {
      g_hash_table_iter_init (&iter, ids);
      while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
        g_variant_builder_add (&list, "x", g_ascii_strtoll (id, NULL, 10));
    }

  return g_variant_builder_end (&list);
}

static void
tell_records (KontorBus *self)
{
  GVariantBuilder changed;
  GHashTableIter iter;
  const char *kind;
  GHashTable *ids;
  gboolean any = FALSE;

  g_variant_builder_init (&changed, G_VARIANT_TYPE ("a{sas}"));
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, (gpointer *) &kind, (gpointer *) &ids))
    if (kontor_kind_find (kind) != NULL)
      {
        g_variant_builder_add (&changed, "{s@as}", kind, list_texts (ids));
        any = TRUE;
      }
  if (any)
    kontor_dbus_records_emit_changed (KONTOR_DBUS_RECORDS (self->doors[RECORDS]),
                                      g_variant_builder_end (&changed));
  else
    g_variant_builder_clear (&changed);
}

static gboolean
on_gathered (gpointer data)
{
  KontorBus *self = data;

  self->timer = 0;
  tell_records (self);
  if (g_hash_table_contains (self->touched, "conversation") ||
      g_hash_table_contains (self->touched, "message"))
    kontor_dbus_inbox_emit_changed (KONTOR_DBUS_INBOX (self->doors[INBOX]),
                                    list_numbers (self, "conversation"),
                                    list_numbers (self, "message"));
  g_hash_table_remove_all (self->touched);

  return G_SOURCE_REMOVE;
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  KontorBus *self = data;

  g_hash_table_add (get_ids (self, kind), g_strdup (id));
  if (self->timer == 0)
    self->timer = g_timeout_add (GATHER_MS, on_gathered, self);
}

static void
on_typed (KontorTypists *typists, gint64 conversation, KontorBus *self)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, conversation);

  on_touched ("conversation", id, self);
}

static void
on_health_changed (KontorLines *lines, KontorChannel *channel, KontorBus *self)
{
  kontor_dbus_channels_emit_changed (KONTOR_DBUS_CHANNELS (self->doors[CHANNELS]),
                                     kontor_channel_get_id (channel));
}

/* In a thread of GDBus's: it looks at nothing but the call. */
static gboolean
on_call_while_closed (GDBusInterfaceSkeleton *door, GDBusMethodInvocation *invocation,
                      gpointer data)
{
  if (KONTOR_DBUS_IS_DAEMON (door) &&
      g_str_equal (g_dbus_method_invocation_get_method_name (invocation), "Status"))
    return TRUE;
  g_dbus_method_invocation_return_error (invocation, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                                         "Kontor is locked: open it with its word, in the window "
                                         "or by “kontorctl lock unlock”");

  return FALSE;
}

/* Guards stand at the doors only while it is closed: a call that is looked at takes a detour
 * through a thread. */
static void
on_lock_changed (KontorBus *self)
{
  gboolean is_closed = kontor_app_lock_is_closed (self->house.lock);

  for (guint i = 0; i < LOCK; i++)
    if (is_closed && self->guards[i] == 0)
      self->guards[i] = g_signal_connect (self->doors[i], "g-authorize-method",
                                          G_CALLBACK (on_call_while_closed), NULL);
    else if (!is_closed)
      g_clear_signal_handler (&self->guards[i], self->doors[i]);
}

static void
hang (KontorBus *self)
{
  self->doors[RECORDS] = G_DBUS_INTERFACE_SKELETON (kontor_door_records (&self->house));
  self->doors[INBOX] = G_DBUS_INTERFACE_SKELETON (kontor_door_inbox (&self->house));
  self->doors[CHANNELS] = G_DBUS_INTERFACE_SKELETON (kontor_door_channels (&self->house));
  self->doors[ACTIONS] = G_DBUS_INTERFACE_SKELETON (kontor_door_actions (&self->house));
  self->doors[ASSISTANTS] = G_DBUS_INTERFACE_SKELETON (kontor_door_assistants (&self->house));
  self->doors[DAEMON] = G_DBUS_INTERFACE_SKELETON (kontor_door_daemon (&self->house));
  self->doors[LOCK] = G_DBUS_INTERFACE_SKELETON (kontor_door_lock (&self->house));
}

KontorBus *
kontor_bus_open (GDBusConnection *connection, const KontorBusHouse *house, GError **error)
{
  g_autoptr(KontorBus) self = g_new0 (KontorBus, 1);

  kontor_error_quark ();
  self->house = *house;
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_hash_table_unref);
  hang (self);
  self->locked = g_signal_connect_swapped (house->lock, "changed", G_CALLBACK (on_lock_changed),
                                           self);
  on_lock_changed (self);
  for (guint i = 0; i < N_DOORS; i++)
    if (!g_dbus_interface_skeleton_export (self->doors[i], connection, KONTOR_BUS_PATH, error))
      return NULL;
  self->watch = kontor_store_watch (house->store, on_touched, self);
  self->health =
    g_signal_connect (house->lines, "health-changed", G_CALLBACK (on_health_changed), self);
  self->typed = g_signal_connect (house->typists, "changed", G_CALLBACK (on_typed), self);

  return g_steal_pointer (&self);
}

void
kontor_bus_tell_all (KontorBus *self)
{
  kontor_dbus_records_emit_changed (KONTOR_DBUS_RECORDS (self->doors[RECORDS]),
                                    g_variant_new ("a{sas}", NULL));
  kontor_dbus_inbox_emit_changed (KONTOR_DBUS_INBOX (self->doors[INBOX]),
                                  g_variant_new ("ax", NULL),
                                  g_variant_new ("ax", NULL));
}

void
kontor_bus_close (KontorBus *self)
{
  if (self->watch != 0)
    kontor_store_unwatch (self->house.store, self->watch);
  if (self->health != 0)
    g_signal_handler_disconnect (self->house.lines, self->health);
  g_clear_signal_handler (&self->typed, self->house.typists);
  g_clear_signal_handler (&self->locked, self->house.lock);
  g_clear_handle_id (&self->timer, g_source_remove);
  for (guint i = 0; i < N_DOORS; i++)
    if (self->doors[i] != NULL)
      {
        if (g_dbus_interface_skeleton_get_connection (self->doors[i]) != NULL)
          g_dbus_interface_skeleton_unexport (self->doors[i]);
        g_object_unref (self->doors[i]);
      }
  g_hash_table_unref (self->touched);
  g_free (self);
}
