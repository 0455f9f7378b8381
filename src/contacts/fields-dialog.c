/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/fields-dialog.h"

#include "widgets/form-dialog.h"
#include "widgets/question.h"
#include "widgets/toast.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorFieldsDialog
{
  AdwWindow          parent_instance;

  KontorRemoteHouse *house;
  KontorRemoteList  *fields;
  char              *leaving;   /* the id of what is about to be taken away */

  GtkWidget         *overlay;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (KontorFieldsDialog, kontor_fields_dialog, ADW_TYPE_WINDOW)

static KontorRemoteRecord *
get_field (KontorFieldsDialog *self, GtkWidget *child)
{
  GtkWidget *row = gtk_widget_get_ancestor (child, GTK_TYPE_LIST_BOX_ROW);
  g_autoptr(KontorRemoteRecord) field = g_list_model_get_item (
    G_LIST_MODEL (self->fields), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  return field;
}

static void
on_activated (KontorFieldsDialog *self, GtkListBoxRow *row)
{
  kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "contact-field",
                           get_field (self, GTK_WIDGET (row)));
}

static void
on_add (KontorFieldsDialog *self)
{
  kontor_form_dialog_set_heading (
    kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "contact-field", NULL),
    _("New Field"), _("It is asked for in each contact. The name in files may be left empty."),
    _("_Add"));
}

static void
on_sure (gpointer object)
{
  KontorFieldsDialog *self = object;
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  kontor_toast_call (self->overlay, kontor_remote_get_records (remote), "Remove",
                     g_variant_new ("(ss)", "contact-field", self->leaving));
}

static void
on_remove (KontorFieldsDialog *self, GtkWidget *button)
{
  KontorRemoteRecord *field = get_field (self, button);
  g_autofree char *heading = g_strdup_printf (_("Take away “%s”?"),
                                              kontor_remote_record_get_text (field, "title"));

  g_free (self->leaving);
  self->leaving = g_strdup (kontor_remote_record_get_id (field));
  kontor_question_ask (GTK_WIDGET (self), heading,
                       _("It is not asked for any more. What was put in stays with the contacts."),
                       _("_Take Away"), on_sure, self);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  KontorFieldsDialog *self = data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *title = kontor_remote_record_get_text (item, "title");
  const char *choices = kontor_remote_record_get_text (item, "choices");
  g_autofree char *type = kontor_wording_choice (kontor_remote_record_get_text (item, "type"));
  g_autofree char *words = g_strdup_printf ("%s%s%s", type, *choices != '\0' ? ": " : "", choices);
  g_autofree char *label = g_strdup_printf (_("Take Away “%s”"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
kontor_fields_dialog_dispose (GObject *object)
{
  KontorFieldsDialog *self = KONTOR_FIELDS_DIALOG (object);

  g_clear_object (&self->fields);
  g_clear_object (&self->house);
  g_clear_pointer (&self->leaving, g_free);

  G_OBJECT_CLASS (kontor_fields_dialog_parent_class)->dispose (object);
}

static void
kontor_fields_dialog_class_init (KontorFieldsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_fields_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/contacts/fields-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorFieldsDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, KontorFieldsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_fields_dialog_init (KontorFieldsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kontor_fields_dialog_open (GtkWidget *widget, KontorRemoteHouse *house)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KontorFieldsDialog *self = g_object_new (KONTOR_TYPE_FIELDS_DIALOG, "transient-for", root, NULL);

  self->house = g_object_ref (house);
  self->fields = kontor_remote_list_new_records (kontor_remote_house_get_remote (house),
                                                 "contact-field", NULL, FALSE);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->fields), make_row, self, NULL);
  gtk_window_present (GTK_WINDOW (self));
}
