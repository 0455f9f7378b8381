/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "webhook.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

#define BODY \
  "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"419561257915477\"," \
  "\"changes\":[{\"value\":{\"messaging_product\":\"whatsapp\"," \
  "\"metadata\":{\"display_phone_number\":" \
  "\"15550783881\",\"phone_number_id\":\"106540352242922\"},\"contacts\":[{\"profile\":{\"name\":" \
  "\"%s\"},\"wa_id\":\"%s\"}],\"messages\":[{\"from\":\"%s\",\"id\":\"%s\",\"timestamp\":\"%" \
  G_GINT64_FORMAT "\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}]},\"field\":\"messages\"}]}]}"
#define HEAD \
  "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: facebookexternalua\r\n" \
  "Content-Type: application/json\r\nX-Hub-Signature-256: sha256=%s\r\n" \
  "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n"

static const char *const words[] = {
  "please", "car", "tomorrow", "airport", "hotel", "price", "two", "people", "morning", "driver",
  "bags", "cash", "card", "return", "flight", "delayed", "address", "thanks", "child", "seat",
  "invoice", "company", "late", "early", "marina", "tower", "street", "number", "call", "white",
  "large", "monday", "evening", "reserve", "change", "cancel", "confirm", "colour", "photo", "open",
};

/* Spreads numbers that follow each other; no two become the same. */
static guint64
spread (guint64 number)
{
  number *= G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  number ^= number >> 29;

  return number * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
}

/* Six words that many say, and one that few do. */
static void
fill_text (Webhook *self, guint64 number)
{
  guint64 dice = spread (number + 1) >> 4;
  gsize length = 0;

  for (guint i = 0; i < 6; i++)
    {
      length += g_snprintf (self->text + length, sizeof self->text - length, "%s ",
                            words[dice % G_N_ELEMENTS (words)]);
      dice /= G_N_ELEMENTS (words);
    }
  g_snprintf (self->text + length, sizeof self->text - length, "ref%05u", (guint) (number % 99991));
}

void
webhook_fill (Webhook *self, guint64 number, guint customer)
{
  g_snprintf (self->phone, sizeof self->phone, "97150%07u", customer % 10000000);
  g_snprintf (self->name, sizeof self->name, "Customer %u", customer);
  g_snprintf (self->id, sizeof self->id,
              "wamid.HBgMOTcxNTAwMDAwMDAwFQIAEhgU%016" G_GINT64_MODIFIER "X", spread (number));
  fill_text (self, number);
}

static char *
sign (const char *body, const char *secret, gboolean forged)
{
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  GString *hex = g_string_new (NULL);

  HMAC (EVP_sha256 (), secret, (int) strlen (secret), (const guint8 *) body, strlen (body), digest,
        &size);
  digest[0] ^= forged ? 1 : 0;
  for (guint i = 0; i < size; i++)
    g_string_append_printf (hex, "%02x", digest[i]);

  return g_string_free (hex, FALSE);
}

GBytes *
webhook_new_request (const Webhook *self, const char *path, const char *secret, gboolean forged)
{
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *body = g_strdup_printf (BODY, self->name, self->phone, self->phone, self->id,
                                           now_s, self->text);
  g_autofree char *signature = sign (body, secret, forged);
  g_autofree char *head = g_strdup_printf (HEAD, path, signature, strlen (body));
  char *whole = g_strconcat (head, body, NULL);

  return g_bytes_new_take (whole, strlen (whole));
}
