/* SPDX-License-Identifier: GPL-3.0-or-later */
/* razorpay.c — payment links with our key as their reference, which Razorpay takes once; refunds
 * and RazorpayX payouts with idempotency keys of their own. The smallest gateway. */
#include "payments/razorpay-inside.h"

#include "model/error.h"
#include "model/money.h"
#include "net/signature.h"

static const KontorField settings_fields[] = {
  { "x-key-id", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Key id") },
  { "x-key-secret", KONTOR_FIELD_SECRET, KONTOR_FIELD_PLAIN, N_("Key secret") },
  { "x-webhook-secret", KONTOR_FIELD_SECRET, KONTOR_FIELD_PLAIN, N_("Secret of the webhook") },
  { "x-account-number", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN,
    N_("RazorpayX account that pays out") },
  { "x-base-url", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Address of Razorpay's API") },
  { NULL }
};

static const char *const hook_headers[] = { "x-razorpay-signature", NULL };

/* razorpay.com/docs/payments/international-payments: subunits; of three decimals the last is 0. */
static gboolean
check (gint64 minor, const char *currency, GError **error)
{
  int decimals = kontor_money_exponent (currency);

  if (decimals >= 0 && (decimals < 3 || minor % 10 == 0))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "Razorpay takes %s in steps of 0.010 only; choose a rounder amount", currency);

  return FALSE;
}

static GPtrArray *
read_hook (const KontorPayHook *hook, GVariant *settings, GError **error)
{
  const char *mark = g_hash_table_lookup (hook->headers, "x-razorpay-signature");
  const char *secret = kontor_setting_get (settings, "x-webhook-secret");
  gsize size;
  const char *bytes = g_bytes_get_data (hook->body, &size);
  g_autoptr(JsonNode) root = NULL;

  if (!kontor_signature_is_right (secret, hook->body, mark))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, secret == NULL
                           ? "the account has no secret of the webhook"
                           : "it was not signed with the account's secret");
      return NULL;
    }
  root = kontor_json_parse (bytes, size, error);
  if (root == NULL)
    return NULL;

  return JSON_NODE_HOLDS_OBJECT (root) ? kontor_razorpay_read_event (json_node_get_object (root))
                                       : kontor_money_events_new ();
}

const KontorGateway kontor_razorpay_gateway = {
  .name = "razorpay",
  .title = N_("Razorpay"),
  .fields = settings_fields,
  .headers = hook_headers,
  .lists_pay_outs = TRUE,
  .check = check,
  .write = kontor_razorpay_write,
  .read = kontor_razorpay_read,
  .read_hook = read_hook,
};
