/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/countries.h"
#include "model/error.h"
#include "model/phone.h"

typedef struct {
  const char *text;
  const char *country;
  const char *expected;  /* NULL when refused */
} Reading;

static const Reading readings[] = {
  { "+971501234567", NULL, "+971501234567" },
  { "+971 50 123 4567", "US", "+971501234567" },
  { "+971 (0)50 123-4567", NULL, "+971501234567" },
  { "050 123 4567", "AE", "+971501234567" },
  { "501234567", "ae", "+971501234567" },
  { "971501234567", "AE", "+971501234567" },
  { "00971 50 123 4567", "AE", "+971501234567" },
  { "011 971 50 123 4567", "US", "+971501234567" },
  { "\u202a+971 50 123 4567\u202c", NULL, "+971501234567" },
  { "+٩٧١ ٥٠ ١٢٣ ٤٥٦٧", NULL, "+971501234567" },
  { "（050）", "AE", NULL },
  { "00971501234567", NULL, NULL },
  { "050 123 4567", NULL, NULL },
  { "050 123 4567", "XY", NULL },
  { "050 123 4567", "001", NULL },
  { "050 123 456", "AE", "+97150123456" },
  { "050 123 45", "AE", NULL },
  { "050 123 45678", "AE", NULL },
  { "+44 (0)20 7946 0958", NULL, "+442079460958" },
  { "020 7946 0958", "GB", "+442079460958" },
  { "(212) 555-0123", "US", "+12125550123" },
  { "1-212-555-0123", "CA", "+12125550123" },
  { "555-0123", "US", NULL },
  { "(112) 555-0123", "US", NULL },
  { "+1 212 155 0123", NULL, NULL },
  { "030/1234567", "DE", "+49301234567" },
  { "4915112345678", "DE", "+4915112345678" },
  { "4930123456", "DE", NULL },
  { "+39 06 12345678", NULL, "+390612345678" },
  { "391 234 5678", "IT", "+393912345678" },
  { "8 (912) 345-67-89", "RU", "+79123456789" },
  { "8005553535", "RU", "+78005553535" },
  { "98765 43210", "IN", "+919876543210" },
  { "9198765432", "IN", "+919198765432" },
  { "919876543210", "IN", "+919876543210" },
  { "01712-345678", "BD", "+8801712345678" },
  { "06 20 123 4567", "HU", "+36201234567" },
  { "0 019 550-25-9", "BY", NULL },
  { "8 029 123-45-67", "BY", "+375291234567" },
  { "+52 1 55 1234 5678", NULL, "+525512345678" },
  { "044 55 1234 5678", "MX", "+525512345678" },
  { "+55 31 8765-4321", NULL, "+5531987654321" },
  { "+55 31 3765-4321", NULL, "+553137654321" },
  { "0 15 11 98765-4321", "BR", "+5511987654321" },
  { "0011 49 30 1234567", "AU", "+49301234567" },
  { "00 15 49 30 1234567", "BR", "+49301234567" },
  { "011 15 2345-6789", "AR", "+5491123456789" },
  { "0351 15 234-5678", "AR", "+5493512345678" },
  { "02944 15 23-4567", "AR", "+5492944234567" },
  { "+54 11 2345-6789", NULL, "+541123456789" },
  { "+999 123456789", NULL, NULL },
  { "+210 123456789", NULL, NULL },
  { "+971 50 123 4567 ext. 5", NULL, NULL },
  { "+971 50 123 4567 x5", NULL, NULL },
  { "+971 50 123 4567#5", NULL, NULL },
  { "1-800-FLOWERS", "US", NULL },
  { "+971 50 123 4567 / 050 765 4321", NULL, NULL },
  { "++971501234567", NULL, NULL },
  { "971+501234567", NULL, NULL },
  { "+", NULL, NULL },
  { "", "AE", NULL },
  { NULL, "AE", NULL },
  { "\xff" "050", "AE", NULL },
  { "+49 1234567890123456789", NULL, NULL },
};

static void
test_what_people_write_becomes_e164_or_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *phone = kontor_phone_parse (readings[i].text, readings[i].country, &error);

      g_test_message ("reading %u", i);
      g_assert_cmpstr (phone, ==, readings[i].expected);
      if (phone == NULL)
        g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      else
        g_assert_true (kontor_phone_is_plausible (phone));
    }
}

