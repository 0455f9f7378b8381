/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/label-editor.h"

#include "remote/remote-list.h"
#include "widgets/form-dialog.h"
#include "widgets/label-chips.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

struct _KontorLabelEditor
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *contact;

  KontorLabelChips   *chips;
  GtkMenuButton      *button;
  GtkListBox         *list;
  GtkEditable        *entry;
};

G_DEFINE_FINAL_TYPE (KontorLabelEditor, kontor_label_editor, ADW_TYPE_BIN)

static char **
split (KontorLabelEditor *self)
{
  return kontor_label_chips_split (kontor_remote_record_get_text (self->contact, "labels"));
}

/* Puts @name on, or takes it off. */
static void
put (KontorLabelEditor *self, const char *name, gboolean is_on)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  g_auto(GStrv) names = split (self);
  g_autoptr(GString) labels = g_string_new (is_on ? name : "");
  GVariantDict values;

  if (g_strv_contains ((const char *const *) names, name) == is_on)
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], name))
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", names[i]);
  g_variant_dict_init (&values, NULL);
  g_variant_dict_insert (&values, "labels", "s", labels->str);
  kontor_toast_call (GTK_WIDGET (self), kontor_remote_get_records (remote), "Save",
                     g_variant_new ("(ss@a{sv})", "contact",
                                    kontor_remote_record_get_id (self->contact),
                                    g_variant_dict_end (&values)));
}

static void
on_ticked (KontorLabelEditor *self, GtkCheckButton *check)
{
  put (self, gtk_check_button_get_label (check), gtk_check_button_get_active (check));
}

static void
on_change (KontorLabelEditor *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  g_autoptr(KontorRemoteRecord) label = g_list_model_get_item (
    G_LIST_MODEL (kontor_remote_house_get_labels (self->house)),
    gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  gtk_menu_button_popdown (self->button);
  if (label != NULL)
    kontor_form_dialog_edit (GTK_WIDGET (self), self->house, "label", label);
}

static GtkWidget *
make_row (KontorLabelEditor *self, const char *name, gboolean is_on)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new_with_label (name);
  GtkWidget *dot = kontor_label_chips_make_dot (self->house, name);
  GtkWidget *change = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *words = g_strdup_printf (_("Change “%s”"), name);

  gtk_widget_add_css_class (change, "flat");
  gtk_widget_set_tooltip_text (change, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (change), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_on);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), change);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (change, "clicked", G_CALLBACK (on_change), self, G_CONNECT_SWAPPED);

  return row;
}

static void
fill (KontorLabelEditor *self)
{
  GListModel *labels = G_LIST_MODEL (kontor_remote_house_get_labels (self->house));
  g_auto(GStrv) names = split (self);
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr(KontorRemoteRecord) label = g_list_model_get_item (labels, i);
      const char *name = kontor_remote_record_get_text (label, "name");

      gtk_list_box_append (self->list,
                           make_row (self, name,
                                     g_strv_contains ((const char *const *) names, name)));
    }
}

/* What was ticked meanwhile would be taken from under the pointer: it is filled when it opens, or
 * when the first of what it shows arrives. */
static void
on_shown (KontorLabelEditor *self)
{
  if (self->contact != NULL)
    fill (self);
}

static void
fill_late (KontorLabelEditor *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)) &&
      gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    on_shown (self);
}

static void
on_added (KontorLabelEditor *self)
{
  g_autofree char *name = g_strstrip (g_strdelimit (
    g_strdup (gtk_editable_get_text (self->entry)), ",", ' '));

  if (*name == '\0' || self->contact == NULL)
    return;
  put (self, name, TRUE);
  gtk_editable_set_text (self->entry, "");
  gtk_menu_button_popdown (self->button);
}

static void
draw (KontorLabelEditor *self)
{
  g_auto(GStrv) names = self->contact != NULL ? split (self) : NULL;

  kontor_label_chips_set (self->chips, self->house, (const char *const *) names);
  fill_late (self);
}

void
kontor_label_editor_set_contact (KontorLabelEditor *self, KontorRemoteRecord *contact)
{
  g_set_object (&self->contact, contact);
  draw (self);
}

void
kontor_label_editor_set_house (KontorLabelEditor *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  g_signal_connect_object (house, "label-found", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
}

static void
kontor_label_editor_dispose (GObject *object)
{
  g_clear_object (&KONTOR_LABEL_EDITOR (object)->contact);
  g_clear_object (&KONTOR_LABEL_EDITOR (object)->house);

  G_OBJECT_CLASS (kontor_label_editor_parent_class)->dispose (object);
}

static void
kontor_label_editor_class_init (KontorLabelEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_label_editor_dispose;
  g_type_ensure (KONTOR_TYPE_LABEL_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/label-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorLabelEditor, chips);
  gtk_widget_class_bind_template_child (widget_class, KontorLabelEditor, button);
  gtk_widget_class_bind_template_child (widget_class, KontorLabelEditor, list);
  gtk_widget_class_bind_template_child (widget_class, KontorLabelEditor, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_added);
}

static void
kontor_label_editor_init (KontorLabelEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
