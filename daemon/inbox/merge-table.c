/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/merge.h"

#include "contacts/contacts.h"
#include "contacts/merges.h"
#include "inbox/turns.h"
#include "journal/timeline.h"
#include "model/record.h"
#include "store/records.h"

typedef struct { gint64 from, into; } Pair;

/* Each conversation of @from with the one of @into on the same line, 0 where there is none. */
static GArray *
find_pairs (KontorStore *store, gint64 from, gint64 into, GError **error)
{
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT a.id, COALESCE(b.id, 0) FROM conversation a"
    " LEFT JOIN conversation b ON b.channel_id = a.channel_id AND b.contact_id = ?"
    " WHERE a.contact_id = ?", "xx", into, from);

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      Pair pair = { kontor_rows_int (rows, 0), kontor_rows_int (rows, 1) };

      g_array_append_val (pairs, pair);
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&pairs) : NULL;
}

static void
touch (KontorStore *store, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  kontor_store_touch (store, "conversation", text);
}

/* A person's hold and an unfinished dialogue of either thread go on in the one that stays. */
static gboolean
join (KontorStore *store, gint64 merge, gint64 from, gint64 into, GError **error)
{
  touch (store, from);
  touch (store, into);

  return kontor_merges_note_thread (store, merge, from, error) &&
         kontor_store_run (store, error, "INSERT INTO merge_conversation (merge_id, id, into_id,"
                           " channel_id, state, snoozed_until, held_by, assignee, waiting, mode)"
                           " SELECT ?, id, ?, channel_id, state, snoozed_until, held_by, assignee,"
                           " waiting, mode FROM conversation WHERE id = ?", "xxx", merge, into,
                           from) &&
         kontor_records_move_conversation (store, from, into, error) &&
         kontor_store_run (store, error, "UPDATE message SET conversation_id = ?"
                           " WHERE conversation_id = ?", "xx", into, from) &&
         kontor_store_run (store, error, "UPDATE turn SET conversation_id = ?"
                           " WHERE conversation_id = ?", "xx", into, from) &&
         kontor_turns_hurry (store, into, G_MAXINT64, error) &&
         kontor_store_run (store, error, "UPDATE outbox SET conversation_id = ?"
                           " WHERE conversation_id = ?", "xx", into, from) &&
         kontor_store_run (store, error, "UPDATE OR IGNORE dialogue SET conversation_id = ?"
                           " WHERE conversation_id = ?", "xx", into, from) &&
         kontor_store_run (store, error,
           "UPDATE conversation SET unread = conversation.unread + o.unread,"
           " last_text = CASE WHEN o.last_at > conversation.last_at THEN o.last_text"
           " ELSE conversation.last_text END,"
           " last_kind = CASE WHEN o.last_at > conversation.last_at THEN o.last_kind"
           " ELSE conversation.last_kind END,"
           " last_at = MAX(conversation.last_at, o.last_at),"
           " last_in_at = MAX(conversation.last_in_at, o.last_in_at),"
           " held_by = COALESCE(conversation.held_by, o.held_by),"
           " assignee = COALESCE(conversation.assignee, o.assignee),"
           " waiting = MAX(conversation.waiting, o.waiting)"
           " FROM conversation o WHERE o.id = ? AND conversation.id = ?", "xx", from, into) &&
         kontor_store_run (store, error, "DELETE FROM conversation WHERE id = ?", "x", from);
}

static gboolean
move (KontorStore *store, gint64 merge, gint64 conversation, gint64 from, gint64 into,
      GError **error)
{
  touch (store, conversation);

  return kontor_store_run (store, error, "INSERT INTO merge_moved (merge_id, place, was, row_id)"
                           " VALUES (?, 'conversation.contact_id', ?, ?)", "xxx", merge, from,
                           conversation) &&
         kontor_store_run (store, error, "UPDATE conversation SET contact_id = ? WHERE id = ?",
                           "xx", into, conversation);
}

