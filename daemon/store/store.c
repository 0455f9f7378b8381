/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store.c — the database from open to close: its key, its transactions, its health.
 *
 * Durable before fast: WAL with synchronous=FULL, so what was committed is on the disk; speed comes
 * from committing together what arrived together. Transactions take the write lock at once
 * (IMMEDIATE): none fails in its middle because another program wrote first.
 */
#include "store/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "model/error.h"
#include "store/migrate.h"

/* Only a backup made by another program ever holds the lock, and not for long. */
#define BUSY_TIMEOUT_MS 250
/* What a large import leaves of the log is given back to the disk. */
#define MAX_LOG_BYTES "16777216"

static const char *const migrations[] = {
#include "migrations.inc"
};

static gboolean
on_fault (gpointer data)
{
  KontorStore *self = data;

  self->fault_source = 0;
  kontor_store_touch (self, "store", self->fault);

  return G_SOURCE_REMOVE;
}

/* A moment later: whoever hears of it may use the database, which is in the middle of something. */
gboolean
kontor_store_fail (KontorStore *self, GError **error, const char *what)
{
  const char *fault = kontor_sqlite_name_fault (self->db);

  if (fault != NULL)
    self->fault = fault;
  if (fault != NULL && self->fault_source == 0)
    self->fault_source = g_idle_add (on_fault, self);

  return kontor_sqlite_fail (self->db, error, what);
}

/* The database is made by hand, for SQLite would let others read it; its log takes after it. */
static gboolean
make_private (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf is;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd >= 0)
    close (fd);
  else if (errno != EEXIST || g_stat (path, &is) != 0 ||
           ((is.st_mode & 077) != 0 && g_chmod (path, 0600) != 0))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s: %s", path, g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

static gboolean
run_script (KontorStore *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         kontor_store_fail (self, error, "the database cannot be set up");
}

/* The first settings leave the file as it is: it may have to be refused. */
static gboolean
set_up (KontorStore *self, const char *path, GError **error)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);

  return run_script (self, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;", error) &&
         kontor_migrate (self->db, path, migrations, G_N_ELEMENTS (migrations), error) &&
         run_script (self, "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;"
                     "PRAGMA journal_size_limit = " MAX_LOG_BYTES, error);
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Statements are long and asked for all the time: their lengths and ends tell them apart. */
static guint
hash_statement (gconstpointer sql)
{
  gsize length = strlen (sql);

  return g_str_hash ((const char *) sql + length - MIN (length, 24)) + (guint) length;
}

KontorStore *
kontor_store_open (const char *path, GError **error)
{
  g_autoptr(KontorStore) self = g_new0 (KontorStore, 1);
  gboolean is_file = !g_str_equal (path, ":memory:");

  /* Counting its memory takes a lock for each piece of it. Refused once SQLite is at work: then it
   * was said before. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  self->idle = g_hash_table_new_full (hash_statement, g_str_equal, NULL, finalize);
  self->touches = kontor_touches_new ();
  if (is_file && !make_private (path, error))
    return NULL;
  if (sqlite3_open_v2 (path, &self->db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                       NULL) != SQLITE_OK)
    {
      kontor_store_fail (self, error, path);
      return NULL;
    }
  if (!set_up (self, is_file ? path : NULL, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  kontor_checkpoints_start (self);

  return g_steal_pointer (&self);
}

void
kontor_store_close (KontorStore *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->idle);
  kontor_checkpoints_stop (self);
  if (sqlite3_close (self->db) != SQLITE_OK)
    g_critical ("the database is closed while rows of it are still read");
  g_clear_handle_id (&self->fault_source, g_source_remove);
  kontor_touches_free (self->touches);
  g_clear_pointer (&self->seal, kontor_seal_free);
  g_clear_pointer (&self->secrets, kontor_secrets_free);
  g_free (self);
}

void
kontor_store_take_secrets (KontorStore *self, KontorSecrets *secrets)
{
  g_clear_pointer (&self->secrets, kontor_secrets_free);
  self->secrets = secrets;
}

KontorSecrets *
kontor_store_get_secrets (KontorStore *self)
{
  return self->secrets;
}

/* TRUE with *check NULL when there is none yet. */
static gboolean
load_key_check (KontorStore *self, GBytes **check, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (self, error,
    "SELECT value FROM meta WHERE name = 'key-check'", "");

  if (rows == NULL)
    return FALSE;
  if (kontor_rows_next (rows))
    *check = kontor_rows_dup_blob (rows, 0);

  return kontor_rows_done (rows, error);
}

gboolean
kontor_store_has_key (KontorStore *self)
{
  g_autoptr(GBytes) check = NULL;

  /* Who cannot tell must not make a key anew. */
  return !load_key_check (self, &check, NULL) || check != NULL;
}

gboolean
kontor_store_set_key (KontorStore *self, GBytes *key, GError **error)
{
  g_autoptr(KontorSeal) seal = NULL;
  g_autoptr(GBytes) check = NULL, before = NULL;

  if (g_bytes_get_size (key) != KONTOR_SEAL_KEY_SIZE)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "a key has %d bytes, not %"
                   G_GSIZE_FORMAT, KONTOR_SEAL_KEY_SIZE, g_bytes_get_size (key));
      return FALSE;
    }
  if (!load_key_check (self, &before, error))
    return FALSE;

  seal = kontor_seal_new (g_bytes_get_data (key, NULL));
  check = kontor_seal_hash (seal, "org.kontor.Kontor");
  if (before != NULL && !g_bytes_equal (before, check))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                           "the key in the keyring is not the one of this database: "
                           "bring back the keyring that belongs to it");
      return FALSE;
    }
  if (before == NULL && !kontor_store_run (self, error,
                                           "INSERT INTO meta (name, value) VALUES ('key-check', ?)",
                                           "b", check))
    return FALSE;
  g_clear_pointer (&self->seal, kontor_seal_free);
  self->seal = g_steal_pointer (&seal);

  return TRUE;
}

