/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stripe: what is asked, what answers mean, and who signed a webhook. The signature was made with
 * another program. */
#include "tests/payments/gateway-words.h"

#define SETTINGS "{'x-secret-key': <'sk_test_1'>, 'x-webhook-secret': <'whsec_test'>}"
#define LIVE "{'x-secret-key': <'sk_live_1'>}"
#define HEAD "Authorization: Bearer sk_test_1\nStripe-Version: 2026-10-28.endive\n"
#define FORM "application/x-www-form-urlencoded\n\n"
#define SESSION \
  "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"checkout.session.completed\",\"data\":" \
  "{\"object\":{\"id\":\"cs_1\",\"created\":1700000000,\"payment_intent\":\"pi_1\"," \
  "\"payment_link\":\"plink_1\",\"payment_status\":\"paid\",\"amount_total\":25000," \
  "\"currency\":\"aed\",\"metadata\":{\"kontor\":\"key-1\"}}}}"
#define SIGNED_AT 1700000000
#define MARK "9d56871f05dabebe0d8d8bf548e86696d21126166a8e5a8ad3e8aafadd400650"

static void
ask (KontorDeedKind kind, const char *wanted)
{
  g_autoptr(KontorDeed) deed = words_deed (kind, 25000, "AED");
  g_autofree char *text = words_ask ("stripe", SETTINGS, deed, NULL);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_every_wish_has_its_words (void)
{
  ask (KONTOR_DEED_TEST, "GET https://api.stripe.com/v1/payment_links?limit=1\n" HEAD);
  ask (KONTOR_DEED_LINK, "POST https://api.stripe.com/v1/payment_links\n" HEAD
       "Idempotency-Key: key-1\n" FORM "line_items[0][price_data][currency]=aed&"
       "line_items[0][price_data][unit_amount]=25000&"
       "line_items[0][price_data][product_data][name]=BK000001%20Ride%20%26%20more&"
       "line_items[0][quantity]=1&restrictions[completed_sessions][limit]=1&"
       "payment_intent_data[metadata][kontor]=key-1&metadata[kontor]=key-1&metadata[payment]=PM1");
  ask (KONTOR_DEED_CLOSE, "POST https://api.stripe.com/v1/payment_links/remote_1\n" HEAD FORM
       "active=false");
  ask (KONTOR_DEED_REFUND, "POST https://api.stripe.com/v1/refunds\n" HEAD
       "Idempotency-Key: key-1\n" FORM "payment_intent=charge_1&amount=25000&"
       "reason=requested_by_customer&metadata[kontor]=key-1");
  ask (KONTOR_DEED_FIND_REFUND,
       "GET https://api.stripe.com/v1/refunds?payment_intent=charge_1&limit=100\n" HEAD);
  ask (KONTOR_DEED_LOOK_REFUND, "GET https://api.stripe.com/v1/refunds/remote_1\n" HEAD);
  ask (KONTOR_DEED_PAY_OUT, "POST https://api.stripe.com/v1/payouts\n" HEAD
       "Idempotency-Key: key-1\n" FORM "amount=25000&currency=aed&metadata[kontor]=key-1");
  ask (KONTOR_DEED_FIND_LINK, NULL);
}

static void
test_to_another_account_money_is_transferred (void)
{
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_PAY_OUT, 1200, "JPY");
  g_autofree char *text = NULL;

  deed->destination = g_strdup ("acct_1");
  text = words_ask ("stripe", SETTINGS, deed, NULL);
  g_assert_nonnull (strstr (text, "/v1/transfers\n"));
  g_assert_nonnull (strstr (text, "amount=1200&currency=jpy&destination=acct_1&"));
}

static void
test_a_base_address_is_a_setting (void)
{
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_TEST, 0, "AED");
  g_autofree char *text =
    words_ask ("stripe", "{'x-secret-key': <'k'>, 'x-base-url': <'http://127.0.0.1:1/'>}", deed,
               NULL);

  g_assert_true (g_str_has_prefix (text, "GET http://127.0.0.1:1/v1/payment_links?limit=1\n"));
}

static void
test_a_link_comes_with_its_id (void)
{
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_LINK, 25000, "AED");
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorPayAnswer) answer = words_hear ("stripe", LIVE, deed, 200,
    "{\"id\":\"plink_1\",\"url\":\"https://buy.stripe.com/1\"}", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (answer->remote, ==, "plink_1");
  g_assert_cmpstr (answer->link, ==, "https://buy.stripe.com/1");
  g_assert_cmpstr (answer->mode, ==, "live");
}

