/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures-when.c — days and clocks, as machines and as people write them. Which of "3/4" is the
 * month is left open: it is no invention in either reading. */
#include "assistant/figures-inside.h"

static gint64
date_value (int year, int month, int day)
{
  return (gint64) year * 10000 + month * 100 + day;
}

static void
mean_day (KontorFigure *figure, int year, int month, int day)
{
  if (year > 0 && year < 100)
    year += 2000;
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
    mean (figure, KONTOR_FIGURE_DATE, date_value (year, month, day), "");
}

/* "2026-11-21", "21/11/2026", "21.11.26", "21/11", "21.11." */
guint
kontor_figures_read_digits_of_day (KontorFigureReader *self, guint i)
{
  const char *sign = is_sign (self, i + 1, "-/.") && touches (self, i) && touches (self, i + 1)
                     ? TOKEN (self, i + 1)->folded : NULL;
  gboolean three = sign != NULL && is_number (self, i + 2) && is_sign (self, i + 3, sign) &&
                   touches (self, i + 2) && touches (self, i + 3) && is_number (self, i + 4);
  gboolean two = sign != NULL && !three && int_of (self, i + 2) > 0 &&
                 (*sign == '/' || (*sign == '.' && self->language->dotted_days &&
                                   is_sign (self, i + 3, ".") && touches (self, i + 2)));
  int a = int_of (self, i), b = int_of (self, i + 2), c = three ? int_of (self, i + 4) : 0;
  KontorFigure figure = { 0 }, *there;

  if ((!three && !two) || a < 0 || b < 0 || c < 0)
    return 0;
  if (three && digits_of (self, i) == 4)
    mean_day (&figure, a, b, c);
  else
    {
      mean_day (&figure, c, b, a);
      mean_day (&figure, c, a, b);
    }
  if (figure.n == 0)
    return 0;
  there = put (self, i, i + (three ? 5 : 3));
  there->n = figure.n;
  memcpy (there->meanings, figure.meanings, sizeof figure.meanings);

  return three ? 5 : 3;
}

static guint
match_month (const KontorFigureReader *self, guint i, int *month)
{
  guint n = kontor_language_match (self->tokens, i, KONTOR_WORD_MONTH, month);

  return n > 0 ? n : kontor_language_match (self->tokens, i, KONTOR_WORD_MONTH_MAYBE, month);
}

/* What may stand between day and month, or month and year. */
static guint
skip_between (const KontorFigureReader *self, guint i)
{
  guint n = 1;

  while (n > 0)
    {
      n = kontor_language_match (self->tokens, i, KONTOR_WORD_OF, NULL);
      if (n == 0)
        n = kontor_language_match (self->tokens, i, KONTOR_WORD_ORDINAL_SIGN, NULL);
      if (n == 0 && is_sign (self, i, ".,"))
        n = 1;
      i += n;
    }

  return i;
}

/* The year that follows, if one does; *to is moved behind it. */
static int
read_year (const KontorFigureReader *self, guint *to)
{
  guint at = skip_between (self, *to);

  if (!is_number (self, at) || digits_of (self, at) != 4 || int_of (self, at) < 1900 ||
      int_of (self, at) > 2200)
    return 0;
  *to = at + 1;

  return int_of (self, at);
}

/* "21 November 2026", "21st of Nov", "21. November" */
guint
kontor_figures_read_day_of_month (KontorFigureReader *self, guint i)
{
  guint at = skip_between (self, i + 1), n, to;
  int day = int_of (self, i), month = 0, year;

  if (day < 1 || day > 31)
    return 0;
  n = match_month (self, at, &month);
  if (n == 0)
    return 0;
  to = at + n;
  year = read_year (self, &to);
  mean_day (put (self, i, to), year, month, day);

  return to - i;
}

