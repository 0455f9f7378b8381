/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open.h — the window, opened at a place by the bus, which starts it where it does not run. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @place: "inbox/12"; "": where it was. @token: (nullable): what the desktop gave for it. */
void kontor_open_window (GDBusConnection *connection, const char *place, const char *token);

G_END_DECLS
