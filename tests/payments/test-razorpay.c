/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Razorpay: what is asked, what answers mean, and who signed a webhook. The signature was made with
 * another program. */
#include "tests/payments/gateway-words.h"

#define SETTINGS "{'x-key-id': <'rzp_test_1'>, 'x-key-secret': <'secret'>," \
                 " 'x-webhook-secret': <'hook'>, 'x-account-number': <'7878780080316316'>}"
#define HEAD "Authorization: Basic cnpwX3Rlc3RfMTpzZWNyZXQ=\n"
#define LINK "{\"id\":\"plink_1\",\"currency\":\"INR\",\"reference_id\":\"key-1\"," \
             "\"status\":\"%s\",\"short_url\":\"https://rzp.io/i/1\",\"payments\":[%s]}"
#define PAID "{\"event\":\"payment_link.paid\",\"payload\":{\"payment_link\":{\"entity\":{" \
             "\"id\":\"plink_1\",\"reference_id\":\"key-1\",\"currency\":\"INR\"}},\"payment\":{" \
             "\"entity\":{\"id\":\"pay_1\",\"amount\":25000,\"currency\":\"INR\"," \
             "\"status\":\"captured\",\"created_at\":1700000000}}}}"
#define MARK "f2341c4923b9f7880e5e07d5100385fc14d18f80275e7f3863613c2f80bc7dd0"

