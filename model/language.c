/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables say of a text. The tables themselves are compiled by lexicon.c. */
#include "model/lexicon.h"

#include <string.h>

/* Of the first words of messages that are remembered; in bytes, with its end. */
#define MOST_STARTS 2000
#define LONGEST_START 64

#define X(name) extern const KontorLanguage kontor_language_##name;
#include "languages.inc"
#undef X

#define X(name) &kontor_language_##name,
static const KontorLanguage *const languages[] = {
#include "languages.inc"
  NULL
};
#undef X

static void
know (const KontorLexicon *lexicon, KontorToken *token)
{
  if (token->kind == KONTOR_TOKEN_WORD)
    token->known = kontor_lexicon_know (lexicon, token->folded);
  else
    token->known = g_hash_table_lookup (lexicon->spellings, token->folded);
  if (token->known != NULL)
    token->meanings = g_hash_table_lookup (lexicon->by_first, token->known);
}

static void
know_from (const KontorLexicon *lexicon, GArray *tokens, guint first)
{
  for (guint i = first; i < tokens->len; i++)
    know (lexicon, &g_array_index (tokens, KontorToken, i));
}

GArray *
kontor_language_dup_tokens (const KontorLanguage *language, const char *text)
{
  const KontorLexicon *lexicon = kontor_lexicon_of (language);
  GArray *tokens = kontor_lexicon_dup_tokens (lexicon, text);

  know_from (lexicon, tokens, 0);
  return tokens;
}

/* Words known are kept once, so the same word is the same pointer. */
static guint
match_phrase (const GArray *tokens, guint at, const KontorPhrase *phrase)
{
  guint i = at;

  for (guint n = 0; n < phrase->n_words; n++)
    {
      const KontorToken *token;

      if (n > 0 && i + 1 < tokens->len &&
          kontor_lexicon_is_joint (&g_array_index (tokens, KontorToken, i)))
        i++;
      if (i >= tokens->len)
        return 0;
      token = &g_array_index (tokens, KontorToken, i++);
      if (token->known != phrase->words[n])
        return 0;
    }
  return i - at;
}

guint
kontor_language_match (const GArray *tokens, guint at, KontorWordKind kind, int *value)
{
  const KontorPhrase *phrase = at < tokens->len ? g_array_index (tokens, KontorToken, at).meanings
                                                : NULL;
  guint longest = 0;

  for (; phrase != NULL; phrase = phrase->next)
    {
      guint n = phrase->kind == kind ? match_phrase (tokens, at, phrase) : 0;

      if (n <= longest)
        continue;
      longest = n;
      if (value != NULL)
        *value = phrase->value;
    }
  return longest;
}

gboolean
kontor_language_mentions (const KontorLanguage *language, const char *text, KontorWordKind kind)
{
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (language, text);

  for (guint i = 0; i < tokens->len; i++)
    if (kontor_language_match (tokens, i, kind, NULL) > 0)
      return TRUE;
  return FALSE;
}

/* What may stand around a word that says something. */
static const KontorWordKind around[] = {
  KONTOR_WORD_POLITE, KONTOR_WORD_THANKS, KONTOR_WORD_GREETING,
};

static gboolean
may_begin (const KontorToken *token, KontorWordKind kind)
{
  if (token->kind == KONTOR_TOKEN_PUNCT)
    return TRUE;
  for (const KontorPhrase *phrase = token->meanings; phrase != NULL; phrase = phrase->next)
    {
      if (phrase->kind == kind)
        return TRUE;
      for (guint k = 0; k < G_N_ELEMENTS (around); k++)
        if (phrase->kind == around[k])
          return TRUE;
    }
  return FALSE;
}

/* The law asks of every message in every language whether it says STOP, and most are done with
 * after a word. */
static gboolean
may_say (const KontorLanguage *language, const char *text, KontorWordKind kind)
{
  g_autofree char *start = g_strndup (text, strcspn (text, " "));
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (language, start);

  return tokens->len == 0 || may_begin (&g_array_index (tokens, KontorToken, 0), kind);
}

gboolean
kontor_language_is_lookalike (const KontorLanguage *language, const char *word)
{
  return g_hash_table_contains (kontor_lexicon_of (language)->unlike, word);
}

/* Nothing else, that is. */
static gboolean
says (const KontorLanguage *language, const char *text, KontorWordKind kind)
{
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (language, text);
  gboolean said = FALSE;

  for (guint i = 0, n; i < tokens->len; i += n)
    {
      n = kontor_language_match (tokens, i, kind, NULL);
      said = said || n > 0;
      for (guint k = 0; n == 0 && k < G_N_ELEMENTS (around); k++)
        n = kontor_language_match (tokens, i, around[k], NULL);
      if (n == 0 && g_array_index (tokens, KontorToken, i).kind == KONTOR_TOKEN_PUNCT)
        n = 1;
      if (n == 0)
        return FALSE;
    }
  return said;
}

gboolean
kontor_language_says (const KontorLanguage *language, const char *text, KontorWordKind kind)
{
  return may_say (language, text, kind) && says (language, text, kind);
}

/* A bit for each language in which a saying may begin so. Most messages begin with the same few
 * words, and the law asks of each of them twice: what was found is remembered. */
static guint
find_possible (const char *start, KontorWordKind kind)
{
  static GHashTable *found[KONTOR_N_WORD_KINDS];
  gpointer bits = NULL;

  if (found[kind] == NULL)
    found[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (found[kind], start, NULL, &bits))
    return GPOINTER_TO_UINT (bits);
  if (g_hash_table_size (found[kind]) >= MOST_STARTS)
    g_hash_table_remove_all (found[kind]);
  for (guint i = 0; languages[i] != NULL; i++)
    if (may_say (languages[i], start, kind))
      bits = GUINT_TO_POINTER (GPOINTER_TO_UINT (bits) | 1u << i);
  g_hash_table_insert (found[kind], g_strdup (start), bits);

  return GPOINTER_TO_UINT (bits);
}

gboolean
kontor_language_any_says (const char *text, KontorWordKind kind)
{
  char start[LONGEST_START] = "";
  gsize length = strcspn (text, " ");
  guint possible = G_MAXUINT;

  if (length < sizeof start)
    {
      memcpy (start, text, length);
      possible = find_possible (start, kind);
    }
  for (guint i = 0; languages[i] != NULL; i++)
    if (possible & 1u << i && says (languages[i], text, kind))
      return TRUE;

  return FALSE;
}

const KontorLanguage *
kontor_language_find (const char *code)
{
  gsize primary = strcspn (code, "-_");

  for (const KontorLanguage *const *language = languages; *language != NULL; language++)
    if (g_ascii_strcasecmp ((*language)->code, code) == 0)
      return *language;
  for (const KontorLanguage *const *language = languages; *language != NULL; language++)
    if (g_ascii_strncasecmp ((*language)->code, code, primary) == 0 &&
        strcspn ((*language)->code, "-_") == primary)
      return *language;
  return NULL;
}

const KontorLanguage *const *
kontor_language_get_all (void)
{
  return languages;
}

void
kontor_language_learn (void)
{
  for (guint i = 0; languages[i] != NULL; i++)
    kontor_lexicon_of (languages[i]);
  kontor_language_detect ("", languages[0], FALSE);
}

const char *
kontor_language_get_choices (void)
{
  static GString *choices;

  if (choices != NULL)
    return choices->str;
  choices = g_string_new (NULL);
  for (guint i = 0; languages[i] != NULL; i++)
    g_string_append_printf (choices, "%s%s", i > 0 ? "|" : "", languages[i]->code);

  return choices->str;
}
