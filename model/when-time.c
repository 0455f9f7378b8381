/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours that say by themselves that they are hours. Numbers that do not are when-bare.c's. */
#include "model/when-words.h"

#include <string.h>

guint
kontor_when_read_half (const KontorWhenReader *reader, guint at, int *half)
{
  guint skipped = kontor_when_sign (reader, at, "-.") && kontor_when_touches (reader, at) &&
                  kontor_when_touches (reader, at + 1) ? 1 : 0;
  guint n = kontor_when_word (reader, at + skipped, KONTOR_WORD_AM, NULL);
  const KontorToken *token;

  *half = 1;
  if (n == 0)
    {
      n = kontor_when_word (reader, at + skipped, KONTOR_WORD_PM, NULL);
      *half = 2;
    }
  if (n == 0)
    return 0;
  token = kontor_when_token (reader, at + skipped);
  if (n == 1 && token->len == 1 &&
      (!kontor_when_touches (reader, at + skipped) || skipped > 0 ||
       kontor_when_touches (reader, at + 1)))
    return 0;
  n += skipped;
  if (n > 1 && kontor_when_sign (reader, at + n, ".") && kontor_when_touches (reader, at + n))
    n++;
  return n;
}

void
kontor_when_set_time (KontorFound *found, int hour, int minute, int half, gboolean by_24)
{
  found->hour = hour;
  found->minute = minute;
  found->impossible = hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
                      (half == 1 && hour > 12);
  found->half_unsure = half == 0 && !by_24 && hour >= 1 && hour <= 12;
  if (half == 1 && hour == 12)
    found->hour = 0;
  else if (half == 2 && hour < 12)
    found->hour += 12;
}

/* Takes the words that lead to the hour along, so that nothing of it is left over in the text. */
KontorFound *
kontor_when_add_time (KontorWhenReader *reader, guint at, guint end)
{
  guint about = kontor_when_about (reader, at);
  guint first = at - about, lead = kontor_when_lead (reader, first, KONTOR_WORD_AT, NULL);
  guint ish = kontor_when_word (reader, end, KONTOR_WORD_ISH, NULL);
  KontorFound *found;

  if (ish == 0 && kontor_when_sign (reader, end, "-"))
    ish = kontor_when_word (reader, end + 1, KONTOR_WORD_ISH, NULL) > 0 ? 2 : 0;
  for (guint i = first - lead; i < at; i++)
    if (kontor_when_owner (reader, i) != NULL)
      {
        lead = 0;
        first = at;
      }
  found = kontor_when_add (reader, KONTOR_FOUND_TIME, first - lead, end + ish);
  found->approximate = about > 0 || ish > 0;
  return found;
}

static gboolean
has_leading_zero (const KontorWhenReader *reader, guint at)
{
  const KontorToken *token = kontor_when_token (reader, at);

  return token->kind == KONTOR_TOKEN_NUMBER && token->folded[0] == '0';
}

/* 9:30, 9.30pm, 09:30:00 */
static guint
read_by_colon (KontorWhenReader *reader, guint at)
{
  int hour, minute, seconds, half = 0;
  guint digits_a, digits_b, digits, n = 3, m, clock;
  KontorFound *found;
  gboolean colon = kontor_when_sign (reader, at + 1, ":;");
  guint second = at + 2 + (colon && kontor_when_sign (reader, at + 2, ":"));

  if ((!colon && !kontor_when_sign (reader, at + 1, ".,")) ||
      kontor_when_number (reader, at, &hour, &digits_a) != 1 ||
      kontor_when_number (reader, second, &minute, &digits_b) != 1 ||
      digits_a < 1 || digits_a > 2 || digits_b != 2)
    return 0;
  if (!kontor_when_touches (reader, at + 1) && !kontor_when_touches (reader, second))
    return 0;
  n = second + 1 - at;
  if (colon && kontor_when_sign (reader, at + n, ":") && kontor_when_touches (reader, at + n) &&
      kontor_when_number (reader, at + n + 1, &seconds, &digits) == 1 && digits == 2)
    n += 2;
  m = kontor_when_read_half (reader, at + n, &half);
  if (m == 0)
    half = 0;
  clock = m > 0 ? 0 : kontor_when_oclock (reader, at, at + n);
  if (!colon && m == 0 && clock == 0)
    return 0;
  n += m + clock;
  if (m == 0 && clock == 0)
    n += kontor_when_word (reader, at + n, KONTOR_WORD_HOURS_SIGN, NULL);
  found = kontor_when_add_time (reader, at, at + n);
  kontor_when_set_time (found, hour, minute, half, has_leading_zero (reader, at));
  return n;
}

