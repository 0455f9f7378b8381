/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the finds is meant. Finds are never thrown away, only switched off, because the caller
 * wants to know all the bytes that speak of time. What is left over twice is UNCLEAR. */
#include "model/when-words.h"

#include <string.h>

#define FAR_BACK 12

static KontorFound *
found_at (const KontorWhenReader *reader, guint i)
{
  return &g_array_index (reader->found, KontorFound, i);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const KontorFound *one = a, *other = b;

  return one->first < other->first ? -1 : one->first > other->first;
}

static void
put_in_order (KontorWhenReader *reader)
{
  g_array_sort (reader->found, by_place);
  for (guint i = 0; i < reader->found->len; i++)
    for (guint at = found_at (reader, i)->first; at < found_at (reader, i)->end; at++)
      reader->owner[at] = i + 1;
}

static guint
count_left (const KontorWhenReader *reader, KontorFoundKind kind)
{
  guint n = 0;

  for (guint i = 0; i < reader->found->len; i++)
    n += found_at (reader, i)->kind == kind && !found_at (reader, i)->off;
  return n;
}

static void
switch_off_negated (KontorWhenReader *reader)
{
  for (guint i = 0; i < reader->found->len; i++)
    {
      KontorFound *found = found_at (reader, i);

      for (guint at = found->first; at < found->end; at++)
        if (kontor_when_lead (reader, at, KONTOR_WORD_NOT, NULL) > 0 ||
            kontor_when_lead (reader, at, KONTOR_WORD_INSTEAD_OF, NULL) > 0)
          found->off = TRUE;
    }
}

/* Looks back from a find for "sorry", "make it", "no": over other finds and signs freely, over up
 * to three other words where the cue is a strong one. */
static gboolean
is_corrected_by (const KontorWhenReader *reader, guint from, const KontorFound *found)
{
  guint words = 0, at = found->first, looked = 0;

  while (at > from && looked++ < FAR_BACK)
    {
      int weakly = 0;
      guint n = kontor_when_lead (reader, at, KONTOR_WORD_CORRECTION, &weakly);

      if (n > 0 && (!weakly || words == 0))
        return TRUE;
      at--;
      if (reader->owner[at] != 0 || kontor_when_token (reader, at)->kind == KONTOR_TOKEN_PUNCT ||
          kontor_when_word (reader, at, KONTOR_WORD_POLITE, NULL) > 0)
        continue;
      if (++words > 3)
        return FALSE;
    }
  return FALSE;
}

/* "move it from Friday to Saturday" */
static gboolean
is_changed_to (const KontorWhenReader *reader, const KontorFound *before, const KontorFound *found)
{
  guint range = kontor_when_lead (reader, found->first, KONTOR_WORD_RANGE, NULL);

  if (range == 0)
    return FALSE;
  for (guint i = before->first, looked = 0; i > 0 && looked < FAR_BACK; i--, looked++)
    if (kontor_when_word (reader, i - 1, KONTOR_WORD_CHANGE, NULL) > 0)
      return TRUE;
  return FALSE;
}

static void
switch_off_corrected (KontorWhenReader *reader, KontorFoundKind kind)
{
  const KontorFound *before = NULL;
  guint settled = 0;

  for (guint i = 0; i < reader->found->len; i++)
    {
      KontorFound *found = found_at (reader, i);
      gboolean wins;

      if (found->kind != kind || found->off)
        continue;
      wins = before != NULL &&
             (is_corrected_by (reader, before->end, found) ||
              is_changed_to (reader, before, found) ||
              kontor_when_word (reader, found->end, KONTOR_WORD_INSTEAD, NULL) > 0);
      for (; wins && settled < i; settled++)
        if (found_at (reader, settled)->kind == kind)
          found_at (reader, settled)->off = TRUE;
      before = found;
    }
}

static gboolean
is_new_line (const KontorWhenReader *reader, guint at)
{
  const KontorToken *token = kontor_when_token (reader, at);
  const KontorToken *next = kontor_when_token (reader, at + 1);
  gsize end = token->start + token->len;

  return next != NULL && memchr (reader->text + end, '\n', next->start - end) != NULL;
}

/* What the nearest word before says of an hour: 1 it is the flight's, 2 it may be a meeting's. A
 * flight told by its number is as a rule only a label of the whole. */
static int
event_of (const KontorWhenReader *reader, const KontorFound *found)
{
  gboolean numbered = FALSE;

  if (kontor_when_word (reader, found->end, KONTOR_WORD_OURS, NULL) > 0)
    return 0;
  for (guint i = found->first, looked = 0; i > 0 && looked < FAR_BACK; i--, looked++)
    {
      const KontorToken *token = kontor_when_token (reader, i - 1);
      int event = 0;

      if (kontor_when_sign (reader, i - 1, ".!?,") || is_new_line (reader, i - 1) ||
          kontor_when_word (reader, i - 1, KONTOR_WORD_OURS, NULL) > 0)
        return 0;
      numbered = numbered || (token->kind == KONTOR_TOKEN_NUMBER && reader->barred[i - 1]);
      if (kontor_when_word (reader, i - 1, KONTOR_WORD_EVENT, &event) > 0)
        return numbered ? 2 : event;
    }
  return 0;
}

