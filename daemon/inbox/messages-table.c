/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/messages.h"

#include <string.h>

#include "model/error.h"
#include "model/record.h"

#define COLUMNS \
  "SELECT m.id, m.conversation_id, m.ts, m.direction, m.kind, m.state, m.author, m.automatic," \
  " m.text, m.reason, m.why, m.body, m.cost, m.said_at, q.id, d.state, d.mime, d.name, d.sha256," \
  " d.reason, d.size" \
  " FROM message m LEFT JOIN media d ON d.message_id = m.id" \
  " LEFT JOIN message q ON q.channel_id = m.channel_id AND q.external_hash = m.about_hash"

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
  g_free (self->name);
  g_free (self->body);
  g_free (self->cost);
  g_free (self->media_state);
  g_free (self->media_mime);
  g_free (self->media_name);
  g_free (self->media_sha256);
  g_free (self->media_reason);
  g_free (self);
}

gboolean
kontor_said_was_said (const KontorSaid *self)
{
  static const char *const never[] = { "draft", "scheduled", "discarded", "failed", NULL };

  return !g_strv_contains (never, self->state);
}

static void
touch (KontorStore *store, const char *what, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  kontor_store_touch (store, what, text);
}

static KontorSaid *
read_row (KontorRows *rows, GError **error)
{
  g_autoptr(KontorSaid) self = g_new0 (KontorSaid, 1);
  g_autoptr(GError) local = NULL;

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
  self->body = kontor_rows_dup_sealed (rows, 11, &local);
  self->cost = g_strdup (kontor_rows_text (rows, 12));
  self->said_at_us = kontor_rows_int (rows, 13);
  self->about = kontor_rows_int (rows, 14);
  self->media_state = g_strdup (kontor_rows_text (rows, 15));
  self->media_mime = g_strdup (kontor_rows_text (rows, 16));
  self->media_name = g_strdup (kontor_rows_text (rows, 17));
  self->media_sha256 = g_strdup (kontor_rows_text (rows, 18));
  self->media_reason = g_strdup (kontor_rows_text (rows, 19));
  self->media_size = kontor_rows_int (rows, 20);
  if (local == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

KontorSaid *
kontor_messages_get (KontorStore *store, gint64 id, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error, COLUMNS " WHERE m.id = ?", "x", id);

  if (rows == NULL)
    return NULL;
  if (kontor_rows_next (rows))
    return read_row (rows, error);
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
    ? kontor_store_ask (store, error, COLUMNS " WHERE m.conversation_id = ?"
                        " AND (m.ts, m.id) > (?, ?) ORDER BY m.ts, m.id LIMIT ?", "xxxx",
                        conversation, ts, id, limit)
    : kontor_store_ask (store, error, COLUMNS " WHERE m.conversation_id = ?"
                        " AND (m.ts, m.id) < (?, ?) ORDER BY m.ts DESC, m.id DESC LIMIT ?", "xxxx",
                        conversation, ts, id, limit);
}

/* A page starts after "1763715600000000|17". */
static char *
dup_mark (gint64 at_us, gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, at_us, id);
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
    {
      KontorSaid *said = read_row (rows, error);

      if (said == NULL)
        return NULL;
      g_ptr_array_add (found, said);
    }
  if (!kontor_rows_done (rows, error))
    return NULL;
  if (limit > 0 && found->len > limit)
    {
      const KontorSaid *last = found->pdata[limit - 1];

      if (next != NULL)
        *next = dup_mark (last->at_us, last->id);
      g_ptr_array_set_size (found, limit);
    }

  return g_steal_pointer (&found);
}

char *
kontor_messages_dup_place (KontorStore *store, gint64 conversation, gint64 from,
                           gboolean oldest_first, GError **error)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (store, from, error);

  if (said == NULL)
    return NULL;
  if (said->conversation == conversation)
    return dup_mark (said->at_us, oldest_first ? said->id : said->id + 1);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
               "message %" G_GINT64_FORMAT " stands in another conversation", from);

  return NULL;
}

/* How far a message has come. A line may take a message and say later that it failed; what failed
 * may yet turn out to have arrived. */
static int
rank (const char *state)
{
  static const char *const states[] = {
    "queued", "sending", "unknown", "sent", "failed", "delivered", "read", "played"
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], state) == 0)
      return i;

  return -1;
}

static char *
dup_external (KontorRows *rows, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *external = NULL;

  if (rows == NULL)
    return NULL;
  if (kontor_rows_next (rows))
    external = kontor_rows_dup_sealed (rows, 0, &local);
  else
    kontor_rows_done (rows, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return g_steal_pointer (&external);
}

char *
kontor_messages_dup_external (KontorStore *store, gint64 id, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT external FROM message WHERE id = ?", "x", id);

  return dup_external (rows, error);
}

char *
kontor_messages_dup_last_in (KontorStore *store, gint64 conversation, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT external FROM message WHERE conversation_id = ? AND direction = 'in'"
    " ORDER BY ts DESC, id DESC LIMIT 1", "x", conversation);

  return dup_external (rows, error);
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

/* −1 on error. */
static gint64
tell_number (KontorRows *rows, GError **error)
{
  gint64 number = rows != NULL && kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : -1;

  return rows != NULL && kontor_rows_done (rows, error) ? number : -1;
}

static gint64
number_of (const char *contact)
{
  gint64 number = 0;

  kontor_kind_parse_id (kontor_kind_find ("contact"), contact, &number);

  return number;
}

gint64
kontor_messages_get_last_us (KontorStore *store, const char *contact, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT COALESCE(MAX(m.ts), 0) FROM conversation c JOIN message m ON m.conversation_id = c.id"
    " WHERE c.contact_id = ? AND m.direction <> 'note'"
    " AND m.id NOT IN (SELECT message_id FROM turn)", "x", number_of (contact));

  return tell_number (rows, error);
}

gboolean
kontor_messages_find_taken_back (KontorStore *store, gint64 id, gboolean *taken_back,
                                 GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT COUNT(*) FROM message q JOIN message m ON m.conversation_id = q.conversation_id"
    " AND m.ts >= q.ts AND m.about_hash = q.external_hash"
    " WHERE q.id = ? AND m.kind = 'system' AND m.direction = q.direction"
    " AND m.state <> 'failed'", "x", id);
  gint64 count = tell_number (rows, error);

  *taken_back = count > 0;

  return count >= 0;
}

gint64
kontor_messages_count_automatic (KontorStore *store, const char *contact, gint64 since_us,
                                 GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT COUNT(*) FROM conversation c JOIN message m ON m.conversation_id = c.id"
    " WHERE c.contact_id = ? AND m.ts > ? AND m.direction = 'out'"
    " AND m.automatic = 1 AND m.state NOT IN ('failed', 'draft', 'discarded')", "xx",
    number_of (contact), since_us);

  return tell_number (rows, error);
}
