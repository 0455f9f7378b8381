/* SPDX-License-Identifier: GPL-3.0-or-later */
/* window.h — the frame: sidebar, pages, palette, and the word that the daemon is away.
 *
 * Its actions are what pages send people around with: win.go (s), win.run (s), win.load-demo (s),
 * win.remove-demo, win.reopen (x), win.palette, win.search, win.sidebar.
 * To add a page: its folder, and a line in the table in window.c.
 */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_WINDOW (kontor_window_get_type ())
G_DECLARE_FINAL_TYPE (KontorWindow, kontor_window, KONTOR, WINDOW, AdwApplicationWindow)

KontorWindow *kontor_window_new (GtkApplication *application, KontorRemoteHouse *house);

G_END_DECLS
