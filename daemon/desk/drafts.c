/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drafts.c — the answer is found as ever, in a part of the transaction that is taken back where it
 * was more than words. */
#include "desk/drafts.h"

#include "desk/done.h"
#include "desk/stations.h"
#include "desk/why.h"
#include "inbox/outbox.h"

typedef struct {
  char      *reply;  /* (nullable) */
  char      *why;    /* (nullable) */
  GPtrArray *done;   /* of GVariant: what would be done with it */
} Proposal;

static void
proposal_clear (Proposal *self)
{
  g_free (self->reply);
  g_free (self->why);
  g_clear_pointer (&self->done, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Proposal, proposal_clear)

static gboolean
find_reply (const KontorTalk *talk, Proposal *proposal, GError **error)
{
  gint64 mark = kontor_done_mark (talk->store, error);

  if (mark < 0 || !kontor_talk_answer (talk, &proposal->reply, &proposal->why, error))
    return FALSE;
  proposal->done = kontor_done_since (talk->store, mark, error);

  return proposal->done != NULL;
}

/* FALSE with error; what is more than words stands no longer afterwards. */
static gboolean
try_reply (const KontorTalk *talk, Proposal *proposal, GError **error)
{
  if (!kontor_store_begin (talk->store, error))
    return FALSE;
  if (!find_reply (talk, proposal, error))
    {
      kontor_store_undo (talk->store);
      return FALSE;
    }
  if (proposal->done->len == 0)
    return kontor_store_commit (talk->store, error);
  kontor_store_undo (talk->store);

  return TRUE;
}

static gboolean
keep_draft (KontorTurn *turn, const Proposal *proposal, GError **error)
{
  const char *rule = kontor_turn_find_rule (proposal->why, proposal->done);
  g_autofree char *why = kontor_turn_dup_why (turn, rule, proposal->why, NULL);
  const KontorDraft draft = { .text = proposal->reply, .why = why, .unsent = TRUE };

  return kontor_messages_add (turn->store, turn->conversation->id, "out", "assistant", TRUE,
                              &draft, error) > 0;
}

static gboolean
note_action (KontorTurn *turn, const Proposal *proposal, GError **error)
{
  g_autofree char *text = g_strdup_printf (
    "The answer would be to do “%s”. In draft mode nothing is done without a person: please do it "
    "and answer.", kontor_record_get_text (proposal->done->pdata[0], "action"));

  return kontor_messages_add (turn->store, turn->conversation->id, "note", "system", FALSE,
                              &(KontorDraft) { .text = text }, error) > 0;
}

gboolean
kontor_drafts_propose (KontorTurn *turn, const KontorTalk *talk, GError **error)
{
  g_auto(Proposal) proposal = { NULL };
  gboolean told;

  if (!try_reply (talk, &proposal, error))
    return FALSE;
  if (proposal.done->len > 0 && !note_action (turn, &proposal, error))
    return FALSE;
  if (proposal.done->len == 0 && proposal.reply != NULL && !keep_draft (turn, &proposal, error))
    return FALSE;

  return kontor_conversation_leave (turn->store, turn->conversation->id, &told, error);
}

static gboolean
forget_dialogue (KontorStore *store, gint64 conversation, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (store, conversation, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return dialogue == NULL ||
         kontor_dialogue_go (dialogue, store, conversation, KONTOR_DIALOGUE_NONE, error);
}

gboolean
kontor_drafts_discard (KontorStore *store, const KontorActor *actor, gint64 message,
                       GError **error)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (store, message, error);

  if (said == NULL || !kontor_store_begin (store, error))
    return FALSE;
  if (kontor_outbox_discard (store, actor, message, NULL, error) &&
      forget_dialogue (store, said->conversation, error) && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}
