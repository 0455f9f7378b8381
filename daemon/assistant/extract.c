/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract.c — the surest is read first and marked as used, so that what is looser cannot take it:
 * dates and times, choices, forms, counts, labels, the name, the places, and last the bare answer
 * to what was asked. */
#include "assistant/extract-words.h"

#include <string.h>

void
kontor_extract_free (KontorExtract *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->problems);
  g_free (self);
}

guint
kontor_reading_match (const KontorReading *self, guint at, KontorWordKind kind, int *value)
{
  return at < self->tokens->len ? kontor_language_match (self->tokens, at, kind, value) : 0;
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

guint
kontor_reading_spells (const KontorReading *self, guint at, const char *phrase)
{
  g_autofree char *folded = kontor_text_dup_folded (phrase);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  guint n = 0;

  for (; words[n] != NULL && *words[n] != '\0'; n++)
    {
      const KontorToken *token = at + n < self->tokens->len ? KONTOR_TOKEN (self, at + n) : NULL;

      if (token == NULL || token->kind == KONTOR_TOKEN_PUNCT ||
          (!g_str_equal (token->folded, words[n]) && !kontor_text_is_close (token->folded, words[n])))
        return 0;
    }

  return n;
}

/* Tokens that lie in what was read as a date or a time are spoken for. */
static void
use_spans (KontorReading *self, GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const KontorSpan *span = &g_array_index (spans, KontorSpan, i);

      for (guint j = 0; j < self->tokens->len; j++)
        {
          const KontorToken *token = KONTOR_TOKEN (self, j);

          if (token->start < span->start + span->len && token->start + token->len > span->start)
            self->used[j] = TRUE;
        }
    }
}

static void
note_problem (KontorReading *self, const char *name, KontorWhenProblem problem)
{
  g_hash_table_insert (self->found->problems, g_strdup (name), GINT_TO_POINTER (problem));
}

/* What is wrong is said of the half that was read; of both where neither tells. */
static void
sort_problem (KontorReading *self, const KontorWhen *when)
{
  if (when->problem == KONTOR_WHEN_FINE)
    return;
  if (when->problem == KONTOR_WHEN_PAST)
    note_problem (self, when->has_time ? "time" : "date", when->problem);
  else if (!when->has_date && when->has_time)
    note_problem (self, "date", when->problem);
  else
    note_problem (self, when->has_time ? "date" : "time", when->problem);
}

static void
read_when (KontorReading *self)
{
  const KontorExtractContext *in = self->context;
  const KontorWhenContext context = {
    .now_us = in->now_us, .zone = in->zone, .language = in->language, .month_first = in->month_first,
    .asked = g_strcmp0 (in->asked, "date") == 0 ? KONTOR_WHEN_ASKED_DATE
             : g_strcmp0 (in->asked, "time") == 0 ? KONTOR_WHEN_ASKED_TIME
             : KONTOR_WHEN_ASKED_NOTHING,
  };
  KontorWhen *when = kontor_when_read (self->text, &context);

  use_spans (self, when->spans);
  sort_problem (self, when);
  if (when->has_date)
    kontor_reading_set (self, "date", g_strdup_printf ("%04d-%02d-%02d", when->year, when->month, when->day));
  if (when->has_time)
    kontor_reading_set (self, "time", g_strdup_printf ("%02d:%02d", when->hour, when->minute));
  self->found->half_unsure = when->half_unsure;
  kontor_when_free (when);
}

static void
read_all (KontorReading *self)
{
  read_when (self);
  if (self->service == NULL)
    return;
  kontor_extract_choices (self);
  kontor_extract_forms (self);
  kontor_extract_counts (self);
  kontor_extract_labels (self);
  kontor_extract_person (self);
  kontor_extract_places (self);
  kontor_extract_asked (self);
}

KontorExtract *
kontor_extract_read (const char *text, const KontorService *service,
                     const KontorExtractContext *context)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (context->language, valid);
  g_autofree gboolean *used = g_new0 (gboolean, tokens->len + 1);
  KontorReading self = { .text = valid, .service = service, .context = context, .tokens = tokens,
                         .used = used };

  self.found = g_new0 (KontorExtract, 1);
  self.found->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.found->problems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_all (&self);

  return self.found;
}

/* How many words of the text speak of the service: labels, its name, its choices. */
static guint
count_hints (const KontorReading *self, const KontorService *service)
{
  guint hints = 0;

  for (guint at = 0; at < self->tokens->len; at++)
    {
      for (guint i = 0; service->labels[i] != NULL; i++)
        hints += kontor_reading_spells (self, at, service->labels[i]);
      hints += 2 * kontor_reading_spells (self, at, service->name);
      for (guint i = 0; i < service->fields->len; i++)
        {
          const KontorServiceField *field = service->fields->pdata[i];

          for (guint j = 0; j < field->choices->len; j++)
            hints += kontor_reading_spells (self, at,
                                            ((KontorServiceChoice *) field->choices->pdata[j])->title);
        }
    }

  return hints;
}

KontorService *
kontor_extract_find_service (GPtrArray *services, const char *text, const KontorLanguage *language)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (language, valid);
  KontorReading self = { .text = valid, .tokens = tokens };
  KontorService *best = NULL;
  guint most = 0;
  gboolean tie = FALSE;

  for (guint i = 0; i < services->len && tokens->len < 2000; i++)
    {
      guint hints = count_hints (&self, services->pdata[i]);

      if (hints > most)
        best = services->pdata[i];
      tie = hints == most ? tie || hints > 0 : hints > most ? FALSE : tie;
      most = MAX (most, hints);
    }
  /* A shop that sells one thing is asked for that one. */
  if (most == 0 && services->len == 1)
    return services->pdata[0];

  return tie ? NULL : best;
}

gboolean
kontor_extract_is_wish (const char *text, const KontorLanguage *language)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return kontor_language_mentions (language, valid, KONTOR_WORD_WISH);
}
