/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/tokens.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *word;
  gint16      dictionary;
  guint16     number;
} Token;

#include "tokens.inc"

const char *
kontor_token_get_word (int dictionary, guint number)
{
  if (dictionary == KONTOR_TOKEN_SINGLE)
    return number > 0 && number < G_N_ELEMENTS (single_words) ? single_words[number] : NULL;

  return dictionary >= 0 && dictionary < (int) G_N_ELEMENTS (double_words) &&
                 number < G_N_ELEMENTS (double_words[0])
             ? double_words[dictionary][number]
             : NULL;
}

static int
by_word (gconstpointer word, gconstpointer token)
{
  return strcmp (word, ((const Token *) token)->word);
}

gboolean
kontor_token_find (const char *word, int *dictionary, guint *number)
{
  const Token *found = bsearch (word, sorted_tokens, G_N_ELEMENTS (sorted_tokens), sizeof (Token),
                                by_word);

  if (found == NULL)
    return FALSE;
  *dictionary = found->dictionary;
  *number = found->number;

  return TRUE;
}
