/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mentions-table.c — a row for each person a note mentions: what is not seen yet is found without
 * reading notes. */
#include "inbox/mentions.h"

#include "inbox/messages.h"
#include "model/record.h"
#include "store/records.h"

#include <json-glib/json-glib.h>

#define MOST_TEAMMATES 500

static gint64
number_of (const char *teammate)
{
  gint64 number = 0;

  kontor_kind_parse_id (kontor_kind_find ("teammate"), teammate, &number);

  return number;
}

static void
touch (KontorStore *store, gint64 conversation)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, conversation);

  kontor_store_touch (store, "mention", text);
}

static GPtrArray *
find_teammates (KontorStore *store, GError **error)
{
  g_autoptr(GVariant) active = g_variant_ref_sink (g_variant_new_parsed ("{'active': <true>}"));

  return kontor_records_query (store, kontor_kind_find ("teammate"),
                               &(KontorQuery) { .filter = active, .limit = MOST_TEAMMATES }, NULL,
                               error);
}

/* (transfer full) (nullable): {"mentions": [{"teammate", "at", "length"}]} */
static char *
dup_body (GPtrArray *mentions)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  if (mentions->len == 0)
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "mentions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < mentions->len; i++)
    {
      const KontorMention *mention = mentions->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "teammate");
      json_builder_add_string_value (builder, mention->teammate);
      json_builder_set_member_name (builder, "at");
      json_builder_add_int_value (builder, mention->at);
      json_builder_set_member_name (builder, "length");
      json_builder_add_int_value (builder, mention->length);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* Who writes of themselves has seen it. */
static gboolean
insert (KontorStore *store, const KontorActor *actor, gint64 note, GPtrArray *mentions,
        GError **error)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const char *teammate = ((KontorMention *) mentions->pdata[i])->teammate;

      if (!kontor_store_run (store, error,
                             "INSERT OR IGNORE INTO mention (teammate_id, message_id, seen)"
                             " VALUES (?, ?, ?)", "xxx", number_of (teammate), note,
                             (gint64) (g_strcmp0 (teammate, actor->id) == 0)))
        return FALSE;
    }

  return TRUE;
}

static gint64
add (KontorStore *store, const KontorActor *actor, gint64 conversation, const char *text,
     GError **error)
{
  g_autofree char *author = kontor_actor_dup_name (actor), *body = NULL;
  g_autoptr(GPtrArray) teammates = find_teammates (store, error), mentions = NULL;
  gint64 id;

  if (teammates == NULL)
    return 0;
  mentions = kontor_mentions_find (text, teammates);
  body = dup_body (mentions);
  id = kontor_messages_add (store, conversation, "note", author, FALSE,
                            &(KontorDraft) { .text = text, .body = body }, error);
  if (id == 0 || !insert (store, actor, id, mentions, error))
    return 0;
  if (mentions->len > 0)
    touch (store, conversation);

  return id;
}

gint64
kontor_notes_add (KontorStore *store, const KontorActor *actor, gint64 conversation,
                  const char *text, GError **error)
{
  gint64 id;

  if (!kontor_store_begin (store, error))
    return 0;
  id = add (store, actor, conversation, text, error);
  if (id != 0 && kontor_store_commit (store, error))
    return id;
  kontor_store_undo (store);

  return 0;
}

gboolean
kontor_mentions_see (KontorStore *store, const char *teammate, gint64 conversation, GError **error)
{
  if (!kontor_store_run (store, error,
                         "UPDATE mention SET seen = 1 WHERE teammate_id = ? AND seen = 0"
                         " AND message_id IN (SELECT id FROM message WHERE conversation_id = ?)",
                         "xx", number_of (teammate), conversation))
    return FALSE;
  if (kontor_store_changes (store) > 0)
    touch (store, conversation);

  return TRUE;
}

gint64
kontor_mentions_find_unseen (KontorStore *store, const char *teammate, gint64 conversation,
                             GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT COALESCE(MAX(m.id), 0) FROM mention x JOIN message m ON m.id = x.message_id"
    " WHERE x.teammate_id = ? AND x.seen = 0 AND m.conversation_id = ?", "xx",
    number_of (teammate), conversation);
  gint64 id = rows != NULL && kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : -1;

  return rows != NULL && kontor_rows_done (rows, error) ? id : -1;
}

GArray *
kontor_mentions_list_unseen (KontorStore *store, const char *teammate, GError **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT DISTINCT m.conversation_id FROM mention x JOIN message m ON m.id = x.message_id"
    " WHERE x.teammate_id = ? AND x.seen = 0", "x", number_of (teammate));

  if (rows == NULL)
    return NULL;
  while (kontor_rows_next (rows))
    {
      gint64 id = kontor_rows_int (rows, 0);

      g_array_append_val (found, id);
    }

  return kontor_rows_done (rows, error) ? g_steal_pointer (&found) : NULL;
}
