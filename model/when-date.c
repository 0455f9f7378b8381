/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates that are written out. A day and month without a year is the next one there will be, but
 * one that has only just gone by is reported as past: who writes "19/11" on the 20th has made a
 * mistake or means yesterday, and seldom next year. */
#include "model/when-words.h"

#define JUST_GONE_BY_DAYS 60

gboolean
kontor_when_set_date (KontorFound *found, int year, int month, int day)
{
  found->impossible = year < 1900 || year > 9000 || month < 1 || month > 12 || day < 1 ||
                      day > 31 || !g_date_valid_dmy (day, month, year);
  found->year = year;
  found->month = month;
  found->day = day;
  return !found->impossible;
}

void
kontor_when_set_julian (KontorFound *found, const GDate *date)
{
  kontor_when_set_date (found, g_date_get_year (date), g_date_get_month (date),
                        g_date_get_day (date));
}

static int
days_ahead (const KontorWhenReader *reader, int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_days_between (&reader->today, &date);
}

void
kontor_when_set_yearless (const KontorWhenReader *reader, KontorFound *found, int month, int day)
{
  int year = g_date_get_year (&reader->today);

  if (kontor_when_set_date (found, year - 1, month, day) &&
      days_ahead (reader, year - 1, month, day) >= -JUST_GONE_BY_DAYS)
    return;
  if (kontor_when_set_date (found, year, month, day) &&
      days_ahead (reader, year, month, day) >= -JUST_GONE_BY_DAYS)
    return;
  kontor_when_set_date (found, year + 1, month, day);
}

void
kontor_when_set_day (const KontorWhenReader *reader, KontorFound *found, int day, int months)
{
  GDate first = reader->today;

  g_date_set_day (&first, 1);
  if (months >= 0)
    {
      g_date_add_months (&first, months);
      kontor_when_set_date (found, g_date_get_year (&first), g_date_get_month (&first), day);
      return;
    }
  for (guint i = 0; i < 3; i++, g_date_add_months (&first, 1))
    if (kontor_when_set_date (found, g_date_get_year (&first), g_date_get_month (&first), day) &&
        days_ahead (reader, found->year, found->month, day) >= 0)
      return;
}

static guint
lead_of_day (const KontorWhenReader *reader, guint at, gboolean *strongly)
{
  int strong = 0;
  int leads = 0;
  guint article = kontor_when_lead (reader, at, KONTOR_WORD_ARTICLE, &leads);
  guint on = kontor_when_lead (reader, at - article, KONTOR_WORD_ON, &strong);

  *strongly = leads != 0 || (on > 0 && (strong || article > 0));
  for (guint i = at - article - on; i < at; i++)
    if (kontor_when_owner (reader, i) != NULL)
      return 0;
  return article + on;
}

static int
full_year (int year, guint digits)
{
  return digits == 4 ? year : 2000 + year;
}

static guint
digits_of (const KontorWhenReader *reader, guint at, int *value)
{
  guint digits = 0;

  return kontor_when_number (reader, at, value, &digits) == 1 ? digits : 0;
}

/* Day and month in the order of the shop, or the other way where only that makes a date. */
static void
set_day_month (const KontorWhenReader *reader, KontorFound *found, int a, int b, int year)
{
  gboolean month_first = reader->context->month_first;
  int month, day;

  if (a > 12 && b <= 12)
    month_first = FALSE;
  else if (b > 12 && a <= 12)
    month_first = TRUE;
  month = month_first ? a : b;
  day = month_first ? b : a;
  if (year == 0)
    kontor_when_set_yearless (reader, found, month, day);
  else
    kontor_when_set_date (found, year, month, day);
}

/* "5.12." and "5.12 um 9": what follows the month says that it is one. */
static gboolean
is_dotted_day (const KontorWhenReader *reader, guint end)
{
  if (!reader->context->language->dotted_days)
    return FALSE;
  return kontor_when_word (reader, end, KONTOR_WORD_AT, NULL) > 0 ||
         (kontor_when_sign (reader, end, ".") && kontor_when_touches (reader, end));
}

