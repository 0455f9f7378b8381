/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import-dialog.h — contacts from a file, in three steps: which column is what, what would become
 * of each row, and what did. It can be cancelled between two parts, and taken back at the end. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_IMPORT_DIALOG (kontor_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorImportDialog, kontor_import_dialog, KONTOR, IMPORT_DIALOG, AdwWindow)

void kontor_import_dialog_open (GtkWidget *widget, KontorRemoteHouse *house, GFile *file);

G_END_DECLS
