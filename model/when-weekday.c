/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weekdays. "Friday" and "this Friday" are the next one to come and never today; "next Friday" is
 * the one of the calendar week after this, weeks beginning on Monday: said on a Wednesday it is
 * nine days off, said on a Saturday six. */
#include "model/when-words.h"

typedef enum { COMING, NEXT, LAST, EVERY, TORN } Which;

static guint
weekday_at (const KontorWhenReader *reader, guint at, int *weekday, gboolean *maybe)
{
  guint n = kontor_when_word (reader, at, KONTOR_WORD_WEEKDAY, weekday);

  *maybe = n == 0;
  return n > 0 ? n : kontor_when_word (reader, at, KONTOR_WORD_WEEKDAY_MAYBE, weekday);
}

static guint
read_which (const KontorWhenReader *reader, guint at, Which *which)
{
  guint i = at, n;

  *which = COMING;
  i += kontor_when_word (reader, i, KONTOR_WORD_ARTICLE, NULL);
  for (guint round = 0; round < 2; round++, i += n)
    {
      if ((n = kontor_when_word (reader, i, KONTOR_WORD_NEXT, NULL)) > 0)
        *which = *which == NEXT ? TORN : NEXT;
      else if ((n = kontor_when_word (reader, i, KONTOR_WORD_THIS, NULL)) > 0)
        *which = COMING;
      else if ((n = kontor_when_word (reader, i, KONTOR_WORD_LAST, NULL)) > 0)
        *which = LAST;
      else if ((n = kontor_when_word (reader, i, KONTOR_WORD_EVERY, NULL)) > 0)
        *which = EVERY;
      else
        break;
    }
  return i - at;
}

/* "Senin depan", "الاحد القادم" */
static guint
next_after (const KontorWhenReader *reader, guint at, Which *which)
{
  static const Which meant[] = { NEXT, COMING, LAST };
  int value = 0;
  guint n = kontor_when_word (reader, at, KONTOR_WORD_NEXT_AFTER, &value);

  if (n > 0)
    *which = meant[CLAMP (value, 0, 2)];
  return n;
}

/* "sat", "sun" and the like need a neighbour that speaks of time, or to stand alone. */
static gboolean
is_sure (const KontorWhenReader *reader, guint at, guint end, gboolean led)
{
  static const KontorWordKind after[] = {
    KONTOR_WORD_PART, KONTOR_WORD_AT, KONTOR_WORD_ABOUT, KONTOR_WORD_DAY, KONTOR_WORD_CLOCK,
    KONTOR_WORD_WEEK, KONTOR_WORD_MONTH, KONTOR_WORD_NUMBER, KONTOR_WORD_OR, KONTOR_WORD_BOUND,
    KONTOR_WORD_HALF, KONTOR_WORD_QUARTER,
  };
  const KontorToken *next = kontor_when_token (reader, end);

  if (led)
    return TRUE;
  if (kontor_when_lead (reader, at, KONTOR_WORD_AUXILIARY, NULL) > 0 ||
      kontor_when_lead (reader, at, KONTOR_WORD_ARTICLE, NULL) > 0 ||
      kontor_when_lead (reader, at, KONTOR_WORD_NAME, NULL) > 0)
    return FALSE;
  if (next == NULL || next->kind != KONTOR_TOKEN_WORD)
    return TRUE;
  for (guint k = 0; k < G_N_ELEMENTS (after); k++)
    if (kontor_when_word (reader, end, after[k], NULL) > 0)
      return TRUE;
  return kontor_when_owner (reader, at - 1) != NULL || kontor_when_sign (reader, at - 1, ",") ||
         reader->context->asked == KONTOR_WHEN_ASKED_DATE;
}

static void
set_weekday (const KontorWhenReader *reader, KontorFound *found, int weekday, Which which,
             int weeks)
{
  GDate day = reader->today;
  int today = g_date_get_weekday (&day), ahead;

  if (weeks >= 0)
    ahead = weekday - today + weeks * 7;
  else if (which == NEXT)
    ahead = weekday - today + 7;
  else if (which == LAST)
    ahead = (weekday - today - 7) % 7 == 0 ? -7 : (weekday - today - 7) % 7;
  else
    ahead = weekday > today ? weekday - today : weekday - today + 7;
  if (ahead >= 0)
    g_date_add_days (&day, ahead);
  else
    g_date_subtract_days (&day, -ahead);
  kontor_when_set_julian (found, &day);
  found->gone_by = which == LAST;
  found->unclear = which == TORN ||
                   (reader->context->language->week_torn && (weeks > 0 || which == NEXT) &&
                    (weekday >= 6 || today >= 6));
  found->by_weekday = TRUE;
}

/* "next week Monday", "Monday next week", "Monday of next week" */
static guint
week_after (const KontorWhenReader *reader, guint at, int *weeks)
{
  guint skipped = kontor_when_word (reader, at, KONTOR_WORD_OF, NULL), n;

  skipped += kontor_when_sign (reader, at, ",");
  skipped += kontor_when_word (reader, at + skipped, KONTOR_WORD_ARTICLE, NULL);
  n = kontor_when_word (reader, at + skipped, KONTOR_WORD_WEEK, weeks);
  return n > 0 ? skipped + n : 0;
}

