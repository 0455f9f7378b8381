/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract.c — the surest is read first and marked as used, so that what is looser cannot take it:
 * dates and times, choices, labels and forms, the name, the places, and last the bare answer to
 * what was asked. */
#include "assistant/extract-words.h"

#include "model/zone.h"

void
kontor_extract_free (KontorExtract *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->problems);
  g_free (self);
}

/* Tokens that lie in what was read as a date or a time are spoken for. Both lists are in order. */
static void
use_spans (KontorReading *self, GArray *spans)
{
  guint j = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const KontorSpan *span = &g_array_index (spans, KontorSpan, i);

      while (j < self->tokens->len &&
             KONTOR_TOKEN (self, j)->start + KONTOR_TOKEN (self, j)->len <= span->start)
        j++;
      while (j < self->tokens->len && KONTOR_TOKEN (self, j)->start < span->start + span->len)
        self->used[j++] = TRUE;
    }
}

static void
note_problem (KontorReading *self, const char *name, KontorWhenProblem problem)
{
  g_hash_table_insert (self->found->problems, g_strdup (name), GINT_TO_POINTER (problem));
}

static gboolean
is_before_today (const KontorReading *self, const KontorWhen *when)
{
  const KontorWallTime said = { when->year, when->month, when->day, 23, 59 };
  KontorWallTime today;

  return when->has_date &&
         kontor_zone_from_instant (self->context->now_us, self->context->zone, &today) &&
         kontor_wall_time_compare (&said, &today) < 0;
}

/* What is wrong is said of the half that it is about: the one that was not filled in, or else the
 * one that was asked for. */
static const char *
find_faulty (const KontorReading *self, const KontorWhen *when)
{
  if (when->problem == KONTOR_WHEN_PAST)
    return is_before_today (self, when) || !when->has_time ? "date" : "time";
  if (when->problem == KONTOR_WHEN_IMPOSSIBLE && when->has_date && when->has_time)
    return "time"; /* both exist, but the clocks skip that hour on that day */
  if (when->has_date != when->has_time)
    return when->has_date ? "time" : "date";

  return g_strcmp0 (self->context->asked, "time") == 0 ? "time" : "date";
}

static void
read_when (KontorReading *self)
{
  const KontorExtractContext *in = self->context;
  const KontorWhenContext context = {
    .now_us = in->now_us, .zone = in->zone, .language = in->language,
    .month_first = in->month_first, .part = in->part,
    .asked = g_strcmp0 (in->asked, "date") == 0   ? KONTOR_WHEN_ASKED_DATE
             : g_strcmp0 (in->asked, "time") == 0 ? KONTOR_WHEN_ASKED_TIME
                                                  : KONTOR_WHEN_ASKED_NOTHING,
  };
  g_autoptr(KontorWhen) when = kontor_when_read (self->text, &context);

  use_spans (self, when->spans);
  if (when->problem != KONTOR_WHEN_FINE)
    note_problem (self, find_faulty (self, when), when->problem);
  if (when->has_date)
    kontor_reading_set (self, "date", g_strdup_printf ("%04d-%02d-%02d", when->year, when->month,
                                                       when->day));
  if (when->has_time)
    kontor_reading_set (self, "time", g_strdup_printf ("%02d:%02d", when->hour, when->minute));
  self->found->half_unsure = when->half_unsure;
  self->found->part = when->part;
}

KontorExtract *
kontor_extract_read (const char *text, const KontorService *service,
                     const KontorExtractContext *context)
{
  g_autoptr(KontorReading) self = kontor_reading_new (text, service, context);

  self->found = g_new0 (KontorExtract, 1);
  self->found->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->found->problems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_when (self);
  if (service != NULL)
    {
      kontor_extract_choices (self);
      kontor_extract_labels (self);
    }
  kontor_extract_forms (self);
  kontor_extract_person (self);
  if (service != NULL)
    {
      kontor_extract_places (self);
      kontor_extract_asked (self);
    }

  return self->found;
}
