/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text is brought into one alphabet first (digits of any script to ASCII, all spaces to one),
 * then cut at its first and last digit: what stands outside names the currency, what stands
 * inside is the number. The currency is needed before the number can be read, because it says
 * how many decimals there may be.
 */
#include "model/money.h"

#include "model/currencies.h"
#include "model/error.h"

#define LEFT_TO_RIGHT_MARK 0x200e
#define ARABIC_LETTER_MARK 0x061c
#define RIGHT_TO_LEFT_MARK 0x200f
#define ARABIC_DECIMAL 0x066b
#define ARABIC_THOUSANDS 0x066c
#define MINUS_SIGN 0x2212
#define RIGHT_QUOTE 0x2019

static int
compare_code (const void *code, const void *currency)
{
  return strcmp (code, ((const KontorCurrency *) currency)->code);
}

static const KontorCurrency *
find_currency (const char *code)
{
  return bsearch (code, kontor_currencies, kontor_n_currencies, sizeof (KontorCurrency),
                  compare_code);
}

int
kontor_money_exponent (const char *currency)
{
  const KontorCurrency *found = currency != NULL ? find_currency (currency) : NULL;

  return found != NULL ? found->exponent : -1;
}

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError **error, const char *why, ...)
{
  va_list parts;

  va_start (parts, why);
  g_propagate_error (error, g_error_new_valist (KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, why, parts));
  va_end (parts);

  return FALSE;
}

gboolean
kontor_money_set (KontorMoney *money, gint64 minor, const char *currency, GError **error)
{
  g_autofree char *code = g_ascii_strup (currency != NULL ? currency : "", -1);
  const KontorCurrency *found = find_currency (code);

  if (found == NULL)
    return refuse (error, "“%s” is no currency: give a code of ISO 4217 such as AED", code);

  money->minor = minor;
  memcpy (money->currency, found->code, sizeof money->currency);
  return TRUE;
}

/* Digits of every script become ASCII, every space one kind, and marks of direction vanish. */
static char *
simplify (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isdigit (letter))
        g_string_append_c (plain, '0' + g_unichar_digit_value (letter));
      else if (g_unichar_isspace (letter))
        g_string_append_c (plain, ' ');
      else if (letter == ARABIC_DECIMAL)
        g_string_append_c (plain, '.');
      else if (letter == ARABIC_THOUSANDS)
        g_string_append_c (plain, ',');
      else if (letter == MINUS_SIGN)
        g_string_append_c (plain, '-');
      else if (letter == RIGHT_QUOTE)
        g_string_append_c (plain, '\'');
      else if (letter != LEFT_TO_RIGHT_MARK && letter != RIGHT_TO_LEFT_MARK &&
               letter != ARABIC_LETTER_MARK)
        g_string_append_unichar (plain, letter);
    }

  return g_string_free (plain, FALSE);
}

static gboolean
has_symbol (const KontorCurrency *currency, const char *symbol)
{
  gsize length = strlen (symbol);

  for (const char *at = currency->symbols; at != NULL && *at != '\0';)
    {
      gsize size = strcspn (at, " ");

      if (size == length && g_ascii_strncasecmp (at, symbol, length) == 0)
        return TRUE;
      at += size + (at[size] == ' ' ? 1 : 0);
    }

  return FALSE;
}

/* @label stands beside the number: a code or a sign. NULL when it names none, or several and
 * @preferred is not among them. */
static const KontorCurrency *
read_label (const char *label, const KontorCurrency *preferred, GError **error)
{
  g_autofree char *code = g_ascii_strup (label, -1);
  const KontorCurrency *found = find_currency (code);
  guint n_found = 0;

  if (found != NULL)
    return found;
  if (preferred != NULL && has_symbol (preferred, label))
    return preferred;

  for (gsize i = 0; i < kontor_n_currencies; i++)
    if (has_symbol (&kontor_currencies[i], label))
      {
        found = &kontor_currencies[i];
        n_found++;
      }
  if (n_found == 1)
    return found;

  refuse (error, n_found == 0 ? "“%s” is no currency: give a code of ISO 4217 such as AED"
                              : "“%s” may be several currencies: give its code, as USD", label);
  return NULL;
}

