/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bare.c — what the disk and SQLite alone can do: the rows of a message that came in, written by
 * nothing but prepared statements, so many messages to a commit. No server, no JSON, no sealing:
 * what is sealed in Kontor is a blob of the same size here.
 * bare DATABASE GROUP SECONDS CUSTOMERS SCHEMA… */
#include <gio/gio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "figures.h"
#include "webhook.h"

#define SEALED_MORE 29 /* what sealing adds: version, nonce, tag */
#define HASH_SIZE   16

enum { FIND_PERSON, ADD_CONTACT, ADD_PERSON, FIND_THREAD, ADD_THREAD, ADD_MESSAGE, FOLLOW, ADD_TURN,
       SEEN, N_STATEMENTS };

static const char *const sql[N_STATEMENTS] = {
  [FIND_PERSON] = "SELECT contact FROM identifier WHERE kind = 'phone'"
                  " AND value_hash = ?1",
  [ADD_CONTACT] = "INSERT INTO contact (name, phone, phone_hash, created) VALUES (?1, ?2, ?3, ?4)",
  [ADD_PERSON] = "INSERT INTO identifier (kind, value, value_hash, contact)"
                 " VALUES ('phone', ?1, ?2, ?3)",
  [FIND_THREAD] = "SELECT id FROM conversation WHERE channel_id = 1 AND contact_id = ?1",
  [ADD_THREAD] = "INSERT INTO conversation (channel_id, contact_id) VALUES (1, ?1)",
  [ADD_MESSAGE] = "INSERT INTO message (conversation_id, channel_id, ts, said_at, direction, kind,"
                  " state, author, text, external, external_hash) VALUES (?1, 1, ?2, ?2, 'in',"
                  " 'text', 'received', 'contact', ?3, ?4, ?5)"
                  " ON CONFLICT (channel_id, external_hash) DO NOTHING",
  [FOLLOW] = "UPDATE conversation SET last_at = ?2, last_text = ?3, last_kind = 'text',"
             " last_in_at = ?2, unread = unread + 1 WHERE id = ?1",
  [ADD_TURN] = "INSERT INTO turn (message_id, conversation_id) VALUES (?1, ?2)",
  [SEEN] = "UPDATE channel SET last_at = ?1 WHERE id = 1",
};

typedef struct {
  sqlite3      *db;
  sqlite3_stmt *statements[N_STATEMENTS];
} Bare;

static void
must (Bare *self, int result)
{
  if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW)
    return;
  fprintf (stderr, "bare: %s\n", sqlite3_errmsg (self->db));
  exit (1);
}

static void
script (Bare *self, const char *text)
{
  must (self, sqlite3_exec (self->db, text, NULL, NULL, NULL));
}

static void
open_database (Bare *self, const char *path, char **schema)
{
  must (self, sqlite3_open (path, &self->db));
  for (; *schema != NULL; schema++)
    {
      g_autofree char *text = NULL;

      if (!g_file_get_contents (*schema, &text, NULL, NULL))
        {
          fprintf (stderr, "bare: %s cannot be read\n", *schema);
          exit (1);
        }
      script (self, text);
    }
  script (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
          "INSERT INTO channel (id, name, kind) VALUES (1, 'bench', 'cloud')");
  for (guint i = 0; i < N_STATEMENTS; i++)
    must (self, sqlite3_prepare_v3 (self->db, sql[i], -1, SQLITE_PREPARE_PERSISTENT,
                                    &self->statements[i], NULL));
}

static void
bind_text (Bare *self, int statement, int place, const char *text)
{
  must (self, sqlite3_bind_text (self->statements[statement], place, text, -1, SQLITE_STATIC));
}

/* @text and zeros, as long as its sealed form. */
static void
bind_sealed (Bare *self, int statement, int place, const char *text)
{
  guint8 bytes[128] = { 0 };
  gsize size = strlen (text);

  memcpy (bytes, text, size);
  must (self, sqlite3_bind_blob (self->statements[statement], place, bytes,
                                 (int) size + SEALED_MORE, SQLITE_TRANSIENT));
}

/* The end of @text, padded: distinct, as a hash is. */
static void
bind_hash (Bare *self, int statement, int place, const char *text)
{
  guint8 bytes[HASH_SIZE] = { 0 };
  gsize size = MIN (strlen (text), HASH_SIZE);

  memcpy (bytes, text + strlen (text) - size, size);
  must (self, sqlite3_bind_blob (self->statements[statement], place, bytes, HASH_SIZE,
                                 SQLITE_TRANSIENT));
}