/* "9 बजे के बाद", and the nine of "9 से 11 बजे के बीच". */
static gboolean
is_bound_behind (const KontorWhenReader *reader, const KontorFound *found)
{
  guint range = kontor_when_word (reader, found->end, KONTOR_WORD_RANGE, NULL);
  const KontorFound *other = range > 0 ? kontor_when_owner (reader, found->end + range) : NULL;

  if (other == NULL || other->kind != KONTOR_FOUND_TIME)
    other = found;
  return kontor_when_word (reader, other->end, KONTOR_WORD_BOUND_AFTER, NULL) > 0;
}

static gboolean
is_bound (const KontorWhenReader *reader, const KontorFound *found)
{
  return (found->first > 0 && reader->owner[found->first - 1] == 0 &&
          kontor_when_lead (reader, found->first, KONTOR_WORD_BOUND, NULL) > 0) ||
         is_bound_behind (reader, found);
}

/* Hours of flights and "after five" give way to a plain hour; alone they leave it unclear. */
static void
weigh_bounds (KontorWhenReader *reader)
{
  guint plain = 0;

  for (guint i = 0; i < reader->found->len; i++)
    {
      const KontorFound *found = found_at (reader, i);

      plain += found->kind == KONTOR_FOUND_TIME && !found->off && !found->unclear &&
               event_of (reader, found) == 0 && !is_bound (reader, found);
    }
  for (guint i = 0; i < reader->found->len; i++)
    {
      KontorFound *found = found_at (reader, i);
      int event;

      if (found->kind != KONTOR_FOUND_TIME || found->off)
        continue;
      event = event_of (reader, found);
      if (event == 0 && !is_bound (reader, found))
        continue;
      if (plain > 0)
        found->off = TRUE;
      else if (event != 2)
        found->unclear = TRUE;
    }
}

static gboolean
is_same_day (const KontorFound *a, const KontorFound *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day;
}

static gboolean
is_weekday_of (const KontorFound *by_weekday, const KontorFound *found)
{
  GDate a, b;

  if (found->impossible || by_weekday->impossible)
    return FALSE;
  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_dmy (&a, by_weekday->day, by_weekday->month, by_weekday->year);
  g_date_set_dmy (&b, found->day, found->month, found->year);
  return g_date_get_weekday (&a) == g_date_get_weekday (&b);
}

/* Switches off of two what the other one says as well, or better. */
static void
settle_dates (KontorFound *a, KontorFound *b)
{
  if (a->gone_by != b->gone_by)
    (a->gone_by ? a : b)->off = TRUE;
  else if (is_same_day (a, b) && a->impossible == b->impossible)
    b->off = TRUE;
  else if (a->by_weekday && !b->by_weekday && is_weekday_of (a, b))
    a->off = TRUE;
  else if (b->by_weekday && !a->by_weekday && is_weekday_of (b, a))
    b->off = TRUE;
}

static void
settle_times (KontorFound *a, KontorFound *b)
{
  gboolean alike = a->minute == b->minute && a->hour % 12 == b->hour % 12;

  if (a->impossible || b->impossible)
    return;
  if (a->hour == b->hour && a->minute == b->minute)
    (a->half_unsure ? a : b)->off = TRUE;
  else if (alike && a->half_unsure != b->half_unsure)
    (a->half_unsure ? a : b)->off = TRUE;
  else if (a->weak != b->weak)
    (a->weak ? a : b)->off = TRUE;
}

static void
settle (KontorWhenReader *reader, KontorFoundKind kind)
{
  KontorFound *kept = NULL;

  for (guint i = 0; i < reader->found->len; i++)
    {
      KontorFound *found = found_at (reader, i);

      if (found->kind != kind || found->off)
        continue;
      if (kept != NULL && kind == KONTOR_FOUND_DATE)
        settle_dates (kept, found);
      else if (kept != NULL)
        settle_times (kept, found);
      if (!found->off)
        kept = found;
    }
}

static void
move_a_day_on (KontorFound *date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date->day, date->month, date->year);
  g_date_add_days (&day, 1);
  kontor_when_set_julian (date, &day);
}

static KontorFound *
first_left (const KontorWhenReader *reader, KontorFoundKind kind)
{
  for (guint i = 0; i < reader->found->len; i++)
    if (found_at (reader, i)->kind == kind && !found_at (reader, i)->off)
      return found_at (reader, i);
  return NULL;
}

static gboolean
is_today (const KontorWhenReader *reader, const KontorFound *date)
{
  return date->year == g_date_get_year (&reader->today) &&
         date->month == (int) g_date_get_month (&reader->today) &&
         date->day == g_date_get_day (&reader->today);
}