gint64
kontor_store_last_id (KontorStore *self)
{
  return sqlite3_last_insert_rowid (self->db);
}

int
kontor_store_changes (KontorStore *self)
{
  return sqlite3_changes (self->db);
}

static gboolean
run_for_level (KontorStore *self, const char *verb, guint level, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("%s level_%u", verb, level);

  return kontor_store_run (self, error, sql, "");
}

gboolean
kontor_store_begin (KontorStore *self, GError **error)
{
  if (self->depth == 0 ? !kontor_store_run (self, error, "BEGIN IMMEDIATE", "")
                       : !run_for_level (self, "SAVEPOINT", self->depth, error))
    return FALSE;
  self->depth++;
  kontor_touches_begin (self->touches);

  return TRUE;
}

/* SQLite lets this be changed between transactions alone. Not by kontor_store_run(): SQLite sets it
 * when the statement is prepared, and prepared ones are kept. */
static gboolean
wait_for_disk (KontorStore *self, gboolean wait, GError **error)
{
  if (!run_script (self, wait ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", error))
    return FALSE;
  self->is_derived = !wait;

  return TRUE;
}

gboolean
kontor_store_begin_derived (KontorStore *self, GError **error)
{
  if (self->depth == 0 && !wait_for_disk (self, FALSE, error))
    return FALSE;
  if (kontor_store_begin (self, error))
    return TRUE;
  if (self->depth == 0)
    wait_for_disk (self, TRUE, NULL);

  return FALSE;
}

/* After the outermost work has ended. */
static void
end_derived (KontorStore *self)
{
  g_autoptr(GError) error = NULL;

  if (self->is_derived && !wait_for_disk (self, TRUE, &error))
    g_error ("commits would not wait for the disk: %s", error->message);
}

gboolean
kontor_store_commit (KontorStore *self, GError **error)
{
  g_return_val_if_fail (self->depth > 0, FALSE);

  if (self->depth == 1 ? !kontor_store_run (self, error, "COMMIT", "")
                       : !run_for_level (self, "RELEASE", self->depth - 1, error))
    return FALSE;
  self->depth--;
  kontor_touches_keep (self->touches);
  if (self->depth == 0)
    {
      end_derived (self);
      kontor_touches_tell (self->touches);
    }

  return TRUE;
}

void
kontor_store_undo (KontorStore *self)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  kontor_touches_drop (self->touches);
  /* There is nothing left to take back where the database did so by itself. */
  if (!sqlite3_get_autocommit (self->db))
    {
      if (self->depth == 0)
        kontor_store_run (self, NULL, "ROLLBACK", "");
      else if (run_for_level (self, "ROLLBACK TO", self->depth, NULL))
        run_for_level (self, "RELEASE", self->depth, NULL);
    }
  if (self->depth == 0)
    end_derived (self);
}

gboolean
kontor_store_is_busy (KontorStore *self)
{
  return self->depth > 0;
}

void
kontor_store_touch (KontorStore *self, const char *kind, const char *id)
{
  kontor_touches_add (self->touches, kind, id);
  if (self->depth == 0)
    kontor_touches_tell (self->touches);
}

guint
kontor_store_watch (KontorStore *self, KontorStoreWatch watch, gpointer data)
{
  return kontor_touches_watch (self->touches, watch, data);
}

void
kontor_store_unwatch (KontorStore *self, guint id)
{
  kontor_touches_unwatch (self->touches, id);
}

char *
kontor_store_dup_mark (KontorStore *self, const char *text)
{
  g_autoptr(GBytes) hash = kontor_seal_hash (self->seal, text);
  const guint8 *bytes = g_bytes_get_data (hash, NULL);
  gsize size = g_bytes_get_size (hash);
  g_autoptr(GString) mark = g_string_sized_new (2 * size);

  for (gsize i = 0; i < size; i++)
    g_string_append_printf (mark, "%02x", bytes[i]);

  return g_string_free (g_steal_pointer (&mark), FALSE);
}
