/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours with their minutes behind them ("٩ ونص", "jam 9 lewat 15", "9 बजकर 30 मिनट"), and hours
 * that a word before them moves ("साढ़े नौ", "সোয়া দশটা", "डेढ़ बजे"). The same words count
 * hours too: what is followed by a unit is a length and read by when-span.c. */
#include "model/when-words.h"

static gboolean
is_led (const KontorWhenReader *reader, guint at)
{
  return kontor_when_lead (reader, at, KONTOR_WORD_AT, NULL) > 0 ||
         kontor_when_lead (reader, at, KONTOR_WORD_ABOUT, NULL) > 0;
}

guint
kontor_when_hour (const KontorWhenReader *reader, guint at, int *hour, guint *digits)
{
  guint n = kontor_when_number (reader, at, hour, digits);
  int alone = 0;

  if (n > 0 || !kontor_when_is_free (reader, at))
    return n;
  n = kontor_when_word (reader, at, KONTOR_WORD_ONE, &alone);
  if (n == 0 || (kontor_when_oclock (reader, at, at + n) == 0 && !(alone && is_led (reader, at))))
    return 0;
  *hour = 1;
  *digits = 0;
  return n;
}

static gboolean
is_amount (const KontorWhenReader *reader, guint end)
{
  return kontor_when_word (reader, end, KONTOR_WORD_CURRENCY, NULL) > 0 ||
         kontor_when_word (reader, end, KONTOR_WORD_COUNTED, NULL) > 0 ||
         (kontor_when_word (reader, end, KONTOR_WORD_UNIT, NULL) > 0 &&
          kontor_when_word (reader, end, KONTOR_WORD_OCLOCK, NULL) == 0);
}

/* "৯টা থেকে ১১টা", "৯টা না ১০টায়" */
static gboolean
is_first_of_two (const KontorWhenReader *reader, guint end)
{
  static const KontorWordKind between[] = { KONTOR_WORD_RANGE, KONTOR_WORD_OR, KONTOR_WORD_NO };
  guint m = 0, n, digits, clock;
  int value;

  for (guint k = 0; m == 0 && k < G_N_ELEMENTS (between); k++)
    m = kontor_when_word (reader, end, between[k], NULL);
  n = m > 0 ? kontor_when_number (reader, end + m, &value, &digits) : 0;
  clock = n > 0 ? kontor_when_word (reader, end + m + n, KONTOR_WORD_OCLOCK, NULL) : 0;

  return clock > 0 && !is_amount (reader, end + m + n + clock);
}

/* What stands behind "৯টা" and is said of hours alone: "সকালে", "র আগে", "দিকে", "৩০ মিনিট". */
static gboolean
is_followed_as_hour (const KontorWhenReader *reader, guint end)
{
  static const KontorWordKind after[] = {
    KONTOR_WORD_PART, KONTOR_WORD_BOUND_AFTER, KONTOR_WORD_ISH, KONTOR_WORD_MINUTES_MORE,
  };
  int value, unit = KONTOR_UNIT_HOUR;
  guint digits, n = kontor_when_number (reader, end, &value, &digits);

  for (guint k = 0; k < G_N_ELEMENTS (after); k++)
    if (kontor_when_word (reader, end, after[k], NULL) > 0)
      return TRUE;
  return is_first_of_two (reader, end) ||
         (n > 0 && kontor_when_word (reader, end + n, KONTOR_WORD_UNIT, &unit) > 0 &&
          unit == KONTOR_UNIT_MINUTE);
}

gboolean
kontor_when_is_ranged (const KontorWhenReader *reader, guint at)
{
  guint between = kontor_when_lead (reader, at, KONTOR_WORD_BETWEEN, NULL);

  return between > kontor_when_lead (reader, at, KONTOR_WORD_AT, NULL) &&
         between > kontor_when_about (reader, at);
}

/* "de 9h à 10h", "entre 9h et 10h" */
static gboolean
begins_range (const KontorWhenReader *reader, guint at, guint end)
{
  int weakly = 0;

  return kontor_when_lead (reader, at, KONTOR_WORD_BETWEEN, &weakly) > 0 &&
         (!weakly || kontor_when_word (reader, end, KONTOR_WORD_RANGE, NULL) > 0);
}

