/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reply.c — an answer is found in a part of the transaction that can be taken back: where only a
 * person may let it go, nothing is done but to write down the words. */
#include "desk/stations.h"

#include "assistant/talk.h"
#include "desk/done.h"
#include "desk/why.h"
#include "inbox/outbox.h"

typedef struct {
  char      *text;   /* (nullable) */
  char      *found;  /* (nullable): JSON, what it was said from */
  GPtrArray *done;   /* of GVariant: what was done, or would be, with it */
} Reply;

static void
reply_clear (Reply *self)
{
  g_free (self->text);
  g_free (self->found);
  g_clear_pointer (&self->done, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reply, reply_clear)

static gboolean
find_reply (KontorTurn *turn, Reply *reply, GError **error)
{
  const KontorTalk talk = {
    .store = turn->store, .business = turn->business,
    .contact = kontor_turn_get_contact (turn, error), .language = turn->language,
    .conversation = turn->conversation->id, .message = turn->message->id, .text = turn->text,
  };
  gint64 mark = talk.contact != NULL ? kontor_done_mark (turn->store, error) : -1;

  if (mark < 0 || !kontor_talk_answer (&talk, &reply->text, &reply->found, error))
    return FALSE;
  reply->done = kontor_done_since (turn->store, mark, error);

  return reply->done != NULL;
}

static gboolean
needs_person (KontorTurn *turn)
{
  return turn->conversation->mode == KONTOR_MODE_DRAFT;
}

/* FALSE with error; what a person must do stands no longer afterwards. */
static gboolean
try_reply (KontorTurn *turn, Reply *reply, GError **error)
{
  if (!kontor_store_begin (turn->store, error))
    return FALSE;
  if (!find_reply (turn, reply, error))
    {
      kontor_store_undo (turn->store);
      return FALSE;
    }
  if (reply->done->len == 0 || !needs_person (turn))
    return kontor_store_commit (turn->store, error);
  kontor_store_undo (turn->store);

  return TRUE;
}

static char *
dup_why (KontorTurn *turn, const Reply *reply)
{
  const char *rule = reply->done->len > 0 ? "a dialogue came to what it was for"
                     : reply->found != NULL ? "the knowledge has the answer"
                     : "a dialogue goes on";

  return kontor_turn_dup_why (turn, rule, reply->found, reply->done);
}

static gboolean
keep_draft (KontorTurn *turn, const Reply *reply, GError **error)
{
  g_autofree char *why = dup_why (turn, reply);
  const KontorDraft draft = { .text = reply->text, .why = why, .unsent = TRUE };

  return kontor_messages_add (turn->store, turn->conversation->id, "out", "assistant", TRUE,
                              &draft, error) > 0;
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

gboolean
kontor_turn_reply (KontorTurn *turn, gboolean *taken, GError **error)
{
  g_auto(Reply) reply = { NULL };
  g_autofree char *why = NULL;

  if (!try_reply (turn, &reply, error))
    return FALSE;
  *taken = reply.text != NULL || needs_person (turn);
  if (needs_person (turn))
    return propose (turn, &reply, error);
  if (reply.text == NULL)
    return TRUE;
  why = dup_why (turn, &reply);

  return kontor_turn_say (turn, reply.text, why, error);
}
