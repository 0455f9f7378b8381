/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"
#include "journal/action.h"
#include "journal/keep.h"
#include "model/error.h"
#include "operations/slots.h"
#include "operations/states.h"
#include "store/records.h"

typedef struct {
  KontorStore    *store;
  KontorBusiness *business;
  KontorService  *service;
} Shop;

static const KontorActor owner = { "teammate", "TM1", KONTOR_ROLE_MANAGER, NULL };

static void
save (Shop *shop, const char *kind, const char *values)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) given = g_variant_ref_sink (g_variant_new_parsed (values));
  g_autofree char *id = kontor_keep_save (shop->store, &kontor_actor_system,
                                          kontor_kind_find (kind), NULL, given, &error);

  g_assert_no_error (error);
  g_assert_nonnull (id);
}

static void
set_now (const char *text)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_iso8601 (text, NULL);

  kontor_clock_set_us (g_date_time_to_unix (now) * G_USEC_PER_SEC);
}

static void
open_in (Shop *shop, const char *zone, const char *hours)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) key = kontor_seal_make_key ();
  g_autofree char *business = g_strdup_printf (
    "{'name': <'Shop'>, 'zone': <'%s'>, 'currency': <'EUR'>, 'hours': <'%s'>}", zone, hours);

  shop->store = kontor_store_open (":memory:", &error);
  g_assert_no_error (error);
  g_assert_true (kontor_store_set_key (shop->store, key, &error));
  save (shop, "business", business);
  save (shop, "service", "{'code': <'cut'>, 'name': <'Cut'>, 'duration': <int64 3600>,"
        " 'capacity': <int64 2>, 'price': <(int64 2500, 'EUR')>}");
  save (shop, "contact", "{'name': <'Ana'>}");
  save (shop, "contact", "{'name': <'Ben'>}");
  shop->business = kontor_business_load (shop->store, &error);
  g_assert_no_error (error);
  shop->service = kontor_service_load (shop->store, shop->business, "cut", &error);
  g_assert_no_error (error);
}

static void
close_shop (Shop *shop)
{
  kontor_service_free (shop->service);
  kontor_business_free (shop->business);
  kontor_store_close (shop->store);
  kontor_clock_reset ();
}

static GVariant *
book_as (Shop *shop, const KontorActor *actor, const char *contact, const char *at, GError **error)
{
  const KontorField field = { "at", KONTOR_FIELD_TIME };
  const KontorLocale locale = { .zone = shop->business->zone_name };
  g_auto(GVariantDict) arguments = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) when = kontor_field_from_text (&field, at, &locale, error);
  g_autoptr(GVariant) given = NULL;

  if (when == NULL)
    return NULL;
  g_variant_dict_insert (&arguments, "service", "s", "cut");
  g_variant_dict_insert (&arguments, "contact", "s", contact);
  g_variant_dict_insert_value (&arguments, "at", when);
  given = g_variant_ref_sink (g_variant_dict_end (&arguments));

  return kontor_action_run (shop->store, actor, "book", given, NULL, error);
}

static void
must_book (Shop *shop, const char *at)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) booking = book_as (shop, &owner, "CT1", at, &error);

  g_assert_no_error (error);
  g_assert_nonnull (booking);
}

static KontorSlot
ask (Shop *shop, int month, int day, int hour, int minute)
{
  const KontorWallTime at = { month > 3 ? 2026 : 2027, month, day, hour, minute };
  g_autoptr(GError) error = NULL;
  KontorSlot slot;

  kontor_slot_check (shop->store, shop->business, shop->service, &at, 1, NULL, &slot, NULL, &error);
  g_assert_no_error (error);

  return slot;
}

static void
test_capacity (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) third = NULL;
  Shop shop;

  set_now ("2026-06-01T06:00:00Z");
  open_in (&shop, "Europe/Berlin", "24/7");
  must_book (&shop, "2026-06-01 10:00");
  must_book (&shop, "2026-06-01 10:30");
  third = book_as (&shop, &owner, "CT1", "2026-06-01 10:15", &error);
  g_assert_null (third);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  /* 09:30 meets the first alone at 10:00 and both never: two at most at any moment. */
  g_assert_cmpint (ask (&shop, 6, 1, 9, 30), ==, KONTOR_SLOT_FREE);
  g_assert_cmpint (ask (&shop, 6, 1, 10, 0), ==, KONTOR_SLOT_FULL);
  g_assert_cmpint (ask (&shop, 6, 1, 11, 0), ==, KONTOR_SLOT_FREE);
  close_shop (&shop);
}

static void
test_clocks_of_berlin (void)
{
  Shop shop;

  set_now ("2026-10-24T10:00:00Z");
  open_in (&shop, "Europe/Berlin", "24/7");
  g_assert_cmpint (ask (&shop, 10, 25, 2, 30), ==, KONTOR_SLOT_TWICE);
  g_assert_cmpint (ask (&shop, 10, 25, 3, 0), ==, KONTOR_SLOT_FREE);
  g_assert_cmpint (ask (&shop, 3, 28, 2, 30), ==, KONTOR_SLOT_NO_SUCH);
  g_assert_cmpint (ask (&shop, 3, 28, 3, 30), ==, KONTOR_SLOT_FREE);
  /* From 01:30 on, an hour in spring ends at 03:30 on the wall: 03:00 meets it. */
  must_book (&shop, "2027-03-28 01:30");
  must_book (&shop, "2027-03-28 01:30");
  g_assert_cmpint (ask (&shop, 3, 28, 3, 0), ==, KONTOR_SLOT_FULL);
  g_assert_cmpint (ask (&shop, 3, 28, 3, 30), ==, KONTOR_SLOT_FREE);
  close_shop (&shop);
}

