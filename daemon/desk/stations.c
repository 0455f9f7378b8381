/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/stations.h"

#include "base/clock.h"
#include "channels/channel.h"
#include "compliance/consent.h"
#include "desk/why.h"
#include "inbox/outbox.h"
#include "inbox/texts.h"
#include "inbox/turns.h"

#define DEFAULT_QUIET_US (4 * G_USEC_PER_SEC)

gboolean
kontor_turn_say_text (KontorTurn *turn, const char *group, const char *name, const char *rule,
                      GError **error)
{
  g_autofree char *why = kontor_turn_dup_why (turn, rule, turn->found, NULL, NULL);
  g_autofree char *text = kontor_texts_dup (turn->language->code, group, name,
                                            "business", turn->business->name, NULL);

  return kontor_turn_say (turn, text, why, error) > 0;
}

/* The word of the law is confirmed whatever the assistant may do. */
static gboolean
confirm (KontorTurn *turn, const char *name, KontorSayFlags flags, GError **error)
{
  g_autofree char *text = kontor_texts_dup (turn->language->code, "general", name, "business",
                                            turn->business->name, NULL);
  g_autofree char *why = kontor_turn_dup_why (turn, "the word of the law is confirmed", NULL, NULL,
                                              NULL);

  return kontor_outbox_say (turn->store, &kontor_actor_system, turn->conversation->id, text, flags,
                            why, error) > 0;
}

gboolean
kontor_station_opt_out (KontorTurn *turn, gboolean *taken, GError **error)
{
  const KontorActor actor = { "customer", turn->conversation->contact, KONTOR_ROLE_CUSTOMER,
                              turn->conversation->contact };
  const char *text = turn->text != NULL ? turn->text : "";
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

  *taken = turn->conversation->mode == KONTOR_MODE_OFF ||
           turn->business->paused_until_us > kontor_clock_now_us ();

  return !*taken ||
         kontor_conversation_leave (turn->store, turn->conversation->id, &told, error);
}

static gint64
get_quiet_us (const KontorConversation *conversation)
{
  const KontorChannelClass *klass = kontor_channel_find_class (conversation->channel_kind);
  gboolean at_once = klass != NULL && klass->answers_at_once;

  if (conversation->quiet_s >= 0)
    return conversation->quiet_s * G_USEC_PER_SEC;

  return at_once ? 0 : DEFAULT_QUIET_US;
}

/* No more than so long after the first of what is not answered yet. */
static gint64
find_end_us (KontorTurn *turn, gint64 quiet_us)
{
  gint64 now_us = kontor_clock_now_us ();
  gint64 first_us = kontor_turns_get_first_us (turn->store, turn->conversation->id);
  gint64 most_us = turn->conversation->quiet_most_s * G_USEC_PER_SEC;

  return MIN (now_us + quiet_us, MAX (MIN (first_us, now_us) + most_us, now_us));
}

/* People write one thought in three messages: who answers the first answers too early. A model
 * takes its time, in which they may write on. */
gboolean
kontor_station_quiet (KontorTurn *turn, gboolean *taken, GError **error)
{
  gint64 quiet_us = get_quiet_us (turn->conversation);

  *taken = turn->waits = !turn->is_due &&
                         (quiet_us > 0 || kontor_answers_may_ask (turn->answers));

  return !*taken || kontor_turns_wait (turn->store, turn->conversation->id, turn->message->id,
                                       find_end_us (turn, quiet_us), error);
}

gboolean
kontor_station_assistant (KontorTurn *turn, gboolean *taken, GError **error)
{
  return turn->text == NULL || kontor_turn_reply (turn, taken, error);
}
