/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money as vendors count it. */
#include "payments/gateway.h"

#include "model/error.h"

static void
check_stripe (gint64 minor, const char *currency, const char *wanted)
{
  g_autoptr(GError) error = NULL;
  const KontorGateway *stripe = kontor_gateway_find ("stripe");
  g_autoptr(KontorDeed) deed = kontor_deed_new (KONTOR_DEED_LINK, "k");
  g_autoptr(GVariant) settings =
    g_variant_ref_sink (g_variant_new_parsed ("{'x-secret-key': <'sk_test_1'>}"));
  g_autoptr(KontorQuestion) question = NULL;
  g_autofree char *body = NULL, *amount = NULL;

  deed->minor = minor;
  deed->title = g_strdup ("Ride");
  g_strlcpy (deed->currency, currency, sizeof deed->currency);
  question = stripe->write (deed, settings, NULL, &error);
  if (wanted == NULL)
    {
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      g_assert_false (stripe->check (minor, currency, NULL));
      return;
    }
  g_assert_no_error (error);
  g_assert_true (stripe->check (minor, currency, NULL));
  body = g_strndup (g_bytes_get_data (question->body, NULL), g_bytes_get_size (question->body));
  amount = g_strdup_printf ("[unit_amount]=%s&", wanted);
  g_assert_nonnull (strstr (body, amount));
}

static void
test_stripe_counts_currencies_its_own_way (void)
{
  check_stripe (25000, "AED", "25000");
  check_stripe (1200, "JPY", "1200");
  check_stripe (12340, "KWD", "12340");
  check_stripe (12345, "KWD", NULL);
  check_stripe (1200, "UGX", "120000");
  check_stripe (500, "ISK", "50000");
  check_stripe (1200, "MGA", "12");
  check_stripe (1250, "MGA", NULL);
  check_stripe (G_MAXINT64 / 10, "UGX", NULL);
}

static void
test_decimals_are_written_and_read_exactly (void)
{
  static const struct { gint64 scaled; int decimals; const char *text; } cases[] = {
    { 1250, 2, "12.50" }, { 5, 2, "0.05" }, { 1200, 0, "1200" }, { 12345, 3, "12.345" },
    { 0, 2, "0.00" }, { -1250, 2, "-12.50" }, { G_MAXINT64, 2, "92233720368547758.07" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = kontor_pay_dup_decimal (cases[i].scaled, cases[i].decimals);
      gint64 back;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (kontor_pay_read_decimal (text, cases[i].decimals, &back));
      g_assert_cmpint (back, ==, cases[i].scaled);
    }
}

static void
test_what_is_no_exact_decimal_is_refused (void)
{
  static const char *const wrong[] = { "", "-", ".5", "5.", "1.2.3", "1,50", "1e3", "12.505",
                                       " 1", "1 ", "92233720368547758.08", "x", "--1" };
  gint64 scaled;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (kontor_pay_read_decimal (wrong[i], 2, &scaled));
  g_assert_false (kontor_pay_read_decimal (NULL, 2, &scaled));
  g_assert_true (kontor_pay_read_decimal ("7", 2, &scaled) && scaled == 700);
  g_assert_true (kontor_pay_read_decimal ("7.5", 2, &scaled) && scaled == 750);
  g_assert_true (kontor_pay_read_decimal ("1200.00", 0, &scaled) && scaled == 1200);
}

static void
test_scales_go_there_and_back (void)
{
  static const char *const currencies[] = { "JPY", "EUR", "KWD" };

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    for (int theirs = 0; theirs <= 4; theirs++)
      for (gint64 minor = 0; minor < 5000; minor += 7)
        {
          gint64 scaled, back;

          if (!kontor_pay_scale_to (minor, currencies[i], theirs, &scaled, NULL))
            continue;
          g_assert_true (kontor_pay_scale_from (scaled, currencies[i], theirs, &back, NULL));
          g_assert_cmpint (back, ==, minor);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/minor/stripe-counts-currencies-its-own-way",
                   test_stripe_counts_currencies_its_own_way);
  g_test_add_func ("/minor/decimals-are-written-and-read-exactly",
                   test_decimals_are_written_and_read_exactly);
  g_test_add_func ("/minor/what-is-no-exact-decimal-is-refused",
                   test_what_is_no_exact_decimal_is_refused);
  g_test_add_func ("/minor/scales-go-there-and-back", test_scales_go_there_and_back);

  return g_test_run ();
}
