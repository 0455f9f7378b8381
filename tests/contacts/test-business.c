/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shop itself: there from the first start, and never with a zone or hours that mean nothing. */
#include "contacts/business.h"

#include "fakes/kept.h"

#define SHOP "{'name': <'Gulf Star'>, 'zone': <'Asia/Dubai'>, 'currency': <'AED'>," \
  " 'country': <'AE'>, 'language': <'de'>, 'hours': <'Mo-Fr 09:00-18:00'>, 'month-first': <true>}"

static KontorBusiness *
load (KontorStore *store)
{
  g_autoptr(GError) error = NULL;
  KontorBusiness *business = kontor_business_load (store, &error);

  g_assert_no_error (error);

  return business;
}

static void
ensure (KontorStore *store, const char *name)
{
  g_autoptr(GError) error = NULL;

  kontor_business_ensure (store, name, &error);
  g_assert_no_error (error);
}

static void
test_first_start (void)
{
  KontorStore *store = kept_open (":memory:");
  g_autoptr(KontorBusiness) business = NULL;

  ensure (store, "My business");
  business = load (store);
  g_assert_cmpstr (business->name, ==, "My business");
  g_assert_cmpstr (business->zone_name, ==, "UTC"); /* what TZ says in tests */
  g_assert_cmpstr (business->currency, ==, "USD");  /* what the C locale leaves open */
  g_assert_cmpstr (business->language, ==, "en");
  g_assert_null (business->hours);
  g_assert_false (business->month_first);
  kontor_store_close (store);
}

static void
test_stays (void)
{
  KontorStore *store = kept_open (":memory:");

  kept_add (store, "business", SHOP);
  ensure (store, "My business");
  kept_assert_text (store, "business", "1", "name", "Gulf Star");
  g_assert_cmpint (kept_count (store, "business"), ==, 1);
  kontor_store_close (store);
}

static void
test_loaded (void)
{
  KontorStore *store = kept_open (":memory:");
  g_autoptr(KontorBusiness) business = NULL;
  KontorLocale locale;

  kept_add (store, "business", SHOP);
  business = load (store);
  locale = kontor_business_get_locale (business);
  g_assert_cmpstr (locale.zone, ==, "Asia/Dubai");
  g_assert_cmpstr (locale.currency, ==, "AED");
  g_assert_cmpstr (locale.country, ==, "AE");
  g_assert_cmpstr (g_time_zone_get_identifier (business->zone), ==, "Asia/Dubai");
  g_assert_cmpstr (business->language, ==, "de");
  g_assert_cmpstr (business->hours, ==, "Mo-Fr 09:00-18:00");
  g_assert_true (business->month_first);
  kontor_store_close (store);
}

static void
test_missing (void)
{
  KontorStore *store = kept_open (":memory:");
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorBusiness) business = kontor_business_load (store, &error);

  g_assert_null (business);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  kontor_store_close (store);
}

static void
test_refused (void)
{
  static const char *const changes[][2] = {
    { "{'zone': <'Dubai'>}", "zone: " },
    { "{'zone': <''>}", "zone: " },
    { "{'currency': <'XYZ'>}", "currency: is not one of ISO 4217" },
    { "{'currency': <'dirham'>}", "currency: " },
    { "{'country': <'Emirates'>}", "country: " },
    { "{'hours': <'most days'>}", "hours: " },
    { "{'name': <''>}", "name: is missing" },
  };
  KontorStore *store = kept_open (":memory:");

  kept_add (store, "business", SHOP);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *id = kept_try (store, &kept_owner, "business", NULL, changes[i][0], &error);

      g_assert_null (id);
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      g_assert_true (g_str_has_prefix (error->message, changes[i][1]));
    }
  g_free (kept_save (store, "business", NULL, "{'hours': <''>, 'country': <''>}"));
  kontor_store_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/business/it-is-there-from-the-first-start", test_first_start);
  g_test_add_func ("/business/what-the-owner-said-stays", test_stays);
  g_test_add_func ("/business/what-texts-leave-unsaid-is-its-own", test_loaded);
  g_test_add_func ("/business/without-one-nothing-is-guessed", test_missing);
  g_test_add_func ("/business/what-means-nothing-is-refused", test_refused);

  return g_test_run ();
}
