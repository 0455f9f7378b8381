/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arabic writes "and", "by", "to" and the article together with the word after them, Bengali and
 * Indonesian put endings behind it; French drops a vowel and writes "l'" and "d'". They are parted
 * only where the table knows what is left, so that a name that happens to begin alike stays
 * whole. */
#include "model/lexicon.h"

#include <string.h>

/* Longer words are left whole: this bounds the work. */
#define LONGEST_PARTED 128

static const KontorAffix *find_affix (const KontorLexicon *lexicon, const char *word, guint depth);

/* Whether what is left of a word without @affix is one that it may stand at. */
static gboolean
may_stand_at (const KontorLexicon *lexicon, const KontorAffix *affix, const char *rest, guint depth)
{
  const char *known = kontor_lexicon_know_exactly (lexicon, rest);
  const KontorPhrase *meaning = known != NULL ? g_hash_table_lookup (lexicon->by_first, known)
                                              : NULL;

  if (affix->value == -1)
    return known != NULL || g_utf8_strlen (rest, -1) >= 3;
  if (affix->value == 0)
    return known != NULL || (depth < 2 && find_affix (lexicon, rest, depth + 1) != NULL);
  for (; meaning != NULL; meaning = meaning->next)
    if (meaning->kind == (KontorWordKind) affix->value && meaning->n_words == 1)
      return TRUE;
  return FALSE;
}

/* The longest that may be parted from @word. */
static const KontorAffix *
find_affix (const KontorLexicon *lexicon, const char *word, guint depth)
{
  const KontorAffix *best = NULL;

  for (guint i = 0; i < lexicon->affixes->len; i++)
    {
      const KontorAffix *affix = &g_array_index (lexicon->affixes, KontorAffix, i);
      gsize len = strlen (affix->text), all = strlen (word);
      g_autofree char *rest = NULL;

      if (affix->kind == KONTOR_WORD_JOINED_ARTICLE || len >= all ||
          (best != NULL && strlen (best->text) >= len) ||
          !(affix->kind == KONTOR_WORD_PREFIX ? g_str_has_prefix (word, affix->text)
                                              : g_str_has_suffix (word, affix->text)))
        continue;
      rest = affix->kind == KONTOR_WORD_PREFIX ? g_strdup (word + len)
                                               : g_strndup (word, all - len);
      if (may_stand_at (lexicon, affix, rest, depth))
        best = affix;
    }
  return best;
}

/* How many bytes of the @len at @word fold to @head, marks that belong to them counted in. */
static gsize
length_of (const char *word, gsize len, const char *head)
{
  const char *at = word, *end = word + len;
  gboolean found = FALSE;

  while (at < end)
    {
      const char *next = g_utf8_next_char (at);
      g_autofree char *slice = g_strndup (word, next - word);
      g_autofree char *folded = kontor_text_dup_folded (slice);

      if (found && !g_str_equal (folded, head))
        break;
      found = found || g_str_equal (folded, head);
      at = next;
    }
  return found && at < end ? at - word : 0;
}

/* Parts @token in two; FALSE when it is one word. */
static gboolean
part (const KontorLexicon *lexicon, KontorToken *token, KontorToken *rest, const char *text)
{
  const KontorAffix *affix = token->kind == KONTOR_TOKEN_WORD && token->len <= LONGEST_PARTED &&
                             kontor_lexicon_know_exactly (lexicon, token->folded) == NULL
                             ? find_affix (lexicon, token->folded, 0) : NULL;
  gsize all = strlen (token->folded), len;
  g_autofree char *head = NULL;

  if (affix == NULL)
    return FALSE;
  len = strlen (affix->text);
  head = g_strndup (token->folded, affix->kind == KONTOR_WORD_PREFIX ? len : all - len);
  len = length_of (text + token->start, token->len, head);
  if (len == 0 || (affix->elided && g_utf8_strlen (text + token->start, len) ==
                                    g_utf8_strlen (head, -1)))
    return FALSE;
  *rest = (KontorToken) { .kind = KONTOR_TOKEN_WORD, .start = token->start + len,
                          .len = token->len - len,
                          .folded = g_strdup (token->folded + strlen (head)) };
  token->len = len;
  g_free (token->folded);
  token->folded = g_steal_pointer (&head);
  return TRUE;
}

GArray *
kontor_lexicon_dup_tokens (const KontorLexicon *self, const char *text)
{
  g_autoptr(GArray) whole = kontor_text_dup_tokens (text);
  GArray *parted;

  if (self->affixes->len == 0)
    return g_steal_pointer (&whole);
  parted = kontor_text_dup_tokens ("");
  for (guint i = 0; i < whole->len; i++)
    {
      KontorToken token = g_array_index (whole, KontorToken, i), rest;

      g_array_index (whole, KontorToken, i).folded = NULL;
      while (part (self, &token, &rest, text))
        {
          g_array_append_val (parted, token);
          token = rest;
        }
      g_array_append_val (parted, token);
    }
  return parted;
}
