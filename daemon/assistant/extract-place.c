/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-place.c — places and names: words that no list has, between words that a language has. */
#include "assistant/extract-words.h"

#include <string.h>

#define MOST_WORDS 9
#define MOST_NAMES 4

static const KontorServiceField *
find_field (const KontorReading *self, KontorFoundBy found_by)
{
  for (guint i = 0; i < self->service->fields->len; i++)
    {
      const KontorServiceField *field = self->service->fields->pdata[i];

      if (field->found_by == found_by)
        return field;
    }

  return NULL;
}

static gboolean
is_sign (const KontorToken *token, const char *signs)
{
  return token->kind == KONTOR_TOKEN_PUNCT && strchr (signs, token->folded[0]) != NULL;
}

static gboolean
starts_line (const KontorReading *self, guint at)
{
  const KontorToken *token = KONTOR_TOKEN (self, at);
  const KontorToken *before = at > 0 ? KONTOR_TOKEN (self, at - 1) : NULL;
  gsize from = before != NULL ? before->start + before->len : 0;

  return memchr (self->text + from, '\n', token->start - from) != NULL;
}

static gboolean
is_capital (const KontorReading *self, guint at)
{
  return g_unichar_isupper (g_utf8_get_char (self->text + KONTOR_TOKEN (self, at)->start));
}

/* "Mall of the Emirates" goes on; "with a baby seat", "to", "please" do not. */
static gboolean
ends_place (const KontorReading *self, guint at, guint from)
{
  const KontorToken *token = KONTOR_TOKEN (self, at);

  if (self->used[at] || (at > from && starts_line (self, at)))
    return TRUE;
  if (token->kind == KONTOR_TOKEN_PUNCT)
    return !is_sign (token, "'&/#-.") || (token->folded[0] == '.' && at + 1 == self->tokens->len);
  if (at == from)
    return FALSE;

  return kontor_reading_match (self, at, KONTOR_WORD_PLACE_TO, NULL) > 0 ||
         kontor_reading_match (self, at, KONTOR_WORD_PLACE_FROM, NULL) > 0 ||
         kontor_reading_match (self, at, KONTOR_WORD_CONNECTOR, NULL) > 0 ||
         kontor_reading_match (self, at, KONTOR_WORD_NAME, NULL) > 0;
}

static guint
skip_lead (const KontorReading *self, guint at)
{
  while (at < self->tokens->len &&
         (is_sign (KONTOR_TOKEN (self, at), ":=->") ||
          g_str_equal (KONTOR_TOKEN (self, at)->folded, "is") ||
          (kontor_reading_match (self, at, KONTOR_WORD_ARTICLE, NULL) > 0 &&
           !is_capital (self, at))))
    at++;

  return at;
}

static guint
find_end (const KontorReading *self, guint from)
{
  guint to = from;

  while (to < self->tokens->len && to - from < MOST_WORDS && !ends_place (self, to, from))
    to++;
  while (to > from && KONTOR_TOKEN (self, to - 1)->kind == KONTOR_TOKEN_PUNCT)
    to--;

  return to;
}

/* A place after its lead; what follows the lead may be an errand and no place: "to book". */
static guint
take_place (KontorReading *self, const KontorServiceField *field, guint at, guint lead)
{
  guint after = at + lead + kontor_reading_match (self, at + lead, KONTOR_WORD_PLACE_TO, NULL);
  guint from = skip_lead (self, after);
  guint to = find_end (self, from);

  if (to == from || (from < self->tokens->len &&
                     kontor_reading_match (self, from, KONTOR_WORD_VERB, NULL) > 0))
    return 0;
  g_hash_table_remove (self->found->values, field->name);
  kontor_reading_set (self, field->name, kontor_reading_slice (self, from, to));
  kontor_reading_use (self, at, to - at);

  return to - at;
}

