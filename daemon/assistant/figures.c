/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures.c — what is money, a share or an id in a reply must be just that where it comes from; a
 * bare number may be any of them. */
#include "assistant/figures.h"

#include <string.h>

#include "assistant/figures-read.h"

#define MOST_LANGUAGES 4
#define LEAST_SAME_DIGITS 7

struct _KontorFigures {
  const KontorLanguage *languages[MOST_LANGUAGES + 1];
  KontorWallTime        today;
  gboolean              month_first;
  GArray               *known;      /* of KontorFigureMeaning */
  GHashTable           *numbers;    /* thousandths, of all that is known */
  GHashTable           *said;       /* those that the customer wrote */
};

static void
add_number (GHashTable *set, gint64 value)
{
  g_hash_table_add (set, g_memdup2 (&value, sizeof value));
}

static gboolean
has_number (GHashTable *set, gint64 value)
{
  return g_hash_table_contains (set, &value);
}

KontorFigures *
kontor_figures_new (const KontorLanguage *const *languages, const KontorWallTime *today,
                    gboolean month_first)
{
  KontorFigures *self = g_new0 (KontorFigures, 1);
  guint n = 0;

  for (guint i = 0; languages[i] != NULL && n < MOST_LANGUAGES; i++)
    {
      gboolean is_new = TRUE;

      for (guint j = 0; j < n; j++)
        is_new &= self->languages[j] != languages[i];
      if (is_new)
        self->languages[n++] = languages[i];
    }
  self->today = *today;
  self->month_first = month_first;
  self->known = g_array_new (FALSE, FALSE, sizeof (KontorFigureMeaning));
  self->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
kontor_figures_free (KontorFigures *self)
{
  g_array_unref (self->known);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->said);
  g_free (self);
}

/* The bare numbers that a figure is written with: of nine o'clock in the evening 21 and 9. */
static void
add_parts (GHashTable *set, const KontorFigureMeaning *meaning)
{
  gint64 value = meaning->value;

  switch (meaning->kind)
    {
    case KONTOR_FIGURE_NUMBER:
    case KONTOR_FIGURE_MONEY:
    case KONTOR_FIGURE_PERCENT:
      add_number (set, value);
      break;
    case KONTOR_FIGURE_TIME:
      add_number (set, value / 60 * 1000);
      add_number (set, (value / 60 + 11) % 12 * 1000 + 1000);
      break;
    case KONTOR_FIGURE_DATE:
      add_number (set, value % 100 * 1000);
      add_number (set, value / 10000 * 1000);
      break;
    case KONTOR_FIGURE_WEEKDAY:
    case KONTOR_FIGURE_ID:
    case KONTOR_FIGURE_PHONE:
      break;
    }
}

static void
take (KontorFigures *self, const KontorFigure *figure, gboolean is_customers)
{
  for (guint i = 0; i < figure->n; i++)
    {
      const KontorFigureMeaning *meaning = &figure->meanings[i];

      if (is_customers && (meaning->kind == KONTOR_FIGURE_MONEY ||
                           meaning->kind == KONTOR_FIGURE_PERCENT))
        continue;
      g_array_append_val (self->known, *meaning);
      add_parts (self->numbers, meaning);
      if (is_customers)
        add_parts (self->said, meaning);
    }
}

static void
learn (KontorFigures *self, const char *text, gboolean is_customers)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autoptr(GArray) figures = kontor_figures_read (valid, self->languages[i], &self->today,
                                                       self->month_first);

      for (guint j = 0; j < figures->len; j++)
        take (self, &g_array_index (figures, KontorFigure, j), is_customers);
    }
}

void
kontor_figures_know (KontorFigures *self, const char *text)
{
  learn (self, text, FALSE);
}

void
kontor_figures_hear (KontorFigures *self, const char *text)
{
  learn (self, text, TRUE);
}

