/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-place.c — places: words that no list has, between words that a language has. Where a
 * place ends is told by what comes next, since no gazetteer knows how customers call a place. */
#include "assistant/extract-words.h"

#define MOST_WORDS 14
#define MOST_PIECE 5
#define MOST_LEAD 8

static gboolean
is_arrow (const KontorReading *self, guint at)
{
  return kontor_reading_is_sign (self, at, "-–=") && kontor_reading_is_sign (self, at + 1, ">") &&
         kontor_reading_touches (self, at + 1);
}

guint
kontor_extract_arrow_at (const KontorReading *self, guint at)
{
  if (is_arrow (self, at))
    return 2;
  if (kontor_reading_is_sign (self, at, "→⇒➔➜➡⟶"))
    return 1;

  return kontor_reading_is_sign (self, at, ">") && at > 0 &&
         !kontor_reading_starts_line (self, at) ? 1 : 0;
}

guint
kontor_extract_place_to (const KontorReading *self, guint at, int *kind)
{
  guint n = kontor_reading_match (self, at, KONTOR_WORD_PLACE_TO, kind);

  return *kind == 3 && at > 0 && kontor_reading_is_capital (self, at) &&
         kontor_reading_is_capital (self, at + 1) ? 0 : n;
}

/* "Gare de Lyon": a "de" is part of the place. */
static gboolean
is_cue (const KontorReading *self, guint at)
{
  int kind = 0, to = 0;

  return kontor_extract_place_to (self, at, &to) > 0 ||
         (kontor_reading_match (self, at, KONTOR_WORD_PLACE_FROM, &kind) > 0 && kind != 2) ||
         kontor_reading_match (self, at, KONTOR_WORD_PICK, NULL) > 0 ||
         kontor_reading_match (self, at, KONTOR_WORD_PLACE_FROM_AFTER, NULL) > 0 ||
         kontor_reading_match (self, at, KONTOR_WORD_PLACE_TO_AFTER, NULL) > 0 ||
         kontor_extract_arrow_at (self, at) > 0;
}

static gboolean
is_line_label (const KontorReading *self, guint at)
{
  return kontor_reading_is_label (self, at) &&
         (kontor_reading_is_sign (self, at + 1, ":=") ||
          kontor_reading_is_sign (self, at + 2, ":="));
}

/* "Bed and Breakfast" goes on, "and my name is" does not. */
static gboolean
joins (const KontorReading *self, guint at)
{
  return kontor_reading_match (self, at, KONTOR_WORD_AND, NULL) == 1 && at > 0 &&
         kontor_reading_is_capital (self, at - 1) && kontor_reading_is_capital (self, at + 1) &&
         kontor_reading_match (self, at + 1, KONTOR_WORD_CONNECTOR, NULL) == 0 &&
         kontor_reading_match (self, at + 1, KONTOR_WORD_PRONOUN, NULL) == 0 &&
         !is_cue (self, at + 1);
}

static gboolean
ends_by_sign (const KontorReading *self, guint at)
{
  gboolean touches = kontor_reading_touches (self, at) && kontor_reading_touches (self, at + 1);

  if (kontor_reading_is_sign (self, at, "'’&/#@"))
    return FALSE;
  if (kontor_reading_is_sign (self, at, "-–"))
    return !touches && !(kontor_reading_is_number (self, at + 1) &&
                         kontor_reading_is_word (self, at - 1));
  if (!kontor_reading_is_sign (self, at, "."))
    return TRUE;

  return !touches && (at == 0 || KONTOR_TOKEN (self, at - 1)->len > 3 ||
                      !kontor_reading_is_capital (self, at + 1) ||
                      kontor_reading_match (self, at - 1, KONTOR_WORD_STREET, NULL) == 0);
}

gboolean
kontor_extract_place_ends (const KontorReading *self, guint at, guint from)
{
  static const KontorWordKind ends[] = {
    KONTOR_WORD_CONNECTOR, KONTOR_WORD_WISH, KONTOR_WORD_THANKS, KONTOR_WORD_GREETING,
    KONTOR_WORD_CORRECTION, KONTOR_WORD_CHANGE, KONTOR_WORD_INSTEAD, KONTOR_WORD_INSTEAD_OF,
    KONTOR_WORD_NOT, KONTOR_WORD_PLACE_NEVER, KONTOR_WORD_PRONOUN, KONTOR_WORD_QUESTION,
    KONTOR_WORD_COPULA, KONTOR_N_WORD_KINDS,
  };
  int loose = 1;

  if (self->used[at] || (at > from && kontor_reading_starts_line (self, at)))
    return TRUE;
  if (KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT)
    return kontor_extract_arrow_at (self, at) > 0 || ends_by_sign (self, at);
  if (at == from)
    return FALSE;
  if (is_cue (self, at) || is_line_label (self, at))
    return TRUE;
  if (kontor_reading_match (self, at, KONTOR_WORD_NAME, &loose) > 0)
    return TRUE;

  return !joins (self, at) && kontor_reading_match_any (self, at, ends) > 0;
}

