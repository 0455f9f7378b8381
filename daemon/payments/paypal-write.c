/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paypal-write.c — what PayPal is asked. The PayPal-Request-Id is the same for every asking for the
 * same; a capture has the order's own, as there is one for each order. */
#include "payments/paypal-inside.h"

#include <string.h>

#include "model/error.h"

static KontorQuestion *
ask (const char *method, GVariant *settings, const char *path, const char *token,
     const char *request_id, JsonObject *object)
{
  KontorQuestion *question = kontor_question_new (method, settings, KONTOR_PAYPAL_BASE, path);
  g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);

  kontor_question_add (question, "Authorization", bearer);
  if (request_id != NULL)
    kontor_question_add (question, "PayPal-Request-Id", request_id);
  if (object != NULL)
    {
      kontor_question_add (question, "Prefer", "return=representation");
      kontor_question_take_json (question, object);
    }

  return question;
}

static KontorQuestion *
ask_token (GVariant *settings, GError **error)
{
  const char *id = kontor_setting_get (settings, "x-client-id");
  const char *secret = kontor_setting_get (settings, "x-client-secret");
  KontorQuestion *question;
  GString *form;

  if (id == NULL || secret == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED,
                           "the account has no client id or no client secret; enter those that "
                           "PayPal shows under Apps & Credentials");
      return NULL;
    }
  question = kontor_question_new ("POST", settings, KONTOR_PAYPAL_BASE, "/v1/oauth2/token");
  kontor_question_add_basic (question, id, secret);
  form = g_string_new (NULL);
  kontor_form_add (form, "grant_type", "client_credentials");
  kontor_question_take_form (question, form);

  return question;
}

static JsonObject *
make_money (const char *code, const char *currency, const char *value)
{
  JsonObject *amount = json_object_new ();

  json_object_set_string_member (amount, code, currency);
  json_object_set_string_member (amount, "value", value);

  return amount;
}

static JsonObject *
make_experience (GVariant *settings)
{
  const char *page = kontor_setting_get (settings, "x-return-url");
  JsonObject *context = json_object_new (), *paypal = json_object_new ();
  JsonObject *source = json_object_new ();

  json_object_set_string_member (context, "shipping_preference", "NO_SHIPPING");
  json_object_set_string_member (context, "user_action", "PAY_NOW");
  if (page != NULL)
    {
      json_object_set_string_member (context, "return_url", page);
      json_object_set_string_member (context, "cancel_url", page);
    }
  json_object_set_object_member (paypal, "experience_context", context);
  json_object_set_object_member (source, "paypal", paypal);

  return source;
}

static KontorQuestion *
ask_order (const KontorDeed *deed, GVariant *settings, const char *token, const char *value)
{
  JsonObject *order = json_object_new (), *unit = json_object_new ();
  JsonArray *units = json_array_new ();

  json_object_set_string_member (unit, "custom_id", deed->key);
  json_object_set_string_member (unit, "description", deed->title);
  json_object_set_object_member (unit, "amount",
                                 make_money ("currency_code", deed->currency, value));
  json_array_add_object_element (units, unit);
  json_object_set_string_member (order, "intent", "CAPTURE");
  json_object_set_array_member (order, "purchase_units", units);
  json_object_set_object_member (order, "payment_source", make_experience (settings));

  return ask ("POST", settings, "/v2/checkout/orders", token, deed->key, order);
}

static KontorQuestion *
ask_capture (const KontorDeed *deed, GVariant *settings, const char *token)
{
  g_autofree char *path = g_strdup_printf ("/v2/checkout/orders/%s/capture", deed->remote);
  g_autofree char *once = g_strconcat ("capture-", deed->key, NULL);

  return ask ("POST", settings, path, token, once, json_object_new ());
}

static KontorQuestion *
ask_refund (const KontorDeed *deed, GVariant *settings, const char *token, const char *value)
{
  g_autofree char *path = g_strdup_printf ("/v2/payments/captures/%s/refund", deed->charge);
  JsonObject *refund = json_object_new ();

  json_object_set_object_member (refund, "amount",
                                 make_money ("currency_code", deed->currency, value));
  json_object_set_string_member (refund, "custom_id", deed->key);
  if (deed->note != NULL && *deed->note != '\0')
    {
      g_autofree char *note = g_utf8_substring (deed->note, 0,
                                                MIN (g_utf8_strlen (deed->note, -1), 255));

      json_object_set_string_member (refund, "note_to_payer", note);
    }

  return ask ("POST", settings, path, token, deed->key, refund);
}

