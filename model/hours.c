/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open is never kept as a table of days: a question about a moment looks at the rule of
 * that day and of the day before, whose night may still go on.
 */
#include "model/hours.h"

#include "model/hours-rules.h"

#define MINUTES_PER_DAY (24 * 60)
#define LONGEST_DAYS 366

void
kontor_hours_free (KontorHours *hours)
{
  g_ptr_array_unref (hours->rules);
  g_free (hours);
}

static gboolean
fits (const KontorHoursRule *rule, const KontorWallTime *day)
{
  int yearly = day->month * 100 + day->day;
  int date = day->year * 10000 + yearly;

  if ((rule->weekdays & 1u << (kontor_wall_time_weekday (day) - 1)) == 0)
    return FALSE;

  for (guint i = 0; i < rule->dates->len; i++)
    {
      const KontorHoursDates *dates = &g_array_index (rule->dates, KontorHoursDates, i);
      int value = dates->from > 1231 ? date : yearly;

      if (dates->from <= dates->to ? value >= dates->from && value <= dates->to
                                   : value >= dates->from || value <= dates->to)
        return TRUE;
    }

  return rule->dates->len == 0;
}

static const KontorHoursRule *
find_rule (const KontorHours *hours, const KontorWallTime *day)
{
  for (guint i = hours->rules->len; i > 0; i--)
    if (fits (g_ptr_array_index (hours->rules, i - 1), day))
      return g_ptr_array_index (hours->rules, i - 1);

  return NULL;
}

/* How many minutes it stays open from @minute of @day on, by the times that begin on that day. */
static int
open_from (const KontorHours *hours, const KontorWallTime *day, int minute)
{
  const KontorHoursRule *rule = find_rule (hours, day);
  int longest = 0;

  for (guint i = 0; rule != NULL && i < rule->times->len; i++)
    {
      const KontorHoursTimes *times = &g_array_index (rule->times, KontorHoursTimes, i);

      if (times->from_min <= minute && minute < times->to_min)
        longest = MAX (longest, times->to_min - minute);
    }

  return longest;
}

/* The same for @when, by the night before as well; 0 when it is closed. */
static int
open_for (const KontorHours *hours, const KontorWallTime *when)
{
  int minute = when->hour * 60 + when->minute;
  int longest = open_from (hours, when, minute);
  KontorWallTime before = *when;

  if (kontor_wall_time_add_days (&before, -1))
    longest = MAX (longest, open_from (hours, &before, minute + MINUTES_PER_DAY));

  return longest;
}

gboolean
kontor_hours_is_open (const KontorHours *hours, const KontorWallTime *when)
{
  return kontor_wall_time_is_valid (when) && open_for (hours, when) > 0;
}

gboolean
kontor_hours_covers (const KontorHours *hours, const KontorWallTime *start, int duration_min)
{
  KontorWallTime at = *start;
  int rest = MAX (duration_min, 1);

  if (duration_min < 0 || duration_min > LONGEST_DAYS * MINUTES_PER_DAY ||
      !kontor_wall_time_is_valid (start))
    return FALSE;

  while (rest > 0)
    {
      int open_min = open_for (hours, &at);

      if (open_min == 0)
        return FALSE;
      rest -= open_min;
      if (rest > 0 && !kontor_wall_time_add_minutes (&at, open_min))
        return FALSE;
    }

  return TRUE;
}

gboolean
kontor_hours_is_closed_on (const KontorHours *hours, const KontorWallTime *date)
{
  const KontorHoursRule *rule = kontor_wall_time_is_valid (date) ? find_rule (hours, date) : NULL;

  return rule == NULL || rule->times->len == 0;
}

char *
kontor_hours_describe (const KontorHours *hours, const KontorWallTime *date)
{
  GString *text;
  const KontorHoursRule *rule;

  if (kontor_hours_is_closed_on (hours, date))
    return g_strdup ("closed");

  text = g_string_new (NULL);
  rule = find_rule (hours, date);
  for (guint i = 0; i < rule->times->len; i++)
    {
      const KontorHoursTimes *times = &g_array_index (rule->times, KontorHoursTimes, i);
      int to_min = times->to_min > MINUTES_PER_DAY ? times->to_min - MINUTES_PER_DAY
                                                   : times->to_min;

      g_string_append_printf (text, "%s%02d:%02d–%02d:%02d", i > 0 ? ", " : "",
                              times->from_min / 60, times->from_min % 60, to_min / 60, to_min % 60);
    }

  return g_string_free (text, FALSE);
}

/* The first minute of @day's own times at or after @minute, or -1. */
static int
next_on (const KontorHours *hours, const KontorWallTime *day, int minute)
{
  const KontorHoursRule *rule = find_rule (hours, day);

  for (guint i = 0; rule != NULL && i < rule->times->len; i++)
    if (g_array_index (rule->times, KontorHoursTimes, i).from_min >= minute)
      return g_array_index (rule->times, KontorHoursTimes, i).from_min;

  return -1;
}

gboolean
kontor_hours_next_opening (const KontorHours *hours, const KontorWallTime *from,
                           KontorWallTime *opening)
{
  KontorWallTime day = *from;
  int minute = from->hour * 60 + from->minute;

  *opening = *from;
  if (!kontor_wall_time_is_valid (from))
    return FALSE;
  if (open_for (hours, from) > 0)
    return TRUE;

  for (int i = 0; i <= LONGEST_DAYS; i++)
    {
      int found = next_on (hours, &day, minute);

      if (found >= 0)
        {
          *opening = day;
          opening->hour = found / 60;
          opening->minute = found % 60;
          return TRUE;
        }
      minute = 0;
      if (!kontor_wall_time_add_days (&day, 1))
        return FALSE;
    }

  return FALSE;
}
