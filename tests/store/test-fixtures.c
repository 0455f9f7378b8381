/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every released schema, as tests/store/vNNNN.sql has it, becomes today's with all its rows.
 *
 * A dump is made by build-aux/dump-schema before a migration is added; nothing is to be done here.
 * A dump of the newest version must be what a new database is. */
#include "fakes/checked.h"
#include "store/store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

static sqlite3 *
open_db (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);

  return db;
}

/* The rows of @sql, their columns side by side. */
static char **
ask (sqlite3 *db, const char *sql)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  sqlite3_stmt *statement = NULL;
  int result;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autoptr(GString) line = g_string_new (NULL);

      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (line, "%s%s", i > 0 ? " | " : "",
                                sqlite3_column_text (statement, i));
      g_strv_builder_add (lines, line->str);
    }
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_finalize (statement);

  return g_strv_builder_end (lines);
}

/* What stands in sqlite_master, whatever its order and its line breaks. */
static char *
schema_of (sqlite3 *db)
{
  g_auto(GStrv) lines = ask (db, "SELECT type, name, tbl_name, sql FROM sqlite_master"
                             " ORDER BY type, name");
  g_autofree char *text = g_strjoinv ("\n", lines);
  g_autoptr(GRegex) spaces = g_regex_new ("[ \\t]*\\n[ \\t]*|[ \\t]+", G_REGEX_DEFAULT, 0, NULL);

  return g_regex_replace_literal (spaces, text, -1, 0, " ", 0, NULL);
}

/* The tables that hold rows by themselves. */
static char **
tables_of (sqlite3 *db)
{
  return ask (db, "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
              " AND name NOT LIKE 'sqlite_%' ORDER BY name");
}

static char *
count (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM \"%s\"", table);
  g_auto(GStrv) answer = ask (db, sql);

  return g_strdup (answer[0]);
}

static char *
make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("kontor-fixtures-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Opened once by today's program: its schema, and its version. */
static char *
schema_today (const char *path, char **version)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorStore) store = kontor_store_open (path, &error);
  g_auto(GStrv) broken = NULL, versions = NULL;
  sqlite3 *db;
  char *schema;

  g_assert_no_error (error);
  broken = checked_read (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (broken), ==, 0);
  db = open_db (path);
  schema = schema_of (db);
  versions = ask (db, "PRAGMA user_version");
  *version = g_strdup (versions[0]);
  sqlite3_close (db);

  return schema;
}

static void
load_dump (const char *dump, const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = NULL, *message = NULL;
  sqlite3 *db = open_db (path);
  char *said = NULL;

  g_assert_true (g_file_get_contents (dump, &sql, NULL, &error));
  sqlite3_exec (db, sql, NULL, NULL, &said);
  message = g_strdup (said);
  sqlite3_free (said);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
assert_rows_kept (const char *dump, const char *today)
{
  sqlite3 *before = open_db (":memory:"), *after = open_db (today);
  g_autofree char *sql = NULL;
  g_auto(GStrv) tables = NULL;
  guint n_rows = 0;

  g_assert_true (g_file_get_contents (dump, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_exec (before, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  tables = tables_of (before);
  for (char **table = tables; *table != NULL; table++)
    {
      g_autofree char *was = count (before, *table), *is = count (after, *table);

      g_test_message ("%s: %s rows", *table, was);
      g_assert_cmpstr (is, ==, was);
      n_rows += (guint) g_ascii_strtoull (was, NULL, 10);
    }
  g_assert_cmpuint (n_rows, >, 0);
  sqlite3_close (before);
  sqlite3_close (after);
}

static void
test_dump (gconstpointer data)
{
  const char *dump = data;
  g_autofree char *folder = make_folder ();
  g_autofree char *old_path = g_build_filename (folder, "old.db", NULL);
  g_autofree char *new_path = g_build_filename (folder, "new.db", NULL);
  g_autofree char *new = NULL, *migrated = NULL, *version = NULL, *new_version = NULL;
  g_autofree char *name = g_path_get_basename (dump);
  sqlite3 *db;
  g_auto(GStrv) said = NULL;

  load_dump (dump, old_path);
  db = open_db (old_path);
  said = ask (db, "SELECT printf('v%04d.sql', user_version) FROM pragma_user_version");
  sqlite3_close (db);
  g_assert_cmpstr (said[0], ==, name);

  migrated = schema_today (old_path, &version);
  new = schema_today (new_path, &new_version);
  g_assert_cmpstr (version, ==, new_version);
  g_assert_cmpstr (migrated, ==, new);
  assert_rows_kept (dump, old_path);
  remove_folder (folder);
}

/* The program that makes dumps, run on today's migrations: what it prints is a new database, and
 * opens like one. It is how the next dump will be made, so it must not rot. */
static void
test_dump_of_today (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "build-aux", "dump-schema", NULL);
  g_autofree char *folder = make_folder ();
  g_autofree char *sql = NULL, *dump = NULL, *version = NULL, *schema = NULL, *path = NULL;
  const char *const command[] = { script, NULL };
  int status = -1;

  path = g_build_filename (folder, "new.db", NULL);
  schema = schema_today (path, &version);
  dump = g_strdup_printf ("%s/v%04d.sql", folder, atoi (version));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &sql, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_set_contents (dump, sql, -1, &error));
  test_dump (dump);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "tests", "store", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "v") && g_str_has_suffix (name, ".sql"))
      {
        g_autofree char *path = g_strdup_printf ("/fixtures/%.5s-becomes-today-s-with-its-rows",
                                                 name);

        g_ptr_array_add (dumps, g_build_filename (folder, name, NULL));
        g_test_add_data_func (path, dumps->pdata[dumps->len - 1], test_dump);
      }
  g_test_add_func ("/fixtures/the-dump-of-today-is-a-new-database", test_dump_of_today);

  return g_test_run ();
}