/* "binary tower to marina mall": a place before a bare "to", where no "from" was said. */
static void
take_before (KontorReading *self, const KontorServiceField *field, guint at)
{
  guint from = at;

  while (from > 0 && at - from < MOST_WORDS && !self->used[from - 1] &&
         !ends_place (self, from - 1, G_MAXUINT) &&
         KONTOR_TOKEN (self, from - 1)->kind != KONTOR_TOKEN_PUNCT &&
         kontor_reading_match (self, from - 1, KONTOR_WORD_WISH, NULL) == 0 &&
         kontor_reading_match (self, from - 1, KONTOR_WORD_VERB, NULL) == 0 &&
         kontor_reading_match (self, from - 1, KONTOR_WORD_GREETING, NULL) == 0)
    from--;
  while (from < at && kontor_reading_match (self, from, KONTOR_WORD_ARTICLE, NULL) > 0)
    from++;
  if (from == at)
    return;
  kontor_reading_set (self, field->name, kontor_reading_slice (self, from, at));
  kontor_reading_use (self, from, at - from);
}

/* The last "from" and the last "to" win: what is said later corrects what was said before. */
void
kontor_extract_places (KontorReading *self)
{
  const KontorServiceField *start = find_field (self, KONTOR_FOUND_BY_FROM);
  const KontorServiceField *end = find_field (self, KONTOR_FOUND_BY_TO);
  guint bare_to = G_MAXUINT;

  for (guint at = 0; at < self->tokens->len; at++)
    {
      guint from = self->used[at] ? 0
        : kontor_reading_match (self, at, KONTOR_WORD_PLACE_FROM, NULL);
      guint to = self->used[at] ? 0 : kontor_reading_match (self, at, KONTOR_WORD_PLACE_TO, NULL);
      guint taken = 0;

      if (from > 0 && start != NULL)
        taken = take_place (self, start, at, from);
      else if (to > 0 && end != NULL)
        {
          taken = take_place (self, end, at, to);
          if (taken > 0 && to == 1 && bare_to == G_MAXUINT)
            bare_to = at;
        }
      if (taken > 0)
        at += taken - 1;
    }
  if (start != NULL && bare_to != G_MAXUINT && !kontor_reading_has (self, start->name))
    take_before (self, start, bare_to);
}

/* "jeffrey smith" is written Jeffrey Smith; what has capitals stays as it is. */
static char *
name_case (char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_auto(GStrv) words = NULL;

  if (!g_str_equal (lower, name))
    return name;
  words = g_strsplit (name, " ", -1);
  g_free (name);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *first = g_utf8_substring (words[i], 0, *words[i] != '\0' ? 1 : 0);
      g_autofree char *upper = g_utf8_strup (first, -1);
      char *rest = g_strdup (words[i] + strlen (first));

      g_free (words[i]);
      words[i] = g_strconcat (upper, rest, NULL);
      g_free (rest);
    }

  return g_strjoinv (" ", words);
}

static gboolean
may_be_name (const KontorReading *self, guint at, gboolean only_capitals)
{
  const KontorToken *token = KONTOR_TOKEN (self, at);

  if (self->used[at] || token->kind != KONTOR_TOKEN_WORD ||
      (only_capitals && !is_capital (self, at)))
    return FALSE;

  return kontor_reading_match (self, at, KONTOR_WORD_CONNECTOR, NULL) == 0 &&
         kontor_reading_match (self, at, KONTOR_WORD_PLACE_FROM, NULL) == 0 &&
         kontor_reading_match (self, at, KONTOR_WORD_PLACE_TO, NULL) == 0 &&
         kontor_reading_match (self, at, KONTOR_WORD_PLACE_AT, NULL) == 0 &&
         kontor_reading_match (self, at, KONTOR_WORD_NAME, NULL) == 0 &&
         kontor_reading_match (self, at, KONTOR_WORD_ARTICLE, NULL) == 0;
}

/* "my name is jeffrey" takes any word; "I am Jeffrey" takes it from one that is written as a name.
 */
static guint
take_name (KontorReading *self, const KontorServiceField *field, guint at, guint lead,
           gboolean loose)
{
  guint from = skip_lead (self, at + lead), to;

  for (to = from; to < self->tokens->len && to - from < MOST_NAMES; to++)
    if (!may_be_name (self, to, loose) || (to > from && starts_line (self, to)))
      break;
  if (to == from)
    return 0;
  g_hash_table_remove (self->found->values, field->name);
  kontor_reading_set (self, field->name, name_case (kontor_reading_slice (self, from, to)));
  kontor_reading_use (self, at, to - at);

  return to - at;
}

