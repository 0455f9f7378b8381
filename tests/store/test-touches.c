/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who hears of what, through the store itself: what was undone is never told. */
#include "store/store.h"

typedef struct {
  KontorStore *store;
  GString     *heard; /* "kind/id " for each */
  guint        watch;
} Fixture;

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  Fixture *fixture = data;

  g_string_append_printf (fixture->heard, "%s/%s ", kind, id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->store = kontor_store_open (":memory:", &error);
  g_assert_no_error (error);
  fixture->heard = g_string_new (NULL);
  fixture->watch = kontor_store_watch (fixture->store, on_touched, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  kontor_store_close (fixture->store);
  g_string_free (fixture->heard, TRUE);
}

static void
begin (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  kontor_store_begin (fixture->store, &error);
  g_assert_no_error (error);
}

static void
commit (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  kontor_store_commit (fixture->store, &error);
  g_assert_no_error (error);
}

static void
touch (Fixture *fixture, const char *kind, const char *id)
{
  kontor_store_touch (fixture->store, kind, id);
}

static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  touch (fixture, "contact", "CT1");
  g_assert_cmpstr (fixture->heard->str, ==, "contact/CT1 ");
  touch (fixture, "contact", "CT1");
  g_assert_cmpstr (fixture->heard->str, ==, "contact/CT1 contact/CT1 ");
}

static void
test_after_commit (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  touch (fixture, "booking", "2");
  begin (fixture);
  touch (fixture, "contact", "1");
  touch (fixture, "booking", "2");
  commit (fixture);
  touch (fixture, "booking", "1");
  touch (fixture, "contact", "1");
  g_assert_cmpstr (fixture->heard->str, ==, "");
  commit (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "booking/2 contact/1 booking/1 ");
}

static void
test_undone (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  touch (fixture, "contact", "1");
  kontor_store_undo (fixture->store);
  g_assert_cmpstr (fixture->heard->str, ==, "");
  touch (fixture, "contact", "2");
  g_assert_cmpstr (fixture->heard->str, ==, "contact/2 ");
}

static void
test_inner_undone (Fixture *fixture, gconstpointer data)
{
  begin (fixture);
  touch (fixture, "kept", "1");
  begin (fixture);
  touch (fixture, "kept", "1");
  touch (fixture, "undone", "1");
  touch (fixture, "undone", "2");
  begin (fixture);
  touch (fixture, "undone", "3");
  commit (fixture);
  kontor_store_undo (fixture->store);
  touch (fixture, "undone", "2"); /* changed once more, and that stands */
  commit (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "kept/1 undone/2 ");
}

static void
test_failed_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  begin (fixture);
  touch (fixture, "contact", "1");
  g_assert_true (kontor_store_run (fixture->store, &error, "PRAGMA defer_foreign_keys = ON", ""));
  g_assert_true (kontor_store_run (fixture->store, &error, "INSERT INTO identifier VALUES"
                                   " (1, 'phone', x'00', x'00', 4711)", ""));
  g_assert_false (kontor_store_commit (fixture->store, &error));
  g_assert_true (kontor_store_is_busy (fixture->store));
  g_assert_cmpstr (fixture->heard->str, ==, "");
  kontor_store_undo (fixture->store);
  g_assert_cmpstr (fixture->heard->str, ==, "");
}

/* A change of a that brings one of b, until there were three. */
static void
on_touched_write (const char *kind, const char *id, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *next = g_strdup_printf ("%d", id[0] - '0' + 1);

  g_assert_false (kontor_store_is_busy (fixture->store));
  if (id[0] >= '3')
    return;
  begin (fixture);
  touch (fixture, "follows", next);
  commit (fixture);
}

static void
test_watcher_writes (Fixture *fixture, gconstpointer data)
{
  kontor_store_watch (fixture->store, on_touched_write, fixture);
  begin (fixture);
  touch (fixture, "a", "1");
  touch (fixture, "b", "2");
  commit (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "a/1 b/2 follows/2 follows/3 follows/3 ");
}

static void
on_touched_leave (const char *kind, const char *id, gpointer data)
{
  Fixture *fixture = data;

  g_string_append (fixture->heard, "left ");
  kontor_store_unwatch (fixture->store, fixture->watch);
  kontor_store_watch (fixture->store, on_touched, fixture);
}

static void
test_watcher_leaves (Fixture *fixture, gconstpointer data)
{
  kontor_store_unwatch (fixture->store, fixture->watch);
  touch (fixture, "nobody", "hears");
  g_assert_cmpstr (fixture->heard->str, ==, "");

  fixture->watch = kontor_store_watch (fixture->store, on_touched_leave, fixture);
  begin (fixture);
  touch (fixture, "a", "1");
  touch (fixture, "b", "2");
  commit (fixture);
  g_assert_cmpstr (fixture->heard->str, ==, "left a/1 b/2 ");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/touches/outside-a-transaction-they-are-told-at-once", test_at_once);
  add ("/touches/each-is-told-once-in-order-when-the-outermost-stands", test_after_commit);
  add ("/touches/what-was-undone-is-never-told", test_undone);
  add ("/touches/what-an-inner-undo-took-back-is-never-told", test_inner_undone);
  add ("/touches/a-commit-that-fails-tells-nothing", test_failed_commit);
  add ("/touches/a-watcher-may-write-and-is-told-after-what-came-before", test_watcher_writes);
  add ("/touches/a-watcher-may-leave-and-bring-another-while-told", test_watcher_leaves);

  return g_test_run ();
}