static const KontorCurrency *
read_labels (const char *before, const char *after, const char *default_currency, GError **error)
{
  const KontorCurrency *preferred = NULL;

  if (default_currency != NULL)
    {
      preferred = find_currency (default_currency);
      if (preferred == NULL)
        {
          refuse (error, "“%s” is no currency: give a code of ISO 4217 such as AED",
                  default_currency);
          return NULL;
        }
    }
  if (*after != '\0')
    {
      preferred = read_label (after, preferred, error);
      if (preferred == NULL)
        return NULL;
    }
  if (*before != '\0')
    {
      const KontorCurrency *named = read_label (before, preferred, error);

      if (named == NULL || *after == '\0' || named == preferred)
        return named;
      refuse (error, "“%s” and another currency stand beside one amount: give one", before);
      return NULL;
    }
  if (preferred == NULL)
    refuse (error, "the currency is missing: write it as 250.00 AED");

  return preferred;
}

static guint
count (const char *text, char which)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == which;

  return n;
}

/* Groups of three, or in India of two before the last three: 1,450 and 1,00,000. */
static gboolean
is_grouped (const char *whole)
{
  char mark[2] = { whole[strspn (whole, "0123456789")], '\0' };
  g_auto(GStrv) groups = NULL;
  gsize middle = 0;
  guint last;

  if (mark[0] == '\0')
    return TRUE;

  groups = g_strsplit (whole, mark, -1);
  last = g_strv_length (groups) - 1;
  for (guint i = 0; i <= last; i++)
    {
      gsize length = strlen (groups[i]);

      if (length == 0 || length > 3 || strspn (groups[i], "0123456789") != length ||
          (i == last && length != 3))
        return FALSE;
      if (i > 0 && i < last && length != (middle == 0 ? length : middle))
        return FALSE;
      if (i > 0 && i < last)
        middle = length;
    }

  return groups[0][0] != '0' && (middle == 0 || middle == 3 ||
                                 (middle == 2 && mark[0] == ',' && strlen (groups[0]) < 3));
}

/* The character that is the decimal point in @number, or 0 where there is none. */
static char
find_point (const char *number)
{
  guint dots = count (number, '.'), commas = count (number, ',');

  if (dots > 0 && commas > 0)
    return strrchr (number, '.') > strrchr (number, ',') ? '.' : ',';
  if (dots > 0)
    return dots == 1 ? '.' : 0;
  if (commas == 1 && (strpbrk (number, " '") != NULL || !is_grouped (number)))
    return ',';

  return 0;
}

static gboolean
append_digit (gint64 *minor, int digit, gboolean is_negative)
{
  return !__builtin_mul_overflow (*minor, (gint64) 10, minor) &&
         !__builtin_add_overflow (*minor, (gint64) (is_negative ? -digit : digit), minor);
}

static gboolean
read_number (const char *number, gboolean is_negative, int exponent, gint64 *minor,
             GError **error)
{
  char point = find_point (number);
  const char *decimals = point != 0 ? strchr (number, point) + 1 : "";
  g_autofree char *whole = point != 0 ? g_strndup (number, decimals - 1 - number)
                                      : g_strdup (number);
  g_autofree char *digits = NULL;
  gsize n_decimals = strlen (decimals);

  if (!is_grouped (whole) || strspn (decimals, "0123456789") != n_decimals ||
      (point != 0 && n_decimals == 0))
    return refuse (error, "“%s” is no amount: write it as 1450.50", number);
  if (n_decimals > (gsize) exponent)
    return refuse (error, "“%s” has more decimals than its currency: write it as 1450 or 1450.50",
                   number);

  digits = g_strdup_printf ("%s%s%.*s", whole, decimals, exponent - (int) n_decimals, "0000");
  *minor = 0;
  for (const char *c = digits; *c != '\0'; c++)
    if (g_ascii_isdigit (*c) && !append_digit (minor, *c - '0', is_negative))
      return refuse (error, "“%s” is more than can be counted: give a smaller amount", number);

  return TRUE;
}

