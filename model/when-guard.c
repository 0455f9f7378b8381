/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers are barred before anything is read, so that no reader needs to know what a phone number
 * or a flight looks like. A number that plainly says an hour ("9pm", "9:30", "21st") is spared
 * where the word before it is only a label: "Terminal 3, 9pm". */
#include "model/when-words.h"

#include <string.h>

/* No phone is written in more; this bounds the look ahead. */
#define MOST_GROUPS 8

static void
bar (KontorWhenReader *reader, guint first, guint end)
{
  for (guint i = first; i < end && i < reader->n; i++)
    reader->barred[i] = TRUE;
}

static gboolean
is_number (const KontorWhenReader *reader, guint at)
{
  const KontorToken *token = kontor_when_token (reader, at);

  return token != NULL && token->kind == KONTOR_TOKEN_NUMBER;
}

static guint
digits_at (const KontorWhenReader *reader, guint at)
{
  return is_number (reader, at) ? strlen (kontor_when_token (reader, at)->folded) : 0;
}

/* Whether the sign at @at joins two numbers, as in "06.12.34.56.78". */
static gboolean
is_chained (const KontorWhenReader *reader, guint at)
{
  return kontor_when_sign (reader, at, ".-") && kontor_when_touches (reader, at) &&
         kontor_when_touches (reader, at + 1) && is_number (reader, at - 1) &&
         is_number (reader, at + 1);
}

/* 21-11-2026, 2026/11/21, 21.11.26 */
static gboolean
is_date_shaped (const KontorWhenReader *reader, guint at)
{
  guint a = digits_at (reader, at), b = digits_at (reader, at + 2), c = digits_at (reader, at + 4);

  for (guint i = at + 1; i < at + 5; i++)
    if (!kontor_when_touches (reader, i))
      return FALSE;
  if (!kontor_when_sign (reader, at + 1, "/.-") || !kontor_when_sign (reader, at + 3, "/.-") ||
      is_chained (reader, at + 5) || is_chained (reader, at - 1))
    return FALSE;
  return (a == 4 && b >= 1 && b <= 2 && c >= 1 && c <= 2) ||
         (a >= 1 && a <= 2 && b >= 1 && b <= 2 && (c == 2 || c == 4));
}

/* 21 11 2026 */
static gboolean
is_spaced_date (const KontorWhenReader *reader, guint at)
{
  guint a = digits_at (reader, at), b = digits_at (reader, at + 1), c = digits_at (reader, at + 2);

  return a >= 1 && a <= 2 && b >= 1 && b <= 2 && c == 4 &&
         g_str_has_prefix (kontor_when_token (reader, at + 2)->folded, "20") &&
         !is_number (reader, at + 3) && !kontor_when_touches (reader, at);
}

static gboolean
is_plainly_when (const KontorWhenReader *reader, guint at)
{
  const KontorToken *next = kontor_when_token (reader, at + 1);
  int half;

  return (kontor_when_read_half (reader, at + 1, &half) > 0 && next->len > 1) ||
         (kontor_when_sign (reader, at + 1, ":") && digits_at (reader, at + 2) == 2) ||
         kontor_when_word (reader, at + 1, KONTOR_WORD_OCLOCK, NULL) > 0 ||
         kontor_when_word (reader, at + 1, KONTOR_WORD_ORDINAL_SIGN, NULL) > 0 ||
         kontor_when_word (reader, at + 1, KONTOR_WORD_MONTH, NULL) > 0 ||
         is_date_shaped (reader, at);
}

static void
bar_phrases (KontorWhenReader *reader)
{
  for (guint i = 0; i < reader->n; i++)
    {
      guint n = kontor_when_word (reader, i, KONTOR_WORD_NEVER, NULL);
      int strongly = 0;

      if (n == 0)
        continue;
      if (kontor_when_lead (reader, i, KONTOR_WORD_IN, NULL) > 0)
        continue;
      if (is_number (reader, i) && is_number (reader, i + 2) &&
          (reader->context->asked == KONTOR_WHEN_ASKED_DATE || is_date_shaped (reader, i) ||
           (kontor_when_lead (reader, i, KONTOR_WORD_ON, &strongly) > 0 && strongly)))
        continue;
      bar (reader, i, i + n);
      i += n - 1;
    }
}

static gboolean
is_web (const char *chunk, gsize len)
{
  const char *at = memchr (chunk, '@', len);

  if (g_strstr_len (chunk, len, "://") != NULL || g_ascii_strncasecmp (chunk, "www.", 4) == 0)
    return TRUE;
  return at != NULL && at > chunk && g_ascii_isalpha (at[-1]) && at + 1 < chunk + len &&
         memchr (at, '.', chunk + len - at) != NULL;
}

