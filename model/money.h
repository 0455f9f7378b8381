/* SPDX-License-Identifier: GPL-3.0-or-later */
/* money.h — an amount in minor units (fils, cents) and its ISO 4217 currency.
 *
 * A plain value, copied. It is always exact: no floating point anywhere, and what does not fit is
 * an error, never rounded or wrapped. The one place that rounds is kontor_money_share(), and it
 * says how. Currencies are never converted: amounts of two of them do not add.
 *
 * Decimals follow ISO 4217 (JPY 0, AED 2, KWD 3), which is what payment gateways count in.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gint64 minor;      /* may be negative: a refund */
  char currency[4];  /* as in the table of currencies.c: capitals */
} KontorMoney;

/* The decimals of a currency, or -1 when ISO 4217 does not know the code (capitals only). */
int kontor_money_exponent (const char *currency);

/* BAD_INPUT when the code is unknown. Takes small letters as well. */
gboolean kontor_money_set (KontorMoney *money, gint64 minor, const char *currency, GError **error);

/* Reads "250", "1,450.50 AED", "AED 250", "€12,50", "1 450,50 EUR", "৳1,00,000", "٢٥٠ د.إ".
 *
 * Without code or sign the amount is in @default_currency, which may be NULL. A sign that several
 * currencies share ("$", "kr", "Rs") is taken only where @default_currency is one of them; "£"
 * alone is GBP. A point is the decimal point unless it stands twice or before a comma; a comma
 * alone before exactly three digits groups thousands, so "1.450 EUR" is refused for its three
 * decimals and "1,250 KWD" is 1250 dinars.
 *
 * BAD_INPUT: no number, unknown or missing currency, more decimals than the currency has,
 * anything else in the text, or more than fits. */
gboolean kontor_money_parse (const char *text, const char *default_currency, KontorMoney *money,
                             GError **error);

/* "250.00 AED", "100 JPY", "1.250 KWD"; kontor_money_parse() reads each back as it was. */
char *kontor_money_format (const KontorMoney *money);

/* BAD_INPUT when the currencies differ or the result does not fit. @result may be @a or @b. */
gboolean kontor_money_add      (const KontorMoney *a, const KontorMoney *b, KontorMoney *result,
                                GError **error);
gboolean kontor_money_subtract (const KontorMoney *a, const KontorMoney *b, KontorMoney *result,
                                GError **error);

/* @times pieces at the price @money. */
gboolean kontor_money_multiply (const KontorMoney *money, gint64 times, KontorMoney *result,
                                GError **error);

/* @basis_points hundredths of a percent of @money (0 and up; 10000 is all of it), rounded to whole
 * minor units, half up; of a negative amount half down, so that a refund mirrors its payment. */
gboolean kontor_money_share (const KontorMoney *money, int basis_points, KontorMoney *result,
                             GError **error);

G_END_DECLS