/* "November 21, 2026" */
guint
kontor_figures_read_month_of_day (KontorFigureReader *self, guint i)
{
  int month = 0, day, year;
  guint n = match_month (self, i, &month), to = i + n;

  day = n > 0 ? int_of (self, to) : -1;
  if (day < 1 || day > 31)
    return 0;
  to++;
  year = read_year (self, &to);
  mean_day (put (self, i, to), year, month, day);

  return to - i;
}

guint
kontor_figures_read_day_word (KontorFigureReader *self, guint i)
{
  int ahead = 0;
  guint n = kontor_language_match (self->tokens, i, KONTOR_WORD_DAY, &ahead);
  KontorWallTime day = *self->today;

  if (n == 0 || ahead == 0 || !kontor_wall_time_add_days (&day, ahead))
    return n;
  mean_day (put (self, i, i + n), day.year, day.month, day.day);

  return n;
}

guint
kontor_figures_read_weekday (KontorFigureReader *self, guint i)
{
  int weekday = 0;
  guint n = kontor_language_match (self->tokens, i, KONTOR_WORD_WEEKDAY, &weekday);

  if (n > 0)
    mean (put (self, i, i + n), KONTOR_FIGURE_WEEKDAY, weekday, "");

  return n;
}

/* "am", "p.m." after it: *half is 12 where afternoon is said. "a" is more than one thing. */
static guint
match_half (const KontorFigureReader *self, guint i, int *half)
{
  guint am = kontor_language_match (self->tokens, i, KONTOR_WORD_AM, NULL);
  guint pm = kontor_language_match (self->tokens, i, KONTOR_WORD_PM, NULL);
  guint n = MAX (am, pm);

  if (n == 0 || (n == 1 && i > 0 && TOKEN (self, i)->len == 1 && !touches (self, i - 1)))
    return 0;
  *half = pm >= am ? 12 : 0;

  return n;
}

static gint64
minutes_of (int hour, int minute, int half)
{
  if (half >= 0 && hour <= 12)
    hour = hour % 12 + half;

  return hour % 24 * 60 + minute;
}

static guint
put_clock (KontorFigureReader *self, guint from, guint to, int hour, int minute)
{
  int half = -1;

  to += match_half (self, to, &half);
  mean (put (self, from, to), KONTOR_FIGURE_TIME, minutes_of (hour, minute, half), "");

  return to - from;
}

/* "09:00", "21h30", "9 pm", "9 Uhr", "9 Uhr 30" is left to whoever writes so. */
guint
kontor_figures_read_clock (KontorFigureReader *self, guint i)
{
  int hour = int_of (self, i), half = -1, kind = 0;
  gboolean two = is_number (self, i + 2) && digits_of (self, i + 2) == 2 && touches (self, i) &&
                 touches (self, i + 1) && int_of (self, i + 2) < 60;
  guint n;

  if (hour < 0 || hour > 24 || digits_of (self, i) > 2)
    return 0;
  if (two && (is_sign (self, i + 1, ":") ||
              kontor_language_match (self->tokens, i + 1, KONTOR_WORD_HOURS_SIGN, NULL) == 1))
    return put_clock (self, i, i + 3, hour, int_of (self, i + 2));
  if (hour >= 1 && hour <= 12 && match_half (self, i + 1, &half) > 0)
    return put_clock (self, i, i + 1, hour, 0);
  n = kontor_language_match (self->tokens, i + 1, KONTOR_WORD_OCLOCK, &kind);
  if (n == 0 || kind != 0)
    return 0;

  return put_clock (self, i, i + 1 + n, hour, 0);
}

guint
kontor_figures_read_clock_word (KontorFigureReader *self, guint i)
{
  int clock = 0;
  guint n = kontor_language_match (self->tokens, i, KONTOR_WORD_CLOCK, &clock);

  if (n > 0)
    mean (put (self, i, i + n), KONTOR_FIGURE_TIME, clock / 100 % 24 * 60 + clock % 100, "");

  return n;
}
