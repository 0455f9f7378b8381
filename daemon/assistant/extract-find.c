/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-find.c — which service is meant, and whether something is to be done at all. A sentence
 * that asks for facts is no wish, whatever words it holds: "do I need to book?" */
#include "assistant/extract-words.h"

/* How many words from @at on speak of the service, and how strongly. */
static guint
weigh_at (const KontorReading *self, const KontorService *service, guint at)
{
  guint most = 2 * kontor_reading_spells (self, at, service->name);

  for (guint i = 0; service->labels[i] != NULL; i++)
    most = MAX (most, 2 * kontor_reading_spells (self, at, service->labels[i]));
  for (guint i = 0; i < service->fields->len; i++)
    {
      const KontorServiceField *field = service->fields->pdata[i];

      for (guint j = 0; j < field->choices->len; j++)
        {
          const KontorServiceChoice *choice = field->choices->pdata[j];

          most = MAX (most, kontor_reading_spells (self, at, choice->title));
          for (guint k = 0; choice->labels[k] != NULL; k++)
            most = MAX (most, kontor_reading_spells (self, at, choice->labels[k]));
        }
    }

  return most;
}

static guint
weigh (const KontorReading *self, const KontorService *service)
{
  guint weight = 0;

  for (guint at = 0; at < self->tokens->len && at < 2000; at++)
    weight += weigh_at (self, service, at);

  return weight;
}

static gboolean
ends_sentence (const KontorReading *self, guint at)
{
  return at >= self->tokens->len || (at > 0 && kontor_reading_starts_line (self, at)) ||
         kontor_reading_is_sign (self, at, "?!;") ||
         (kontor_reading_is_sign (self, at, ".") && !kontor_reading_is_number (self, at + 1));
}

/* Past greetings and politeness, which come before anything. */
static guint
skip_manners (const KontorReading *self, guint at)
{
  static const KontorWordKind manners[] = {
    KONTOR_WORD_GREETING, KONTOR_WORD_THANKS, KONTOR_WORD_POLITE, KONTOR_WORD_BUT,
    KONTOR_WORD_AND, KONTOR_N_WORD_KINDS,
  };
  guint n = 1;

  while (n > 0 && at < self->tokens->len &&
         kontor_reading_match (self, at, KONTOR_WORD_WISH, NULL) == 0)
    {
      n = KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT
          ? 1 : kontor_reading_match_any (self, at, manners);
      at += n;
    }

  return at;
}

typedef struct {
  gboolean wish;
  gboolean question;
} Tone;

/* Where "need help" ends that begins within "I need"; 0: nowhere. */
static guint
find_never (const KontorReading *self, guint at, guint n)
{
  for (guint i = at; i < at + n; i++)
    {
      guint never = kontor_reading_match (self, i, KONTOR_WORD_WISH_NEVER, NULL);

      if (never > 0)
        return i + never;
    }

  return 0;
}

static void
read_sentence (const KontorReading *self, guint from, guint to, Tone *tone)
{
  guint start = skip_manners (self, from);

  if (start < to && kontor_reading_match (self, start, KONTOR_WORD_QUESTION, NULL) > 0)
    {
      tone->question = TRUE;
      return;
    }
  for (guint at = from; at < to; at++)
    {
      guint n = kontor_reading_match (self, at, KONTOR_WORD_WISH, NULL);
      guint end = find_never (self, at, MAX (n, 1));

      if (end > at)
        at = end - 1;
      else if (n > 0 && !kontor_reading_follows (self, at, KONTOR_WORD_NOT) &&
               !kontor_reading_follows (self, at, KONTOR_WORD_NO))
        tone->wish = TRUE;
    }
  tone->question |= kontor_reading_is_sign (self, to, "?");
}

static Tone
read_tone (const KontorReading *self)
{
  Tone tone = { FALSE, FALSE };
  guint from = 0;

  for (guint at = 0; at <= self->tokens->len; at++)
    if (ends_sentence (self, at))
      {
        if (at > from)
          read_sentence (self, from, at, &tone);
        from = at < self->tokens->len && KONTOR_TOKEN (self, at)->kind == KONTOR_TOKEN_PUNCT
               ? at + 1 : at;
      }

  return tone;
}

KontorService *
kontor_extract_find_service (GPtrArray *services, const char *text, const KontorLanguage *language)
{
  const KontorExtractContext context = { .language = language };
  g_autoptr(KontorReading) self = kontor_reading_new (text, NULL, &context);
  Tone tone = read_tone (self);
  KontorService *best = NULL;
  guint most = 0;
  gboolean tie = FALSE;

  if (tone.question && !tone.wish)
    return NULL;
  for (guint i = 0; i < services->len; i++)
    {
      guint weight = weigh (self, services->pdata[i]);

      if (weight > most)
        best = services->pdata[i];
      tie = weight > most ? FALSE : tie || weight == most;
      most = MAX (most, weight);
    }
  if (most == 0)
    return services->len == 1 ? services->pdata[0] : NULL;

  return tie ? NULL : best;
}

gboolean
kontor_extract_is_wish (const char *text, const KontorLanguage *language)
{
  const KontorExtractContext context = { .language = language };
  g_autoptr(KontorReading) self = kontor_reading_new (text, NULL, &context);

  return read_tone (self).wish;
}
