/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules stand as tables, in the order of the paper; "least" is the measure that what is left
 * must exceed. SQLite stems its index the same way, so what was stemmed here is found there. */
#include "assistant/stem.h"

#include <string.h>

#define LONGEST 40

typedef struct {
  const char *suffix;
  const char *becomes;
} Rule;

static const Rule step_2[] = {
  { "ational", "ate" }, { "tional", "tion" }, { "enci", "ence" }, { "anci", "ance" },
  { "izer", "ize" }, { "logi", "log" }, { "bli", "ble" }, { "alli", "al" }, { "entli", "ent" },
  { "eli", "e" }, { "ousli", "ous" }, { "ization", "ize" }, { "ation", "ate" }, { "ator", "ate" },
  { "alism", "al" }, { "iveness", "ive" }, { "fulness", "ful" }, { "ousness", "ous" },
  { "aliti", "al" }, { "iviti", "ive" }, { "biliti", "ble" }, { NULL }
};

static const Rule step_3[] = {
  { "icate", "ic" }, { "ative", "" }, { "alize", "al" }, { "iciti", "ic" }, { "ical", "ic" },
  { "ful", "" }, { "ness", "" }, { NULL }
};

static const Rule step_4[] = {
  { "al", "" }, { "ance", "" }, { "ence", "" }, { "er", "" }, { "ic", "" }, { "able", "" },
  { "ible", "" }, { "ant", "" }, { "ement", "" }, { "ment", "" }, { "ent", "" }, { "sion", "s" },
  { "tion", "t" }, { "ou", "" }, { "ism", "" }, { "ate", "" }, { "iti", "" }, { "ous", "" },
  { "ive", "" }, { "ize", "" }, { NULL }
};

static gboolean
is_consonant (const char *word, gsize at)
{
  if (word[at] == 'y')
    return at == 0 || !is_consonant (word, at - 1);

  return strchr ("aeiou", word[at]) == NULL;
}

/* How often a vowel is followed by a consonant in the first @len letters. */
static guint
measure (const char *word, gsize len)
{
  guint n = 0;

  for (gsize i = 1; i < len; i++)
    n += is_consonant (word, i) && !is_consonant (word, i - 1);

  return n;
}

static gboolean
has_vowel (const char *word, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if (!is_consonant (word, i))
      return TRUE;

  return FALSE;
}

static gboolean
is_doubled (const char *word, gsize len)
{
  return len >= 2 && word[len - 1] == word[len - 2] && is_consonant (word, len - 1);
}

/* Consonant, vowel, consonant, the last no w, x or y: "hop", where an e is missed. */
static gboolean
is_short (const char *word, gsize len)
{
  return len >= 3 && is_consonant (word, len - 1) && !is_consonant (word, len - 2) &&
         is_consonant (word, len - 3) && strchr ("wxy", word[len - 1]) == NULL;
}

/* Takes the longest suffix there is, if what is left measures more than @least. */
static void
apply (char *word, const Rule *rules, guint least)
{
  const Rule *best = NULL;
  gsize len = strlen (word), left;

  for (const Rule *rule = rules; rule->suffix != NULL; rule++)
    if (g_str_has_suffix (word, rule->suffix) &&
        (best == NULL || strlen (rule->suffix) > strlen (best->suffix)))
      best = rule;
  if (best == NULL)
    return;
  left = len - strlen (best->suffix);
  if (measure (word, left + strlen (best->becomes) * (rules == step_4)) > least)
    strcpy (word + left, best->becomes);
}

static void
take_plural (char *word)
{
  gsize len = strlen (word);

  if (g_str_has_suffix (word, "sses") || g_str_has_suffix (word, "ies"))
    word[len - 2] = '\0';
  else if (word[len - 1] == 's' && word[len - 2] != 's')
    word[len - 1] = '\0';
}

static void
mend_after_past (char *word)
{
  gsize len = strlen (word);

  if (g_str_has_suffix (word, "at") || g_str_has_suffix (word, "bl") ||
      g_str_has_suffix (word, "iz") ||
      (!is_doubled (word, len) && measure (word, len) == 1 && is_short (word, len)))
    strcpy (word + len, "e");
  else if (is_doubled (word, len) && strchr ("lsz", word[len - 1]) == NULL)
    word[len - 1] = '\0';
}

static void
take_past (char *word)
{
  gsize len = strlen (word);
  gsize cut = g_str_has_suffix (word, "ing") ? 3 : g_str_has_suffix (word, "ed") ? 2 : 0;

  if (g_str_has_suffix (word, "eed"))
    {
      if (measure (word, len - 3) > 0)
        word[len - 1] = '\0';
    }
  else if (cut > 0 && has_vowel (word, len - cut))
    {
      word[len - cut] = '\0';
      mend_after_past (word);
    }
}

static void
take_final_e (char *word)
{
  gsize len = strlen (word);

  if (word[len - 1] == 'e')
    {
      guint n = measure (word, len - 1);

      if (n > 1 || (n == 1 && !is_short (word, len - 1)))
        word[--len] = '\0';
    }
  if (len > 2 && g_str_has_suffix (word, "ll") && measure (word, len) > 1)
    word[len - 1] = '\0';
}

char *
kontor_stem (const char *word)
{
  char stem[LONGEST + 4];
  gsize len = strlen (word);

  if (len < 3 || len > LONGEST || strspn (word, "abcdefghijklmnopqrstuvwxyz") != len)
    return g_strdup (word);

  strcpy (stem, word);
  take_plural (stem);
  take_past (stem);
  len = strlen (stem);
  if (stem[len - 1] == 'y' && has_vowel (stem, len - 1))
    stem[len - 1] = 'i';
  apply (stem, step_2, 0);
  apply (stem, step_3, 0);
  apply (stem, step_4, 1);
  take_final_e (stem);

  return g_strdup (stem);
}
