/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-choice.c — what the shop itself offers, by its words. The longest that is spelt wins;
 * two different ones are no choice, unless one of them was taken back. */
#include "assistant/extract-words.h"

#include <string.h>

typedef struct {
  const KontorServiceChoice *choice;
  guint                      at;
  guint                      words;
  gboolean                   torn;   /* spelt alike by two */
} Hit;

static void
consider (const KontorReading *self, const KontorServiceChoice *choice, const char *phrase,
          Hit *best)
{
  guint words = kontor_reading_spells (self, best->at, phrase);

  if (words == 0 || words < best->words)
    return;
  if (words == best->words)
    {
      best->torn |= best->choice != choice;
      return;
    }
  *best = (Hit) { choice, best->at, words, FALSE };
}

/* "5 series" of "BMW 5 Series": the end of a title that holds a number. */
static void
consider_tail (const KontorReading *self, const KontorServiceChoice *choice, Hit *best)
{
  const char *tail = strpbrk (choice->title, "0123456789");

  if (tail != NULL && tail > choice->title && tail[-1] == ' ' && strchr (tail, ' ') != NULL)
    consider (self, choice, tail, best);
}

/* The longest of a field's choices that is spelt at @at. */
static Hit
find_at (const KontorReading *self, const KontorServiceField *field, guint at)
{
  Hit best = { NULL, at, 0, FALSE };

  if (self->used[at] || KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT)
    return best;
  for (guint i = 0; i < field->choices->len; i++)
    {
      const KontorServiceChoice *choice = field->choices->pdata[i];

      consider (self, choice, choice->title, &best);
      for (guint j = 0; choice->labels[j] != NULL; j++)
        consider (self, choice, choice->labels[j], &best);
      consider_tail (self, choice, &best);
    }

  return best;
}

static gboolean
is_denied (KontorReading *self, guint at)
{
  return kontor_reading_follows (self, at, KONTOR_WORD_NOT) ||
         kontor_reading_follows (self, at, KONTOR_WORD_INSTEAD_OF) ||
         kontor_reading_follows (self, at, KONTOR_WORD_NO) ||
         (kontor_reading_follows (self, at, KONTOR_WORD_PLACE_FROM) &&
          kontor_reading_mentions (self, KONTOR_WORD_CHANGE));
}

static gboolean
is_taken_back (const KontorReading *self, guint from, guint to)
{
  for (guint at = from; at < to; at++)
    if (kontor_reading_match (self, at, KONTOR_WORD_CORRECTION, NULL) > 0 ||
        kontor_reading_match (self, at, KONTOR_WORD_CHANGE, NULL) > 0)
      return TRUE;

  return kontor_reading_match (self, to, KONTOR_WORD_INSTEAD, NULL) > 0;
}

typedef struct {
  const KontorServiceChoice *chosen;
  guint                      end;      /* where it was spelt */
  gboolean                   unclear;
} Reading;

static void
weigh_hit (KontorReading *self, const Hit *hit, Reading *reading)
{
  if (is_denied (self, hit->at))
    return;
  if (reading->chosen != NULL && reading->chosen != hit->choice)
    {
      gboolean back = is_taken_back (self, reading->end, hit->at) ||
                      kontor_reading_match (self, hit->at + hit->words, KONTOR_WORD_INSTEAD, NULL);

      reading->unclear = !back;
    }
  if (hit->torn)
    reading->unclear = TRUE;
  reading->chosen = hit->choice;
  reading->end = hit->at + hit->words;
}

static void
read_choice (KontorReading *self, const KontorServiceField *field)
{
  Reading reading = { NULL, 0, FALSE };

  for (guint at = 0; at < self->tokens->len; at++)
    {
      Hit hit = find_at (self, field, at);

      if (hit.words == 0)
        continue;
      weigh_hit (self, &hit, &reading);
      kontor_reading_use (self, hit.at, hit.words);
      at += hit.words - 1;
    }
  if (reading.chosen != NULL && !reading.unclear)
    kontor_reading_set (self, field->name, g_strdup (reading.chosen->title));
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

/* Whether a word of the message is one of the choice's, and one that says something. */
static gboolean
has_word (const KontorReading *self, const KontorServiceChoice *choice, guint at)
{
  g_autofree char *folded = kontor_text_dup_folded (choice->title);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) >= 3 && kontor_reading_spells (self, at, words[i]) > 0)
      return TRUE;

  return FALSE;
}

gboolean
kontor_extract_choice_by_word (KontorReading *self, const KontorServiceField *field)
{
  const KontorServiceChoice *chosen = NULL;

  for (guint at = 0; at < self->tokens->len && at < 40; at++)
    for (guint i = 0; i < field->choices->len && !self->used[at]; i++)
      {
        const KontorServiceChoice *choice = field->choices->pdata[i];

        if (!has_word (self, choice, at) || is_denied (self, at) || chosen == choice)
          continue;
        if (chosen != NULL)
          return FALSE;
        chosen = choice;
      }
  if (chosen != NULL)
    kontor_reading_set (self, field->name, g_strdup (chosen->title));

  return chosen != NULL;
}
