/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that are hours only because of what stands beside them: "at 9", "tomorrow 9",
 * "9 in the morning", "9 or 10 pm", or because an hour was asked for. Read last, when everything
 * plain has been taken. */
#include "model/when-words.h"

typedef struct {
  guint n;
  int   hour, minute;
  guint digits;
  gboolean minutes;   /* given apart: 9.30, 9 30 */
} Shape;

typedef enum { NOTHING, BESIDE, LED } Reason;

static gboolean
is_minute_after (const KontorWhenReader *reader, guint at, const Shape *shape, int *minute)
{
  guint digits;
  gboolean dotted = kontor_when_sign (reader, at + 1, ".,") && kontor_when_touches (reader, at + 1);
  guint second = at + 1 + dotted;

  if (shape->digits < 1 || shape->digits > 2 || shape->hour > 23 ||
      kontor_when_number (reader, second, minute, &digits) != 1 || digits != 2 || *minute > 59 ||
      kontor_when_word (reader, second + 1, KONTOR_WORD_UNIT, NULL) > 0)
    return FALSE;
  return dotted ? kontor_when_touches (reader, second) : *minute % 5 == 0;
}

static gboolean
read_shape (const KontorWhenReader *reader, guint at, Shape *shape)
{
  int minute;

  *shape = (Shape) { 0 };
  shape->n = kontor_when_number (reader, at, &shape->hour, &shape->digits);
  if (shape->n == 0)
    return FALSE;
  if (is_minute_after (reader, at, shape, &minute))
    {
      shape->n = kontor_when_sign (reader, at + 1, ".,") ? 3 : 2;
      shape->minute = minute;
      shape->minutes = TRUE;
    }
  else if (shape->digits >= 3)
    {
      shape->minute = shape->hour % 100;
      shape->hour /= 100;
    }
  return TRUE;
}

static guint
skip_back (const KontorWhenReader *reader, guint at)
{
  while (at > 0 && kontor_when_owner (reader, at - 1) == NULL &&
         (kontor_when_sign (reader, at - 1, ",-:.(") ||
          kontor_when_word (reader, at - 1, KONTOR_WORD_ARTICLE, NULL) == 1))
    at--;
  return at;
}

static gboolean
is_date_or_part (const KontorFound *found)
{
  return found != NULL && (found->kind == KONTOR_FOUND_DATE || found->kind == KONTOR_FOUND_PART);
}

static gboolean
is_time (const KontorFound *found)
{
  return found != NULL && found->kind == KONTOR_FOUND_TIME;
}

static gboolean
has_lead (const KontorWhenReader *reader, guint at)
{
  static const KontorWordKind leads[] = {
    KONTOR_WORD_AT, KONTOR_WORD_ABOUT, KONTOR_WORD_CORRECTION, KONTOR_WORD_BUT,
    KONTOR_WORD_INSTEAD_OF, KONTOR_WORD_NOT,
  };
  int value = 0;

  for (guint k = 0; k < G_N_ELEMENTS (leads); k++)
    if (kontor_when_lead (reader, at, leads[k], NULL) > 0)
      return TRUE;
  return kontor_when_lead (reader, at, KONTOR_WORD_BETWEEN, &value) > 0 && value == 0;
}

/* "9 or 10": the ten is an hour as much as the nine; in "9-10am" it is the other way round. */
static const KontorFound *
partner_of (const KontorWhenReader *reader, guint at, guint end)
{
  guint range = kontor_when_lead (reader, at, KONTOR_WORD_RANGE, NULL);

  if (range == 0)
    range = kontor_when_lead (reader, at, KONTOR_WORD_AND, NULL);
  if (range == 0 && kontor_when_sign (reader, at - 1, "-"))
    range = 1;
  if (range > 0 && is_time (kontor_when_owner (reader, at - range - 1)))
    return kontor_when_owner (reader, at - range - 1);
  range = kontor_when_word (reader, end, KONTOR_WORD_RANGE, NULL);
  if (range == 0 && kontor_when_sign (reader, end, "-"))
    range = 1;
  if (range > 0 && is_time (kontor_when_owner (reader, end + range)))
    return kontor_when_owner (reader, end + range);
  return NULL;
}

