/* SPDX-License-Identifier: GPL-3.0-or-later */
/* added-table.c — how messages come to stand in a conversation: what came in, what is to leave, and
 * what a line says became of it. */
#include "inbox/messages.h"

#include <string.h>

#include "base/clock.h"
#include "contacts/contacts.h"
#include "contacts/merges.h"
#include "inbox/conversation.h"
#include "inbox/media.h"
#include "inbox/merge.h"
#include "inbox/outbox-table.h"
#include "model/error.h"
#include "model/record.h"

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

/* Kinds that are about something said before: they call for no answer and nobody's eyes. */
static gboolean
is_aside (const char *kind)
{
  return g_str_equal (kind, "reaction") || g_str_equal (kind, "system");
}

/* The conversation follows what was said in it; what comes in opens it again. */
static gboolean
follow_in (KontorStore *store, const KontorMessage *message, gint64 at_us, GError **error)
{
  touch (store, "conversation", message->conversation);

  return kontor_store_run (store, error,
    "UPDATE conversation SET last_at = MAX(last_at, ?), last_text = ?, last_kind = ?,"
    " unread = unread + 1, last_in_at = MAX(last_in_at, ?)"
    " WHERE id = ?", "xssxx", at_us, message->text, message->kind, at_us,
    message->conversation) &&
    /* Seldom anything: the state's own indexes are left alone by what is said. */
    kontor_store_run (store, error, "UPDATE conversation SET state = 'open' WHERE id = ?"
                      " AND state IN ('closed', 'snoozed')", "x", message->conversation);
}

