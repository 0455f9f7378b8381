/* SPDX-License-Identifier: GPL-3.0-or-later */
/* migrate.c — a migration is one numbered SQL file that never changes once released.
 *
 * The version is written in the transaction of the migration itself, so a crash anywhere leaves
 * the version before with the data of the version before.
 */
#include "store/migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "model/error.h"
#include "store/inside.h"

static gboolean
run_script (sqlite3 *db, const char *sql, const char *what, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         kontor_sqlite_fail (db, error, what);
}

static gboolean
ask_number (sqlite3 *db, const char *sql, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean fine = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK &&
                  sqlite3_step (statement) == SQLITE_ROW;

  if (fine)
    *number = sqlite3_column_int64 (statement, 0);
  else
    kontor_sqlite_fail (db, error, "the database cannot be read");
  sqlite3_finalize (statement);

  return fine;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, why);
  return FALSE;
}

static gboolean
check_version (sqlite3 *db, guint newest, guint *version, GError **error)
{
  gint64 number = 0, n_tables = 0;

  if (!ask_number (db, "PRAGMA user_version", &number, error) ||
      !ask_number (db, "SELECT COUNT(*) FROM sqlite_master", &n_tables, error))
    return FALSE;
  if (number > newest)
    return refuse (error, "the database was written by a newer Kontor: install that one");
  if (number < 0 || (number == 0 && n_tables > 0))
    return refuse (error, "the file is a database of another program: choose another file");
  *version = (guint) number;

  return TRUE;
}

/* The foreign keys that meet nothing, as PRAGMA foreign_key_check lists them. */
static gboolean
check_links (sqlite3 *db, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, "PRAGMA foreign_key_check", -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                 "a row of %s would refer to a row of %s that is not there",
                 sqlite3_column_text (statement, 0), sqlite3_column_text (statement, 2));
  else if (result != SQLITE_DONE)
    kontor_sqlite_fail (db, error, "the foreign keys cannot be checked");
  sqlite3_finalize (statement);

  return result == SQLITE_DONE;
}

static gboolean
run_inside (sqlite3 *db, const char *sql, guint number, GError **error)
{
  g_autofree char *bump = g_strdup_printf ("PRAGMA user_version = %u", number);

  if (!run_script (db, sql, "its SQL", error))
    return FALSE;
  if (sqlite3_get_autocommit (db))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                           "it ends its transaction by itself");
      return FALSE;
    }

  return check_links (db, error) &&
         run_script (db, bump, "its version", error) &&
         run_script (db, "COMMIT", "its end", error);
}

static gboolean
run_one (sqlite3 *db, const char *sql, guint number, GError **error)
{
  if (!run_script (db, "BEGIN IMMEDIATE", "its start", error) ||
      !run_inside (db, sql, number, error))
    {
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
      g_prefix_error (error, "the database stays at version %u, migration %04u failed: ",
                      number - 1, number);
      return FALSE;
    }

  return TRUE;
}

static gboolean
copy_to (sqlite3 *db, const char *path, GError **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  gboolean fine = FALSE;

  if (sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    backup = sqlite3_backup_init (copy, "main", db, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      fine = sqlite3_backup_finish (backup) == SQLITE_OK;
    }
  if (!fine)
    kontor_sqlite_fail (copy, error, path);
  sqlite3_close (copy);

  return fine;
}

/* Under another name until it is whole, so that a copy that has its name is a good one. */
static gboolean
back_up (sqlite3 *db, const char *path, guint number, GError **error)
{
  g_autofree char *final = g_strdup_printf ("%s.before-%04u", path, number);
  g_autofree char *part = g_strconcat (final, ".part", NULL);
  int fd = g_open (part, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (fd >= 0)
    close (fd);
  if (fd < 0)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s: %s", part, g_strerror (errno));
  else if (copy_to (db, part, error))
    {
      if (g_rename (part, final) == 0)
        return TRUE;
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s: %s", final, g_strerror (errno));
    }
  g_unlink (part);
  g_prefix_error (error, "no backup could be made, so the database stays as it is: ");

  return FALSE;
}

gboolean
kontor_migrate (sqlite3 *db, const char *path, const char *const *migrations, guint n,
                GError **error)
{
  guint version = 0;

  if (!check_version (db, n, &version, error))
    return FALSE;
  if (version == n)
    return TRUE;
  if (version > 0 && path != NULL && !back_up (db, path, version + 1, error))
    return FALSE;
  if (!run_script (db, "PRAGMA foreign_keys = OFF", "foreign keys", error))
    return FALSE;
  for (; version < n; version++)
    if (!run_one (db, migrations[version], version + 1, error))
      return FALSE;

  return TRUE;
}
