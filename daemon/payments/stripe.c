/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stripe.c — Payment Links that can be paid once, events for what came of them. A link of this kind
 * has no end of its own, so it is switched off when its time is over; a page that was open then may
 * still be paid, and is counted. */
#include "payments/stripe-inside.h"

#include <string.h>

#include "model/error.h"
#include "model/money.h"
#include "net/signature.h"

/* docs.stripe.com/webhooks#verify-official-libraries: what is older may be a replay. */
#define TOLERANCE_S 300

static const KontorField settings_fields[] = {
  { "x-publishable-key", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Publishable key") },
  { "x-secret-key", KONTOR_FIELD_SECRET, KONTOR_FIELD_PLAIN, N_("Secret key") },
  { "x-webhook-secret", KONTOR_FIELD_SECRET, KONTOR_FIELD_PLAIN,
    N_("Signing secret of the webhook") },
  { "x-base-url", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Address of Stripe's API") },
  { NULL }
};

static const char *const hook_headers[] = { "stripe-signature", NULL };

const char *const kontor_stripe_event_types[] = {
  "checkout.session.completed", "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed", "payment_intent.payment_failed", "refund.created",
  "refund.updated", "refund.failed", "charge.refund.updated", "payout.paid", "payout.failed", NULL
};

const char *const kontor_stripe_lists[] = {
  "payment_intents", "refunds", "payouts", "transfers", NULL
};

/* Where Stripe counts otherwise than ISO 4217. */
static int
find_decimals (const char *currency)
{
  if (g_str_equal (currency, "ISK") || g_str_equal (currency, "UGX"))
    return 2;
  if (g_str_equal (currency, "MGA"))
    return 0;

  return kontor_money_exponent (currency);
}

gboolean
kontor_stripe_scale (gint64 minor, const char *currency, gint64 *scaled, GError **error)
{
  if (!kontor_pay_scale_to (minor, currency, find_decimals (currency), scaled, error))
    return FALSE;
  if (kontor_money_exponent (currency) != 3 || minor % 10 == 0)
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "Stripe takes %s in steps of 0.010 only; choose a rounder amount", currency);

  return FALSE;
}

gboolean
kontor_stripe_read_money (JsonObject *object, const char *name, gint64 *minor, char *currency)
{
  const char *code = kontor_json_get_text (object, "currency");
  gint64 scaled = kontor_json_get_int (object, name, -1);
  g_autofree char *capitals = code != NULL ? g_ascii_strup (code, -1) : NULL;

  if (capitals == NULL || strlen (capitals) != 3 || scaled < 0 ||
      kontor_money_exponent (capitals) < 0 ||
      !kontor_pay_scale_from (scaled, capitals, find_decimals (capitals), minor, NULL))
    return FALSE;
  g_strlcpy (currency, capitals, 4);

  return TRUE;
}

static gboolean
check (gint64 minor, const char *currency, GError **error)
{
  gint64 scaled;

  return kontor_stripe_scale (minor, currency, &scaled, error);
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, why);

  return FALSE;
}

/* "t=1700000000,v1=…,v1=…,v0=…": v0 is for tests of theirs and proves nothing. */
static gboolean
is_signed (const char *header, const char *secret, GBytes *body, gint64 now_us, GError **error)
{
  g_auto(GStrv) parts = g_strsplit (header, ",", -1);
  g_autoptr(GByteArray) signed_bytes = g_byte_array_new ();
  g_autoptr(GBytes) whole = NULL;
  const char *time = NULL;
  gint64 at_s = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (g_strstrip (parts[i]), "t="))
      time = parts[i] + 2;
  if (time == NULL || !g_ascii_string_to_signed (time, 10, 0, G_MAXINT64 / G_USEC_PER_SEC, &at_s,
                                                 NULL))
    return refuse (error, "the signature has no time");
  g_byte_array_append (signed_bytes, (const guint8 *) time, strlen (time));
  g_byte_array_append (signed_bytes, (const guint8 *) ".", 1);
  g_byte_array_append (signed_bytes, g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  whole = g_byte_array_free_to_bytes (g_steal_pointer (&signed_bytes));
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "v1=") &&
        kontor_signature_is_right (secret, whole, parts[i] + 3))
      return ABS (now_us / G_USEC_PER_SEC - at_s) <= TOLERANCE_S ||
             refuse (error, "it was signed more than five minutes ago, or the clock is wrong");

  return refuse (error, "it was not signed with the account's signing secret");
}

GPtrArray *
kontor_stripe_read_hook (const KontorPayHook *hook, GVariant *settings, GError **error)
{
  const char *header = g_hash_table_lookup (hook->headers, "stripe-signature");
  const char *secret = kontor_setting_get (settings, "x-webhook-secret");
  gsize size;
  const char *bytes = g_bytes_get_data (hook->body, &size);
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GPtrArray) events = NULL;
  KontorMoneyEvent *event;

  if (header == NULL || secret == NULL)
    {
      refuse (error, header == NULL ? "it was not signed" : "the account has no signing secret");
      return NULL;
    }
  if (!is_signed (header, secret, hook->body, hook->now_us, error))
    return NULL;
  root = kontor_json_parse (bytes, size, error);
  if (root == NULL)
    return NULL;
  events = kontor_money_events_new ();
  event = JSON_NODE_HOLDS_OBJECT (root) ? kontor_stripe_read_event (json_node_get_object (root))
                                        : NULL;
  if (event != NULL)
    g_ptr_array_add (events, event);

  return g_steal_pointer (&events);
}

const KontorGateway kontor_stripe_gateway = {
  .name = "stripe",
  .title = N_("Stripe"),
  .fields = settings_fields,
  .headers = hook_headers,
  .lists_pay_outs = TRUE,
  .check = check,
  .write = kontor_stripe_write,
  .read = kontor_stripe_read,
  .read_hook = kontor_stripe_read_hook,
};
