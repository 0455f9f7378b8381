/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export.h — contacts into a file. */
#pragma once

#include <gtk/gtk.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* @filter: which, may be floating. Says at the foot of the window what became of it. */
void kontor_export_save (GtkWidget *widget, KontorRemoteHouse *house, GVariant *filter,
                         GFile *file);

G_END_DECLS
