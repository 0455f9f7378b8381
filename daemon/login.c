/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login.c — by the bus and not by itself: so it is one daemon, started in one way, whoever is
 * first, and systemd has it in its hands where there is systemd. */
#include "login.h"

#include "bus/bus.h"

gboolean
kontor_login_start (const char *folder, GError **error)
{
  g_autofree char *database = g_build_filename (folder, "kontor.db", NULL);
  g_autoptr(GDBusConnection) connection = NULL;
  g_autoptr(GVariant) answer = NULL;

  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    return TRUE;
  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  if (connection == NULL)
    return FALSE;
  answer = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "StartServiceByName",
                                        g_variant_new ("(su)", KONTOR_BUS_NAME, 0), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, error);

  return answer != NULL;
}
