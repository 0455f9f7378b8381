/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to happen later happens when it is due, in its order, once, and after a restart too. */
#include "agenda/agenda.h"

#include <glib/gstdio.h>

#include "base/clock.h"
#include "model/error.h"

#define NOON_US (G_GINT64_CONSTANT (1795521600) * G_USEC_PER_SEC)

typedef struct {
  char         *path;
  KontorStore  *store;
  KontorAgenda *agenda;
  GString      *done;   /* "wake:7 " for each */
  guint         fail;   /* so many times */
  gint64        again_s;
} Fixture;

static void
put (Fixture *fixture, const char *what, const char *subject, gint64 in_s)
{
  g_autoptr(GError) error = NULL;

  kontor_agenda_put (fixture->store, what, subject,
                     kontor_clock_now_us () + in_s * G_USEC_PER_SEC, &error);
  g_assert_no_error (error);
}

static gboolean
refuse (Fixture *fixture, GError **error)
{
  if (fixture->fail == 0)
    return FALSE;
  fixture->fail--;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "not now");

  return TRUE;
}

static gboolean
on_wake (const char *subject, gpointer data, GError **error)
{
  Fixture *fixture = data;

  g_assert_true (kontor_store_is_busy (fixture->store));
  if (refuse (fixture, error))
    return FALSE;
  g_string_append_printf (fixture->done, "wake:%s ", subject);
  if (fixture->again_s > 0)
    put (fixture, "wake", subject, fixture->again_s);

  return TRUE;
}

static gboolean
on_remind (const char *subject, gpointer data, GError **error)
{
  g_string_append_printf (((Fixture *) data)->done, "remind:%s ", subject);

  return TRUE;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static void
later (gint64 seconds)
{
  kontor_clock_advance_us (seconds * G_USEC_PER_SEC);
  settle ();
}

static void
open_agenda (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  fixture->store = kontor_store_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->agenda = kontor_agenda_new (fixture->store);
  kontor_agenda_on (fixture->agenda, "wake", on_wake, fixture);
  kontor_agenda_on (fixture->agenda, "remind", on_remind, fixture);
  kontor_agenda_open (fixture->agenda);
  settle ();
}

static void
close_agenda (Fixture *fixture)
{
  g_clear_object (&fixture->agenda);
  g_clear_pointer (&fixture->store, kontor_store_close);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  kontor_clock_set_us (NOON_US);
  fixture->done = g_string_new (NULL);
  fixture->path = g_strdup (":memory:");
  open_agenda (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_agenda (fixture);
  g_string_free (fixture->done, TRUE);
  g_free (fixture->path);
  kontor_clock_reset ();
}

static void
assert_done (Fixture *fixture, const char *done)
{
  g_assert_cmpstr (fixture->done->str, ==, done);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  put (fixture, "wake", "3", 30);
  put (fixture, "remind", "1", 10);
  put (fixture, "wake", "2", 20);
  put (fixture, "remind", "0", 10);
  later (60);
  assert_done (fixture, "remind:1 remind:0 wake:2 wake:3 ");
}

static void
test_when_due (Fixture *fixture, gconstpointer data)
{
  put (fixture, "wake", "1", 10);
  put (fixture, "wake", "2", 20);
  later (9);
  assert_done (fixture, "");
  later (1);
  assert_done (fixture, "wake:1 ");
  later (9);
  assert_done (fixture, "wake:1 ");
  later (1);
  assert_done (fixture, "wake:1 wake:2 ");
}

static void
test_past (Fixture *fixture, gconstpointer data)
{
  put (fixture, "wake", "1", -10);
  assert_done (fixture, "");
  settle ();
  assert_done (fixture, "wake:1 ");
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  put (fixture, "wake", "1", 10);
  later (10);
  later (3600);
  assert_done (fixture, "wake:1 ");
}

static void
test_moves (Fixture *fixture, gconstpointer data)
{
  put (fixture, "wake", "1", 10);
  put (fixture, "remind", "1", 10);
  put (fixture, "wake", "1", 30);
  later (10);
  assert_done (fixture, "remind:1 ");
  later (20);
  assert_done (fixture, "remind:1 wake:1 ");
  put (fixture, "wake", "1", 30);
  put (fixture, "wake", "1", 5);
  later (5);
  assert_done (fixture, "remind:1 wake:1 wake:1 ");
  later (60);
  assert_done (fixture, "remind:1 wake:1 wake:1 ");
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  put (fixture, "wake", "1", 10);
  put (fixture, "wake", "2", 10);
  kontor_agenda_drop (fixture->store, "wake", "1", &error);
  kontor_agenda_drop (fixture->store, "wake", "none", &error);
  g_assert_no_error (error);
  later (10);
  assert_done (fixture, "wake:2 ");
}

static void
test_again_after_failure (Fixture *fixture, gconstpointer data)
{
  fixture->fail = 1;
  put (fixture, "wake", "1", 10);
  put (fixture, "remind", "2", 11);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "wake is put off for a minute: not now");
  later (11);
  g_test_assert_expected_messages ();
  assert_done (fixture, "remind:2 ");
  later (59);
  assert_done (fixture, "remind:2 ");
  later (1);
  assert_done (fixture, "remind:2 wake:1 ");
}

/* What it had done before it failed is undone with it. */
static gboolean
on_half (const char *subject, gpointer data, GError **error)
{
  Fixture *fixture = data;

  put (fixture, "remind", "half", 1);
  if (refuse (fixture, error))
    return FALSE;
  g_string_append (fixture->done, "half ");

  return TRUE;
}

static void
test_undone (Fixture *fixture, gconstpointer data)
{
  kontor_agenda_on (fixture->agenda, "half", on_half, fixture);
  fixture->fail = 1;
  put (fixture, "half", "1", 10);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*not now*");
  later (10);
  g_test_assert_expected_messages ();
  later (10);
  assert_done (fixture, "");
  later (60);
  later (1);
  assert_done (fixture, "half remind:half ");
}

static void
test_puts_itself (Fixture *fixture, gconstpointer data)
{
  fixture->again_s = 10;
  put (fixture, "wake", "1", 10);
  for (int i = 0; i < 3; i++)
    later (10);
  assert_done (fixture, "wake:1 wake:1 wake:1 ");
}

static void
test_undone_put (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  kontor_store_begin (fixture->store, &error);
  g_assert_no_error (error);
  put (fixture, "wake", "1", 10);
  kontor_store_undo (fixture->store);
  later (60);
  assert_done (fixture, "");
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) expected = g_string_new (NULL);

  for (int i = 0; i < 250; i++)
    {
      g_autofree char *subject = g_strdup_printf ("%d", i);

      put (fixture, "wake", subject, 10);
      g_string_append_printf (expected, "wake:%d ", i);
    }
  later (10);
  assert_done (fixture, expected->str);
}