static void
check_variants (const char *phone, const char *expected)
{
  g_auto(GStrv) variants = kontor_phone_variants (phone);
  g_autofree char *got = g_strjoinv (" ", variants);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_one_person_is_found_by_either_form (void)
{
  check_variants ("+971501234567", "+971501234567");
  check_variants ("+525512345678", "+525512345678 +5215512345678");
  check_variants ("+5215512345678", "+525512345678 +5215512345678");
  check_variants ("+5531987654321", "+5531987654321 +553187654321");
  check_variants ("+553187654321", "+5531987654321 +553187654321");
  check_variants ("+553137654321", "+553137654321");
  check_variants ("+5491123456789", "+5491123456789 +541123456789");
  check_variants ("+541123456789", "+541123456789 +5491123456789");
}

static void
test_only_e164_is_plausible (void)
{
  const char * const wrong[] = { NULL, "", "+", "971501234567", "+97150123456789", "+9715012",
                                 "+971 501234567", "+971050123456", "+999123456789", "+49abc",
                                 "+5411234567890", "+12125550123456" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (kontor_phone_is_plausible (wrong[i]));
  g_assert_true (kontor_phone_is_plausible ("+971501234567"));
  g_assert_true (kontor_phone_is_plausible ("+5215512345678"));
  g_assert_true (kontor_phone_is_plausible ("+870773111632"));
}

static void
check_redacted (const char *phone, const char *expected)
{
  g_autofree char *got = kontor_phone_redact (phone);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_a_redacted_number_shows_country_and_two_digits (void)
{
  check_redacted ("+971501234567", "+971•••••••67");
  check_redacted ("+12125550123", "+1••••••••23");
  check_redacted ("0501234567", "•••");
  check_redacted ("hello", "•••");
  check_redacted (NULL, "•••");
}

static void
test_the_country_is_told (void)
{
  g_assert_cmpstr (kontor_phone_country ("+971501234567"), ==, "AE");
  g_assert_cmpstr (kontor_phone_country ("+12125550123"), ==, "US");
  g_assert_cmpstr (kontor_phone_country ("+14165550123"), ==, "CA");
  g_assert_cmpstr (kontor_phone_country ("+18765550123"), ==, "JM");
  g_assert_cmpstr (kontor_phone_country ("+77012345678"), ==, "KZ");
  g_assert_cmpstr (kontor_phone_country ("+79123456789"), ==, "RU");
  g_assert_cmpstr (kontor_phone_country ("+447781123456"), ==, "GG");
  g_assert_cmpstr (kontor_phone_country ("+390669812345"), ==, "VA");
  g_assert_null (kontor_phone_country ("+870773111632"));
  g_assert_null (kontor_phone_country ("+999"));
  g_assert_null (kontor_phone_country (NULL));
}

static void
test_every_calling_code_has_one_main_country (void)
{
  for (gsize i = 0; i < kontor_n_countries; i++)
    {
      const KontorCountry *country = &kontor_countries[i];
      guint n_main = 0;

      g_assert_cmpint (country->min_length, >, 2);
      g_assert_cmpint (country->max_length, >=, country->min_length);
      for (gsize k = 0; k < kontor_n_countries; k++)
        {
          if (g_str_equal (kontor_countries[k].calling_code, country->calling_code))
            n_main += kontor_countries[k].areas[0] == '\0';
          else
            g_assert_false (g_str_has_prefix (kontor_countries[k].calling_code,
                                              country->calling_code));
        }
      g_assert_cmpint (n_main, ==, 1);
      if (i > 0 && !g_str_equal (country->code, "001"))
        g_assert_cmpstr (kontor_countries[i - 1].code, <, country->code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phone/what-people-write-becomes-e164-or-is-refused",
                   test_what_people_write_becomes_e164_or_is_refused);
  g_test_add_func ("/phone/one-person-is-found-by-either-form",
                   test_one_person_is_found_by_either_form);
  g_test_add_func ("/phone/only-e164-is-plausible", test_only_e164_is_plausible);
  g_test_add_func ("/phone/a-redacted-number-shows-country-and-two-digits",
                   test_a_redacted_number_shows_country_and_two_digits);
  g_test_add_func ("/phone/the-country-is-told", test_the_country_is_told);
  g_test_add_func ("/phone/every-calling-code-has-one-main-country",
                   test_every_calling_code_has_one_main_country);

  return g_test_run ();
}
