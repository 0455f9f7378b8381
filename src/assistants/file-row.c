/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file-row.c — the daemon takes a file or refuses it, whole, and tells how far it is. A table with
 * ids is another thing: each of its rows changes the passage that it names, by itself, and what was
 * done before it was stopped stands. */
#include "assistants/file-row.h"

#include "model/csv.h"
#include "remote/import-run.h"
#include "remote/refusals.h"

#include <glib/gi18n.h>

#define PIECE (256 * 1024)
/* A message of the bus holds no more. */
#define MOST_BYTES (100 * 1024 * 1024)

struct _KontorFileRow
{
  AdwActionRow    parent_instance;

  KontorRemote   *remote;
  GFile          *file;
  char           *name;
  GInputStream   *stream;
  GByteArray     *content;
  gint64          size;
  GCancellable   *cancellable;
  char           *trial;      /* of the daemon that takes it; NULL: it does not yet */
  KontorCsvFile  *table;      /* NULL: it is no table with ids */
  KontorImportCounts counts;  /* of its rows */
  char           *refused;    /* why the first of them was refused */

  GtkProgressBar *progress;
  GtkWidget      *stop;
};

G_DEFINE_FINAL_TYPE (KontorFileRow, kontor_file_row, ADW_TYPE_ACTION_ROW)

static void
end (KontorFileRow *self, const char *words, gboolean is_wrong)
{
  g_clear_pointer (&self->trial, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_visible (self->stop, FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
}

static void
fail (KontorFileRow *self, const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      end (self, _("Stopped; nothing of it was taken."), FALSE);
      return;
    }
  words = kontor_remote_dup_words (error);
  end (self, words, TRUE);
}

static void
tell_taken (KontorFileRow *self, int taken)
{
  g_autofree char *words = g_strdup_printf (g_dngettext (NULL, "%d passage is taken.",
                                                         "%d passages are taken.", taken), taken);

  end (self, words, FALSE);
}

static void
on_learning (KontorFileRow *self, const char *trial, double share)
{
  if (g_strcmp0 (trial, self->trial) == 0)
    gtk_progress_bar_set_fraction (self->progress, share);
}

static void
on_learned (KontorFileRow *self, const char *trial, GVariant *result)
{
  const char *outcome = kontor_record_get_text (result, "outcome");
  const char *reason = kontor_record_get_text (result, "reason");
  g_autofree char *words = NULL;

  if (g_strcmp0 (trial, self->trial) != 0)
    return;
  if (g_strcmp0 (outcome, "done") == 0)
    tell_taken (self, kontor_record_get_int (result, "added", 0) +
                      kontor_record_get_int (result, "changed", 0) +
                      kontor_record_get_int (result, "skipped", 0));
  else if (g_strcmp0 (outcome, "cancelled") == 0)
    end (self, _("Stopped; nothing of it was taken."), FALSE);
  else
    {
      words = kontor_remote_dup_sentence (reason != NULL ? reason : "");
      end (self, words, TRUE);
    }
}

static void
cancel_trial (KontorFileRow *self)
{
  if (self->trial != NULL)
    kontor_dbus_assistants_call_cancel_trial (kontor_remote_get_assistants (self->remote),
                                              self->trial, NULL, NULL, NULL);
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorFileRow) self = data;
  g_autoptr(GError) error = NULL;

  if (!kontor_dbus_assistants_call_learn_finish (KONTOR_DBUS_ASSISTANTS (source), &self->trial,
                                                 result, &error))
    fail (self, error);
  else if (g_cancellable_is_cancelled (self->cancellable))
    cancel_trial (self);
}

/* The service went away with the file. */
static void
on_renewed (KontorFileRow *self)
{
  if (self->trial != NULL)
    end (self, _("Kontor’s service was started anew; nothing of it was taken."), TRUE);
}

static void
count (KontorFileRow *self, GVariant *verdict)
{
  const char *outcome = kontor_record_get_text (verdict, "outcome");

  self->counts.added += g_strcmp0 (outcome, "added") == 0;
  self->counts.changed += g_strcmp0 (outcome, "changed") == 0;
  self->counts.skipped += g_strcmp0 (outcome, "skipped") == 0;
  self->counts.refused += g_strcmp0 (outcome, "refused") == 0;
  if (g_strcmp0 (outcome, "refused") == 0 && self->refused == NULL)
    {
      g_autofree char *reason =
        kontor_refusal_dup_words (kontor_record_get_text (verdict, "reason"));

      self->refused = g_strdup_printf (_("Line %d: %s."),
                                       (int) kontor_record_get_int (verdict, "line", 0), reason);
    }
}

static void
on_part (GVariant *verdicts, guint done, gpointer data)
{
  KontorFileRow *self = data;
  GVariantIter iter;
  GVariant *verdict;

  g_variant_iter_init (&iter, verdicts);
  while (g_variant_iter_loop (&iter, "@a{sv}", &verdict))
    count (self, verdict);
  gtk_progress_bar_set_fraction (self->progress, (double) done / MAX (self->counts.total, 1));
}

/* How many rows came to what end, and why the first was refused. */
static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorFileRow) self = data;
  g_autoptr(GError) error = NULL;
  gboolean is_stopped = !kontor_import_run_finish (result, &error) &&
                        kontor_remote_is_cancelled (error);
  g_autofree char *why = error != NULL && !is_stopped ? kontor_remote_dup_words (error)
                                                      : g_steal_pointer (&self->refused);
  g_autofree char *counted = kontor_import_counts_dup_words (&self->counts, FALSE, TRUE);
  g_autofree char *words = why != NULL ? g_strconcat (counted, " ", why, NULL) : NULL;

  end (self, words != NULL ? words : counted, why != NULL);
}

