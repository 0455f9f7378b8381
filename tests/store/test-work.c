/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that is kept whole or not at all, also when the database gives up in its middle. */
#include "fakes/store-folder.h"

static void
set_up (StoreFolder *fixture, gconstpointer data)
{
  store_folder_make (fixture, "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE,"
                     " data BLOB)");
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
test_busy (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(KontorStore) other = store_open (fixture->path);
  g_autoptr(GError) error = NULL;

  begin (other);
  g_assert_false (kontor_store_begin (fixture->store, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  g_assert_false (kontor_store_is_busy (fixture->store));
  kontor_store_undo (other);
  begin (fixture->store);
  commit (fixture->store);
}

static void
on_fault (const char *kind, const char *id, gpointer data)
{
  if (g_str_equal (kind, "store"))
    g_ptr_array_add (data, g_strdup (id));
}

/* A full disk: nothing of the work is kept, and what follows is refused until it is undone. */
static void
test_full (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                                            store_number (fixture->store, "PRAGMA page_count") + 2);

  store_run (fixture->store, limit);
  kontor_store_watch (fixture->store, on_fault, faults);
  begin (fixture->store);
  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('first')");
  begin (fixture->store);
  store_refuses (fixture->store, "INSERT INTO thing (data) VALUES (zeroblob(100000))",
                 KONTOR_ERROR_TRY_LATER);
  kontor_store_undo (fixture->store);
  kontor_store_undo (fixture->store);
  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('after')");
  g_assert_cmpint (store_number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (faults->pdata[0], ==, "full");
}

/* OR ROLLBACK does on purpose what SQLite does by itself on a failing disk. */
static void
test_taken_back (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('Ana')");
  begin (fixture->store);
  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('Bo')");
  begin (fixture->store);
  store_refuses (fixture->store, "INSERT OR ROLLBACK INTO thing (name) VALUES ('Ana')",
                 KONTOR_ERROR_NOT_ALLOWED);
  store_refuses (fixture->store, "INSERT INTO thing (name) VALUES ('Cy')", KONTOR_ERROR_TRY_LATER);
  kontor_store_undo (fixture->store);
  store_refuses (fixture->store, "INSERT INTO thing (name) VALUES ('Di')", KONTOR_ERROR_TRY_LATER);
  g_assert_false (kontor_store_commit (fixture->store, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  kontor_store_undo (fixture->store);
  g_assert_false (kontor_store_is_busy (fixture->store));
  g_assert_cmpint (store_number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 1);
}

static void
test_nesting (StoreFolder *fixture, gconstpointer data)
{
  begin (fixture->store);
  g_assert_true (kontor_store_is_busy (fixture->store));
  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('outer')");
  begin (fixture->store);
  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('undone')");
  begin (fixture->store);
  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('innermost')");
  commit (fixture->store);
  kontor_store_undo (fixture->store);
  begin (fixture->store);
  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('inner')");
  commit (fixture->store);
  commit (fixture->store);
  g_assert_false (kontor_store_is_busy (fixture->store));
  store_folder_reopen (fixture);
  g_assert_cmpint (store_number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 2);
  g_assert_cmpint (store_number (fixture->store, "SELECT COUNT(*) FROM thing WHERE name IN"
                                 " ('outer', 'inner')"), ==, 2);
}

static void
test_closed_in_the_middle (StoreFolder *fixture, gconstpointer data)
{
  begin (fixture->store);
  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('half')");
  store_folder_reopen (fixture);
  g_assert_cmpint (store_number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 0);
}

static void
add (const char *path, void (*test) (StoreFolder *, gconstpointer))
{
  g_test_add (path, StoreFolder, NULL, set_up, test, store_folder_remove);
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
