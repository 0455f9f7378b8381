/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fields-dialog.h — what a business wants to know of its customers: fields to add, to change and to
 * take away. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_FIELDS_DIALOG (kontor_fields_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorFieldsDialog, kontor_fields_dialog, KONTOR, FIELDS_DIALOG, AdwWindow)

void kontor_fields_dialog_open (GtkWidget *widget, KontorRemoteHouse *house);

G_END_DECLS