static void
test_events_are_found_by_looking (void)
{
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_LOOK, 25000, "AED");
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorPayAnswer) answer = words_hear ("stripe", SETTINGS, deed, 200,
    "{\"data\":[" SESSION ",{\"id\":\"evt_2\",\"type\":\"refund.updated\",\"data\":{\"object\":"
    "{\"id\":\"re_1\",\"payment_intent\":\"pi_1\",\"amount\":100,\"currency\":\"aed\","
    "\"status\":\"succeeded\",\"metadata\":{}}}},{\"id\":\"evt_3\",\"type\":\"refund.created\","
    "\"data\":{\"object\":{\"id\":\"re_2\",\"status\":\"pending\"}}}],\"has_more\":true}", &error);

  g_assert_no_error (error);
  words_assert_events (answer->events, "paid pi_1 25000 AED - plink_1 key-1\n"
                       "refunded re_1 100 AED pi_1 - -");
  g_assert_cmpint (answer->next, ==, KONTOR_DEED_LOOK);
  g_assert_cmpstr (answer->cursor, ==, "evt_3");
}

static void
test_a_statement_is_four_lists (void)
{
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_LIST, 0, "AED");
  g_autofree char *first = NULL, *later = NULL;
  g_autoptr(KontorPayAnswer) page = NULL, payouts = NULL, last = NULL;

  deed->until_us = G_GINT64_CONSTANT (1700086400) * G_USEC_PER_SEC;
  first = words_ask ("stripe", SETTINGS, deed, NULL);
  g_assert_true (g_str_has_prefix (first, "GET https://api.stripe.com/v1/payment_intents?"
                                   "created[gte]=1700000000&created[lt]=1700086400&limit=100\n"));
  page = words_hear ("stripe", SETTINGS, deed, 200,
    "{\"has_more\":true,\"data\":[{\"id\":\"pi_1\",\"status\":\"succeeded\",\"currency\":\"aed\","
    "\"amount_received\":500},{\"id\":\"pi_2\",\"status\":\"canceled\"}]}", NULL);
  words_assert_events (page->events, "paid pi_1 500 AED - - -");
  g_assert_cmpstr (page->cursor, ==, "0:pi_2");
  deed->cursor = g_strdup ("2:");
  payouts = words_hear ("stripe", SETTINGS, deed, 200,
    "{\"has_more\":false,\"data\":[{\"id\":\"po_bank\",\"status\":\"paid\",\"currency\":\"aed\","
    "\"amount\":9},{\"id\":\"po_1\",\"status\":\"paid\",\"currency\":\"aed\",\"amount\":7,"
    "\"metadata\":{\"kontor\":\"key-2\"}}]}", NULL);
  words_assert_events (payouts->events, "out po_1 7 AED - - key-2");
  g_assert_cmpstr (payouts->cursor, ==, "3:");
  g_free (deed->cursor);
  deed->cursor = g_strdup ("3:tr_1");
  later = words_ask ("stripe", SETTINGS, deed, NULL);
  g_assert_nonnull (strstr (later, "/v1/transfers?"));
  g_assert_nonnull (strstr (later, "&starting_after=tr_1\n"));
  last = words_hear ("stripe", SETTINGS, deed, 200, "{\"data\":[]}", NULL);
  g_assert_cmpint (last->next, ==, KONTOR_DEED_NONE);
}

static void
test_what_was_made_before_is_found_again (void)
{
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_FIND_REFUND, 100, "AED");
  g_autoptr(KontorPayAnswer) found = words_hear ("stripe", SETTINGS, deed, 200,
    "{\"data\":[{\"id\":\"re_1\",\"payment_intent\":\"pi_1\",\"amount\":100,\"currency\":\"aed\","
    "\"status\":\"succeeded\",\"metadata\":{\"kontor\":\"key-1\"}}]}", NULL);
  g_autoptr(KontorPayAnswer) none = words_hear ("stripe", SETTINGS, deed, 200, "{\"data\":[]}",
                                                NULL);

  g_assert_cmpint (found->next, ==, KONTOR_DEED_NONE);
  words_assert_events (found->events, "refunded re_1 100 AED pi_1 - key-1");
  g_assert_cmpint (none->next, ==, KONTOR_DEED_REFUND);
}

