/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/currencies.h"
#include "model/error.h"
#include "model/money.h"

typedef struct {
  const char *text;
  const char *currency;  /* the default, or NULL */
  const char *expected;  /* as formatted, or NULL when refused */
} Reading;

static const Reading readings[] = {
  { "250", "AED", "250.00 AED" },
  { "250", NULL, NULL },
  { "250", "XYZ", NULL },
  { "1,450.50 AED", NULL, "1450.50 AED" },
  { "AED 250", NULL, "250.00 AED" },
  { "AED250", "USD", "250.00 AED" },
  { "aed 250.5", NULL, "250.50 AED" },
  { "250aed", NULL, "250.00 AED" },
  { "  250 AED  ", NULL, "250.00 AED" },
  { "$20", NULL, NULL },
  { "$20", "USD", "20.00 USD" },
  { "$20", "AUD", "20.00 AUD" },
  { "$20", "AED", NULL },
  { "$20 USD", NULL, "20.00 USD" },
  { "$20 AED", NULL, NULL },
  { "US$20", "AUD", "20.00 USD" },
  { "HK$ 20", NULL, "20.00 HKD" },
  { "৳100", NULL, "100.00 BDT" },
  { "৳১,০০,০০০", NULL, "100000.00 BDT" },
  { "€12,50", NULL, "12.50 EUR" },
  { "12.50€", NULL, "12.50 EUR" },
  { "£5", NULL, "5.00 GBP" },
  { "₹1,00,000.75", NULL, "100000.75 INR" },
  { "Rs. 500", "INR", "500.00 INR" },
  { "Rs 500", "PKR", "500.00 PKR" },
  { "Rs 500", "EUR", NULL },
  { "250 د.إ", NULL, "250.00 AED" },
  { "د.إ 250", NULL, "250.00 AED" },
  { "\u200f٢٥٠٫٥ د.إ", NULL, "250.50 AED" },
  { "100 JPY", NULL, "100 JPY" },
  { "¥100", "JPY", "100 JPY" },
  { "¥100", "CNY", "100.00 CNY" },
  { "100.00 JPY", NULL, NULL },
  { "1.250 KWD", NULL, "1.250 KWD" },
  { "1,250 KWD", NULL, "1250.000 KWD" },
  { "0,500 KWD", NULL, "0.500 KWD" },
  { "1.2345 KWD", NULL, NULL },
  { "1.450 EUR", NULL, NULL },
  { "1.450,50 EUR", NULL, "1450.50 EUR" },
  { "1 450,50 EUR", NULL, "1450.50 EUR" },
  { "1\u202f450,50 EUR", NULL, "1450.50 EUR" },
  { "1'450.50 CHF", NULL, "1450.50 CHF" },
  { "1’450 CHF", NULL, "1450.00 CHF" },
  { "1.450.000 EUR", NULL, "1450000.00 EUR" },
  { "1,450,000", "EUR", "1450000.00 EUR" },
  { "12,345.678,9", "EUR", NULL },
  { "1,45,0 EUR", NULL, NULL },
  { "1,4500 EUR", NULL, NULL },
  { "1234,567 EUR", NULL, NULL },
  { "1,,450 EUR", NULL, NULL },
  { "1 45 EUR", NULL, NULL },
  { "05 EUR", NULL, "5.00 EUR" },
  { "0.005 EUR", NULL, NULL },
  { "250.", "EUR", NULL },
  { ".50", "EUR", NULL },
  { "-5 EUR", NULL, "-5.00 EUR" },
  { "EUR -5", NULL, "-5.00 EUR" },
  { "−€5", NULL, "-5.00 EUR" },
  { "--5 EUR", NULL, NULL },
  { "-EUR-5", NULL, NULL },
  { "5- EUR", NULL, NULL },
  { "1e3 EUR", NULL, NULL },
  { "0x10 EUR", NULL, NULL },
  { "5 EUR 6", NULL, NULL },
  { "AED", NULL, NULL },
  { "", "EUR", NULL },
  { NULL, "EUR", NULL },
  { "\xff 5", "EUR", NULL },
  { "5 BTC", NULL, NULL },
  { "5 DEM", "EUR", NULL },
  { "5 XAU", NULL, NULL },
  { "92233720368547758.07 EUR", NULL, "92233720368547758.07 EUR" },
  { "92233720368547758.08 EUR", NULL, NULL },
  { "-92233720368547758.08 EUR", NULL, "-92233720368547758.08 EUR" },
  { "-92233720368547758.09 EUR", NULL, NULL },
  { "99999999999999999999999999 EUR", NULL, NULL },
};

static void
test_texts_are_read_exactly_or_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *got = NULL;
      KontorMoney money;
      gboolean is_read;

      g_test_message ("reading %u", i);
      is_read = kontor_money_parse (readings[i].text, readings[i].currency, &money, &error);
      if (readings[i].expected == NULL)
        {
          g_assert_false (is_read);
          g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (is_read);
      got = kontor_money_format (&money);
      g_assert_cmpstr (got, ==, readings[i].expected);
    }
}