static void
ask (KontorDeedKind kind, const char *wanted)
{
  g_autoptr(KontorDeed) deed = words_deed (kind, 25000, "INR");
  g_autofree char *text = NULL;

  deed->destination = g_strdup ("fa_1");
  text = words_ask ("razorpay", SETTINGS, deed, NULL);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_every_wish_has_its_words (void)
{
  ask (KONTOR_DEED_TEST, "GET https://api.razorpay.com/v1/payment_links?count=1\n" HEAD);
  ask (KONTOR_DEED_LINK, "POST https://api.razorpay.com/v1/payment_links\n" HEAD
       "application/json\n\n{\"amount\":25000,\"currency\":\"INR\",\"accept_partial\":false,"
       "\"expire_by\":1700086400,\"reference_id\":\"key-1\","
       "\"description\":\"BK000001 Ride & more\",\"notify\":{\"sms\":false,\"email\":false},"
       "\"reminder_enable\":false,\"notes\":{\"kontor\":\"key-1\"}}");
  ask (KONTOR_DEED_FIND_LINK,
       "GET https://api.razorpay.com/v1/payment_links?reference_id=key-1\n" HEAD);
  ask (KONTOR_DEED_LOOK, "GET https://api.razorpay.com/v1/payment_links/remote_1\n" HEAD);
  ask (KONTOR_DEED_CLOSE, "POST https://api.razorpay.com/v1/payment_links/remote_1/cancel\n" HEAD);
  ask (KONTOR_DEED_REFUND, "POST https://api.razorpay.com/v1/payments/charge_1/refund\n" HEAD
       "X-Refund-Idempotency: key-1\napplication/json\n\n{\"amount\":25000,\"speed\":\"normal\","
       "\"receipt\":\"key-1\",\"notes\":{\"kontor\":\"key-1\"}}");
  ask (KONTOR_DEED_PAY_OUT, "POST https://api.razorpay.com/v1/payouts\n" HEAD
       "X-Payout-Idempotency: key-1\napplication/json\n\n"
       "{\"account_number\":\"7878780080316316\",\"fund_account_id\":\"fa_1\",\"amount\":25000,"
       "\"currency\":\"INR\",\"mode\":\"IMPS\",\"purpose\":\"payout\","
       "\"queue_if_low_balance\":true,\"reference_id\":\"key-1\","
       "\"notes\":{\"kontor\":\"key-1\"}}");
}

static KontorPayAnswer *
hear (KontorDeedKind kind, guint status, const char *body, GError **error)
{
  g_autoptr(KontorDeed) deed = words_deed (kind, 25000, "INR");

  return words_hear ("razorpay", SETTINGS, deed, status, body, error);
}

static void
test_a_link_tells_what_was_paid_by_it (void)
{
  g_autofree char *body = g_strdup_printf (LINK, "paid",
    "{\"payment_id\":\"pay_1\",\"amount\":\"25000\",\"status\":\"captured\"},"
    "{\"payment_id\":\"pay_0\",\"amount\":\"25000\",\"status\":\"failed\"}");
  g_autoptr(KontorPayAnswer) answer = hear (KONTOR_DEED_LOOK, 200, body, NULL);
  g_autofree char *over = g_strdup_printf (LINK, "expired", "");
  g_autoptr(KontorPayAnswer) ended = hear (KONTOR_DEED_LOOK, 200, over, NULL);

  words_assert_events (answer->events, "paid pay_1 25000 INR - plink_1 key-1");
  g_assert_cmpint (answer->state, ==, KONTOR_DEED_DONE);
  g_assert_cmpint (ended->state, ==, KONTOR_DEED_FAILED);
}

static void
test_a_link_made_before_is_found_by_its_reference (void)
{
  g_autofree char *link = g_strdup_printf (LINK, "created", "");
  g_autofree char *list = g_strdup_printf ("{\"payment_links\":[%s]}", link);
  g_autoptr(KontorPayAnswer) found = hear (KONTOR_DEED_FIND_LINK, 200, list, NULL);
  g_autoptr(KontorPayAnswer) none = hear (KONTOR_DEED_FIND_LINK, 200, "{\"payment_links\":[]}",
                                          NULL);
  g_autoptr(KontorPayAnswer) taken = hear (KONTOR_DEED_LINK, 400,
    "{\"error\":{\"description\":\"payment link with given reference_id (key-1) already exists\"}}",
    NULL);

  g_assert_cmpstr (found->link, ==, "https://rzp.io/i/1");
  g_assert_cmpint (found->next, ==, KONTOR_DEED_NONE);
  g_assert_cmpint (none->next, ==, KONTOR_DEED_LINK);
  g_assert_cmpint (taken->next, ==, KONTOR_DEED_FIND_LINK);
}

static void
test_refunds_and_payouts_come_to_an_end (void)
{
  g_autoptr(KontorPayAnswer) pending = hear (KONTOR_DEED_REFUND, 200,
    "{\"id\":\"rfnd_1\",\"status\":\"pending\"}", NULL);
  g_autoptr(KontorPayAnswer) done = hear (KONTOR_DEED_LOOK_REFUND, 200,
    "{\"id\":\"rfnd_1\",\"status\":\"processed\",\"payment_id\":\"pay_1\",\"amount\":100,"
    "\"currency\":\"INR\",\"notes\":{\"kontor\":\"key-1\"}}", NULL);
  g_autoptr(KontorPayAnswer) back = hear (KONTOR_DEED_LOOK_PAY_OUT, 200,
    "{\"id\":\"pout_1\",\"status\":\"reversed\",\"amount\":100,\"currency\":\"INR\","
    "\"reference_id\":\"key-1\"}", NULL);

  g_assert_cmpint (pending->state, ==, KONTOR_DEED_PENDING);
  words_assert_events (done->events, "refunded rfnd_1 100 INR pay_1 - key-1");
  words_assert_events (back->events, "out-failed pout_1 100 INR - - key-1");
}

static void
knock (const char *mark, const char *body, const char *settings, const char *wanted)
{
  const char *const headers[] = { "x-razorpay-signature", mark, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = words_knock ("razorpay", settings, headers, body, strlen (body), 0,
                                             NULL, &error);

  if (wanted == NULL)
    g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  else
    words_assert_events (events, wanted);
}

static void
test_what_razorpay_signed_is_believed_and_nothing_else (void)
{
  knock (MARK, PAID, SETTINGS, "paid pay_1 25000 INR - plink_1 key-1");
  knock (MARK, PAID, "{'x-webhook-secret': <'hool'>}", NULL);
  knock (MARK, PAID, "{'x-key-id': <'rzp_test_1'>}", NULL);
  for (gsize i = 0; i < strlen (PAID); i++)
    {
      g_autofree char *body = g_strdup (PAID);

      body[i] ^= 1;
      knock (MARK, body, SETTINGS, NULL);
    }
}

static void
test_a_statement_is_lists_of_a_hundred (void)
{
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_LIST, 0, "INR");
  const char *payer = "{'x-key-id': <'i'>, 'x-key-secret': <'s'>, 'x-account-number': <'7878'>}";
  const char *taker = "{'x-key-id': <'i'>, 'x-key-secret': <'s'>}";
  g_autoptr(GString) full = g_string_new ("{\"items\":[");
  g_autofree char *first = NULL, *payouts = NULL;
  g_autoptr(KontorPayAnswer) page = NULL, refunds = NULL, with = NULL;

  deed->until_us = G_GINT64_CONSTANT (1700086400) * G_USEC_PER_SEC;
  first = words_ask ("razorpay", payer, deed, NULL);
  g_assert_true (g_str_has_prefix (first, "GET https://api.razorpay.com/v1/payments?from=1700000000"
                                   "&to=1700086399&count=100&skip=0\n"));
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (full, "%s{\"id\":\"pay_%u\",\"status\":\"captured\",\"amount\":5,"
                            "\"currency\":\"INR\"}", i > 0 ? "," : "", i);
  g_string_append (full, "]}");
  page = words_hear ("razorpay", payer, deed, 200, full->str, NULL);
  g_assert_cmpuint (page->events->len, ==, 100);
  g_assert_cmpstr (page->cursor, ==, "0:100");
  deed->cursor = g_strdup ("1:");
  refunds = words_hear ("razorpay", taker, deed, 200, "{\"items\":[{\"id\":\"rfnd_1\","
    "\"payment_id\":\"pay_1\",\"status\":\"processed\",\"amount\":3,\"currency\":\"INR\"}]}", NULL);
  words_assert_events (refunds->events, "refunded rfnd_1 3 INR pay_1 - -");
  g_assert_cmpint (refunds->next, ==, KONTOR_DEED_NONE);
  with = words_hear ("razorpay", payer, deed, 200, "{\"items\":[]}", NULL);
  g_assert_cmpstr (with->cursor, ==, "2:");
  g_free (deed->cursor);
  deed->cursor = g_strdup (with->cursor);
  payouts = words_ask ("razorpay", payer, deed, NULL);
  g_assert_nonnull (strstr (payouts, "/v1/payouts?"));
  g_assert_nonnull (strstr (payouts, "&account_number=7878\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/razorpay/every-wish-has-its-words", test_every_wish_has_its_words);
  g_test_add_func ("/razorpay/a-link-tells-what-was-paid-by-it",
                   test_a_link_tells_what_was_paid_by_it);
  g_test_add_func ("/razorpay/a-statement-is-lists-of-a-hundred",
                   test_a_statement_is_lists_of_a_hundred);
  g_test_add_func ("/razorpay/a-link-made-before-is-found-by-its-reference",
                   test_a_link_made_before_is_found_by_its_reference);
  g_test_add_func ("/razorpay/refunds-and-payouts-come-to-an-end",
                   test_refunds_and_payouts_come_to_an_end);
  g_test_add_func ("/razorpay/what-razorpay-signed-is-believed-and-nothing-else",
                   test_what_razorpay_signed_is_believed_and_nothing_else);

  return g_test_run ();
}
