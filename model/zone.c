/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GDateTime moves a time that does not exist without saying so, and a time that exists twice to
 * one of the two. An appointment needs to know, so the intervals of the zone (stretches of one
 * offset) are asked directly: a wall time fits each interval in which the instant it would be
 * lies. None is a gap, two are an hour that comes twice.
 */
#include "model/zone.h"

#include "model/error.h"

#define MINUTES_PER_DAY (24 * 60)
#define EPOCH_DAY 719163  /* GDate's number of 1970-01-01 */
#define LAST_DAY 3652059  /* GDate's number of 9999-12-31 */
#define WIDEST_OFFSET_S (16 * 60 * 60)  /* Manila was at -15:56 until 1844: none is wider */

/* The zones of the database that have a digit and no slash; any other is a POSIX rule. */
static const char * const numbered[] = {
  "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "GMT0", "GMT+0", "GMT-0", NULL
};

static gboolean
is_zone_name (const char *name)
{
  if (name == NULL || !g_ascii_isalpha (name[0]) || g_str_equal (name, "Z") ||
      strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/_+-") != strlen (name))
    return FALSE;

  return strchr (name, '/') != NULL || strpbrk (name, G_CSET_DIGITS) == NULL ||
         g_strv_contains (numbered, name);
}

GTimeZone *
kontor_zone_find (const char *name, GError **error)
{
  GTimeZone *zone = is_zone_name (name) ? g_time_zone_new_identifier (name) : NULL;

  if (zone == NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "“%s” is no time zone: give one such as Europe/Berlin or Asia/Dubai",
                 name != NULL ? name : "");
  return zone;
}

static gint64
day_of (const KontorWallTime *wall)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, wall->day, wall->month, wall->year);
  return g_date_get_julian (&date);
}

static gint64
minutes_of (const KontorWallTime *wall)
{
  return (day_of (wall) - EPOCH_DAY) * MINUTES_PER_DAY + wall->hour * 60 + wall->minute;
}

/* @minutes count from the start of 1970, on the clock's face. */
static gboolean
set_minutes (KontorWallTime *wall, gint64 minutes)
{
  gint64 of_day = minutes % MINUTES_PER_DAY;
  gint64 day;
  GDate date;

  if (of_day < 0)
    of_day += MINUTES_PER_DAY;
  day = (minutes - of_day) / MINUTES_PER_DAY + EPOCH_DAY;
  if (day < 1 || day > LAST_DAY)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  *wall = (KontorWallTime) {
    g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date),
    of_day / 60, of_day % 60
  };
  return TRUE;
}

/* @before and @after are seconds UTC with one change of the clock between them. */
static gint64
find_change (GTimeZone *zone, gint64 before, gint64 after)
{
  int old = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, before);

  while (after - before > 1)
    {
      gint64 middle = before + (after - before) / 2;

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, middle) == old)
        before = middle;
      else
        after = middle;
    }

  return after;
}

/* The last interval that ends before the clock shows @face_s, and so jumps over it. */
static gint64
end_of_gap (GTimeZone *zone, gint64 face_s, int first, int last)
{
  for (int i = last; i > first; i--)
    {
      gint64 by_old = face_s - g_time_zone_get_offset (zone, i - 1);
      gint64 by_new = face_s - g_time_zone_get_offset (zone, i);

      if (by_new < by_old && g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, by_new) < i &&
          g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, by_old) >= i)
        return find_change (zone, by_new, by_old);
    }

  return face_s;
}

gboolean
kontor_zone_to_instant (const KontorWallTime *wall, GTimeZone *zone, KontorZoneFit *fit,
                        gint64 *instant_us)
{
  gint64 face_s, instant_s = 0;
  int first, last, n_fits = 0;

  *instant_us = 0;
  if (fit != NULL)
    *fit = KONTOR_ZONE_FINE;
  if (!kontor_wall_time_is_valid (wall))
    return FALSE;

  face_s = minutes_of (wall) * 60;
  first = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, face_s - WIDEST_OFFSET_S);
  last = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, face_s + WIDEST_OFFSET_S);
  for (int i = last; i >= first; i--)
    {
      gint64 candidate_s = face_s - g_time_zone_get_offset (zone, i);

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, candidate_s) != i)
        continue;
      instant_s = candidate_s;
      n_fits++;
    }
  if (n_fits == 0)
    instant_s = end_of_gap (zone, face_s, first, last);
  if (fit != NULL && n_fits != 1)
    *fit = n_fits == 0 ? KONTOR_ZONE_GAP : KONTOR_ZONE_TWICE;

  *instant_us = instant_s * G_USEC_PER_SEC;
  return n_fits > 0;
}