gboolean
kontor_merge_contacts (KontorStore *store, const KontorActor *actor, const char *from,
                       const char *into, const char *proof, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  g_autoptr(GArray) pairs = NULL;
  gint64 gone, stays, merge;

  if (!kontor_kind_parse_id (kind, from, &gone) || !kontor_kind_parse_id (kind, into, &stays))
    return FALSE;
  merge = kontor_merges_open (store, actor, from, into, proof, error);
  pairs = merge > 0 ? find_pairs (store, gone, stays, error) : NULL;
  if (pairs == NULL)
    return FALSE;
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (!(pair->into != 0 ? join (store, merge, pair->from, pair->into, error)
                            : move (store, merge, pair->from, gone, stays, error)))
        return FALSE;
    }

  return kontor_merges_note_links (store, merge, from, error) &&
         kontor_contacts_absorb (store, from, into, error) &&
         kontor_merges_close (store, merge, from, into, error);
}

/* The last that was said in each of the two, and unread where it may be. */
#define DRAW_ANEW \
  "UPDATE conversation SET unread = ?," \
  " last_at = COALESCE((SELECT MAX(ts) FROM message WHERE conversation_id = conversation.id), 0)," \
  " last_in_at = COALESCE((SELECT MAX(ts) FROM message WHERE conversation_id = conversation.id" \
  " AND direction = 'in'), 0)," \
  " last_text = (SELECT text FROM message WHERE conversation_id = conversation.id" \
  " ORDER BY ts DESC, id DESC LIMIT 1)," \
  " last_kind = (SELECT kind FROM message WHERE conversation_id = conversation.id" \
  " ORDER BY ts DESC, id DESC LIMIT 1) WHERE id = ?"

static gboolean
part (KontorStore *store, gint64 from, gint64 into, gint64 unread, GError **error)
{
  touch (store, from);
  touch (store, into);

  return kontor_store_run (store, error, DRAW_ANEW, "xx", unread, from) &&
         kontor_store_run (store, error, DRAW_ANEW, "xx", unread, into);
}

static gboolean
part_all (KontorStore *store, gint64 merge, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT m.id, m.into_id, c.unread FROM merge_conversation m JOIN conversation c"
    " ON c.id = m.into_id WHERE m.merge_id = ?", "x", merge);

  if (rows == NULL)
    return FALSE;
  while (kontor_rows_next (rows))
    if (!part (store, kontor_rows_int (rows, 0), kontor_rows_int (rows, 1),
               kontor_rows_int (rows, 2), error))
      return FALSE;

  return kontor_rows_done (rows, error);
}

/* What waits to be answered or sent goes with its message. */
#define FOLLOW_MESSAGES(table) \
  "UPDATE " table " SET conversation_id = (SELECT conversation_id FROM message" \
  " WHERE message.id = " table ".message_id) WHERE message_id IN (SELECT row_id FROM merge_moved" \
  " WHERE merge_id = ? AND place = 'message.conversation_id')"

gboolean
kontor_merge_undo (KontorStore *store, const KontorActor *actor, const char *id, GError **error)
{
  g_autoptr(GVariant) merge = kontor_records_get (store, kontor_kind_find ("merge"), id, error);
  const char *into = merge != NULL ? kontor_record_get_text (merge, "contact") : NULL;
  const char *other = merge != NULL ? kontor_record_get_text (merge, "other") : NULL;
  gint64 number, gone;

  if (merge == NULL || !kontor_merges_may_undo (store, merge, error) ||
      !kontor_kind_parse_id (kontor_kind_find ("merge"), id, &number) ||
      !kontor_kind_parse_id (kontor_kind_find ("contact"), other, &gone))
    return FALSE;
  kontor_store_touch (store, "contact", into);
  kontor_store_touch (store, "contact", other);

  return kontor_merges_revive (store, other, error) &&
         kontor_store_run (store, error, "INSERT INTO conversation (id, channel_id, contact_id,"
                           " state, snoozed_until, held_by, assignee, waiting, mode) SELECT id,"
                           " channel_id, ?, state, snoozed_until, held_by, assignee, waiting, mode"
                           " FROM merge_conversation WHERE merge_id = ?", "xx", gone, number) &&
         kontor_merges_move_back (store, number, error) &&
         kontor_store_run (store, error, FOLLOW_MESSAGES ("turn"), "x", number) &&
         kontor_store_run (store, error, FOLLOW_MESSAGES ("outbox"), "x", number) &&
         part_all (store, number, error) &&
         kontor_merges_restore (store, number, merge, error) &&
         kontor_merges_set_state (store, id, "undone", error) &&
         kontor_timeline_write (store, actor, "contact", into, "parted", other, error) &&
         kontor_timeline_write (store, actor, "contact", other, "parted", into, error);
}