static gboolean
insert_fresh (KontorStore *store, const char *channel, KontorMessage *message, gint64 at_us,
              gboolean *fresh, GError **error)
{
  if (!kontor_store_run (store, error,
                         "INSERT INTO message (conversation_id, channel_id, ts, said_at, direction,"
                         " kind, state, author, text, body, about_hash, external, external_hash)"
                         " VALUES (?, ?, ?, ?, 'in', ?, 'received', 'contact', ?, ?, ?, ?, ?)"
                         " ON CONFLICT (channel_id, external_hash) DO NOTHING", "xxxxsszhzh",
                         message->conversation, channel_number (channel), at_us,
                         message->said_at_us, message->kind, message->text, message->body,
                         message->about, message->external_id, message->external_id))
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

/* Whoever the message proves to be one person becomes one contact. */
static gint64
find_conversation (KontorStore *store, const char *channel, const KontorPerson *person,
                   GError **error)
{
  g_autoptr(GPtrArray) others = NULL;
  g_autofree char *contact = kontor_contacts_find_or_add (store, person, &others, error);

  for (guint i = 0; contact != NULL && i < others->len; i++)
    if (!kontor_merges_are_two (store, contact, others->pdata[i]) &&
        !kontor_merge_contacts (store, &kontor_actor_system, others->pdata[i], contact, "line",
                                error))
      return 0;

  return contact != NULL ? kontor_conversation_ensure (store, channel, contact, error) : 0;
}

/* A turn is what may be answered by itself, obeyed or noticed as a STOP: in a group nothing is. */
static gboolean
announce (KontorStore *store, const KontorMessage *message, gint64 at_us, GError **error)
{
  touch (store, "message", message->id);
  if (is_aside (message->kind))
    {
      touch (store, "conversation", message->conversation);
      return TRUE;
    }
  if (kontor_person_is_group (message->person))
    return follow_in (store, message, at_us, error);
  touch (store, "turn", message->id);

  return follow_in (store, message, at_us, error) &&
         kontor_store_run (store, error, "INSERT INTO turn (message_id, conversation_id)"
                           " VALUES (?, ?)", "xx", message->id, message->conversation);
}

gboolean
kontor_messages_take_in (KontorStore *store, const char *channel, KontorMessage *message,
                         gboolean *fresh, GError **error)
{
  gint64 now_us = kontor_clock_now_us ();

  *fresh = FALSE;
  if (!find_known (store, channel, message, error))
    return FALSE;
  if (message->id != 0)
    return TRUE;
  message->conversation = find_conversation (store, channel, message->person, error);

  return message->conversation != 0 &&
         insert_fresh (store, channel, message, now_us, fresh, error) &&
         (message->media == NULL ||
          kontor_media_insert (store, message->id, message->media, error)) &&
         announce (store, message, now_us, error);
}

static gboolean
follow_out (KontorStore *store, gint64 conversation, gint64 at_us, const KontorDraft *draft,
            GError **error)
{
  touch (store, "conversation", conversation);

  return kontor_store_run (store, error,
    "UPDATE conversation SET last_at = MAX(last_at, ?), last_text = ?, last_kind = ?"
    " WHERE id = ?", "xssx", at_us, draft->text, draft->kind != NULL ? draft->kind : "text",
    conversation);
}

static gboolean
insert_own (KontorStore *store, const char *channel, KontorMessage *message, gint64 at_us,
            GError **error)
{
  if (!kontor_store_run (store, error,
                         "INSERT INTO message (conversation_id, channel_id, ts, said_at, direction,"
                         " kind, state, author, text, body, about_hash, external, external_hash)"
                         " VALUES (?, ?, ?, ?, 'out', ?, 'sent', 'phone', ?, ?, ?, ?, ?)",
                         "xxxxsszhzh", message->conversation, channel_number (channel), at_us,
                         message->said_at_us, message->kind, message->text, message->body,
                         message->about, message->external_id, message->external_id))
    return FALSE;
  message->id = kontor_store_last_id (store);
  touch (store, "message", message->id);

  return message->media == NULL ||
         kontor_media_insert (store, message->id, message->media, error);
}

/* A reaction is no answer; everything else is. */
static gboolean
follow_own (KontorStore *store, const KontorMessage *message, gint64 at_us, GError **error)
{
  const KontorDraft said = { .kind = message->kind, .text = message->text };
  const KontorActor owner = { .kind = "phone" };
  g_autoptr(KontorConversation) conversation =
    kontor_conversation_get (store, message->conversation, error);

  if (conversation == NULL || is_aside (message->kind))
    return conversation != NULL;

  return follow_out (store, message->conversation, at_us, &said, error) &&
         kontor_conversation_answer (store, message->conversation, error) &&
         (!kontor_conversation_is_nobodys (conversation) ||
          kontor_conversation_hold (store, &owner, message->conversation, TRUE, error));
}

gboolean
kontor_messages_take_own (KontorStore *store, const char *channel, KontorMessage *message,
                          GError **error)
{
  gint64 now_us = kontor_clock_now_us ();

  if (!find_known (store, channel, message, error))
    return FALSE;
  if (message->id != 0)
    return TRUE;
  message->conversation = find_conversation (store, channel, message->person, error);

  return message->conversation != 0 && insert_own (store, channel, message, now_us, error) &&
         follow_own (store, message, now_us, error);
}

gboolean
kontor_messages_mark_heard (KontorStore *store, const char *channel, GError **error)
{
  return kontor_store_run (store, error, "UPDATE channel SET last_at = ? WHERE id = ?", "xx",
                           kontor_clock_now_us (), channel_number (channel));
}

/* What is answered or reacted to stands in the same conversation and is known to the line. */
static gboolean
find_about (KontorStore *store, gint64 conversation, gint64 about, char **external,
            GError **error)
{
  g_autoptr(KontorSaid) said = about != 0 ? kontor_messages_get (store, about, error) : NULL;

  if (about == 0)
    return TRUE;
  if (said == NULL)
    return FALSE;
  if (said->conversation == conversation)
    *external = kontor_messages_dup_external (store, about, error);
  if (*external == NULL && (error == NULL || *error == NULL))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "message %" G_GINT64_FORMAT " cannot be answered here", about);

  return *external != NULL;
}

static gboolean
insert_draft (KontorStore *store, gint64 conversation, const char *direction, const char *author,
              gboolean automatic, const KontorDraft *draft, gint64 at_us, GError **error)
{
  const char *state = g_str_equal (direction, "note") ? "sent"
                      : draft->due_at_us > 0 ? "scheduled"
                      : draft->unsent ? "draft" : "queued";
  g_autofree char *about = NULL;

  return find_about (store, conversation, draft->about, &about, error) &&
         kontor_store_run (store, error,
                           "INSERT INTO message (conversation_id, channel_id, ts, direction, kind,"
                           " state, author, automatic, text, body, about_hash, why)"
                           " SELECT id, channel_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                           " FROM conversation WHERE id = ?", "xssssxszhsx", at_us, direction,
                           draft->kind != NULL ? draft->kind : "text",
                           state, author, (gint64) automatic, draft->text, draft->body, about,
                           draft->why, conversation);
}