static void
test_a_refusal_says_whether_it_may_have_happened (void)
{
  static const struct { guint status; KontorError code; } cases[] = {
    { 400, KONTOR_ERROR_NOT_ALLOWED }, { 401, KONTOR_ERROR_NOT_LINKED },
    { 402, KONTOR_ERROR_NOT_ALLOWED }, { 403, KONTOR_ERROR_NOT_LINKED },
    { 409, KONTOR_ERROR_TRY_LATER }, { 429, KONTOR_ERROR_TRY_LATER },
    { 500, KONTOR_ERROR_UNKNOWN }, { 503, KONTOR_ERROR_UNKNOWN },
  };
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_LINK, 25000, "AED");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (words_hear ("stripe", SETTINGS, deed, cases[i].status,
                                 "{\"error\":{\"message\":\"No\"}}", &error));
      g_assert_error (error, KONTOR_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, "Stripe: No");
    }
}

static GPtrArray *
knock (const char *header, const char *body, const char *settings, gint64 now_s, GError **error)
{
  const char *const headers[] = { "stripe-signature", header, NULL };

  return words_knock ("stripe", settings, headers, body, strlen (body), now_s, NULL, error);
}

static void
test_what_stripe_signed_is_believed (void)
{
  static const char *const fine[] = {
    "t=1700000000,v1=" MARK, "t=1700000000,v0=00,v1=00,v1=" MARK, "v1=" MARK ", t=1700000000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    for (int shift = -300; shift <= 300; shift += 300)
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) events = knock (fine[i], SESSION, SETTINGS, SIGNED_AT + shift, &error);

        g_assert_no_error (error);
        words_assert_events (events, "paid pi_1 25000 AED - plink_1 key-1");
      }
}

static void
refuse (const char *header, const char *body, const char *settings, gint64 now_s)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (knock (header, body, settings, now_s, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
}

static void
test_one_byte_one_second_or_one_secret_wrong_is_refused (void)
{
  static const char right[] = "t=1700000000,v1=" MARK;

  for (gsize i = 0; i < strlen (SESSION); i++)
    {
      g_autofree char *body = g_strdup (SESSION);

      body[i] ^= 1;
      refuse (right, body, SETTINGS, SIGNED_AT);
    }
  refuse ("t=1700000001,v1=" MARK, SESSION, SETTINGS, SIGNED_AT);
  refuse ("t=1699999999,v1=" MARK, SESSION, SETTINGS, SIGNED_AT);
  refuse (right, SESSION, SETTINGS, SIGNED_AT + 301);
  refuse (right, SESSION, SETTINGS, SIGNED_AT - 301);
  refuse (right, SESSION, "{'x-webhook-secret': <'whsec_tesu'>}", SIGNED_AT);
  refuse (right, SESSION, "{'x-secret-key': <'sk_test_1'>}", SIGNED_AT);
  refuse ("t=1700000000,v0=" MARK, SESSION, SETTINGS, SIGNED_AT);
  refuse ("v1=" MARK, SESSION, SETTINGS, SIGNED_AT);
  refuse ("t=,v1=" MARK, SESSION, SETTINGS, SIGNED_AT);
  refuse ("t=1700000000", SESSION, SETTINGS, SIGNED_AT);
  refuse ("", SESSION, SETTINGS, SIGNED_AT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stripe/every-wish-has-its-words", test_every_wish_has_its_words);
  g_test_add_func ("/stripe/to-another-account-money-is-transferred",
                   test_to_another_account_money_is_transferred);
  g_test_add_func ("/stripe/a-base-address-is-a-setting", test_a_base_address_is_a_setting);
  g_test_add_func ("/stripe/a-link-comes-with-its-id", test_a_link_comes_with_its_id);
  g_test_add_func ("/stripe/events-are-found-by-looking", test_events_are_found_by_looking);
  g_test_add_func ("/stripe/a-statement-is-four-lists", test_a_statement_is_four_lists);
  g_test_add_func ("/stripe/what-was-made-before-is-found-again",
                   test_what_was_made_before_is_found_again);
  g_test_add_func ("/stripe/a-refusal-says-whether-it-may-have-happened",
                   test_a_refusal_says_whether_it_may_have_happened);
  g_test_add_func ("/stripe/what-stripe-signed-is-believed", test_what_stripe_signed_is_believed);
  g_test_add_func ("/stripe/one-byte-one-second-or-one-secret-wrong-is-refused",
                   test_one_byte_one_second_or_one_secret_wrong_is_refused);

  return g_test_run ();
}
