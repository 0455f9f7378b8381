/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PayPal: what is asked, what answers mean, and who signed a webhook, by a certificate that is made
 * here. */
#include "tests/payments/gateway-words.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#define SETTINGS "{'x-client-id': <'id'>, 'x-client-secret': <'secret'>," \
                 " 'x-webhook-id': <'WH-1'>}"
#define BASE "https://api-m.paypal.com"
#define HEAD "Authorization: Bearer T\n"
#define JSON "Prefer: return=representation\napplication/json\n\n"
#define CERTIFICATE "https://api.paypal.com/v1/notifications/certs/CERT-1"
#define TIME "2023-11-14T22:13:20Z"
#define NOW_S 1700000000
#define CAPTURED \
  "{\"id\":\"WH-E-1\",\"event_type\":\"PAYMENT.CAPTURE.COMPLETED\",\"resource\":{\"id\":\"CAP1\"," \
  "\"status\":\"COMPLETED\",\"custom_id\":\"key-1\",\"amount\":{\"currency_code\":\"EUR\"," \
  "\"value\":\"250.00\"},\"supplementary_data\":{\"related_ids\":{\"order_id\":\"ORDER1\"}}}}"

static void
ask (KontorDeedKind kind, const char *wanted)
{
  g_autoptr(KontorDeed) deed = words_deed (kind, 25000, "EUR");
  g_autofree char *text = NULL;

  deed->destination = g_strdup ("omar@example.com");
  text = words_ask ("paypal", SETTINGS, deed, "T");
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_every_wish_has_its_words (void)
{
  ask (KONTOR_DEED_TOKEN, "POST " BASE "/v1/oauth2/token\nAuthorization: Basic aWQ6c2VjcmV0\n"
       "application/x-www-form-urlencoded\n\ngrant_type=client_credentials");
  ask (KONTOR_DEED_LINK, "POST " BASE "/v2/checkout/orders\n" HEAD "PayPal-Request-Id: key-1\n" JSON
       "{\"intent\":\"CAPTURE\",\"purchase_units\":[{\"custom_id\":\"key-1\","
       "\"description\":\"BK000001 Ride & more\",\"amount\":{\"currency_code\":\"EUR\","
       "\"value\":\"250.00\"}}],\"payment_source\":{\"paypal\":{\"experience_context\":{"
       "\"shipping_preference\":\"NO_SHIPPING\",\"user_action\":\"PAY_NOW\"}}}}");
  ask (KONTOR_DEED_CAPTURE, "POST " BASE "/v2/checkout/orders/remote_1/capture\n" HEAD
       "PayPal-Request-Id: capture-key-1\n" JSON "{}");
  ask (KONTOR_DEED_LOOK, "GET " BASE "/v2/checkout/orders/remote_1\n" HEAD);
  ask (KONTOR_DEED_REFUND, "POST " BASE "/v2/payments/captures/charge_1/refund\n" HEAD
       "PayPal-Request-Id: key-1\n" JSON "{\"amount\":{\"currency_code\":\"EUR\","
       "\"value\":\"250.00\"},\"custom_id\":\"key-1\"}");
  ask (KONTOR_DEED_PAY_OUT, "POST " BASE "/v1/payments/payouts\n" HEAD
       "PayPal-Request-Id: key-1\n" JSON "{\"sender_batch_header\":{\"sender_batch_id\":\"key-1\"},"
       "\"items\":[{\"recipient_type\":\"EMAIL\",\"amount\":{\"currency\":\"EUR\","
       "\"value\":\"250.00\"},\"receiver\":\"omar@example.com\",\"sender_item_id\":\"key-1\"}]}");
  ask (KONTOR_DEED_CLOSE, NULL);
}

static void
test_amounts_are_decimal_texts (void)
{
  static const struct { gint64 minor; const char *currency, *value; } cases[] = {
    { 1250, "USD", "\"12.50\"" }, { 1200, "JPY", "\"1200\"" }, { 120000, "HUF", "\"1200\"" },
    { 5, "EUR", "\"0.05\"" },
  };
  const KontorGateway *paypal = kontor_gateway_find ("paypal");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_REFUND, cases[i].minor,
                                               cases[i].currency);
      g_autofree char *text = words_ask ("paypal", SETTINGS, deed, "T");

      g_assert_nonnull (strstr (text, cases[i].value));
    }
  g_assert_false (paypal->check (120050, "HUF", NULL));
  g_assert_false (paypal->check (1000, "KWD", NULL));
}