static void
test_no_clock_change (void)
{
  Shop shop;

  set_now ("2026-10-24T10:00:00Z");
  open_in (&shop, "Asia/Dubai", "24/7");
  g_assert_cmpint (ask (&shop, 10, 25, 2, 30), ==, KONTOR_SLOT_FREE);
  g_assert_cmpint (ask (&shop, 3, 28, 2, 30), ==, KONTOR_SLOT_FREE);
  close_shop (&shop);
}

static void
test_hours (void)
{
  Shop shop;

  set_now ("2026-10-24T10:00:00Z"); /* a Saturday, 12:00 in Berlin */
  open_in (&shop, "Europe/Berlin", "Mo-Fr 09:00-18:00; Sa 10:00-14:00");
  g_assert_cmpint (ask (&shop, 10, 24, 13, 0), ==, KONTOR_SLOT_FREE);
  g_assert_cmpint (ask (&shop, 10, 24, 13, 30), ==, KONTOR_SLOT_CLOSED);
  g_assert_cmpint (ask (&shop, 10, 25, 11, 0), ==, KONTOR_SLOT_CLOSED);
  g_assert_cmpint (ask (&shop, 10, 24, 11, 0), ==, KONTOR_SLOT_PAST);
  close_shop (&shop);
}

static void
test_own_only (void)
{
  const KontorActor ben = { "customer", "CT2", KONTOR_ROLE_CUSTOMER, "CT2" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) other = NULL, cancel = NULL, cancelled = NULL;
  Shop shop;

  set_now ("2026-06-01T06:00:00Z");
  open_in (&shop, "Europe/Berlin", "24/7");
  must_book (&shop, "2026-06-01 10:00");
  other = book_as (&shop, &ben, "CT1", "2026-06-01 12:00", &error);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_clear_error (&error);
  cancel = g_variant_ref_sink (g_variant_new_parsed ("{'booking': <'BK000001'>}"));
  cancelled = kontor_action_run (shop.store, &ben, "cancel-booking", cancel, NULL, &error);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  close_shop (&shop);
}

static void
test_once (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) pay = NULL, first = NULL, again = NULL, entries = NULL;
  Shop shop;

  set_now ("2026-06-01T06:00:00Z");
  open_in (&shop, "Europe/Berlin", "24/7");
  must_book (&shop, "2026-06-01 10:00");
  pay = g_variant_ref_sink (g_variant_new_parsed (
    "{'booking': <'BK000001'>, 'amount': <(int64 1000, 'EUR')>}"));
  first = kontor_action_run (shop.store, &owner, "mark-paid", pay, "till-7", &error);
  g_assert_no_error (error);
  again = kontor_action_run (shop.store, &owner, "mark-paid", pay, "till-7", &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_equal (first, again));
  g_assert_cmpint (kontor_records_count (shop.store, kontor_kind_find ("ledger"), NULL, &error), ==,
                   1);
  g_assert_cmpstr (kontor_record_get_text (again, "payment"), ==, "part-paid");
  close_shop (&shop);
}

/* What no step leads out of is an end, and every step's states are states. */
static void
test_steps (void)
{
  const KontorField *states = kontor_fields_find (kontor_kind_find ("booking")->fields, "state");
  g_auto(GStrv) names = g_strsplit (states->choices, "|", -1);
  static const char *const ends[] = { "completed", "cancelled", "no-show", NULL };

  for (const KontorStep *step = kontor_booking_states.steps; step->from != NULL; step++)
    {
      g_assert_true (g_strv_contains ((const char *const *) names, step->from));
      g_assert_true (g_strv_contains ((const char *const *) names, step->to));
      g_assert_false (g_strv_contains (ends, step->from));
      g_assert_nonnull (kontor_action_find (step->action));
    }
  for (guint i = 0; ends[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (kontor_states_find_step (&kontor_booking_states, ends[i],
                                              "change-booking", &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slots/no-moment-has-more-than-the-capacity", test_capacity);
  g_test_add_func ("/slots/the-clocks-of-berlin-never-give-a-wrong-hour", test_clocks_of_berlin);
  g_test_add_func ("/slots/where-clocks-never-change-every-hour-is-there", test_no_clock_change);
  g_test_add_func ("/slots/nobody-is-booked-outside-the-hours-or-into-the-past", test_hours);
  g_test_add_func ("/actions/a-customer-touches-only-what-is-theirs", test_own_only);
  g_test_add_func ("/actions/what-was-asked-once-is-done-once", test_once);
  g_test_add_func ("/booking/states-are-left-only-by-their-actions", test_steps);

  return g_test_run ();
}
