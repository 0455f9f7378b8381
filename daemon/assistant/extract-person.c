/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-person.c — the customer's name. "my name is" takes whatever follows, "I am" only what is
 * written as a name and is no word of the language: "I am in a hurry" names nobody. */
#include "assistant/extract-words.h"

#include <string.h>

#define MOST_NAMES 4

char *
kontor_extract_name_case (char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  gboolean first = TRUE;
  GString *cased;

  if (!g_str_equal (lower, name))
    return name;
  cased = g_string_new (NULL);
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (cased, first ? g_unichar_totitle (c) : c);
      first = c == ' ' || c == '-' || c == '.';
    }
  g_free (name);

  return g_string_free (cased, FALSE);
}

static gboolean
is_ordinary (const KontorReading *self, guint at)
{
  static const KontorWordKind ordinary[] = {
    KONTOR_WORD_CONNECTOR, KONTOR_WORD_PLACE_FROM, KONTOR_WORD_PLACE_TO, KONTOR_WORD_PLACE_AT,
    KONTOR_WORD_NAME, KONTOR_WORD_ARTICLE, KONTOR_WORD_WISH, KONTOR_WORD_GREETING,
    KONTOR_WORD_THANKS, KONTOR_WORD_POLITE, KONTOR_WORD_SEARCH_SKIP, KONTOR_WORD_PRONOUN,
    KONTOR_WORD_NAME_AFTER, KONTOR_WORD_PICK, KONTOR_WORD_CORRECTION, KONTOR_WORD_STATUS,
    KONTOR_WORD_CANCEL, KONTOR_N_WORD_KINDS,
  };

  return kontor_reading_match_any (self, at, ordinary) > 0;
}

/* "name jeffrey number 050…": what announces something else ends a name. */
static gboolean
announces (const KontorReading *self, guint at)
{
  gboolean leads = kontor_reading_is_sign (self, at + 1, ":=#") ||
                   kontor_reading_is_number (self, at + 1);

  if (kontor_reading_is_label (self, at))
    return TRUE;

  return kontor_reading_match (self, at, KONTOR_WORD_LABELLED, NULL) > 0 &&
         (leads || !kontor_reading_is_capital (self, at));
}

static gboolean
may_be_name (const KontorReading *self, guint at, gboolean sure)
{
  if (self->used[at] || !kontor_reading_is_word (self, at) || is_ordinary (self, at) ||
      announces (self, at))
    return FALSE;
  if (sure)
    return kontor_reading_match (self, at, KONTOR_WORD_VERB, NULL) == 0 ||
           kontor_reading_is_capital (self, at);

  return kontor_reading_match (self, at, KONTOR_WORD_NAME_NEVER, NULL) == 0 &&
         kontor_reading_match (self, at, KONTOR_WORD_VERB, NULL) == 0 &&
         kontor_reading_match (self, at, KONTOR_WORD_PLACE_NOUN, NULL) == 0;
}

/* "Jean-Pierre", "Mr. Khan", "J. Smith". */
static gboolean
is_inner_sign (const KontorReading *self, guint at)
{
  if (!kontor_reading_is_word (self, at + 1) || !kontor_reading_touches (self, at))
    return FALSE;
  if (kontor_reading_is_sign (self, at, "-'’"))
    return kontor_reading_touches (self, at + 1);

  return kontor_reading_is_sign (self, at, ".") && KONTOR_TOKEN (self, at - 1)->len <= 3 &&
         kontor_reading_is_capital (self, at + 1);
}

guint
kontor_extract_name_end (const KontorReading *self, guint from, gboolean sure)
{
  guint to = from, words = 0;

  while (to < self->tokens->len && words < MOST_NAMES)
    {
      if (to > from && kontor_reading_starts_line (self, to))
        break;
      if (to > from && is_inner_sign (self, to))
        {
          to++;
          continue;
        }
      if (!may_be_name (self, to, sure))
        break;
      words++;
      to++;
    }
  while (to > from && KONTOR_TOKEN (self, to - 1)->kind == KONTOR_TOKEN_PUNCT)
    to--;

  return to;
}

/* Where a sentence could end, so that what went before was all of it. */
static gboolean
is_break (const KontorReading *self, guint at)
{
  return at >= self->tokens->len || self->used[at] || kontor_reading_starts_line (self, at) ||
         KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT || is_ordinary (self, at) ||
         kontor_reading_match (self, at, KONTOR_WORD_VERB, NULL) > 0;
}

static gboolean
has_cases (const KontorReading *self, guint at)
{
  gunichar c = g_utf8_get_char (self->text + KONTOR_TOKEN (self, at)->start);

  return g_unichar_toupper (c) != c || g_unichar_tolower (c) != c;
}

/* Small letters are a name only where no list has them and no more than two come together; in
 * a script without capitals nothing may follow either. */
static gboolean
is_loose_name (const KontorReading *self, guint from, guint to)
{
  if (to == from || !is_break (self, to))
    return FALSE;
  if (kontor_reading_is_capital (self, from))
    return TRUE;
  if (!has_cases (self, from) && to < self->tokens->len &&
      KONTOR_TOKEN (self, to)->kind != KONTOR_TOKEN_PUNCT &&
      !kontor_reading_starts_line (self, to))
    return FALSE;
  for (guint i = from; i < to; i++)
    if (KONTOR_TOKEN (self, i)->len < 3 ||
        (KONTOR_TOKEN (self, i)->known != NULL && (i == from || has_cases (self, i))))
      return FALSE;

  return to - from <= 2;
}