/* "quarta que vem", "quarta da semana que vem": what follows says that it is a day. */
static gboolean
is_placed (const KontorWhenReader *reader, guint end)
{
  Which which;
  int weeks;

  return next_after (reader, end, &which) > 0 || week_after (reader, end, &weeks) > 0;
}

static guint
lead_of_weekday (const KontorWhenReader *reader, guint at)
{
  guint n = kontor_when_lead (reader, at, KONTOR_WORD_ON, NULL);

  for (guint i = at - n; i < at; i++)
    if (kontor_when_owner (reader, i) != NULL)
      return 0;
  return n;
}

/* "Saturday 21 June", "samedi 21 de juin": the month is said, and the day is read with it. */
static gboolean
is_before_month (const KontorWhenReader *reader, guint next)
{
  next += kontor_when_sign (reader, next, ".,-/");
  next += kontor_when_word (reader, next, KONTOR_WORD_OF, NULL);
  return kontor_when_word (reader, next, KONTOR_WORD_MONTH, NULL) > 0 ||
         kontor_when_word (reader, next, KONTOR_WORD_MONTH_MAYBE, NULL) > 0;
}

/* "Saturday 21": the day of the month when that day is one, and when the number can hardly be
 * the hour: above twelve, or with the hour after it. */
static guint
day_after (const KontorWhenReader *reader, guint at, int weekday, KontorFound *date)
{
  int day, half;
  guint digits, next = at + 1;
  GDate found;

  if (reader->context->asked == KONTOR_WHEN_ASKED_TIME ||
      kontor_when_number (reader, at, &day, &digits) != 1 || digits < 1 || digits > 2 ||
      day < 1 || day > 31 || kontor_when_sign (reader, next, ":./-") ||
      kontor_when_touches (reader, next) || kontor_when_read_half (reader, next, &half) > 0 ||
      is_before_month (reader, next))
    return 0;
  next += kontor_when_sign (reader, next, ",");
  if (day <= 12 && kontor_when_word (reader, next, KONTOR_WORD_AT, NULL) == 0)
    {
      guint n = kontor_when_number (reader, next, &half, &digits);

      if (n == 0 || (!kontor_when_sign (reader, next + n, ":") &&
                     kontor_when_read_half (reader, next + n, &half) == 0))
        return 0;
    }
  kontor_when_set_day (reader, date, day, -1);
  if (date->impossible)
    return 0;
  g_date_clear (&found, 1);
  g_date_set_dmy (&found, date->day, date->month, date->year);
  return (int) g_date_get_weekday (&found) == weekday ? 1 : 0;
}

guint
kontor_when_read_weekday (KontorWhenReader *reader, guint at)
{
  Which which;
  gboolean maybe, sure;
  int weekday, weeks = -1, days = 0;
  guint i = at + kontor_when_word (reader, at, KONTOR_WORD_WEEK, &weeks), n, lead;
  KontorFound *found, numbered = { 0 };

  if (i > at)
    {
      i += kontor_when_sign (reader, i, ",");
      i += kontor_when_word (reader, i, KONTOR_WORD_ON, NULL);
    }
  n = read_which (reader, i, &which);
  sure = i + n > at + kontor_when_word (reader, at, KONTOR_WORD_ARTICLE, NULL);
  i += n;
  lead = lead_of_weekday (reader, at);
  n = weekday_at (reader, i, &weekday, &maybe);
  sure = sure || is_placed (reader, i + n);
  if (n == 0 || reader->barred[i] ||
      (maybe && !is_sure (reader, i, i + n, sure || lead > 0)))
    return 0;
  i += n;
  i += next_after (reader, i, &which);
  if (weeks < 0)
    i += week_after (reader, i, &weeks);
  if (which == EVERY)
    {
      for (guint k = at; k < i; k++)
        reader->barred[k] = TRUE;
      return i - at;
    }
  n = weeks < 0 ? kontor_when_word (reader, i, KONTOR_WORD_WEEK_NOUN, &days) : 0;
  if (kontor_when_word (reader, i, KONTOR_WORD_BOUND, NULL) > 0 &&
      kontor_when_word (reader, i + 1, KONTOR_WORD_NEXT, NULL) > 0)
    {
      which = TORN;
      n = 2;
    }
  if (weeks < 0 && n == 0 && day_after (reader, i, weekday, &numbered) > 0)
    {
      found = kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, i + 1);
      kontor_when_set_date (found, numbered.year, numbered.month, numbered.day);
      return i + 1 - at;
    }
  found = kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, i + n);
  set_weekday (reader, found, weekday, which, weeks);
  if (days > 0)
    {
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_dmy (&day, found->day, found->month, found->year);
      g_date_add_days (&day, days);
      kontor_when_set_julian (found, &day);
    }
  return i + n - at;
}
