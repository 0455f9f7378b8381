/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file-row.c — the daemon takes a file whole, in one transaction: so it can be stopped while it is
 * read, and what the daemon has been handed is either taken or refused. */
#include "assistants/file-row.h"

#include <string.h>

#include <glib/gi18n.h>

#define PIECE (256 * 1024)
/* Twenty megabytes of text are thousands of passages to be indexed. */
#define TAKE_LIMIT_MS (30 * 60 * 1000)
#define PULSE_MS 120
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
  guint           pulse;      /* while the daemon takes it */

  GtkProgressBar *progress;
  GtkWidget      *stop;
};

G_DEFINE_FINAL_TYPE (KontorFileRow, kontor_file_row, ADW_TYPE_ACTION_ROW)

static void
end (KontorFileRow *self, const char *words, gboolean is_wrong)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_visible (self->stop, FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
}

static void
fail (KontorFileRow *self, const GError *error)
{
  g_autofree char *words = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
    ? g_strdup (_("Stopped; nothing of it was taken.")) : kontor_remote_dup_words (error);

  end (self, words, !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

/* How many passages, and the first line that was refused. */
static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorFileRow) self = data;
  g_autoptr(GVariant) answer = NULL, verdicts = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  GVariantIter iter;
  GVariant *verdict;
  int taken = 0, refused = 0;

  answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);
  if (answer == NULL)
    {
      fail (self, error);
      return;
    }
  verdicts = g_variant_get_child_value (answer, 0);
  g_variant_iter_init (&iter, verdicts);
  while (g_variant_iter_loop (&iter, "@a{sv}", &verdict))
    {
      gboolean is_refused = g_strcmp0 (kontor_record_get_text (verdict, "outcome"), "refused") == 0;

      taken += !is_refused;
      refused += is_refused;
      if (is_refused && words == NULL)
        words = g_strdup_printf (_("Line %d: %s."),
                                 (int) kontor_record_get_int (verdict, "line", 0),
                                 kontor_record_get_text (verdict, "reason"));
    }
  if (words == NULL)
    words = g_strdup_printf (g_dngettext (NULL, "%d passage is taken.", "%d passages are taken.",
                                          taken), taken);
  end (self, words, refused > 0);
}

static gboolean
on_pulse (gpointer data)
{
  gtk_progress_bar_pulse (KONTOR_FILE_ROW (data)->progress);

  return G_SOURCE_CONTINUE;
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

static void
hand_over (KontorFileRow *self)
{
  int broken = find_broken_line (self->content);
  g_autofree char *text = NULL, *words = NULL;

  if (broken > 0)
    {
      words = g_strdup_printf (_("Line %d is no text in UTF-8; nothing of it was taken."), broken);
      end (self, words, TRUE);
      return;
    }
  text = g_strndup ((const char *) self->content->data, self->content->len);
  g_byte_array_set_size (self->content, 0);
  gtk_widget_set_visible (self->stop, FALSE);
  self->pulse = g_timeout_add (PULSE_MS, on_pulse, self);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _("Is being taken in"));
  g_dbus_proxy_call (G_DBUS_PROXY (kontor_remote_get_records (self->remote)), "Import",
                     g_variant_new ("(sss@a{sv})", "knowledge", self->name, text,
                                    g_variant_new ("a{sv}", NULL)),
                     G_DBUS_CALL_FLAGS_NONE, TAKE_LIMIT_MS, NULL, on_taken, g_object_ref (self));
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
}

static void
kontor_file_row_dispose (GObject *object)
{
  KontorFileRow *self = KONTOR_FILE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->stream);
  g_clear_object (&self->remote);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (kontor_file_row_parent_class)->dispose (object);
}

static void
kontor_file_row_finalize (GObject *object)
{
  g_byte_array_unref (KONTOR_FILE_ROW (object)->content);
  g_object_unref (KONTOR_FILE_ROW (object)->cancellable);
  g_free (KONTOR_FILE_ROW (object)->name);

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
  g_file_read_async (file, G_PRIORITY_DEFAULT, self->cancellable, on_opened, g_object_ref (self));

  return GTK_WIDGET (self);
}
