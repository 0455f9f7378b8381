/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures-read.c — from left to right, the longest kind of figure first. */
#include "assistant/figures-inside.h"

#include "model/currencies.h"

typedef guint (*Read) (KontorFigureReader *self, guint i);

static guint
read_at (KontorFigureReader *self, guint i)
{
  static const Read of_digits[] = {
    kontor_figures_read_digits_of_day, kontor_figures_read_day_of_month, kontor_figures_read_mark,
    kontor_figures_read_clock, kontor_figures_read_id, kontor_figures_read_phone,
    kontor_figures_read_plain,
  };
  static const Read of_words[] = {
    kontor_figures_read_month_of_day, kontor_figures_read_day_word, kontor_figures_read_weekday,
    kontor_figures_read_clock_word, kontor_figures_read_words,
  };
  const Read *reads = is_number (self, i) ? of_digits : of_words;
  guint n_reads = is_number (self, i) ? G_N_ELEMENTS (of_digits) : G_N_ELEMENTS (of_words);
  guint n = 0;

  for (guint k = 0; n == 0 && k < n_reads; k++)
    n = reads[k] (self, i);

  return MAX (n, 1);
}

GArray *
kontor_figures_read (const char *text, const KontorLanguage *language,
                     const KontorWallTime *today, gboolean month_first)
{
  KontorFigureReader self = { text, language, today, month_first };

  self.tokens = kontor_language_dup_tokens (language, text);
  self.figures = g_array_new (FALSE, TRUE, sizeof (KontorFigure));
  for (guint i = 0; i < self.tokens->len; )
    i += read_at (&self, i);
  g_array_unref (self.tokens);

  return self.figures;
}

static gboolean
has_symbol (const char *code, const char *symbol)
{
  for (gsize i = 0; i < kontor_n_currencies; i++)
    {
      const KontorCurrency *currency = &kontor_currencies[i];
      g_auto(GStrv) symbols = NULL;

      if (!g_str_equal (currency->code, code) || currency->symbols == NULL)
        continue;
      symbols = g_strsplit (currency->symbols, " ", -1);
      return g_strv_contains ((const char *const *) symbols, symbol);
    }

  return FALSE;
}

gboolean
kontor_figures_same_money (const char *a, const char *b)
{
  return *a == '\0' || *b == '\0' || g_str_equal (a, b) || has_symbol (a, b) || has_symbol (b, a);
}
