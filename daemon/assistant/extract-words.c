/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-words.c — what every rule asks of the words. Phrases of the service are folded once,
 * because each is compared with every word of a message that may be long. */
#include "assistant/extract-words.h"

#include <stdlib.h>
#include <string.h>

/* A row of signs longer than this announces nothing. */
#define MOST_SIGNS 8

KontorReading *
kontor_reading_new (const char *text, const KontorService *service,
                    const KontorExtractContext *context)
{
  KontorReading *self = g_new0 (KontorReading, 1);

  self->text = g_utf8_make_valid (text, -1);
  self->service = service;
  self->context = context;
  self->tokens = kontor_language_dup_tokens (context->language, self->text);
  self->used = g_new0 (gboolean, self->tokens->len + 1);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_strfreev);

  return self;
}

void
kontor_reading_free (KontorReading *self)
{
  g_free ((char *) self->text);
  g_array_unref (self->tokens);
  g_free (self->used);
  g_hash_table_unref (self->phrases);
  g_free (self);
}

guint
kontor_reading_match (const KontorReading *self, guint at, KontorWordKind kind, int *value)
{
  return at < self->tokens->len ? kontor_language_match (self->tokens, at, kind, value) : 0;
}

guint
kontor_reading_match_any (const KontorReading *self, guint at, const KontorWordKind *kinds)
{
  guint most = 0;

  for (; *kinds != KONTOR_N_WORD_KINDS; kinds++)
    most = MAX (most, kontor_reading_match (self, at, *kinds, NULL));

  return most;
}

gboolean
kontor_reading_mentions (KontorReading *self, KontorWordKind kind)
{
  if (self->looked[kind])
    return self->mentioned[kind];
  self->looked[kind] = TRUE;
  for (guint at = 0; at < self->tokens->len && !self->mentioned[kind]; at++)
    self->mentioned[kind] = kontor_reading_match (self, at, kind, NULL) > 0;

  return self->mentioned[kind];
}

gboolean
kontor_reading_follows (const KontorReading *self, guint at, KontorWordKind kind)
{
  while (at > 0 && kontor_reading_match (self, at - 1, KONTOR_WORD_ARTICLE, NULL) == 1)
    at--;
  for (guint back = 1; back <= 4 && back <= at; back++)
    {
      guint n = kontor_reading_match (self, at - back, kind, NULL);

      if (n == back || (n > back && n <= back + 1))
        return TRUE;
    }

  return FALSE;
}

void
kontor_reading_use (KontorReading *self, guint from, guint n)
{
  for (guint i = from; i < from + n && i < self->tokens->len; i++)
    self->used[i] = TRUE;
}

char *
kontor_reading_slice (const KontorReading *self, guint from, guint to)
{
  const KontorToken *first = KONTOR_TOKEN (self, from), *last = KONTOR_TOKEN (self, to - 1);

  return g_strndup (self->text + first->start, last->start + last->len - first->start);
}

gboolean
kontor_reading_has (const KontorReading *self, const char *name)
{
  return g_hash_table_contains (self->found->values, name);
}

void
kontor_reading_set (KontorReading *self, const char *name, char *value)
{
  if (value == NULL || *value == '\0' || kontor_reading_has (self, name))
    g_free (value);
  else
    g_hash_table_insert (self->found->values, g_strdup (name), value);
}

gboolean
kontor_reading_is_sign (const KontorReading *self, guint at, const char *signs)
{
  const KontorToken *token = at < self->tokens->len ? KONTOR_TOKEN (self, at) : NULL;

  return token != NULL && token->kind == KONTOR_TOKEN_PUNCT &&
         g_utf8_strchr (signs, -1, g_utf8_get_char (token->folded)) != NULL;
}

gboolean
kontor_reading_is_word (const KontorReading *self, guint at)
{
  return at < self->tokens->len && KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_WORD;
}

gboolean
kontor_reading_is_number (const KontorReading *self, guint at)
{
  return at < self->tokens->len && KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_NUMBER;
}

gboolean
kontor_reading_is_capital (const KontorReading *self, guint at)
{
  gunichar c = kontor_reading_is_word (self, at)
               ? g_utf8_get_char (self->text + KONTOR_TOKEN (self, at)->start) : 0;

  return c != 0 && (g_unichar_isupper (c) || g_unichar_istitle (c));
}

gboolean
kontor_reading_starts_line (const KontorReading *self, guint at)
{
  const KontorToken *token = KONTOR_TOKEN (self, at);
  const KontorToken *before = at > 0 ? KONTOR_TOKEN (self, at - 1) : NULL;
  gsize from = before != NULL ? before->start + before->len : 0;

  return memchr (self->text + from, '\n', token->start - from) != NULL;
}

gboolean
kontor_reading_touches (const KontorReading *self, guint at)
{
  const KontorToken *before = at > 0 && at < self->tokens->len ? KONTOR_TOKEN (self, at - 1)
                                                               : NULL;

  return before != NULL && before->start + before->len == KONTOR_TOKEN (self, at)->start;
}