/* The line in which the text ends to be one; 0: it is text. */
static int
find_broken_line (GByteArray *content)
{
  const char *start = (const char *) content->data, *at = start;
  int line = 1;

  if (g_utf8_validate (start, content->len, &at))
    return 0;
  for (const char *c = start; c < at; c++)
    line += *c == '\n';

  return line;
}

static gboolean
has_ids (KontorFileRow *self, GBytes *bytes)
{
  g_autoptr(KontorCsvReader) reader = kontor_csv_reader_new (bytes, 0);
  g_auto(GStrv) header = NULL;

  return g_str_has_suffix (self->name, ".csv") && kontor_csv_reader_next (reader, &header, NULL) &&
         header != NULL && g_strv_contains ((const char *const *) header, "id");
}

/* In parts, as contacts come in. */
static void
send_rows (KontorFileRow *self, GBytes *bytes)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(GError) error = NULL;
  KontorImportJob job = { .remote = self->remote, .kind = "knowledge", .name = self->name,
                          .token = token };

  self->table = kontor_csv_file_read (bytes, &error);
  if (self->table == NULL)
    {
      fail (self, error);
      return;
    }
  self->counts.total = self->table->rows->len;
  job.file = self->table;
  kontor_import_run_async (&job, on_part, self->cancellable, on_taken, g_object_ref (self));
}

static void
hand_over (KontorFileRow *self)
{
  int broken = find_broken_line (self->content);
  g_autofree char *text = NULL, *words = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (broken > 0)
    {
      words = g_strdup_printf (_("Line %d is no text in UTF-8; nothing of it was taken."), broken);
      end (self, words, TRUE);
      return;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _("Is being taken in"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->content));
  if (has_ids (self, bytes))
    {
      send_rows (self, bytes);
      return;
    }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  kontor_dbus_assistants_call_learn (kontor_remote_get_assistants (self->remote), self->name, text,
                                     NULL, on_begun, g_object_ref (self));
}

static void read_on (KontorFileRow *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorFileRow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result,
                                                              &error);

  if (bytes == NULL)
    {
      fail (self, error);
      return;
    }
  if (g_bytes_get_size (bytes) == 0)
    {
      hand_over (self);
      return;
    }
  g_byte_array_append (self->content, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (self->content->len > MOST_BYTES)
    {
      end (self, _("It is larger than 100 MB; split it into several files."), TRUE);
      return;
    }
  gtk_progress_bar_set_fraction (self->progress, self->size > 0
                                 ? MIN (1.0, (double) self->content->len / self->size) : 0);
  read_on (self);
}

static void
read_on (KontorFileRow *self)
{
  g_input_stream_read_bytes_async (self->stream, PIECE, G_PRIORITY_LOW, self->cancellable, on_read,
                                   g_object_ref (self));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorFileRow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileInfo) info = NULL;

  self->stream = G_INPUT_STREAM (g_file_read_finish (G_FILE (source), result, &error));
  if (self->stream == NULL)
    {
      fail (self, error);
      return;
    }
  info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (self->stream),
                                         G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  self->size = info != NULL ? g_file_info_get_size (info) : 0;
  read_on (self);
}

static void
on_stop (KontorFileRow *self)
{
  g_cancellable_cancel (self->cancellable);
  cancel_trial (self);
}

static void
kontor_file_row_dispose (GObject *object)
{
  KontorFileRow *self = KONTOR_FILE_ROW (object);

  if (self->remote != NULL)
    on_stop (self);
  g_clear_object (&self->stream);
  g_clear_object (&self->remote);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (kontor_file_row_parent_class)->dispose (object);
}

static void
kontor_file_row_finalize (GObject *object)
{
  KontorFileRow *self = KONTOR_FILE_ROW (object);

  g_clear_pointer (&self->content, g_byte_array_unref);
  g_clear_pointer (&self->table, kontor_csv_file_free);
  g_object_unref (self->cancellable);
  g_free (self->refused);
  g_free (self->name);
  g_free (self->trial);

  G_OBJECT_CLASS (kontor_file_row_parent_class)->finalize (object);
}

static void
kontor_file_row_class_init (KontorFileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_file_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_file_row_finalize;
}

static void
kontor_file_row_init (KontorFileRow *self)
{
  self->content = g_byte_array_new ();
  self->cancellable = g_cancellable_new ();
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->stop = gtk_button_new_from_icon_name ("process-stop-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 80, -1);
  gtk_widget_set_valign (self->stop, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->stop, "flat");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->progress));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->stop);
  g_signal_connect_object (self->stop, "clicked", G_CALLBACK (on_stop), self, G_CONNECT_SWAPPED);
}

GtkWidget *
kontor_file_row_new (KontorRemote *remote, GFile *file)
{
  KontorFileRow *self = g_object_new (KONTOR_TYPE_FILE_ROW, NULL);
  KontorDBusAssistants *assistants = kontor_remote_get_assistants (remote);
  g_autofree char *stop = NULL;

  self->remote = g_object_ref (remote);
  self->file = g_object_ref (file);
  self->name = g_file_get_basename (file);
  stop = g_strdup_printf (_("Stop %s"), self->name);
  gtk_widget_set_tooltip_text (self->stop, stop);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stop), GTK_ACCESSIBLE_PROPERTY_LABEL, stop,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _("Is being read"));
  g_signal_connect_object (assistants, "learning", G_CALLBACK (on_learning), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (assistants, "learn-ended", G_CALLBACK (on_learned), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (remote, "renewed", G_CALLBACK (on_renewed), self, G_CONNECT_SWAPPED);
  g_file_read_async (file, G_PRIORITY_DEFAULT, self->cancellable, on_opened, g_object_ref (self));

  return GTK_WIDGET (self);
}
