/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures-unit.c — read from the bytes and not from words: "250AED", "Rs.250" and "90٪" are one
 * piece to whoever parts words. */
#include "assistant/figures-unit.h"

#include <string.h>

#include "model/currencies.h"

#define MOST_SIGNS 8

static const char *const percents[] = {
  "%", "٪", "percent", "per cent", "pct", "prozent", "por ciento", "por cento", "pour cent",
  "persen", "prosen", "प्रतिशत", "फीसदी", "फ़ीसदी", "परसेंट",
  "في المئة", "في المائة", "بالمئة", "بالمائة",
  "শতাংশ", "পার্সেন্ট",
};

static const struct { const char *word; gint64 factor; } factors[] = {
  { "thousand", 1000 }, { "tausend", 1000 }, { "mille", 1000 }, { "mil", 1000 }, { "ribu", 1000 },
  { "rb", 1000 }, { "k", 1000 }, { "hazaar", 1000 }, { "hazar", 1000 }, { "हज़ार", 1000 },
  { "हजार", 1000 }, { "হাজার", 1000 }, { "ألف", 1000 }, { "الف", 1000 }, { "lakhs", 100000 },
  { "lakh", 100000 }, { "लाख", 100000 }, { "লাখ", 100000 }, { "millions", 1000000 },
  { "million", 1000000 }, { "millionen", 1000000 }, { "millones", 1000000 },
  { "milhões", 1000000 }, { "juta", 1000000 }, { "jt", 1000000 }, { "مليون", 1000000 },
};

static gboolean
is_space (const char *at)
{
  return *at != '\0' && *at != '\n' && g_unichar_isspace (g_utf8_get_char (at));
}

static const char *
skip_space (const char *at)
{
  return is_space (at) ? g_utf8_next_char (at) : at;
}

static gboolean
ends_word (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return !g_unichar_isalpha (c) && !g_unichar_ismark (c);
}

/* Whether @word, in small letters, stands at @at as a word of its own. */
static gboolean
stands_at (const char *at, const char *word)
{
  g_autofree char *lower = NULL;
  const char *end = at;
  glong n = g_utf8_strlen (word, -1);

  for (glong i = 0; i < n && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  lower = g_utf8_strdown (at, end - at);

  return g_str_equal (lower, word) &&
         (!g_unichar_isalpha (g_utf8_get_char (word)) || ends_word (end));
}

gboolean
kontor_unit_is_percent (const char *text, gsize at)
{
  const char *after = skip_space (text + at);

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    if (stands_at (after, percents[i]))
      return TRUE;

  return FALSE;
}

gint64
kontor_unit_get_factor (const char *text, gsize at)
{
  const char *after = skip_space (text + at);

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (stands_at (after, factors[i].word))
      return factors[i].factor;

  return 1;
}

/* Each sign and code once, with how long it is. */
typedef struct {
  const char *word;
  gsize       len;
} Sign;

static const GArray *
get_signs (void)
{
  static GArray *signs;

  if (signs != NULL)
    return signs;
  signs = g_array_new (FALSE, FALSE, sizeof (Sign));
  for (gsize i = 0; i < kontor_n_currencies; i++)
    {
      const KontorCurrency *currency = &kontor_currencies[i];
      g_auto(GStrv) symbols = g_strsplit (currency->symbols != NULL ? currency->symbols : "", " ",
                                          MOST_SIGNS);

      g_array_append_val (signs, ((Sign) { currency->code, strlen (currency->code) }));
      for (guint j = 0; symbols[j] != NULL; j++)
        g_array_append_val (signs, ((Sign) { g_intern_string (symbols[j]), strlen (symbols[j]) }));
    }

  return signs;
}

/* The longest sign that stands at @at and ends at @end, where that is not NULL. */
static const char *
find_sign (const char *at, const char *end)
{
  const GArray *signs = get_signs ();
  const Sign *best = NULL;

  for (guint i = 0; i < signs->len; i++)
    {
      const Sign *sign = &g_array_index (signs, Sign, i);
      gboolean is_word = g_unichar_isalpha (g_utf8_get_char (sign->word));

      if (sign->len == 0 || g_ascii_strncasecmp (at, sign->word, sign->len) != 0 ||
          (best != NULL && best->len >= sign->len))
        continue;
      if (end != NULL ? at + sign->len == end : !is_word || ends_word (at + sign->len))
        best = sign;
    }

  return best != NULL ? best->word : NULL;
}

const char *
kontor_unit_money_after (const char *text, gsize at)
{
  return find_sign (skip_space (text + at), NULL);
}

/* "Rs. 250", "US$250", "(AED 250": the sign ends where the number begins, but for a space or a
 * point, and is a word of its own. */
const char *
kontor_unit_money_before (const char *text, gsize at)
{
  const char *end = text + at, *begin = end, *before, *longest = NULL;

  before = g_utf8_find_prev_char (text, end);
  if (before != NULL && is_space (before))
    end = before;
  before = g_utf8_find_prev_char (text, end);
  if (before != NULL && *before == '.')
    end = before;
  begin = end;
  for (guint i = 0; i < MOST_SIGNS && begin > text; i++)
    {
      const char *found;

      begin = g_utf8_prev_char (begin);
      before = g_utf8_find_prev_char (text, begin);
      found = find_sign (begin, end);
      if (found != NULL && (before == NULL || ends_word (before) ||
                            !g_unichar_isalpha (g_utf8_get_char (begin))))
        longest = found;
    }

  return longest;
}
