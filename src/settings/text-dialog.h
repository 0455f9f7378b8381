/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text-dialog.h — one text that customers read, to be put into other words, or back into ours. */
#pragma once

#include <adwaita.h>

#include "remote/remote.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_TEXT_DIALOG (kontor_text_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorTextDialog, kontor_text_dialog, KONTOR, TEXT_DIALOG, AdwWindow)

/* @told: as Inbox.Texts() tells it */
void kontor_text_dialog_open (GtkWidget *widget, KontorRemote *remote, GVariant *told);

G_END_DECLS
