/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-asked.c — the bare answer to what was asked: the whole message is the value, without the
 * words that only lead to it, unless it is clearly about something else. */
#include "assistant/extract-words.h"

#include <string.h>

#define MOST_WORDS 40

static const KontorWordKind leads[] = {
  KONTOR_WORD_NAME, KONTOR_WORD_PLACE_FROM, KONTOR_WORD_PLACE_TO, KONTOR_WORD_PLACE_AT,
  KONTOR_WORD_POLITE, KONTOR_WORD_GREETING, KONTOR_WORD_CORRECTION, KONTOR_WORD_THANKS,
  KONTOR_WORD_COPULA, KONTOR_WORD_WHEREABOUTS, KONTOR_WORD_PICK, KONTOR_WORD_YES,
  KONTOR_WORD_LABEL_TAIL, KONTOR_N_WORD_KINDS,
};

static const KontorWordKind tails[] = {
  KONTOR_WORD_POLITE, KONTOR_WORD_THANKS, KONTOR_WORD_GREETING, KONTOR_WORD_PLACE_AT,
  KONTOR_WORD_AND, KONTOR_WORD_ON, KONTOR_N_WORD_KINDS,
};

static guint
skip_leads (const KontorReading *self, const KontorServiceField *field)
{
  guint at = 0, n = 1;

  while (n > 0 && at < self->tokens->len)
    {
      n = kontor_reading_match_any (self, at, leads);
      n = MAX (n, kontor_reading_label_at (self, field, at));
      if (n > 0 && n == kontor_reading_match (self, at, KONTOR_WORD_PRONOUN, NULL))
        return at;
      if (n == 0 && field->found_by != KONTOR_FOUND_BY_PERSON &&
          !kontor_reading_is_capital (self, at))
        n = kontor_reading_match (self, at, KONTOR_WORD_ARTICLE, NULL);
      if (n == 0 && (KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT || self->used[at]))
        n = 1;
      if (n == 1 && kontor_reading_is_capital (self, at) &&
          kontor_reading_is_capital (self, at + 1) &&
          !kontor_reading_match (self, at, KONTOR_WORD_GREETING, NULL) &&
          !kontor_reading_match (self, at, KONTOR_WORD_PLACE_FROM, NULL) && !self->used[at])
        n = 0;
      at += n;
    }

  return at;
}

static guint
end_of_answer (const KontorReading *self, guint from, const KontorServiceField *field)
{
  guint to = from;

  if (field->found_by == KONTOR_FOUND_BY_PERSON)
    return kontor_extract_name_end (self, from, TRUE);
  if (field->found_by == KONTOR_FOUND_BY_FROM || field->found_by == KONTOR_FOUND_BY_TO)
    return kontor_extract_place_end (self, from);
  while (to < self->tokens->len && !self->used[to])
    to++;
  while (to > from && (KONTOR_TOKEN (self, to - 1)->kind == KONTOR_TOKEN_PUNCT ||
                       kontor_reading_match_any (self, to - 1, tails) > 0))
    to--;

  return to;
}

static gboolean
is_something_else (KontorReading *self)
{
  static const KontorWordKind others[] = {
    KONTOR_WORD_YES, KONTOR_WORD_NO, KONTOR_WORD_GREETING, KONTOR_WORD_THANKS, KONTOR_WORD_STOP,
  };
  guint start = 0;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (kontor_language_says (self->context->language, self->text, others[i]))
      return TRUE;
  while (kontor_reading_match (self, start, KONTOR_WORD_GREETING, NULL) > 0 ||
         kontor_reading_is_sign (self, start, ",.!"))
    start++;

  return kontor_text_asks (self->text) ||
         kontor_reading_match (self, start, KONTOR_WORD_QUESTION, NULL) > 0 ||
         kontor_reading_mentions (self, KONTOR_WORD_CANCEL) ||
         kontor_reading_mentions (self, KONTOR_WORD_STATUS) ||
         kontor_reading_mentions (self, KONTOR_WORD_DONT_KNOW);
}

