/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field-dialog.h — one thing that a service asks customers for: what it is, what may be answered,
 * and how it is asked in each language. What is changed is kept at once, by its own forms. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_FIELD_DIALOG (kontor_field_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorFieldDialog, kontor_field_dialog, KONTOR, FIELD_DIALOG, AdwWindow)

/* @id: of a record of the kind "service-field". */
void kontor_field_dialog_open (GtkWidget *widget, KontorRemoteHouse *house, const char *id);

G_END_DECLS
