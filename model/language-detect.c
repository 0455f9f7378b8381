/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statistics of letters need some lines of text; a customer writes three words. So the tables are
 * asked: each word and each script is a vote for the languages that have it, and the more of them
 * have it the less it weighs. */
#include "model/language.h"

#include <math.h>
#include <string.h>

/* What the usual language has before a word is read, in words that no other language has. */
#define HEAD_START_PROVEN 1.2
#define HEAD_START_GUESSED 0.4
/* How far another must be ahead of it, and what part of the text must speak for that one. */
#define AHEAD 1.5
#define LEAST_SHARE 0.2
/* What the other's own words weigh where people mix the usual language in: they write both. */
#define MIXED_WEIGHT 2

typedef struct {
  GStringChunk *spelt;  /* owns the words */
  GHashTable   *words;  /* folded → a bit for each language that has it */
  GHashTable   *scripts; /* GUnicodeScript → the same */
} Votes;

static void
add (GHashTable *table, gpointer key, guint bit)
{
  guint had = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, key, GUINT_TO_POINTER (had | bit));
}

static gpointer
script_of (const KontorToken *token)
{
  return GINT_TO_POINTER (g_unichar_get_script (g_utf8_get_char (token->folded)));
}

static void
add_language (Votes *votes, const KontorLanguage *language, guint bit)
{
  for (const KontorWord *word = language->words; word->phrases != NULL; word++)
    {
      g_autoptr(GArray) tokens = kontor_text_dup_tokens (word->phrases);

      for (guint i = 0; i < tokens->len; i++)
        {
          const KontorToken *token = &g_array_index (tokens, KontorToken, i);

          if (token->kind != KONTOR_TOKEN_WORD)
            continue;
          add (votes->words, g_string_chunk_insert_const (votes->spelt, token->folded), bit);
          add (votes->scripts, script_of (token), bit);
        }
    }
}

static gpointer
count (gpointer data)
{
  const KontorLanguage *const *all = kontor_language_get_all ();
  Votes *votes = g_new0 (Votes, 1);

  votes->spelt = g_string_chunk_new (4096);
  votes->words = g_hash_table_new (g_str_hash, g_str_equal);
  votes->scripts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; all[i] != NULL; i++)
    add_language (votes, all[i], 1u << i);

  return votes;
}

static const Votes *
get_votes (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, count, NULL);
}

static void
vote (guint languages, const KontorLanguage *usual, double *scores)
{
  const KontorLanguage *const *all = kontor_language_get_all ();
  gboolean has_usual = FALSE;
  guint n = 0;

  for (guint i = 0; languages >> i != 0; i++)
    {
      n += languages >> i & 1;
      has_usual = has_usual || (languages >> i & 1 && all[i] == usual);
    }
  for (guint i = 0; languages >> i != 0; i++)
    {
      gboolean mixed = !has_usual && g_strcmp0 (all[i]->also, usual->code) == 0;

      if (languages >> i & 1)
        scores[i] += (mixed ? MIXED_WEIGHT : 1.0) / (n * n);
    }
}

/* "EK202", "AI 9", "ek 202": no word of any language. */
static gboolean
is_code (const char *text, const GArray *tokens, guint at)
{
  const KontorToken *token = &g_array_index (tokens, KontorToken, at), *next = token + 1;

  return at + 1 < tokens->len && next->kind == KONTOR_TOKEN_NUMBER && token->len == 2 &&
         (next->start == token->start + 2 || next->len > 2 ||
          (g_ascii_isupper (text[token->start]) &&
           g_ascii_isupper (text[token->start + 1])));
}

/* (transfer full): without web and mail addresses, which are in no language; NULL where there is
 * none of them. */
static char *
dup_spoken (const char *text)
{
  g_auto(GStrv) parts = NULL;
  GString *spoken;

  if (strpbrk (text, "/@") == NULL && strstr (text, "www.") == NULL)
    return NULL;
  parts = g_strsplit_set (text, " \t\r\n", -1);
  spoken = g_string_sized_new (strlen (text));
  for (char **part = parts; *part != NULL; part++)
    if (strstr (*part, "://") == NULL && strchr (*part, '@') == NULL &&
        !g_str_has_prefix (*part, "www."))
      g_string_append_printf (spoken, "%s ", *part);

  return g_string_free (spoken, FALSE);
}

const KontorLanguage *
kontor_language_detect (const char *text, const KontorLanguage *usual, gboolean is_proven)
{
  const KontorLanguage *const *all = kontor_language_get_all ();
  const Votes *votes = get_votes ();
  g_autofree char *without = dup_spoken (text);
  const char *spoken = without != NULL ? without : text;
  g_autoptr(GArray) tokens = kontor_text_dup_tokens (spoken);
  double scores[32] = { 0 }, of_usual = is_proven ? HEAD_START_PROVEN : HEAD_START_GUESSED;
  guint n_words = 0, best = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      const KontorToken *token = &g_array_index (tokens, KontorToken, i);

      if (token->kind != KONTOR_TOKEN_WORD || is_code (spoken, tokens, i))
        continue;
      n_words++;
      vote (GPOINTER_TO_UINT (g_hash_table_lookup (votes->words, token->folded)),
            usual, scores);
      vote (GPOINTER_TO_UINT (g_hash_table_lookup (votes->scripts, script_of (token))),
            usual, scores);
    }
  for (guint i = 0; all[i] != NULL; i++)
    {
      if (all[i] == usual)
        of_usual += scores[i];
      if (scores[i] > scores[best])
        best = i;
    }

  return scores[best] >= fmax (of_usual * AHEAD, n_words * LEAST_SHARE) ? all[best] : usual;
}