/* The small hours of "tonight" are tomorrow's; of "Saturday night" they might be either's. */
static void
fit_to_part (KontorWhenReader *reader, KontorFound *date, KontorFound *time)
{
  const KontorFound *part = kontor_when_part_for (reader, time);
  gboolean small, midnight = !time->half_unsure && time->hour == 0 && time->minute == 0;

  if (part != NULL && !kontor_when_apply_part (time, part->part))
    time->unclear = TRUE;
  if (part == NULL && time->half_unsure)
    kontor_when_apply_part (time, reader->context->part);
  small = time->hour < 5;
  if (date == NULL || date->impossible || date->unclear)
    return;
  if (is_today (reader, date) && small && (midnight || (part != NULL && part->this_night)) &&
      reader->hour * 60 + reader->minute > time->hour * 60 + time->minute)
    move_a_day_on (date);
  else if (part != NULL && part->part == 4 && small && !is_today (reader, date))
    time->unclear = TRUE;
}

static void
worsen (KontorWhen *when, KontorWhenProblem problem)
{
  static const int weight[] = { 0, 1, 3, 2 };

  if (weight[problem] > weight[when->problem])
    when->problem = problem;
}

static void
take_date (KontorWhen *when, const KontorWhenReader *reader, const KontorFound *date)
{
  guint left = count_left (reader, KONTOR_FOUND_DATE);

  if (left > 1 || (date != NULL && date->unclear))
    worsen (when, KONTOR_WHEN_UNCLEAR);
  else if (date != NULL && date->impossible)
    worsen (when, KONTOR_WHEN_IMPOSSIBLE);
  else if (date != NULL)
    {
      when->has_date = TRUE;
      when->year = date->year;
      when->month = date->month;
      when->day = date->day;
      when->approximate = when->approximate || date->approximate;
    }
}

static void
take_time (KontorWhen *when, const KontorWhenReader *reader, const KontorFound *time)
{
  guint left = count_left (reader, KONTOR_FOUND_TIME);

  if (left > 1 || (time != NULL && time->unclear))
    worsen (when, KONTOR_WHEN_UNCLEAR);
  else if (time != NULL && time->impossible)
    worsen (when, KONTOR_WHEN_IMPOSSIBLE);
  else if (time != NULL)
    {
      when->has_time = TRUE;
      when->hour = time->hour;
      when->minute = time->minute;
      when->half_unsure = time->half_unsure;
      when->approximate = when->approximate || time->approximate;
    }
}

static void
take_now (KontorWhenReader *reader, KontorWhen *when)
{
  gint64 minute = (reader->context->now_us / G_USEC_PER_SEC + 59) / 60 * 60;
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (minute);
  g_autoptr(GDateTime) local = utc == NULL ? NULL
                                           : g_date_time_to_timezone (utc, reader->context->zone);
  const KontorFound *date = first_left (reader, KONTOR_FOUND_DATE);

  if (local == NULL || when->has_time || when->problem != KONTOR_WHEN_FINE ||
      (date != NULL && !is_today (reader, date)))
    return;
  when->has_date = when->has_time = TRUE;
  g_date_time_get_ymd (local, &when->year, &when->month, &when->day);
  when->hour = g_date_time_get_hour (local);
  when->minute = g_date_time_get_minute (local);
}

static void
check (const KontorWhenReader *reader, KontorWhen *when)
{
  g_autoptr(GDateTime) local = NULL;
  int now, then;

  if (!when->has_date)
    return;
  now = g_date_get_year (&reader->today) * 372 + (int) g_date_get_month (&reader->today) * 31 +
        g_date_get_day (&reader->today);
  then = when->year * 372 + when->month * 31 + when->day;
  if (then < now)
    worsen (when, KONTOR_WHEN_PAST);
  if (!when->has_time)
    return;
  if (then == now && when->hour * 60 + when->minute < reader->hour * 60 + reader->minute)
    worsen (when, KONTOR_WHEN_PAST);
  local = g_date_time_new (reader->context->zone, when->year, when->month, when->day, when->hour,
                           when->minute, 0);
  if (local == NULL || g_date_time_get_hour (local) != when->hour ||
      g_date_time_get_minute (local) != when->minute)
    worsen (when, KONTOR_WHEN_IMPOSSIBLE);
}

void
kontor_when_choose (KontorWhenReader *reader, KontorWhen *when)
{
  KontorFound *date, *time;

  put_in_order (reader);
  switch_off_negated (reader);
  switch_off_corrected (reader, KONTOR_FOUND_DATE);
  switch_off_corrected (reader, KONTOR_FOUND_TIME);
  switch_off_corrected (reader, KONTOR_FOUND_PART);
  weigh_bounds (reader);
  settle (reader, KONTOR_FOUND_DATE);
  settle (reader, KONTOR_FOUND_TIME);
  date = first_left (reader, KONTOR_FOUND_DATE);
  time = first_left (reader, KONTOR_FOUND_TIME);
  if (time != NULL)
    fit_to_part (reader, date, time);
  else
    when->part = kontor_when_part_alone (reader);
  take_date (when, reader, date);
  take_time (when, reader, time);
  if (count_left (reader, KONTOR_FOUND_NOW) > 0)
    take_now (reader, when);
  check (reader, when);
}
