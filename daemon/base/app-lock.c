/* SPDX-License-Identifier: GPL-3.0-or-later */
/* app-lock.c — Argon2id takes a fifth of a second on purpose, so words are tried in a thread that
 * has copies of its own; what follows from it is done on the main loop. Costs are the second
 * recommendation of RFC 9106, section 4, with one lane. */
#include "base/app-lock.h"

#include <argon2.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <openssl/rand.h>
#include <string.h>

#include "base/clock.h"
#include "base/secrets.h"
#include "model/error.h"

#define PASSES     3
#define MEMORY_KIB (64 * 1024)
#define SALT_BYTES 16
#define HASH_BYTES 32

#define LEAST_LETTERS 4
#define MOST_IDLE_S   (24 * 60 * 60)
#define FREE_TRIES    3
#define FIRST_WAIT_S  5
#define MOST_WAIT_S   300

#define GROUP "lock"

struct _KontorAppLock
{
  GObject   parent_instance;

  char     *path;
  char     *hash;       /* NULL: there is no lock */
  gint64    idle_s;
  guint     failures;
  gint64    until_us;   /* no try before */
  gboolean  is_closed;
  gboolean  is_trying;
  guint     timer;
};

/* A thread's own copies. */
typedef struct {
  KontorAppLockDeed  deed;
  char              *hash;
  char              *word;
  char              *fresh;
  gint64             idle_s;
  char              *made;   /* the hash of @fresh */
} Try;

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorAppLock, kontor_app_lock, G_TYPE_OBJECT)

static void
free_try (gpointer data)
{
  Try *attempt = data;

  kontor_secrets_wipe (attempt->word);
  kontor_secrets_wipe (attempt->fresh);
  g_free (attempt->hash);
  g_free (attempt->made);
  g_free (attempt);
}

static gboolean
load (KontorAppLock *self, GError **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) local = NULL;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, &local))
    self->hash = g_key_file_get_string (file, GROUP, "hash", &local);
  if (self->hash == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                   "the lock's file %s cannot be read: %s; put it back from a backup, or remove it "
                   "to go on without a lock", self->path, local->message);
      return FALSE;
    }
  self->idle_s = g_key_file_get_int64 (file, GROUP, "idle-s", NULL);
  self->failures = g_key_file_get_uint64 (file, GROUP, "failures", NULL);
  self->until_us = g_key_file_get_int64 (file, GROUP, "until-us", NULL);
  self->is_closed = TRUE;

  return TRUE;
}

static gboolean
save (KontorAppLock *self, GError **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  if (self->hash == NULL)
    {
      if (g_unlink (self->path) == 0 || errno == ENOENT)
        return TRUE;
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s cannot be removed: %s", self->path,
                   g_strerror (errno));
      return FALSE;
    }
  g_key_file_set_string (file, GROUP, "hash", self->hash);
  g_key_file_set_int64 (file, GROUP, "idle-s", self->idle_s);
  g_key_file_set_uint64 (file, GROUP, "failures", self->failures);
  g_key_file_set_int64 (file, GROUP, "until-us", self->until_us);
  text = g_key_file_to_data (file, NULL, NULL);

  return g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                   error);
}

static gboolean
on_idle (gpointer data)
{
  KontorAppLock *self = data;

  self->timer = 0;
  kontor_app_lock_close (self);

  return G_SOURCE_REMOVE;
}

/* The time without anybody begins anew. */
static void
wind (KontorAppLock *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->hash != NULL && !self->is_closed && self->idle_s > 0)
    self->timer = g_timeout_add_seconds (self->idle_s, on_idle, self);
}

/* How long after so many wrong words in a row. */
static gint64
get_wait_us (guint failures)
{
  guint doubled = failures > FREE_TRIES ? MIN (failures - FREE_TRIES - 1, 6) : 0;

  if (failures <= FREE_TRIES)
    return 0;

  return MIN (FIRST_WAIT_S << doubled, MOST_WAIT_S) * G_USEC_PER_SEC;
}

static void
count_failure (KontorAppLock *self)
{
  g_autoptr(GError) error = NULL;

  self->failures++;
  self->until_us = kontor_clock_now_us () + get_wait_us (self->failures);
  if (!save (self, &error))
    g_warning ("%s", error->message);
}

static gboolean
apply (KontorAppLock *self, Try *attempt, GError **error)
{
  self->failures = 0;
  self->until_us = 0;
  if (attempt->deed == KONTOR_APP_LOCK_SET)
    {
      g_free (self->hash);
      self->hash = g_steal_pointer (&attempt->made);
      self->idle_s = attempt->idle_s;
    }
  else if (attempt->deed == KONTOR_APP_LOCK_REMOVE)
    g_clear_pointer (&self->hash, g_free);
  self->is_closed = FALSE;
  wind (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return save (self, error);
}

static gboolean
make_hash (Try *attempt, GError **error)
{
  guint8 salt[SALT_BYTES];
  gsize size = argon2_encodedlen (PASSES, MEMORY_KIB, 1, SALT_BYTES, HASH_BYTES, Argon2_id);
  g_autofree char *made = g_malloc0 (size);

  if (RAND_bytes (salt, sizeof salt) == 1 &&
      argon2id_hash_encoded (PASSES, MEMORY_KIB, 1, attempt->fresh, strlen (attempt->fresh), salt,
                             sizeof salt, HASH_BYTES, made, size) == ARGON2_OK)
    {
      attempt->made = g_steal_pointer (&made);
      return TRUE;
    }
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                       "there is not enough free memory to work the lock: close something and try "
                       "again");

  return FALSE;
}

