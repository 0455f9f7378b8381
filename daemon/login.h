/* SPDX-License-Identifier: GPL-3.0-or-later */
/* login.h — the start at login, on desktops that start programs from a folder (autostart).
 *
 * It never makes a data folder: who shares the computer and never opened Kontor gets no daemon. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @folder: the data folder. Has the bus start the daemon where a business is kept there, and waits
 * until it is; TRUE also where there is nothing to start. */
gboolean kontor_login_start (const char *folder, GError **error);

G_END_DECLS
