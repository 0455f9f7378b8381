/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations from lists of the test's own: each whole with its version, or not at all. */
#include "store/migrate.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/error.h"
#include "store/store.h"

static const char first[] =
  "CREATE TABLE shop (id INTEGER PRIMARY KEY, name TEXT);\n"
  "CREATE TABLE visit (shop INTEGER NOT NULL REFERENCES shop (id));\n";
static const char second[] = "ALTER TABLE shop ADD COLUMN zone TEXT DEFAULT 'UTC';";
/* The way SQLite wants a table to be changed: rows elsewhere refer to it all the while. */
static const char rebuild[] =
  "CREATE TABLE shop_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, zone TEXT);\n"
  "INSERT INTO shop_new SELECT id, name, zone FROM shop;\n"
  "DROP TABLE shop;\n"
  "ALTER TABLE shop_new RENAME TO shop;\n";
static const char failing[] =
  "DELETE FROM visit; DROP TABLE shop; CREATE TABLE half (id); INSERT INTO nowhere VALUES (1);";

typedef struct {
  char    *folder;
  char    *path;
  sqlite3 *db;
} Fixture;

static void
open_db (Fixture *fixture)
{
  g_assert_cmpint (sqlite3_open (fixture->path, &fixture->db), ==, SQLITE_OK);
}

