/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gateways tell of money, in any order and any number of times. */
#include "tests/payments/shop.h"

#include "base/clock.h"

#define NET "SELECT COALESCE (SUM (CASE entry WHEN 'paid' THEN amount_minor WHEN 'refunded'" \
            " THEN -amount_minor ELSE 0 END), 0) FROM ledger"

typedef struct {
  KontorStore *store;
  char        *booking, *payment;
} Sale;

static void
sale_clear (Sale *sale)
{
  g_free (sale->booking);
  g_free (sale->payment);
  kontor_store_close (sale->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sale, sale_clear)

static Sale
sell (const char *currency, gint64 price)
{
  Sale sale = { .store = shop_open (currency, price) };
  g_autofree char *arguments = NULL;

  sale.booking = shop_book (sale.store);
  arguments = g_strdup_printf ("{'booking': <'%s'>}", sale.booking);
  sale.payment = shop_do (sale.store, "request-payment", arguments);
  shop_link (sale.store, sale.payment, "plink_1");

  return sale;
}

static void
tell (Sale *sale, KontorMoneyKind kind, const char *id, gint64 minor, const char *charge)
{
  g_autoptr(KontorMoneyEvent) event = shop_event (kind, id, minor, "EUR");

  event->charge = g_strdup (charge);
  event->link = g_strdup (charge == NULL ? "plink_1" : NULL);
  shop_tell (sale->store, event);
}

static void
assert_states (Sale *sale, const char *booking, const char *payment)
{
  kept_assert_text (sale->store, "booking", sale->booking, "payment", booking);
  kept_assert_text (sale->store, "payment", sale->payment, "state", payment);
}

static void
test_a_payment_confirms_the_booking_and_counts_once (void)
{
  g_auto(Sale) sale = sell ("EUR", 5000);

  kept_assert_text (sale.store, "booking", sale.booking, "state", "requested");
  assert_states (&sale, "link-sent", "open");
  tell (&sale, KONTOR_MONEY_PAID, "pi_1", 5000, NULL);
  tell (&sale, KONTOR_MONEY_PAID, "pi_1", 5000, NULL);
  assert_states (&sale, "paid", "paid");
  kept_assert_text (sale.store, "booking", sale.booking, "state", "confirmed");
  g_assert_cmpint (shop_count (sale.store, NET), ==, 5000);
  g_assert_cmpint (shop_count (sale.store, "SELECT COUNT (*) FROM audit WHERE action = 'paid'"),
                   ==, 1);
}

static void
test_parts_add_up (void)
{
  g_auto(Sale) sale = sell ("EUR", 5000);

  tell (&sale, KONTOR_MONEY_PAID, "pi_1", 2000, NULL);
  assert_states (&sale, "part-paid", "part-paid");
  tell (&sale, KONTOR_MONEY_PAID, "pi_2", 3000, NULL);
  assert_states (&sale, "paid", "paid");
  tell (&sale, KONTOR_MONEY_REFUNDED, "re_1", 1000, "pi_1");
  assert_states (&sale, "part-refunded", "part-refunded");
  tell (&sale, KONTOR_MONEY_REFUNDED, "re_2", 1000, "pi_1");
  tell (&sale, KONTOR_MONEY_REFUNDED, "re_3", 3000, "pi_2");
  assert_states (&sale, "refunded", "refunded");
}

static void
test_a_link_that_ends_asks_for_nothing (void)
{
  g_auto(Sale) sale = sell ("EUR", 5000);
  g_autoptr(GVariant) payment = kept_get (sale.store, "payment", sale.payment);
  g_autoptr(KontorPayAnswer) closed = kontor_pay_answer_new ();
  g_autoptr(GError) error = NULL;

  kontor_payments_settle_payment (sale.store, payment, KONTOR_DEED_CLOSE, closed, NULL, &error);
  g_assert_no_error (error);
  assert_states (&sale, "unpaid", "expired");
  g_assert_cmpint (shop_count (sale.store, "SELECT SUM (amount_minor) FROM ledger"
                                           " WHERE entry = 'requested'"), ==, 0);
  tell (&sale, KONTOR_MONEY_PAID, "pi_1", 5000, NULL);
  assert_states (&sale, "paid", "paid");
}

static void
test_a_refund_may_be_told_before_what_it_gives_back (void)
{
  g_auto(Sale) sale = sell ("EUR", 5000);

  tell (&sale, KONTOR_MONEY_REFUNDED, "re_1", 2000, "pi_1");
  g_assert_cmpint (shop_count (sale.store, NET), ==, 0);
  tell (&sale, KONTOR_MONEY_PAID, "pi_1", 5000, NULL);
  tell (&sale, KONTOR_MONEY_REFUNDED, "re_1", 2000, "pi_1");
  assert_states (&sale, "part-refunded", "part-refunded");
  g_assert_cmpint (shop_count (sale.store, NET), ==, 3000);
}

static void
test_a_refund_that_failed_is_still_here (void)
{
  g_auto(Sale) sale = sell ("EUR", 5000);

  tell (&sale, KONTOR_MONEY_PAID, "pi_1", 5000, NULL);
  tell (&sale, KONTOR_MONEY_REFUNDED, "re_1", 5000, "pi_1");
  assert_states (&sale, "refunded", "refunded");
  tell (&sale, KONTOR_MONEY_REFUND_FAILED, "re_1", 5000, "pi_1");
  tell (&sale, KONTOR_MONEY_REFUNDED, "re_1", 5000, "pi_1");
  assert_states (&sale, "paid", "paid");
  tell (&sale, KONTOR_MONEY_REFUND_FAILED, "re_2", 100, "pi_1");
  tell (&sale, KONTOR_MONEY_REFUNDED, "re_2", 100, "pi_1");
  assert_states (&sale, "paid", "paid");
}

static void
test_what_others_were_paid_is_not_ours (void)
{
  g_auto(Sale) sale = sell ("EUR", 5000);
  g_autoptr(KontorMoneyEvent) event = shop_event (KONTOR_MONEY_PAID, "pi_9", 700, "EUR");

  event->link = g_strdup ("plink_of_the_web_shop");
  shop_tell (sale.store, event);
  assert_states (&sale, "link-sent", "open");
  g_assert_cmpint (shop_count (sale.store, NET), ==, 0);
}

static void
test_a_try_that_failed_is_told_once (void)
{
  g_auto(Sale) sale = sell ("EUR", 5000);

  tell (&sale, KONTOR_MONEY_FAILED, "pi_1", 0, NULL);
  tell (&sale, KONTOR_MONEY_FAILED, "pi_1", 0, NULL);
  assert_states (&sale, "link-sent", "open");
  g_assert_cmpint (shop_count (sale.store, "SELECT COUNT (*) FROM timeline WHERE event ="
                               " 'payment-failed' AND subject_kind = 'booking'"), ==, 1);
}

static void
assert_sum (GPtrArray *sums, guint at, const char *entry, gint64 minor, gint64 count)
{
  const char *currency;
  gint64 told;

  g_assert_cmpstr (kontor_record_get_text (sums->pdata[at], "entry"), ==, entry);
  g_assert_true (kontor_record_get_money (sums->pdata[at], "amount", &told, &currency));
  g_assert_cmpint (told, ==, minor);
  g_assert_cmpstr (currency, ==, "EUR");
  g_assert_cmpint (kontor_record_get_int (sums->pdata[at], "count", 0), ==, count);
}

static void
test_the_ledger_is_added_up_by_its_entries (void)
{
  g_auto(Sale) sale = sell ("EUR", 5000);
  g_autoptr(GVariant) later = kept_make ("{'at>=': <int64 9000000000000000>}");
  g_autoptr(GPtrArray) sums = NULL, none = NULL;
  g_autoptr(GError) error = NULL;

  tell (&sale, KONTOR_MONEY_PAID, "pi_1", 2000, NULL);
  tell (&sale, KONTOR_MONEY_PAID, "pi_2", 3000, NULL);
  tell (&sale, KONTOR_MONEY_REFUNDED, "re_1", 1000, "pi_1");
  sums = kontor_records_sum (sale.store, kontor_kind_find ("ledger"), NULL, "amount", "entry",
                             &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sums->len, ==, 3);
  assert_sum (sums, 0, "paid", 5000, 2);
  assert_sum (sums, 1, "refunded", 1000, 1);
  assert_sum (sums, 2, "requested", 5000, 1);
  none = kontor_records_sum (sale.store, kontor_kind_find ("ledger"), later, "amount", "entry",
                             &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (kontor_records_sum (sale.store, kontor_kind_find ("ledger"), NULL, "entry",
                                     "amount", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

/* The gateway's stand-in: what it took and gave back, and all it will ever tell. */
typedef struct {
  GPtrArray *events;
  gint64     net;
} Vendor;

static void
vendor_refund (Vendor *vendor, GRand *chance, const KontorMoneyEvent *paid)
{
  gint64 left = paid->minor;

  while (left > 0 && g_rand_boolean (chance))
    {
      gint64 minor = g_rand_boolean (chance) ? left : 1 + g_rand_int_range (chance, 0, left);
      g_autofree char *id = g_strdup_printf ("re_%u", vendor->events->len);
      KontorMoneyEvent *refund = shop_event (KONTOR_MONEY_REFUNDED, id, minor, paid->currency);

      refund->charge = g_strdup (paid->id);
      g_ptr_array_add (vendor->events, refund);
      if (g_rand_int_range (chance, 0, 4) == 0)
        {
          KontorMoneyEvent *failed = shop_event (KONTOR_MONEY_REFUND_FAILED, id, minor,
                                                 paid->currency);

          failed->charge = g_strdup (paid->id);
          g_ptr_array_add (vendor->events, failed);
          continue;
        }
      left -= minor;
      vendor->net -= minor;
    }
}

static void
vendor_take (Vendor *vendor, GRand *chance, const char *link, const char *currency, gint64 price)
{
  guint times = g_rand_int_range (chance, 0, 3);

  for (guint i = 0; i < times; i++)
    {
      g_autofree char *id = g_strdup_printf ("pi_%u", vendor->events->len);
      KontorMoneyEvent *paid = shop_event (KONTOR_MONEY_PAID, id,
                                           1 + g_rand_int_range (chance, 0, price), currency);

      paid->link = g_strdup (link);
      vendor->net += paid->minor;
      g_ptr_array_add (vendor->events, paid);
      vendor_refund (vendor, chance, paid);
    }
}

/* Everything is told at least once, in an order of its own, and some of it again and again. */
static void
vendor_tell_all (Vendor *vendor, GRand *chance, KontorStore *store)
{
  guint count = vendor->events->len;
  g_autofree guint *order = g_new (guint, 3 * count + 1);

  for (guint i = 0; i < count; i++)
    order[i] = i;
  for (guint i = count; i < 3 * count; i++)
    order[i] = g_rand_int_range (chance, 0, count);
  for (guint i = 3 * count; i > 1; i--)
    {
      guint other = g_rand_int_range (chance, 0, i), kept = order[i - 1];

      order[i - 1] = order[other];
      order[other] = kept;
    }
  for (guint i = 0; i < 3 * count; i++)
    shop_tell (store, vendor->events->pdata[order[i]]);
}

static void
play (GRand *chance, const char *currency, gint64 price)
{
  KontorStore *store = shop_open (currency, price);
  Vendor vendor = { .events = kontor_money_events_new () };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *booking = shop_book (store);
      g_autofree char *arguments = g_strdup_printf ("{'booking': <'%s'>}", booking);
      g_autofree char *payment = shop_do (store, "request-payment", arguments);
      g_autofree char *link = g_strdup_printf ("plink_%u", i);

      shop_link (store, payment, link);
      vendor_take (&vendor, chance, link, currency, price);
    }
  vendor_tell_all (&vendor, chance, store);
  g_assert_cmpint (shop_count (store, NET), ==, vendor.net);
  g_assert_cmpint (shop_count (store, "SELECT COALESCE (SUM (paid_minor - refunded_minor), 0)"
                               " FROM payment_view"), ==, vendor.net);
  g_ptr_array_unref (vendor.events);
  kontor_store_close (store);
}

static void
test_the_ledger_is_what_the_gateway_has (void)
{
  static const struct { const char *currency; gint64 price; } shops[] = {
    { "JPY", 12000 }, { "EUR", 4999 }, { "KWD", 12340 },
  };
  guint32 seed = g_test_rand_int ();
  GRand *chance = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 20; round++)
    for (guint i = 0; i < G_N_ELEMENTS (shops); i++)
      play (chance, shops[i].currency, shops[i].price);
  g_rand_free (chance);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kontor_clock_set_us (G_GINT64_CONSTANT (1795521600) * G_USEC_PER_SEC);

  g_test_add_func ("/told/a-payment-confirms-the-booking-and-counts-once",
                   test_a_payment_confirms_the_booking_and_counts_once);
  g_test_add_func ("/told/a-link-that-ends-asks-for-nothing-and-counts-what-comes-late",
                   test_a_link_that_ends_asks_for_nothing);
  g_test_add_func ("/told/parts-add-up", test_parts_add_up);
  g_test_add_func ("/told/a-refund-may-be-told-before-what-it-gives-back",
                   test_a_refund_may_be_told_before_what_it_gives_back);
  g_test_add_func ("/told/a-refund-that-failed-is-still-here",
                   test_a_refund_that_failed_is_still_here);
  g_test_add_func ("/told/what-others-were-paid-is-not-ours",
                   test_what_others_were_paid_is_not_ours);
  g_test_add_func ("/told/a-try-that-failed-is-told-once", test_a_try_that_failed_is_told_once);
  g_test_add_func ("/told/the-ledger-is-added-up-by-its-entries",
                   test_the_ledger_is_added_up_by_its_entries);
  g_test_add_func ("/told/the-ledger-is-what-the-gateway-has",
                   test_the_ledger_is_what_the_gateway_has);

  return g_test_run ();
}