guint
kontor_when_oclock (const KontorWhenReader *reader, guint at, guint end)
{
  static const KontorWordKind before[] = {
    KONTOR_WORD_PART, KONTOR_WORD_PART_TODAY, KONTOR_WORD_DAY, KONTOR_WORD_WEEKDAY,
    KONTOR_WORD_AT, KONTOR_WORD_ABOUT, KONTOR_WORD_HOUR_SHIFT, KONTOR_WORD_BOUND,
  };
  int weakly = 0;
  guint n = kontor_when_word (reader, end, KONTOR_WORD_OCLOCK, &weakly);

  if (n == 0 || !weakly)
    return n;
  if (weakly == 2 && !is_led (reader, at) && reader->context->asked != KONTOR_WHEN_ASKED_TIME &&
      kontor_when_word (reader, end + n, KONTOR_WORD_PART, NULL) == 0)
    return 0;
  if (kontor_when_word (reader, end + n, KONTOR_WORD_COUNTED, NULL) > 0 ||
      kontor_when_word (reader, end + n, KONTOR_WORD_CURRENCY, NULL) > 0)
    return 0;
  for (guint k = 0; k < G_N_ELEMENTS (before); k++)
    if (kontor_when_lead (reader, at, before[k], NULL) > 0)
      return n;
  if (begins_range (reader, at, end + n))
    return n;
  return reader->context->asked == KONTOR_WHEN_ASKED_TIME ||
         is_followed_as_hour (reader, end + n) ? n : 0;
}

void
kontor_when_shift_minutes (KontorFound *found, int minutes)
{
  minutes = (found->hour * 60 + minutes + 24 * 60) % (24 * 60);
  if (found->half_unsure && minutes < 60)
    minutes += 12 * 60;
  found->hour = minutes / 60;
  found->minute = minutes % 60;
}

/* An hour from @at to @end, moved by @minutes. How many tokens it is with what follows it. */
static guint
add_shifted (KontorWhenReader *reader, guint at, guint end, int hour, int minutes)
{
  int half = 0;
  guint m = kontor_when_read_half (reader, end, &half);
  KontorFound *found = kontor_when_add_time (reader, at, end + m);

  kontor_when_set_time (found, hour, 0, m > 0 ? half : 0, FALSE);
  kontor_when_shift_minutes (found, minutes);
  return end + m - at;
}

/* साढ़े नौ बजे */
static guint
read_moved (KontorWhenReader *reader, guint at)
{
  int shift, hour;
  guint digits, n = kontor_when_word (reader, at, KONTOR_WORD_HOUR_SHIFT, &shift), m, end;

  if (n == 0 || !kontor_when_is_free (reader, at))
    return 0;
  m = kontor_when_number (reader, at + n, &hour, &digits);
  end = at + n + m;
  if (m == 0 || hour < 1 || hour > 23 || is_amount (reader, end))
    return 0;
  end += kontor_when_word (reader, end, KONTOR_WORD_OCLOCK, NULL);
  return is_amount (reader, end) ? 0 : add_shifted (reader, at, end, hour, shift);
}

/* डेढ़ बजे */
static guint
read_and_half (KontorWhenReader *reader, guint at)
{
  static const KontorWordKind before[] = {
    KONTOR_WORD_PART, KONTOR_WORD_PART_TODAY, KONTOR_WORD_DAY, KONTOR_WORD_AT,
  };
  int minutes;
  guint n = kontor_when_word (reader, at, KONTOR_WORD_HOUR_AND_HALF, &minutes), clock;
  gboolean led = FALSE;

  if (n == 0 || !kontor_when_is_free (reader, at))
    return 0;
  clock = kontor_when_word (reader, at + n, KONTOR_WORD_OCLOCK, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (before); k++)
    led = led || kontor_when_lead (reader, at, before[k], NULL) > 0;
  if ((clock == 0 && !led) || is_amount (reader, at + n + clock))
    return 0;
  return add_shifted (reader, at, at + n + clock, minutes / 60, minutes % 60);
}

/* "20", "twenty five", "خمس وعشرين"; what is only joined by an "and" must look like minutes. */
static guint
read_number (const KontorWhenReader *reader, guint at, int weakly, int *minutes)
{
  int named = KONTOR_UNIT_HOUR, tens = 0;
  guint digits, n = kontor_when_number (reader, at, minutes, &digits), unit, and;

  if (n == 0 || digits > 2 || *minutes < 1 || *minutes > 59)
    return 0;
  and = digits == 0 && *minutes < 10
        ? kontor_when_word (reader, at + n, KONTOR_WORD_MINUTES_MORE, NULL) : 0;
  if (and > 0 && kontor_when_word (reader, at + n + and, KONTOR_WORD_NUMBER, &tens) == 1 &&
      tens >= 20 && tens <= 50 && tens % 10 == 0)
    {
      *minutes += tens;
      n += and + 1;
    }
  unit = kontor_when_word (reader, at + n, KONTOR_WORD_UNIT, &named);
  if (unit > 0 && named != KONTOR_UNIT_MINUTE)
    return 0;
  if (weakly && unit == 0 && ((weakly == 1 && *minutes < 15) || *minutes % 5 != 0))
    return 0;
  return n + unit;
}

