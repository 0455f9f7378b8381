/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reception.c — the words with which a shop receives people, and lets them wait. Its own words are
 * for customers who write in its language; others read ours in theirs. */
#include "desk/stations.h"

#include "base/clock.h"
#include "desk/why.h"
#include "inbox/texts.h"
#include "model/hours.h"
#include "model/text.h"

/* @opening: when the shop opens again; for the greeting any time at all. */
static char *
dup_own (KontorTurn *turn, const char *own, const char *date, const char *time)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, (gpointer) "business", turn->business->name);
  g_hash_table_insert (values, (gpointer) "date", (gpointer) date);
  g_hash_table_insert (values, (gpointer) "time", (gpointer) time);

  return kontor_text_fill_from (own, values);
}

static gboolean
is_for (KontorTurn *turn, const char *own)
{
  return own != NULL && *own != '\0' &&
         turn->language == kontor_business_get_language (turn->business);
}

static gboolean
say (KontorTurn *turn, const char *text, const char *rule, GError **error)
{
  g_autofree char *why = kontor_turn_dup_why (turn, rule, turn->found, NULL, NULL);

  return kontor_turn_say (turn, text, why, error) > 0;
}

/* Whether nothing was said for so long that it is as if for the first time. */
static gboolean
is_new (KontorTurn *turn, gboolean *is, GError **error)
{
  gint64 last_us = kontor_messages_get_last_us (turn->store, turn->conversation->contact, error);
  gint64 again_us = turn->business->greet_again_s * G_USEC_PER_SEC;

  *is = last_us == 0 || (again_us > 0 && last_us <= kontor_clock_now_us () - again_us);

  return last_us >= 0;
}

/* The turn goes on, unless it was a greeting itself. */
gboolean
kontor_station_greet (KontorTurn *turn, gboolean *taken, GError **error)
{
  KontorBusiness *business = turn->business;
  const char *text = turn->text != NULL ? turn->text : "";
  g_autofree char *greeting = NULL;
  gboolean is = FALSE;

  if (!business->greets || turn->conversation->mode != KONTOR_MODE_AUTOMATIC)
    return TRUE;
  if (!is_new (turn, &is, error) || !is)
    return !is;
  *taken = kontor_language_says (turn->language, text, KONTOR_WORD_GREETING);
  greeting = is_for (turn, business->greeting)
             ? dup_own (turn, business->greeting, "", "")
             : kontor_texts_dup (turn->language->code, "general", "greeting", "business",
                                 business->name, NULL);

  return say (turn, greeting, "who writes for the first time is greeted", error);
}

/* Whether the shop is closed, and when it opens again. */
static gboolean
is_closed (KontorTurn *turn, KontorWallTime *opening, gint64 *opening_us)
{
  const char *text = turn->business->hours;
  g_autoptr(KontorHours) hours = text != NULL && *text != '\0' ? kontor_hours_parse (text, NULL)
                                                               : NULL;
  KontorWallTime now;

  if (hours == NULL ||
      !kontor_zone_from_instant (kontor_clock_now_us (), turn->business->zone, &now) ||
      kontor_hours_is_open (hours, &now) || !kontor_hours_next_opening (hours, &now, opening))
    return FALSE;
  kontor_zone_to_instant (opening, turn->business->zone, NULL, opening_us);

  return TRUE;
}

/* Once until it opens. */
static gboolean
say_away (KontorTurn *turn, const KontorWallTime *opening, gint64 opening_us, GError **error)
{
  KontorBusiness *business = turn->business;
  const char *code = turn->language->code;
  g_autofree char *date = kontor_texts_dup_date (code, opening);
  g_autofree char *time = kontor_texts_dup_time (code, opening, business->zone_name);
  g_autofree char *text = NULL;

  if (turn->conversation->away_until_us > kontor_clock_now_us ())
    return TRUE;
  text = is_for (turn, business->away)
         ? dup_own (turn, business->away, date, time)
         : kontor_texts_dup (code, "general", "away", "business", business->name, "date", date,
                             "time", time, NULL);

  return kontor_conversation_set_away (turn->store, turn->conversation->id, opening_us, error) &&
         say (turn, text, "the shop is closed, and it is left to people", error);
}

/* The customer is told once, where that may be said without a person; people see it waiting. */
gboolean
kontor_station_people (KontorTurn *turn, gboolean *taken, GError **error)
{
  KontorWallTime opening;
  gint64 opening_us;
  gboolean told;

  *taken = TRUE;
  if (!kontor_conversation_leave (turn->store, turn->conversation->id, &told, error))
    return FALSE;
  if (turn->conversation->mode != KONTOR_MODE_AUTOMATIC)
    return TRUE;
  if (is_closed (turn, &opening, &opening_us))
    return say_away (turn, &opening, opening_us, error);

  return told || kontor_turn_say_text (turn, "general", "people",
                                       "nothing sure was found, so it is left to people", error);
}
