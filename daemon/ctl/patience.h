/* SPDX-License-Identifier: GPL-3.0-or-later */
/* patience.h — while the daemon opens another business it has no doors for a moment. A call that
 * meets none did nothing: it is asked again, unseen by who asked, once there is one; for half a
 * minute at the most. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For calls of @name at @path, which are made one after the other. Returns the filter, for
 * g_dbus_connection_remove_filter(). */
guint kontor_ctl_patience_add (GDBusConnection *bus, const char *name, const char *path);

G_END_DECLS
