/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values in and out, the files, and what is said when something is wrong. */
#include "fakes/checked.h"
#include "fakes/store-folder.h"

static void
set_up (StoreFolder *fixture, gconstpointer data)
{
  store_folder_make (fixture, "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE,"
                     " n INTEGER, weight REAL, data BLOB, must TEXT NOT NULL DEFAULT '',"
                     " CHECK (n <> 13))");
  store_run (fixture->store, "CREATE TABLE part (thing INTEGER NOT NULL REFERENCES thing (id)"
             " DEFERRABLE INITIALLY DEFERRED)");
}

static void
set_key (KontorStore *store, guint8 byte)
{
  g_autoptr(GError) error = NULL;
  guint8 raw[KONTOR_SEAL_KEY_SIZE] = { byte };
  g_autoptr(GBytes) key = g_bytes_new (raw, sizeof raw);

  kontor_store_set_key (store, key, &error);
  g_assert_no_error (error);
}

static void
test_settings (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows = kontor_store_ask (fixture->store, &error, "PRAGMA journal_mode", "");

  g_assert_no_error (error);
  g_assert_true (kontor_rows_next (rows));
  g_assert_cmpstr (kontor_rows_text (rows, 0), ==, "wal");
  g_assert_cmpint (store_number (fixture->store, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (store_number (fixture->store, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_number (fixture->store, "PRAGMA secure_delete"), ==, 1);
}

/* A pragma's answer is fixed when it is prepared, so it is asked anew each time. */
static int
synchronous (KontorStore *store)
{
  return store_number (store, "SELECT synchronous FROM pragma_synchronous");
}

static void
test_derived (StoreFolder *fixture, gconstpointer data)
{
  KontorStore *store = fixture->store;

  g_assert_true (kontor_store_begin_derived (store, NULL));
  g_assert_cmpint (synchronous (store), ==, 1);
  g_assert_true (kontor_store_begin (store, NULL));
  g_assert_true (kontor_store_commit (store, NULL));
  g_assert_cmpint (synchronous (store), ==, 1);
  g_assert_true (kontor_store_commit (store, NULL));
  g_assert_cmpint (synchronous (store), ==, 2);

  g_assert_true (kontor_store_begin_derived (store, NULL));
  kontor_store_undo (store);
  g_assert_cmpint (synchronous (store), ==, 2);

  g_assert_true (kontor_store_begin (store, NULL));
  g_assert_true (kontor_store_begin_derived (store, NULL));
  g_assert_cmpint (synchronous (store), ==, 2);
  kontor_store_undo (store);
  g_assert_true (kontor_store_commit (store, NULL));
  g_assert_cmpint (synchronous (store), ==, 2);
}

static gint64
size_of (const char *path)
{
  GStatBuf is;

  g_assert_cmpint (g_stat (path, &is), ==, 0);

  return is.st_size;
}

/* 5 MB are more pages than the log is to have; three of them more than it may have. */
static void
test_log (StoreFolder *fixture, gconstpointer data)
{
  const char *much = "INSERT INTO thing (data) VALUES (randomblob(5000000))";

  store_run (fixture->store, much);
  g_assert_cmpint (size_of (fixture->path), <, 1000000);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpint (size_of (fixture->path), >, 5000000);

  for (guint i = 0; i < 3; i++)
    store_run (fixture->store, much);
  g_assert_cmpint (size_of (fixture->path), >, 15000000);
}

static guint
mode_of (const char *path, const char *suffix)
{
  g_autofree char *whole = g_strconcat (path, suffix, NULL);
  GStatBuf is;

  g_assert_cmpint (g_stat (whole, &is), ==, 0);

  return is.st_mode & 0777;
}

static void
test_nobody_else_reads (StoreFolder *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpuint (mode_of (folder, ""), ==, 0700);
  g_assert_cmpuint (mode_of (fixture->path, ""), ==, 0600);
  g_assert_cmpuint (mode_of (fixture->path, "-wal"), ==, 0600);
  g_assert_cmpuint (mode_of (fixture->path, "-shm"), ==, 0600);

  kontor_store_close (fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  fixture->store = store_open (fixture->path);
  g_assert_cmpuint (mode_of (fixture->path, ""), ==, 0600);
}

static void
test_values (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new ("a\0b", 3), empty = g_bytes_new ("", 0);
  g_autoptr(GBytes) back = NULL, back_empty = NULL, back_null = NULL;
  g_autoptr(KontorRows) rows = NULL;

  kontor_store_run (fixture->store, &error, "INSERT INTO thing (name, n, weight, data)"
                    " VALUES (?, ?, ?, ?), (NULL, -1, 0, ?), (?, 0, 0, ?)", "sxdbbsb",
                    "Grüße", G_MAXINT64, 0.1, bytes, empty, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpint (kontor_store_changes (fixture->store), ==, 3);
  g_assert_cmpint (kontor_store_last_id (fixture->store), ==, 3);
  rows = kontor_store_ask (fixture->store, &error, "SELECT name, n, weight, data FROM thing"
                           " WHERE id >= ? ORDER BY id", "x", G_GINT64_CONSTANT (1));
  g_assert_true (kontor_rows_next (rows));
  g_assert_cmpstr (kontor_rows_text (rows, 0), ==, "Grüße");
  g_assert_cmpint (kontor_rows_int (rows, 1), ==, G_MAXINT64);
  g_assert_cmpfloat (kontor_rows_double (rows, 2), ==, 0.1);
  back = kontor_rows_dup_blob (rows, 3);
  g_assert_true (g_bytes_equal (back, bytes));
  g_assert_true (kontor_rows_next (rows));
  g_assert_true (kontor_rows_is_null (rows, 0));
  g_assert_null (kontor_rows_text (rows, 0));
  g_assert_false (kontor_rows_is_null (rows, 3));
  back_empty = kontor_rows_dup_blob (rows, 3);
  g_assert_true (g_bytes_equal (back_empty, empty));
  g_assert_true (kontor_rows_next (rows));
  g_assert_true (kontor_rows_is_null (rows, 3));
  back_null = kontor_rows_dup_blob (rows, 3);
  g_assert_null (back_null);
  g_assert_false (kontor_rows_next (rows));
  g_assert_false (kontor_rows_next (rows));
  g_assert_true (kontor_rows_done (rows, &error));
  g_assert_no_error (error);
}

static void
test_gathered_values (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  g_autoptr(GVariant) text = g_variant_ref_sink (g_variant_new_string ("Ana"));
  g_autoptr(GVariant) one = g_variant_ref_sink (g_variant_new_int64 (1));
  g_autoptr(GVariant) half = g_variant_ref_sink (g_variant_new_double (0.5));
  g_autoptr(GVariant) bytes = g_variant_ref_sink (g_variant_new_bytestring ("b"));
  g_autoptr(KontorRows) rows = NULL;

  set_key (fixture->store, 1);
  for (GVariant **value = (GVariant *[]) { text, one, half, bytes, NULL }; *value != NULL; value++)
    g_ptr_array_add (values, *value);
  g_ptr_array_add (values, NULL);
  rows = kontor_store_ask_v (fixture->store, &error, "SELECT ?1 = 'Ana' AND ?2 = 1 AND ?3 = 0.5"
                             " AND ?4 = x'6200' AND ?5 IS NULL", "sxdbx", values);
  g_assert_no_error (error);
  g_assert_true (kontor_rows_next (rows));
  g_assert_cmpint (kontor_rows_int (rows, 0), ==, 1);

  g_ptr_array_set_size (values, 0);
  g_ptr_array_add (values, text);
  g_ptr_array_add (values, NULL);
  g_assert_true (kontor_store_run_v (fixture->store, &error, "INSERT INTO thing (data, name)"
                                     " VALUES (?, ?)", "hz", values));
  g_assert_cmpint (store_number (fixture->store, "SELECT length(data) FROM thing"), ==, 16);
}

static void
test_misfits (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  g_autoptr(GVariant) text = g_variant_ref_sink (g_variant_new_string ("Ana"));
  const char *const types[] = { "", "ss", "x", "d", "b", "q" };

  g_ptr_array_add (values, text);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (kontor_store_run_v (fixture->store, &error,
                                          "INSERT INTO thing (name) VALUES (?)", types[i], values));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
    }
  store_refuses (fixture->store, "INSERT INTO thing (name) VALUES (?)", KONTOR_ERROR_FAILED);
  store_refuses (fixture->store, "DELETE FROM thing; DELETE FROM part", KONTOR_ERROR_FAILED);
  store_refuses (fixture->store, "", KONTOR_ERROR_FAILED);
  store_refuses (fixture->store, "SELECT colour FROM nowhere", KONTOR_ERROR_FAILED);
}

static void
test_codes (StoreFolder *fixture, gconstpointer data)
{
  store_run (fixture->store, "INSERT INTO thing (id, name) VALUES (1, 'Ana')");
  store_refuses (fixture->store, "INSERT INTO thing (name) VALUES ('Ana')",
                 KONTOR_ERROR_NOT_ALLOWED);
  store_refuses (fixture->store, "INSERT INTO thing (id) VALUES (1)", KONTOR_ERROR_NOT_ALLOWED);
  store_refuses (fixture->store, "INSERT INTO thing (n) VALUES (13)", KONTOR_ERROR_NOT_ALLOWED);
  store_refuses (fixture->store, "INSERT INTO part VALUES (2)", KONTOR_ERROR_NOT_ALLOWED);
  store_refuses (fixture->store, "INSERT INTO thing (must) VALUES (NULL)", KONTOR_ERROR_FAILED);
  g_assert_cmpint (store_number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 1);
}

static void
test_same_question_inside (StoreFolder *fixture, gconstpointer data)
{
  static const char sql[] = "SELECT name FROM thing WHERE name > ? ORDER BY name";
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) outer = NULL;
  guint n = 0;

  store_run (fixture->store, "INSERT INTO thing (name) VALUES ('a'), ('b'), ('c')");
  for (guint round = 0; round < 2; round++)
    {
      g_clear_pointer (&outer, kontor_rows_free);
      outer = kontor_store_ask (fixture->store, &error, sql, "s", "");
      while (kontor_rows_next (outer))
        {
          g_autoptr(KontorRows) inner = kontor_store_ask (fixture->store, &error, sql, "s",
                                                          kontor_rows_text (outer, 0));

          while (kontor_rows_next (inner))
            n++;
          g_assert_true (kontor_rows_done (inner, &error));
        }
      g_assert_true (kontor_rows_done (outer, &error));
    }
  g_assert_cmpuint (n, ==, 2 * 3);
}

/* More texts than are kept, with rows of the first still read. */
static void
test_many_statements (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows = kontor_store_ask (fixture->store, &error, "SELECT 0 AS n", "");

  for (gint64 i = 0; i < 500; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %" G_GINT64_FORMAT " AS n", i);

      g_assert_cmpint (store_number (fixture->store, sql), ==, i);
    }
  g_assert_true (kontor_rows_next (rows));
}

/* What was asked before is still answered after the table changed its shape. */
static void
test_changed_schema (StoreFolder *fixture, gconstpointer data)
{
  g_assert_cmpint (store_number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 0);
  store_run (fixture->store, "ALTER TABLE thing ADD COLUMN more TEXT");
  store_run (fixture->store, "INSERT INTO thing (more) VALUES ('x')");
  g_assert_cmpint (store_number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 1);
}

static void
test_returning_runs_once (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows = kontor_store_ask (fixture->store, &error,
    "INSERT INTO thing (n) VALUES (1), (2) RETURNING id", "");

  while (kontor_rows_next (rows))
    continue;
  g_assert_false (kontor_rows_next (rows));
  g_assert_true (kontor_rows_done (rows, &error));
  store_run (fixture->store, "INSERT INTO thing (n) VALUES (3), (4) RETURNING id");
  g_assert_cmpint (store_number (fixture->store, "SELECT COUNT(*) FROM thing"), ==, 4);
}

static void
test_fail_says_what (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL, plain = NULL;

  g_assert_false (kontor_store_fail (fixture->store, &plain, "there was no row"));
  g_assert_error (plain, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  g_assert_cmpstr (plain->message, ==, "there was no row");
  g_assert_false (kontor_store_run (fixture->store, &error, "SELECT colour FROM thing", ""));
  g_assert_nonnull (g_strstr_len (error->message, -1, "no such column: colour"));
}

static void
test_check (StoreFolder *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) clean = checked_read (fixture->store, &error), found = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (clean), ==, 0);
  store_run (fixture->store, "PRAGMA foreign_keys = OFF");
  store_run (fixture->store, "INSERT INTO part VALUES (4711)");
  store_run (fixture->store, "PRAGMA ignore_check_constraints = ON");
  store_run (fixture->store, "INSERT INTO thing (n) VALUES (13)");
  store_run (fixture->store, "PRAGMA ignore_check_constraints = OFF");
  found = checked_read (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (found), ==, 2);
  g_assert_nonnull (g_strstr_len (found[0], -1, "CHECK constraint failed in thing"));
  g_assert_cmpstr (found[1], ==, "part, row 1: refers to a row of thing that is not there");
}

static void
test_not_a_database (void)
{
  g_autoptr(GError) error = NULL, folder_error = NULL;
  g_autofree char *path = NULL, *below = NULL, *text = NULL;
  g_autoptr(KontorStore) store = NULL;
  int fd = g_file_open_tmp ("kontor-store-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "A letter to my aunt, long enough to be a header that "
                                      "SQLite reads and does not know. Dear aunt, how are you? We"
                                      " are fine.", -1, &error));
  store = kontor_store_open (path, &error);
  g_assert_null (store);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  g_assert_nonnull (g_strstr_len (error->message, -1, path));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "A letter to my aunt"));
  below = g_build_filename (path, "shop.db", NULL);
  g_assert_null (kontor_store_open (below, &folder_error));
  g_assert_error (folder_error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  g_unlink (path);
}