/* "9a" may be a house: it needs a neighbour that speaks of time. */
static gboolean
is_only_a_letter (const KontorWhenReader *reader, guint at, guint sign)
{
  static const KontorWordKind before[] = {
    KONTOR_WORD_AT, KONTOR_WORD_ABOUT, KONTOR_WORD_DAY, KONTOR_WORD_WEEKDAY,
    KONTOR_WORD_PART_TODAY, KONTOR_WORD_PART,
  };
  const KontorToken *token = kontor_when_token (reader, sign);

  if (token->len > 1 || kontor_when_sign (reader, sign + 1, "."))
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (before); k++)
    if (kontor_when_lead (reader, at, before[k], NULL) > 0 ||
        kontor_when_word (reader, sign + 1, before[k], NULL) > 0)
      return FALSE;
  return TRUE;
}

/* 9pm, 930pm, nine pm, nine thirty pm */
static guint
read_by_half (KontorWhenReader *reader, guint at)
{
  int hour, minute = 0, half, more;
  guint digits, digits_b, n = kontor_when_number (reader, at, &hour, &digits), m, ish;
  KontorFound *found;

  if (n == 0)
    return 0;
  ish = kontor_when_sign (reader, at + n, "-");
  m = kontor_when_word (reader, at + n + ish, KONTOR_WORD_ISH, NULL);
  ish = m > 0 && kontor_when_read_half (reader, at + n + ish + m, &half) > 0 ? ish + m : 0;
  n += ish;
  m = kontor_when_read_half (reader, at + n, &half);
  if (m == 0 && digits < 3)
    {
      guint k = kontor_when_number (reader, at + n, &more, &digits_b);

      m = k == 0 || (digits_b != 0 && digits_b != 2) || more > 59
          ? 0 : kontor_when_read_half (reader, at + n + k, &half);
      if (m == 0 || (digits_b == 2 && hour > 12))
        return 0;
      minute = more;
      n += k;
    }
  if (m == 0 || is_only_a_letter (reader, at, at + n))
    return 0;
  if (digits >= 3)
    {
      minute = hour % 100;
      hour /= 100;
    }
  found = kontor_when_add_time (reader, at, at + n + m);
  kontor_when_set_time (found, hour, minute, half, FALSE);
  found->approximate = found->approximate || ish > 0;
  return n + m;
}

/* "a la una": the article is a number there. */
static guint
read_one (KontorWhenReader *reader, guint at, guint n, int hour)
{
  if (kontor_when_word (reader, at, KONTOR_WORD_ONE, NULL) != n)
    return 0;
  kontor_when_set_time (kontor_when_add_time (reader, at, at + n), hour, 0, 0, FALSE);
  return n;
}

/* 21h30, 0930 hrs, 0930, nine o'clock */
static guint
read_by_sign (KontorWhenReader *reader, guint at)
{
  int hour, minute = 0, half = 0;
  guint digits, n = kontor_when_hour (reader, at, &hour, &digits), sign, clock, m;
  gboolean by_24;
  KontorFound *found;

  if (n == 0)
    return 0;
  clock = kontor_when_oclock (reader, at, at + n);
  if (clock > 0 && digits < 3)
    {
      m = kontor_when_read_half (reader, at + n + clock, &half);
      found = kontor_when_add_time (reader, at, at + n + clock + m);
      kontor_when_set_time (found, hour, 0, m > 0 ? half : 0, FALSE);
      return n + clock + m;
    }
  if (digits == 0)
    return read_one (reader, at, n, hour);
  sign = kontor_when_word (reader, at + 1, KONTOR_WORD_HOURS_SIGN, NULL);
  by_24 = has_leading_zero (reader, at) || hour > 1259;
  if (digits == 4 && (sign > 0 || has_leading_zero (reader, at)))
    {
      if (hour / 100 > 23 || hour % 100 > 59)
        return 0;
      found = kontor_when_add_time (reader, at, at + 1 + sign);
      kontor_when_set_time (found, hour / 100, hour % 100, 0, by_24);
      return 1 + sign;
    }
  if (digits > 2 || sign == 0 || !kontor_when_touches (reader, at + 1) ||
      !kontor_when_touches (reader, at + 2) ||
      kontor_when_number (reader, at + 2, &minute, &digits) != 1 || digits != 2 || hour > 23 ||
      minute > 59)
    return 0;
  found = kontor_when_add_time (reader, at, at + 3);
  kontor_when_set_time (found, hour, minute, 0,
                        kontor_when_word (reader, at + 1, KONTOR_WORD_OCLOCK, NULL) == 0);
  return 3;
}