gint64
kontor_messages_add (KontorStore *store, gint64 conversation, const char *direction,
                     const char *author, gboolean automatic, const KontorDraft *draft,
                     GError **error)
{
  gint64 now_us = kontor_clock_now_us (), id;
  gint64 at_us = draft->due_at_us > 0 ? draft->due_at_us : now_us;

  if (!insert_draft (store, conversation, direction, author, automatic, draft, at_us, error))
    return 0;
  if (kontor_store_changes (store) == 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND,
                   "there is no conversation %" G_GINT64_FORMAT, conversation);
      return 0;
    }
  id = kontor_store_last_id (store);
  touch (store, "message", id);
  if (kontor_change_read (draft->kind, draft->body) == KONTOR_CHANGE_TAKE_BACK)
    touch (store, "message", draft->about);
  if (draft->media != NULL && !kontor_media_insert (store, id, draft->media, error))
    return 0;

  touch (store, "conversation", conversation);

  return draft->unsent || draft->due_at_us > 0 ||
         (draft->kind != NULL && is_aside (draft->kind)) ||
         follow_out (store, conversation, now_us, draft, error) ? id : 0;
}

gboolean
kontor_messages_accept (KontorStore *store, const KontorSaid *draft, GError **error)
{
  const KontorDraft said = { .kind = draft->kind, .text = draft->text };
  gint64 now_us = kontor_clock_now_us ();

  touch (store, "message", draft->id);

  return kontor_store_run (store, error, "UPDATE message SET state = 'queued', automatic = 0,"
                           " ts = ? WHERE id = ? AND state IN ('draft', 'scheduled')", "xx",
                           now_us, draft->id) &&
         follow_out (store, draft->conversation, now_us, &said, error);
}

gboolean
kontor_messages_give_up (KontorStore *store, const KontorSaid *scheduled, const char *state,
                         const char *reason, GError **error)
{
  touch (store, "message", scheduled->id);
  touch (store, "conversation", scheduled->conversation);

  return kontor_store_run (store, error, "UPDATE message SET state = ?, reason = ?, ts = ?"
                           " WHERE id = ? AND state = 'scheduled'", "ssxx", state, reason,
                           kontor_clock_now_us (), scheduled->id);
}

#define MARK_LENGTH 16

char *
kontor_messages_dup_token (KontorStore *store, gint64 id)
{
  g_autofree char *name = g_strdup_printf ("message-%" G_GINT64_FORMAT, id);
  g_autofree char *mark = kontor_store_dup_mark (store, name);

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%.*s", id, MARK_LENGTH, mark);
}

/* 0 for what is not ours. */
static gint64
read_token (KontorStore *store, const char *token)
{
  g_autofree char *own = NULL;
  gint64 id = token != NULL ? g_ascii_strtoll (token, NULL, 10) : 0;

  if (id <= 0)
    return 0;
  own = kontor_messages_dup_token (store, id);

  return g_str_equal (own, token) ? id : 0;
}

static gint64
find_sent (KontorStore *store, const char *channel, const char *external, GError **error)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, error,
    "SELECT id FROM message WHERE channel_id = ? AND external_hash = ? AND direction = 'out'", "xh",
    channel_number (channel), external);
  gint64 id = 0;

  if (rows == NULL)
    return -1;
  if (kontor_rows_next (rows))
    id = kontor_rows_int (rows, 0);

  return kontor_rows_done (rows, error) ? id : -1;
}

/* Whatever our clock says, the line refused because the contact wrote too long ago. */
static gboolean
close_window (KontorStore *store, gint64 message, GError **error)
{
  return kontor_store_run (store, error, "UPDATE conversation SET last_in_at = 0 WHERE id ="
                           " (SELECT conversation_id FROM message WHERE id = ?)", "x", message);
}

/* What waits to go once more turns out to have arrived; a refusal of the attempt before is no
 * news. */
static gboolean
take_late_receipt (KontorStore *store, gint64 id, const KontorReceipt *receipt,
                   const char *external, GError **error)
{
  return g_str_equal (receipt->state, "failed") ||
         (kontor_messages_set_state (store, id, receipt->state, NULL, external, error) &&
          kontor_outbox_delete (store, id, error));
}

static gboolean
is_queued (KontorStore *store, gint64 id)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (store, id, NULL);

  return said != NULL && g_str_equal (said->state, "queued");
}

gboolean
kontor_messages_take_receipt (KontorStore *store, const char *channel,
                              const KontorReceipt *receipt, GError **error)
{
  gint64 id = find_sent (store, channel, receipt->external_id, error);
  const char *external = NULL;

  if (id == 0)
    {
      id = read_token (store, receipt->token);
      external = receipt->external_id;
    }
  if (id <= 0)
    return id == 0;
  if (receipt->cost != NULL &&
      !kontor_store_run (store, error, "UPDATE message SET cost = ? WHERE id = ?", "sx",
                         receipt->cost, id))
    return FALSE;
  if (is_queued (store, id))
    return take_late_receipt (store, id, receipt, external, error);
  if (receipt->window_over && !close_window (store, id, error))
    return FALSE;

  return kontor_messages_set_state (store, id, receipt->state, receipt->reason, external, error);
}
