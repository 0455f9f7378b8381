/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reply.c — an answer is found in a part of the transaction that can be taken back: where only a
 * person may let it go, nothing is done but to write down the words. */
#include "desk/stations.h"

#include "assistant/models/calls.h"
#include "desk/why.h"
#include "inbox/outbox.h"
#include "journal/done.h"

typedef struct {
  char      *text;   /* (nullable) */
  char      *found;  /* (nullable): JSON, what it was said from */
  char      *doubt;  /* (nullable): why a person must read it first */
  GPtrArray *calls;  /* (nullable): of char *: how models were asked for it */
  GPtrArray *done;   /* of GVariant: what was done, or would be, with it */
} Reply;

static void
reply_clear (Reply *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->found, g_free);
  g_clear_pointer (&self->doubt, g_free);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_clear_pointer (&self->done, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reply, reply_clear)

static gboolean
take_thought (KontorTurn *turn, Reply *reply, GError **error)
{
  g_autoptr(KontorThought) thought = kontor_think_finish (turn->thought, error);

  if (thought == NULL)
    return FALSE;
  reply->text = g_steal_pointer (&thought->reply);
  reply->found = g_steal_pointer (&thought->why);
  reply->doubt = g_steal_pointer (&thought->doubt);
  reply->calls = g_ptr_array_ref (thought->calls);

  return TRUE;
}

static gboolean
find_reply (KontorTurn *turn, const KontorTalk *talk, Reply *reply, GError **error)
{
  gint64 mark = kontor_done_mark (turn->store, error);

  if (mark < 0 || !(turn->thought != NULL
                    ? take_thought (turn, reply, error)
                    : kontor_talk_answer (talk, &reply->text, &reply->found, error)))
    return FALSE;
  reply->done = kontor_done_since (turn->store, mark, error);

  return reply->done != NULL;
}

static gboolean
needs_person (KontorTurn *turn, const Reply *reply)
{
  return turn->conversation->mode == KONTOR_MODE_DRAFT || reply->doubt != NULL;
}

/* FALSE with error; what a person must do stands no longer afterwards. */
static gboolean
try_reply (KontorTurn *turn, const KontorTalk *talk, Reply *reply, GError **error)
{
  if (turn->thought == NULL && !needs_person (turn, reply))
    return find_reply (turn, talk, reply, error);
  if (!kontor_store_begin (turn->store, error))
    return FALSE;
  if (!find_reply (turn, talk, reply, error))
    {
      kontor_store_undo (turn->store);
      return FALSE;
    }
  if (reply->done->len == 0 || !needs_person (turn, reply))
    return kontor_store_commit (turn->store, error);
  kontor_store_undo (turn->store);

  return TRUE;
}

/* Where no model could answer the built-in assistant goes on. */
static gboolean
try_any (KontorTurn *turn, const KontorTalk *talk, Reply *reply, GError **error)
{
  g_autoptr(GError) refusal = NULL;

  if (turn->thought == NULL)
    return try_reply (turn, talk, reply, error);
  if (try_reply (turn, talk, reply, &refusal))
    return TRUE;
  g_message ("message %" G_GINT64_FORMAT " is answered without a model: %s", turn->message->id,
             refusal->message);
  reply_clear (reply);
  turn->thought = NULL;

  return try_reply (turn, talk, reply, error);
}

static const char *
find_rule (KontorTurn *turn, const Reply *reply)
{
  if (reply->doubt != NULL)
    return reply->doubt;
  if (reply->calls != NULL && reply->calls->len > 0)
    return "a model answered, and what it says was checked";
  if (reply->done->len > 0)
    return "a dialogue came to what it was for";

  return reply->found != NULL ? "the knowledge has the answer" : "a dialogue goes on";
}

static gboolean
link_calls (KontorTurn *turn, const Reply *reply, gint64 message, GError **error)
{
  for (guint i = 0; reply->calls != NULL && i < reply->calls->len; i++)
    if (!kontor_calls_link (turn->store, reply->calls->pdata[i], message, error))
      return FALSE;

  return message > 0;
}

static char *
dup_why (KontorTurn *turn, const Reply *reply)
{
  return kontor_turn_dup_why (turn, find_rule (turn, reply), reply->found, reply->done,
                              reply->calls);
}

static gboolean
keep_draft (KontorTurn *turn, const Reply *reply, GError **error)
{
  g_autofree char *why = dup_why (turn, reply);
  const KontorDraft draft = { .text = reply->text, .why = why, .unsent = TRUE };
  gint64 id = kontor_messages_add (turn->store, turn->conversation->id, "out", "assistant", TRUE,
                                   &draft, error);

  return link_calls (turn, reply, id, error);
}

static gboolean
note_action (KontorTurn *turn, const Reply *reply, GError **error)
{
  g_autofree char *text = g_strdup_printf (
    "The answer would be to do “%s”. Nothing is done here without a person: please do it and "
    "answer.", kontor_record_get_text (reply->done->pdata[0], "action"));

  return kontor_messages_add (turn->store, turn->conversation->id, "note", "system", FALSE,
                              &(KontorDraft) { .text = text }, error) > 0;
}

static gboolean
propose (KontorTurn *turn, const Reply *reply, GError **error)
{
  gboolean told;

  if (reply->done->len > 0 && !note_action (turn, reply, error))
    return FALSE;
  if (reply->done->len == 0 && reply->text != NULL && !keep_draft (turn, reply, error))
    return FALSE;

  return kontor_conversation_leave (turn->store, turn->conversation->id, &told, error);
}

static gboolean
give (KontorTurn *turn, const KontorTalk *talk, gboolean *taken, GError **error)
{
  g_auto(Reply) reply = { NULL };
  g_autofree char *why = NULL;

  if (!try_any (turn, talk, &reply, error))
    return FALSE;
  *taken = reply.text != NULL || needs_person (turn, &reply);
  if (needs_person (turn, &reply))
    return propose (turn, &reply, error);
  turn->found = reply.text == NULL ? g_steal_pointer (&reply.found) : NULL;
  if (reply.text == NULL)
    return TRUE;
  why = dup_why (turn, &reply);

  return link_calls (turn, &reply, kontor_turn_say (turn, reply.text, why, error), error);
}

gboolean
kontor_turn_reply (KontorTurn *turn, gboolean *taken, GError **error)
{
  const KontorTalk talk = {
    .store = turn->store, .business = turn->business,
    .contact = kontor_turn_get_contact (turn, error), .language = turn->language,
    .conversation = turn->conversation->id, .message = turn->message->id, .text = turn->text,
  };

  if (talk.contact == NULL)
    return FALSE;
  if (turn->thought != NULL || !kontor_answers_may_ask (turn->answers))
    return give (turn, &talk, taken, error);
  kontor_answers_ask (turn->answers, &talk);
  *taken = turn->waits = TRUE;

  return TRUE;
}