static void
test_every_currency_is_read_as_it_was_written (void)
{
  const gint64 amounts[] = { 0, 1, -1, 9, 10, 999, 1000, 123456, G_MAXINT64, G_MININT64 };

  for (gsize i = 0; i < kontor_n_currencies; i++)
    for (guint k = 0; k < G_N_ELEMENTS (amounts); k++)
      {
        g_autoptr(GError) error = NULL;
        g_autofree char *text = NULL;
        KontorMoney money, back;

        g_assert_true (kontor_money_set (&money, amounts[k], kontor_currencies[i].code, &error));
        text = kontor_money_format (&money);
        g_assert_true (kontor_money_parse (text, NULL, &back, &error));
        g_assert_no_error (error);
        g_assert_cmpint (back.minor, ==, money.minor);
        g_assert_cmpstr (back.currency, ==, money.currency);
      }
}

static void
test_the_table_is_sorted_and_has_the_known_decimals (void)
{
  for (gsize i = 1; i < kontor_n_currencies; i++)
    g_assert_cmpstr (kontor_currencies[i - 1].code, <, kontor_currencies[i].code);

  g_assert_cmpint (kontor_money_exponent ("JPY"), ==, 0);
  g_assert_cmpint (kontor_money_exponent ("AED"), ==, 2);
  g_assert_cmpint (kontor_money_exponent ("KWD"), ==, 3);
  g_assert_cmpint (kontor_money_exponent ("CLF"), ==, 4);
  g_assert_cmpint (kontor_money_exponent ("kwd"), ==, -1);
  g_assert_cmpint (kontor_money_exponent ("XXX"), ==, -1);
  g_assert_cmpint (kontor_money_exponent (""), ==, -1);
  g_assert_cmpint (kontor_money_exponent (NULL), ==, -1);
}

static void
test_amounts_add_in_one_currency_only (void)
{
  KontorMoney fare, tip, yen, sum;
  g_autoptr(GError) error = NULL;

  kontor_money_set (&fare, 25000, "AED", NULL);
  kontor_money_set (&tip, 1550, "aed", NULL);
  kontor_money_set (&yen, 100, "JPY", NULL);
  g_assert_true (kontor_money_add (&fare, &tip, &sum, NULL));
  g_assert_cmpint (sum.minor, ==, 26550);
  g_assert_cmpstr (sum.currency, ==, "AED");
  g_assert_true (kontor_money_subtract (&tip, &fare, &sum, NULL));
  g_assert_cmpint (sum.minor, ==, -23450);
  g_assert_true (kontor_money_add (&sum, &sum, &sum, NULL));
  g_assert_cmpint (sum.minor, ==, -46900);
  g_assert_true (kontor_money_multiply (&tip, 3, &sum, NULL));
  g_assert_cmpint (sum.minor, ==, 4650);

  g_assert_false (kontor_money_add (&fare, &yen, &sum, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_cmpint (sum.minor, ==, 4650);
}

static void
test_what_does_not_fit_is_refused (void)
{
  KontorMoney most, least, one, sum;

  kontor_money_set (&most, G_MAXINT64, "EUR", NULL);
  kontor_money_set (&least, G_MININT64, "EUR", NULL);
  kontor_money_set (&one, 1, "EUR", NULL);
  g_assert_false (kontor_money_add (&most, &one, &sum, NULL));
  g_assert_false (kontor_money_subtract (&least, &one, &sum, NULL));
  g_assert_false (kontor_money_multiply (&most, 2, &sum, NULL));
  g_assert_false (kontor_money_multiply (&least, -1, &sum, NULL));
  g_assert_false (kontor_money_share (&most, 10001, &sum, NULL));
  g_assert_true (kontor_money_share (&most, 10000, &sum, NULL));
  g_assert_cmpint (sum.minor, ==, G_MAXINT64);
  g_assert_true (kontor_money_share (&least, 10000, &sum, NULL));
  g_assert_cmpint (sum.minor, ==, G_MININT64);
}

static void
test_a_share_is_rounded_half_up (void)
{
  const struct { gint64 minor; int basis_points; gint64 expected; } shares[] = {
    { 10000, 1500, 1500 }, { 333, 5000, 167 },  { 332, 5000, 166 },  { 1, 4999, 0 },
    { 1, 5000, 1 },        { -333, 5000, -167 }, { -1, 4999, 0 },    { 0, 1500, 0 },
    { 12345, 525, 648 },   { 19999, 1, 2 },      { 100, 12000, 120 }, { 25000, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      KontorMoney money, share;

      kontor_money_set (&money, shares[i].minor, "USD", NULL);
      g_assert_true (kontor_money_share (&money, shares[i].basis_points, &share, NULL));
      g_assert_cmpint (share.minor, ==, shares[i].expected);
    }

  {
    KontorMoney money = { 100, "USD" };
    g_autoptr(GError) error = NULL;

    g_assert_false (kontor_money_share (&money, -1, &money, &error));
    g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/texts-are-read-exactly-or-refused",
                   test_texts_are_read_exactly_or_refused);
  g_test_add_func ("/money/every-currency-is-read-as-it-was-written",
                   test_every_currency_is_read_as_it_was_written);
  g_test_add_func ("/money/the-table-is-sorted-and-has-the-known-decimals",
                   test_the_table_is_sorted_and_has_the_known_decimals);
  g_test_add_func ("/money/amounts-add-in-one-currency-only",
                   test_amounts_add_in_one_currency_only);
  g_test_add_func ("/money/what-does-not-fit-is-refused", test_what_does_not_fit_is_refused);
  g_test_add_func ("/money/a-share-is-rounded-half-up", test_a_share_is_rounded_half_up);

  return g_test_run ();
}
