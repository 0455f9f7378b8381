/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paypal.c — orders that the customer approves and we capture, refunds of captures, and pay-outs.
 * Amounts are decimal texts. */
#include "payments/paypal-inside.h"

#include <string.h>

#include "model/error.h"
#include "model/money.h"

/* developer.paypal.com/docs/api/orders/v2: an order that nobody approved ends by itself. */
#define LONGEST_S (6 * 3600)

static const KontorField settings_fields[] = {
  { "x-client-id", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Client id") },
  { "x-client-secret", KONTOR_FIELD_SECRET, KONTOR_FIELD_PLAIN, N_("Client secret") },
  { "x-webhook-id", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Webhook id") },
  { "x-return-url", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Page to show after paying") },
  { "x-base-url", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Address of PayPal's API") },
  { NULL }
};

static const char *const hook_headers[] = {
  "paypal-transmission-id", "paypal-transmission-time", "paypal-transmission-sig",
  "paypal-cert-url", "paypal-auth-algo", NULL
};

/* developer.paypal.com/api/rest/reference/currency-codes */
static const char *const currencies[] = {
  "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "EUR", "HKD", "HUF", "ILS", "JPY", "MYR", "MXN", "TWD",
  "NZD", "NOK", "PHP", "PLN", "GBP", "SGD", "SEK", "CHF", "THB", "USD", NULL
};

static int
find_decimals (const char *currency)
{
  static const char *const whole[] = { "HUF", "JPY", "TWD", NULL };

  return g_strv_contains (whole, currency) ? 0 : 2;
}

char *
kontor_paypal_dup_value (gint64 minor, const char *currency, GError **error)
{
  gint64 scaled;

  if (!g_strv_contains (currencies, currency))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "PayPal does not take %s",
                   currency);
      return NULL;
    }
  if (!kontor_pay_scale_to (minor, currency, find_decimals (currency), &scaled, error))
    return NULL;

  return kontor_pay_dup_decimal (scaled, find_decimals (currency));
}

gboolean
kontor_paypal_read_money (JsonObject *amount, gint64 *minor, char *currency)
{
  const char *code = kontor_json_get_text (amount, "currency_code");
  gint64 scaled;

  if (code == NULL)
    code = kontor_json_get_text (amount, "currency");
  if (code == NULL || !g_strv_contains (currencies, code) ||
      !kontor_pay_read_decimal (kontor_json_get_text (amount, "value"), find_decimals (code),
                                &scaled) ||
      !kontor_pay_scale_from (scaled, code, find_decimals (code), minor, NULL))
    return FALSE;
  g_strlcpy (currency, code, 4);

  return TRUE;
}

static gboolean
check (gint64 minor, const char *currency, GError **error)
{
  g_autofree char *value = kontor_paypal_dup_value (minor, currency, error);

  return value != NULL;
}

const KontorGateway kontor_paypal_gateway = {
  .name = "paypal",
  .title = N_("PayPal"),
  .fields = settings_fields,
  .headers = hook_headers,
  .needs_token = TRUE,
  .longest_s = LONGEST_S,
  .check = check,
  .write = kontor_paypal_write,
  .read = kontor_paypal_read,
  .dup_certificate_url = kontor_paypal_dup_certificate_url,
  .read_hook = kontor_paypal_read_hook,
};
