/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contacts/import-dialog.h"

#include <string.h>

#include "contacts/import-mapping.h"
#include "contacts/verdict-list.h"
#include "remote/import-run.h"
#include "widgets/file-dialog.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

struct _KontorImportDialog
{
  AdwWindow            parent_instance;

  KontorRemoteHouse   *house;
  KontorRemoteFields  *own;
  KontorCsvFile       *file;
  char                *name;
  char                *token;
  GCancellable        *cancellable;   /* of what is running; NULL: nothing is */
  gboolean             is_dry;        /* what ran last was a trial */
  gboolean             was_run;       /* contacts were brought in */

  GtkWidget           *overlay;
  GtkStack            *stack;
  AdwStatusPage       *trouble;
  KontorImportMapping *mapping;
  AdwComboRow         *same;
  GtkLabel            *summary;
  GtkProgressBar      *progress;
  GtkWidget           *only;
  KontorVerdictList   *verdicts;
  GtkWidget           *cancel;
  GtkWidget           *check;
  GtkWidget           *change;
  GtkWidget           *bring;
  GtkWidget           *back;
  GtkWidget           *report;
};

G_DEFINE_FINAL_TYPE (KontorImportDialog, kontor_import_dialog, ADW_TYPE_WINDOW)

static void
show_trouble (KontorImportDialog *self, const GError *error)
{
  g_autofree char *words = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
    ? g_strdup (error->message) : kontor_remote_dup_sentence (error->message);

  adw_status_page_set_description (self->trouble, words);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* Which buttons there are is decided by how far it is. */
static void
show_buttons (KontorImportDialog *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);
  gboolean is_running = self->cancellable != NULL;
  gboolean has_verdicts = g_str_equal (page, "verdicts") && !is_running;

  gtk_widget_set_visible (self->cancel, is_running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_running);
  gtk_widget_set_visible (self->check, g_str_equal (page, "map"));
  gtk_widget_set_visible (self->change, has_verdicts && !self->was_run);
  gtk_widget_set_visible (self->bring, has_verdicts && !self->was_run &&
                          kontor_verdict_list_count (self->verdicts, "added") +
                          kontor_verdict_list_count (self->verdicts, "changed") > 0);
  gtk_widget_set_visible (self->back, has_verdicts && self->was_run);
  gtk_widget_set_visible (self->report, has_verdicts);
}

static void
show_summary (KontorImportDialog *self, const char *end)
{
  const KontorImportCounts counts = {
    .total = self->file->rows->len,
    .added = kontor_verdict_list_count (self->verdicts, "added"),
    .changed = kontor_verdict_list_count (self->verdicts, "changed"),
    .skipped = kontor_verdict_list_count (self->verdicts, "skipped"),
    .refused = kontor_verdict_list_count (self->verdicts, "refused"),
  };
  g_autofree char *words = kontor_import_counts_dup_words (&counts, self->is_dry,
                                                           self->cancellable == NULL);
  g_autofree char *all = end != NULL ? g_strconcat (words, " ", end, NULL) : NULL;

  gtk_label_set_text (self->summary, all != NULL ? all : words);
}

static void
on_progress (GVariant *verdicts, guint done, gpointer data)
{
  KontorImportDialog *self = data;
  guint total = self->file->rows->len;

  kontor_verdict_list_add (self->verdicts, verdicts);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 1);
}

static void
on_ran (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorImportDialog) self = data;
  g_autoptr(GError) error = NULL;
  gboolean is_whole = kontor_import_run_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (!is_whole && !kontor_remote_is_cancelled (error))
    {
      g_autofree char *words = kontor_remote_dup_words (error);

      show_summary (self, words);
    }
  else
    show_summary (self, NULL);
  show_buttons (self);
}

static void
run (KontorImportDialog *self, gboolean is_dry)
{
  static const char *const ways[] = { "skip", "change", "refuse" };
  g_autoptr(GVariant) mapping = kontor_import_mapping_dup (self->mapping);
  guint way = adw_combo_row_get_selected (self->same);
  KontorImportJob job = {
    .remote = kontor_remote_house_get_remote (self->house), .kind = "contact",
    .file = self->file, .name = self->name, .mapping = mapping, .is_dry = is_dry,
    .same = ways[MIN (way, G_N_ELEMENTS (ways) - 1)],
  };

  g_free (self->token);
  job.token = self->token = g_uuid_string_random ();
  self->is_dry = is_dry;
  self->was_run = !is_dry;
  self->cancellable = g_cancellable_new ();
  kontor_verdict_list_clear (self->verdicts);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_label_set_text (self->summary, is_dry ? _("Nothing is changed yet: it is only tried.")
                      : _("The contacts are brought in."));
  gtk_stack_set_visible_child_name (self->stack, "verdicts");
  show_buttons (self);
  kontor_import_run_async (&job, on_progress, self->cancellable, on_ran, g_object_ref (self));
}

static void
on_check (KontorImportDialog *self)
{
  run (self, TRUE);
}

static void
on_bring (KontorImportDialog *self)
{
  run (self, FALSE);
}

static void
on_cancel (KontorImportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
on_change (KontorImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "map");
  show_buttons (self);
}