/* A comma does not end an address, a name with an article, or the first of two places. */
static gboolean
goes_on_after_comma (const KontorReading *self, guint from, guint comma)
{
  guint to = comma + 1;
  gboolean capital = kontor_reading_is_capital (self, to), noun = FALSE, address = FALSE;

  if (to >= self->tokens->len || kontor_extract_place_ends (self, to, to) ||
      kontor_reading_starts_line (self, to) ||
      kontor_reading_match (self, to, KONTOR_WORD_VERB, NULL) > 0 ||
      (kontor_extract_place_ends (self, to, from) &&
       kontor_reading_match (self, to, KONTOR_WORD_ARTICLE, NULL) == 0))
    return FALSE;
  for (; to < self->tokens->len && to - comma <= MOST_PIECE &&
         !kontor_extract_place_ends (self, to, comma + 1); to++)
    noun |= kontor_reading_match (self, to, KONTOR_WORD_PLACE_NOUN, NULL) > 0;
  for (guint i = from; i < comma; i++)
    address |= kontor_reading_is_number (self, i) ||
               kontor_reading_match (self, i, KONTOR_WORD_STREET, NULL) > 0;
  if (to - comma > MOST_PIECE)
    return FALSE;
  if (noun || kontor_reading_match (self, comma + 1, KONTOR_WORD_ARTICLE, NULL) > 0)
    return TRUE;
  if (kontor_reading_is_number (self, comma + 1))
    return address && to - comma > 2;

  return (capital && address) ||
         (to < self->tokens->len && (kontor_extract_arrow_at (self, to) > 0 ||
          kontor_reading_match (self, to, KONTOR_WORD_PLACE_TO, NULL) > 0));
}

static guint
trim (const KontorReading *self, guint from, guint to)
{
  static const KontorWordKind tails[] = {
    KONTOR_WORD_POLITE, KONTOR_WORD_PLACE_AT, KONTOR_WORD_ON, KONTOR_WORD_AT, KONTOR_WORD_ABOUT,
    KONTOR_WORD_ARTICLE, KONTOR_WORD_OF, KONTOR_WORD_AND, KONTOR_WORD_IN, KONTOR_WORD_PLACE_TAIL,
    KONTOR_N_WORD_KINDS,
  };

  while (to > from && (KONTOR_TOKEN (self, to - 1)->kind == KONTOR_TOKEN_PUNCT ||
                       (to - 1 > from && KONTOR_TOKEN (self, to - 1)->len > 1 &&
                        kontor_reading_match_any (self, to - 1, tails) == 1)))
    to--;

  return to;
}

guint
kontor_extract_place_end (const KontorReading *self, guint from)
{
  guint to = from;

  while (to < self->tokens->len && to - from < MOST_WORDS)
    {
      gboolean comma = to > from && kontor_reading_is_sign (self, to, ",") &&
                       goes_on_after_comma (self, from, to);

      if (!comma && kontor_extract_place_ends (self, to, from))
        break;
      to += comma ? 2 : 1;
    }

  return trim (self, from, MIN (to, self->tokens->len));
}

/* Past what stands between the cue and its place: signs, "is", "at", a small "the". */
guint
kontor_extract_place_lead (const KontorReading *self, guint at, gboolean is_noun)
{
  guint n = 1;

  for (guint rounds = 0; n > 0 && rounds < MOST_LEAD && at < self->tokens->len &&
                         !self->used[at]; rounds++)
    {
      n = kontor_reading_is_sign (self, at, ":=-–—>*~\"'“(") ? 1 : 0;
      if (n == 0 && kontor_reading_match (self, at, KONTOR_WORD_ARTICLE, NULL) == 1 &&
          !kontor_reading_is_capital (self, at))
        n = 1;
      if (n == 0)
        n = kontor_reading_match (self, at, KONTOR_WORD_COPULA, NULL);
      if (n == 0 && is_noun && !(kontor_reading_is_capital (self, at) &&
                                 kontor_reading_is_capital (self, at + 1)))
        n = MAX (kontor_reading_match (self, at, KONTOR_WORD_PLACE_AT, NULL),
                 kontor_reading_match (self, at, KONTOR_WORD_LABEL_TAIL, NULL));
      at += n;
    }

  return at;
}

gboolean
kontor_extract_place_starts (const KontorReading *self, guint at)
{
  static const KontorWordKind never[] = {
    KONTOR_WORD_VERB, KONTOR_WORD_PRONOUN, KONTOR_WORD_POLITE, KONTOR_WORD_NOT, KONTOR_WORD_NO,
    KONTOR_WORD_WISH, KONTOR_WORD_QUESTION, KONTOR_WORD_THANKS, KONTOR_WORD_CORRECTION,
    KONTOR_WORD_AND, KONTOR_WORD_STATUS, KONTOR_WORD_CANCEL, KONTOR_N_WORD_KINDS,
  };
  gboolean mine = kontor_reading_match (self, at, KONTOR_WORD_MINE, NULL) > 0 &&
                  kontor_reading_is_word (self, at + 1);

  if (at >= self->tokens->len || self->used[at] ||
      KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT || is_cue (self, at))
    return FALSE;
  if (mine)
    return TRUE;
  if (kontor_reading_match (self, at, KONTOR_WORD_CONNECTOR, NULL) > 0)
    return FALSE;
  if (kontor_reading_is_number (self, at))
    return kontor_reading_is_word (self, at + 1) && !kontor_extract_place_ends (self, at + 1, at);

  return kontor_reading_match_any (self, at, never) == 0 ||
         (kontor_reading_is_capital (self, at) && kontor_reading_is_capital (self, at + 1) &&
          kontor_reading_match (self, at, KONTOR_WORD_PRONOUN, NULL) == 0);
}
