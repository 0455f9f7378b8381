/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures-number.c — ids, phone numbers, and numbers with what stands beside them. A number that
 * can be read in two ways ("1.450") is kept in both. */
#include "assistant/figures-inside.h"

#include "assistant/figures-unit.h"

#define MOST_DIGITS 15
#define LEAST_OF_A_PHONE 7
#define MOST_OF_A_MARK 20
/* Thousandths of what "million" after it does not make too large. */
#define MOST_TIMES G_GINT64_CONSTANT (1000000000000)
#define KEYCAP 0x20e3

/* "AED", "dirhams" on either side of the tokens from @from to before @to; NULL for no money. */
static const char *
find_money (const KontorFigureReader *self, guint from, guint to)
{
  const char *sign = kontor_unit_money_after (self->text, end_of (self, to - 1));

  if (sign == NULL)
    sign = kontor_unit_money_before (self->text, TOKEN (self, from)->start);
  if (sign == NULL &&
      (kontor_language_match (self->tokens, to, KONTOR_WORD_CURRENCY, NULL) > 0 ||
       (from > 0 &&
        kontor_language_match (self->tokens, from - 1, KONTOR_WORD_CURRENCY, NULL) == 1)))
    sign = "";

  return sign;
}

/* Whether only what stands inside a phone number is between two tokens. */
static gboolean
is_phone_gap (const KontorFigureReader *self, guint i)
{
  const char *from = self->text + end_of (self, i), *to;

  if (i + 1 >= self->tokens->len)
    return FALSE;
  to = self->text + TOKEN (self, i + 1)->start;
  for (; from < to; from = g_utf8_next_char (from))
    if (strchr (" -()/", *from) == NULL && g_utf8_get_char (from) != 0xa0 &&
        g_utf8_get_char (from) != 0x202f)
      return FALSE;

  return TRUE;
}

/* "+971 50 123 4567", "(050) 123-4567" */
guint
kontor_figures_read_phone (KontorFigureReader *self, guint i)
{
  gboolean is_plus = TOKEN (self, i)->start > 0 && self->text[TOKEN (self, i)->start - 1] == '+';
  g_autoptr(GString) digits = g_string_new (NULL);
  guint at = i, parts = 0;

  while (at < self->tokens->len)
    {
      if (is_number (self, at))
        {
          g_string_append (digits, TOKEN (self, at)->folded);
          parts++;
        }
      else if (!is_sign (self, at, "-()/"))
        break;
      if (!is_phone_gap (self, at))
        {
          at++;
          break;
        }
      at++;
    }
  while (at > i && !is_number (self, at - 1))
    at--;
  if (digits->len < LEAST_OF_A_PHONE || digits->len > MOST_DIGITS ||
      (parts < 2 && !is_plus && find_money (self, i, i + 1) != NULL))
    return 0;
  mean (put (self, i, at), KONTOR_FIGURE_PHONE, 0, digits->str);

  return at - i;
}

/* "BK000001", "EK202": letters that the number touches belong to it. */
guint
kontor_figures_read_id (KontorFigureReader *self, guint i)
{
  const KontorToken *letters = i > 0 && touches (self, i - 1) ? TOKEN (self, i - 1) : NULL;
  g_autofree char *word = NULL;

  if (letters == NULL || letters->kind != KONTOR_TOKEN_WORD || letters->len > 6 ||
      !g_str_is_ascii (letters->folded) ||
      kontor_unit_money_before (self->text, TOKEN (self, i)->start) != NULL)
    return 0;
  word = g_strconcat (letters->folded, TOKEN (self, i)->folded, NULL);
  mean (put (self, i - 1, i + 1), KONTOR_FIGURE_ID, 0, word);

  return 1;
}

/* "1." and "2)" at the start of a line, and keycaps, count lines and nothing else. */
guint
kontor_figures_read_mark (KontorFigureReader *self, guint i)
{
  const char *at = self->text + TOKEN (self, i)->start, *after = self->text + end_of (self, i);
  gboolean starts = TRUE;

  if (g_utf8_get_char (after) == 0xfe0f)
    after = g_utf8_next_char (after);
  if (g_utf8_get_char (after) == KEYCAP)
    return 1;
  while (at > self->text && starts && at[-1] != '\n')
    {
      at--;
      starts = *at == ' ' || *at == '*';
    }

  return starts && int_of (self, i) >= 0 && int_of (self, i) <= MOST_OF_A_MARK &&
         is_sign (self, i + 1, ".)") && touches (self, i) && !touches (self, i + 1) ? 2 : 0;
}

typedef struct {
  guint   to;             /* the token after it */
  guint   n;              /* how many values */
  gint64  values[2];      /* thousandths */
  int     clock;          /* "09.30" may be one: minutes; −1 */
} Literal;