/* Whether "a.b" or "a-b" is more likely a date than an hour or a range of hours. */
static gboolean
is_date_by_two (const KontorWhenReader *reader, guint at, int a, int b, guint digits_b)
{
  gboolean strongly;
  int half;

  lead_of_day (reader, at, &strongly);
  if (b < 1 || b > 12 || a < 1 || a > 31 ||
      kontor_when_read_half (reader, at + 3, &half) > 0 ||
      (kontor_when_word (reader, at + 3, KONTOR_WORD_UNIT, NULL) > 0 &&
       kontor_when_word (reader, at + 3, KONTOR_WORD_AT, NULL) == 0))
    return FALSE;
  if (kontor_when_oclock (reader, at, at + 3) > 0)
    return FALSE;
  if (strongly || reader->context->asked == KONTOR_WHEN_ASKED_DATE)
    return TRUE;
  if (kontor_when_lead (reader, at, KONTOR_WORD_AT, NULL) > 0 ||
      kontor_when_lead (reader, at, KONTOR_WORD_ABOUT, NULL) > 0 ||
      reader->context->asked == KONTOR_WHEN_ASKED_TIME)
    return FALSE;
  return (a > 12 && digits_b == 2 && (a > 24 || b % 5 != 0)) || is_dotted_day (reader, at + 3);
}

static guint
read_in_figures (KontorWhenReader *reader, guint at)
{
  int a, b, c;
  guint digits_a = digits_of (reader, at, &a), digits_b = digits_of (reader, at + 2, &b), digits_c;
  gboolean slash = kontor_when_sign (reader, at + 1, "/"), strongly;
  guint lead, n = 3;
  KontorFound *found;
  int half;

  if (digits_a == 0 || digits_b == 0 || digits_b > 2 || !kontor_when_sign (reader, at + 1, "/.-") ||
      (!slash && (!kontor_when_touches (reader, at + 1) || !kontor_when_touches (reader, at + 2))))
    return 0;
  digits_c = digits_of (reader, at + 4, &c);
  if (!kontor_when_sign (reader, at + 3, kontor_when_token (reader, at + 1)->folded) ||
      !kontor_when_touches (reader, at + 4))
    digits_c = 0;
  lead = lead_of_day (reader, at, &strongly);
  if (digits_c > 0)
    n = 5;
  if (digits_c > 0 && digits_a == 4 && digits_c <= 2)
    {
      found = kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, at + n);
      kontor_when_set_date (found, a, b, c);
      return n;
    }
  if (digits_a > 2 || digits_c == 1 || digits_c == 3)
    return 0;
  if (digits_c == 0 && !slash && !is_date_by_two (reader, at, a, b, digits_b))
    return 0;
  if (digits_c == 0 && slash &&
      (kontor_when_read_half (reader, at + 3, &half) > 0 || kontor_when_sign (reader, at + 3, ":")))
    return 0;
  if (digits_c == 0 && kontor_when_sign (reader, at + 3, ".") && !slash)
    n += kontor_when_touches (reader, at + 3);
  found = kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, at + n);
  set_day_month (reader, found, a, b, digits_c > 0 ? full_year (c, digits_c) : 0);
  return n;
}

/* 21 11 2026 */
static guint
read_spaced (KontorWhenReader *reader, guint at)
{
  int a, b, year;
  guint digits_a = digits_of (reader, at, &a), digits_b = digits_of (reader, at + 1, &b), lead;
  guint digits = digits_of (reader, at + 2, &year);
  gboolean strongly;

  if (digits_a < 1 || digits_a > 2 || digits_b < 1 || digits_b > 2 || digits != 4 ||
      year < 2000 || year > 2099 || (a > 12 && b > 12))
    return 0;
  lead = lead_of_day (reader, at, &strongly);
  set_day_month (reader, kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, at + 3), a, b,
                 year);
  return 3;
}

static guint
month_at (const KontorWhenReader *reader, guint at, int *month, gboolean *maybe)
{
  guint n = kontor_when_word (reader, at, KONTOR_WORD_MONTH, month);

  *maybe = n == 0;
  return n > 0 ? n : kontor_when_word (reader, at, KONTOR_WORD_MONTH_MAYBE, month);
}

/* "21", "21st", "twenty first"; @named when it can be nothing but a place in a row. */
static guint
day_at (const KontorWhenReader *reader, guint at, int *day, gboolean *named)
{
  guint digits, n = kontor_when_word (reader, at, KONTOR_WORD_ORDINAL, day), sign;

  *named = TRUE;
  if (n > 0 && kontor_when_is_free (reader, at))
    return n;
  if (kontor_when_number (reader, at, day, &digits) != 1 || digits == 0 || digits > 2)
    return 0;
  sign = kontor_when_word (reader, at + 1, KONTOR_WORD_ORDINAL_SIGN, NULL);
  *named = sign > 0;
  return 1 + sign;
}

