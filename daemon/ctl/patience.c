/* SPDX-License-Identifier: GPL-3.0-or-later */
/* patience.c — a filter on the connection: whether there is a door is asked of the object itself,
 * so that a method that there is not (a daemon of another version) is told at once. All of it runs
 * in the thread of GDBus's, which has nothing else to do. */
#include "ctl/patience.h"

#include <string.h>

#define LOOK_AGAIN_US (50 * 1000)
#define MOST_LOOKS 600

typedef struct {
  char         *name;
  char         *path;
  GDBusMessage *asked;        /* (nullable): the call under way */
  guint32       asked_serial;
  GDBusMessage *sent;         /* (nullable): what was sent because of it */
  guint32       sent_serial;
  gboolean      is_look;      /* that asks whether there is a door, and else is the call again */
  guint         looks;
} Patience;

static void
patience_free (gpointer data)
{
  Patience *self = data;

  g_clear_object (&self->asked);
  g_clear_object (&self->sent);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/* Takes @message. */
static void
send (Patience *self, GDBusConnection *bus, GDBusMessage *message)
{
  g_clear_object (&self->sent);
  self->sent = message;
  g_dbus_connection_send_message (bus, message, G_DBUS_SEND_MESSAGE_FLAGS_NONE,
                                  &self->sent_serial, NULL);
}

static void
look (Patience *self, GDBusConnection *bus)
{
  self->is_look = TRUE;
  self->looks++;
  send (self, bus, g_dbus_message_new_method_call (self->name, self->path,
                                                   "org.freedesktop.DBus.Introspectable",
                                                   "Introspect"));
}

static void
ask_again (Patience *self, GDBusConnection *bus)
{
  self->is_look = FALSE;
  send (self, bus, g_dbus_message_copy (self->asked, NULL));
}

static void
remember (Patience *self, GDBusMessage *message)
{
  if (message == self->sent ||
      g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL ||
      g_strcmp0 (g_dbus_message_get_path (message), self->path) != 0)
    return;
  g_clear_object (&self->asked);
  g_clear_object (&self->sent);
  self->asked = g_dbus_message_copy (message, NULL);
  self->asked_serial = g_dbus_message_get_serial (message);
  self->looks = 0;
}

static gboolean
is_no_door (GDBusMessage *answer)
{
  static const char *const names[] = {
    "org.freedesktop.DBus.Error.UnknownMethod", "org.freedesktop.DBus.Error.UnknownObject",
    "org.freedesktop.DBus.Error.UnknownInterface", NULL,
  };
  const char *name = g_dbus_message_get_error_name (answer);

  return name != NULL && g_strv_contains (names, name);
}

static gboolean
has_door (Patience *self, GDBusMessage *answer)
{
  GVariant *body = g_dbus_message_get_body (answer);
  g_autofree char *interface = g_strdup_printf ("\"%s\"",
                                                g_dbus_message_get_interface (self->asked));
  const char *xml = "";

  if (body != NULL && g_variant_is_of_type (body, G_VARIANT_TYPE ("(s)")))
    g_variant_get (body, "(&s)", &xml);

  return strstr (xml, interface) != NULL;
}

/* (transfer full) (nullable): what goes on to who asked; takes @answer. */
static GDBusMessage *
hear (Patience *self, GDBusConnection *bus, GDBusMessage *answer)
{
  guint32 serial = g_dbus_message_get_reply_serial (answer);
  g_autoptr(GDBusMessage) owned = answer;

  if (self->asked != NULL && self->sent == NULL && serial == self->asked_serial &&
      is_no_door (answer))
    {
      look (self, bus);
      return NULL;
    }
  if (self->asked == NULL || self->sent == NULL || serial != self->sent_serial)
    return g_steal_pointer (&owned);
  if (!self->is_look)
    {
      GDBusMessage *given = g_dbus_message_copy (answer, NULL);

      g_dbus_message_set_reply_serial (given, self->asked_serial);
      g_clear_object (&self->asked);
      return given;
    }
  if (has_door (self, answer) || self->looks >= MOST_LOOKS)
    ask_again (self, bus);
  else
    {
      g_usleep (LOOK_AGAIN_US);
      look (self, bus);
    }

  return NULL;
}

static GDBusMessage *
on_message (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer data)
{
  GDBusMessageType type = g_dbus_message_get_message_type (message);

  if (!incoming)
    remember (data, message);
  else if (type == G_DBUS_MESSAGE_TYPE_ERROR || type == G_DBUS_MESSAGE_TYPE_METHOD_RETURN)
    return hear (data, bus, message);

  return message;
}

guint
kontor_ctl_patience_add (GDBusConnection *bus, const char *name, const char *path)
{
  Patience *self = g_new0 (Patience, 1);

  self->name = g_strdup (name);
  self->path = g_strdup (path);

  return g_dbus_connection_add_filter (bus, on_message, self, patience_free);
}
