/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-pace.c — a few messages may follow one another at once, as a person writes; after
 * them a minute holds no more than its limit (the generic cell rate algorithm, as compliance/pace).
 * Days are UTC's: what matters is that there is an end to one. */
#include "channels/linked-device-pace.h"

#define MINUTE_US (60 * G_USEC_PER_SEC)
#define DAY_US    G_TIME_SPAN_DAY
#define BURST     5

/* What a new number may say on its first day, whatever it may say later. */
#define COLD_BUDGET 50

guint
kontor_linked_budget (const KontorLinkedLimits *limits, const KontorLinkedDay *day, gint64 now_us)
{
  gint64 age = day->first_day != 0 ? MAX (now_us / DAY_US - day->first_day, 0) : 0;
  guint cold = MIN (COLD_BUDGET, limits->a_day);

  if (age >= limits->warm_up_days)
    return limits->a_day;

  return cold + (guint) ((limits->a_day - cold) * age / limits->warm_up_days);
}

static gint64
wait_of (const KontorLinkedBeat *beat, gint64 every_us, gint64 now_us)
{
  gint64 ahead_us = MIN (beat->next_us - now_us, BURST * every_us);

  return MAX (ahead_us - (BURST - 1) * every_us, 0);
}

static void
count (KontorLinkedBeat *beat, gint64 every_us, gint64 now_us)
{
  gint64 ahead_us = MIN (beat->next_us - now_us, BURST * every_us);

  beat->next_us = now_us + MAX (ahead_us, 0) + every_us;
}

KontorLinkedVerdict
kontor_linked_pace (const KontorLinkedLimits *limits, KontorLinkedDay *day, KontorLinkedBeat *line,
                    KontorLinkedBeat *contact, gboolean is_stranger, gint64 now_us,
                    gint64 *wait_us)
{
  gint64 line_every_us = MINUTE_US / limits->a_minute;
  gint64 contact_every_us = MINUTE_US / limits->contact_a_minute;
  gint64 today = now_us / DAY_US;

  if (day->first_day == 0)
    day->first_day = today;
  if (day->day != today)
    *day = (KontorLinkedDay) { day->first_day, today, 0, 0 };
  *wait_us = (today + 1) * DAY_US - now_us;
  if (day->said >= kontor_linked_budget (limits, day, now_us))
    return KONTOR_LINKED_DAY_FULL;
  if (is_stranger && day->strangers >= limits->strangers_a_day)
    return KONTOR_LINKED_STRANGERS_FULL;
  *wait_us = wait_of (contact, contact_every_us, now_us);
  if (*wait_us > 0)
    return KONTOR_LINKED_CONTACT_FAST;
  *wait_us = wait_of (line, line_every_us, now_us);
  if (*wait_us > 0)
    return KONTOR_LINKED_LINE_FAST;
  count (contact, contact_every_us, now_us);
  count (line, line_every_us, now_us);
  day->said++;
  day->strangers += is_stranger ? 1 : 0;

  return KONTOR_LINKED_MAY;
}

const char *
kontor_linked_verdict_get_text (KontorLinkedVerdict verdict)
{
  static const char *const texts[] = {
    [KONTOR_LINKED_MAY] = "",
    [KONTOR_LINKED_CONTACT_FAST] = "so much is not said to one contact at once",
    [KONTOR_LINKED_LINE_FAST] = "so much is not said on a linked device at once",
    [KONTOR_LINKED_DAY_FULL] = "the day's messages of this number are used up",
    [KONTOR_LINKED_STRANGERS_FULL] = "the day's first messages to strangers are used up",
  };

  return texts[verdict];
}
