/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-fields.c — what a service's own words and forms give away. */
#include "assistant/extract-words.h"

#include <string.h>

#include "model/phone.h"

typedef struct {
  const KontorServiceChoice *choice;
  guint                      at;
  guint                      words;
} Hit;

static void
consider (const KontorReading *self, const KontorServiceChoice *choice, const char *phrase,
          guint at,
          Hit *best)
{
  guint words = self->used[at] ? 0 : kontor_reading_spells (self, at, phrase);

  if (words > best->words)
    *best = (Hit) { choice, at, words };
}

/* The longest of a field's choices that is spelt at @at. */
static Hit
find_at (const KontorReading *self, const KontorServiceField *field, guint at)
{
  Hit best = { NULL, at, 0 };

  for (guint i = 0; i < field->choices->len; i++)
    {
      const KontorServiceChoice *choice = field->choices->pdata[i];

      consider (self, choice, choice->title, at, &best);
      for (guint j = 0; choice->labels[j] != NULL; j++)
        consider (self, choice, choice->labels[j], at, &best);
    }

  return best;
}

static gboolean
is_denied (const KontorReading *self, guint at)
{
  for (guint back = 1; back <= 2 && back <= at; back++)
    if (kontor_reading_match (self, at - back, KONTOR_WORD_NOT, NULL) > 0 ||
        kontor_reading_match (self, at - back, KONTOR_WORD_INSTEAD_OF, NULL) > 0)
      return TRUE;

  return FALSE;
}

/* Two different ones are no choice, unless the customer took the first one back. */
static void
read_choice (KontorReading *self, const KontorServiceField *field)
{
  gboolean corrected = kontor_language_mentions (self->context->language, self->text,
                                                 KONTOR_WORD_CORRECTION);
  const KontorServiceChoice *chosen = NULL;
  gboolean unclear = FALSE;

  for (guint at = 0; at < self->tokens->len; at++)
    {
      Hit hit = find_at (self, field, at);

      if (hit.words == 0)
        continue;
      kontor_reading_use (self, hit.at, hit.words);
      if (!is_denied (self, hit.at))
        {
          unclear |= chosen != NULL && chosen != hit.choice && !corrected;
          chosen = hit.choice;
        }
      at += hit.words - 1;
    }
  if (chosen != NULL && !unclear)
    kontor_reading_set (self, field->name, g_strdup (chosen->title));
}

void
kontor_extract_choices (KontorReading *self)
{
  for (guint i = 0; i < self->service->fields->len; i++)
    {
      const KontorServiceField *field = self->service->fields->pdata[i];

      if (field->choices->len > 0)
        read_choice (self, field);
    }
}

/* Numbers that are written with spaces and signs are one: the longest stretch that is a phone. */
static void
read_phone (KontorReading *self, const KontorServiceField *field)
{
  g_autoptr(GRegex) regex = g_regex_new ("\\+?[0-9][0-9 ().-]{5,20}[0-9]", 0, 0, NULL);
  g_autoptr(GMatchInfo) info = NULL;

  g_regex_match (regex, self->text, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *text = g_match_info_fetch (info, 0);
      char *phone = kontor_phone_parse (text, self->context->country, NULL);
      int start, end;

      if (phone == NULL)
        continue;
      g_match_info_fetch_pos (info, 0, &start, &end);
      for (guint i = 0; i < self->tokens->len; i++)
        if ((int) KONTOR_TOKEN (self, i)->start >= start &&
            (int) KONTOR_TOKEN (self, i)->start < end)
          self->used[i] = TRUE;
      kontor_reading_set (self, field->name, phone);
      return;
    }
}

static gboolean
is_in_capitals (const char *text)
{
  g_autofree char *upper = g_utf8_strup (text, -1);

  return g_str_equal (upper, text);
}

/* A form that nothing else has, such as a flight number, is found anywhere: one word, or two that
 * are written apart in capitals; "to 12 Main Street" is no flight. */
static void
read_form (KontorReading *self, const KontorServiceField *field)
{
  g_autofree char *whole = g_strdup_printf ("^(?:%s)$", field->check);

  for (guint n = 2; n >= 1; n--)
    for (guint at = 0; at + n <= self->tokens->len; at++)
      {
        g_autofree char *slice = kontor_reading_slice (self, at, at + n);
        g_auto(GStrv) parts = g_strsplit (slice, " ", -1);
        g_autofree char *joined = g_strjoinv ("", parts);
        g_autofree char *upper = g_ascii_strup (joined, -1);

        if (self->used[at] || KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT ||
            (n == 2 && !is_in_capitals (joined)) || !g_regex_match_simple (whole, upper, 0, 0))
          continue;
        kontor_reading_use (self, at, n);
        kontor_reading_set (self, field->name, g_steal_pointer (&upper));
        return;
      }
}

