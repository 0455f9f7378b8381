/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paypal-hook.c — who signed a webhook: RSA with SHA-256 over "id|time|webhook id|CRC-32 of the
 * body", by a certificate that lies at PayPal's own addresses, and nowhere else
 * (developer.paypal.com/api/rest/webhooks/rest/#link-selfverification). */
#include "payments/paypal-inside.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <string.h>

#include "model/error.h"

#define TOLERANCE_US (3 * 24 * 3600 * (gint64) G_USEC_PER_SEC)
#define ALGORITHM "SHA256withRSA"

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, why);

  return FALSE;
}

/* Over https and of paypal.com; or beside the API that the settings name. */
static gboolean
is_their_place (const char *url, GVariant *settings)
{
  const char *base = kontor_setting_get (settings, "x-base-url");
  g_autoptr(GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  g_autoptr(GUri) own = base != NULL ? g_uri_parse (base, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' || g_uri_get_userinfo (uri) != NULL)
    return FALSE;
  if (g_str_equal (g_uri_get_scheme (uri), "https") && g_uri_get_port (uri) == -1 &&
      (g_ascii_strcasecmp (host, "paypal.com") == 0 ||
       (strlen (host) > 11 && g_ascii_strcasecmp (host + strlen (host) - 11, ".paypal.com") == 0)))
    return TRUE;

  return own != NULL && g_strcmp0 (g_uri_get_host (own), host) == 0 &&
         g_uri_get_port (own) == g_uri_get_port (uri) &&
         g_str_equal (g_uri_get_scheme (own), g_uri_get_scheme (uri));
}

char *
kontor_paypal_dup_certificate_url (const KontorPayHook *hook, GVariant *settings, GError **error)
{
  const char *url = g_hash_table_lookup (hook->headers, "paypal-cert-url");

  if (url != NULL && is_their_place (url, settings))
    return g_strdup (url);
  refuse (error, "it names no certificate of PayPal's");

  return NULL;
}

/* The one of zip and Ethernet (ISO 3309). */
static guint32
compute_crc (GBytes *body)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (body, &size);
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }

  return ~crc;
}

/* @now_s: it must be valid then. */
static EVP_PKEY *
read_key (const char *certificate, gint64 now_us)
{
  BIO *bio = BIO_new_mem_buf (certificate, -1);
  X509 *x509 = bio != NULL ? PEM_read_bio_X509 (bio, NULL, NULL, NULL) : NULL;
  time_t now = now_us / G_USEC_PER_SEC;
  EVP_PKEY *key = NULL;

  if (x509 != NULL && X509_cmp_time (X509_get0_notBefore (x509), &now) < 0 &&
      X509_cmp_time (X509_get0_notAfter (x509), &now) > 0)
    key = X509_get_pubkey (x509);
  X509_free (x509);
  BIO_free (bio);

  return key;
}

static gboolean
verify (EVP_PKEY *key, const char *text, const char *signature)
{
  gsize size = 0;
  g_autofree guint8 *raw = g_base64_decode (signature, &size);
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gboolean fine = EVP_PKEY_get_base_id (key) == EVP_PKEY_RSA &&
    EVP_DigestVerifyInit (context, NULL, EVP_sha256 (), NULL, key) == 1 &&
    EVP_DigestVerify (context, raw, size, (const guint8 *) text, strlen (text)) == 1;

  EVP_MD_CTX_free (context);

  return fine;
}

