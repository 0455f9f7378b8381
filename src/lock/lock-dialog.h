/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lock-dialog.h — where the owner sets the lock's word and time-out, changes them, or takes the
 * lock away. What was typed goes with the dialog. */
#pragma once

#include <adwaita.h>

#include "remote/remote.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_LOCK_DIALOG (kontor_lock_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorLockDialog, kontor_lock_dialog, KONTOR, LOCK_DIALOG, AdwWindow)

void kontor_lock_dialog_present (GtkWindow *parent, KontorRemote *remote);

G_END_DECLS