static void
bind_int (Bare *self, int statement, int place, gint64 value)
{
  must (self, sqlite3_bind_int64 (self->statements[statement], place, value));
}

/* The first column of the first row, else 0. */
static gint64
step (Bare *self, int statement)
{
  int result = sqlite3_step (self->statements[statement]);
  gint64 value = result == SQLITE_ROW
                 ? sqlite3_column_int64 (self->statements[statement], 0) : 0;

  must (self, result);
  sqlite3_reset (self->statements[statement]);

  return value;
}

static gint64
add (Bare *self, int statement)
{
  step (self, statement);

  return sqlite3_last_insert_rowid (self->db);
}

static gint64
find_contact (Bare *self, const Webhook *webhook, gint64 now_us)
{
  gint64 contact;

  bind_hash (self, FIND_PERSON, 1, webhook->phone);
  contact = step (self, FIND_PERSON);
  if (contact != 0)
    return contact;
  bind_text (self, ADD_CONTACT, 1, webhook->name);
  bind_sealed (self, ADD_CONTACT, 2, webhook->phone);
  bind_hash (self, ADD_CONTACT, 3, webhook->phone);
  bind_int (self, ADD_CONTACT, 4, now_us);
  contact = add (self, ADD_CONTACT);
  bind_sealed (self, ADD_PERSON, 1, webhook->phone);
  bind_hash (self, ADD_PERSON, 2, webhook->phone);
  bind_int (self, ADD_PERSON, 3, contact);
  step (self, ADD_PERSON);

  return contact;
}

static gint64
find_thread (Bare *self, gint64 contact)
{
  gint64 thread;

  bind_int (self, FIND_THREAD, 1, contact);
  thread = step (self, FIND_THREAD);
  if (thread != 0)
    return thread;
  bind_int (self, ADD_THREAD, 1, contact);

  return add (self, ADD_THREAD);
}

static void
keep (Bare *self, const Webhook *webhook)
{
  gint64 now_us = g_get_real_time ();
  gint64 thread = find_thread (self, find_contact (self, webhook, now_us));

  bind_int (self, ADD_MESSAGE, 1, thread);
  bind_int (self, ADD_MESSAGE, 2, now_us);
  bind_text (self, ADD_MESSAGE, 3, webhook->text);
  bind_sealed (self, ADD_MESSAGE, 4, webhook->id);
  bind_hash (self, ADD_MESSAGE, 5, webhook->id);
  bind_int (self, ADD_TURN, 1, add (self, ADD_MESSAGE));
  bind_int (self, ADD_TURN, 2, thread);
  step (self, ADD_TURN);
  bind_int (self, FOLLOW, 1, thread);
  bind_int (self, FOLLOW, 2, now_us);
  bind_text (self, FOLLOW, 3, webhook->text);
  step (self, FOLLOW);
  bind_int (self, SEEN, 1, now_us);
  step (self, SEEN);
}

/* How many were kept in @seconds. */
static guint
run (Bare *self, guint group, guint seconds, guint customers, GArray *times)
{
  gint64 until_us = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint count = 0;

  while (g_get_monotonic_time () < until_us)
    {
      gint64 begun_us = g_get_monotonic_time ();

      script (self, "BEGIN IMMEDIATE");
      for (guint i = 0; i < group; i++, count++)
        {
          Webhook webhook;

          webhook_fill (&webhook, count, count % customers);
          keep (self, &webhook);
        }
      script (self, "COMMIT");
      figures_add (times, g_get_monotonic_time () - begun_us);
    }

  return count;
}

int
main (int argc, char *argv[])
{
  Bare self = { NULL };
  g_autoptr(GArray) times = figures_new ();
  guint group = argc > 5 ? (guint) atoi (argv[2]) : 0;
  guint seconds = argc > 5 ? (guint) atoi (argv[3]) : 0;
  guint customers = argc > 5 ? (guint) atoi (argv[4]) : 0;
  guint count;

  if (group == 0 || seconds == 0 || customers == 0)
    {
      fprintf (stderr, "bare DATABASE GROUP SECONDS CUSTOMERS SCHEMA…\n");
      return 2;
    }
  open_database (&self, argv[1], argv + 5);
  count = run (&self, group, seconds, customers, times);
  printf ("{\"requests\": %u, \"per_second\": %.1f, \"p50_ms\": %.3f, \"p99_ms\": %.3f,"
          " \"max_ms\": %.3f}\n", count, count / (double) seconds, figures_within_ms (times, 0.5),
          figures_within_ms (times, 0.99), figures_within_ms (times, 1));
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self.statements[i]);

  return sqlite3_close (self.db) == SQLITE_OK ? 0 : 1;
}