/* Minutes before or after the hour: half past, quarter to, ten past, 20 to. */
static guint
minutes_at (const KontorWhenReader *reader, guint at, int *minutes, gboolean *sure)
{
  guint digits, n = kontor_when_word (reader, at, KONTOR_WORD_QUARTER, NULL), unit;
  int named;

  *minutes = 15;
  *sure = TRUE;
  if (n > 0)
    return n;
  *minutes = 30;
  n = kontor_when_word (reader, at, KONTOR_WORD_HALF, NULL);
  if (n > 0)
    return n;
  n = kontor_when_number (reader, at, minutes, &digits);
  if (n == 0 || *minutes < 1 || *minutes > 29)
    return 0;
  unit = kontor_when_word (reader, at + n, KONTOR_WORD_UNIT, &named);
  *sure = digits == 0 || *minutes > 12 || (unit > 0 && named == KONTOR_UNIT_MINUTE);
  if (unit > 0 && named != KONTOR_UNIT_MINUTE)
    return 0;
  if (unit == 0 && *minutes % 5 != 0)
    return 0;
  return n + unit;
}

/* "fünf vor halb zehn": how much the half adds to the hour. */
static guint
nested_half (const KontorWhenReader *reader, guint at, int *minutes)
{
  guint n = kontor_when_word (reader, at, KONTOR_WORD_HALF, NULL), digits;
  int hour;

  *minutes = 0;
  if (n == 0 || kontor_when_number (reader, at + n, &hour, &digits) == 0)
    return 0;
  *minutes = reader->context->language->bare_half;
  return n;
}

static guint
read_by_minutes (KontorWhenReader *reader, guint at)
{
  int minutes, hour, half = 0, nested = 0;
  gboolean sure, to = FALSE;
  guint n = minutes_at (reader, at, &minutes, &sure), between, digits, m;
  KontorFound *found;

  if (n == 0 || reader->barred[at])
    return 0;
  n += kontor_when_sign (reader, at + n, "-");
  between = kontor_when_word (reader, at + n, KONTOR_WORD_PAST, NULL);
  if (between == 0)
    {
      between = kontor_when_word (reader, at + n, KONTOR_WORD_UNTIL_HOUR, NULL);
      to = between > 0;
    }
  if (to && !sure && kontor_when_lead (reader, at, KONTOR_WORD_AT, NULL) == 0)
    return 0;
  if (between == 0 && (minutes != 30 || kontor_when_word (reader, at, KONTOR_WORD_HALF, NULL) == 0))
    return 0;
  if (to && kontor_when_is_ranged (reader, at))
    return 0;
  if (between > 0)
    n += nested_half (reader, at + n + between, &nested);
  m = kontor_when_number (reader, at + n + between, &hour, &digits);
  if (m == 0)
    {
      m = kontor_when_word (reader, at + n + between, KONTOR_WORD_CLOCK, &hour);
      half = m > 0 ? (hour == 0 ? 1 : 2) : 0;
      hour = 12;
      if (m == 0 || between == 0)
        return 0;
    }
  if (hour < 1 || hour > 23 || (between == 0 && hour > 12))
    return 0;
  n += between + m;
  n += kontor_when_word (reader, at + n, KONTOR_WORD_OCLOCK, NULL);
  if (half == 0)
    {
      m = kontor_when_read_half (reader, at + n, &half);
      half = m > 0 ? half : 0;
      n += m;
    }
  found = kontor_when_add_time (reader, at, at + n);
  kontor_when_set_time (found, hour, 0, half, FALSE);
  minutes = to ? -minutes : between > 0 ? minutes : reader->context->language->bare_half;
  kontor_when_shift_minutes (found, minutes + nested);
  return n;
}