static gboolean
is_group_gap (const KontorFigureReader *self, guint i)
{
  const char *gap = self->text + end_of (self, i);

  return is_number (self, i) && is_number (self, i + 1) && digits_of (self, i) <= 3 &&
         digits_of (self, i + 1) == 3 &&
         g_unichar_isspace (g_utf8_get_char (gap)) && *gap != '\n' &&
         self->text + TOKEN (self, i + 1)->start == g_utf8_next_char (gap);
}

static gint64
parse (const char *whole, const char *part)
{
  char thousandths[4] = "000";

  for (guint i = 0; i < 3 && part[i] != '\0'; i++)
    thousandths[i] = part[i];

  return g_ascii_strtoll (whole, NULL, 10) * 1000 + atoi (thousandths);
}

/* The last sign of "1,450.50" is its point; the only one of "1.450" may be. */
static gboolean
read_literal (const KontorFigureReader *self, guint i, Literal *literal)
{
  g_autoptr(GString) all = g_string_new (TOKEN (self, i)->folded);
  g_autofree char *before = NULL;
  char first = '\0', last = '\0';
  guint at = i, groups = 1;

  while ((is_sign (self, at + 1, ".,") && touches (self, at) && touches (self, at + 1) &&
          is_number (self, at + 2)) || (last == '\0' && is_group_gap (self, at)))
    {
      gboolean is_gap = is_number (self, at + 1);

      g_free (before);
      before = g_strdup (all->str);
      if (!is_gap)
        {
          last = *TOKEN (self, at + 1)->folded;
          first = first != '\0' ? first : last;
        }
      at += is_gap ? 1 : 2;
      groups += is_gap ? 0 : 1;
      g_string_append (all, TOKEN (self, at)->folded);
    }
  *literal = (Literal) { .to = at + 1, .clock = -1 };
  if (all->len > MOST_DIGITS)
    return FALSE;
  if (groups < 2 || (groups > 2 && first == last) ||
      (groups == 2 && digits_of (self, at) == 3))
    literal->values[literal->n++] = parse (all->str, "");
  if (groups == 2 || first != last)
    literal->values[literal->n++] = parse (before, TOKEN (self, at)->folded);
  if (groups == 2 && last == '.' && digits_of (self, at) == 2 && int_of (self, i) >= 0 &&
      int_of (self, i) < 24 && int_of (self, at) < 60)
    literal->clock = int_of (self, i) * 60 + int_of (self, at);

  return TRUE;
}

static gint64
multiply (gint64 value, gint64 factor)
{
  return value < MOST_TIMES ? value * factor : value;
}

guint
kontor_figures_read_plain (KontorFigureReader *self, guint i)
{
  Literal literal;
  KontorFigure *figure;
  const char *money;
  gsize end;
  gint64 factor;

  if (!read_literal (self, i, &literal))
    {
      mean (put (self, i, literal.to), KONTOR_FIGURE_ID, 0, TOKEN (self, i)->folded);
      return literal.to - i;
    }
  figure = put (self, i, literal.to);
  end = end_of (self, literal.to - 1);
  factor = kontor_unit_get_factor (self->text, end);
  money = find_money (self, i, literal.to);
  for (guint k = 0; k < literal.n; k++)
    if (kontor_unit_is_percent (self->text, end))
      mean (figure, KONTOR_FIGURE_PERCENT, literal.values[k], "");
    else
      mean (figure, money != NULL ? KONTOR_FIGURE_MONEY : KONTOR_FIGURE_NUMBER,
            multiply (literal.values[k], factor), money != NULL ? money : "");
  if (literal.clock >= 0 && money == NULL)
    mean (figure, KONTOR_FIGURE_TIME, literal.clock, "");

  return literal.to - i;
}

/* "ninety percent", "fifty dirhams": a number in words is a figure where it is money or a share. */
guint
kontor_figures_read_words (KontorFigureReader *self, guint i)
{
  int value = 0, more = 0;
  guint n = kontor_language_match (self->tokens, i, KONTOR_WORD_NUMBER, &value), to = i + n, m;
  const char *money;

  if (n == 0)
    return 0;
  m = is_sign (self, to, "-") ? 1 : kontor_language_match (self->tokens, to, KONTOR_WORD_AND, NULL);
  if (kontor_language_match (self->tokens, to + m, KONTOR_WORD_NUMBER, &more) > 0 &&
      (value >= 20) != (more >= 20) && MIN (value, more) < 10)
    {
      to += m + kontor_language_match (self->tokens, to + m, KONTOR_WORD_NUMBER, &more);
      value += more;
    }
  money = kontor_unit_money_after (self->text, end_of (self, to - 1));
  if (money == NULL && kontor_language_match (self->tokens, to, KONTOR_WORD_CURRENCY, NULL) > 0)
    money = "";
  if (kontor_unit_is_percent (self->text, end_of (self, to - 1)))
    mean (put (self, i, to), KONTOR_FIGURE_PERCENT, value * 1000, "");
  else if (money != NULL)
    mean (put (self, i, to), KONTOR_FIGURE_MONEY, value * 1000, money);

  return to - i;
}
