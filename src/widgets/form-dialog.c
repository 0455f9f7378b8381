/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/form-dialog.h"

#include <string.h>

#include "widgets/record-form.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

/* How the daemon says that an action wants to be asked for twice. */
#define SURE "sure: "

struct _KontorFormDialog
{
  AdwWindow          parent_instance;

  KontorRemoteHouse *house;
  char              *kind;        /* whose own fields are asked for */
  char              *id;          /* of a record that is changed; "" for a new one */
  char              *action;      /* NULL: a record is changed */
  GVariant          *given;       /* what stood in it at first */
  char             **fixed;       /* (nullable): names of what is given and not asked for */
  gboolean           has_id;      /* a record that is there is changed */
  gboolean           is_change;   /* of what is there: only what is changed is handed over */
  char              *once;        /* the action is not done twice */
  char              *decided;     /* by what the own fields that are shown were chosen */
  gboolean           is_sure;     /* it was said twice that the action is meant */
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
  for (guint i = 0; !self->has_id && self->fixed != NULL && self->fixed[i] != NULL; i++)
    {
      g_autoptr(GVariant) value = kontor_record_get (self->given, self->fixed[i]);

      if (value != NULL)
        g_variant_dict_insert_value (&arguments, self->fixed[i], value);
    }
  if (self->is_sure)
    g_variant_dict_insert (&arguments, "sure", "s", "yes");

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

/* Which own fields a record has depends on a few of its others: what is booked, who takes the
 * money. */
static const char *const deciding[] = { "service", "gateway" };

static gboolean
has_deciding (const KontorRemoteKind *action, GVariant *given)
{
  for (guint i = 0; i < G_N_ELEMENTS (deciding); i++)
    if (kontor_fields_find (kontor_remote_fields_get (action->fields), deciding[i]) != NULL ||
        kontor_record_get_text (given, deciding[i]) != NULL)
      return TRUE;

  return FALSE;
}

static GVariant *
make_deciding (KontorFormDialog *self)
{
  g_autoptr(GVariant) arguments = g_variant_ref_sink (make_arguments (self));
  GVariantDict record;

  g_variant_dict_init (&record, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (deciding); i++)
    {
      const char *value = kontor_record_get_text (arguments, deciding[i]);

      if (value == NULL)
        value = kontor_record_get_text (self->given, deciding[i]);
      if (value != NULL)
        g_variant_dict_insert (&record, deciding[i], "s", value);
    }

  return g_variant_dict_end (&record);
}

static void
ask_own (KontorFormDialog *self)
{
  g_autoptr(GVariant) record = g_variant_ref_sink (make_deciding (self));
  g_autofree char *decided = g_variant_print (record, FALSE);
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);

  if (self->kind == NULL || g_strcmp0 (decided, self->decided) == 0)
    return;
  g_free (self->decided);
  self->decided = g_steal_pointer (&decided);
  kontor_dbus_records_call_own_fields (kontor_remote_get_records (remote), self->kind, record, NULL,
                                       on_own_told, g_object_ref (self));
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

static void on_save (KontorFormDialog *self);

static void
on_sure (KontorFormDialog *self, const char *response)
{
  if (!g_str_equal (response, "do"))
    return;
  self->is_sure = TRUE;
  on_save (self);
}

/* What cannot be undone is asked for a second time, in the daemon's words: how much, and to whom.
 * It begins with the name of the argument and ends with what a command line would say. */
static void
ask_twice (KontorFormDialog *self, const GError *error)
{
  const char *start = strstr (error->message, SURE);
  g_autofree char *words = g_strdup (start + strlen (SURE));
  char *end = strrchr (words, ';');
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Are you sure?"), NULL);

  if (end != NULL)
    *end = '\0';
  *words = g_ascii_toupper (*words);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s.", words);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "do",
                                    gtk_button_get_label (GTK_BUTTON (self->save)), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "do",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_widget_set_sensitive (self->save, TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_sure), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorFormDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = NULL;

  if (kontor_dbus_actions_call_run_finish (KONTOR_DBUS_ACTIONS (source), &record, result, &error))
    finish (self, record);
  else if (!self->is_sure && strstr (error->message, SURE) != NULL)
    ask_twice (self, error);
  else
    refuse (self, error);
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
  self->is_sure = FALSE;
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
kontor_form_dialog_keep (GtkWidget *widget, KontorRemoteHouse *house, const char *kind,
                         KontorRemoteRecord *record, GVariant *given, const char *const *hidden)
{
  const KontorRemoteKind *told = kontor_remote_house_find_kind (house, kind);
  KontorFormDialog *self = make (widget, house, record != NULL
    ? kontor_remote_record_get_values (record) : given);

  self->has_id = self->is_change = record != NULL;
  self->kind = g_strdup (kind);
  self->id = g_strdup (record != NULL ? kontor_remote_record_get_id (record) : "");
  self->fixed = g_strdupv ((char **) hidden);
  if (told != NULL)
    {
      kontor_form_dialog_set_heading (self, kontor_wording_title (told->title), NULL, _("_Save"));
      kontor_record_form_add (self->form, kontor_remote_fields_get (told->fields), self->given,
                              hidden);
      ask_own (self);
    }
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

KontorFormDialog *
kontor_form_dialog_edit (GtkWidget *widget, KontorRemoteHouse *house, const char *kind,
                         KontorRemoteRecord *record)
{
  KontorFormDialog *self = kontor_form_dialog_keep (widget, house, kind, record,
                                                    kontor_remote_no_options (), NULL);

  self->is_change = TRUE;

  return self;
}

KontorFormDialog *
kontor_form_dialog_act (GtkWidget *widget, KontorRemoteHouse *house, const char *action,
                        GVariant *given, const char *const *fixed)
{
  const KontorRemoteKind *told = kontor_remote_house_find_action (house, action);
  const KontorRemoteKind *of;
  KontorFormDialog *self = make (widget, house, given);
  g_autoptr(GPtrArray) hidden = g_ptr_array_new ();

  for (guint i = 0; fixed != NULL && fixed[i] != NULL; i++)
    g_ptr_array_add (hidden, (gpointer) fixed[i]);
  g_ptr_array_add (hidden, (gpointer) "sure");
  g_ptr_array_add (hidden, NULL);
  self->action = g_strdup (action);
  self->fixed = g_strdupv ((char **) fixed);
  if (told != NULL)
    {
      of = kontor_remote_house_find_kind (house, told->of);
      self->kind = of != NULL && has_deciding (told, self->given) ? g_strdup (of->name) : NULL;
      self->is_change = kontor_record_get_text (self->given, told->of) != NULL;
      kontor_form_dialog_set_heading (self, kontor_wording_title (told->title), NULL,
                                      kontor_wording_title (told->title));
      kontor_record_form_add (self->form, kontor_remote_fields_get (told->fields), self->given,
                              (const char *const *) hidden->pdata);
      ask_own (self);
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
  g_free (self->decided);

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