static void
on_only_toggled (KontorImportDialog *self)
{
  kontor_verdict_list_set_only (self->verdicts,
                                gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only)));
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorImportDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) import = NULL;
  g_autofree char *words = NULL;

  if (!kontor_dbus_actions_call_run_finish (KONTOR_DBUS_ACTIONS (source), &import, result, &error))
    {
      kontor_toast_error (self->overlay, error);
      gtk_widget_set_sensitive (self->back, TRUE);
      return;
    }
  words = g_strdup_printf (_("Taken back: %d. Kept, for they were used since: %d."),
                           (int) kontor_record_get_int (import, "taken-back", 0),
                           (int) kontor_record_get_int (import, "kept", 0));
  gtk_label_set_text (self->summary, words);
  gtk_widget_set_visible (self->back, FALSE);
}

static void
on_import_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorImportDialog) self = data;
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) found = NULL, import = NULL;
  g_autofree char *next = NULL;
  GVariantDict arguments;

  if (!kontor_dbus_records_call_query_finish (KONTOR_DBUS_RECORDS (source), &found, &next, result,
                                              &error) || g_variant_n_children (found) == 0)
    {
      if (error != NULL)
        kontor_toast_error (self->overlay, error);
      gtk_widget_set_sensitive (self->back, TRUE);
      return;
    }
  import = g_variant_get_child_value (found, 0);
  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "import", "s", kontor_record_get_text (import, "id"));
  kontor_dbus_actions_call_run (kontor_remote_get_actions (remote), "undo-import",
                                g_variant_dict_end (&arguments), kontor_remote_no_options (), NULL,
                                on_taken_back, g_object_ref (self));
}

static void
on_back (KontorImportDialog *self)
{
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  GVariantDict filter;

  gtk_widget_set_sensitive (self->back, FALSE);
  g_variant_dict_init (&filter, NULL);
  g_variant_dict_insert (&filter, "token", "s", self->token);
  kontor_dbus_records_call_query (kontor_remote_get_records (remote), "import",
                                  g_variant_dict_end (&filter), kontor_remote_no_options (), NULL,
                                  on_import_found, g_object_ref (self));
}

static void
on_report_place (GFile *file, gpointer data)
{
  KontorImportDialog *self = data;
  g_autofree char *report = kontor_verdict_list_dup_report (self->verdicts, self->file);
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents (file, report, strlen (report), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                               NULL, NULL, &error))
    kontor_toast_say (self->overlay, _("The verdicts are saved."));
  else
    kontor_toast_error (self->overlay, error);
}

static void
on_report (KontorImportDialog *self)
{
  kontor_file_dialog_save (GTK_WIDGET (self), _("Save What Became of Each Row"),
                           "import-report.csv", on_report_place);
}

static void
on_own_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorImportDialog) self = data;
  g_autoptr(GVariant) told = NULL;
  const KontorField *own = NULL;

  if (kontor_dbus_records_call_own_fields_finish (KONTOR_DBUS_RECORDS (source), &told, result,
                                                  NULL))
    {
      self->own = kontor_remote_fields_new (told);
      own = kontor_remote_fields_get (self->own);
    }
  kontor_import_mapping_fill (self->mapping, self->house, own, self->file);
  gtk_stack_set_visible_child_name (self->stack, "map");
  show_buttons (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorImportDialog) self = data;
  KontorRemote *remote = kontor_remote_house_get_remote (self->house);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  self->file = bytes != NULL ? kontor_csv_file_read (bytes, &error) : NULL;
  if (self->file == NULL)
    show_trouble (self, error);
  else
    kontor_dbus_records_call_own_fields (kontor_remote_get_records (remote), "contact",
                                         kontor_remote_no_options (), NULL, on_own_told,
                                         g_object_ref (self));
}

static gboolean
kontor_import_dialog_close_request (GtkWindow *window)
{
  on_cancel (KONTOR_IMPORT_DIALOG (window));

  return GTK_WINDOW_CLASS (kontor_import_dialog_parent_class)->close_request (window);
}

static void
kontor_import_dialog_finalize (GObject *object)
{
  KontorImportDialog *self = KONTOR_IMPORT_DIALOG (object);

  g_clear_object (&self->house);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->own, kontor_remote_fields_free);
  g_clear_pointer (&self->file, kontor_csv_file_free);
  g_free (self->name);
  g_free (self->token);

  G_OBJECT_CLASS (kontor_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/contacts/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, mapping);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, same);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, only);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, verdicts);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, check);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, change);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, bring);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, back);
  gtk_widget_class_bind_template_child (widget_class, KontorImportDialog, report);
  gtk_widget_class_bind_template_callback (widget_class, on_check);
  gtk_widget_class_bind_template_callback (widget_class, on_bring);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_change);
  gtk_widget_class_bind_template_callback (widget_class, on_only_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_report);
}

static void
kontor_import_dialog_class_init (KontorImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kontor_import_dialog_close_request;
  g_type_ensure (KONTOR_TYPE_IMPORT_MAPPING);
  g_type_ensure (KONTOR_TYPE_VERDICT_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
kontor_import_dialog_init (KontorImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kontor_import_dialog_open (GtkWidget *widget, KontorRemoteHouse *house, GFile *file)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  KontorImportDialog *self = g_object_new (KONTOR_TYPE_IMPORT_DIALOG, "transient-for", root, NULL);
  g_autofree char *name = g_file_get_basename (file);

  self->house = g_object_ref (house);
  self->name = g_filename_display_name (name);
  show_buttons (self);
  gtk_window_present (GTK_WINDOW (self));
  g_file_load_bytes_async (file, NULL, on_read, g_object_ref (self));
}
