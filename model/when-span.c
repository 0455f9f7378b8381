/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spans from now. Minutes and hours are real time, counted on the instant and then shown in the
 * zone, so that "in two hours" is right across midnight and a change of clocks; days and longer
 * are steps in the calendar. */
#include "model/when-words.h"

#define LONGEST_HOURS 8784

typedef struct {
  guint  n;         /* tokens */
  gint64 minutes;
  int    days;
  int    months;
} Span;

static void
count (Span *span, KontorUnit unit, double amount)
{
  switch (unit)
    {
    case KONTOR_UNIT_SECOND:  span->minutes += (gint64) (amount + 59) / 60; break;
    case KONTOR_UNIT_MINUTE:  span->minutes += (gint64) amount; break;
    case KONTOR_UNIT_HOUR:    span->minutes += (gint64) (amount * 60 + 0.5); break;
    case KONTOR_UNIT_DAY:     span->days += (int) amount; break;
    case KONTOR_UNIT_WEEK:    span->days += (int) amount * 7; break;
    case KONTOR_UNIT_FORTNIGHT: span->days += (int) amount * 14; break;
    case KONTOR_UNIT_MONTH:   span->months += (int) amount; break;
    case KONTOR_UNIT_YEAR:    span->months += (int) amount * 12; break;
    }
}

/* "साढ़े तीन", "डेढ़", "पौन": broken numbers, of hours and of whatever else. */
static guint
read_broken (const KontorWhenReader *reader, guint at, double *amount)
{
  int minutes, value = 1;
  guint digits, n = kontor_when_word (reader, at, KONTOR_WORD_HOUR_AND_HALF, &minutes);

  *amount = minutes / 60.0;
  if (n > 0)
    return n;
  n = kontor_when_word (reader, at, KONTOR_WORD_HOUR_SHIFT, &minutes);
  if (n == 0)
    return 0;
  n += kontor_when_number (reader, at + n, &value, &digits);
  *amount = value + minutes / 60.0;
  return n;
}

/* How much: "2", "1.5", "two and a half", "a", "a couple of", "half an". */
static guint
read_amount (const KontorWhenReader *reader, guint at, double *amount)
{
  int value, after;
  guint digits, more, n = read_broken (reader, at, amount);

  if (n > 0)
    return n;
  n = kontor_when_word (reader, at, KONTOR_WORD_COUPLE, &value);
  if (n == 0 && kontor_when_word (reader, at, KONTOR_WORD_HALF, NULL) > 0)
    {
      *amount = 0.5;
      return 1 + kontor_when_word (reader, at + 1, KONTOR_WORD_ONE, NULL);
    }
  if (n == 0)
    n = kontor_when_number (reader, at, &value, &digits);
  if (n == 0)
    {
      n = kontor_when_word (reader, at, KONTOR_WORD_ONE, NULL);
      value = 1;
    }
  if (n == 0)
    return 0;
  *amount = value;
  more = kontor_when_word (reader, at + n, KONTOR_WORD_HALF_MORE, NULL);
  if (more > 0)
    *amount += 0.5;
  else if (kontor_when_sign (reader, at + n, ".,") && kontor_when_touches (reader, at + n) &&
           kontor_when_touches (reader, at + n + 1) &&
           kontor_when_number (reader, at + n + 1, &after, &digits) == 1 && digits == 1)
    {
      *amount += after / 10.0;
      more = 2;
    }
  return n + more;
}

static Span
read_amount_of_time (const KontorWhenReader *reader, guint at)
{
  Span span = { 0 };
  KontorUnit last = KONTOR_UNIT_YEAR;

  for (guint round = 0; round < 3; round++)
    {
      guint i = at + span.n, n, units;
      double amount;
      int unit, bare;

      if (round > 0)
        i += kontor_when_word (reader, i, KONTOR_WORD_AND, NULL);
      n = read_amount (reader, i, &amount);
      if (kontor_when_sign (reader, i + n, "-"))
        n++;
      units = n == 0 ? 0 : kontor_when_word (reader, i + n, KONTOR_WORD_UNIT, &unit);
      if (units == 0 && (units = kontor_when_word (reader, i, KONTOR_WORD_UNITS, &unit)) > 0)
        {
          amount = unit / 100;
          unit %= 100;
          n = 0;
        }
      if (units == 0 && round > 0 && last == KONTOR_UNIT_HOUR && n == 1 &&
          kontor_when_touches (reader, i) && kontor_when_number (reader, i, &bare, &n) == 1)
        {
          count (&span, KONTOR_UNIT_MINUTE, bare);
          span.n++;
        }
      if (units == 0 || (round > 0 && unit >= (int) last))
        break;
      count (&span, unit, amount);
      last = unit;
      span.n = i + n + units - at;
      n = kontor_when_word (reader, at + span.n, KONTOR_WORD_HALF_MORE, NULL);
      if (n > 0)
        count (&span, unit, 0.5);
      span.n += n;
    }
  return span;
}

