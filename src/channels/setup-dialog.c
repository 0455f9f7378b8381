/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setup-dialog.c — the line is a record from the first field on that is left: the daemon tries what
 * it has, and whoever stops in the middle finds it as it was. */
#include "channels/setup-dialog.h"

#include "channels/settings.h"
#include "channels/step-row.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

struct _KontorSetupDialog
{
  AdwWindow               parent_instance;

  KontorRemoteHouse      *house;
  KontorRemoteChannels   *channels;
  char                   *kind;
  char                   *id;         /* "" until it is kept */
  char                   *name;       /* of a new line whose field was left as it was */
  KontorSettings         *settings;
  GPtrArray              *rows;       /* of KontorStepRow, lent; the results of the last test */
  guint                   trial;      /* the number of the last test */
  gboolean                is_saving;
  gboolean                is_closing;
  GVariant               *refused;    /* (nullable): changes that cannot be kept as they are */

  GtkLabel               *text;
  GtkLabel               *words;
  GtkWidget              *again;
  AdwPreferencesGroup    *plain;
  AdwPreferencesGroup    *steps;
  AdwPreferencesGroup    *results;
  AdwPreferencesGroup    *others;
};

G_DEFINE_FINAL_TYPE (KontorSetupDialog, kontor_setup_dialog, ADW_TYPE_WINDOW)

static void
show_words (KontorSetupDialog *self, const GError *error)
{
  g_autofree char *words = error != NULL ? kontor_remote_dup_words (error) : NULL;

  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
}

/* A kind without steps has results all the same: a row for each. */
static KontorStepRow *
get_row (KontorSetupDialog *self, guint at, GVariant *step)
{
  GtkWidget *row;

  if (at < self->rows->len)
    return self->rows->pdata[at];
  row = kontor_step_row_new (kontor_wording_title (kontor_record_get_text (step, "title")), "");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), FALSE);
  adw_preferences_group_add (self->results, row);
  gtk_widget_set_visible (GTK_WIDGET (self->results), TRUE);
  g_ptr_array_add (self->rows, row);

  return KONTOR_STEP_ROW (row);
}

/* What is to be done next is open; what somebody opened stays so while it is not done. */
static void
open_next (KontorSetupDialog *self)
{
  AdwExpanderRow *next = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwExpanderRow *row = self->rows->pdata[i];
      gboolean is_fine = kontor_step_row_get_state (KONTOR_STEP_ROW (row)) == KONTOR_STEP_FINE;

      if (!is_fine && adw_expander_row_get_expanded (row))
        return;
      if (!is_fine && next == NULL)
        next = row;
    }
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_set_expanded (self->rows->pdata[i], self->rows->pdata[i] == (gpointer) next);
}

static void
show_results (KontorSetupDialog *self, GVariant *steps)
{
  for (gsize i = 0; i < g_variant_n_children (steps); i++)
    {
      g_autoptr(GVariant) step = g_variant_get_child_value (steps, i);

      kontor_step_row_set_state (get_row (self, i, step),
                                 kontor_record_get_yes (step, "fine") ? KONTOR_STEP_FINE
                                 : KONTOR_STEP_WRONG,
                                 kontor_wording_title (kontor_record_get_text (step, "advice")));
    }
  open_next (self);
}

static void
show_untried (KontorSetupDialog *self, KontorStepState state)
{
  for (guint i = 0; i < self->rows->len; i++)
    kontor_step_row_set_state (self->rows->pdata[i], state, "");
}

typedef struct {
  KontorSetupDialog *self;
  guint              trial;
} Trial;

static void
on_tested (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Trial *trial = data;
  g_autoptr(KontorSetupDialog) self = trial->self;
  g_autoptr(GVariant) steps = NULL;
  g_autoptr(GError) error = NULL;

  kontor_dbus_channels_call_test_finish (KONTOR_DBUS_CHANNELS (source), &steps, result, &error);
  if (trial->trial != self->trial || self->settings == NULL)
    return;
  gtk_widget_set_sensitive (self->again, TRUE);
  show_words (self, error);
  if (steps != NULL)
    show_results (self, steps);
  else
    show_untried (self, KONTOR_STEP_OPEN);
}

static void
test (KontorSetupDialog *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  Trial *trial = g_new0 (Trial, 1);

  trial->self = g_object_ref (self);
  trial->trial = ++self->trial;
  gtk_widget_set_sensitive (self->again, FALSE);
  show_untried (self, KONTOR_STEP_TRYING);
  kontor_dbus_channels_call_test (kontor_remote_get_channels (remote), self->id, NULL, on_tested,
                                  trial);
}