static KontorPayAnswer *
hear (KontorDeedKind kind, guint status, const char *body, GError **error)
{
  g_autoptr(KontorDeed) deed = words_deed (kind, 25000, "EUR");

  return words_hear ("paypal", SETTINGS, deed, status, body, error);
}

static void
test_an_order_goes_from_its_link_to_its_capture (void)
{
  g_autoptr(KontorPayAnswer) made = hear (KONTOR_DEED_LINK, 200,
    "{\"id\":\"ORDER1\",\"status\":\"PAYER_ACTION_REQUIRED\",\"links\":[{\"rel\":\"self\","
    "\"href\":\"x\"},{\"rel\":\"payer-action\",\"href\":\"https://paypal.com/pay\"}]}", NULL);
  g_autoptr(KontorPayAnswer) agreed = hear (KONTOR_DEED_LOOK, 200,
    "{\"id\":\"ORDER1\",\"status\":\"APPROVED\",\"purchase_units\":[{}]}", NULL);
  g_autoptr(KontorPayAnswer) paid = hear (KONTOR_DEED_CAPTURE, 201,
    "{\"id\":\"ORDER1\",\"status\":\"COMPLETED\",\"purchase_units\":[{\"payments\":{\"captures\":["
    "{\"id\":\"CAP1\",\"status\":\"COMPLETED\",\"custom_id\":\"key-1\",\"amount\":{"
    "\"currency_code\":\"EUR\",\"value\":\"250.00\"}}]}}]}", NULL);
  g_autoptr(KontorPayAnswer) twice = hear (KONTOR_DEED_CAPTURE, 422,
    "{\"details\":[{\"issue\":\"ORDER_ALREADY_CAPTURED\"}]}", NULL);
  g_autoptr(KontorPayAnswer) gone = hear (KONTOR_DEED_LOOK, 404, "{}", NULL);

  g_assert_cmpstr (made->remote, ==, "ORDER1");
  g_assert_cmpstr (made->link, ==, "https://paypal.com/pay");
  g_assert_cmpint (agreed->next, ==, KONTOR_DEED_CAPTURE);
  words_assert_events (paid->events, "paid CAP1 25000 EUR - ORDER1 key-1");
  g_assert_cmpint (twice->next, ==, KONTOR_DEED_LOOK);
  g_assert_cmpint (gone->state, ==, KONTOR_DEED_FAILED);
}

static void
test_what_is_over_is_not_captured (void)
{
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_LOOK, 25000, "EUR");
  g_autoptr(KontorPayAnswer) answer = NULL;

  deed->closed = TRUE;
  answer = words_hear ("paypal", SETTINGS, deed, 200, "{\"id\":\"O\",\"status\":\"APPROVED\"}",
                       NULL);
  g_assert_cmpint (answer->next, ==, KONTOR_DEED_NONE);
}

static void
test_refunds_and_payouts_come_to_an_end (void)
{
  g_autoptr(KontorPayAnswer) refund = hear (KONTOR_DEED_REFUND, 201,
    "{\"id\":\"REF1\",\"status\":\"COMPLETED\",\"custom_id\":\"key-1\",\"amount\":{"
    "\"currency_code\":\"EUR\",\"value\":\"1.00\"},\"links\":[{\"rel\":\"up\",\"href\":"
    "\"https://api-m.paypal.com/v2/payments/captures/CAP1\"}]}", NULL);
  g_autoptr(KontorPayAnswer) batch = hear (KONTOR_DEED_PAY_OUT, 201,
    "{\"batch_header\":{\"payout_batch_id\":\"B1\",\"batch_status\":\"PENDING\"}}", NULL);
  g_autoptr(KontorPayAnswer) paid = hear (KONTOR_DEED_LOOK_PAY_OUT, 200,
    "{\"batch_header\":{\"payout_batch_id\":\"B1\",\"batch_status\":\"SUCCESS\"},\"items\":[{"
    "\"transaction_status\":\"SUCCESS\"}]}", NULL);
  g_autoptr(KontorPayAnswer) again = hear (KONTOR_DEED_PAY_OUT, 400,
    "{\"name\":\"USER_BUSINESS_ERROR\",\"links\":[{\"rel\":\"self\",\"href\":"
    "\"https://api-m.paypal.com/v1/payments/payouts/B1\"}]}", NULL);

  words_assert_events (refund->events, "refunded REF1 100 EUR CAP1 - key-1");
  g_assert_cmpint (batch->state, ==, KONTOR_DEED_PENDING);
  g_assert_cmpint (paid->state, ==, KONTOR_DEED_DONE);
  g_assert_cmpstr (again->remote, ==, "B1");
}

