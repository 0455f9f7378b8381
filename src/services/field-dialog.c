/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/field-dialog.h"

#include "services/words.h"
#include "widgets/form-dialog.h"
#include "widgets/record-facts.h"
#include "widgets/record-group.h"

#include <glib/gi18n.h>

struct _KontorFieldDialog
{
  AdwWindow           parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *field;
  gboolean            is_filled;   /* the groups were made: the service is known by then */

  AdwWindowTitle     *title;
  KontorRecordFacts  *facts;
  GtkBox             *groups;
  GtkWidget          *choices;
};

G_DEFINE_FINAL_TYPE (KontorFieldDialog, kontor_field_dialog, ADW_TYPE_WINDOW)

static const char *const not_asked[] = { "code", "service", "name", "position", NULL };
static const char *const not_asked_choice[] = { "code", "field", "position", NULL };

static void
on_edit (KontorFieldDialog *self)
{
  kontor_form_dialog_keep (GTK_WIDGET (self), self->house, "service-field", self->field, NULL,
                           not_asked);
}

static GVariant *
make_filter (KontorFieldDialog *self, const char *field)
{
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, field, "s", kontor_remote_record_get_id (self->field));

  return g_variant_dict_end (&filter);
}

static void
fill (KontorFieldDialog *self)
{
  const char *service = kontor_remote_record_get_text (self->field, "service");
  GtkWidget *wordings = kontor_services_words_new (self->house, service,
                                                   kontor_remote_record_get_id (self->field),
                                                   _("In Other Languages"),
                                                   _("How it is called and asked for where a "
                                                     "customer writes another language."), FALSE);

  self->choices = kontor_record_group_new (self->house, "service-choice", _("Choices"),
                                           _("What may be answered, in this order, and what it "
                                             "costs in place of the service's price."),
                                           _("New Choice"));
  kontor_record_group_set_words (KONTOR_RECORD_GROUP (self->choices), kontor_services_choice_words);
  kontor_record_group_set_order (KONTOR_RECORD_GROUP (self->choices), "position");
  kontor_record_group_show (KONTOR_RECORD_GROUP (self->choices), make_filter (self, "field"),
                            not_asked_choice);
  gtk_box_append (self->groups, self->choices);
  gtk_box_append (self->groups, wordings);
  self->is_filled = TRUE;
}

static void
draw (KontorFieldDialog *self)
{
  const char *title = kontor_remote_record_get_text (self->field, "title");

  if (*title == '\0')
    return;
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (!self->is_filled)
    fill (self);
  gtk_widget_set_visible (self->choices,
                          g_str_equal (kontor_remote_record_get_text (self->field, "type"),
                                       "choice"));
}

static void
on_gone (KontorFieldDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
kontor_field_dialog_dispose (GObject *object)
{
  g_clear_object (&KONTOR_FIELD_DIALOG (object)->field);
  g_clear_object (&KONTOR_FIELD_DIALOG (object)->house);

  G_OBJECT_CLASS (kontor_field_dialog_parent_class)->dispose (object);
}

static void
kontor_field_dialog_class_init (KontorFieldDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_field_dialog_dispose;
  g_type_ensure (KONTOR_TYPE_RECORD_FACTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/services/field-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorFieldDialog, title);
  gtk_widget_class_bind_template_child (widget_class, KontorFieldDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, KontorFieldDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_field_dialog_init (KontorFieldDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kontor_field_dialog_open (GtkWidget *widget, KontorRemoteHouse *house, const char *id)
{
  KontorFieldDialog *self = g_object_new (KONTOR_TYPE_FIELD_DIALOG, "transient-for",
                                          gtk_widget_get_root (widget), NULL);

  self->house = g_object_ref (house);
  self->field = kontor_remote_record_follow (kontor_remote_house_get_remote (house),
                                             "service-field", id);
  kontor_record_facts_set_house (self->facts, house, "service-field", not_asked);
  kontor_record_facts_set_record (self->facts, self->field);
  g_signal_connect_object (self->field, "notify::values", G_CALLBACK (draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::is-gone", G_CALLBACK (on_gone), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