static void
close_db (Fixture *fixture)
{
  g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
  fixture->db = NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("kontor-migrate-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "shop.db", NULL);
  open_db (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  sqlite3_close (fixture->db);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
run (sqlite3 *db, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static gint64
number (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 found;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  found = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return found;
}

static gboolean
migrate (Fixture *fixture, GError **error, const char *one, const char *two, const char *three)
{
  const char *list[] = { one, two, three };
  guint n = one == NULL ? 0 : two == NULL ? 1 : three == NULL ? 2 : 3;

  return kontor_migrate (fixture->db, fixture->path, list, n, error);
}

static void
must_migrate (Fixture *fixture, const char *one, const char *two, const char *three)
{
  g_autoptr(GError) error = NULL;

  migrate (fixture, &error, one, two, three);
  g_assert_no_error (error);
}

static gboolean
exists (Fixture *fixture, const char *suffix)
{
  g_autofree char *path = g_strconcat (fixture->path, suffix, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A shop of version 1 with a visit. */
static void
make_old (Fixture *fixture)
{
  must_migrate (fixture, first, NULL, NULL);
  run (fixture->db, "INSERT INTO shop VALUES (1, 'Ana'); INSERT INTO visit VALUES (1), (1);");
}

static void
assert_old (sqlite3 *db)
{
  g_assert_cmpint (number (db, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (number (db, "SELECT COUNT(*) FROM shop WHERE name = 'Ana'"), ==, 1);
  g_assert_cmpint (number (db, "SELECT COUNT(*) FROM visit"), ==, 2);
  g_assert_cmpint (number (db, "SELECT COUNT(*) FROM pragma_table_info ('shop')"), ==, 2);
  g_assert_cmpint (number (db, "SELECT COUNT(*) FROM sqlite_master"), ==, 2);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  must_migrate (fixture, first, second, NULL);
  g_assert_cmpint (number (fixture->db, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (number (fixture->db, "SELECT COUNT(*) FROM pragma_table_info ('shop')"), ==, 3);
  g_assert_false (exists (fixture, ".before-0001"));
  g_assert_false (exists (fixture, ".before-0002"));
}

static void
test_up_to_date (Fixture *fixture, gconstpointer data)
{
  make_old (fixture);
  must_migrate (fixture, first, NULL, NULL);
  assert_old (fixture->db);
  g_assert_false (exists (fixture, ".before-0001"));
  g_assert_false (exists (fixture, ".before-0002"));
}

static void
test_rows_are_kept (Fixture *fixture, gconstpointer data)
{
  make_old (fixture);
  must_migrate (fixture, first, second, rebuild);
  g_assert_cmpint (number (fixture->db, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (number (fixture->db, "SELECT COUNT(*) FROM shop WHERE name = 'Ana'"
                           " AND zone = 'UTC'"), ==, 1);
  g_assert_cmpint (number (fixture->db, "SELECT COUNT(*) FROM visit JOIN shop"
                           " ON shop.id = visit.shop"), ==, 2);
}

static void
test_failure_in_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  make_old (fixture);
  g_assert_false (migrate (fixture, &error, first, failing, second));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "migration 0002"));
  g_assert_nonnull (strstr (error->message, "nowhere"));
  assert_old (fixture->db);
  close_db (fixture);
  open_db (fixture);
  assert_old (fixture->db);

  must_migrate (fixture, first, second, NULL);
  g_assert_cmpint (number (fixture->db, "SELECT COUNT(*) FROM visit"), ==, 2);
}

/* The one before stands, and the next start goes on from there. */
static void
test_failure_of_the_second (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  make_old (fixture);
  g_assert_false (migrate (fixture, &error, first, second, failing));
  g_assert_nonnull (strstr (error->message, "stays at version 2"));
  g_assert_cmpint (number (fixture->db, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (number (fixture->db, "SELECT COUNT(*) FROM visit"), ==, 2);
  must_migrate (fixture, first, second, rebuild);
  g_assert_cmpint (number (fixture->db, "PRAGMA user_version"), ==, 3);
}

static void
test_lost_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  make_old (fixture);
  g_assert_false (migrate (fixture, &error, first, "DELETE FROM shop;", NULL));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "visit"));
  assert_old (fixture->db);
}

static void
test_own_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  make_old (fixture);
  g_assert_false (migrate (fixture, &error, first, "COMMIT;", NULL));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  assert_old (fixture->db);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize before_size, after_size;

  make_old (fixture);
  run (fixture->db, "PRAGMA user_version = 3");
  close_db (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_size, NULL));
  open_db (fixture);
  g_assert_false (migrate (fixture, &error, first, second, NULL));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  close_db (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
}

/* The same through the store, which sets modes and opens files around it. */
static void
test_newer_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL, opened = NULL;
  g_autoptr(KontorStore) store = kontor_store_open (fixture->path, &opened);
  g_autofree char *before = NULL, *after = NULL;
  gsize before_size, after_size;

  g_assert_no_error (opened);
  kontor_store_run (store, &opened, "PRAGMA user_version = 4711", "");
  g_clear_pointer (&store, kontor_store_close);
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_size, NULL));
  store = kontor_store_open (fixture->path, &error);
  g_assert_null (store);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_true (g_file_get_contents (fixture->path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
}

static void
test_of_another_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  run (fixture->db, "CREATE TABLE bookmarks (id)");
  g_assert_false (migrate (fixture, &error, first, NULL, NULL));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_cmpint (number (fixture->db, "SELECT COUNT(*) FROM sqlite_master"), ==, 1);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->path, ".before-0002", NULL);
  GStatBuf is;
  sqlite3 *copy = NULL;

  run (fixture->db, "PRAGMA journal_mode = WAL");
  make_old (fixture);
  must_migrate (fixture, first, second, rebuild);
  g_assert_false (exists (fixture, ".before-0003"));
  g_assert_false (exists (fixture, ".before-0002.part"));
  g_assert_cmpint (g_stat (path, &is), ==, 0);
  g_assert_cmpuint (is.st_mode & 0777, ==, 0600);

  g_assert_cmpint (sqlite3_open (path, &copy), ==, SQLITE_OK);
  assert_old (copy);
  g_assert_cmpint (number (copy, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
                   ==, 1);
  sqlite3_close (copy);
}

/* A start that fails again and again must not fill the disk. */
static void
test_backup_is_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->path, ".before-0002", NULL);
  sqlite3 *copy = NULL;

  make_old (fixture);
  g_assert_false (migrate (fixture, NULL, first, failing, NULL));
  run (fixture->db, "INSERT INTO shop VALUES (2, 'Bo')");
  g_assert_false (migrate (fixture, NULL, first, failing, NULL));
  g_assert_cmpint (sqlite3_open (path, &copy), ==, SQLITE_OK);
  g_assert_cmpint (number (copy, "SELECT COUNT(*) FROM shop"), ==, 2);
  sqlite3_close (copy);
}

static void
test_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *in_the_way = g_strconcat (fixture->path, ".before-0002", NULL);

  make_old (fixture);
  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  g_assert_false (migrate (fixture, &error, first, second, NULL));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
  assert_old (fixture->db);
  g_assert_false (exists (fixture, ".before-0002.part"));
  g_assert_cmpint (g_rmdir (in_the_way), ==, 0);
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

  add ("/migrate/a-new-database-gets-all-and-no-backup", test_new);
  add ("/migrate/one-that-is-up-to-date-is-left-alone", test_up_to_date);
  add ("/migrate/rows-are-kept-though-their-table-is-rebuilt", test_rows_are_kept);
  add ("/migrate/a-failure-in-the-middle-leaves-version-and-data", test_failure_in_the_middle);
  add ("/migrate/a-failure-later-keeps-what-came-before-it", test_failure_of_the_second);
  add ("/migrate/one-that-breaks-a-foreign-key-is-undone", test_lost_link);
  add ("/migrate/one-that-commits-by-itself-is-an-error", test_own_commit);
  add ("/migrate/a-newer-database-is-refused-and-untouched", test_newer);
  add ("/migrate/a-newer-database-is-refused-by-the-store-and-untouched", test_newer_store);
  add ("/migrate/a-database-of-another-program-is-refused", test_of_another_program);
  add ("/migrate/the-backup-is-the-database-before", test_backup);
  add ("/migrate/the-backup-of-a-failed-start-is-replaced", test_backup_is_replaced);
  add ("/migrate/without-a-backup-nothing-is-migrated", test_no_backup);

  return g_test_run ();
}
