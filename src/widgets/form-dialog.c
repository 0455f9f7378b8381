/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/form-dialog.h"

#include "widgets/record-form.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorFormDialog
{
  AdwWindow          parent_instance;

  KontorRemoteHouse *house;
  char              *kind;        /* whose own fields are asked for */
  char              *id;          /* of a record that is changed; "" for a new one */
  char              *action;      /* NULL: a record is changed */
  GVariant          *given;       /* what stood in it at first */
  char             **fixed;       /* (nullable): names of what is given and not asked for */
  gboolean           is_change;   /* of what is there: only what is changed is handed over */
  char              *once;        /* the action is not done twice */
  char              *service;     /* the link whose own fields are shown */
  KontorRemoteFields *own;

  GtkWidget         *save;
  GtkLabel          *text;
  KontorRecordForm  *form;
};

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorFormDialog, kontor_form_dialog, ADW_TYPE_WINDOW)

/* What was given and is not asked for, and what was put in. */
static GVariant *
make_arguments (KontorFormDialog *self)
{
  g_autoptr(GVariant) put = kontor_record_form_dup_values (self->form, self->is_change);
  GVariantDict arguments;

  g_variant_dict_init (&arguments, put);
  for (guint i = 0; self->action != NULL && self->fixed != NULL && self->fixed[i] != NULL; i++)
    {
      g_autoptr(GVariant) value = kontor_record_get (self->given, self->fixed[i]);

      if (value != NULL)
        g_variant_dict_insert_value (&arguments, self->fixed[i], value);
    }

  return g_variant_dict_end (&arguments);
}

static void
on_own_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorFormDialog) self = data;
  g_autoptr(GVariant) told = NULL;

  if (!kontor_dbus_records_call_own_fields_finish (KONTOR_DBUS_RECORDS (source), &told, result,
                                                   NULL))
    return;
  g_clear_pointer (&self->own, kontor_remote_fields_free);
  self->own = kontor_remote_fields_new (told);
  kontor_record_form_set_own (self->form, self->own, self->given);
}

/* What a business asks for depends on what is booked. */
static void
ask_own (KontorFormDialog *self)
{
  GVariant *arguments = g_variant_ref_sink (make_arguments (self));
  const char *service = kontor_record_get_text (arguments, "service");
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  if (service == NULL)
    service = kontor_record_get_text (self->given, "service");
  if (self->kind != NULL && g_strcmp0 (service != NULL ? service : "", self->service) != 0)
    {
      GVariantDict record;

      g_free (self->service);
      self->service = g_strdup (service != NULL ? service : "");
      g_variant_dict_init (&record, NULL);
      if (service != NULL)
        g_variant_dict_insert (&record, "service", "s", service);
      kontor_dbus_records_call_own_fields (kontor_remote_get_records (remote), self->kind,
                                           g_variant_dict_end (&record), NULL, on_own_told,
                                           g_object_ref (self));
    }
  g_variant_unref (arguments);
}

static void
refuse (KontorFormDialog *self, const GError *error)
{
  gtk_widget_set_sensitive (self->save, TRUE);
  kontor_record_form_show_error (self->form, error);
}

static void
finish (KontorFormDialog *self, GVariant *record)
{
  g_signal_emit (self, signals[DONE], 0, record);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorFormDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GVariant) record = NULL;
  GVariantDict dict;

  if (!kontor_dbus_records_call_save_finish (KONTOR_DBUS_RECORDS (source), &id, result, &error))
    {
      refuse (self, error);
      return;
    }
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "id", "s", id);
  record = g_variant_ref_sink (g_variant_dict_end (&dict));
  finish (self, record);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorFormDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = NULL;

  if (!kontor_dbus_actions_call_run_finish (KONTOR_DBUS_ACTIONS (source), &record, result, &error))
    refuse (self, error);
  else
    finish (self, record);
}

