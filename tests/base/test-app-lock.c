/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "base/app-lock.h"
#include "base/clock.h"
#include "model/error.h"

typedef struct {
  char          *folder;
  KontorAppLock *lock;
} Fixture;

typedef struct {
  GMainLoop *loop;
  GError    *error;
} Answer;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kontor-lock-XXXXXX", NULL);
  fixture->lock = kontor_app_lock_new (fixture->folder, NULL);
  g_assert_nonnull (fixture->lock);
  kontor_clock_set_us (G_USEC_PER_SEC * G_GINT64_CONSTANT (1800000000));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "app-lock", NULL);

  kontor_clock_reset ();
  g_clear_object (&fixture->lock);
  g_unlink (path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  kontor_app_lock_try_finish (KONTOR_APP_LOCK (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

/* -1: it was done. */
static int
attempt (Fixture *fixture, KontorAppLockDeed deed, const char *word, const char *fresh,
         gint64 idle_s)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answer answer = { loop, NULL };
  int code;

  kontor_app_lock_try_async (fixture->lock, deed, word, fresh, idle_s, on_answer, &answer);
  g_main_loop_run (loop);
  g_assert_true (answer.error == NULL || answer.error->domain == KONTOR_ERROR);
  code = answer.error != NULL ? answer.error->code : -1;
  g_clear_error (&answer.error);

  return code;
}

static int
open_with (Fixture *fixture, const char *word)
{
  return attempt (fixture, KONTOR_APP_LOCK_OPEN, word, NULL, 0);
}

static void
start_again (Fixture *fixture)
{
  g_object_unref (fixture->lock);
  fixture->lock = kontor_app_lock_new (fixture->folder, NULL);
  g_assert_nonnull (fixture->lock);
}

static void
none_unless_set (Fixture *fixture, gconstpointer data)
{
  g_assert_false (kontor_app_lock_is_set (fixture->lock));
  kontor_app_lock_close (fixture->lock);
  g_assert_false (kontor_app_lock_is_closed (fixture->lock));
  g_assert_cmpint (open_with (fixture, "1234"), ==, KONTOR_ERROR_NOT_FOUND);
  g_assert_cmpint (attempt (fixture, KONTOR_APP_LOCK_SET, "", "123", 0), ==,
                   KONTOR_ERROR_BAD_INPUT);
}

static void
only_its_word_opens (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (attempt (fixture, KONTOR_APP_LOCK_SET, "", "blue door", 60), ==, -1);
  g_assert_false (kontor_app_lock_is_closed (fixture->lock));
  kontor_app_lock_close (fixture->lock);
  g_assert_cmpint (open_with (fixture, "blue doors"), ==, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_true (kontor_app_lock_is_closed (fixture->lock));
  g_assert_cmpint (open_with (fixture, "blue door"), ==, -1);
  g_assert_false (kontor_app_lock_is_closed (fixture->lock));
}

static void
closed_after_a_start (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "app-lock", NULL), *text = NULL;
  GStatBuf about;

  g_assert_cmpint (attempt (fixture, KONTOR_APP_LOCK_SET, "", "blue door", 60), ==, -1);
  start_again (fixture);
  g_assert_true (kontor_app_lock_is_closed (fixture->lock));
  g_assert_cmpint (kontor_app_lock_get_idle_s (fixture->lock), ==, 60);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "blue"));
  g_assert_nonnull (strstr (text, "$argon2id$v=19$m=65536,t=3,p=1$"));
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static void
another_word_needs_the_old (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (attempt (fixture, KONTOR_APP_LOCK_SET, "", "blue door", 0), ==, -1);
  g_assert_cmpint (attempt (fixture, KONTOR_APP_LOCK_SET, "", "red door", 0), ==,
                   KONTOR_ERROR_NOT_ALLOWED);
  g_assert_cmpint (attempt (fixture, KONTOR_APP_LOCK_SET, "blue door", "red door", 0), ==, -1);
  g_assert_cmpint (open_with (fixture, "blue door"), ==, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_cmpint (attempt (fixture, KONTOR_APP_LOCK_REMOVE, "red door", NULL, 0), ==, -1);
  start_again (fixture);
  g_assert_false (kontor_app_lock_is_set (fixture->lock));
}

static void
wrong_words_wait (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (attempt (fixture, KONTOR_APP_LOCK_SET, "", "blue door", 0), ==, -1);
  kontor_app_lock_close (fixture->lock);
  for (int i = 0; i < 4; i++)
    g_assert_cmpint (open_with (fixture, "1111"), ==, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_cmpint (open_with (fixture, "blue door"), ==, KONTOR_ERROR_TRY_LATER);

  start_again (fixture);
  g_assert_cmpint (open_with (fixture, "blue door"), ==, KONTOR_ERROR_TRY_LATER);
  kontor_clock_advance_us (5 * G_USEC_PER_SEC);
  g_assert_cmpint (open_with (fixture, "1111"), ==, KONTOR_ERROR_NOT_ALLOWED);
  kontor_clock_advance_us (9 * G_USEC_PER_SEC);
  g_assert_cmpint (open_with (fixture, "blue door"), ==, KONTOR_ERROR_TRY_LATER);
  kontor_clock_advance_us (G_USEC_PER_SEC);
  g_assert_cmpint (open_with (fixture, "blue door"), ==, -1);
}

static void
closes_where_nobody_is (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (attempt (fixture, KONTOR_APP_LOCK_SET, "", "blue door", 1), ==, -1);
  while (!kontor_app_lock_is_closed (fixture->lock))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (open_with (fixture, "blue door"), ==, -1);
}

static void
no_start_on_a_broken_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "app-lock", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "[lock]\n", -1, NULL));
  g_assert_null (kontor_app_lock_new (fixture->folder, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
}

#define CASE(name, function) \
  g_test_add ("/app-lock/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  CASE ("there-is-none-unless-the-owner-sets-one", none_unless_set);
  CASE ("only-its-word-opens-it", only_its_word_opens);
  CASE ("it-is-closed-after-a-start-and-keeps-no-word", closed_after_a_start);
  CASE ("another-word-needs-the-old-one", another_word_needs_the_old);
  CASE ("wrong-words-cost-a-growing-wait-that-outlives-the-process", wrong_words_wait);
  CASE ("it-closes-where-nobody-is", closes_where_nobody_is);
  CASE ("a-file-that-cannot-be-read-is-no-open-door", no_start_on_a_broken_file);

  return g_test_run ();
}
