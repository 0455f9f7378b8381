/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question and passage are read alike, so what is a phrase in one is one in the other. */
#include "assistant/terms.h"

#include "assistant/english.h"
#include "assistant/stem.h"
#include "model/text.h"

#include <string.h>

#define LONGEST_PHRASE 5

struct _KontorWordSet { GHashTable *words; };

KontorWordSet *
kontor_word_set_new (const char *table)
{
  KontorWordSet *self = g_new0 (KontorWordSet, 1);
  g_auto(GStrv) words = g_strsplit (table, "|", -1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (self->words, g_strdup (words[i]));

  return self;
}

void
kontor_word_set_free (KontorWordSet *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

gboolean
kontor_word_set_has (const KontorWordSet *self, const char *word)
{
  return g_hash_table_contains (self->words, word);
}

gboolean
kontor_word_set_begins (const KontorWordSet *self, const char *folded)
{
  g_autofree char *head = g_strdup (folded);
  char *end = head;

  for (guint n = 0; n < LONGEST_PHRASE && end != NULL; n++)
    {
      end = strchr (end, ' ');
      if (end != NULL)
        *end = '\0';
      if (g_hash_table_contains (self->words, head))
        return TRUE;
      if (end != NULL)
        *end++ = ' ';
    }

  return FALSE;
}

gboolean
kontor_word_set_is_in (const KontorWordSet *self, const char *folded)
{
  for (const char *at = folded; at != NULL; at = strchr (at, ' '))
    {
      at += *at == ' ';
      if (kontor_word_set_begins (self, at))
        return TRUE;
    }

  return FALSE;
}

static GHashTable *
get_phrases (void)
{
  static GHashTable *phrases;

  if (g_once_init_enter (&phrases))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      for (const KontorEnglishPhrase *row = kontor_english_phrases; row->phrase != NULL; row++)
        g_hash_table_insert (table, (gpointer) row->phrase, (gpointer) row->word);
      g_once_init_leave (&phrases, table);
    }

  return phrases;
}

static void
clear_term (gpointer data)
{
  KontorTerm *term = data;

  g_free (term->word);
  g_free (term->stem);
}

static gboolean
is_break (const char *from, const char *to)
{
  for (const char *at = from; at < to; at++)
    if (*at == '\n' || *at == '!' || *at == '?' || *at == ';' ||
        (*at == '.' && (at + 1 == to || g_ascii_isspace (at[1]))))
      return TRUE;

  return FALSE;
}

static gboolean
is_joint (const char *from, const char *to)
{
  return to - from <= 3 && strspn (from, " -/\t") >= (gsize) (to - from);
}

/* How many tokens from @at on are a phrase, and the word it stands for. */
static guint
match_phrase (const char *text, const GArray *tokens, guint at, const char **word)
{
  g_autoptr(GString) phrase = g_string_new (NULL);
  guint best = 0;

  for (guint n = 0; n < LONGEST_PHRASE && at + n < tokens->len; n++)
    {
      const KontorToken *token = &g_array_index (tokens, KontorToken, at + n);
      const KontorToken *last = n == 0 ? token : token - 1;
      const char *found;

      if (n > 0 && !is_joint (text + last->start + last->len, text + token->start))
        break;
      g_string_append_printf (phrase, n == 0 ? "%s" : " %s", token->folded);
      found = n == 0 ? NULL : g_hash_table_lookup (get_phrases (), phrase->str);
      if (found != NULL)
        {
          *word = found;
          best = n + 1;
        }
    }

  return best;
}

static gboolean
looks_like_name (const char *text, const KontorToken *token, gboolean is_first)
{
  const char *at = text + token->start, *end = at + token->len;
  gboolean is_capital = g_unichar_isupper (g_utf8_get_char (at));
  gboolean is_all = g_utf8_next_char (at) < end;

  for (; at < end; at = g_utf8_next_char (at))
    is_all = is_all && !g_unichar_islower (g_utf8_get_char (at));

  return is_capital && (is_all || !is_first);
}

static void
add_words (GArray *terms, const KontorTerm *like, const char *words)
{
  g_auto(GStrv) split = g_strsplit (words, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      KontorTerm term = *like;

      term.word = g_strdup (split[i]);
      term.stem = kontor_stem (split[i]);
      term.place = terms->len;
      g_array_append_val (terms, term);
    }
}

static GArray *
dup_speaking_tokens (const char *text)
{
  g_autoptr(GArray) tokens = kontor_text_dup_tokens (text);
  GArray *speaking = g_array_new (FALSE, FALSE, sizeof (KontorToken));

  /* The folded texts move along, and are freed with the array they are in. */
  for (guint i = 0; i < tokens->len; i++)
    {
      KontorToken *token = &g_array_index (tokens, KontorToken, i);

      if (token->kind == KONTOR_TOKEN_PUNCT || token->len == 0 ||
          !g_unichar_isalnum (g_utf8_get_char (text + token->start)))
        continue;
      g_array_append_val (speaking, *token);
      token->folded = NULL;
    }

  return speaking;
}

GArray *
kontor_terms_read (const char *text)
{
  g_autoptr(GArray) tokens = dup_speaking_tokens (text);
  GArray *terms = g_array_new (FALSE, TRUE, sizeof (KontorTerm));
  gsize end = 0;
  guint sentence = 0;

  g_array_set_clear_func (terms, clear_term);
  for (guint i = 0; i < tokens->len; )
    {
      const KontorToken *token = &g_array_index (tokens, KontorToken, i);
      gboolean is_first = end == 0 || is_break (text + end, text + token->start);
      const char *word = token->folded;
      guint n = match_phrase (text, tokens, i, &word);
      KontorTerm like = { .start = token->start, .is_number = token->kind == KONTOR_TOKEN_NUMBER };

      sentence += is_first && end > 0;
      like.sentence = sentence;
      like.is_name = !like.is_number && looks_like_name (text, token, is_first);
      add_words (terms, &like, word);
      i += MAX (n, 1);
      token = &g_array_index (tokens, KontorToken, i - 1);
      end = token->start + token->len;
    }
  for (guint i = 0; i < tokens->len; i++)
    g_free (g_array_index (tokens, KontorToken, i).folded);

  return terms;
}
