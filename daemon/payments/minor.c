/* SPDX-License-Identifier: GPL-3.0-or-later */
/* minor.c — vendors do not all count as ISO 4217 does: one takes forints without fillér, another
 * Ugandan shillings with two decimals nobody has. What cannot be said exactly is refused. */
#include "payments/gateway.h"

#include <string.h>

#include "model/error.h"
#include "model/money.h"

#define MOST_DECIMALS 4

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;

  return power;
}

/* @amount of @from decimals in @to decimals. */
static gboolean
rescale (gint64 amount, int from, int to, gint64 *result)
{
  gint64 factor = power_of_ten (ABS (to - from));

  if (to >= from)
    return !__builtin_mul_overflow (amount, factor, result);
  *result = amount / factor;

  return amount % factor == 0;
}

static gboolean
scale (gint64 amount, const char *currency, gboolean there, int theirs, gint64 *result,
       GError **error)
{
  int ours = kontor_money_exponent (currency);

  if (ours < 0 || ours > MOST_DECIMALS)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "“%s” is no currency", currency);
      return FALSE;
    }
  if (rescale (amount, there ? ours : theirs, there ? theirs : ours, result))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "the gateway takes %s with %d decimals only; choose a rounder amount", currency,
               theirs);

  return FALSE;
}

gboolean
kontor_pay_scale_to (gint64 minor, const char *currency, int theirs, gint64 *scaled,
                     GError **error)
{
  return scale (minor, currency, TRUE, theirs, scaled, error);
}

gboolean
kontor_pay_scale_from (gint64 scaled, const char *currency, int theirs, gint64 *minor,
                       GError **error)
{
  return scale (scaled, currency, FALSE, theirs, minor, error);
}

char *
kontor_pay_dup_decimal (gint64 scaled, int decimals)
{
  gint64 factor = power_of_ten (decimals);
  const char *sign = scaled < 0 ? "-" : "";
  guint64 size = scaled < 0 ? 0 - (guint64) scaled : (guint64) scaled;

  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, size);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, size / factor,
                          decimals, size % factor);
}

/* Zeros that say nothing may stand behind the decimals. */
gboolean
kontor_pay_read_decimal (const char *text, int decimals, gint64 *scaled)
{
  gboolean negative = text != NULL && *text == '-';
  const char *at = text != NULL ? text + negative : "";
  int after = -1;

  *scaled = 0;
  if (!g_ascii_isdigit (*at))
    return FALSE;
  for (; *at != '\0'; at++)
    {
      if (*at == '.' && after < 0 && g_ascii_isdigit (at[1]))
        {
          after = 0;
          continue;
        }
      if (!g_ascii_isdigit (*at) || (after >= decimals && *at != '0'))
        return FALSE;
      if (after >= decimals)
        continue;
      if (after >= 0)
        after++;
      if (__builtin_mul_overflow (*scaled, 10, scaled) ||
          __builtin_add_overflow (*scaled, *at - '0', scaled))
        return FALSE;
    }
  for (after = MAX (after, 0); after < decimals; after++)
    if (__builtin_mul_overflow (*scaled, 10, scaled))
      return FALSE;
  if (negative)
    *scaled = -*scaled;

  return TRUE;
}