static gboolean
is_signed (const KontorPayHook *hook, GVariant *settings, GError **error)
{
  const char *id = g_hash_table_lookup (hook->headers, "paypal-transmission-id");
  const char *time = g_hash_table_lookup (hook->headers, "paypal-transmission-time");
  const char *signature = g_hash_table_lookup (hook->headers, "paypal-transmission-sig");
  const char *algorithm = g_hash_table_lookup (hook->headers, "paypal-auth-algo");
  const char *webhook = kontor_setting_get (settings, "x-webhook-id");
  g_autoptr(GDateTime) at = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  g_autofree char *text = NULL;
  EVP_PKEY *key;
  gboolean fine;

  if (webhook == NULL)
    return refuse (error, "the account has no webhook id");
  if (id == NULL || at == NULL || signature == NULL || hook->certificate == NULL ||
      g_strcmp0 (algorithm, ALGORITHM) != 0)
    return refuse (error, "it was not signed as PayPal signs");
  if (ABS (hook->now_us - g_date_time_to_unix (at) * G_USEC_PER_SEC) > TOLERANCE_US)
    return refuse (error, "it was signed more than three days ago, or the clock is wrong");
  key = read_key (hook->certificate, hook->now_us);
  if (key == NULL)
    return refuse (error, "the certificate is none, or not valid now");
  text = g_strdup_printf ("%s|%s|%s|%u", id, time, webhook, compute_crc (hook->body));
  fine = verify (key, text, signature);
  EVP_PKEY_free (key);

  return fine || refuse (error, "it was not signed by PayPal for the account's webhook id");
}

static KontorMoneyEvent *
read_approved (JsonObject *order)
{
  KontorMoneyEvent *event = kontor_money_event_new (KONTOR_MONEY_APPROVED,
                                                    kontor_json_get_text (order, "id"));

  event->link = g_strdup (event->id);

  return event;
}

static KontorMoneyEvent *
read_item (JsonObject *resource, gboolean done)
{
  JsonObject *item = kontor_json_get_object (resource, "payout_item");
  const char *batch = kontor_json_get_text (resource, "payout_batch_id");
  g_autoptr(KontorMoneyEvent) event = kontor_money_event_new (done ? KONTOR_MONEY_OUT
                                                              : KONTOR_MONEY_OUT_FAILED, batch);

  event->key = g_strdup (kontor_json_get_text (item, "sender_item_id"));
  event->reason = g_strdup (kontor_json_get_text (kontor_json_get_object (resource, "errors"),
                                                  "message"));
  if (batch == NULL || !kontor_paypal_read_money (kontor_json_get_object (item, "amount"),
                                                  &event->minor, event->currency))
    return NULL;

  return g_steal_pointer (&event);
}

/* (transfer full) (nullable) */
static KontorMoneyEvent *
read_event (JsonObject *object)
{
  const char *type = kontor_json_get_text (object, "event_type");
  JsonObject *resource = kontor_json_get_object (object, "resource");

  if (type == NULL || resource == NULL)
    return NULL;
  if (g_str_equal (type, "CHECKOUT.ORDER.APPROVED"))
    return read_approved (resource);
  if (g_str_equal (type, "PAYMENT.CAPTURE.REFUNDED"))
    return kontor_paypal_read_refund (resource);
  if (g_str_has_prefix (type, "PAYMENT.CAPTURE."))
    return kontor_paypal_read_capture (resource, NULL);
  if (g_str_equal (type, "PAYMENT.PAYOUTS-ITEM.SUCCEEDED"))
    return read_item (resource, TRUE);
  if (g_str_equal (type, "PAYMENT.PAYOUTS-ITEM.FAILED") ||
      g_str_equal (type, "PAYMENT.PAYOUTS-ITEM.RETURNED") ||
      g_str_equal (type, "PAYMENT.PAYOUTS-ITEM.BLOCKED") ||
      g_str_equal (type, "PAYMENT.PAYOUTS-ITEM.CANCELED"))
    return read_item (resource, FALSE);

  return NULL;
}

GPtrArray *
kontor_paypal_read_hook (const KontorPayHook *hook, GVariant *settings, GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (hook->body, &size);
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GPtrArray) events = NULL;
  KontorMoneyEvent *event;

  if (!is_signed (hook, settings, error))
    return NULL;
  root = kontor_json_parse (bytes, size, error);
  if (root == NULL)
    return NULL;
  events = kontor_money_events_new ();
  event = JSON_NODE_HOLDS_OBJECT (root) ? read_event (json_node_get_object (root)) : NULL;
  if (event != NULL && event->id != NULL)
    g_ptr_array_add (events, event);
  else
    g_clear_pointer (&event, kontor_money_event_free);

  return g_steal_pointer (&events);
}
