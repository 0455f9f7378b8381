/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/messages.h"

#include <string.h>

#include "base/clock.h"
#include "contacts/contacts.h"
#include "inbox/conversation.h"
#include "model/error.h"
#include "model/record.h"

#define COLUMNS \
  "SELECT id, conversation_id, ts, direction, kind, state, author, automatic, text, reason, why" \
  " FROM message"

void
kontor_said_free (KontorSaid *self)
{
  g_free (self->direction);
  g_free (self->kind);
  g_free (self->state);
  g_free (self->author);
  g_free (self->text);
  g_free (self->reason);
  g_free (self->why);
  g_free (self->snippet);
  g_free (self);
}

static KontorSaid *
read_row (KontorRows *rows)
{
  KontorSaid *self = g_new0 (KontorSaid, 1);

  self->id = kontor_rows_int (rows, 0);
  self->conversation = kontor_rows_int (rows, 1);
  self->at_us = kontor_rows_int (rows, 2);
  self->direction = g_strdup (kontor_rows_text (rows, 3));
  self->kind = g_strdup (kontor_rows_text (rows, 4));
  self->state = g_strdup (kontor_rows_text (rows, 5));
  self->author = g_strdup (kontor_rows_text (rows, 6));
  self->automatic = kontor_rows_int (rows, 7) != 0;
  self->text = g_strdup (kontor_rows_text (rows, 8));
  self->reason = g_strdup (kontor_rows_text (rows, 9));
  self->why = g_strdup (kontor_rows_text (rows, 10));

  return self;
}

static gint64
channel_number (const char *channel)
{
  gint64 number = 0;

  kontor_kind_parse_id (kontor_kind_find ("channel"), channel, &number);

  return number;
}

static void
touch (KontorStore *store, const char *what, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  kontor_store_touch (store, what, text);
}

/* The conversation follows what was said in it; what comes in opens it again. */
static gboolean
follow (KontorStore *store, gint64 conversation, const char *direction, gint64 at_us,
        const char *text, GError **error)
{
  gint64 in = g_str_equal (direction, "in");

  touch (store, "conversation", conversation);

  return kontor_store_run (store, error,
    "UPDATE conversation SET last_at = MAX(last_at, ?), last_text = ?, unread = unread + ?,"
    " state = CASE WHEN ? AND state IN ('closed', 'snoozed') THEN 'open' ELSE state END"
    " WHERE id = ?", "xsxxx", at_us, text, in, in, conversation);
}

static gboolean
insert_fresh (KontorStore *store, const char *channel, KontorMessage *message, gint64 at_us,
              gboolean *fresh, GError **error)
{
  if (!kontor_store_run (store, error,
                         "INSERT INTO message (conversation_id, channel_id, ts, direction, kind,"
                         " state, author, text, external, external_hash)"
                         " VALUES (?, ?, ?, 'in', ?, 'received', 'contact', ?, ?, ?)"
                         " ON CONFLICT (channel_id, external_hash) DO NOTHING", "xxxsszh",
                         message->conversation, channel_number (channel), at_us, message->kind,
                         message->text, message->external_id, message->external_id))
    return FALSE;
  *fresh = kontor_store_changes (store) > 0;
  if (*fresh)
    message->id = kontor_store_last_id (store);

  return TRUE;
}

/* The one that is there already: whoever asks learns where it stands. */
static gboolean
find_known (KontorStore *store, const char *channel, KontorMessage *message, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT id, conversation_id FROM message WHERE channel_id = ? AND external_hash = ?", "xh",
    channel_number (channel), message->external_id);

  if (rows == NULL)
    return FALSE;
  if (kontor_rows_next (rows))
    {
      message->id = kontor_rows_int (rows, 0);
      message->conversation = kontor_rows_int (rows, 1);
    }

  return kontor_rows_done (rows, error);
}

gboolean
kontor_messages_take_in (KontorStore *store, const char *channel, KontorMessage *message,
                         gboolean *fresh, GError **error)
{
  gint64 now_us = kontor_clock_now_us ();
  g_autofree char *contact = NULL;

  *fresh = FALSE;
  if (!find_known (store, channel, message, error))
    return FALSE;
  if (message->id != 0)
    return TRUE;
  contact = kontor_contacts_find_or_add (store, message->person, error);
  message->conversation = contact != NULL
                          ? kontor_conversation_ensure (store, channel, contact, error) : 0;
  if (message->conversation == 0 ||
      !insert_fresh (store, channel, message, now_us, fresh, error) ||
      !follow (store, message->conversation, "in", now_us, message->text, error) ||
      !kontor_store_run (store, error, "INSERT INTO turn (message_id) VALUES (?)", "x",
                         message->id) ||
      !kontor_store_run (store, error, "UPDATE channel SET last_at = ? WHERE id = ?", "xx", now_us,
                         channel_number (channel)))
    return FALSE;
  touch (store, "message", message->id);
  touch (store, "turn", message->id);

  return TRUE;
}

