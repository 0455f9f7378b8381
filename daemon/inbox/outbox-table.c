/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/outbox-table.h"

#include "base/clock.h"
#include "model/record.h"

#define COLUMNS \
  "SELECT o.message_id, o.conversation_id, o.attempts, o.despite_stop, m.automatic, c.held_by," \
  " m.state, m.kind, c.channel_id, c.contact_id, c.last_in_at," \
  " m.author = 'assistant' AND COALESCE(c.mode, l.mode, 'automatic') <> 'automatic'," \
  " CASE m.author WHEN 'assistant' THEN (SELECT paused_until FROM business) END" \
  " FROM outbox o JOIN message m ON m.id = o.message_id" \
  " JOIN conversation c ON c.id = o.conversation_id JOIN channel l ON l.id = c.channel_id"
#define HOUR_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

void
kontor_outgoing_free (KontorOutgoing *self)
{
  g_free (self->state);
  g_free (self->kind);
  g_free (self->channel);
  g_free (self->contact);
  g_free (self);
}

static KontorOutgoing *
read_row (KontorRows *rows)
{
  KontorOutgoing *self = g_new0 (KontorOutgoing, 1);

  self->message = kontor_rows_int (rows, 0);
  self->conversation = kontor_rows_int (rows, 1);
  self->attempts = kontor_rows_int (rows, 2);
  self->despite_stop = kontor_rows_int (rows, 3) != 0;
  self->automatic = kontor_rows_int (rows, 4) != 0;
  self->held = !kontor_rows_is_null (rows, 5);
  self->state = g_strdup (kontor_rows_text (rows, 6));
  self->kind = g_strdup (kontor_rows_text (rows, 7));
  self->channel = kontor_kind_format_id (kontor_kind_find ("channel"), kontor_rows_int (rows, 8));
  self->contact = kontor_kind_format_id (kontor_kind_find ("contact"), kontor_rows_int (rows, 9));
  self->last_in_at_us = kontor_rows_int (rows, 10);
  self->silenced = kontor_rows_int (rows, 11) != 0 ||
                   kontor_rows_int (rows, 12) > kontor_clock_now_us ();

  return self;
}

static GPtrArray *
read_all (KontorRows *rows, GError **error)
{
  g_autoptr(GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_outgoing_free);

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    g_ptr_array_add (found, read_row (rows));

  return kontor_rows_done (rows, error) ? g_steal_pointer (&found) : NULL;
}

GPtrArray *
kontor_outbox_due (KontorStore *store, const char *channel, gint64 now_us, gint64 after,
                   guint limit, GError **error)
{
  g_autoptr(KontorRows) rows = NULL;
  gint64 number;

  if (!kontor_kind_parse_id (kontor_kind_find ("channel"), channel, &number))
    return g_ptr_array_new ();
  rows = kontor_store_ask (store, error,
    COLUMNS " WHERE c.channel_id = ? AND o.message_id > ? AND o.due_at <= ? AND m.state = 'queued'"
    " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation_id = o.conversation_id"
    " AND e.message_id < o.message_id AND e.due_at <= ?)"
    " ORDER BY o.message_id LIMIT ?", "xxxxx", number, after, now_us, now_us + HOUR_US,
    (gint64) limit);

  return read_all (rows, error);
}

GPtrArray *
kontor_outbox_cut_off (KontorStore *store, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    COLUMNS " WHERE m.state <> 'queued' ORDER BY o.message_id", "");

  return read_all (rows, error);
}

gboolean
kontor_outbox_insert (KontorStore *store, gint64 message, gint64 due_at_us, gboolean despite_stop,
                      GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, message);

  kontor_store_touch (store, "outbox", id);

  return kontor_store_run (store, error,
    "INSERT INTO outbox (message_id, conversation_id, due_at, despite_stop)"
    " SELECT id, conversation_id, ?, ? FROM message WHERE id = ?", "xxx", due_at_us,
    (gint64) despite_stop, message);
}

gboolean
kontor_outbox_put_off (KontorStore *store, gint64 message, gint64 due_at_us, GError **error)
{
  return kontor_store_run (store, error, "UPDATE outbox SET due_at = ?, attempts = attempts + 1"
                           " WHERE message_id = ?", "xx", due_at_us, message);
}

gboolean
kontor_outbox_delete (KontorStore *store, gint64 message, GError **error)
{
  return kontor_store_run (store, error, "DELETE FROM outbox WHERE message_id = ?", "x", message);
}

char **
kontor_outbox_lines (KontorStore *store, GError **error)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT DISTINCT c.channel_id FROM outbox o JOIN conversation c ON c.id = o.conversation_id",
    "");

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      g_autofree char *id = kontor_kind_format_id (kontor_kind_find ("channel"),
                                                   kontor_rows_int (rows, 0));

      g_strv_builder_add (lines, id);
    }

  return kontor_rows_done (rows, error) ? g_strv_builder_end (lines) : NULL;
}

char *
kontor_outbox_dup_about (KontorStore *store, gint64 message, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT q.external FROM message m JOIN message q ON q.channel_id = m.channel_id"
    " AND q.external_hash = m.about_hash WHERE m.id = ?", "x", message);

  if (rows == NULL)
    return NULL;
  if (kontor_rows_next (rows))
    return kontor_rows_dup_sealed (rows, 0, error);
  kontor_rows_done (rows, error);

  return NULL;
}

gboolean
kontor_outbox_close_window (KontorStore *store, gint64 conversation, GError **error)
{
  return kontor_store_run (store, error, "UPDATE conversation SET last_in_at = 0 WHERE id = ?",
                           "x", conversation);
}
