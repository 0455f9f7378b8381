/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export.h — records into a file, as the daemon writes them. */
#pragma once

#include <gtk/gtk.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* @method: of Records, that answers with a text; @arguments: may be floating. Says at the foot of
 * the window what became of it. */
void kontor_export_save (GtkWidget *widget, KontorRemoteHouse *house, const char *method,
                         GVariant *arguments, GFile *file);

G_END_DECLS
