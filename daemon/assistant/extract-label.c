/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-label.c — what the service's own labels announce: counts, answers, dates, and texts.
 * A label alone proves little, so a text needs a sign after it, or a form it must have. */
#include "assistant/extract-words.h"

#include <string.h>

#define MOST_VALUE 40

static gboolean
is_people (const KontorReading *self, const KontorServiceField *field)
{
  const KontorLanguage *language = self->context->language;

  if (kontor_language_mentions (language, field->title, KONTOR_WORD_PEOPLE))
    return TRUE;
  for (guint i = 0; field->labels[i] != NULL; i++)
    if (kontor_language_mentions (language, field->labels[i], KONTOR_WORD_PEOPLE))
      return TRUE;

  return FALSE;
}

typedef struct {
  const KontorServiceField *field;
  gboolean                  people;
  int                       number;
  gboolean                  found, unclear;
  guint                     end;
} Count;

/* The label after a number: "3 large bags", "4 of us". 0: something else is counted. */
static guint
counted (const KontorReading *self, const Count *count, guint at)
{
  for (guint gap = 0; gap < 3; gap++)
    {
      guint n = kontor_reading_label_at (self, count->field, at + gap);

      if (n == 0 && count->people)
        n = kontor_reading_match (self, at + gap, KONTOR_WORD_PEOPLE, NULL);
      if (n > 0)
        return gap + n;
      if (kontor_reading_match (self, at + gap, KONTOR_WORD_COUNTED, NULL) != 1 &&
          kontor_reading_match (self, at + gap, KONTOR_WORD_OCLOCK, NULL) != 1 &&
          !kontor_reading_is_sign (self, at + gap, "-"))
        return 0;
    }

  return 0;
}

/* "3-4 people", "3 or 4": neither. */
static gboolean
is_range (const KontorReading *self, guint at)
{
  int number;

  return at >= 2 && kontor_reading_number (self, at - 2, &number) > 0 &&
         (kontor_reading_is_sign (self, at - 1, "-–/") ||
          kontor_reading_match (self, at - 1, KONTOR_WORD_OR, NULL) > 0 ||
          kontor_reading_match (self, at - 1, KONTOR_WORD_RANGE, NULL) > 0);
}

/* "2 adults and 3 kids" are five; "5 people, 2 adults and 3 kids" as well. */
static void
add_more (const KontorReading *self, Count *count)
{
  int more = 0, number = 0;
  guint at = count->end;
  gboolean lists = kontor_reading_is_sign (self, at, ",:(");

  for (guint rounds = 0; count->people && rounds < 4; rounds++)
    {
      gboolean joined = kontor_reading_is_sign (self, at, ",+&:(") ||
                        kontor_reading_match (self, at, KONTOR_WORD_AND, NULL) > 0 ||
                        kontor_reading_spells (self, at, "with") > 0;
      guint n = joined ? kontor_reading_number (self, at + 1, &number) : 0;
      guint label = n > 0 ? kontor_reading_match (self, at + 1 + n, KONTOR_WORD_PEOPLE, NULL) : 0;

      if (label == 0)
        break;
      more += number;
      at += 1 + n + label;
    }
  count->end = at;
  if (!lists || more != count->number)
    count->number += more;
}

static guint
count_at (KontorReading *self, Count *count, guint at)
{
  guint n = kontor_reading_number (self, at, &count->number), label;
  int alone = 0;

  if (self->used[at])
    return 0;
  if (n > 0)
    {
      label = counted (self, count, at + n);
      count->end = at + n + label;
      if (label > 0)
        add_more (self, count);
      return label > 0 ? count->end - at : 0;
    }
  label = kontor_reading_label_at (self, count->field, at);
  if (label == 0 && count->people)
    label = kontor_reading_match (self, at, KONTOR_WORD_PEOPLE_LEAD, NULL);
  if (label > 0)
    {
      guint after = kontor_reading_skip_sign (self, at + label);

      if (after == at + label && kontor_reading_mentions (self, KONTOR_WORD_CHANGE))
        after += kontor_reading_match (self, after, KONTOR_WORD_PLACE_TO, NULL);
      n = after < self->tokens->len && !self->used[after]
          ? kontor_reading_number (self, after, &count->number) : 0;
      count->end = after + n;
    }
  else if (count->people && (n = kontor_reading_match (self, at, KONTOR_WORD_ALONE, &alone)) > 0)
    {
      count->number = MAX (alone, 1);
      count->end = at + n;
    }

  return n > 0 ? count->end - at : 0;
}