/* "from 9 to 10", "9 instead", "10 not 9" */
static gboolean
is_followed (const KontorWhenReader *reader, guint at, guint end)
{
  int from = 0, value;
  guint digits, range = kontor_when_word (reader, end, KONTOR_WORD_RANGE, NULL), not;

  not = kontor_when_sign (reader, end, ",");
  not += kontor_when_word (reader, end + not, KONTOR_WORD_NOT, NULL);
  if (kontor_when_word (reader, end + not - 1, KONTOR_WORD_NOT, NULL) > 0 &&
      kontor_when_number (reader, end + not, &value, &digits) > 0)
    return TRUE;
  if (kontor_when_word (reader, end, KONTOR_WORD_INSTEAD, NULL) > 0 ||
      kontor_when_word (reader, end, KONTOR_WORD_INSTEAD_OF, NULL) > 0)
    return TRUE;
  if (range == 0 || kontor_when_number (reader, end + range, &value, &digits) == 0 || value > 24)
    return FALSE;
  return kontor_when_lead (reader, at, KONTOR_WORD_BETWEEN, &from) > 0 ||
         kontor_when_lead (reader, at, KONTOR_WORD_CHANGE, NULL) > 0;
}

static gboolean
is_beside (const KontorWhenReader *reader, guint at, guint end)
{
  guint i = end;

  if (is_date_or_part (kontor_when_owner (reader, skip_back (reader, at) - 1)))
    return TRUE;
  i += kontor_when_sign (reader, i, ",-");
  return is_date_or_part (kontor_when_owner (reader, i));
}

static Reason
reason_for (const KontorWhenReader *reader, guint at, const Shape *shape)
{
  guint end = at + shape->n;
  const KontorFound *partner = partner_of (reader, at, end);

  if (has_lead (reader, at) || is_followed (reader, at, end))
    return LED;
  if (partner != NULL)
    return partner->weak ? BESIDE : LED;
  if (kontor_when_lead (reader, at, KONTOR_WORD_COUNT_LEAD, NULL) > 0 && !shape->minutes)
    return NOTHING;
  return is_beside (reader, at, end) ? BESIDE : NOTHING;
}

/* What follows says that it is a length or an amount. */
static gboolean
is_measure (const KontorWhenReader *reader, guint end)
{
  const KontorToken *token = kontor_when_token (reader, end);
  gboolean hour_sign = kontor_when_word (reader, end, KONTOR_WORD_HOURS_SIGN, NULL) > 0;

  if (kontor_when_sign (reader, end, "-/.:") && kontor_when_touches (reader, end) &&
      kontor_when_touches (reader, end + 1))
    return kontor_when_token (reader, end + 1)->kind == KONTOR_TOKEN_WORD ||
           (!kontor_when_sign (reader, end, "-") &&
            !is_time (kontor_when_owner (reader, end + 1)));
  if (kontor_when_word (reader, end, KONTOR_WORD_ORDINAL_SIGN, NULL) > 0)
    return TRUE;
  return kontor_when_word (reader, end, KONTOR_WORD_UNIT, NULL) > 0 &&
         !(hour_sign && token->len == 1 && kontor_when_touches (reader, end));
}

static gboolean
is_fit (const Shape *shape, Reason reason, gboolean asked)
{
  if (shape->hour > 23 || shape->minute > 59)
    return FALSE;
  if (shape->digits == 3 && shape->minute % 5 != 0 && !asked)
    return FALSE;
  if (shape->digits == 4 && shape->hour * 100 >= 1900 && shape->hour < 22 && reason == BESIDE &&
      shape->hour == 20 && shape->minute >= 20 && shape->minute <= 40 && shape->minute % 15 != 0)
    return FALSE;
  return shape->hour > 0 || shape->digits != 1;
}

static void
add_bare (KontorWhenReader *reader, guint at, const Shape *shape, Reason reason)
{
  guint about = kontor_when_about (reader, at);
  guint lead = kontor_when_lead (reader, at - about, KONTOR_WORD_AT, NULL);
  guint end = at + shape->n;
  KontorFound *found;
  const KontorToken *token = kontor_when_token (reader, at);

  for (guint i = at - about - lead; i < at; i++)
    if (kontor_when_owner (reader, i) != NULL)
      about = lead = 0;
  if (kontor_when_word (reader, end, KONTOR_WORD_HOURS_SIGN, NULL) > 0 &&
      kontor_when_touches (reader, end))
    end++;
  found = kontor_when_add (reader, KONTOR_FOUND_TIME, at - about - lead, end);
  kontor_when_set_time (found, shape->hour, shape->minute, 0,
                        token->folded[0] == '0' && shape->digits > 1);
  found->approximate = about > 0;
  found->weak = reason != LED;
}

/* Whether an hour that cannot be was surely meant as one. */
static gboolean
is_meant (const KontorWhenReader *reader, guint end, Reason reason, gboolean asked)
{
  const KontorToken *next = kontor_when_token (reader, end);

  return asked || (reason == LED && (next == NULL || next->kind == KONTOR_TOKEN_PUNCT));
}