/* What one of them does not say fits everything. */
static gboolean
is_same_day (gint64 a, gint64 b)
{
  gint64 year_a = a / 10000, year_b = b / 10000;

  return a % 10000 == b % 10000 && (year_a == year_b || year_a == 0 || year_b == 0);
}

/* "050 123 4567" is "+971 50 123 4567". */
static gboolean
is_same_phone (const char *a, const char *b)
{
  if (g_str_equal (a, b))
    return TRUE;
  a += strspn (a, "0");
  b += strspn (b, "0");

  return MIN (strlen (a), strlen (b)) >= LEAST_SAME_DIGITS &&
         (g_str_has_suffix (a, b) || g_str_has_suffix (b, a));
}

static int
weekday_of (gint64 date)
{
  const KontorWallTime day = { date / 10000, date / 100 % 100, date % 100, 0, 0 };

  return kontor_wall_time_is_valid (&day) ? kontor_wall_time_weekday (&day) : 0;
}

static gboolean
fits (const KontorFigureMeaning *said, const KontorFigureMeaning *known)
{
  if (said->kind == KONTOR_FIGURE_WEEKDAY && known->kind == KONTOR_FIGURE_DATE)
    return weekday_of (known->value) == said->value;
  if (said->kind != known->kind)
    return FALSE;
  switch (said->kind)
    {
    case KONTOR_FIGURE_MONEY:
      return said->value == known->value && kontor_figures_same_money (said->word, known->word);
    case KONTOR_FIGURE_DATE:
      return is_same_day (said->value, known->value);
    case KONTOR_FIGURE_ID:
      return g_str_equal (said->word, known->word);
    case KONTOR_FIGURE_PHONE:
      return is_same_phone (said->word, known->word);
    case KONTOR_FIGURE_NUMBER:
    case KONTOR_FIGURE_PERCENT:
    case KONTOR_FIGURE_TIME:
    case KONTOR_FIGURE_WEEKDAY:
      return said->value == known->value;
    }
  g_return_val_if_reached (FALSE);
}

/* A customer's "at 9" is nine in the morning or in the evening, and "the 21st" is in any month. */
static gboolean
is_from_bare_number (const KontorFigures *self, const KontorFigureMeaning *said)
{
  if (said->kind == KONTOR_FIGURE_NUMBER)
    return has_number (self->numbers, said->value);
  if (said->kind == KONTOR_FIGURE_TIME && said->value % 60 == 0)
    return has_number (self->said, said->value / 60 * 1000) ||
           has_number (self->said, (said->value / 60 + 11) % 12 * 1000 + 1000);

  return said->kind == KONTOR_FIGURE_DATE && has_number (self->said, said->value % 100 * 1000);
}

static gboolean
is_today (const KontorFigures *self, const KontorFigureMeaning *said)
{
  gint64 today = self->today.year * 10000 + self->today.month * 100 + self->today.day;

  return (said->kind == KONTOR_FIGURE_DATE && is_same_day (said->value, today)) ||
         (said->kind == KONTOR_FIGURE_WEEKDAY && said->value == weekday_of (today));
}

static gboolean
is_known (const KontorFigures *self, const KontorFigure *figure)
{
  for (guint i = 0; i < figure->n; i++)
    {
      const KontorFigureMeaning *said = &figure->meanings[i];

      if (is_today (self, said) || is_from_bare_number (self, said))
        return TRUE;
      for (guint j = 0; j < self->known->len; j++)
        if (fits (said, &g_array_index (self->known, KontorFigureMeaning, j)))
          return TRUE;
    }

  return FALSE;
}

char *
kontor_figures_find_stranger (const KontorFigures *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GArray) figures = kontor_figures_read (valid, self->languages[0], &self->today,
                                                   self->month_first);

  for (guint i = 0; i < figures->len; i++)
    {
      const KontorFigure *figure = &g_array_index (figures, KontorFigure, i);

      if (!is_known (self, figure))
        return g_strndup (valid + figure->start, figure->len);
    }

  return NULL;
}