/* nine thirty, nine fifteen, seven oh five, 9 thirty */
static guint
read_by_words (KontorWhenReader *reader, guint at)
{
  int hour, minute, half;
  guint digits, digits_b, n = kontor_when_number (reader, at, &hour, &digits), zero, m, after;
  KontorFound *found;

  if (n == 0 || digits > 2 || hour < 1 || hour > 23)
    return 0;
  zero = kontor_when_sign (reader, at + n, "-");
  zero += kontor_when_word (reader, at + n + zero, KONTOR_WORD_ZERO, NULL);
  m = kontor_when_number (reader, at + n + zero, &minute, &digits_b);
  if (m == 0 || digits_b > 0 || minute > 59 || (digits > 0 && minute < 10) ||
      (minute < 10 && (zero == 0 || kontor_when_sign (reader, at + n, "-"))) ||
      kontor_when_word (reader, at + n + zero + m, KONTOR_WORD_UNIT, NULL) > 0)
    return 0;
  n += zero + m;
  after = kontor_when_read_half (reader, at + n, &half);
  found = kontor_when_add_time (reader, at, at + n + after);
  kontor_when_set_time (found, hour, minute, after > 0 ? half : 0, FALSE);
  return n + after;
}

/* noon, midnight */
static guint
read_by_name (KontorWhenReader *reader, guint at)
{
  int value;
  guint n = kontor_when_word (reader, at, KONTOR_WORD_CLOCK, &value);
  KontorFound *found;

  if (n == 0 || !kontor_when_is_free (reader, at))
    return 0;
  found = kontor_when_add_time (reader, at, at + n);
  kontor_when_set_time (found, value / 100, value % 100, 0, TRUE);
  return n;
}

/* 7ish, 9 sharp, 10 or so */
static guint
read_by_tail (KontorWhenReader *reader, guint at)
{
  int hour, minute = 0;
  guint digits, n = kontor_when_number (reader, at, &hour, &digits), ish, sharp;
  gboolean joined;
  KontorFound *found;

  if (n == 0)
    return 0;
  joined = kontor_when_sign (reader, at + n, "-");
  ish = kontor_when_word (reader, at + n + joined, KONTOR_WORD_ISH, NULL);
  sharp = kontor_when_word (reader, at + n, KONTOR_WORD_SHARP, NULL);
  if (ish == 0 && sharp == 0)
    return 0;
  if (digits >= 3)
    {
      minute = hour % 100;
      hour /= 100;
    }
  if (hour > 23 || minute > 59)
    return 0;
  found = kontor_when_add_time (reader, at, at + n + sharp);
  kontor_when_set_time (found, hour, minute, 0, digits == 4);
  return n + (ish > 0 ? ish + joined : sharp);
}

guint
kontor_when_read_part (KontorWhenReader *reader, guint at)
{
  int part;
  guint n = kontor_when_word (reader, at, KONTOR_WORD_PART_TODAY, &part), first = at, lead;
  gboolean today = n > 0;
  KontorFound *found;

  if (!kontor_when_is_free (reader, at))
    return 0;
  if (n == 0)
    n = kontor_when_word (reader, at, KONTOR_WORD_PART, &part);
  if (n == 0)
    return 0;
  if (today)
    {
      found = kontor_when_add (reader, KONTOR_FOUND_DATE, at, at + n);
      kontor_when_set_julian (found, &reader->today);
    }
  first -= kontor_when_lead (reader, first, KONTOR_WORD_ARTICLE, NULL);
  lead = kontor_when_lead (reader, first, KONTOR_WORD_IN, NULL);
  if (lead == 0)
    lead = kontor_when_lead (reader, first, KONTOR_WORD_AT, NULL);
  first -= lead;
  for (guint i = first; i < at; i++)
    if (kontor_when_owner (reader, i) != NULL)
      first = at;
  found = kontor_when_add (reader, KONTOR_FOUND_PART, first, at + n);
  found->part = part;
  found->this_night = today && part == 4;
  return n;
}

guint
kontor_when_read_time (KontorWhenReader *reader, guint at)
{
  static guint (*const readers[]) (KontorWhenReader *, guint) = {
    read_by_colon, kontor_when_read_minutes, read_by_half, read_by_minutes, read_by_sign,
    read_by_name, read_by_words, read_by_tail,
  };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      guint n = readers[i] (reader, at);

      if (n > 0)
        return n;
    }
  return 0;
}
