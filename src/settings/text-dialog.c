/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings/text-dialog.h"

#include "model/record.h"
#include "widgets/plain-text.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorTextDialog
{
  AdwWindow     parent_instance;

  KontorRemote *remote;
  GVariant     *told;

  GtkWidget    *restore;
  GtkWidget    *save;
  GtkLabel     *usual;
  GtkTextView  *text;
  GtkLabel     *fault;
};

G_DEFINE_FINAL_TYPE (KontorTextDialog, kontor_text_dialog, ADW_TYPE_WINDOW)

static void
finish (KontorTextDialog *self, const GError *error)
{
  g_autofree char *words = error != NULL ? kontor_remote_dup_words (error) : NULL;

  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->fault, words);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
  gtk_widget_set_sensitive (self->save, TRUE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorTextDialog) self = data;
  g_autoptr(GError) error = NULL;

  kontor_dbus_records_call_save_finish (KONTOR_DBUS_RECORDS (source), NULL, result, &error);
  finish (self, error);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorTextDialog) self = data;
  g_autoptr(GError) error = NULL;

  kontor_dbus_records_call_remove_finish (KONTOR_DBUS_RECORDS (source), result, &error);
  finish (self, error);
}

static void
on_save (KontorTextDialog *self)
{
  g_autofree char *text = kontor_plain_text_dup (self->text);
  GVariantDict values;

  gtk_widget_set_sensitive (self->save, FALSE);
  g_variant_dict_init (&values, NULL);
  g_variant_dict_insert (&values, "code", "s", kontor_record_get_text (self->told, "code"));
  g_variant_dict_insert (&values, "text", "s", text);
  kontor_dbus_records_call_save (kontor_remote_get_records (self->remote), "customer-text", "",
                                 g_variant_dict_end (&values), NULL, on_saved,
                                 g_object_ref (self));
}

static void
on_restore (KontorTextDialog *self)
{
  kontor_dbus_records_call_remove (kontor_remote_get_records (self->remote), "customer-text",
                                   kontor_record_get_text (self->told, "code"), NULL, on_restored,
                                   g_object_ref (self));
}

static void
kontor_text_dialog_dispose (GObject *object)
{
  g_clear_object (&KONTOR_TEXT_DIALOG (object)->remote);
  g_clear_pointer (&KONTOR_TEXT_DIALOG (object)->told, g_variant_unref);

  G_OBJECT_CLASS (kontor_text_dialog_parent_class)->dispose (object);
}

static void
kontor_text_dialog_class_init (KontorTextDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_text_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/settings/text-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorTextDialog, restore);
  gtk_widget_class_bind_template_child (widget_class, KontorTextDialog, save);
  gtk_widget_class_bind_template_child (widget_class, KontorTextDialog, usual);
  gtk_widget_class_bind_template_child (widget_class, KontorTextDialog, text);
  gtk_widget_class_bind_template_child (widget_class, KontorTextDialog, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_text_dialog_init (KontorTextDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kontor_text_dialog_open (GtkWidget *widget, KontorRemote *remote, GVariant *told)
{
  KontorTextDialog *self = g_object_new (KONTOR_TYPE_TEXT_DIALOG, "transient-for",
                                         gtk_widget_get_root (widget), NULL);
  const char *usual = kontor_record_get_text (told, "usual");
  const char *own = kontor_record_get_text (told, "text");

  self->remote = g_object_ref (remote);
  self->told = g_variant_ref (told);
  gtk_label_set_text (self->usual, usual);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), *own != '\0' ? own : usual, -1);
  gtk_widget_set_visible (self->restore, *own != '\0');
  gtk_window_present (GTK_WINDOW (self));
}