static void
read_count (KontorReading *self, const KontorServiceField *field)
{
  Count count = { .field = field, .people = is_people (self, field) };
  int kept = 0;

  for (guint at = 0; at < self->tokens->len; at++)
    {
      guint n = count_at (self, &count, at);

      if (n == 0)
        continue;
      count.unclear |= is_range (self, at) ||
                       (count.found && kept != count.number &&
                        !kontor_reading_mentions (self, KONTOR_WORD_CORRECTION) &&
                        !kontor_reading_mentions (self, KONTOR_WORD_NOT));
      kept = kontor_reading_follows (self, at, KONTOR_WORD_NOT) ? kept : count.number;
      count.found |= kept == count.number;
      kontor_reading_use (self, at, n);
      at += n - 1;
    }
  if (count.found && !count.unclear)
    kontor_reading_set (self, field->name, g_strdup_printf ("%d", kept));
}

/* Up to a comma, a full stop, the end of the line, or the next label with its sign. */
static guint
end_of_value (const KontorReading *self, guint from)
{
  guint to = from;

  for (; to < self->tokens->len && to - from < MOST_VALUE && !self->used[to]; to++)
    {
      if (to > from && kontor_reading_starts_line (self, to))
        break;
      if (kontor_reading_is_sign (self, to, ",;!?") ||
          (kontor_reading_is_sign (self, to, ".") && !kontor_reading_touches (self, to + 1)))
        break;
      if (to > from && kontor_reading_is_label (self, to) &&
          kontor_reading_is_sign (self, to + 1, ":="))
        break;
    }

  return to;
}

/* Without a sign only what is written like a name or a number: "company Acme Ltd". */
static guint
end_of_capitals (const KontorReading *self, guint from)
{
  guint to = from;

  while (to < self->tokens->len && !self->used[to] && to - from < 5 &&
         (kontor_reading_is_capital (self, to) || kontor_reading_is_number (self, to)) &&
         (to == from || !kontor_reading_starts_line (self, to)))
    to++;

  return to;
}

static void
read_text (KontorReading *self, const KontorServiceField *field)
{
  for (guint at = 0; at < self->tokens->len; at++)
    {
      guint label = self->used[at] ? 0 : kontor_reading_label_at (self, field, at);
      guint from = label > 0 ? kontor_reading_skip_sign (self, at + label) : 0;
      guint to;

      if (label == 0 || from >= self->tokens->len || kontor_reading_starts_line (self, from))
        continue;
      to = from > at + label ? end_of_value (self, from) : end_of_capitals (self, from);
      if (to <= from)
        continue;
      kontor_reading_set (self, field->name, kontor_reading_slice (self, from, to));
      kontor_reading_use (self, at, to - at);
      return;
    }
}

static void
read_form (KontorReading *self, const KontorServiceField *field)
{
  for (guint at = 0; at < self->tokens->len; at++)
    {
      guint label = self->used[at] ? 0 : kontor_reading_label_at (self, field, at);
      guint from = label > 0 ? kontor_reading_skip_sign (self, at + label) : 0;

      for (guint gap = 0; label > 0 && gap < 3; gap++)
        if (field->type == KONTOR_FIELD_PHONE
            ? kontor_extract_phone (self, field->name, from + gap)
            : kontor_extract_form (self, field, from + gap, TRUE))
          return;
    }
}

