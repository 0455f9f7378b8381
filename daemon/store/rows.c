/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows.c — statements: prepared once, lent to one user at a time, and what they answer.
 *
 * A statement lies in the table of idle ones under its text. Asking takes it out and freeing the
 * rows puts it back, so asking the same while its rows are still read prepares a second one, and
 * nothing has to be marked as in use. Text made from filters could fill the table without end:
 * when it is full, it starts anew.
 */
#include "store/inside.h"

#include <stdarg.h>
#include <string.h>

#include "model/error.h"
#include "store/bind.h"

#define MAX_IDLE 200

struct _KontorRows {
  KontorStore  *store;
  sqlite3_stmt *statement;
  GError       *error;
  gboolean      is_over;
};

static gboolean
fail_at (KontorStore *store, const char *sql, GError **error)
{
  g_autofree char *start = g_utf8_strlen (sql, -1) > 60 ? g_utf8_substring (sql, 0, 60)
                                                        : g_strdup (sql);

  return kontor_store_fail (store, error, start);
}

/* SQLite takes a whole transaction back by itself when, say, the disk is full. What follows would
 * then be kept piece by piece. */
static gboolean
check_alive (KontorStore *store, GError **error)
{
  if (store->depth == 0 || !sqlite3_get_autocommit (store->db))
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                       "the database took this work back; do all of it again");
  return FALSE;
}

static sqlite3_stmt *
prepare (KontorStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gpointer idle = NULL;
  const char *rest = NULL;

  if (g_hash_table_steal_extended (store->idle, sql, NULL, &idle))
    return idle;
  if (sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                          &rest) != SQLITE_OK)
    {
      fail_at (store, sql, error);
      return NULL;
    }
  if (statement == NULL || rest[strspn (rest, " \t\n;")] != '\0')
    {
      sqlite3_finalize (statement);
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "“%s” is not one statement", sql);
      return NULL;
    }

  return statement;
}

static void
put_back (KontorStore *store, sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (g_hash_table_size (store->idle) >= MAX_IDLE)
    g_hash_table_remove_all (store->idle);
  /* The key is the statement's own text: both are replaced where the same lies there already. */
  g_hash_table_replace (store->idle, (char *) sqlite3_sql (statement), statement);
}

static KontorRows *
start (KontorStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *statement = check_alive (store, error) ? prepare (store, sql, error) : NULL;
  KontorRows *rows;

  if (statement == NULL)
    return NULL;
  rows = g_new0 (KontorRows, 1);
  rows->store = store;
  rows->statement = statement;

  return rows;
}

static KontorRows *
ask (KontorStore *self, GError **error, const char *sql, const char *types, va_list arguments)
{
  g_autoptr(KontorRows) rows = start (self, sql, error);

  if (rows == NULL ||
      !kontor_bind_arguments (rows->statement, self->seal, types, arguments, error))
    return NULL;

  return g_steal_pointer (&rows);
}

KontorRows *
kontor_store_ask (KontorStore *self, GError **error, const char *sql, const char *types, ...)
{
  KontorRows *rows;
  va_list arguments;

  va_start (arguments, types);
  rows = ask (self, error, sql, types, arguments);
  va_end (arguments);

  return rows;
}

KontorRows *
kontor_store_ask_v (KontorStore *self, GError **error, const char *sql, const char *types,
                    GPtrArray *values)
{
  g_autoptr(KontorRows) rows = start (self, sql, error);

  if (rows == NULL || !kontor_bind_values (rows->statement, self->seal, types, values, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/* To the end, whatever comes: a RETURNING clause answers a row for each that was written. */
static gboolean
run_through (KontorRows *rows, GError **error)
{
  while (kontor_rows_next (rows))
    continue;

  return kontor_rows_done (rows, error);
}

gboolean
kontor_store_run (KontorStore *self, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr(KontorRows) rows = NULL;
  va_list arguments;

  va_start (arguments, types);
  rows = ask (self, error, sql, types, arguments);
  va_end (arguments);

  return rows != NULL && run_through (rows, error);
}

gboolean
kontor_store_run_v (KontorStore *self, GError **error, const char *sql, const char *types,
                    GPtrArray *values)
{
  g_autoptr(KontorRows) rows = kontor_store_ask_v (self, error, sql, types, values);

  return rows != NULL && run_through (rows, error);
}

gboolean
kontor_rows_next (KontorRows *rows)
{
  int result;

  /* A statement that is stepped once more after its end would run once more. */
  if (rows->is_over)
    return FALSE;
  rows->is_over = TRUE;
  if (!check_alive (rows->store, &rows->error))
    return FALSE;

  result = sqlite3_step (rows->statement);
  if (result == SQLITE_ROW)
    rows->is_over = FALSE;
  else if (result != SQLITE_DONE)
    fail_at (rows->store, sqlite3_sql (rows->statement), &rows->error);

  return result == SQLITE_ROW;
}

gboolean
kontor_rows_done (KontorRows *rows, GError **error)
{
  if (rows->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (rows->error));
  return FALSE;
}

gboolean
kontor_rows_is_null (KontorRows *rows, int column)
{
  return sqlite3_column_type (rows->statement, column) == SQLITE_NULL;
}

const char *
kontor_rows_text (KontorRows *rows, int column)
{
  return (const char *) sqlite3_column_text (rows->statement, column);
}

gint64
kontor_rows_int (KontorRows *rows, int column)
{
  return sqlite3_column_int64 (rows->statement, column);
}

double
kontor_rows_double (KontorRows *rows, int column)
{
  return sqlite3_column_double (rows->statement, column);
}

GBytes *
kontor_rows_dup_blob (KontorRows *rows, int column)
{
  const void *data = sqlite3_column_blob (rows->statement, column);

  if (kontor_rows_is_null (rows, column))
    return NULL;

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (rows->statement, column));
}

/* NULL where there is nothing to open, with an error where it cannot be. */
static const guint8 *
get_sealed (KontorRows *rows, int column, gsize *size, GError **error)
{
  const guint8 *data = sqlite3_column_blob (rows->statement, column);

  if (kontor_rows_is_null (rows, column))
    return NULL;
  if (rows->store->seal == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                           "the key of the database is not here yet: unlock the keyring");
      return NULL;
    }
  *size = (gsize) sqlite3_column_bytes (rows->statement, column);

  /* An empty value lies nowhere; it is none that was sealed. */
  return data != NULL ? data : (const guint8 *) "";
}

char *
kontor_rows_dup_sealed (KontorRows *rows, int column, GError **error)
{
  gsize size;
  const guint8 *data = get_sealed (rows, column, &size, error);

  return data != NULL ? kontor_seal_open (rows->store->seal, data, size, error) : NULL;
}

GBytes *
kontor_rows_dup_sealed_blob (KontorRows *rows, int column, GError **error)
{
  gsize size;
  const guint8 *data = get_sealed (rows, column, &size, error);

  return data != NULL ? kontor_seal_open_bytes (rows->store->seal, data, size, error) : NULL;
}

void
kontor_rows_free (KontorRows *rows)
{
  put_back (rows->store, rows->statement);
  g_clear_error (&rows->error);
  g_free (rows);
}