/* What an answer does not begin with: "let me check", "I will tell you". */
static gboolean
begins_sentence (const KontorReading *self, guint at)
{
  static const KontorWordKind kinds[] = {
    KONTOR_WORD_PRONOUN, KONTOR_WORD_VERB, KONTOR_WORD_WISH, KONTOR_WORD_QUESTION,
    KONTOR_WORD_NOT, KONTOR_WORD_NO, KONTOR_WORD_CHANGE, KONTOR_N_WORD_KINDS,
  };
  gboolean title = kontor_reading_is_capital (self, at) && kontor_reading_is_capital (self, at + 1);

  return !(title && kontor_reading_match (self, at, KONTOR_WORD_PRONOUN, NULL) == 0) &&
         kontor_reading_match_any (self, at, kinds) > 0;
}

static void
answer_number (KontorReading *self, const KontorServiceField *field)
{
  int number = 0, found = 0;
  guint n = 1;

  if (kontor_reading_mentions (self, KONTOR_WORD_ALONE))
    found = number = 1;
  for (guint at = 0; at < self->tokens->len && n > 0; at++)
    {
      int other = 0;

      n = self->used[at] ? 0 : kontor_reading_number (self, at, &other);
      if (n > 0 && found++ == 0)
        number = other;
      n = 1;
    }
  if (found == 1)
    kontor_reading_set (self, field->name, g_strdup_printf ("%d", number));
}

/* TRUE: the type has its own way to be answered. */
static gboolean
answer_by_type (KontorReading *self, const KontorServiceField *field)
{
  const KontorLanguage *language = self->context->language;

  if (field->type == KONTOR_FIELD_YES_NO)
    {
      if (kontor_language_says (language, self->text, KONTOR_WORD_YES))
        kontor_reading_set (self, field->name, g_strdup ("yes"));
      else if (kontor_language_says (language, self->text, KONTOR_WORD_NO))
        kontor_reading_set (self, field->name, g_strdup ("no"));
      return TRUE;
    }
  if (is_something_else (self))
    return TRUE;
  if (field->choices->len > 0)
    kontor_extract_choice_by_word (self, field);
  else if (field->type == KONTOR_FIELD_NUMBER || field->found_by == KONTOR_FOUND_BY_COUNT)
    answer_number (self, field);
  else if (field->type == KONTOR_FIELD_PHONE)
    for (guint at = 0; at < self->tokens->len && !kontor_reading_has (self, field->name); at++)
      kontor_extract_phone (self, field->name, at);
  else if (field->type == KONTOR_FIELD_DATE)
    {
      const char *date = g_hash_table_lookup (self->found->values, "date");

      kontor_reading_set (self, field->name, g_strdup (date));
      g_hash_table_remove (self->found->values, "date");
    }
  else if (field->check == NULL || *field->check == '\0')
    return FALSE;

  return TRUE;
}

void
kontor_extract_asked_form (KontorReading *self)
{
  const char *asked = self->context->asked;
  const KontorServiceField *field = asked != NULL
                                    ? kontor_service_find_field (self->service, asked) : NULL;

  if (field == NULL || field->check == NULL || *field->check == '\0' ||
      field->choices->len > 0 || field->type != KONTOR_FIELD_TEXT ||
      self->tokens->len > MOST_WORDS || is_something_else (self))
    return;
  for (guint at = 0; at < self->tokens->len; at++)
    if (kontor_extract_form (self, field, at, TRUE))
      return;
}

void
kontor_extract_asked (KontorReading *self)
{
  const char *asked = self->context->asked;
  const KontorServiceField *field = asked != NULL
                                    ? kontor_service_find_field (self->service, asked) : NULL;
  guint from, to;

  if (field == NULL || kontor_reading_has (self, asked) || self->tokens->len == 0 ||
      self->tokens->len > MOST_WORDS || answer_by_type (self, field))
    return;
  from = skip_leads (self, field);
  if (from >= self->tokens->len || begins_sentence (self, from))
    return;
  to = end_of_answer (self, from, field);
  if (to > from)
    {
      char *answer = kontor_reading_slice (self, from, to);

      if (field->found_by == KONTOR_FOUND_BY_PERSON)
        answer = kontor_extract_name_case (answer);
      kontor_reading_set (self, asked, answer);
      kontor_reading_use (self, from, to - from);
    }
}