/* "child seat: yes", "with a child seat", "no child seat". */
static void
read_yes_no (KontorReading *self, const KontorServiceField *field)
{
  for (guint at = 0; at < self->tokens->len; at++)
    {
      guint label = self->used[at] ? 0 : kontor_reading_label_at (self, field, at);
      guint from = label > 0 ? kontor_reading_skip_sign (self, at + label) : 0;
      const char *value = NULL;

      if (label == 0)
        continue;
      if (kontor_reading_match (self, from, KONTOR_WORD_NO, NULL) > 0 ||
          kontor_reading_follows (self, at, KONTOR_WORD_NO) ||
          kontor_reading_follows (self, at, KONTOR_WORD_NOT) ||
          kontor_reading_follows (self, at, KONTOR_WORD_WITHOUT))
        value = "no";
      else if (kontor_reading_match (self, from, KONTOR_WORD_YES, NULL) > 0 ||
               kontor_reading_follows (self, at, KONTOR_WORD_WITH) ||
               kontor_reading_follows (self, at, KONTOR_WORD_WISH))
        value = "yes";
      if (value == NULL)
        continue;
      kontor_reading_set (self, field->name, g_strdup (value));
      kontor_reading_use (self, at, label);
      return;
    }
}

/* A day that the label announces is not the day of the booking. */
static void
read_date (KontorReading *self, const KontorServiceField *field)
{
  const KontorExtractContext *in = self->context;
  const KontorWhenContext context = {
    .now_us = in->now_us, .zone = in->zone, .language = in->language,
    .month_first = in->month_first, .asked = KONTOR_WHEN_ASKED_DATE,
  };

  for (guint at = 0; at < self->tokens->len; at++)
    {
      guint label = kontor_reading_label_at (self, field, at);
      guint from = label > 0 ? kontor_reading_skip_sign (self, at + label) : 0;
      guint to = from;
      g_autofree char *said = NULL, *date = NULL;
      g_autoptr(KontorWhen) when = NULL;

      while (label > 0 && to < self->tokens->len && to - from < 8 &&
             !kontor_reading_is_sign (self, to, ";\n") &&
             (to == from || !kontor_reading_starts_line (self, to)))
        to++;
      if (to <= from)
        continue;
      said = kontor_reading_slice (self, from, to);
      when = kontor_when_read (said, &context);
      if (!when->has_date)
        continue;
      date = g_strdup_printf ("%04d-%02d-%02d", when->year, when->month, when->day);
      if (g_strcmp0 (g_hash_table_lookup (self->found->values, "date"), date) == 0)
        g_hash_table_remove (self->found->values, "date");
      kontor_reading_set (self, field->name, g_steal_pointer (&date));
      kontor_reading_use (self, at, to - at);
      return;
    }
}

static void
read_field (KontorReading *self, const KontorServiceField *field)
{
  gboolean is_text = field->type == KONTOR_FIELD_TEXT || field->type == KONTOR_FIELD_LONG_TEXT;

  if (field->choices->len > 0)
    return;
  if (field->type == KONTOR_FIELD_NUMBER || field->found_by == KONTOR_FOUND_BY_COUNT)
    read_count (self, field);
  else if (field->type == KONTOR_FIELD_DATE)
    read_date (self, field);
  else if (field->type == KONTOR_FIELD_YES_NO)
    read_yes_no (self, field);
  else if (field->type == KONTOR_FIELD_PHONE || (field->check != NULL && *field->check != '\0'))
    read_form (self, field);
  else if (is_text && field->found_by == KONTOR_FOUND_BY_LABEL)
    read_text (self, field);
}

void
kontor_extract_labels (KontorReading *self)
{
  kontor_extract_asked_form (self);
  for (guint i = 0; i < self->service->fields->len; i++)
    read_field (self, self->service->fields->pdata[i]);
}
