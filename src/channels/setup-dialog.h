/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setup-dialog.h — a line is set up, step by step: what stands in a field is kept and tried as the
 * field is left, so nothing is lost whenever the window is closed. Which steps there are, and what
 * is asked for in them, the daemon tells for each kind of channel. */
#pragma once

#include <adwaita.h>

#include "remote/remote-channels.h"
#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_SETUP_DIALOG (kontor_setup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorSetupDialog, kontor_setup_dialog, KONTOR, SETUP_DIALOG, AdwWindow)

/* The dialog belongs to itself. @kind: its name. @id: "" for a new line. */
void kontor_setup_dialog_open (GtkWidget *widget, KontorRemoteHouse *house,
                               KontorRemoteChannels *channels, const char *kind, const char *id);

G_END_DECLS
