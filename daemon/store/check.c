/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table after the other, in one transaction that reads: so there is something to tell between
 * them, and what is written meanwhile is not seen. How many rows a table has is guessed by its last
 * number, which costs nothing. */
#include "store/check.h"

#include "store/inside.h"

#define STEPS_BETWEEN_LOOKS 20000

typedef struct {
  char               *path;
  KontorCheckProgress progress;
  gpointer            data;
} Check;

typedef struct {
  GTask *task;
  double share;
} Told;

typedef struct {
  char  *name;
  gint64 rows;
} Table;

typedef struct {
  sqlite3      *db;
  GArray       *tables;   /* of Table */
  gint64        rows;     /* of all */
  GStrvBuilder *faults;
} Reading;

static void
check_free (gpointer data)
{
  g_free (((Check *) data)->path);
  g_free (data);
}

static void
table_clear (gpointer data)
{
  g_free (((Table *) data)->name);
}

static void
reading_clear (Reading *self)
{
  g_array_unref (self->tables);
  g_strv_builder_unref (self->faults);
  sqlite3_close (self->db);
}

static int
on_steps (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* Calls @each with every row of @sql, in which %Q stands for @name. */
static gboolean
ask (Reading *self, const char *sql, const char *name,
     void (*each) (Reading *self, sqlite3_stmt *row, const char *name), GError **error)
{
  char *written = sqlite3_mprintf (sql, name);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (self->db, written, -1, &statement, NULL);

  sqlite3_free (written);
  while (code == SQLITE_OK || code == SQLITE_ROW)
    {
      code = sqlite3_step (statement);
      if (code == SQLITE_ROW)
        each (self, statement, name);
    }
  if (code != SQLITE_DONE)
    kontor_sqlite_fail (self->db, error, name);
  sqlite3_finalize (statement);

  return code == SQLITE_DONE;
}

static const char *
get_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL ? text : "";
}

static void
add_table (Reading *self, sqlite3_stmt *row, const char *name)
{
  Table table = { g_strdup (get_text (row, 0)), 1 };

  g_array_append_val (self->tables, table);
}

static void
add_rows (Reading *self, sqlite3_stmt *row, const char *name)
{
  Table *last = &g_array_index (self->tables, Table, self->tables->len - 1);

  last->rows += MAX (sqlite3_column_int64 (row, 0), 0);
}

static void
add_damage (Reading *self, sqlite3_stmt *row, const char *name)
{
  g_autofree char *line = g_strdelimit (g_strdup (get_text (row, 0)), "\n", ' ');

  if (!g_str_equal (line, "ok"))
    g_strv_builder_add (self->faults, line);
}

static void
add_lost_link (Reading *self, sqlite3_stmt *row, const char *name)
{
  g_autofree char *line = g_strdup_printf (
    "%s, row %" G_GINT64_FORMAT ": refers to a row of %s that is not there", get_text (row, 0),
    (gint64) sqlite3_column_int64 (row, 1), get_text (row, 2));

  g_strv_builder_add (self->faults, line);
}

/* A table without numbers (WITHOUT ROWID) refuses the question, and counts as one row. */
static gboolean
list_tables (Reading *self, GError **error)
{
  g_autoptr(GArray) found = NULL;

  if (!ask (self, "SELECT name FROM sqlite_schema WHERE type = 'table'"
            " AND sql NOT LIKE 'CREATE VIRTUAL%%' AND name <> %Q", "", add_table, error))
    return FALSE;
  found = g_steal_pointer (&self->tables);
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  for (guint i = 0; i < found->len; i++)
    {
      Table *table = &g_array_index (found, Table, i);

      g_array_append_val (self->tables, *table);
      ask (self, "SELECT max(rowid) FROM %Q", table->name, add_rows, NULL);
      self->rows += g_array_index (self->tables, Table, i).rows;
    }
  g_array_set_clear_func (self->tables, table_clear);

  return TRUE;
}

static gboolean
on_told (gpointer data)
{
  g_autofree Told *told = data;
  g_autoptr(GTask) task = told->task;
  Check *check = g_task_get_task_data (task);

  check->progress (told->share, check->data);

  return G_SOURCE_REMOVE;
}

/* Before the task returns, so that nothing is told after it. */
static void
tell (GTask *task, double share)
{
  Told *told = g_new0 (Told, 1);

  told->task = g_object_ref (task);
  told->share = share;
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, on_told, told, NULL);
}

static gboolean
read_all (Reading *self, GTask *task, GError **error)
{
  gint64 done = 0;

  /* A connection that was opened to read only knows no CHECK. */
  if (sqlite3_exec (self->db, "PRAGMA query_only = ON; BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return kontor_sqlite_fail (self->db, error, "the data cannot be read");
  if (!list_tables (self, error))
    return FALSE;
  for (guint i = 0; i < self->tables->len; i++)
    {
      const Table *table = &g_array_index (self->tables, Table, i);

      if (!ask (self, "PRAGMA integrity_check(%Q)", table->name, add_damage, error) ||
          !ask (self, "PRAGMA foreign_key_check(%Q)", table->name, add_lost_link, error))
        return FALSE;
      done += table->rows;
      tell (task, (double) done / self->rows);
    }

  return TRUE;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *check = data;
  Reading self = { NULL, g_array_new (FALSE, FALSE, sizeof (Table)), 0, g_strv_builder_new () };
  GError *error = NULL;

  if (sqlite3_open_v2 (check->path, &self.db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                       NULL) != SQLITE_OK)
    kontor_sqlite_fail (self.db, &error, check->path);
  else
    {
      sqlite3_progress_handler (self.db, STEPS_BETWEEN_LOOKS, on_steps, cancellable);
      read_all (&self, task, &error);
    }
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_error (&error);
  if (!g_task_return_error_if_cancelled (task))
    {
      if (error != NULL)
        g_task_return_error (task, error);
      else
        g_task_return_pointer (task, g_strv_builder_end (self.faults), (GDestroyNotify) g_strfreev);
    }
  reading_clear (&self);
}

void
kontor_check_async (KontorStore *store, KontorCheckProgress progress, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Check *check = g_new0 (Check, 1);

  check->path = g_strdup (sqlite3_db_filename (store->db, "main"));
  check->progress = progress;
  check->data = data;
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, run);
}

char **
kontor_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
