/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/stations.h"

#include "assistant/talk.h"
#include "inbox/texts.h"
#include "compliance/consent.h"
#include "inbox/outbox.h"

gboolean
kontor_turn_say_text (KontorTurn *turn, const char *group, const char *name, GError **error)
{
  g_autofree char *text = kontor_texts_dup (turn->language->code, group, name,
                                            "business", turn->business->name, NULL);

  return kontor_turn_say (turn, text, NULL, error);
}

static gboolean
stop (KontorTurn *turn, const KontorActor *actor, GError **error)
{
  const char *code = turn->language->code;
  g_autofree char *text = kontor_texts_dup (code, "general", "stopped", "business",
                                            turn->business->name, NULL);

  return kontor_consent_stop (turn->store, actor, turn->conversation->contact, "chat", error) &&
         kontor_outbox_say (turn->store, &kontor_actor_system, turn->conversation->id, text,
                            KONTOR_SAY_DESPITE_STOP, NULL, error) > 0;
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
           kontor_turn_say_text (turn, "general", "started", error);
  if (stopped)
    return TRUE; /* kept, unread, and nothing is said */
  if (kontor_language_any_says (text, KONTOR_WORD_STOP))
    return stop (turn, &actor, error);
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
kontor_station_assistant (KontorTurn *turn, gboolean *taken, GError **error)
{
  const KontorTalk talk = {
    .store = turn->store, .business = turn->business,
    .contact = kontor_turn_get_contact (turn, error), .language = turn->language,
    .conversation = turn->conversation->id, .message = turn->message->id,
    .text = turn->message->text,
  };
  g_autofree char *reply = NULL, *why = NULL;

  if (talk.contact == NULL)
    return FALSE;
  if (talk.text == NULL)
    return TRUE;
  if (!kontor_talk_answer (&talk, &reply, &why, error))
    return FALSE;
  *taken = reply != NULL;

  return reply == NULL || kontor_turn_say (turn, reply, why, error);
}

/* The customer is told once; from then on people see it waiting. */
gboolean
kontor_station_people (KontorTurn *turn, gboolean *taken, GError **error)
{
  gboolean told;

  *taken = TRUE;

  return kontor_conversation_leave (turn->store, turn->conversation->id, &told, error) &&
         (told || kontor_turn_say_text (turn, "general", "people", error));
}