/* A key and its certificate, as PayPal has them. */
static EVP_PKEY *
make_certificate (char **pem)
{
  EVP_PKEY *key = EVP_RSA_gen (2048);
  X509 *x509 = X509_new ();
  BIO *bio = BIO_new (BIO_s_mem ());
  char *data;
  long size;

  ASN1_INTEGER_set (X509_get_serialNumber (x509), 1);
  ASN1_TIME_set (X509_getm_notBefore (x509), NOW_S - 1000);
  ASN1_TIME_set (X509_getm_notAfter (x509), NOW_S + 1000);
  X509_set_pubkey (x509, key);
  X509_sign (x509, key, EVP_sha256 ());
  PEM_write_bio_X509 (bio, x509);
  size = BIO_get_mem_data (bio, &data);
  *pem = g_strndup (data, size);
  X509_free (x509);
  BIO_free (bio);

  return key;
}

static char *
sign (EVP_PKEY *key, const char *text)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  guint8 mark[512];
  gsize size = sizeof mark;

  EVP_DigestSignInit (context, NULL, EVP_sha256 (), NULL, key);
  g_assert_cmpint (EVP_DigestSign (context, mark, &size, (const guint8 *) text, strlen (text)), ==,
                   1);
  EVP_MD_CTX_free (context);

  return g_base64_encode (mark, size);
}

/* What is wrong in @settings, @body, @time, @at_s is refused; @wanted: NULL for that. */
static void
knock (const char *pem, const char *mark, const char *settings, const char *body, const char *time,
       gint64 at_s, const char *wanted)
{
  const char *const headers[] = {
    "paypal-transmission-id", "T-1", "paypal-transmission-time", time, "paypal-transmission-sig",
    mark, "paypal-cert-url", CERTIFICATE, "paypal-auth-algo", "SHA256withRSA", NULL
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = words_knock ("paypal", settings, headers, body, strlen (body), at_s,
                                             pem, &error);

  if (wanted == NULL)
    g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  else
    words_assert_events (events, wanted);
}

static void
test_what_paypal_signed_is_believed_and_nothing_else (void)
{
  g_autofree char *pem = NULL, *other_pem = NULL, *mark = NULL, *body = g_strdup (CAPTURED);
  EVP_PKEY *key = make_certificate (&pem), *other = make_certificate (&other_pem);

  /* The CRC-32 of CAPTURED, by another program. */
  mark = sign (key, "T-1|" TIME "|WH-1|45958714");
  knock (pem, mark, SETTINGS, body, TIME, NOW_S, "paid CAP1 25000 EUR - ORDER1 key-1");
  knock (other_pem, mark, SETTINGS, body, TIME, NOW_S, NULL);
  knock ("no certificate", mark, SETTINGS, body, TIME, NOW_S, NULL);
  knock (NULL, mark, SETTINGS, body, TIME, NOW_S, NULL);
  knock (pem, mark, "{'x-webhook-id': <'WH-2'>}", body, TIME, NOW_S, NULL);
  knock (pem, mark, "{'x-client-id': <'id'>}", body, TIME, NOW_S, NULL);
  knock (pem, mark, SETTINGS, body, "2023-11-14T22:13:21Z", NOW_S, NULL);
  knock (pem, mark, SETTINGS, body, TIME, NOW_S + 1001, NULL);
  knock (pem, "AAAA", SETTINGS, body, TIME, NOW_S, NULL);
  for (gsize i = 0; i < strlen (body); i += 7)
    {
      body[i] ^= 1;
      knock (pem, mark, SETTINGS, body, TIME, NOW_S, NULL);
      body[i] ^= 1;
    }
  EVP_PKEY_free (key);
  EVP_PKEY_free (other);
}

static gboolean
is_believed (const char *url, const char *settings)
{
  g_autoptr(GHashTable) headers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GVariant) given = g_variant_ref_sink (g_variant_new_parsed (settings));
  const KontorPayHook hook = { .headers = headers };
  g_autofree char *found = NULL;

  g_hash_table_insert (headers, (gpointer) "paypal-cert-url", (gpointer) url);
  found = kontor_gateway_find ("paypal")->dup_certificate_url (&hook, given, NULL);

  return found != NULL;
}

