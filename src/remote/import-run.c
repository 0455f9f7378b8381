/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/import-run.h"

#include <glib/gi18n.h>

#define PART_ROWS 100

typedef struct {
  KontorImportJob      job;
  KontorImportProgress progress;
  gpointer             data;
  guint                done;
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  g_object_unref (self->job.remote);
  g_clear_pointer (&self->job.mapping, g_variant_unref);
  g_free ((char *) self->job.name);
  g_free ((char *) self->job.token);
  g_free (self);
}

static void ask (GTask *task);

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Run *self = g_task_get_task_data (task);
  g_autoptr(GVariant) verdicts = NULL;
  GError *error = NULL;

  if (!kontor_dbus_records_call_import_finish (KONTOR_DBUS_RECORDS (source), &verdicts, result,
                                               &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->done = MIN (self->done + PART_ROWS, self->job.file->rows->len);
  self->progress (verdicts, self->done, self->data);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->done < self->job.file->rows->len)
    ask (g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

/* Cancelled is between two parts: what the daemon has begun it finishes, and is told. */
static void
ask (GTask *task)
{
  Run *self = g_task_get_task_data (task);
  KontorImportJob *job = &self->job;
  g_autofree char *part = kontor_csv_file_dup_part (job->file, self->done, PART_ROWS);
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "dry-run", "b", job->is_dry);
  g_variant_dict_insert (&options, "import", "s", job->token);
  if (job->same != NULL)
    g_variant_dict_insert (&options, "same", "s", job->same);
  if (job->mapping != NULL)
    g_variant_dict_insert_value (&options, "mapping", job->mapping);
  g_variant_dict_insert_value (&options, "lines",
                               kontor_csv_file_lines (job->file, self->done, PART_ROWS));
  kontor_dbus_records_call_import (kontor_remote_get_records (job->remote), job->kind, job->name,
                                   part, g_variant_dict_end (&options), NULL, on_answered, task);
}

void
kontor_import_run_async (const KontorImportJob *job, KontorImportProgress progress,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Run *self = g_new0 (Run, 1);

  self->job = *job;
  self->job.remote = g_object_ref (job->remote);
  self->job.mapping = job->mapping != NULL ? g_variant_ref (job->mapping) : NULL;
  self->job.name = g_strdup (job->name);
  self->job.token = g_strdup (job->token);
  self->progress = progress;
  self->data = data;
  g_task_set_task_data (task, self, run_free);
  ask (task);
}

gboolean
kontor_import_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
kontor_import_counts_dup_words (const KontorImportCounts *self, gboolean is_dry, gboolean is_over)
{
  guint open = self->total - self->added - self->changed - self->skipped - self->refused;
  g_autoptr(GString) words = g_string_new (NULL);

  g_string_append_printf (words, is_dry
    ? _("Of %u rows, %u would be added and %u changed; %u would be left out and %u refused.")
    : _("Of %u rows, %u were added and %u changed; %u were left out and %u refused."),
    self->total, self->added, self->changed, self->skipped, self->refused);
  if (open > 0 && is_over)
    g_string_append_printf (words, g_dngettext (NULL, " %u row was not reached.",
                                                " %u rows were not reached.", open), open);

  return g_string_free (g_steal_pointer (&words), FALSE);
}
