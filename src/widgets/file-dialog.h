/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file-dialog.h — asks for a file: the one place that knows which dialog GTK has for it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KontorFilesChosen) (GListModel *files, gpointer data);
typedef void (*KontorFileChosen)  (GFile *file, gpointer data);

/* @chosen: with GFile's; not called when people change their mind, or @widget is gone. @data is
 * @widget. */
void kontor_file_dialog_open (GtkWidget *widget, const char *title, KontorFilesChosen chosen);
/* The same for one to write to; @name is suggested. */
void kontor_file_dialog_save (GtkWidget *widget, const char *title, const char *name,
                              KontorFileChosen chosen);

G_END_DECLS
