/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/outbox-table.h"

#include "model/record.h"
#include "store/records.h"

void
kontor_outgoing_free (KontorOutgoing *self)
{
  g_free (self->state);
  g_free (self->text);
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
  self->text = g_strdup (kontor_rows_text (rows, 7));
  self->channel = kontor_kind_format_id (kontor_kind_find ("channel"), kontor_rows_int (rows, 8));
  self->contact = kontor_kind_format_id (kontor_kind_find ("contact"), kontor_rows_int (rows, 9));

  return self;
}

GPtrArray *
kontor_outbox_due (KontorStore *store, gint64 now_us, GError **error)
{
  g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_outgoing_free);
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT o.message_id, m.conversation_id, o.attempts, o.despite_stop, m.automatic, c.held_by,"
    " m.state, m.text, c.channel_id, c.contact_id"
    " FROM outbox o JOIN message m ON m.id = o.message_id"
    " JOIN conversation c ON c.id = m.conversation_id"
    " WHERE o.due_at <= ? ORDER BY o.message_id LIMIT 100", "x", now_us);

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    g_ptr_array_add (due, read_row (rows));

  return kontor_rows_done (rows, error) ? g_steal_pointer (&due) : NULL;
}

gboolean
kontor_outbox_insert (KontorStore *store, gint64 message, gint64 due_at_us, gboolean despite_stop,
                      GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, message);

  kontor_store_touch (store, "outbox", id);

  return kontor_store_run (store, error,
    "INSERT INTO outbox (message_id, due_at, despite_stop) VALUES (?, ?, ?)", "xxx", message,
    due_at_us, (gint64) despite_stop);
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

char *
kontor_outbox_dup_phone (KontorStore *store, const char *contact, GError **error)
{
  g_autoptr(GVariant) record = kontor_records_get (store, kontor_kind_find ("contact"), contact,
                                                   error);

  return record != NULL ? g_strdup (kontor_record_get_text (record, "phone")) : NULL;
}
