/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as the answer of every gateway to every wish, and as a webhook that was signed: an
 * error, or money that can be counted. The first byte chooses the status of the answer. */
#include <string.h>

#include "model/money.h"
#include "model/record.h"
#include "net/signature.h"
#include "payments/gateway.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define SECRET "a word"
#define NOW_S 1700000000

static void
check_event (const KontorMoneyEvent *event)
{
  gboolean has_amount = *event->currency != '\0';

  g_assert_true (event->id != NULL && g_utf8_validate (event->id, -1, NULL));
  g_assert_true (event->minor >= 0);
  g_assert_true (!has_amount || kontor_money_exponent (event->currency) >= 0);
  /* What moved has an amount. */
  g_assert_true (has_amount || event->kind == KONTOR_MONEY_FAILED ||
                 event->kind == KONTOR_MONEY_APPROVED || event->kind == KONTOR_MONEY_CLOSED);
}

static void
check_answer (const KontorDeed *deed, const KontorPayAnswer *answer)
{
  for (guint i = 0; i < answer->events->len; i++)
    check_event (answer->events->pdata[i]);
  g_assert_true (answer->next <= KONTOR_DEED_LIST);
  if (deed->kind == KONTOR_DEED_LINK && answer->next == KONTOR_DEED_NONE)
    g_assert_true (answer->remote != NULL && answer->link != NULL);
}

static void
hear (const KontorGateway *gateway, GVariant *settings, guint status, GBytes *body)
{
  const KontorReply reply = { .status = status, .body = body };

  for (KontorDeedKind kind = KONTOR_DEED_TOKEN; kind <= KONTOR_DEED_LIST; kind++)
    {
      g_autoptr(KontorDeed) deed = kontor_deed_new (kind, "key-1");
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorPayAnswer) answer = NULL;

      deed->until_us = NOW_S * (gint64) G_USEC_PER_SEC;
      answer = gateway->read (deed, settings, &reply, &error);
      g_assert_true ((answer == NULL) == (error != NULL));
      if (answer != NULL)
        check_answer (deed, answer);
    }
}

/* (transfer full): the webhook's own mark, as its vendor would make it. */
static GHashTable *
make_headers (const guint8 *data, gsize size)
{
  GHashTable *headers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *stamped = g_strdup_printf ("%d.", NOW_S), *with_time = NULL;
  g_autoptr(GByteArray) whole = g_byte_array_new ();

  g_byte_array_append (whole, (const guint8 *) stamped, strlen (stamped));
  g_byte_array_append (whole, data, size);
  with_time = g_compute_hmac_for_data (G_CHECKSUM_SHA256, (const guchar *) SECRET, strlen (SECRET),
                                       whole->data, whole->len);
  g_hash_table_insert (headers, (gpointer) "stripe-signature",
                       g_strdup_printf ("t=%d,v1=%s", NOW_S, with_time));
  g_hash_table_insert (headers, (gpointer) "x-razorpay-signature",
                       g_compute_hmac_for_data (G_CHECKSUM_SHA256, (const guchar *) SECRET,
                                                strlen (SECRET), data, size));

  return headers;
}

static void
knock (const KontorGateway *gateway, GVariant *settings, GHashTable *headers, GBytes *body)
{
  const KontorPayHook hook = { .body = body, .headers = headers,
                               .now_us = NOW_S * (gint64) G_USEC_PER_SEC };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = gateway->read_hook (&hook, settings, &error);

  g_assert_true ((events == NULL) == (error != NULL));
  for (guint i = 0; events != NULL && i < events->len; i++)
    check_event (events->pdata[i]);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const guint statuses[] = { 200, 201, 400, 401, 404, 422, 500 };
  g_autoptr(GVariant) settings = g_variant_ref_sink (g_variant_new_parsed (
    "{'x-secret-key': <'k'>, 'x-webhook-secret': <'" SECRET "'>, 'x-key-id': <'i'>,"
    " 'x-key-secret': <'k'>, 'x-account-number': <'1'>, 'x-client-id': <'i'>,"
    " 'x-client-secret': <'k'>, 'x-webhook-id': <'w'>}"));
  g_autoptr(GBytes) body = size > 0 ? g_bytes_new (data + 1, size - 1) : NULL;
  g_autoptr(GHashTable) headers = NULL;

  if (body == NULL)
    return 0;
  headers = make_headers (data + 1, size - 1);
  for (const KontorGateway *const *one = kontor_gateways_get_all (); *one != NULL; one++)
    {
      hear (*one, settings, statuses[data[0] % G_N_ELEMENTS (statuses)], body);
      knock (*one, settings, headers, body);
    }

  return 0;
}