/* The wall clock of the zone so many minutes from now, full minutes; NULL beyond all years. */
static GDateTime *
clock_in (const KontorWhenReader *reader, gint64 minutes)
{
  gint64 now = (reader->context->now_us / G_USEC_PER_SEC + 59) / 60 * 60;
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now + minutes * 60);

  return utc == NULL ? NULL : g_date_time_to_timezone (utc, reader->context->zone);
}

static void
set_from_now (KontorWhenReader *reader, guint first, guint end, const Span *span,
              gboolean loosely)
{
  KontorFound *date = kontor_when_add (reader, KONTOR_FOUND_DATE, first, end), *time;
  g_autoptr(GDateTime) local = NULL;
  GDate day = reader->today;

  g_date_add_months (&day, MIN (span->months, 1200));
  g_date_add_days (&day, MIN (span->days, 36600));
  kontor_when_set_julian (date, &day);
  date->approximate = loosely;
  if (span->minutes == 0 || span->days > 0 || span->months > 0)
    return;
  local = clock_in (reader, MIN (span->minutes, LONGEST_HOURS * 60));
  if (local == NULL)
    return;
  kontor_when_set_date (date, g_date_time_get_year (local), g_date_time_get_month (local),
                        g_date_time_get_day_of_month (local));
  time = kontor_when_add (reader, KONTOR_FOUND_TIME, first, end);
  time->hour = g_date_time_get_hour (local);
  time->minute = g_date_time_get_minute (local);
  time->approximate = loosely;
}

/* "a week from Friday", "two days after tomorrow" */
static guint
read_from_day (KontorWhenReader *reader, guint at, const Span *span)
{
  guint end = at + span->n, from = kontor_when_word (reader, end, KONTOR_WORD_FROM_DAY, NULL);
  guint count_before = reader->found->len, n;
  KontorFound *found;
  int ahead;
  GDate day;

  if (span->minutes > 0 || kontor_when_word (reader, at, KONTOR_WORD_UNITS, NULL) > 0 ||
      kontor_when_lead (reader, at, KONTOR_WORD_COUNT_LEAD, NULL) > 0)
    return 0;
  if (kontor_when_word (reader, end + from, KONTOR_WORD_DAY, &ahead) == 0 && from == 0)
    return 0;
  n = kontor_when_read_date (reader, end + from);
  if (n == 0)
    n = kontor_when_read_weekday (reader, end + from);
  if (n == 0 || reader->found->len == count_before)
    return 0;
  found = &g_array_index (reader->found, KontorFound, reader->found->len - 1);
  if (found->impossible || found->unclear)
    return span->n + from + n;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, found->day, found->month, found->year);
  g_date_add_days (&day, MIN (span->days, 36600));
  g_date_add_months (&day, MIN (span->months, 1200));
  kontor_when_set_julian (found, &day);
  found->by_weekday = FALSE;
  found->first = at;
  for (guint i = at; i < end + from; i++)
    reader->owner[i] = reader->found->len;
  return span->n + from + n;
}

/* "make it an hour later" counts from an hour that only the caller knows. */
static gboolean
is_shift (const KontorWhenReader *reader, guint at)
{
  int weakly = 0;

  return kontor_when_lead (reader, at, KONTOR_WORD_CORRECTION, &weakly) > 0 && !weakly;
}

guint
kontor_when_read_span (KontorWhenReader *reader, guint at)
{
  int loosely = 0;
  guint in = kontor_when_word (reader, at, KONTOR_WORD_IN, &loosely), after, n;
  Span span = read_amount_of_time (reader, at + in);

  while (in > 1 && span.n == 0)
    span = read_amount_of_time (reader, at + --in);
  if (span.n == 0)
    return 0;
  after = kontor_when_word (reader, at + in + span.n, KONTOR_WORD_FROM_NOW, NULL);
  if (in == 0 && after > 0 && is_shift (reader, at))
    {
      kontor_when_add (reader, KONTOR_FOUND_TIME, at, at + span.n + after)->unclear = TRUE;
      return span.n + after;
    }
  if (in == 0 && after == 0)
    {
      n = kontor_when_word (reader, at + span.n, KONTOR_WORD_BEFORE, NULL);
      if (n > 0 && span.minutes > 0)
        {
          kontor_when_add (reader, KONTOR_FOUND_TIME, at, at + span.n + n)->unclear = TRUE;
          return span.n + n;
        }
      return read_from_day (reader, at, &span);
    }
  if (kontor_when_word (reader, at + in + span.n, KONTOR_WORD_ISH, NULL) > 0)
    loosely = TRUE;
  set_from_now (reader, at, at + in + span.n + after, &span, loosely);
  return in + span.n + after;
}
