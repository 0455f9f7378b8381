/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/service-pane.h"

#include "services/field-dialog.h"
#include "services/preview.h"
#include "services/words.h"
#include "widgets/form-dialog.h"
#include "widgets/question.h"
#include "widgets/record-facts.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

struct _KontorServicePane
{
  AdwBin              parent_instance;

  KontorRemoteHouse  *house;
  KontorRemoteRecord *service;   /* NULL: none */

  AdwWindowTitle     *title;
  GtkWidget          *back;
  GtkWidget          *edit;
  GtkWidget          *remove;
  GtkStack           *stack;
  KontorRecordFacts  *facts;
  GtkBox             *parts;     /* what was made for this service */
};

enum { PROP_IS_ALONE = 1, N_PROPS };
enum { BACK, N_SIGNALS };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const hidden[] = { "code", NULL };
static const char *const hidden_field[] = { "code", "service", "name", "position", NULL };

G_DEFINE_FINAL_TYPE (KontorServicePane, kontor_service_pane, ADW_TYPE_BIN)

static void
draw (KontorServicePane *self)
{
  gboolean is_there = self->service != NULL &&
                      *kontor_remote_record_get_text (self->service, "name") != '\0';

  adw_window_title_set_title (self->title, is_there
                              ? kontor_remote_record_get_text (self->service, "name") : "");
  gtk_widget_set_visible (self->edit, is_there);
  gtk_widget_set_visible (self->remove, is_there);
  gtk_stack_set_visible_child_name (self->stack, is_there ? "service" : "none");
}

static void
on_gone (KontorServicePane *self)
{
  kontor_service_pane_show (self, NULL);
}

static void
on_edit (KontorServicePane *self)
{
  kontor_form_dialog_keep (GTK_WIDGET (self), self->house, "service", self->service, NULL, hidden);
}

static void
delete (gpointer object)
{
  KontorServicePane *self = object;
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  if (self->service != NULL)
    kontor_toast_call (GTK_WIDGET (self), kontor_remote_get_records (remote), "Remove",
                       g_variant_new ("(ss)", "service",
                                      kontor_remote_record_get_id (self->service)));
}

static void
on_delete (KontorServicePane *self)
{
  g_autofree char *heading = g_strdup_printf (
    _("Delete “%s”?"), kontor_remote_record_get_text (self->service, "name"));

  kontor_question_ask (GTK_WIDGET (self), heading,
                       _("Its fields, choices and wordings go with it. One that was booked cannot "
                         "be deleted: switch off “Offered” instead."), _("_Delete"), delete, self);
}

static void
on_field_chosen (KontorServicePane *self, KontorRemoteRecord *field)
{
  kontor_field_dialog_open (GTK_WIDGET (self), self->house, kontor_remote_record_get_id (field));
}

static void
on_field_added (KontorServicePane *self, const char *id)
{
  kontor_field_dialog_open (GTK_WIDGET (self), self->house, id);
}

static GtkWidget *
make_fields (KontorServicePane *self, const char *code)
{
  GtkWidget *fields = kontor_record_group_new (self->house, "service-field",
                                               _("What Customers Are Asked For"),
                                               _("In this order, one at a time; what they say by "
                                                 "themselves is not asked for."), _("New Field"));
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "service", "s", code);
  kontor_record_group_set_words (KONTOR_RECORD_GROUP (fields), kontor_services_field_words);
  kontor_record_group_set_order (KONTOR_RECORD_GROUP (fields), "position");
  kontor_record_group_set_given (KONTOR_RECORD_GROUP (fields),
                                 g_variant_new_parsed ("{'required': <true>, 'type': <'text'>}"));
  kontor_record_group_show (KONTOR_RECORD_GROUP (fields), g_variant_dict_end (&filter),
                            hidden_field);
  g_signal_connect_object (fields, "chosen", G_CALLBACK (on_field_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fields, "added", G_CALLBACK (on_field_added), self, G_CONNECT_SWAPPED);

  return fields;
}

static void
make_parts (KontorServicePane *self, const char *code)
{
  GtkWidget *preview = kontor_preview_new (self->house);

  gtk_box_append (self->parts, make_fields (self, code));
  gtk_box_append (self->parts,
                  kontor_services_words_new (self->house, code, code, _("In Other Languages"),
                                             _("Its name, and the words customers use for it."),
                                             TRUE));
  gtk_box_append (self->parts, preview);
  kontor_preview_play (KONTOR_PREVIEW (preview), code);
}

void
kontor_service_pane_show (KontorServicePane *self, const char *code)
{
  GtkWidget *part;

  if (self->service != NULL && code != NULL &&
      g_str_equal (kontor_remote_record_get_id (self->service), code))
    return;
  if (self->service != NULL)
    g_signal_handlers_disconnect_by_data (self->service, self);
  g_clear_object (&self->service);
  while ((part = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, part);
  if (code != NULL)
    {
      self->service = kontor_remote_record_follow (kontor_remote_house_get_remote (self->house),
                                                   "service", code);
      g_signal_connect_object (self->service, "notify::values", G_CALLBACK (draw), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->service, "notify::is-gone", G_CALLBACK (on_gone), self,
                               G_CONNECT_SWAPPED);
      make_parts (self, code);
    }
  kontor_record_facts_set_record (self->facts, self->service);
  draw (self);
}

static void
on_back (KontorServicePane *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

void
kontor_service_pane_set_house (KontorServicePane *self, KontorRemoteHouse *house)
{
  self->house = g_object_ref (house);
  kontor_record_facts_set_house (self->facts, house, "service", hidden);
}

static void
kontor_service_pane_set_property (GObject *object, guint id, const GValue *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_IS_ALONE)
    gtk_widget_set_visible (KONTOR_SERVICE_PANE (object)->back, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kontor_service_pane_dispose (GObject *object)
{
  g_clear_object (&KONTOR_SERVICE_PANE (object)->service);
  g_clear_object (&KONTOR_SERVICE_PANE (object)->house);

  G_OBJECT_CLASS (kontor_service_pane_parent_class)->dispose (object);
}

static void
kontor_service_pane_class_init (KontorServicePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kontor_service_pane_dispose;
  object_class->set_property = kontor_service_pane_set_property;
  props[PROP_IS_ALONE] = g_param_spec_boolean ("is-alone", NULL, NULL, FALSE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[BACK] = g_signal_new ("back", KONTOR_TYPE_SERVICE_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KONTOR_TYPE_RECORD_FACTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/services/service-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorServicePane, title);
  gtk_widget_class_bind_template_child (widget_class, KontorServicePane, back);
  gtk_widget_class_bind_template_child (widget_class, KontorServicePane, edit);
  gtk_widget_class_bind_template_child (widget_class, KontorServicePane, remove);
  gtk_widget_class_bind_template_child (widget_class, KontorServicePane, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorServicePane, facts);
  gtk_widget_class_bind_template_child (widget_class, KontorServicePane, parts);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}

static void
kontor_service_pane_init (KontorServicePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