gboolean
kontor_zone_from_instant (gint64 instant_us, GTimeZone *zone, KontorWallTime *wall)
{
  gint64 seconds = instant_us / G_USEC_PER_SEC - (instant_us % G_USEC_PER_SEC < 0 ? 1 : 0);
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  gint64 face_s = seconds + g_time_zone_get_offset (zone, interval);

  return set_minutes (wall, face_s / 60 - (face_s % 60 < 0 ? 1 : 0));
}

gboolean
kontor_wall_time_is_valid (const KontorWallTime *wall)
{
  return wall->year >= 1 && wall->year <= 9999 && wall->month >= 1 && wall->month <= 12 &&
         wall->day >= 1 && wall->day <= 31 &&
         g_date_valid_dmy (wall->day, wall->month, wall->year) &&
         wall->hour >= 0 && wall->hour <= 23 && wall->minute >= 0 && wall->minute <= 59;
}

/* In @form a 0 stands for a digit and a T for a T or a space. */
static gboolean
has_form (const char *text, const char *form)
{
  if (text == NULL || strlen (text) != strlen (form))
    return FALSE;

  for (; *form != '\0'; text++, form++)
    {
      gboolean fits = *form == '0' ? g_ascii_isdigit (*text)
                      : *form == 'T' ? *text == 'T' || *text == ' ' : *text == *form;

      if (!fits)
        return FALSE;
    }

  return TRUE;
}

static int
number_at (const char *text, int length)
{
  int value = 0;

  for (int i = 0; i < length; i++)
    value = value * 10 + (text[i] - '0');

  return value;
}

static gboolean
take_if_valid (const char *text, const KontorWallTime *read, KontorWallTime *wall, GError **error)
{
  if (!kontor_wall_time_is_valid (read))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "“%s” is not on the calendar or the clock: correct the day or the time", text);
      return FALSE;
    }

  *wall = *read;
  return TRUE;
}

gboolean
kontor_wall_time_parse (const char *text, KontorWallTime *wall, GError **error)
{
  if (!has_form (text, "0000-00-00T00:00"))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "“%s” is no date and time: write it as 2026-11-21T09:00",
                   text != NULL ? text : "");
      return FALSE;
    }

  return take_if_valid (text,
                        &(KontorWallTime) { number_at (text, 4), number_at (text + 5, 2),
                                            number_at (text + 8, 2), number_at (text + 11, 2),
                                            number_at (text + 14, 2) },
                        wall, error);
}

gboolean
kontor_wall_date_parse (const char *text, KontorWallTime *wall, GError **error)
{
  if (!has_form (text, "0000-00-00"))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "“%s” is no date: write it as 2026-11-21", text != NULL ? text : "");
      return FALSE;
    }

  return take_if_valid (text,
                        &(KontorWallTime) { number_at (text, 4), number_at (text + 5, 2),
                                            number_at (text + 8, 2) },
                        wall, error);
}

char *
kontor_wall_time_format (const KontorWallTime *wall)
{
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", wall->year, wall->month, wall->day,
                          wall->hour, wall->minute);
}

char *
kontor_wall_date_format (const KontorWallTime *wall)
{
  return g_strdup_printf ("%04d-%02d-%02d", wall->year, wall->month, wall->day);
}

int
kontor_wall_time_compare (const KontorWallTime *a, const KontorWallTime *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->hour != b->hour)
    return a->hour < b->hour ? -1 : 1;

  return (a->minute > b->minute) - (a->minute < b->minute);
}

int
kontor_wall_time_weekday (const KontorWallTime *wall)
{
  g_return_val_if_fail (kontor_wall_time_is_valid (wall), 0);

  return (day_of (wall) - 1) % 7 + 1;
}

gboolean
kontor_wall_time_add_minutes (KontorWallTime *wall, gint64 minutes)
{
  const gint64 most = (gint64) LAST_DAY * MINUTES_PER_DAY;

  if (!kontor_wall_time_is_valid (wall) || minutes > most || minutes < -most)
    return FALSE;

  return set_minutes (wall, minutes_of (wall) + minutes);
}

gboolean
kontor_wall_time_add_days (KontorWallTime *wall, int days)
{
  return kontor_wall_time_add_minutes (wall, (gint64) days * MINUTES_PER_DAY);
}