static void
test_clock_back (Fixture *fixture, gconstpointer data)
{
  put (fixture, "wake", "1", 10);
  later (-3600);
  assert_done (fixture, "");
  later (3610);
  assert_done (fixture, "wake:1 ");
}

/* An entry of a version that is no longer installed goes without a word. */
static void
test_nobody_does (Fixture *fixture, gconstpointer data)
{
  put (fixture, "unheard-of", "1", 10);
  put (fixture, "wake", "1", 10);
  later (10);
  assert_done (fixture, "wake:1 ");
}

static void
test_restart (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kontor-test-XXXXXX", NULL);
  Fixture fixture = { .path = g_build_filename (folder, "kontor.db", NULL) };
  g_autoptr(GDir) dir = NULL;
  const char *name;

  kontor_clock_set_us (NOON_US);
  fixture.done = g_string_new (NULL);
  open_agenda (&fixture);
  put (&fixture, "wake", "1", 10);
  put (&fixture, "wake", "2", 100);
  close_agenda (&fixture);
  later (60);
  assert_done (&fixture, "");
  open_agenda (&fixture);
  assert_done (&fixture, "wake:1 ");
  later (40);
  assert_done (&fixture, "wake:1 wake:2 ");
  tear_down (&fixture, NULL);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
forbid_writing (Fixture *fixture, gboolean forbid)
{
  g_autoptr(GError) error = NULL;

  kontor_store_run (fixture->store, &error,
                    forbid ? "PRAGMA query_only = 1" : "PRAGMA query_only = 0", "");
  g_assert_no_error (error);
}

/* As on a full disk: it would go round and round otherwise. */
static void
test_nothing_kept (Fixture *fixture, gconstpointer data)
{
  guint turns = 0;

  put (fixture, "wake", "1", 60);
  put (fixture, "remind", "2", 60);
  forbid_writing (fixture, TRUE);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "the agenda waits for a minute: *");
  kontor_clock_advance_us (60 * G_USEC_PER_SEC);
  while (g_main_context_iteration (NULL, FALSE))
    g_assert_cmpuint (++turns, <, 100);
  g_test_assert_expected_messages ();
  assert_done (fixture, "");
  forbid_writing (fixture, FALSE);
  later (60);
  assert_done (fixture, "wake:1 remind:2 ");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void      (*run) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/agenda/what-is-due-is-done-in-its-order", test_order },
    { "/agenda/nothing-is-done-before-it-is-due", test_when_due },
    { "/agenda/what-was-due-before-is-done-now", test_past },
    { "/agenda/what-is-done-is-done-once", test_once },
    { "/agenda/there-is-one-entry-for-each-what-and-subject", test_moves },
    { "/agenda/what-is-dropped-is-not-done", test_drop },
    { "/agenda/what-fails-is-tried-in-a-minute-and-holds-up-nothing", test_again_after_failure },
    { "/agenda/what-fails-leaves-nothing-half-done", test_undone },
    { "/agenda/what-is-done-may-put-itself-on-again", test_puts_itself },
    { "/agenda/what-was-undone-is-not-on-it", test_undone_put },
    { "/agenda/any-number-may-be-due-at-once", test_many },
    { "/agenda/a-clock-that-goes-back-loses-nothing", test_clock_back },
    { "/agenda/where-nothing-can-be-kept-it-rests-for-a-minute", test_nothing_kept },
    { "/agenda/what-nobody-does-is-no-hindrance", test_nobody_does },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].run, tear_down);
  g_test_add_func ("/agenda/what-was-due-while-away-is-done-at-the-start", test_restart);

  return g_test_run ();
}
