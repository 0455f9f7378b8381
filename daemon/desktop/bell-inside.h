/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bell-inside.h — for the files of desktop/bell alone: the same through the portal, which keeps
 * notifications by our keys. */
#pragma once

#include "desktop/bell.h"

G_BEGIN_DECLS

void  kontor_bell_portal_ring     (GDBusConnection *connection, const KontorNote *note);
void  kontor_bell_portal_withdraw (GDBusConnection *connection, const char *key);
/* GDBusSignalCallback, @bell: the KontorBell. */
guint kontor_bell_portal_listen   (GDBusConnection *connection, gpointer bell);
/* Tells whoever listens; for the portal's file. */
void  kontor_bell_answer          (KontorBell *self, const char *key, const char *action,
                                   const char *token);

G_END_DECLS
