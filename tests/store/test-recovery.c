/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was acknowledged survives SIGKILL, and nothing is there by half.
 *
 * The program runs itself as a writer: one transaction after another, each of several rows, each
 * number written to the pipe once its commit returned. It is killed after a seeded number of
 * these, and a seeded little later, so that it dies anywhere: inside a transaction, a commit, a
 * checkpoint. */
#include "fakes/checked.h"
#include "store/store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 20
#define N_PARTS 3

static char *self;

static KontorStore *
open_store (const char *path)
{
  g_autoptr(GError) error = NULL;
  KontorStore *store = kontor_store_open (path, &error);

  g_assert_no_error (error);

  return store;
}

static void
must (gboolean fine, GError *error)
{
  g_assert_no_error (error);
  g_assert_true (fine);
}

static void
make_tables (KontorStore *store)
{
  g_autoptr(GError) error = NULL;

  must (kontor_store_run (store, &error,
                          "CREATE TABLE entry (n INTEGER PRIMARY KEY)", ""), error);
  must (kontor_store_run (store, &error,
                          "CREATE TABLE part (n INTEGER NOT NULL REFERENCES entry (n),"
                          " i INTEGER NOT NULL, data BLOB, UNIQUE (n, i))", ""), error);
}

static gint64
ask_number (KontorStore *store, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows = kontor_store_ask (store, &error, sql, "");

  g_assert_no_error (error);
  g_assert_true (kontor_rows_next (rows));

  return kontor_rows_int (rows, 0);
}

static void
write_one (KontorStore *store, gint64 n)
{
  g_autoptr(GError) error = NULL;

  must (kontor_store_begin (store, &error), error);
  must (kontor_store_run (store, &error, "INSERT INTO entry VALUES (?)", "x", n), error);
  for (gint64 i = 0; i < N_PARTS; i++)
    {
      must (kontor_store_begin (store, &error), error);
      must (kontor_store_run (store, &error, "INSERT INTO part VALUES (?, ?, randomblob(?))", "xxx",
                              n, i, 3000 * (n % 7)), error);
      must (kontor_store_commit (store, &error), error);
    }
  must (kontor_store_commit (store, &error), error);
}

static void
write_for_ever (const char *path)
{
  KontorStore *store = open_store (path);

  for (gint64 n = ask_number (store, "SELECT COALESCE(MAX(n), 0) + 1 FROM entry"); ; n++)
    {
      g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", n);

      write_one (store, n);
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        exit (1);
    }
}

/* Reads lines up to @n of them, or to the end; gives the last number. */
static gint64
read_numbers (FILE *pipe, guint n, gint64 last)
{
  char line[64];

  for (guint i = 0; i < n && fgets (line, sizeof line, pipe) != NULL; i++)
    last = g_ascii_strtoll (line, NULL, 10);

  return last;
}

static gint64
kill_a_writer (const char *path, guint n_lines, guint n_yields)
{
  g_autoptr(GError) error = NULL;
  const char *const command[] = { self, "--write", path, NULL };
  int status, out;
  gint64 last;
  FILE *pipe;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  pipe = fdopen (out, "r");
  last = read_numbers (pipe, n_lines, 0);
  for (guint i = 0; i < n_yields; i++)
    g_thread_yield ();
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  /* What it still said before it died was acknowledged too. */
  last = read_numbers (pipe, G_MAXUINT, last);
  fclose (pipe);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

  return last;
}

static void
assert_whole (const char *path, gint64 acknowledged)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorStore) store = open_store (path);
  g_auto(GStrv) broken = checked_read (store, &error);
  gint64 n = ask_number (store, "SELECT COUNT(*) FROM entry");

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (broken), ==, 0);
  g_assert_cmpint (n, >=, acknowledged);
  /* One more may have been kept before it could be told. */
  g_assert_cmpint (n, <=, acknowledged + 1);
  g_assert_cmpint (ask_number (store, "SELECT COALESCE(MAX(n), 0) FROM entry"), ==, n);
  g_assert_cmpint (ask_number (store, "SELECT COUNT(*) FROM part"), ==, n * N_PARTS);
}

static void
test_killed (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("kontor-recovery-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "shop.db", NULL);
  g_autoptr(KontorStore) store = NULL;
  gint64 acknowledged = 0;

  g_assert_no_error (error);
  store = open_store (path);
  make_tables (store);
  g_clear_pointer (&store, kontor_store_close);

  for (guint i = 0; i < N_KILLS; i++)
    {
      guint n_lines = (guint) g_test_rand_int_range (0, 100);
      guint n_yields = (guint) g_test_rand_int_range (0, 2000);
      gint64 last = kill_a_writer (path, n_lines, n_yields);

      g_test_message ("kill %u after %u numbers and %u yields: %" G_GINT64_FORMAT, i + 1, n_lines,
                      n_yields, last);
      acknowledged = MAX (acknowledged, last);
      assert_whole (path, acknowledged);
      store = open_store (path);
      acknowledged = ask_number (store, "SELECT COUNT(*) FROM entry");
      g_clear_pointer (&store, kontor_store_close);
    }
  g_assert_cmpint (acknowledged, >, N_KILLS);

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    write_for_ever (argv[2]);

  self = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/what-was-acknowledged-survives-being-killed", test_killed);

  return g_test_run ();
}
