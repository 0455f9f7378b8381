/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures-inside.h — a text as it is read for its figures: words, digits and signs in their order.
 * For figures-read.c, figures-when.c and figures-number.c.
 *
 * A reader of figures looks at token @i, puts the figure that begins there, if one does, and gives
 * how many tokens that took; 0: none of its kind begins there. To add one: its line in the list in
 * figures-read.c.
 */
#pragma once

#include <stdlib.h>
#include <string.h>

#include "assistant/figures-read.h"

G_BEGIN_DECLS

typedef struct {
  const char           *text;
  const KontorLanguage *language;
  const KontorWallTime *today;
  gboolean              month_first;
  GArray               *tokens;
  GArray               *figures;
} KontorFigureReader;

guint kontor_figures_read_digits_of_day (KontorFigureReader *self, guint i);
guint kontor_figures_read_day_of_month  (KontorFigureReader *self, guint i);
guint kontor_figures_read_month_of_day  (KontorFigureReader *self, guint i);
guint kontor_figures_read_day_word      (KontorFigureReader *self, guint i);
guint kontor_figures_read_weekday       (KontorFigureReader *self, guint i);
guint kontor_figures_read_clock         (KontorFigureReader *self, guint i);
guint kontor_figures_read_clock_word    (KontorFigureReader *self, guint i);
guint kontor_figures_read_mark          (KontorFigureReader *self, guint i);
guint kontor_figures_read_id            (KontorFigureReader *self, guint i);
guint kontor_figures_read_phone         (KontorFigureReader *self, guint i);
guint kontor_figures_read_plain         (KontorFigureReader *self, guint i);
guint kontor_figures_read_words         (KontorFigureReader *self, guint i);

#define TOKEN(self, i) (&g_array_index ((self)->tokens, KontorToken, i))

static inline gboolean
is_number (const KontorFigureReader *self, guint i)
{
  return i < self->tokens->len && TOKEN (self, i)->kind == KONTOR_TOKEN_NUMBER;
}

static inline gboolean
is_sign (const KontorFigureReader *self, guint i, const char *signs)
{
  return i < self->tokens->len && TOKEN (self, i)->kind == KONTOR_TOKEN_PUNCT &&
         strlen (TOKEN (self, i)->folded) == 1 && strstr (signs, TOKEN (self, i)->folded) != NULL;
}

static inline gsize
end_of (const KontorFigureReader *self, guint i)
{
  return TOKEN (self, i)->start + TOKEN (self, i)->len;
}

/* Whether nothing stands between it and the next. */
static inline gboolean
touches (const KontorFigureReader *self, guint i)
{
  return i + 1 < self->tokens->len && end_of (self, i) == TOKEN (self, i + 1)->start;
}

static inline gsize
digits_of (const KontorFigureReader *self, guint i)
{
  return strlen (TOKEN (self, i)->folded);
}

static inline int
int_of (const KontorFigureReader *self, guint i)
{
  return is_number (self, i) && digits_of (self, i) <= 4 ? atoi (TOKEN (self, i)->folded) : -1;
}

static inline KontorFigure *
put (KontorFigureReader *self, guint from, guint to)
{
  KontorFigure figure = { TOKEN (self, from)->start, 0 };

  figure.len = end_of (self, to - 1) - figure.start;
  g_array_append_val (self->figures, figure);

  return &g_array_index (self->figures, KontorFigure, self->figures->len - 1);
}

static inline void
mean (KontorFigure *figure, KontorFigureKind kind, gint64 value, const char *word)
{
  KontorFigureMeaning *meaning;

  if (figure->n == KONTOR_FIGURE_MEANINGS)
    return;
  meaning = &figure->meanings[figure->n++];
  meaning->kind = kind;
  meaning->value = value;
  g_strlcpy (meaning->word, word, sizeof meaning->word);
}

G_END_DECLS