/* The "5" of "13:5". */
static gboolean
is_tail (const KontorWhenReader *reader, guint at)
{
  const KontorToken *before = kontor_when_token (reader, at - 2);

  return kontor_when_sign (reader, at - 1, ":.") && kontor_when_touches (reader, at) &&
         kontor_when_touches (reader, at - 1) && before->kind == KONTOR_TOKEN_NUMBER;
}

static void
read_at (KontorWhenReader *reader, guint at, gboolean asked)
{
  Shape shape;
  Reason reason;

  if (!read_shape (reader, at, &shape) || is_measure (reader, at + shape.n) ||
      is_tail (reader, at))
    return;
  reason = reason_for (reader, at, &shape);
  if (reason == NOTHING && !asked)
    return;
  if (is_fit (&shape, reason, asked))
    add_bare (reader, at, &shape, reason);
  else if (shape.digits > 0 && is_meant (reader, at + shape.n, reason, asked))
    {
      add_bare (reader, at, &shape, reason);
      g_array_index (reader->found, KontorFound, reader->found->len - 1).impossible = TRUE;
    }
}

static gboolean
has_found (const KontorWhenReader *reader, KontorFoundKind kind)
{
  for (guint i = 0; i < reader->found->len; i++)
    if (g_array_index (reader->found, KontorFound, i).kind == kind)
      return TRUE;
  return FALSE;
}

/* Whether a second number is one more answer, and not something else. */
static gboolean
is_another_answer (const KontorWhenReader *reader, guint at)
{
  return kontor_when_lead (reader, at, KONTOR_WORD_RANGE, NULL) > 0 ||
         kontor_when_lead (reader, at, KONTOR_WORD_CORRECTION, NULL) > 0 ||
         kontor_when_lead (reader, at, KONTOR_WORD_NOT, NULL) > 0 ||
         kontor_when_lead (reader, at, KONTOR_WORD_BUT, NULL) > 0;
}

/* The day was asked for: "21", "21 11". */
static guint
read_asked_day (KontorWhenReader *reader, guint at)
{
  int day, month;
  guint digits, digits_b, n = kontor_when_number (reader, at, &day, &digits);
  KontorFound *found;

  if (n == 0 || digits > 2 || is_measure (reader, at + n) || is_tail (reader, at) ||
      kontor_when_lead (reader, at, KONTOR_WORD_AT, NULL) > 0)
    return 0;
  if (digits > 0 && kontor_when_number (reader, at + 1, &month, &digits_b) == 1 &&
      digits_b == 2 && month >= 1 && month <= 12)
    {
      found = kontor_when_add (reader, KONTOR_FOUND_DATE, at, at + 2);
      kontor_when_set_yearless (reader, found, month, day);
      return 2;
    }
  found = kontor_when_add (reader, KONTOR_FOUND_DATE, at, at + n);
  kontor_when_set_day (reader, found, day, -1);
  return n;
}

static void
read_asked_days (KontorWhenReader *reader)
{
  gboolean answered = FALSE;

  for (guint i = 0; i < reader->n; i++)
    if (!answered || is_another_answer (reader, i))
      answered = (read_asked_day (reader, i) > 0 &&
                  kontor_when_lead (reader, i, KONTOR_WORD_NOT, NULL) == 0) || answered;
}

/* The hour was asked for: any number will do, but a count only when there is no other. */
static void
read_asked_hours (KontorWhenReader *reader)
{
  for (guint i = 0; i < reader->n; i++)
    if (kontor_when_lead (reader, i, KONTOR_WORD_COUNT_LEAD, NULL) == 0)
      read_at (reader, i, TRUE);
  if (!has_found (reader, KONTOR_FOUND_TIME))
    for (guint i = 0; i < reader->n; i++)
      read_at (reader, i, TRUE);
}

void
kontor_when_read_bare (KontorWhenReader *reader)
{
  if (reader->context->asked == KONTOR_WHEN_ASKED_DATE && !has_found (reader, KONTOR_FOUND_DATE))
    read_asked_days (reader);
  for (guint i = 0; i < reader->n; i++)
    read_at (reader, i, FALSE);
  for (guint i = reader->n; i > 0; i--)
    read_at (reader, i - 1, FALSE);
  if (reader->context->asked == KONTOR_WHEN_ASKED_TIME && !has_found (reader, KONTOR_FOUND_TIME))
    read_asked_hours (reader);
}