static KontorQuestion *
ask_pay_out (const KontorDeed *deed, GVariant *settings, const char *token, const char *value,
             GError **error)
{
  const char *to = deed->destination;
  JsonObject *batch, *head, *item;
  JsonArray *items;

  if (to == NULL || *to == '\0')
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "destination: PayPal pays out to an e-mail address or a PayPal id");
      return NULL;
    }
  batch = json_object_new ();
  head = json_object_new ();
  item = json_object_new ();
  items = json_array_new ();
  json_object_set_string_member (head, "sender_batch_id", deed->key);
  json_object_set_string_member (item, "recipient_type",
                                 strchr (to, '@') != NULL ? "EMAIL" : "PAYPAL_ID");
  json_object_set_object_member (item, "amount", make_money ("currency", deed->currency, value));
  json_object_set_string_member (item, "receiver", to);
  json_object_set_string_member (item, "sender_item_id", deed->key);
  json_array_add_object_element (items, item);
  json_object_set_object_member (batch, "sender_batch_header", head);
  json_object_set_array_member (batch, "items", items);

  return ask ("POST", settings, "/v1/payments/payouts", token, deed->key, batch);
}

static KontorQuestion *
ask_one (const KontorDeed *deed, GVariant *settings, const char *token)
{
  const char *where = deed->kind == KONTOR_DEED_LOOK ? "/v2/checkout/orders"
                      : deed->kind == KONTOR_DEED_LOOK_REFUND ? "/v2/payments/refunds"
                                                              : "/v1/payments/payouts";
  g_autofree char *path = g_strdup_printf ("%s/%s", where, deed->remote);

  return ask ("GET", settings, path, token, NULL, NULL);
}

/* developer.paypal.com/docs/api/transaction-search/v1: 31 days at the most are told at once, so a
 * longer time is asked for in pieces: which of them, and the page of it. */
static KontorQuestion *
ask_statement (const KontorDeed *deed, GVariant *settings, const char *token)
{
  const char *page;
  guint piece = kontor_deed_get_place (deed, &page);
  gint64 from_us = deed->since_us + piece * KONTOR_PAYPAL_PIECE_US;
  gint64 to_us = MIN (from_us + KONTOR_PAYPAL_PIECE_US, deed->until_us);
  g_autoptr(GDateTime) from = g_date_time_new_from_unix_utc (from_us / G_USEC_PER_SEC);
  g_autoptr(GDateTime) to = g_date_time_new_from_unix_utc (to_us / G_USEC_PER_SEC - 1);
  g_autofree char *start = g_date_time_format (from, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *end = g_date_time_format (to, "%Y-%m-%dT%H:%M:%SZ"), *path = NULL;
  g_autoptr(GString) query = g_string_new (NULL);

  kontor_form_add (query, "start_date", start);
  kontor_form_add (query, "end_date", end);
  kontor_form_add (query, "fields", "transaction_info");
  kontor_form_add (query, "page_size", "100");
  kontor_form_add (query, "page", *page != '\0' ? page : "1");
  path = g_strconcat ("/v1/reporting/transactions?", query->str, NULL);

  return ask ("GET", settings, path, token, NULL, NULL);
}

/* The token itself is what a test of the keys is after; an order that nobody approves ends by
 * itself, and PayPal has nothing to end it sooner. */
KontorQuestion *
kontor_paypal_write (const KontorDeed *deed, GVariant *settings, const char *token, GError **error)
{
  gboolean moves = deed->kind == KONTOR_DEED_LINK || deed->kind == KONTOR_DEED_REFUND ||
                   deed->kind == KONTOR_DEED_PAY_OUT;
  g_autofree char *value = moves ? kontor_paypal_dup_value (deed->minor, deed->currency, error)
                                 : NULL;

  if (moves && value == NULL)
    return NULL;
  switch (deed->kind)
    {
    case KONTOR_DEED_TOKEN:
      return ask_token (settings, error);
    case KONTOR_DEED_LINK:
      return ask_order (deed, settings, token, value);
    case KONTOR_DEED_CAPTURE:
      return ask_capture (deed, settings, token);
    case KONTOR_DEED_REFUND:
      return ask_refund (deed, settings, token, value);
    case KONTOR_DEED_PAY_OUT:
      return ask_pay_out (deed, settings, token, value, error);
    case KONTOR_DEED_LOOK:
    case KONTOR_DEED_LOOK_REFUND:
    case KONTOR_DEED_LOOK_PAY_OUT:
      return ask_one (deed, settings, token);
    case KONTOR_DEED_LIST:
      return ask_statement (deed, settings, token);
    case KONTOR_DEED_NONE:
    case KONTOR_DEED_TEST:
    case KONTOR_DEED_FIND_LINK:
    case KONTOR_DEED_CLOSE:
    case KONTOR_DEED_FIND_REFUND:
    case KONTOR_DEED_FIND_PAY_OUT:
      break;
    }

  return NULL;
}
