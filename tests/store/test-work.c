/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that is kept whole or not at all, also when the database gives up in its middle. */
#include "store/store.h"

#include <glib/gstdio.h>

#include "model/error.h"

typedef struct {
  char        *folder;
  char        *path;
  KontorStore *store;
} Fixture;

static KontorStore *
open_store (const char *path)
{
  g_autoptr(GError) error = NULL;
  KontorStore *store = kontor_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

static void
run (KontorStore *store, const char *sql)
{
  g_autoptr(GError) error = NULL;

  kontor_store_run (store, &error, sql, "");
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("kontor-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "shop.db", NULL);
  fixture->store = open_store (fixture->path);
  run (fixture->store, "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, data BLOB)");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_clear_pointer (&fixture->store, kontor_store_close);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  /* Nothing else may lie there once the store is closed. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
reopen (Fixture *fixture)
{
  kontor_store_close (fixture->store);
  fixture->store = open_store (fixture->path);
}

static gint64
number (KontorStore *store, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows = kontor_store_ask (store, &error, sql, "");

  g_assert_no_error (error);
  g_assert_true (kontor_rows_next (rows));

  return kontor_rows_int (rows, 0);
}

static void
assert_refused (KontorStore *store, const char *sql, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (kontor_store_run (store, &error, sql, ""));
  g_assert_error (error, KONTOR_ERROR, code);
}

static void
begin (KontorStore *store)
{
  g_autoptr(GError) error = NULL;

  kontor_store_begin (store, &error);
  g_assert_no_error (error);
}

static void
commit (KontorStore *store)
{
  g_autoptr(GError) error = NULL;

  kontor_store_commit (store, &error);
  g_assert_no_error (error);
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr(KontorStore) other = open_store (fixture->path);
  g_autoptr(GError) error = NULL;

  begin (other);
  g_assert_false (kontor_store_begin (fixture->store, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  g_assert_false (kontor_store_is_busy (fixture->store));
  kontor_store_undo (other);
  begin (fixture->store);
  commit (fixture->store);
}

/* A full disk: nothing of the work is kept, and what follows is refused until it is undone. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                                            number (fixture->store, "PRAGMA page_count") + 2);

  run (fixture->store, limit);
  begin (fixture->store);
  run (fixture->store, "INSERT INTO thing (name) VALUES ('first')");
  begin (fixture->store);
  assert_refused (fixture->store, "INSERT INTO thing (data) VALUES (zeroblob(100000))",
                  KONTOR_ERROR_TRY_LATER);
  kontor_store_undo (fixture->store);
  kontor_store_undo (fixture->store);
  run (fixture->store, "INSERT INTO thing (name) VALUES ('after')");
  g_assert_cmpint (number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 1);
}

/* OR ROLLBACK does on purpose what SQLite does by itself on a failing disk. */
static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  run (fixture->store, "INSERT INTO thing (name) VALUES ('Ana')");
  begin (fixture->store);
  run (fixture->store, "INSERT INTO thing (name) VALUES ('Bo')");
  begin (fixture->store);
  assert_refused (fixture->store, "INSERT OR ROLLBACK INTO thing (name) VALUES ('Ana')",
                  KONTOR_ERROR_NOT_ALLOWED);
  assert_refused (fixture->store, "INSERT INTO thing (name) VALUES ('Cy')", KONTOR_ERROR_TRY_LATER);
  kontor_store_undo (fixture->store);
  assert_refused (fixture->store, "INSERT INTO thing (name) VALUES ('Di')", KONTOR_ERROR_TRY_LATER);
  g_assert_false (kontor_store_commit (fixture->store, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  kontor_store_undo (fixture->store);
  g_assert_false (kontor_store_is_busy (fixture->store));
  g_assert_cmpint (number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 1);
}

static void
test_nesting (Fixture *fixture, gconstpointer data)
{
  begin (fixture->store);
  g_assert_true (kontor_store_is_busy (fixture->store));
  run (fixture->store, "INSERT INTO thing (name) VALUES ('outer')");
  begin (fixture->store);
  run (fixture->store, "INSERT INTO thing (name) VALUES ('undone')");
  begin (fixture->store);
  run (fixture->store, "INSERT INTO thing (name) VALUES ('innermost')");
  commit (fixture->store);
  kontor_store_undo (fixture->store);
  begin (fixture->store);
  run (fixture->store, "INSERT INTO thing (name) VALUES ('inner')");
  commit (fixture->store);
  commit (fixture->store);
  g_assert_false (kontor_store_is_busy (fixture->store));
  reopen (fixture);
  g_assert_cmpint (number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 2);
  g_assert_cmpint (number (fixture->store, "SELECT COUNT(*) FROM thing WHERE name IN"
                           " ('outer', 'inner')"), ==, 2);
}

static void
test_closed_in_the_middle (Fixture *fixture, gconstpointer data)
{
  begin (fixture->store);
  run (fixture->store, "INSERT INTO thing (name) VALUES ('half')");
  reopen (fixture);
  g_assert_cmpint (number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 0);
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

  add ("/work/a-busy-file-is-try-later", test_busy);
  add ("/work/a-full-disk-is-try-later-and-keeps-nothing-by-half", test_full);
  add ("/work/work-the-database-took-back-is-not-gone-on-with", test_taken_back);
  add ("/work/an-inner-undo-takes-back-the-inner-work-alone", test_nesting);
  add ("/work/what-was-not-committed-is-gone-after-closing", test_closed_in_the_middle);

  return g_test_run ();
}
