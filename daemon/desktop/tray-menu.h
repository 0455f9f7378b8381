/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tray-menu.h — the menu of the tray, on the bus at KONTOR_TRAY_MENU_PATH. Shows what it is told,
 * and tells what was chosen. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KONTOR_TRAY_MENU_PATH "/org/kontor/Kontor/Daemon/TrayMenu"

/* @is_locked: by the owner: nothing else is told then, and there is but the way to the lock.
 * @channels: of char *: "Main: Connected" */
typedef struct {
  gboolean   is_locked;
  gint64     unread, troubled, paused_until_us;
  GPtrArray *channels;
} KontorTrayState;

/* @what: "open", "inbox", "channels", "pause-15", "pause-60", "pause-tomorrow", "resume" or "quit";
 * others need not be known. */
typedef void (*KontorTrayChosen) (const char *what, gpointer data);

typedef struct _KontorTrayMenu KontorTrayMenu;

KontorTrayMenu *kontor_tray_menu_new  (KontorTrayChosen chosen, gpointer data);
void            kontor_tray_menu_free (KontorTrayMenu *self);
void            kontor_tray_menu_show (KontorTrayMenu *self, const KontorTrayState *state);

G_END_DECLS
