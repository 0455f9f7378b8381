/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens are taken by index and never removed, so every reader sees the whole neighbourhood of
 * what it looks at. */
#include "model/when-words.h"

#include <string.h>

#define LONGEST_LEAD 5

const KontorToken *
kontor_when_token (const KontorWhenReader *reader, guint at)
{
  return at < reader->n ? &g_array_index (reader->tokens, KontorToken, at) : NULL;
}

guint
kontor_when_word (const KontorWhenReader *reader, guint at, KontorWordKind kind, int *value)
{
  guint n = kontor_language_match (reader->tokens, at, kind, value);

  if (kind == KONTOR_WORD_ORDINAL_SIGN && n == 1 && !kontor_when_touches (reader, at) &&
      g_utf8_strlen (kontor_when_token (reader, at)->folded, -1) == 1)
    return 0;
  return n;
}

guint
kontor_when_lead (const KontorWhenReader *reader, guint at, KontorWordKind kind, int *value)
{
  /* "pkl. 09.00" */
  gboolean short_too = kind == KONTOR_WORD_AT || kind == KONTOR_WORD_ON;
  guint colon = kontor_when_sign (reader, at - 1, short_too ? ":=." : ":=") ? 1 : 0;

  if (at > reader->n)
    return 0;
  for (guint n = MIN (LONGEST_LEAD, at - MIN (at, colon)); n > 0; n--)
    {
      int found;

      if (kontor_when_word (reader, at - colon - n, kind, &found) != n)
        continue;
      if (value != NULL)
        *value = found;
      return n + colon;
    }
  return 0;
}

guint
kontor_when_about (const KontorWhenReader *reader, guint at)
{
  guint n = kontor_when_lead (reader, at, KONTOR_WORD_ABOUT, NULL);

  if (n == 0 && kontor_when_sign (reader, at - 1, ".") && kontor_when_touches (reader, at - 1) &&
      kontor_when_lead (reader, at - 1, KONTOR_WORD_ABOUT, NULL) > 0)
    return 1 + kontor_when_lead (reader, at - 1, KONTOR_WORD_ABOUT, NULL);
  return kontor_when_lead (reader, at, KONTOR_WORD_CORRECTION, NULL) > n ? 0 : n;
}

gboolean
kontor_when_sign (const KontorWhenReader *reader, guint at, const char *signs)
{
  const KontorToken *token = kontor_when_token (reader, at);

  return token != NULL && token->kind == KONTOR_TOKEN_PUNCT &&
         strstr (signs, token->folded) != NULL;
}

gboolean
kontor_when_touches (const KontorWhenReader *reader, guint at)
{
  const KontorToken *token = kontor_when_token (reader, at);
  const KontorToken *before = kontor_when_token (reader, at - 1);

  return token != NULL && before != NULL && before->start + before->len == token->start;
}

gboolean
kontor_when_is_free (const KontorWhenReader *reader, guint at)
{
  return at < reader->n && !reader->barred[at] && reader->owner[at] == 0;
}

KontorFound *
kontor_when_owner (const KontorWhenReader *reader, guint at)
{
  if (at >= reader->n || reader->owner[at] == 0)
    return NULL;
  return &g_array_index (reader->found, KontorFound, reader->owner[at] - 1);
}

/* Whether what stands around a word says that it is a number. */
static guint
number_maybe (const KontorWhenReader *reader, guint at, int *value)
{
  static const KontorWordKind after[] = {
    KONTOR_WORD_OCLOCK, KONTOR_WORD_UNIT, KONTOR_WORD_COUNTED, KONTOR_WORD_AM, KONTOR_WORD_PM,
    KONTOR_WORD_MINUTES_MORE, KONTOR_WORD_CURRENCY, KONTOR_WORD_HALF_MORE,
  };
  guint n = kontor_when_word (reader, at, KONTOR_WORD_NUMBER_MAYBE, value);

  if (n == 0 || kontor_when_lead (reader, at, KONTOR_WORD_AT, NULL) > 0 ||
      kontor_when_lead (reader, at, KONTOR_WORD_HOUR_SHIFT, NULL) > 0)
    return n;
  for (guint k = 0; k < G_N_ELEMENTS (after); k++)
    if (kontor_when_word (reader, at + n, after[k], NULL) > 0)
      return n;
  return 0;
}

static guint
number_in_words (const KontorWhenReader *reader, guint at, int *value)
{
  int tens, ones;
  guint n = kontor_when_word (reader, at, KONTOR_WORD_NUMBER, &tens), more;

  if (n == 0)
    return number_maybe (reader, at, value);
  *value = tens;
  if (tens < 20 || tens % 10 != 0)
    return n;
  at += n;
  if (kontor_when_sign (reader, at, "-") && kontor_when_touches (reader, at))
    {
      at++;
      n++;
    }
  more = kontor_when_word (reader, at, KONTOR_WORD_NUMBER, &ones);
  if (more == 0 || ones < 1 || ones > 9 || !kontor_when_is_free (reader, at))
    return kontor_when_sign (reader, at - 1, "-") ? n - 1 : n;
  *value = tens + ones;
  return n + more;
}

guint
kontor_when_number (const KontorWhenReader *reader, guint at, int *value, guint *digits)
{
  const KontorToken *token = kontor_when_token (reader, at);

  if (token == NULL || !kontor_when_is_free (reader, at))
    return 0;
  *digits = 0;
  if (token->kind == KONTOR_TOKEN_WORD)
    return number_in_words (reader, at, value);
  if (token->kind != KONTOR_TOKEN_NUMBER || strlen (token->folded) > 4)
    return 0;
  *digits = strlen (token->folded);
  *value = (int) g_ascii_strtoll (token->folded, NULL, 10);
  return 1;
}

KontorFound *
kontor_when_add (KontorWhenReader *reader, KontorFoundKind kind, guint first, guint end)
{
  KontorFound found = { .kind = kind, .first = first, .end = MIN (end, reader->n) };

  g_array_append_val (reader->found, found);
  for (guint i = found.first; i < found.end; i++)
    reader->owner[i] = reader->found->len;
  return &g_array_index (reader->found, KontorFound, reader->found->len - 1);
}
