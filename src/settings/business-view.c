/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings/business-view.h"

#include "settings/hours-editor.h"
#include "widgets/record-form.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

struct _KontorBusinessView
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *business;
  gboolean            is_changed;   /* by who sits here, and not saved */
  char               *hours;        /* as the editor had them when nothing was changed */

  GtkBox             *box;
  KontorRecordForm   *form;         /* NULL: not told yet */
  KontorHoursEditor  *editor;
  GtkWidget          *save;
};

/* Hours have an editor of their own, and the privacy switch a place of its own. */
static const char *const hidden[] = { "hours", "local-only", NULL };

G_DEFINE_FINAL_TYPE (KontorBusinessView, kontor_business_view, ADW_TYPE_BIN)

static void
on_changed (KontorBusinessView *self)
{
  self->is_changed = TRUE;
  gtk_widget_set_sensitive (self->save, TRUE);
}

static void
draw (KontorBusinessView *self)
{
  const KontorRemoteKind *kind = kontor_remote_house_find_kind (self->house, "business");
  GVariant *values = kontor_remote_record_get_values (self->business);

  if (kind == NULL || g_variant_n_children (values) == 0 || self->is_changed)
    return;
  if (self->form != NULL)
    gtk_box_remove (self->box, GTK_WIDGET (self->form));
  self->form = KONTOR_RECORD_FORM (kontor_record_form_new (self->house));
  kontor_record_form_add (self->form, kontor_remote_fields_get (kind->fields), values, hidden);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_prepend (self->box, GTK_WIDGET (self->form));
  kontor_hours_editor_set_text (self->editor,
                                kontor_remote_record_get_text (self->business, "hours"));
  g_free (self->hours);
  self->hours = kontor_hours_editor_dup_text (self->editor);
  gtk_widget_set_visible (GTK_WIDGET (self->box), TRUE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorBusinessView) self = data;
  g_autoptr(GError) error = NULL;

  if (!kontor_dbus_records_call_save_finish (KONTOR_DBUS_RECORDS (source), NULL, result, &error))
    {
      kontor_record_form_show_error (self->form, error);
      kontor_toast_error (GTK_WIDGET (self), error);
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }
  self->is_changed = FALSE;
  kontor_toast_say (GTK_WIDGET (self), _("Saved."));
  draw (self);
}

static void
on_save (KontorBusinessView *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  g_autoptr(GVariant) put = kontor_record_form_dup_values (self->form, TRUE);
  g_autofree char *hours = kontor_hours_editor_dup_text (self->editor);
  GVariantDict values;

  g_variant_dict_init (&values, put);
  if (!g_str_equal (hours, self->hours))
    g_variant_dict_insert (&values, "hours", "s", hours);
  gtk_widget_set_sensitive (self->save, FALSE);
  kontor_dbus_records_call_save (kontor_remote_get_records (remote), "business", "1",
                                 g_variant_dict_end (&values), NULL, on_saved,
                                 g_object_ref (self));
}

/* What was written was for the other one. */
static void
leave (KontorBusinessView *self)
{
  self->is_changed = FALSE;
  gtk_widget_set_sensitive (self->save, FALSE);
}

static void
kontor_business_view_dispose (GObject *object)
{
  g_clear_object (&KONTOR_BUSINESS_VIEW (object)->business);
  g_clear_object (&KONTOR_BUSINESS_VIEW (object)->house);

  G_OBJECT_CLASS (kontor_business_view_parent_class)->dispose (object);
}

static void
kontor_business_view_finalize (GObject *object)
{
  g_free (KONTOR_BUSINESS_VIEW (object)->hours);

  G_OBJECT_CLASS (kontor_business_view_parent_class)->finalize (object);
}

static void
kontor_business_view_class_init (KontorBusinessViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_business_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_business_view_finalize;
}

static void
kontor_business_view_init (KontorBusinessView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  self->editor = KONTOR_HOURS_EDITOR (kontor_hours_editor_new ());
  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_add_css_class (self->save, "pill");
  gtk_widget_set_halign (self->save, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_box_append (self->box, GTK_WIDGET (self->editor));
  gtk_box_append (self->box, self->save);
  gtk_widget_set_visible (GTK_WIDGET (self->box), FALSE);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
kontor_business_view_new (KontorRemoteHouse *house)
{
  KontorBusinessView *self = g_object_new (KONTOR_TYPE_BUSINESS_VIEW, NULL);

  self->house = g_object_ref (house);
  self->business = kontor_remote_record_follow (kontor_remote_house_get_remote (house),
                                                "business", "1");
  g_signal_connect_object (self->business, "notify::values", G_CALLBACK (draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "kinds-told", G_CALLBACK (draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (house, "business-changed", G_CALLBACK (leave), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