typedef struct {
  KontorSetupDialog *self;
  GVariant          *changes;
} Saving;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr(KontorSetupDialog) self = saving->self;
  g_autoptr(GVariant) changes = saving->changes;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  self->is_saving = FALSE;
  kontor_dbus_records_call_save_finish (KONTOR_DBUS_RECORDS (source), &id, result, &error);
  if (self->settings == NULL)
    return;
  kontor_settings_show_error (self->settings, error);
  show_words (self, error);
  g_clear_pointer (&self->refused, g_variant_unref);
  if (error != NULL)
    {
      self->refused = g_steal_pointer (&changes);
      self->is_closing = FALSE;
      return;
    }
  g_free (self->id);
  self->id = g_steal_pointer (&id);
  kontor_settings_keep (self->settings, changes);
  if (self->is_closing)
    gtk_window_close (GTK_WINDOW (self));
  else
    test (self);
}

/* A new line is of its kind, has a name and is on. */
static GVariant *
complete (KontorSetupDialog *self, GVariant *changes)
{
  GVariantDict values;

  g_variant_dict_init (&values, changes);
  if (*self->id != '\0')
    return g_variant_dict_end (&values);
  g_variant_dict_insert (&values, "kind", "s", self->kind);
  g_variant_dict_insert (&values, "active", "s", "yes");
  if (!g_variant_dict_contains (&values, "name"))
    g_variant_dict_insert (&values, "name", "s", self->name);

  return g_variant_dict_end (&values);
}

static void
save (KontorSetupDialog *self, GVariant *changes)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  Saving *saving = g_new0 (Saving, 1);

  saving->self = g_object_ref (self);
  saving->changes = g_variant_ref (changes);
  self->is_saving = TRUE;
  kontor_dbus_records_call_save (kontor_remote_get_records (remote), "channel", self->id,
                                 complete (self, changes), NULL, on_saved, saving);
}

/* What was refused is not handed over again as it is. */
static gboolean
is_unkept (KontorSetupDialog *self)
{
  g_autoptr(GVariant) changes = kontor_settings_dup_changes (self->settings);

  return g_variant_n_children (changes) > 0 &&
         (self->refused == NULL || !g_variant_equal (changes, self->refused));
}

/* What was written is kept, and tried. */
static void
flush (KontorSetupDialog *self)
{
  g_autoptr(GVariant) changes = NULL;

  if (self->settings == NULL || self->is_saving || !is_unkept (self))
    return;
  changes = kontor_settings_dup_changes (self->settings);
  save (self, changes);
}

static void
on_again (KontorSetupDialog *self)
{
  if (*self->id == '\0' && !self->is_saving)
    {
      g_autoptr(GVariant) changes = kontor_settings_dup_changes (self->settings);

      save (self, changes);
    }
  else if (is_unkept (self))
    flush (self);
  else
    test (self);
}

/* What cannot be kept is told once; who closes again means it. */
static gboolean
kontor_setup_dialog_close_request (GtkWindow *window)
{
  KontorSetupDialog *self = KONTOR_SETUP_DIALOG (window);

  if (self->settings != NULL && is_unkept (self))
    {
      self->is_closing = TRUE;
      flush (self);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (kontor_setup_dialog_parent_class)->close_request (window);
}

static GtkWidget *
add_field (KontorSetupDialog *self, const KontorField *field, GVariant *record, gboolean is_needed)
{
  g_autoptr(GVariant) value = kontor_record_get (record, field->name);

  return kontor_settings_add (self->settings, field, value, is_needed);
}

static void
add_named (KontorSetupDialog *self, GtkWidget *row, const KontorRemoteKind *kind, char **names,
           GVariant *record, gboolean is_needed)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const KontorField *field = kontor_fields_find (kontor_remote_fields_get (kind->fields),
                                                     names[i]);

      if (field != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                  add_field (self, field, record, is_needed));
    }
}

static void
add_steps (KontorSetupDialog *self, const KontorRemoteKind *kind, GVariant *record)
{
  for (guint i = 0; i < kind->steps->len; i++)
    {
      const KontorRemoteStep *step = kind->steps->pdata[i];
      GtkWidget *row = kontor_step_row_new (kontor_wording_title (step->title),
                                            kontor_wording_title (step->text));

      add_named (self, row, kind, step->needs, record, TRUE);
      add_named (self, row, kind, step->takes, record, FALSE);
      adw_preferences_group_add (self->steps, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->steps), kind->steps->len > 0);
  open_next (self);
}