static void
try_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Try *attempt = data;
  int verdict = attempt->hash == NULL ? ARGON2_OK
    : argon2id_verify (attempt->hash, attempt->word, strlen (attempt->word));
  GError *error = NULL;

  if (verdict == ARGON2_VERIFY_MISMATCH)
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                             "that is not the word of the lock");
  else if (verdict != ARGON2_OK)
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                             "the lock could not be tried: %s", argon2_error_message (verdict));
  else if (attempt->deed == KONTOR_APP_LOCK_SET && !make_hash (attempt, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorAppLock *self = KONTOR_APP_LOCK (source);
  g_autoptr(GTask) task = data;
  GError *error = NULL;

  self->is_trying = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error) &&
      apply (self, g_task_get_task_data (G_TASK (result)), &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    count_failure (self);
  g_task_return_error (task, error);
}

static gboolean
refuse (GError **error, KontorError code, const char *text)
{
  g_set_error_literal (error, KONTOR_ERROR, code, text);

  return FALSE;
}

/* A wait that a clock set back would make longer than any is none of ours. */
static gboolean
may_try (KontorAppLock *self, GError **error)
{
  gint64 left_us = self->until_us - kontor_clock_now_us ();

  if (self->is_trying)
    return refuse (error, KONTOR_ERROR_TRY_LATER, "another word is being tried");
  if (self->hash == NULL || left_us <= 0 || left_us > MOST_WAIT_S * G_USEC_PER_SEC)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
               "there were too many wrong words: wait %" G_GINT64_FORMAT " seconds",
               (left_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);

  return FALSE;
}

static gboolean
check (KontorAppLock *self, KontorAppLockDeed deed, const char *fresh, gint64 idle_s,
       GError **error)
{
  if (self->hash == NULL && deed != KONTOR_APP_LOCK_SET)
    return refuse (error, KONTOR_ERROR_NOT_FOUND, "no lock is set");
  if (deed == KONTOR_APP_LOCK_SET && g_utf8_strlen (fresh, -1) < LEAST_LETTERS)
    return refuse (error, KONTOR_ERROR_BAD_INPUT,
                   "the word is too short: at least four letters or figures");
  if (deed == KONTOR_APP_LOCK_SET && (idle_s < 0 || idle_s > MOST_IDLE_S))
    return refuse (error, KONTOR_ERROR_BAD_INPUT, "the time-out is at most a day; 0 is never");

  return may_try (self, error);
}

void
kontor_app_lock_try_async (KontorAppLock *self, KontorAppLockDeed deed, const char *word,
                           const char *fresh, gint64 idle_s, GAsyncReadyCallback done,
                           gpointer data)
{
  GTask *task = g_task_new (self, NULL, done, data);
  g_autoptr(GTask) work = NULL;
  GError *error = NULL;
  Try *attempt;

  if (!check (self, deed, fresh, idle_s, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  attempt = g_new0 (Try, 1);
  attempt->deed = deed;
  attempt->hash = g_strdup (self->hash);
  attempt->word = g_strdup (word);
  attempt->fresh = g_strdup (fresh);
  attempt->idle_s = idle_s;
  self->is_trying = TRUE;
  work = g_task_new (self, NULL, on_tried, task);
  g_task_set_task_data (work, attempt, free_try);
  g_task_run_in_thread (work, try_in_thread);
}

gboolean
kontor_app_lock_try_finish (KontorAppLock *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
kontor_app_lock_finalize (GObject *object)
{
  KontorAppLock *self = KONTOR_APP_LOCK (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_free (self->path);
  g_free (self->hash);

  G_OBJECT_CLASS (kontor_app_lock_parent_class)->finalize (object);
}

static void
kontor_app_lock_class_init (KontorAppLockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kontor_app_lock_finalize;
  signals[CHANGED] = g_signal_new ("changed", KONTOR_TYPE_APP_LOCK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kontor_app_lock_init (KontorAppLock *self)
{
}

KontorAppLock *
kontor_app_lock_new (const char *folder, GError **error)
{
  g_autoptr(KontorAppLock) self = g_object_new (KONTOR_TYPE_APP_LOCK, NULL);

  self->path = g_build_filename (folder, "app-lock", NULL);
  if (!load (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
kontor_app_lock_is_set (KontorAppLock *self)
{
  return self->hash != NULL;
}

gboolean
kontor_app_lock_is_closed (KontorAppLock *self)
{
  return self->is_closed;
}

gint64
kontor_app_lock_get_idle_s (KontorAppLock *self)
{
  return self->idle_s;
}

void
kontor_app_lock_touch (KontorAppLock *self)
{
  wind (self);
}

void
kontor_app_lock_close (KontorAppLock *self)
{
  if (self->hash == NULL || self->is_closed)
    return;
  self->is_closed = TRUE;
  wind (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