/* Takes one minus off either end of @before. */
static gboolean
take_minus (char *before)
{
  gsize length = strlen (before);

  if (length == 0 || (before[0] != '-' && before[length - 1] != '-'))
    return FALSE;

  if (before[0] == '-')
    memmove (before, before + 1, length);
  else
    before[length - 1] = '\0';
  g_strstrip (before);
  return TRUE;
}

gboolean
kontor_money_parse (const char *text, const char *default_currency, KontorMoney *money,
                    GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *before = NULL;
  g_autofree char *number = NULL;
  g_autofree char *after = NULL;
  const KontorCurrency *currency;
  gboolean is_negative;
  gsize start, end;
  gint64 minor = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return refuse (error, "an amount is missing: write it as 250.00 AED");

  plain = simplify (text);
  start = strcspn (plain, "0123456789");
  end = strlen (plain);
  while (end > start && !g_ascii_isdigit (plain[end - 1]))
    end--;
  if (start == end)
    return refuse (error, "“%s” is no amount: write it as 250.00 AED", text);

  before = g_strstrip (g_strndup (plain, start));
  number = g_strndup (plain + start, end - start);
  after = g_strstrip (g_strdup (plain + end));
  is_negative = take_minus (before);
  currency = read_labels (before, after, default_currency, error);
  if (currency == NULL ||
      !read_number (number, is_negative, currency->exponent, &minor, error))
    return FALSE;

  return kontor_money_set (money, minor, currency->code, error);
}

char *
kontor_money_format (const KontorMoney *money)
{
  int exponent = kontor_money_exponent (money->currency);
  guint64 size = money->minor < 0 ? -(guint64) money->minor : (guint64) money->minor;
  const char *sign = money->minor < 0 ? "-" : "";
  guint64 unit = 1;

  g_return_val_if_fail (exponent >= 0, NULL);

  for (int i = 0; i < exponent; i++)
    unit *= 10;
  if (exponent == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT " %s", sign, size, money->currency);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT " %s", sign, size / unit,
                          exponent, size % unit, money->currency);
}

static gboolean
take_result (KontorMoney *result, const KontorMoney *like, gint64 minor, gboolean is_too_big,
             GError **error)
{
  if (is_too_big)
    return refuse (error, "the amount in %s is more than can be counted", like->currency);

  *result = *like;
  result->minor = minor;
  return TRUE;
}

static gboolean
have_one_currency (const KontorMoney *a, const KontorMoney *b, GError **error)
{
  if (strcmp (a->currency, b->currency) == 0)
    return TRUE;

  return refuse (error, "%s and %s do not add: give both amounts in one currency", a->currency,
                 b->currency);
}

gboolean
kontor_money_add (const KontorMoney *a, const KontorMoney *b, KontorMoney *result,
                  GError **error)
{
  gint64 minor = 0;
  gboolean is_too_big = __builtin_add_overflow (a->minor, b->minor, &minor);

  return have_one_currency (a, b, error) && take_result (result, a, minor, is_too_big, error);
}

gboolean
kontor_money_subtract (const KontorMoney *a, const KontorMoney *b, KontorMoney *result,
                       GError **error)
{
  gint64 minor = 0;
  gboolean is_too_big = __builtin_sub_overflow (a->minor, b->minor, &minor);

  return have_one_currency (a, b, error) && take_result (result, a, minor, is_too_big, error);
}

gboolean
kontor_money_multiply (const KontorMoney *money, gint64 times, KontorMoney *result,
                       GError **error)
{
  gint64 minor = 0;
  gboolean is_too_big = __builtin_mul_overflow (money->minor, times, &minor);

  return take_result (result, money, minor, is_too_big, error);
}

gboolean
kontor_money_share (const KontorMoney *money, int basis_points, KontorMoney *result,
                    GError **error)
{
  gint64 rest = money->minor % 10000 * basis_points;
  gint64 minor = 0;
  gboolean is_too_big;

  if (basis_points < 0)
    return refuse (error, "a share is less than nothing: give 0 or more");

  rest = (rest + (money->minor < 0 ? -5000 : 5000)) / 10000;
  is_too_big = __builtin_mul_overflow (money->minor / 10000, (gint64) basis_points, &minor) ||
               __builtin_add_overflow (minor, rest, &minor);

  return take_result (result, money, minor, is_too_big, error);
}
