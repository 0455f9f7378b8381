/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kind-dialog.h — what kind of line is to be added, as the daemon tells the kinds. */
#pragma once

#include <adwaita.h>

#include "remote/remote-channels.h"

G_BEGIN_DECLS

/* Signal: "chosen" (string): the kind's name; the dialog is gone then. */
#define KONTOR_TYPE_KIND_DIALOG (kontor_kind_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorKindDialog, kontor_kind_dialog, KONTOR, KIND_DIALOG, AdwWindow)

/* (transfer none): the dialog, which belongs to itself. */
KontorKindDialog *kontor_kind_dialog_open (GtkWidget *widget, KontorRemoteChannels *channels);

G_END_DECLS
