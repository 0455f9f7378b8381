/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fail.c — SQLite's many codes as the few that say what a caller can do.
 *
 * A column that was left empty (NOT NULL) is a mistake of the program, not something the data
 * forbids: it stays FAILED, unlike the other constraints.
 */
#include "store/inside.h"

#include "model/error.h"

static KontorError
code_for (int extended)
{
  switch (extended & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
      return KONTOR_ERROR_TRY_LATER;
    case SQLITE_CONSTRAINT:
      return extended == SQLITE_CONSTRAINT_NOTNULL || extended == SQLITE_CONSTRAINT_DATATYPE
             ? KONTOR_ERROR_FAILED : KONTOR_ERROR_NOT_ALLOWED;
    default:
      return KONTOR_ERROR_FAILED;
    }
}

/* What to do about it, where something can be done. */
static const char *
advice_for (int extended)
{
  switch (extended & 0xff)
    {
    case SQLITE_BUSY:
      return "; another program is using it, try again when that is done";
    case SQLITE_FULL:
      return "; free some space and try again";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "; keep this file and restore a backup";
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "; check that you may write there";
    default:
      return "";
    }
}

const char *
kontor_sqlite_name_fault (sqlite3 *db)
{
  switch (sqlite3_extended_errcode (db) & 0xff)
    {
    case SQLITE_FULL:
      return "full";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "damaged";
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "failing";
    default:
      return NULL;
    }
}

gboolean
kontor_sqlite_fail (sqlite3 *db, GError **error, const char *what)
{
  int extended = sqlite3_extended_errcode (db);
  int code = extended & 0xff;

  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, what);
  else
    g_set_error (error, KONTOR_ERROR, code_for (extended), "%s: %s%s", what, sqlite3_errmsg (db),
                 advice_for (extended));

  return FALSE;
}