static gboolean
is_unmistakable (const KontorServiceField *field)
{
  return field->check != NULL && *field->check != '\0' && field->choices->len == 0 &&
         field->type == KONTOR_FIELD_TEXT;
}

void
kontor_extract_forms (KontorReading *self)
{
  for (guint i = 0; i < self->service->fields->len; i++)
    {
      const KontorServiceField *field = self->service->fields->pdata[i];

      if (field->type == KONTOR_FIELD_PHONE)
        read_phone (self, field);
      else if (is_unmistakable (field) && self->tokens->len < 2000)
        read_form (self, field);
    }
}

/* "3" or "three" at @at; 0 words: no number. */
static guint
read_number (const KontorReading *self, guint at, int *number)
{
  const KontorToken *token = at < self->tokens->len ? KONTOR_TOKEN (self, at) : NULL;

  if (token == NULL)
    return 0;
  if (token->kind == KONTOR_TOKEN_NUMBER && strlen (token->folded) <= 4)
    {
      *number = atoi (token->folded);
      return 1;
    }

  return kontor_reading_match (self, at, KONTOR_WORD_NUMBER, number);
}

static guint
label_at (const KontorReading *self, const KontorServiceField *field, guint at)
{
  guint most = at < self->tokens->len ? kontor_reading_spells (self, at, field->title) : 0;

  for (guint i = 0; field->labels[i] != NULL; i++)
    most = MAX (most, kontor_reading_spells (self, at, field->labels[i]));

  return most;
}

static guint
skip_signs (const KontorReading *self, guint at)
{
  while (at < self->tokens->len && KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT &&
         strchr (":=-#", KONTOR_TOKEN (self, at)->folded[0]) != NULL)
    at++;

  return at;
}

static void
read_count (KontorReading *self, const KontorServiceField *field)
{
  for (guint at = 0; at < self->tokens->len; at++)
    {
      int number = 0;
      guint n = read_number (self, at, &number);
      guint label = n > 0 ? label_at (self, field, at + n) : label_at (self, field, at);

      if (n == 0 && label > 0)
        {
          guint after = skip_signs (self, at + label);

          n = read_number (self, after, &number);
          label = after - at;
        }
      if (n == 0 || label == 0)
        continue;
      kontor_reading_use (self, at, n + label);
      kontor_reading_set (self, field->name, g_strdup_printf ("%d", number));
      return;
    }
}

void
kontor_extract_counts (KontorReading *self)
{
  for (guint i = 0; i < self->service->fields->len; i++)
    {
      const KontorServiceField *field = self->service->fields->pdata[i];

      if (field->found_by == KONTOR_FOUND_BY_COUNT)
        read_count (self, field);
    }
}

/* Up to a comma, a full stop or the end of the line; "Name: Jeffrey Smith, …" */
static guint
end_of_value (const KontorReading *self, guint from)
{
  guint to = from;

  for (; to < self->tokens->len && !self->used[to]; to++)
    {
      const KontorToken *token = KONTOR_TOKEN (self, to);
      gsize before = to > from
        ? KONTOR_TOKEN (self, to - 1)->start + KONTOR_TOKEN (self, to - 1)->len
                               : token->start;

      if (token->kind == KONTOR_TOKEN_PUNCT && strchr (",.;!?", token->folded[0]) != NULL)
        break;
      if (memchr (self->text + before, '\n', token->start - before) != NULL)
        break;
    }

  return to;
}

/* A label counts with a sign after it, or where the value's form proves it. */
static void
read_label (KontorReading *self, const KontorServiceField *field)
{
  for (guint at = 0; at < self->tokens->len; at++)
    {
      guint label = self->used[at] ? 0 : label_at (self, field, at);
      guint from = label > 0 ? skip_signs (self, at + label) : 0;
      guint to = from > 0 ? end_of_value (self, from) : 0;

      if (label == 0 || to <= from ||
          (from == at + label && field->found_by != KONTOR_FOUND_BY_LABEL))
        continue;
      if (field->found_by == KONTOR_FOUND_BY_LABEL && from == at + label)
        to = from + 1;
      kontor_reading_set (self, field->name, kontor_reading_slice (self, from, to));
      kontor_reading_use (self, at, to - at);
      return;
    }
}

void
kontor_extract_labels (KontorReading *self)
{
  for (guint i = 0; i < self->service->fields->len; i++)
    {
      const KontorServiceField *field = self->service->fields->pdata[i];

      if (field->choices->len == 0 && field->found_by != KONTOR_FOUND_BY_COUNT &&
          field->type == KONTOR_FIELD_TEXT && !is_unmistakable (field))
        read_label (self, field);
    }
}