static void
on_save (KontorFormDialog *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict options;

  gtk_widget_set_sensitive (self->save, FALSE);
  kontor_record_form_show_error (self->form, NULL);
  if (self->action == NULL)
    {
      kontor_dbus_records_call_save (kontor_remote_get_records (remote), self->kind, self->id,
                                     make_arguments (self), NULL, on_saved, g_object_ref (self));
      return;
    }
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "once", "s", self->once);
  kontor_dbus_actions_call_run (kontor_remote_get_actions (remote), self->action,
                                make_arguments (self), g_variant_dict_end (&options), NULL, on_run,
                                g_object_ref (self));
}

/* What is asked for now is another thing than what was refused. */
static void
on_changed (KontorFormDialog *self)
{
  g_free (self->once);
  self->once = g_uuid_string_random ();
  ask_own (self);
}

void
kontor_form_dialog_set_heading (KontorFormDialog *self, const char *title, const char *text,
                                const char *button)
{
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
  gtk_button_set_label (GTK_BUTTON (self->save), button);
}

static KontorFormDialog *
make (GtkWidget *widget, KontorRemoteHouse *house, GVariant *given)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KontorFormDialog *self = g_object_new (KONTOR_TYPE_FORM_DIALOG, "transient-for", root, NULL);
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->text));

  self->house = g_object_ref (house);
  self->given = g_variant_ref_sink (given);
  self->form = KONTOR_RECORD_FORM (kontor_record_form_new (house));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

KontorFormDialog *
kontor_form_dialog_edit (GtkWidget *widget, KontorRemoteHouse *house, const char *kind,
                         KontorRemoteRecord *record)
{
  const KontorRemoteKind *told = kontor_remote_house_find_kind (house, kind);
  KontorFormDialog *self = make (widget, house, record != NULL
    ? kontor_remote_record_get_values (record) : kontor_remote_no_options ());

  self->is_change = TRUE;
  self->kind = g_strdup (kind);
  self->id = g_strdup (record != NULL ? kontor_remote_record_get_id (record) : "");
  if (told != NULL)
    {
      kontor_form_dialog_set_heading (self, kontor_wording_title (told->title), NULL, _("_Save"));
      kontor_record_form_add (self->form, kontor_remote_fields_get (told->fields), self->given,
                              NULL);
      ask_own (self);
    }
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

KontorFormDialog *
kontor_form_dialog_act (GtkWidget *widget, KontorRemoteHouse *house, const char *action,
                        GVariant *given, const char *const *fixed)
{
  const KontorRemoteKind *told = kontor_remote_house_find_action (house, action);
  const KontorRemoteKind *of;
  KontorFormDialog *self = make (widget, house, given);

  self->action = g_strdup (action);
  self->fixed = g_strdupv ((char **) fixed);
  if (told != NULL)
    {
      of = kontor_remote_house_find_kind (house, told->of);
      self->kind = of != NULL ? g_strdup (of->name) : NULL;
      self->is_change = kontor_record_get_text (self->given, told->of) != NULL;
      kontor_form_dialog_set_heading (self, kontor_wording_title (told->title), NULL,
                                      kontor_wording_title (told->title));
      kontor_record_form_add (self->form, kontor_remote_fields_get (told->fields), self->given,
                              fixed);
    }
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

static void
kontor_form_dialog_dispose (GObject *object)
{
  g_clear_object (&KONTOR_FORM_DIALOG (object)->house);

  G_OBJECT_CLASS (kontor_form_dialog_parent_class)->dispose (object);
}

static void
kontor_form_dialog_finalize (GObject *object)
{
  KontorFormDialog *self = KONTOR_FORM_DIALOG (object);

  g_clear_pointer (&self->given, g_variant_unref);
  g_clear_pointer (&self->own, kontor_remote_fields_free);
  g_strfreev (self->fixed);
  g_free (self->kind);
  g_free (self->id);
  g_free (self->action);
  g_free (self->once);
  g_free (self->service);

  G_OBJECT_CLASS (kontor_form_dialog_parent_class)->finalize (object);
}

static void
kontor_form_dialog_class_init (KontorFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_form_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_form_dialog_finalize;
  signals[DONE] = g_signal_new ("done", KONTOR_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_VARIANT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/widgets/form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorFormDialog, save);
  gtk_widget_class_bind_template_child (widget_class, KontorFormDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_form_dialog_init (KontorFormDialog *self)
{
  self->once = g_uuid_string_random ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
