/* SPDX-License-Identifier: GPL-3.0-or-later */
/* media.c — one file at a time on each line: ten pictures of a customer's hold up no answer. */
#include "inbox/media.h"

#include <glib/gstdio.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "inbox/media-table.h"
#include "model/error.h"

#define FIRST_WAIT_US (G_GINT64_CONSTANT (10) * G_USEC_PER_SEC)
#define LONGEST_WAIT_US (G_GINT64_CONSTANT (6) * 3600 * G_USEC_PER_SEC)
/* Meta keeps what came in for seven days (…/business-phone-numbers/media). */
#define GIVE_UP_US (G_GINT64_CONSTANT (7) * 24 * 3600 * G_USEC_PER_SEC)
#define LOOK_AT 20

struct _KontorMediaJobs
{
  GObject       parent_instance;

  KontorStore  *store;
  KontorLines  *lines;
  char         *folder;
  GHashTable   *busy;   /* ids of channels that are bringing something */
  GCancellable *cancellable;
  guint         idle;
  guint         watch;
};

G_DEFINE_FINAL_TYPE (KontorMediaJobs, kontor_media_jobs, G_TYPE_OBJECT)

typedef struct {
  KontorMediaJobs *jobs;
  KontorWaiting   *waiting;
  char            *path;
} Job;

static void wake (KontorMediaJobs *self);

char *
kontor_media_dup_path (const char *folder, const char *sha256)
{
  g_autofree char *shelf = g_strndup (sha256, 2);

  return g_build_filename (folder, "media", shelf, sha256, NULL);
}

static void
job_free (Job *job)
{
  g_object_unref (job->jobs);
  kontor_waiting_free (job->waiting);
  g_unlink (job->path);
  g_free (job->path);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* The file first, the row after it: a row never points at nothing. */
static gboolean
shelve (Job *job, const char *sha256, GError **error)
{
  g_autofree char *path = kontor_media_dup_path (job->jobs->folder, sha256);
  g_autofree char *shelf = g_path_get_dirname (path);
  GStatBuf there;

  if (g_mkdir_with_parents (shelf, 0700) != 0 || g_rename (job->path, path) != 0 ||
      g_stat (path, &there) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, "the file cannot be kept in %s",
                   shelf);
      return FALSE;
    }

  return kontor_media_set_here (job->jobs->store, job->waiting->message, sha256, there.st_size,
                                error);
}

static gboolean
put_off (KontorStore *store, const KontorWaiting *waiting, const char *reason, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, waiting->message);
  gint64 wait_us = MIN (FIRST_WAIT_US << MIN (waiting->attempts, 20), LONGEST_WAIT_US);
  gint64 now_us = kontor_clock_now_us ();

  if (now_us - waiting->since_us > GIVE_UP_US)
    return kontor_media_set_gone (store, waiting->message, reason, error);
  if (!kontor_store_begin (store, error))
    return FALSE;
  if (kontor_agenda_put (store, "media", subject, now_us + wait_us, error) &&
      kontor_media_put_off (store, waiting->message, reason, error) &&
      kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Job) job = data;
  KontorMediaJobs *self = job->jobs;
  g_autoptr(GError) failure = NULL, error = NULL;
  g_autofree char *sha256 =
    kontor_channel_fetch_finish (KONTOR_CHANNEL (source), result, &failure);
  gboolean fine;

  g_hash_table_remove (self->busy, job->waiting->channel);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (sha256 != NULL)
    fine = shelve (job, sha256, &error);
  else if (g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND) ||
           g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    fine = kontor_media_set_gone (self->store, job->waiting->message, failure->message, &error);
  else
    fine = put_off (self->store, job->waiting, failure->message, &error);
  if (!fine)
    g_warning ("a file of message %" G_GINT64_FORMAT " could not be kept: %s",
               job->waiting->message, error->message);
  wake (self);
}

/* Takes @waiting. */
static void
fetch (KontorMediaJobs *self, KontorChannel *channel, KontorWaiting *waiting)
{
  g_autofree char *shelf = g_build_filename (self->folder, "media", NULL);
  Job *job = g_new0 (Job, 1);

  g_mkdir_with_parents (shelf, 0700);
  job->jobs = g_object_ref (self);
  job->waiting = waiting;
  job->path = g_strdup_printf ("%s/%" G_GINT64_FORMAT ".incoming", shelf, waiting->message);
  g_hash_table_add (self->busy, g_strdup (waiting->channel));
  kontor_channel_fetch_async (channel, waiting->media, job->path, self->cancellable, on_fetched,
                              job);
}

static gboolean
on_idle (gpointer data)
{
  KontorMediaJobs *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) waiting = kontor_media_waiting (self->store, LOOK_AT, &error);

  self->idle = 0;
  if (waiting == NULL)
    g_warning ("the files that are to come cannot be read: %s", error->message);
  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      KontorWaiting *next = waiting->pdata[i];
      KontorChannel *channel = kontor_lines_find (self->lines, next->channel);

      if (channel == NULL || !kontor_channel_may_send (channel) ||
          g_hash_table_contains (self->busy, next->channel))
        continue;
      waiting->pdata[i] = g_new0 (KontorWaiting, 1);
      fetch (self, channel, next);
    }

  return G_SOURCE_REMOVE;
}

static void
wake (KontorMediaJobs *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  if (g_str_equal (kind, "media") || g_str_equal (kind, "channel"))
    wake (data);
}

KontorMediaJobs *
kontor_media_jobs_new (KontorStore *store, KontorLines *lines, const char *folder)
{
  KontorMediaJobs *self = g_object_new (KONTOR_TYPE_MEDIA_JOBS, NULL);

  self->store = store;
  self->lines = lines;
  self->folder = g_strdup (folder);

  return self;
}

void
kontor_media_jobs_open (KontorMediaJobs *self)
{
  self->watch = kontor_store_watch (self->store, on_touched, self);
  wake (self);
}

gboolean
kontor_media_jobs_retry (const char *subject, gpointer data, GError **error)
{
  wake (data);

  return TRUE;
}

static void
kontor_media_jobs_dispose (GObject *object)
{
  KontorMediaJobs *self = KONTOR_MEDIA_JOBS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->watch != 0)
    kontor_store_unwatch (self->store, self->watch);
  self->watch = 0;

  G_OBJECT_CLASS (kontor_media_jobs_parent_class)->dispose (object);
}

static void
kontor_media_jobs_finalize (GObject *object)
{
  KontorMediaJobs *self = KONTOR_MEDIA_JOBS (object);

  g_hash_table_unref (self->busy);
  g_object_unref (self->cancellable);
  g_free (self->folder);

  G_OBJECT_CLASS (kontor_media_jobs_parent_class)->finalize (object);
}

static void
kontor_media_jobs_class_init (KontorMediaJobsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_media_jobs_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_media_jobs_finalize;
}

static void
kontor_media_jobs_init (KontorMediaJobs *self)
{
  self->busy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}