static void
keep (KontorReading *self, const char *name, guint at, guint from, guint to)
{
  g_hash_table_remove (self->found->values, name);
  kontor_reading_set (self, name, kontor_extract_name_case (kontor_reading_slice (self, from, to)));
  kontor_reading_use (self, at, to - at);
}

/* "मैं शारजाह से", "main Sharjah jana": a place, and no name. */
static gboolean
leads_away (const KontorReading *self, guint at)
{
  return kontor_reading_match (self, at, KONTOR_WORD_PLACE_FROM_AFTER, NULL) > 0 ||
         kontor_reading_match (self, at, KONTOR_WORD_PLACE_TO_AFTER, NULL) > 0;
}

/* After "my name is" (0) anything, after "I am" (1) what looks like a name; "it's" (2) only where
 * the name was asked for. */
static gboolean
take_after (KontorReading *self, const char *name, guint at, guint lead, int loose)
{
  guint from = loose == 3 ? at + lead - 1 : kontor_reading_skip_sign (self, at + lead);
  guint to;

  if (loose == 2 && g_strcmp0 (self->context->asked, name) != 0)
    return FALSE;
  if (loose == 0 && kontor_reading_mentions (self, KONTOR_WORD_CHANGE))
    from += kontor_reading_match (self, from, KONTOR_WORD_PLACE_TO, NULL);
  to = kontor_extract_name_end (self, from, loose == 0);
  if (to == from || (loose != 0 && (!is_loose_name (self, from, to) || leads_away (self, to))))
    return FALSE;
  keep (self, name, at, from, to);

  return TRUE;
}

/* "Jeffrey here", at the beginning of a sentence. */
static gboolean
take_before (KontorReading *self, const char *name, guint at, guint n)
{
  guint from = at;

  if (!is_break (self, at + n))
    return FALSE;
  while (from > 0 && at - from < 3 && may_be_name (self, from - 1, FALSE) &&
         !kontor_reading_starts_line (self, from))
    from--;
  if (!is_loose_name (self, from, at) ||
      (from > 0 && KONTOR_TOKEN (self, from - 1)->kind != KONTOR_TOKEN_PUNCT &&
       !kontor_reading_starts_line (self, from) &&
       kontor_reading_match (self, from - 1, KONTOR_WORD_GREETING, NULL) == 0))
    return FALSE;
  keep (self, name, from, from, at);
  kontor_reading_use (self, at, n);

  return TRUE;
}

/* "Thanks, Jeffrey" or "- Jeffrey" at the very end. */
static void
take_signature (KontorReading *self, const char *name)
{
  guint end = self->tokens->len, from, mark;
  gboolean dash, thanks;

  while (end > 0 && kontor_reading_is_sign (self, end - 1, ".!"))
    end--;
  from = end;
  while (from > 0 && end - from < 3 && may_be_name (self, from - 1, FALSE) &&
         kontor_reading_is_capital (self, from - 1) &&
         (from == end || !kontor_reading_starts_line (self, from)))
    from--;
  if (from == end || from == 0)
    return;
  mark = from - 1;
  dash = kontor_reading_is_sign (self, mark, "-–—~") && mark >= 5 &&
         !kontor_reading_touches (self, from - 1);
  while (mark > 0 && KONTOR_TOKEN (self, mark)->kind == KONTOR_TOKEN_PUNCT)
    mark--;
  thanks = (mark + 1 < from || kontor_reading_starts_line (self, from)) &&
           (kontor_reading_match (self, mark, KONTOR_WORD_THANKS, NULL) > 0 ||
            kontor_reading_follows (self, mark + 1, KONTOR_WORD_THANKS) ||
            kontor_reading_follows (self, mark + 1, KONTOR_WORD_REGARDS));
  if (dash || thanks)
    keep (self, name, from, from, end);
}

static guint
lead_at (const KontorReading *self, const KontorServiceField *field, guint at, int *loose)
{
  guint lead = kontor_reading_match (self, at, KONTOR_WORD_NAME, loose);
  guint label = field != NULL ? kontor_reading_label_at (self, field, at) : 0;
  gboolean sign = kontor_reading_skip_sign (self, at + label) > at + label;

  if (label >= lead && label > 0 && (sign || lead == label))
    *loose = 0;
  else if (lead == 0)
    return 0;

  return MAX (lead, label >= lead && (sign || lead == label) ? label : lead);
}

void
kontor_extract_person (KontorReading *self)
{
  const KontorServiceField *field = kontor_reading_find (self, KONTOR_FOUND_BY_PERSON);
  const char *name = self->service == NULL ? "name" : field != NULL ? field->name : NULL;

  for (guint at = 0; name != NULL && at < self->tokens->len; at++)
    {
      int loose = 0;
      guint lead = self->used[at] ? 0 : lead_at (self, field, at, &loose);
      guint after = self->used[at] ? 0 : kontor_reading_match (self, at, KONTOR_WORD_NAME_AFTER,
                                                               NULL);

      if (lead > 0 && take_after (self, name, at, lead, loose))
        at += lead - 1;
      else if (after > 0 && !kontor_reading_has (self, name))
        take_before (self, name, at, after);
    }
  if (name != NULL && !kontor_reading_has (self, name))
    take_signature (self, name);
}