static guint
read_fraction (const KontorWhenReader *reader, guint at, int weakly, int *minutes)
{
  guint n = kontor_when_word (reader, at, KONTOR_WORD_HALF, NULL);

  *minutes = 30;
  if (n > 0)
    return n;
  *minutes = 15;
  n = kontor_when_word (reader, at, KONTOR_WORD_QUARTER, NULL);
  if (n > 0)
    return n;
  n = kontor_when_word (reader, at, KONTOR_WORD_THIRD, minutes);
  return n > 0 ? n : read_number (reader, at, weakly, minutes);
}

/* "21 de noviembre" */
static gboolean
is_of_month (const KontorWhenReader *reader, guint at)
{
  guint n = kontor_when_word (reader, at, KONTOR_WORD_OF, NULL);

  return n > 0 && (kontor_when_word (reader, at + n, KONTOR_WORD_MONTH, NULL) > 0 ||
                   kontor_when_word (reader, at + n, KONTOR_WORD_MONTH_MAYBE, NULL) > 0 ||
                   kontor_when_word (reader, at + n, KONTOR_WORD_MONTH_AHEAD, NULL) > 0);
}

/* "9टा ३० मिनट": minutes right after the hour's sign, where they are no day of a month. */
static guint
read_joined (const KontorWhenReader *reader, guint at, int *minutes)
{
  static const KontorWordKind others[] = {
    KONTOR_WORD_MONTH, KONTOR_WORD_MONTH_MAYBE, KONTOR_WORD_ORDINAL_SIGN, KONTOR_WORD_OCLOCK,
    KONTOR_WORD_AM, KONTOR_WORD_PM,
  };
  const KontorToken *token = kontor_when_token (reader, at);
  guint n = token != NULL && (token->kind == KONTOR_TOKEN_WORD || token->len >= 2)
            ? read_number (reader, at, 2, minutes) : 0;

  if (n == 0 || kontor_when_touches (reader, at))
    return n;
  if (kontor_when_sign (reader, at + n, "/.-:") || is_of_month (reader, at + n))
    return 0;
  for (guint k = 0; k < G_N_ELEMENTS (others); k++)
    if (kontor_when_word (reader, at + n, others[k], NULL) > 0)
      return 0;
  return n;
}

/* ٩ ونص, ١٠ إلا ربع, jam 9 lewat 15 */
static guint
read_behind (KontorWhenReader *reader, guint at)
{
  int hour, all = 0, minutes;
  guint digits, n = kontor_when_hour (reader, at, &hour, &digits), end, clock, m;
  gboolean any = FALSE;

  if (n == 0 || digits > 2 || hour > 23 || kontor_when_is_ranged (reader, at))
    return 0;
  clock = kontor_when_oclock (reader, at, at + n);
  end = at + n + clock;
  for (guint round = 0; round < 2; round++)
    {
      int weakly = 0, sign = 1;

      m = kontor_when_word (reader, end, KONTOR_WORD_MINUTES_MORE, &weakly);
      if (m == 0)
        {
          sign = -1;
          m = kontor_when_word (reader, end, KONTOR_WORD_MINUTES_LESS, &weakly);
        }
      n = m == 0 ? 0 : read_fraction (reader, end + m, weakly, &minutes);
      if (m == 0 && clock > 0 && round == 0)
        {
          sign = 1;
          n = read_joined (reader, end, &minutes);
        }
      if (n == 0)
        break;
      any = TRUE;
      all += sign * minutes;
      end += m + n;
    }
  if (!any || is_amount (reader, end))
    return 0;
  end += kontor_when_word (reader, end, KONTOR_WORD_OCLOCK, NULL);
  return add_shifted (reader, at, end, hour, all);
}

guint
kontor_when_read_minutes (KontorWhenReader *reader, guint at)
{
  static guint (*const readers[]) (KontorWhenReader *, guint) = {
    read_moved, read_and_half, read_behind,
  };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      guint n = readers[i] (reader, at);

      if (n > 0)
        return n;
    }
  return 0;
}