static char **
words_of (const KontorReading *self, const char *phrase)
{
  char **words = g_hash_table_lookup (self->phrases, phrase);

  if (words == NULL)
    {
      g_autofree char *folded = kontor_text_dup_folded (phrase);

      words = g_strsplit (folded, " ", -1);
      g_hash_table_insert (self->phrases, g_strdup (phrase), words);
    }

  return words;
}

/* What the language knows to be no slip ("سارة", a name) is none for "سيارة" either. */
static gboolean
is_spelt (const KontorReading *self, const KontorToken *token, const char *word)
{
  if (token->kind == KONTOR_TOKEN_PUNCT || *word == '\0')
    return FALSE;
  if (token->folded[0] != word[0] && token->folded[0] != word[1])
    return FALSE;
  if (g_str_equal (token->folded, word))
    return TRUE;

  return kontor_text_is_close (token->folded, word) &&
         !kontor_language_is_lookalike (self->context->language, token->folded);
}

/* "eclass" for "e class". */
static gboolean
is_glued (const KontorToken *token, char **words)
{
  gsize len = strlen (words[0]);

  return words[1] != NULL && words[2] == NULL && strlen (words[1]) >= 4 &&
         strncmp (token->folded, words[0], len) == 0 && g_str_equal (token->folded + len, words[1]);
}

/* How many tokens from @at on are @word: two where the language parts what the shop writes as one,
 * as "l'Everest". */
static guint
count_spelt (const KontorReading *self, guint at, const char *word)
{
  const char *head;

  if (at >= self->tokens->len)
    return 0;
  if (is_spelt (self, KONTOR_TOKEN (self, at), word))
    return 1;
  head = KONTOR_TOKEN (self, at)->folded;

  return kontor_reading_is_word (self, at) && kontor_reading_is_word (self, at + 1) &&
         kontor_reading_touches (self, at + 1) && g_str_has_prefix (word, head) &&
         is_spelt (self, KONTOR_TOKEN (self, at + 1), word + strlen (head)) ? 2 : 0;
}

guint
kontor_reading_spells (const KontorReading *self, guint at, const char *phrase)
{
  char **words = words_of (self, phrase);
  guint i = at;

  if (at >= self->tokens->len || words[0] == NULL)
    return 0;
  if (is_glued (KONTOR_TOKEN (self, at), words))
    return 1;
  for (guint n = 0; words[n] != NULL; n++)
    {
      guint spelt;

      if (n > 0 && kontor_reading_is_sign (self, i, "-./") && kontor_reading_touches (self, i))
        i++;
      spelt = count_spelt (self, i, words[n]);
      if (spelt == 0)
        return 0;
      i += spelt;
    }

  return i - at;
}

guint
kontor_reading_label_at (const KontorReading *self, const KontorServiceField *field, guint at)
{
  guint most = kontor_reading_spells (self, at, field->title);

  for (guint i = 0; field->labels[i] != NULL; i++)
    most = MAX (most, kontor_reading_spells (self, at, field->labels[i]));

  return most;
}

gboolean
kontor_reading_is_label (const KontorReading *self, guint at)
{
  if (self->service == NULL)
    return FALSE;
  for (guint i = 0; i < self->service->fields->len; i++)
    if (kontor_reading_label_at (self, self->service->fields->pdata[i], at) > 0)
      return TRUE;
  for (guint i = 0; self->service->labels[i] != NULL; i++)
    if (kontor_reading_spells (self, at, self->service->labels[i]) > 0)
      return TRUE;

  return FALSE;
}

guint
kontor_reading_skip_sign (const KontorReading *self, guint at)
{
  guint n = 1;

  for (guint rounds = 0; n > 0 && rounds < MOST_SIGNS && at < self->tokens->len; rounds++)
    {
      n = kontor_reading_is_sign (self, at, ":=-–—#>~*.") ? 1 : 0;
      if (n == 0)
        n = kontor_reading_match (self, at, KONTOR_WORD_COPULA, NULL);
      at += n;
    }

  return at;
}

guint
kontor_reading_number (const KontorReading *self, guint at, int *number)
{
  if (at >= self->tokens->len)
    return 0;
  if (kontor_reading_is_number (self, at) && strlen (KONTOR_TOKEN (self, at)->folded) <= 6)
    {
      *number = atoi (KONTOR_TOKEN (self, at)->folded);
      return 1;
    }

  return MAX (kontor_reading_match (self, at, KONTOR_WORD_NUMBER, number),
              kontor_reading_match (self, at, KONTOR_WORD_NUMBER_MAYBE, number));
}

const KontorServiceField *
kontor_reading_find (const KontorReading *self, KontorFoundBy found_by)
{
  for (guint i = 0; self->service != NULL && i < self->service->fields->len; i++)
    {
      const KontorServiceField *field = self->service->fields->pdata[i];

      if (field->found_by == found_by)
        return field;
    }

  return NULL;
}
