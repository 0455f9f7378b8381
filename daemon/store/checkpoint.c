/* SPDX-License-Identifier: GPL-3.0-or-later */
/* checkpoint.c — what was committed lies in the log, and is carried over into the database now and
 * then. SQLite does that within a commit, and whoever waits for that one waits a millisecond or two
 * longer (one of seventy messages, measured). Here it is done at the next turn of the main loop,
 * when what was committed is acknowledged, and within a commit only where a long work lets no turn
 * come.
 *
 * sqlite.org/wal.html, "Performance Considerations"; a checkpoint that does not wait for readers
 * (PASSIVE) carries over what it may, and the next one the rest. */
#include "store/inside.h"

/* Pages of the log; the first is SQLite's own measure. */
#define ENOUGH   1000
#define TOO_MANY 3000

static gboolean
on_turn (gpointer data)
{
  KontorStore *self = data;
  int result = sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);

  self->checkpoint_source = 0;
  if (result != SQLITE_OK && result != SQLITE_BUSY && result != SQLITE_LOCKED)
    kontor_store_fail (self, NULL, "the log of the database cannot be carried over");

  return G_SOURCE_REMOVE;
}

static int
on_commit (gpointer data, sqlite3 *db, const char *name, int pages)
{
  KontorStore *self = data;

  if (pages >= TOO_MANY)
    sqlite3_wal_checkpoint_v2 (db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  else if (pages >= ENOUGH && self->checkpoint_source == 0)
    self->checkpoint_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_turn, self, NULL);

  return SQLITE_OK;
}

void
kontor_checkpoints_start (KontorStore *self)
{
  sqlite3_wal_hook (self->db, on_commit, self);
}

void
kontor_checkpoints_stop (KontorStore *self)
{
  g_clear_handle_id (&self->checkpoint_source, g_source_remove);
}