/* Settings that no step asks for: among the plain ones, or behind them where there are steps. */
static void
add_others (KontorSetupDialog *self, const KontorRemoteKind *kind, GVariant *record)
{
  GtkWidget *more = kind->steps->len > 0 ? adw_expander_row_new () : NULL;

  for (const KontorField *field = kontor_remote_fields_get (kind->fields); field->name != NULL;
       field++)
    {
      GtkWidget *row;

      if (kontor_settings_has (self->settings, field->name))
        continue;
      row = add_field (self, field, record, FALSE);
      if (more != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (more), row);
      else
        adw_preferences_group_add (self->plain, row);
    }
  if (more == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), _("More Settings"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (more), _("Rarely needed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("More Settings"), -1);
  adw_preferences_group_add (self->others, more);
  gtk_widget_set_visible (GTK_WIDGET (self->others), TRUE);
}

static void
build (KontorSetupDialog *self, GVariant *record)
{
  static const KontorField name = { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") };
  const KontorRemoteKind *kind = kontor_remote_channels_find_kind (self->channels, self->kind);

  self->settings = kontor_settings_new (self->house, G_CALLBACK (flush), self);
  adw_preferences_group_add (self->plain, add_field (self, &name, record, TRUE));
  if (kind == NULL)
    return;
  gtk_window_set_title (GTK_WINDOW (self), kontor_wording_title (kind->title));
  gtk_label_set_text (self->text, kontor_wording_title (kind->text));
  add_steps (self, kind, record);
  add_others (self, kind, record);
  if (*self->id != '\0')
    test (self);
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorSetupDialog) self = data;
  g_autoptr(GVariant) record = NULL;
  g_autoptr(GError) error = NULL;

  if (kontor_dbus_records_call_get_finish (KONTOR_DBUS_RECORDS (source), &record, result, &error))
    build (self, record);
  else
    show_words (self, error);
}

static void
kontor_setup_dialog_dispose (GObject *object)
{
  KontorSetupDialog *self = KONTOR_SETUP_DIALOG (object);

  g_clear_pointer (&self->settings, kontor_settings_free);
  g_clear_object (&self->house);
  g_clear_object (&self->channels);

  G_OBJECT_CLASS (kontor_setup_dialog_parent_class)->dispose (object);
}

static void
kontor_setup_dialog_finalize (GObject *object)
{
  KontorSetupDialog *self = KONTOR_SETUP_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->refused, g_variant_unref);
  g_free (self->kind);
  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (kontor_setup_dialog_parent_class)->finalize (object);
}

static void
kontor_setup_dialog_class_init (KontorSetupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_setup_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_setup_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kontor_setup_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/channels/setup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorSetupDialog, text);
  gtk_widget_class_bind_template_child (widget_class, KontorSetupDialog, words);
  gtk_widget_class_bind_template_child (widget_class, KontorSetupDialog, again);
  gtk_widget_class_bind_template_child (widget_class, KontorSetupDialog, plain);
  gtk_widget_class_bind_template_child (widget_class, KontorSetupDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, KontorSetupDialog, results);
  gtk_widget_class_bind_template_child (widget_class, KontorSetupDialog, others);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_setup_dialog_init (KontorSetupDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (flush), NULL);
}

void
kontor_setup_dialog_open (GtkWidget *widget, KontorRemoteHouse *house,
                          KontorRemoteChannels *channels, const char *kind, const char *id)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KontorSetupDialog *self = g_object_new (KONTOR_TYPE_SETUP_DIALOG, "transient-for", root, NULL);
  KontorRemote *remote = kontor_remote_house_get_remote (house);
  const KontorRemoteKind *told = kontor_remote_channels_find_kind (channels, kind);
  g_autoptr(GVariant) fresh = NULL;

  self->house = g_object_ref (house);
  self->channels = g_object_ref (channels);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->name = g_strdup (told != NULL ? kontor_wording_title (told->title) : kind);
  fresh = g_variant_ref_sink (g_variant_new_parsed ("{'name': <%s>}", self->name));
  if (*id == '\0')
    build (self, fresh);
  else
    kontor_dbus_records_call_get (kontor_remote_get_records (remote), "channel", id, NULL, on_got,
                                  g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
