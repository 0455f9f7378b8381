/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may ask for money, how much, and what is refused before any gateway hears of it. */
#include "tests/payments/shop.h"

#include "base/clock.h"

static const KontorActor driver = { "teammate", "TM1", KONTOR_ROLE_FIELD, NULL };
static const KontorActor sales = { "teammate", "TM1", KONTOR_ROLE_SALES, NULL };
static const KontorActor ana = { "customer", "CT1", KONTOR_ROLE_CUSTOMER, "CT1" };
static const KontorActor ben = { "customer", "CT2", KONTOR_ROLE_CUSTOMER, "CT2" };

static void
refuse (KontorStore *store, const KontorActor *actor, const char *action, const char *arguments,
        KontorError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (shop_try (store, actor, action, arguments, &error));
  g_assert_error (error, KONTOR_ERROR, (int) code);
}

/* The amount that is asked for; −1 where it is refused. */
static gint64
ask (KontorStore *store, const char *booking, const char *more)
{
  g_autofree char *arguments = g_strdup_printf ("{'booking': <'%s'>%s}", booking, more);
  g_autoptr(GVariant) payment = shop_try (store, &kept_owner, "request-payment", arguments, NULL);
  gint64 minor = -1;
  const char *currency;

  if (payment != NULL)
    kontor_record_get_money (payment, "amount", &minor, &currency);

  return minor;
}

static void
test_parts_are_of_what_is_left (void)
{
  g_autoptr(KontorStore) store = shop_open ("KWD", 10000);
  g_autofree char *booking = shop_book (store), *other = shop_book (store);

  /* A third of 10.000, rounded up to what Stripe can say. */
  g_assert_cmpint (ask (store, booking, ", 'part': <'deposit'>"), ==, 3300);
  g_assert_cmpint (ask (store, booking, ", 'amount': <(int64 6701, 'KWD')>"), ==, -1);
  g_assert_cmpint (ask (store, booking, ", 'amount': <(int64 6710, 'KWD')>"), ==, -1);
  g_assert_cmpint (ask (store, booking, ", 'amount': <(int64 6700, 'KWD')>"), ==, 6700);
  g_assert_cmpint (ask (store, booking, ""), ==, -1);
  g_assert_cmpint (ask (store, other, ", 'amount': <(int64 100, 'EUR')>"), ==, -1);
  g_assert_cmpint (ask (store, other, ", 'amount': <(int64 0, 'KWD')>"), ==, -1);
  g_assert_cmpint (ask (store, other, ", 'part': <'whole'>"), ==, 10000);
}

static void
test_what_came_in_cash_is_not_asked_for (void)
{
  g_autoptr(KontorStore) store = shop_open ("EUR", 5000);
  g_autofree char *booking = shop_book (store);
  g_autofree char *paid = g_strdup_printf (
    "{'booking': <'%s'>, 'amount': <(int64 2000, 'EUR')>}", booking);

  g_free (shop_do (store, "mark-paid", paid));
  g_assert_cmpint (ask (store, booking, ", 'part': <'whole'>"), ==, -1);
  g_assert_cmpint (ask (store, booking, ", 'part': <'deposit'>"), ==, -1);
  g_assert_cmpint (ask (store, booking, ", 'part': <'rest'>"), ==, 3000);
}

static void
test_roles_are_kept (void)
{
  g_autoptr(KontorStore) store = shop_open ("EUR", 5000);
  g_autofree char *booking = shop_book (store);
  g_autofree char *ours = g_strdup_printf ("{'booking': <'%s'>}", booking);
  g_autofree char *payout = g_strdup (
    "{'account': <'PA1'>, 'amount': <(int64 100, 'EUR')>, 'sure': <true>}");
  g_autoptr(GVariant) payment = NULL;
  g_autoptr(GError) error = NULL;

  kept_add (store, "contact", "{'name': <'Ben'>}");
  refuse (store, &driver, "request-payment", ours, KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &ben, "request-payment", ours, KONTOR_ERROR_NOT_ALLOWED);
  payment = shop_try (store, &ana, "request-payment", ours, &error);
  g_assert_no_error (error);
  refuse (store, &sales, "refund-payment", "{'payment': <'PM1'>, 'sure': <true>}",
          KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &sales, "pay-out", payout, KONTOR_ERROR_NOT_ALLOWED);
}

static void
test_money_that_leaves_is_asked_for_twice (void)
{
  g_autoptr(KontorStore) store = shop_open ("EUR", 5000);
  g_autofree char *booking = shop_book (store);
  g_autoptr(KontorMoneyEvent) event = shop_event (KONTOR_MONEY_PAID, "pi_1", 5000, "EUR");

  g_assert_cmpint (ask (store, booking, ""), ==, 5000);
  shop_link (store, "PM1", "plink_1");
  refuse (store, &kept_owner, "refund-payment", "{'payment': <'PM1'>, 'sure': <true>}",
          KONTOR_ERROR_NOT_ALLOWED);
  event->link = g_strdup ("plink_1");
  shop_tell (store, event);
  refuse (store, &kept_owner, "refund-payment", "{'payment': <'PM1'>}", KONTOR_ERROR_BAD_INPUT);
  refuse (store, &kept_owner, "refund-payment",
          "{'payment': <'PM1'>, 'amount': <(int64 5001, 'EUR')>, 'sure': <true>}",
          KONTOR_ERROR_NOT_ALLOWED);
  g_free (shop_do (store, "refund-payment",
                   "{'payment': <'PM1'>, 'amount': <(int64 3000, 'EUR')>, 'sure': <true>}"));
  refuse (store, &kept_owner, "refund-payment",
          "{'payment': <'PM1'>, 'amount': <(int64 2001, 'EUR')>, 'sure': <true>}",
          KONTOR_ERROR_NOT_ALLOWED);
  refuse (store, &kept_owner, "pay-out",
          "{'account': <'PA1'>, 'amount': <(int64 100, 'EUR')>}", KONTOR_ERROR_BAD_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kontor_clock_set_us (G_GINT64_CONSTANT (1795521600) * G_USEC_PER_SEC);

  g_test_add_func ("/request/parts-are-of-what-is-left", test_parts_are_of_what_is_left);
  g_test_add_func ("/request/what-came-in-cash-is-not-asked-for",
                   test_what_came_in_cash_is_not_asked_for);
  g_test_add_func ("/request/roles-are-kept", test_roles_are_kept);
  g_test_add_func ("/request/money-that-leaves-is-asked-for-twice",
                   test_money_that_leaves_is_asked_for_twice);

  return g_test_run ();
}
