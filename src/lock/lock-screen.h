/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lock-screen.h — what the window shows while the owner's lock is closed: a place for its word, and
 * nothing of the business. The daemon refuses everything meanwhile; this only asks it to open. */
#pragma once

#include <adwaita.h>

#include "remote/remote.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_LOCK_SCREEN (kontor_lock_screen_get_type ())
G_DECLARE_FINAL_TYPE (KontorLockScreen, kontor_lock_screen, KONTOR, LOCK_SCREEN, AdwBin)

void kontor_lock_screen_set_remote (KontorLockScreen *self, KontorRemote *remote);
/* Tells the daemon, now and then, that somebody uses @window; lent for as long as this lives. */
void kontor_lock_screen_watch      (KontorLockScreen *self, GtkWidget *window);

G_END_DECLS