gint64
kontor_messages_add (KontorStore *store, gint64 conversation, const char *direction,
                     const char *author, gboolean automatic, const char *text, const char *why,
                     GError **error)
{
  gint64 now_us = kontor_clock_now_us (), id;

  if (!kontor_store_run (store, error,
                         "INSERT INTO message (conversation_id, channel_id, ts, direction, state,"
                         " author, automatic, text, why)"
                         " SELECT id, channel_id, ?, ?, ?, ?, ?, ?, ?"
                         " FROM conversation WHERE id = ?",
                         "xsssxssx", now_us, direction,
                         g_str_equal (direction, "note") ? "sent" : "queued", author,
                         (gint64) automatic, text, why, conversation))
    return 0;
  if (kontor_store_changes (store) == 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                   "there is no conversation %" G_GINT64_FORMAT, conversation);
      return 0;
    }
  id = kontor_store_last_id (store);
  touch (store, "message", id);

  return follow (store, conversation, direction, now_us, text, error) ? id : 0;
}

KontorSaid *
kontor_messages_get (KontorStore *store, gint64 id, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error, COLUMNS " WHERE id = ?", "x", id);

  if (rows == NULL)
    return NULL;
  if (kontor_rows_next (rows))
    return read_row (rows);
  if (kontor_rows_done (rows, error))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                 "there is no message %" G_GINT64_FORMAT, id);

  return NULL;
}

static KontorRows *
ask_page (KontorStore *store, gint64 conversation, const char *after, gint64 limit,
          gboolean oldest_first, GError **error)
{
  const char *bar = after != NULL ? strchr (after, '|') : NULL;
  gint64 ts = bar != NULL ? g_ascii_strtoll (after, NULL, 10) : oldest_first ? -1 : G_MAXINT64;
  gint64 id = bar != NULL ? g_ascii_strtoll (bar + 1, NULL, 10) : oldest_first ? -1 : G_MAXINT64;

  return oldest_first
    ? kontor_store_ask (store, error, COLUMNS " WHERE conversation_id = ? AND (ts, id) > (?, ?)"
                        " ORDER BY ts, id LIMIT ?", "xxxx", conversation, ts, id, limit)
    : kontor_store_ask (store, error, COLUMNS " WHERE conversation_id = ? AND (ts, id) < (?, ?)"
                        " ORDER BY ts DESC, id DESC LIMIT ?", "xxxx", conversation, ts, id, limit);
}

GPtrArray *
kontor_messages_query (KontorStore *store, gint64 conversation, const char *after, guint limit,
                       gboolean oldest_first, char **next, GError **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_said_free);
  gint64 most = limit > 0 ? (gint64) limit + 1 : -1;
  g_autoptr(KontorRows) rows = ask_page (store, conversation, after, most, oldest_first, error);

  if (next != NULL)
    *next = NULL;
  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    g_ptr_array_add (found, read_row (rows));
  if (!kontor_rows_done (rows, error))
    return NULL;
  if (limit > 0 && found->len > limit)
    {
      const KontorSaid *last = found->pdata[limit - 1];

      if (next != NULL)
        *next = g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, last->at_us, last->id);
      g_ptr_array_set_size (found, limit);
    }

  return g_steal_pointer (&found);
}

/* How far a message has come. What failed may yet turn out to have arrived. */
static int
rank (const char *state)
{
  static const char *const states[] = {
    "queued", "sending", "unknown", "failed", "sent", "delivered", "read", "played"
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], state) == 0)
      return i;

  return -1;
}

gboolean
kontor_messages_set_state (KontorStore *store, gint64 id, const char *state, const char *reason,
                           const char *external, GError **error)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (store, id, error);

  if (said == NULL)
    return FALSE;
  if (external != NULL &&
      !kontor_store_run (store, error, "UPDATE message SET external = ?, external_hash = ?"
                         " WHERE id = ?", "zhx", external, external, id))
    return FALSE;
  if (rank (state) < rank (said->state) && !g_str_equal (state, "queued"))
    return TRUE;
  touch (store, "message", id);
  touch (store, "conversation", said->conversation);

  return kontor_store_run (store, error, "UPDATE message SET state = ?, reason = ? WHERE id = ?",
                           "ssx", state, reason, id);
}

gboolean
kontor_messages_take_receipt (KontorStore *store, const char *channel,
                              const KontorReceipt *receipt, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT id FROM message WHERE channel_id = ? AND external_hash = ? AND direction = 'out'", "xh",
    channel_number (channel), receipt->external_id);

  if (rows == NULL)
    return FALSE;
  if (!kontor_rows_next (rows))
    return kontor_rows_done (rows, error);

  return kontor_messages_set_state (store, kontor_rows_int (rows, 0), receipt->state,
                                    receipt->reason, NULL, error);
}

GArray *
kontor_turns_pending (KontorStore *store, GError **error)
{
  g_autoptr(GArray) pending = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT message_id FROM turn ORDER BY message_id LIMIT 100", "");

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      gint64 id = kontor_rows_int (rows, 0);

      g_array_append_val (pending, id);
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&pending) : NULL;
}

gboolean
kontor_turns_settle (KontorStore *store, gint64 message, GError **error)
{
  return kontor_store_run (store, error, "DELETE FROM turn WHERE message_id = ?", "x", message);
}