/* "veintiuno de noviembre" */
static guint
day_in_words (const KontorWhenReader *reader, guint at, int *day)
{
  guint digits = 0, n = kontor_when_number (reader, at, day, &digits);

  return n > 0 && digits == 0 && *day >= 1 && *day <= 31 ? n : 0;
}

static guint
skip_signs (const KontorWhenReader *reader, guint at, const char *signs)
{
  guint n = 0;

  while (n < 2 && kontor_when_sign (reader, at + n, signs))
    n++;
  return n;
}

static guint
year_lead (const KontorWhenReader *reader, guint at)
{
  int leads = 0;
  guint n = kontor_when_word (reader, at, KONTOR_WORD_OF, &leads);

  return leads ? n : 0;
}

/* "2026", ", 2026", "de 2026", "'26", or "26" where it can be no hour. */
static guint
year_at (const KontorWhenReader *reader, guint at, int *year)
{
  guint skipped = skip_signs (reader, at, ",-/.");
  gboolean apostrophe = kontor_when_sign (reader, at + skipped, "'’");
  guint of = year_lead (reader, at + skipped);
  guint i = at + skipped + of + apostrophe, digits = digits_of (reader, i, year);
  int now = g_date_get_year (&reader->today) % 100, half;

  if (digits == 4 && *year >= 1900 && *year < 2200 && !kontor_when_sign (reader, i + 1, ":") &&
      kontor_when_word (reader, i + 1, KONTOR_WORD_HOURS_SIGN, NULL) == 0)
    return i + 1 - at;
  if (digits != 2 || of > 0 || kontor_when_sign (reader, i + 1, ":.") ||
      kontor_when_read_half (reader, i + 1, &half) > 0)
    return 0;
  if (!apostrophe && (*year < 25 || *year < now || *year > now + 2))
    return 0;
  *year += 2000;
  return skipped + apostrophe + 1;
}

static guint
finish_month (KontorWhenReader *reader, guint first, guint end, int month, int day)
{
  int year = 0;
  guint n = year_at (reader, end, &year);
  KontorFound *found = kontor_when_add (reader, KONTOR_FOUND_DATE, first, end + n);

  if (n > 0)
    kontor_when_set_date (found, year, month, day);
  else
    kontor_when_set_yearless (reader, found, month, day);
  return n;
}

/* "at 9 Nov 21": the nine is an hour. */
static gboolean
is_an_hour_before_month (const KontorWhenReader *reader, guint at, guint after)
{
  int day;
  guint digits = digits_of (reader, after, &day);

  return kontor_when_lead (reader, at, KONTOR_WORD_AT, NULL) > 0 && digits > 0 && digits <= 2 &&
         day >= 1 && day <= 31;
}

static guint
read_day_month (KontorWhenReader *reader, guint at)
{
  int day, month, months;
  gboolean named, maybe, strongly, in_words = FALSE;
  guint n = day_at (reader, at, &day, &named), i, of, lead;

  if (n == 0)
    {
      n = day_in_words (reader, at, &day);
      in_words = TRUE;
      named = FALSE;
    }
  if (n == 0)
    return 0;
  i = at + n;
  i += skip_signs (reader, i, ",-/.");
  of = kontor_when_word (reader, i, KONTOR_WORD_OF, NULL);
  i += of;
  i += of > 0 ? kontor_when_word (reader, i, KONTOR_WORD_ARTICLE, NULL) : 0;
  n = kontor_when_word (reader, i, KONTOR_WORD_MONTH_AHEAD, &months);
  lead = lead_of_day (reader, at, &strongly);
  if (in_words && of == 0 && !strongly)
    return 0;
  if (n > 0 && (named || strongly))
    {
      kontor_when_set_day (reader, kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, i + n),
                           day, months);
      return i + n - at;
    }
  n = month_at (reader, i, &month, &maybe);
  if (n == 0 || !kontor_when_is_free (reader, i) ||
      (maybe && kontor_when_word (reader, i + n, KONTOR_WORD_AUXILIARY, NULL) > 0) ||
      (!named && is_an_hour_before_month (reader, at, i + n)))
    return 0;
  i += n;
  return i + finish_month (reader, at - lead, i, month, day) - at;
}

