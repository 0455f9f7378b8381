/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/merge.h"

#include "contacts/contacts.h"
#include "inbox/turns.h"
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
join (KontorStore *store, gint64 from, gint64 into, GError **error)
{
  touch (store, from);
  touch (store, into);

  return kontor_records_move_conversation (store, from, into, error) &&
         kontor_store_run (store, error, "UPDATE message SET conversation_id = ?"
                           " WHERE conversation_id = ?", "xx", into, from) &&
         kontor_store_run (store, error, "UPDATE turn SET conversation_id = ?"
                           " WHERE conversation_id = ?", "xx", into, from) &&
         kontor_turns_hurry (store, into, error) &&
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
move (KontorStore *store, gint64 conversation, gint64 into, GError **error)
{
  touch (store, conversation);

  return kontor_store_run (store, error, "UPDATE conversation SET contact_id = ? WHERE id = ?",
                           "xx", into, conversation);
}

gboolean
kontor_merge_contacts (KontorStore *store, const char *from, const char *into, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("contact");
  g_autoptr(GArray) pairs = NULL;
  gint64 gone, stays;

  if (!kontor_kind_parse_id (kind, from, &gone) || !kontor_kind_parse_id (kind, into, &stays))
    return FALSE;
  pairs = find_pairs (store, gone, stays, error);
  if (pairs == NULL)
    return FALSE;
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (!(pair->into != 0 ? join (store, pair->from, pair->into, error)
                            : move (store, pair->from, stays, error)))
        return FALSE;
    }

  return kontor_contacts_absorb (store, from, into, error);
}
