/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/stations.h"

#include "assistant/talk.h"
#include "inbox/texts.h"
#include "compliance/consent.h"
#include "desk/done.h"
#include "desk/drafts.h"
#include "desk/why.h"
#include "inbox/outbox.h"

gboolean
kontor_turn_say_text (KontorTurn *turn, const char *group, const char *name, const char *rule,
                      GError **error)
{
  g_autofree char *why = kontor_turn_dup_why (turn, rule, NULL, NULL);
  g_autofree char *text = kontor_texts_dup (turn->language->code, group, name,
                                            "business", turn->business->name, NULL);

  return kontor_turn_say (turn, text, why, error);
}

/* The word of the law is confirmed whatever the assistant may do. */
static gboolean
confirm (KontorTurn *turn, const char *name, KontorSayFlags flags, GError **error)
{
  g_autofree char *text = kontor_texts_dup (turn->language->code, "general", name, "business",
                                            turn->business->name, NULL);
  g_autofree char *why = kontor_turn_dup_why (turn, "the word of the law is confirmed", NULL, NULL);

  return kontor_outbox_say (turn->store, &kontor_actor_system, turn->conversation->id, text, flags,
                            why, error) > 0;
}

gboolean
kontor_station_opt_out (KontorTurn *turn, gboolean *taken, GError **error)
{
  const KontorActor actor = { "customer", turn->conversation->contact, KONTOR_ROLE_CUSTOMER,
                              turn->conversation->contact };
  const char *text = turn->message->text != NULL ? turn->message->text : "";
  gboolean stopped = kontor_consent_forbids (turn->conversation->consent);

  *taken = TRUE;
  if (stopped && kontor_language_any_says (text, KONTOR_WORD_START))
    return kontor_consent_start (turn->store, &actor, turn->conversation->contact, "chat", error) &&
           confirm (turn, "started", KONTOR_SAY_AUTOMATIC, error);
  if (stopped)
    return TRUE; /* kept, unread, and nothing is said */
  if (kontor_language_any_says (text, KONTOR_WORD_STOP))
    return kontor_consent_stop (turn->store, &actor, turn->conversation->contact, "chat", error) &&
           confirm (turn, "stopped", KONTOR_SAY_DESPITE_STOP, error);
  *taken = FALSE;

  return TRUE;
}

gboolean
kontor_station_held (KontorTurn *turn, gboolean *taken, GError **error)
{
  *taken = turn->conversation->held_by != NULL;

  return TRUE;
}

gboolean
kontor_station_off (KontorTurn *turn, gboolean *taken, GError **error)
{
  gboolean told;

  *taken = turn->conversation->mode == KONTOR_MODE_OFF;

  return !*taken ||
         kontor_conversation_leave (turn->store, turn->conversation->id, &told, error);
}

const char *
kontor_turn_find_rule (const char *answer, const GPtrArray *done)
{
  if (done->len > 0)
    return "a dialogue came to what it was for";

  return answer != NULL ? "the knowledge has the answer" : "a dialogue goes on";
}

static gboolean
answer (KontorTurn *turn, const KontorTalk *talk, gboolean *taken, GError **error)
{
  gint64 mark = kontor_done_mark (turn->store, error);
  g_autofree char *reply = NULL, *found = NULL, *why = NULL;
  g_autoptr(GPtrArray) done = NULL;

  if (mark < 0 || !kontor_talk_answer (talk, &reply, &found, error))
    return FALSE;
  *taken = reply != NULL;
  if (reply == NULL)
    return TRUE;
  done = kontor_done_since (turn->store, mark, error);
  if (done == NULL)
    return FALSE;
  why = kontor_turn_dup_why (turn, kontor_turn_find_rule (found, done), found, done);

  return kontor_turn_say (turn, reply, why, error);
}

gboolean
kontor_station_assistant (KontorTurn *turn, gboolean *taken, GError **error)
{
  const KontorTalk talk = {
    .store = turn->store, .business = turn->business,
    .contact = kontor_turn_get_contact (turn, error), .language = turn->language,
    .conversation = turn->conversation->id, .message = turn->message->id,
    .text = turn->message->text,
  };

  *taken = turn->conversation->mode == KONTOR_MODE_DRAFT && turn->message->text != NULL;
  if (talk.contact == NULL)
    return FALSE;
  if (talk.text == NULL)
    return TRUE;
  if (*taken)
    return kontor_drafts_propose (turn, &talk, error);

  return answer (turn, &talk, taken, error);
}

/* The customer is told once, where that may be said without a person; people see it waiting. */
gboolean
kontor_station_people (KontorTurn *turn, gboolean *taken, GError **error)
{
  gboolean told;

  *taken = TRUE;

  return kontor_conversation_leave (turn->store, turn->conversation->id, &told, error) &&
         (told || turn->conversation->mode != KONTOR_MODE_AUTOMATIC ||
          kontor_turn_say_text (turn, "general", "people",
                                "nothing sure was found, so it is left to people", error));
}