void
kontor_extract_person (KontorReading *self)
{
  const KontorServiceField *field = find_field (self, KONTOR_FOUND_BY_PERSON);

  for (guint at = 0; field != NULL && at < self->tokens->len; at++)
    {
      int loose = 0;
      guint lead = self->used[at] ? 0 : kontor_reading_match (self, at, KONTOR_WORD_NAME, &loose);

      if (lead > 0)
        lead = take_name (self, field, at, lead, loose != 0);
      if (lead > 0)
        at += lead - 1;
    }
}

/* Words that only lead to an answer: "it's", "from", "at", "my name is". */
static guint
skip_answer_lead (const KontorReading *self, guint at)
{
  static const KontorWordKind leads[] = {
    KONTOR_WORD_NAME, KONTOR_WORD_PLACE_FROM, KONTOR_WORD_PLACE_TO, KONTOR_WORD_PLACE_AT,
    KONTOR_WORD_POLITE, KONTOR_WORD_GREETING, KONTOR_WORD_CORRECTION, KONTOR_WORD_THANKS,
  };
  gboolean moved = TRUE;

  while (moved && at < self->tokens->len)
    {
      moved = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (leads) && !moved; i++)
        {
          guint n = kontor_reading_match (self, at, leads[i], NULL);

          moved = n > 0 && at + n < self->tokens->len;
          at += moved ? n : 0;
        }
      if (KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT && at + 1 < self->tokens->len)
        {
          at++;
          moved = TRUE;
        }
    }

  return at;
}

static guint
drop_answer_tail (const KontorReading *self, guint from, guint to)
{
  while (to > from &&
         (self->used[to - 1] || KONTOR_TOKEN (self, to - 1)->kind == KONTOR_TOKEN_PUNCT ||
                       kontor_reading_match (self, to - 1, KONTOR_WORD_POLITE, NULL) > 0 ||
                       kontor_reading_match (self, to - 1, KONTOR_WORD_THANKS, NULL) > 0))
    to--;

  return to;
}

static gboolean
is_something_else (const KontorReading *self)
{
  static const KontorWordKind others[] = {
    KONTOR_WORD_YES, KONTOR_WORD_NO, KONTOR_WORD_GREETING, KONTOR_WORD_THANKS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (kontor_language_says (self->context->language, self->text, others[i]))
      return TRUE;

  return strchr (self->text, '?') != NULL ||
         kontor_language_mentions (self->context->language, self->text, KONTOR_WORD_CANCEL) ||
         kontor_language_mentions (self->context->language, self->text, KONTOR_WORD_STATUS);
}

static char *
shape_answer (const KontorReading *self, const KontorServiceField *field, char *answer)
{
  if (field->found_by == KONTOR_FOUND_BY_PERSON)
    return name_case (answer);
  if (field->type != KONTOR_FIELD_NUMBER)
    return answer;
  if (strspn (answer, "0123456789") == strlen (answer) && strlen (answer) < 10)
    return answer;
  g_free (answer);

  return NULL;
}

/* The bare answer to what was asked, where nothing else was found for it. */
void
kontor_extract_asked (KontorReading *self)
{
  const char *asked = self->context->asked;
  const KontorServiceField *field = asked != NULL
                                    ? kontor_service_find_field (self->service, asked) : NULL;
  int number;
  guint from, to;

  if (field == NULL || field->choices->len > 0 || kontor_reading_has (self, asked) ||
      is_something_else (self) || self->tokens->len == 0 || self->tokens->len > 40)
    return;
  from = skip_answer_lead (self, 0);
  while (from < self->tokens->len && self->used[from])
    from++;
  if (field->type == KONTOR_FIELD_NUMBER &&
      kontor_reading_match (self, from, KONTOR_WORD_NUMBER, &number))
    {
      kontor_reading_set (self, asked, g_strdup_printf ("%d", number));
      return;
    }
  to = drop_answer_tail (self, from, self->tokens->len);
  for (guint i = from; i < to; i++)
    if (self->used[i])
      to = i;
  to = drop_answer_tail (self, from, to);
  if (to > from)
    kontor_reading_set (self, asked,
                        shape_answer (self, field, kontor_reading_slice (self, from, to)));
}