static void
bar_webs (KontorWhenReader *reader)
{
  const char *chunk = reader->text;
  guint i = 0;

  while (*chunk != '\0')
    {
      gsize len = strcspn (chunk, " \t\r\n");
      gsize end = chunk + len - reader->text;
      gboolean web = len > 4 && is_web (chunk, len);

      for (; i < reader->n && kontor_when_token (reader, i)->start < end; i++)
        if (web)
          reader->barred[i] = TRUE;
      chunk += len;
      chunk += strspn (chunk, " \t\r\n");
    }
}

/* "0170/1234567" */
static gboolean
is_area (const KontorWhenReader *reader, guint at)
{
  return digits_at (reader, at) >= 3 && kontor_when_token (reader, at)->folded[0] == '0';
}

static gboolean
is_local (const KontorWhenReader *reader, guint at)
{
  return digits_at (reader, at) <= 8 && kontor_when_token (reader, at)->folded[0] != '0';
}

/* Where the groups of a number that may be a phone end; at most one sign and blanks between. */
static guint
end_of_groups (const KontorWhenReader *reader, guint at, guint *digits, guint *longest)
{
  guint i = at, groups = 0;

  *digits = *longest = 0;
  while (groups++ < MOST_GROUPS && is_number (reader, i) &&
         (i == at || !is_date_shaped (reader, i)))
    {
      guint here = digits_at (reader, i);

      if (i > at && here >= 7 && !(is_area (reader, at) && is_local (reader, i)))
        break;
      *digits += here;
      *longest = MAX (*longest, here);
      i++;
      if (kontor_when_sign (reader, i, i == at + 1 && is_area (reader, at) ? "-.()/" : "-.()") &&
          is_number (reader, i + 1))
        i++;
      else if (kontor_when_sign (reader, i, ")") && kontor_when_sign (reader, i + 1, "-"))
        i += 2;
    }
  return i;
}

static gboolean
is_led_to (const KontorWhenReader *reader, guint at)
{
  return kontor_when_lead (reader, at, KONTOR_WORD_AT, NULL) > 0 ||
         kontor_when_lead (reader, at, KONTOR_WORD_ABOUT, NULL) > 0 ||
         kontor_when_lead (reader, at, KONTOR_WORD_DAY, NULL) > 0 ||
         kontor_when_lead (reader, at, KONTOR_WORD_WEEKDAY, NULL) > 0 ||
         kontor_when_lead (reader, at, KONTOR_WORD_MONTH, NULL) > 0;
}

static void
bar_phones (KontorWhenReader *reader)
{
  for (guint i = 0; i < reader->n; i++)
    {
      guint digits, longest, end;
      gboolean plus = kontor_when_sign (reader, i - 1, "+");

      if (!is_number (reader, i) || reader->barred[i])
        continue;
      if (is_date_shaped (reader, i) || is_spaced_date (reader, i))
        {
          i += is_date_shaped (reader, i) ? 4 : 2;
          continue;
        }
      if (plus || digits_at (reader, i) >= 5)
        bar (reader, i, i + 1);
      if (!plus && (digits_at (reader, i) < 2 || digits_at (reader, i) > 6) &&
          !kontor_when_sign (reader, i + 1, "-"))
        continue;
      if ((digits_at (reader, i) <= 2 && is_led_to (reader, i)) ||
          kontor_when_lead (reader, i, KONTOR_WORD_MONTH, NULL) > 0)
        continue;
      end = end_of_groups (reader, i, &digits, &longest);
      if (digits < 7 || (longest < 3 && digits < 9 && !plus) || (end - i == 1 && !plus))
        continue;
      bar (reader, i, end);
      i = end - 1;
    }
}

/* 1,200  25.2048  10.0.0.1 */
static void
bar_decimals (KontorWhenReader *reader)
{
  for (guint i = 0; i + 2 < reader->n; i++)
    {
      if (!is_number (reader, i) || !kontor_when_sign (reader, i + 1, ".,") ||
          !kontor_when_touches (reader, i + 1) || !kontor_when_touches (reader, i + 2) ||
          is_date_shaped (reader, i) || is_date_shaped (reader, i - 2))
        continue;
      if (digits_at (reader, i + 2) == 3 || digits_at (reader, i + 2) > 4)
        bar (reader, i, i + 3);
    }
}

