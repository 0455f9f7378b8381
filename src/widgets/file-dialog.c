/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/file-dialog.h"

#include <glib/gi18n.h>

typedef struct {
  GWeakRef          widget;
  KontorFilesChosen files;
  KontorFileChosen  file;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_weak_ref_clear (&asking->widget);
  g_free (asking);
}

static void
on_response (GtkFileChooser *chooser, int response, Asking *asking)
{
  g_autoptr(GtkWidget) widget = g_weak_ref_get (&asking->widget);

  if (response == GTK_RESPONSE_ACCEPT && widget != NULL && asking->files != NULL)
    {
      g_autoptr(GListModel) files = gtk_file_chooser_get_files (chooser);

      asking->files (files, widget);
    }
  else if (response == GTK_RESPONSE_ACCEPT && widget != NULL)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (chooser);

      asking->file (file, widget);
    }
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

static void
ask (GtkWidget *widget, GtkFileChooserNative *chooser, KontorFilesChosen files,
     KontorFileChosen file)
{
  Asking *asking = g_new0 (Asking, 1);

  g_weak_ref_init (&asking->widget, widget);
  asking->files = files;
  asking->file = file;
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_response), asking, asking_free, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
kontor_file_dialog_open (GtkWidget *widget, const char *title, KontorFilesChosen chosen)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (widget)),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  ask (widget, chooser, chosen, NULL);
}

void
kontor_file_dialog_save (GtkWidget *widget, const char *title, const char *name,
                         KontorFileChosen chosen)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (widget)),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  ask (widget, chooser, NULL, chosen);
}