static guint
read_month_day (KontorWhenReader *reader, guint at)
{
  int day, month, half;
  gboolean named, maybe, strongly;
  guint n = kontor_when_word (reader, at, KONTOR_WORD_MONTH_AHEAD, &month), i, lead;
  gboolean ahead = n > 0;

  if (n == 0)
    n = month_at (reader, at, &month, &maybe);
  i = at + n;
  if (n == 0)
    return 0;
  i += skip_signs (reader, i, ",-/.");
  i += kontor_when_word (reader, i, KONTOR_WORD_ON, NULL);
  i += kontor_when_word (reader, i, KONTOR_WORD_ARTICLE, NULL);
  n = day_at (reader, i, &day, &named);
  if (n == 0 || (ahead && !named && i == at + 2))
    return 0;
  if (!named && (kontor_when_sign (reader, i + n, ":") || day > 31 ||
                 kontor_when_read_half (reader, i + n, &half) > 0 ||
                 kontor_when_word (reader, i + n, KONTOR_WORD_OCLOCK, NULL) > 0))
    return 0;
  lead = lead_of_day (reader, at, &strongly);
  i += n;
  if (!ahead)
    return i + finish_month (reader, at - lead, i, month, day) - at;
  kontor_when_set_day (reader, kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, i), day,
                       month);
  return i - at;
}

/* What may follow "the 21st" when it is a day and not a floor, a street or a turn. */
static gboolean
ends_a_day (const KontorWhenReader *reader, guint at, gboolean strongly)
{
  const KontorToken *token = kontor_when_token (reader, at);

  if (token == NULL || token->kind == KONTOR_TOKEN_PUNCT)
    return TRUE;
  if (kontor_when_word (reader, at, KONTOR_WORD_COUNTED, NULL) > 0 ||
      kontor_when_word (reader, at, KONTOR_WORD_STREET, NULL) > 0 ||
      kontor_when_word (reader, at, KONTOR_WORD_LABELLED, NULL) > 0)
    return FALSE;
  return strongly || token->known != NULL || token->kind == KONTOR_TOKEN_NUMBER;
}

/* "9.30", "21/11": the number is the first half of something. */
static gboolean
is_first_half (const KontorWhenReader *reader, guint end)
{
  const KontorToken *next = kontor_when_token (reader, end + 1);

  return kontor_when_sign (reader, end, ":/-") ||
         (kontor_when_sign (reader, end, ".") && next != NULL &&
          next->kind == KONTOR_TOKEN_NUMBER && kontor_when_touches (reader, end + 1));
}

/* "the 21st", "on 21", "am 21." */
static guint
read_day_alone (KontorWhenReader *reader, guint at)
{
  int day, half;
  gboolean named, strongly;
  guint n = day_at (reader, at, &day, &named);
  guint lead = n > 0 ? lead_of_day (reader, at, &strongly) : 0;
  gboolean spelt = n > 0 && kontor_when_token (reader, at)->kind == KONTOR_TOKEN_WORD;

  if (n == 0 || !ends_a_day (reader, at + n, strongly && named) ||
      kontor_when_word (reader, at, KONTOR_WORD_WEEKDAY, NULL) > n)
    return 0;
  if (!named && (!strongly || day < 1 || is_first_half (reader, at + n) ||
                 kontor_when_read_half (reader, at + n, &half) > 0))
    return 0;
  if (spelt && !strongly && reader->context->asked != KONTOR_WHEN_ASKED_DATE)
    return 0;
  kontor_when_set_day (reader, kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, at + n), day,
                       -1);
  return n;
}

static guint
read_by_name (KontorWhenReader *reader, guint at)
{
  int value;
  gboolean strongly;
  guint n = kontor_when_word (reader, at, KONTOR_WORD_DAY, &value);
  guint lead = lead_of_day (reader, at, &strongly);
  KontorFound *found;
  GDate day = reader->today;

  if (kontor_when_word (reader, at, KONTOR_WORD_PART_TODAY, NULL) > n)
    return 0;
  if (n > 0)
    {
      found = kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, at + n);
      g_date_add_days (&day, MAX (value, 0));
      g_date_subtract_days (&day, MAX (-value, 0));
      kontor_when_set_julian (found, &day);
      found->gone_by = value < 0;
      return n;
    }
  n = kontor_when_word (reader, at, KONTOR_WORD_NAMED_DAY, &value);
  if (n > 0)
    kontor_when_set_yearless (reader,
                              kontor_when_add (reader, KONTOR_FOUND_DATE, at - lead, at + n),
                              value / 100, value % 100);
  return n;
}

guint
kontor_when_read_date (KontorWhenReader *reader, guint at)
{
  static guint (*const readers[]) (KontorWhenReader *, guint) = {
    read_in_figures, read_spaced, read_day_month, read_month_day, read_by_name, read_day_alone,
  };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      guint n = readers[i] (reader, at);

      if (n > 0)
        return n;
    }
  return 0;
}
