/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/records-dialog.h"

#include "widgets/record-group.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorRecordsDialog
{
  AdwWindow          parent_instance;

  GtkScrolledWindow *scrolled;
};

G_DEFINE_FINAL_TYPE (KontorRecordsDialog, kontor_records_dialog, ADW_TYPE_WINDOW)

static void
kontor_records_dialog_class_init (KontorRecordsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/records-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorRecordsDialog, scrolled);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_records_dialog_init (KontorRecordsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_records_dialog_open (GtkWindow *before, KontorRemoteHouse *house, const char *kind)
{
  const KontorRemoteKind *told = kontor_remote_house_find_kind (house, kind);
  const char *title = kontor_wording_title (told->plural);
  KontorRecordsDialog *self = g_object_new (KONTOR_TYPE_RECORDS_DIALOG, "transient-for", before,
                                            "title", title, NULL);
  /* TRANSLATORS: a kind of record: "Add: Saved reply" */
  g_autofree char *add = g_strdup_printf (_("Add: %s"), kontor_wording_title (told->title));
  GtkWidget *group = kontor_record_group_new (house, kind, "", NULL, add);

  g_object_set (group, "margin-top", 12, "margin-bottom", 24, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_scrolled_window_set_child (self->scrolled, group);
  kontor_record_group_show (KONTOR_RECORD_GROUP (group), NULL, NULL);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
