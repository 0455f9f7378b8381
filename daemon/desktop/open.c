/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desktop/open.h"

#include "config.h"

/* As org.freedesktop.Application has it, the path is the name with slashes. */
void
kontor_open_window (GDBusConnection *connection, const char *place, const char *token)
{
  GVariantBuilder parameters;
  GVariantDict platform;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", g_variant_new_string (place));
  g_variant_dict_init (&platform, NULL);
  if (token != NULL)
    {
      g_variant_dict_insert (&platform, "activation-token", "s", token);
      g_variant_dict_insert (&platform, "desktop-startup-id", "s", token);
    }
  g_dbus_connection_call (connection, KONTOR_APPLICATION_ID, "/org/kontor/Kontor",
                          "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sav@a{sv})", "open", &parameters,
                                         g_variant_dict_end (&platform)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}