static void
test_a_certificate_comes_from_paypal_alone (void)
{
  static const char *const wrong[] = {
    "http://api.paypal.com/cert", "https://paypal.com.evil.example/cert",
    "https://evilpaypal.com/c",
    "https://api.paypal.com@evil.example/cert", "https://api.paypal.com:8443/cert",
    "https://x@api.paypal.com/cert", "file:///etc/passwd", "", "//api.paypal.com/cert",
  };

  g_assert_true (is_believed (CERTIFICATE, SETTINGS));
  g_assert_true (is_believed ("https://api.sandbox.paypal.com/c", SETTINGS));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (is_believed (wrong[i], SETTINGS));
  g_assert_true (is_believed ("http://127.0.0.1:9/c", "{'x-base-url': <'http://127.0.0.1:9'>}"));
  g_assert_false (is_believed ("http://127.0.0.1:8/c", "{'x-base-url': <'http://127.0.0.1:9'>}"));
}

/* 40 days are two pieces, of which no line is asked for twice. */
static void
test_a_statement_is_asked_for_in_pieces (void)
{
  g_autoptr(KontorDeed) deed = words_deed (KONTOR_DEED_LIST, 0, "EUR");
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr(KontorPayAnswer) page = NULL, end = NULL, last = NULL;

  deed->until_us = deed->since_us + 40 * 86400 * (gint64) G_USEC_PER_SEC;
  first = words_ask ("paypal", SETTINGS, deed, "T");
  g_assert_cmpstr (first, ==, "GET " BASE "/v1/reporting/transactions?start_date=2023-11-14T22%3A13"
                   "%3A20Z&end_date=2023-12-15T22%3A13%3A19Z&fields=transaction_info&page_size=100"
                   "&page=1\n" HEAD);
  page = words_hear ("paypal", SETTINGS, deed, 200,
    "{\"total_pages\":2,\"transaction_details\":[{\"transaction_info\":"
    "{\"transaction_id\":\"CAP1\","
    "\"transaction_event_code\":\"T0006\",\"transaction_status\":\"S\",\"custom_field\":\"key-1\","
    "\"transaction_amount\":{\"currency_code\":\"EUR\",\"value\":\"250.00\"}}},"
    "{\"transaction_info\":{\"transaction_id\":\"REF1\",\"transaction_event_code\":\"T1107\","
    "\"transaction_status\":\"S\",\"paypal_reference_id\":\"CAP1\",\"transaction_amount\":"
    "{\"currency_code\":\"EUR\",\"value\":\"-10.00\"}}},{\"transaction_info\":{\"transaction_id\":"
    "\"FEE1\",\"transaction_event_code\":\"T0001\",\"transaction_status\":\"S\","
    "\"transaction_amount\":{\"currency_code\":\"EUR\",\"value\":\"-5.00\"}}}]}", NULL);
  words_assert_events (page->events, "paid CAP1 25000 EUR - - key-1\n"
                       "refunded REF1 1000 EUR CAP1 - -");
  g_assert_cmpstr (page->cursor, ==, "0:2");
  deed->cursor = g_strdup (page->cursor);
  end = words_hear ("paypal", SETTINGS, deed, 200, "{\"total_pages\":2}", NULL);
  g_assert_cmpstr (end->cursor, ==, "1:");
  g_free (deed->cursor);
  deed->cursor = g_strdup (end->cursor);
  second = words_ask ("paypal", SETTINGS, deed, "T");
  g_assert_nonnull (strstr (second, "start_date=2023-12-15T22%3A13%3A20Z&"
                            "end_date=2023-12-24T22%3A13%3A19Z&"));
  last = words_hear ("paypal", SETTINGS, deed, 200, "{\"total_pages\":1}", NULL);
  g_assert_cmpint (last->next, ==, KONTOR_DEED_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paypal/every-wish-has-its-words", test_every_wish_has_its_words);
  g_test_add_func ("/paypal/amounts-are-decimal-texts", test_amounts_are_decimal_texts);
  g_test_add_func ("/paypal/an-order-goes-from-its-link-to-its-capture",
                   test_an_order_goes_from_its_link_to_its_capture);
  g_test_add_func ("/paypal/what-is-over-is-not-captured", test_what_is_over_is_not_captured);
  g_test_add_func ("/paypal/refunds-and-payouts-come-to-an-end",
                   test_refunds_and_payouts_come_to_an_end);
  g_test_add_func ("/paypal/a-statement-is-asked-for-in-pieces",
                   test_a_statement_is_asked_for_in_pieces);
  g_test_add_func ("/paypal/what-paypal-signed-is-believed-and-nothing-else",
                   test_what_paypal_signed_is_believed_and_nothing_else);
  g_test_add_func ("/paypal/a-certificate-comes-from-paypal-alone",
                   test_a_certificate_comes_from_paypal_alone);

  return g_test_run ();
}
