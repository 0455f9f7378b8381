/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bell-portal.c — org.freedesktop.portal.Notification: its answers come to us, not to the window,
 * as long as the names of actions do not begin with "app.". */
#include "desktop/bell-inside.h"

#include <string.h>

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"
#define INTERFACE "org.freedesktop.portal.Notification"

static GVariant *
make_buttons (const KontorNote *note)
{
  GVariantBuilder buttons;

  g_variant_builder_init (&buttons, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; note->actions[i] != NULL; i += 2)
    {
      if (g_str_equal (note->actions[i], "default"))
        continue;
      g_variant_builder_open (&buttons, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&buttons, "{sv}", "action", g_variant_new_string (note->actions[i]));
      g_variant_builder_add (&buttons, "{sv}", "label",
                             g_variant_new_string (note->actions[i + 1]));
      g_variant_builder_close (&buttons);
    }

  return g_variant_builder_end (&buttons);
}

void
kontor_bell_portal_ring (GDBusConnection *connection, const KontorNote *note)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "title", "s", note->title);
  g_variant_dict_insert (&dict, "body", "s", note->body);
  g_variant_dict_insert (&dict, "priority", "s", "normal");
  g_variant_dict_insert (&dict, "default-action", "s", "default");
  g_variant_dict_insert_value (&dict, "buttons", make_buttons (note));
  g_dbus_connection_call (connection, NAME, PATH, INTERFACE, "AddNotification",
                          g_variant_new ("(s@a{sv})", note->key, g_variant_dict_end (&dict)), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

void
kontor_bell_portal_withdraw (GDBusConnection *connection, const char *key)
{
  g_dbus_connection_call (connection, NAME, PATH, INTERFACE, "RemoveNotification",
                          g_variant_new ("(s)", key), NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          NULL, NULL, NULL);
}

/* (transfer full) (nullable): portals put it into a dictionary among the parameters. */
static char *
dup_token (GVariant *given)
{
  for (gsize i = 0; i < g_variant_n_children (given); i++)
    {
      g_autoptr(GVariant) boxed = g_variant_get_child_value (given, i);
      g_autoptr(GVariant) one = g_variant_get_variant (boxed);
      char *token = NULL;

      if (g_variant_is_of_type (one, G_VARIANT_TYPE_VARDICT) &&
          g_variant_lookup (one, "activation-token", "s", &token))
        return token;
    }

  return NULL;
}

static void
on_invoked (GDBusConnection *connection, const char *sender, const char *path,
            const char *interface, const char *signal, GVariant *parameters, gpointer bell)
{
  g_autoptr(GVariant) given = NULL;
  g_autofree char *token = NULL;
  const char *key, *action;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssav)")))
    return;
  g_variant_get (parameters, "(&s&s@av)", &key, &action, &given);
  token = dup_token (given);
  kontor_bell_answer (bell, key, action, token);
}

guint
kontor_bell_portal_listen (GDBusConnection *connection, gpointer bell)
{
  return g_dbus_connection_signal_subscribe (connection, NAME, INTERFACE, "ActionInvoked", PATH,
                                             NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_invoked, bell,
                                             NULL);
}