static void
test_close_nothing (void)
{
  g_autoptr(KontorStore) store = NULL;

  kontor_store_close (store);
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

  add ("/store/is-durable-and-checks-links", test_settings);
  add ("/store/only-what-can-be-made-again-does-not-wait-for-the-disk", test_derived);
  add ("/store/the-log-is-carried-over-after-a-commit-or-when-it-is-too-long", test_log);
  add ("/store/nobody-else-may-read-the-files", test_nobody_else_reads);
  add ("/store/values-come-back-as-they-were", test_values);
  add ("/store/gathered-values-are-bound-by-their-types", test_gathered_values);
  add ("/store/values-that-do-not-fit-are-refused", test_misfits);
  add ("/store/an-error-has-the-code-that-says-what-to-do", test_codes);
  add ("/store/the-same-may-be-asked-while-its-rows-are-read", test_same_question_inside);
  add ("/store/more-statements-than-are-kept-are-fine", test_many_statements);
  add ("/store/a-kept-statement-outlives-a-change-of-the-schema", test_changed_schema);
  add ("/store/rows-read-to-the-end-are-not-run-again", test_returning_runs_once);
  add ("/store/a-failure-says-what-and-why", test_fail_says_what);
  add ("/store/a-check-names-what-is-broken", test_check);
  g_test_add_func ("/store/a-file-that-is-no-database-is-left-alone", test_not_a_database);
  g_test_add_func ("/store/nothing-may-be-closed", test_close_nothing);

  return g_test_run ();
}