static gboolean
speaks_of_time (const KontorWhenReader *reader, guint at)
{
  static const KontorWordKind kinds[] = {
    KONTOR_WORD_AM, KONTOR_WORD_PM, KONTOR_WORD_ISH, KONTOR_WORD_UNIT, KONTOR_WORD_ORDINAL_SIGN,
    KONTOR_WORD_HOURS_SIGN, KONTOR_WORD_OCLOCK, KONTOR_WORD_MONTH, KONTOR_WORD_MONTH_MAYBE,
    KONTOR_WORD_PART, KONTOR_WORD_DAY, KONTOR_WORD_PART_TODAY, KONTOR_WORD_WEEKDAY, KONTOR_WORD_AT,
    KONTOR_WORD_SHARP, KONTOR_WORD_CLOCK, KONTOR_WORD_WEEKDAY_MAYBE, KONTOR_WORD_ABOUT,
    KONTOR_WORD_ON, KONTOR_WORD_IN, KONTOR_WORD_MINUTES_MORE, KONTOR_WORD_MINUTES_LESS,
  };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    if (kontor_when_word (reader, at, kinds[k], NULL) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_word (const KontorWhenReader *reader, guint at)
{
  const KontorToken *token = kontor_when_token (reader, at);

  return token != NULL && token->kind == KONTOR_TOKEN_WORD;
}

/* EK202, B12, F-150, 5G, 4x4; but not at9, nov21, 9pm, 2moro, ٩ونص. */
static void
bar_mixed (KontorWhenReader *reader)
{
  for (guint i = 0; i < reader->n; i++)
    {
      guint before = i - 1;

      if (!is_number (reader, i))
        continue;
      if (kontor_when_word (reader, i, KONTOR_WORD_DAY, NULL) > 0 ||
          kontor_when_word (reader, i, KONTOR_WORD_PART_TODAY, NULL) > 0)
        continue;
      if (kontor_when_sign (reader, before, "-") && kontor_when_touches (reader, i))
        before = kontor_when_touches (reader, before) ? before - 1 : before;
      if (kontor_when_touches (reader, before + 1) && is_word (reader, before) &&
          (before == i - 1 || kontor_when_touches (reader, i)) &&
          !speaks_of_time (reader, before) && !speaks_of_time (reader, before - 1))
        bar (reader, i, i + 1);
      if (is_word (reader, i + 1) && kontor_when_touches (reader, i + 1) &&
          !speaks_of_time (reader, i + 1))
        bar (reader, i, i + 1);
    }
}

/* "LA 804": a word of the language is a code only behind a flight. */
static gboolean
is_capital_code (const KontorWhenReader *reader, guint at)
{
  const KontorToken *token = kontor_when_token (reader, at);
  int event = 0;

  return token != NULL && token->kind == KONTOR_TOKEN_WORD && token->len == 2 &&
         (token->known == NULL ||
          (kontor_when_lead (reader, at, KONTOR_WORD_EVENT, &event) > 0 && event == 1)) &&
         g_ascii_isupper (reader->text[token->start]) &&
         g_ascii_isupper (reader->text[token->start + 1]);
}

/* BA 105, flight ek 9, 6E 204, G9 123 */
static void
bar_flights (KontorWhenReader *reader)
{
  for (guint i = 1; i < reader->n; i++)
    {
      const KontorToken *before = kontor_when_token (reader, i - 1);
      gboolean code = is_capital_code (reader, i - 1);
      int event = 0;

      if (!is_number (reader, i))
        continue;
      if (i >= 2 && before->kind == KONTOR_TOKEN_WORD && before->len <= 3 &&
          before->known == NULL &&
          kontor_when_lead (reader, i - 1, KONTOR_WORD_EVENT, &event) > 0 && event == 1)
        code = TRUE;
      if (i >= 2 && reader->barred[i - 2] && kontor_when_touches (reader, i - 1) &&
          before->len == 1 && before->kind != KONTOR_TOKEN_PUNCT && digits_at (reader, i) >= 3)
        code = TRUE;
      if (code && !(is_plainly_when (reader, i) && digits_at (reader, i) <= 2))
        bar (reader, i, i + 1);
    }
}

static guint
end_of_amount (const KontorWhenReader *reader, guint at)
{
  guint i = at + 1;

  while (kontor_when_sign (reader, i, ".,") && kontor_when_touches (reader, i) &&
         is_number (reader, i + 1) && kontor_when_touches (reader, i + 1))
    i += 2;
  return i;
}

static void
bar_prices (KontorWhenReader *reader)
{
  for (guint i = 0; i < reader->n; i++)
    {
      guint end = end_of_amount (reader, i);
      guint before = i - (kontor_when_sign (reader, i - 1, ".") ? 2 : 1);
      guint slash = kontor_when_sign (reader, end, "/") && kontor_when_sign (reader, end + 1, "-");

      if (!is_number (reader, i))
        continue;
      if ((kontor_when_lead (reader, before + 1, KONTOR_WORD_CURRENCY, NULL) > 0 &&
           !is_plainly_when (reader, i)) ||
          kontor_when_word (reader, end, KONTOR_WORD_CURRENCY, NULL) > 0 || slash)
        bar (reader, i, end);
      i = end - 1;
    }
}

/* "2-3 people", "2 or 3 people" */
static guint
first_of_range (const KontorWhenReader *reader, guint at)
{
  guint range = kontor_when_sign (reader, at - 1, "-")
                ? 1 : kontor_when_lead (reader, at, KONTOR_WORD_RANGE, NULL);
  int value;
  guint digits, n = range > 0 ? kontor_when_number (reader, at - range - 1, &value, &digits) : 0;

  return n == 1 ? at - range - 1 : at;
}

static void
bar_counts (KontorWhenReader *reader)
{
  for (guint i = 0; i < reader->n; i++)
    {
      int value, weakly = 0, ago = 0;
      guint digits, n = kontor_when_number (reader, i, &value, &digits), unit;

      if (n == 0)
        continue;
      if (kontor_when_sign (reader, i + n, "-+"))
        n++;
      if (kontor_when_word (reader, i + n, KONTOR_WORD_OCLOCK, &weakly) > 0 && weakly &&
          kontor_when_word (reader, i + n, KONTOR_WORD_UNIT, NULL) == 0)
        n++;
      unit = kontor_when_word (reader, i + n, KONTOR_WORD_UNIT, NULL);
      if (kontor_when_word (reader, i + n, KONTOR_WORD_COUNTED, NULL) > 0 ||
          (unit > 0 && (kontor_when_word (reader, i + n + unit, KONTOR_WORD_AGO, NULL) > 0 ||
                        (kontor_when_lead (reader, i, KONTOR_WORD_AGO, &ago) > 0 && ago == 1))))
        bar (reader, first_of_range (reader, i), i + n + unit);
    }
}

static void
bar_labelled (KontorWhenReader *reader)
{
  for (guint i = 1; i < reader->n; i++)
    {
      int value, even_dates = 0;
      guint digits, n = kontor_when_number (reader, i, &value, &digits), at = i;

      if (n == 0)
        continue;
      if (kontor_when_sign (reader, at - 1, "#.-"))
        at--;
      if (kontor_when_sign (reader, i - 1, "#"))
        bar (reader, i, i + n);
      if (kontor_when_lead (reader, at, KONTOR_WORD_LABELLED, &even_dates) == 0)
        continue;
      if (even_dates && is_date_shaped (reader, i))
        bar (reader, i, i + 5);
      else if (!is_plainly_when (reader, i))
        bar (reader, i, i + n);
    }
}

/* 12 Main Street, 21st Street */
static void
bar_streets (KontorWhenReader *reader)
{
  for (guint i = 0; i < reader->n; i++)
    {
      guint at = i + 1, words = 0;
      gboolean ordinal;
      int beside = 0;

      if (!is_number (reader, i))
        continue;
      ordinal = kontor_when_touches (reader, at) &&
                kontor_when_word (reader, at, KONTOR_WORD_ORDINAL_SIGN, NULL) > 0;
      at += ordinal;
      if (!ordinal && is_plainly_when (reader, i))
        continue;
      while (words < 3 && is_word (reader, at) &&
             kontor_when_word (reader, at, KONTOR_WORD_STREET, NULL) == 0 &&
             !speaks_of_time (reader, at) &&
             kontor_when_word (reader, at, KONTOR_WORD_SEARCH_SKIP, NULL) == 0)
        {
          at++;
          words++;
        }
      if (words == 0 && !ordinal &&
          kontor_when_word (reader, at, KONTOR_WORD_ORDINAL_SIGN, NULL) > 0)
        continue;
      if (kontor_when_word (reader, at, KONTOR_WORD_STREET, &beside) > 0 &&
          (!ordinal || words < 2) && (!beside || words == 0))
        bar (reader, i, at + 1);
    }
}

/* "1. Pickup: …" at the head of a line. */
static void
bar_list_heads (KontorWhenReader *reader)
{
  for (guint i = 0; i + 2 < reader->n; i++)
    {
      gsize start = kontor_when_token (reader, i)->start;

      if (is_number (reader, i) && digits_at (reader, i) <= 2 &&
          (start == 0 || reader->text[start - 1] == '\n') &&
          kontor_when_sign (reader, i + 1, ".)") && kontor_when_touches (reader, i + 1) &&
          !kontor_when_touches (reader, i + 2) &&
          kontor_when_word (reader, i + 2, KONTOR_WORD_MONTH, NULL) == 0)
        bar (reader, i, i + 1);
    }
}

void
kontor_when_bar (KontorWhenReader *reader)
{
  bar_phrases (reader);
  bar_webs (reader);
  bar_phones (reader);
  bar_decimals (reader);
  bar_mixed (reader);
  bar_flights (reader);
  bar_prices (reader);
  bar_counts (reader);
  bar_labelled (reader);
  bar_streets (reader);
  bar_list_heads (reader);
}
