/* SPDX-License-Identifier: GPL-3.0-or-later */
/* razorpay-write.c — what Razorpay is asked (razorpay.com/docs/api): JSON, basic credentials. */
#include "payments/razorpay-inside.h"

#include "model/error.h"

static KontorQuestion *
ask (const char *method, GVariant *settings, const char *path, JsonObject *object)
{
  KontorQuestion *question = kontor_question_new (method, settings, KONTOR_RAZORPAY_BASE, path);

  kontor_question_add_basic (question, kontor_setting_get (settings, "x-key-id"),
                             kontor_setting_get (settings, "x-key-secret"));
  if (object != NULL)
    kontor_question_take_json (question, object);

  return question;
}

static void
add_notes (JsonObject *object, const KontorDeed *deed)
{
  JsonObject *notes = json_object_new ();

  json_object_set_string_member (notes, "kontor", deed->key);
  json_object_set_object_member (object, "notes", notes);
}

/* Kontor itself writes to the customer. */
static KontorQuestion *
ask_link (const KontorDeed *deed, GVariant *settings)
{
  JsonObject *link = json_object_new (), *notify = json_object_new ();

  json_object_set_int_member (link, "amount", deed->minor);
  json_object_set_string_member (link, "currency", deed->currency);
  json_object_set_boolean_member (link, "accept_partial", FALSE);
  json_object_set_int_member (link, "expire_by", deed->expires_us / G_USEC_PER_SEC);
  json_object_set_string_member (link, "reference_id", deed->key);
  json_object_set_string_member (link, "description", deed->title);
  json_object_set_boolean_member (notify, "sms", FALSE);
  json_object_set_boolean_member (notify, "email", FALSE);
  json_object_set_object_member (link, "notify", notify);
  json_object_set_boolean_member (link, "reminder_enable", FALSE);
  add_notes (link, deed);

  return ask ("POST", settings, "/v1/payment_links", link);
}

static KontorQuestion *
ask_refund (const KontorDeed *deed, GVariant *settings)
{
  g_autofree char *path = g_strdup_printf ("/v1/payments/%s/refund", deed->charge);
  JsonObject *refund = json_object_new ();
  KontorQuestion *question;

  json_object_set_int_member (refund, "amount", deed->minor);
  json_object_set_string_member (refund, "speed", "normal");
  json_object_set_string_member (refund, "receipt", deed->key);
  add_notes (refund, deed);
  question = ask ("POST", settings, path, refund);
  kontor_question_add (question, "X-Refund-Idempotency", deed->key);

  return question;
}

static KontorQuestion *
ask_pay_out (const KontorDeed *deed, GVariant *settings, GError **error)
{
  const char *account = kontor_setting_get (settings, "x-account-number");
  JsonObject *payout;
  KontorQuestion *question;

  if (account == NULL || deed->destination == NULL || *deed->destination == '\0')
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, account == NULL
                           ? "the account has no RazorpayX account number to pay out from"
                           : "destination: Razorpay pays out to a fund account (fa_…)");
      return NULL;
    }
  payout = json_object_new ();
  json_object_set_string_member (payout, "account_number", account);
  json_object_set_string_member (payout, "fund_account_id", deed->destination);
  json_object_set_int_member (payout, "amount", deed->minor);
  json_object_set_string_member (payout, "currency", deed->currency);
  json_object_set_string_member (payout, "mode", "IMPS");
  json_object_set_string_member (payout, "purpose", "payout");
  json_object_set_boolean_member (payout, "queue_if_low_balance", TRUE);
  json_object_set_string_member (payout, "reference_id", deed->key);
  add_notes (payout, deed);
  question = ask ("POST", settings, "/v1/payouts", payout);
  kontor_question_add (question, "X-Payout-Idempotency", deed->key);

  return question;
}

static KontorQuestion *
ask_path (const char *method, GVariant *settings, const char *form, const char *what)
{
  g_autofree char *escaped = g_uri_escape_string (what, NULL, FALSE);
  g_autoptr(GString) path = g_string_new (form);

  g_string_replace (path, "{}", escaped, 1);

  return ask (method, settings, path->str, NULL);
}

/* One list after the other, a hundred lines at a time. */
static KontorQuestion *
ask_statement (const KontorDeed *deed, GVariant *settings)
{
  static const char *const lists[] = { "payments", "refunds", "payouts" };
  const char *skip;
  guint which = kontor_deed_get_place (deed, &skip);
  g_autoptr(GString) query = g_string_new (NULL);
  g_autofree char *path = NULL;

  kontor_form_add_int (query, "from", deed->since_us / G_USEC_PER_SEC);
  kontor_form_add_int (query, "to", deed->until_us / G_USEC_PER_SEC - 1);
  kontor_form_add_int (query, "count", KONTOR_RAZORPAY_PAGE);
  kontor_form_add (query, "skip", *skip != '\0' ? skip : "0");
  if (which == 2)
    kontor_form_add (query, "account_number", kontor_setting_get (settings, "x-account-number"));
  path = g_strdup_printf ("/v1/%s?%s", lists[which], query->str);

  return ask ("GET", settings, path, NULL);
}

KontorQuestion *
kontor_razorpay_write (const KontorDeed *deed, GVariant *settings, const char *token,
                       GError **error)
{
  if (kontor_setting_get (settings, "x-key-id") == NULL ||
      kontor_setting_get (settings, "x-key-secret") == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED,
                           "the account has no key id or no key secret; enter those that Razorpay "
                           "shows under Account & Settings, API Keys");
      return NULL;
    }
  switch (deed->kind)
    {
    case KONTOR_DEED_TEST:
      return ask ("GET", settings, "/v1/payment_links?count=1", NULL);
    case KONTOR_DEED_LINK:
      return ask_link (deed, settings);
    case KONTOR_DEED_FIND_LINK:
      return ask_path ("GET", settings, "/v1/payment_links?reference_id={}", deed->key);
    case KONTOR_DEED_LOOK:
      return ask_path ("GET", settings, "/v1/payment_links/{}", deed->remote);
    case KONTOR_DEED_CLOSE:
      return ask_path ("POST", settings, "/v1/payment_links/{}/cancel", deed->remote);
    case KONTOR_DEED_REFUND:
      return ask_refund (deed, settings);
    case KONTOR_DEED_LOOK_REFUND:
      return ask_path ("GET", settings, "/v1/refunds/{}", deed->remote);
    case KONTOR_DEED_PAY_OUT:
      return ask_pay_out (deed, settings, error);
    case KONTOR_DEED_LOOK_PAY_OUT:
      return ask_path ("GET", settings, "/v1/payouts/{}", deed->remote);
    case KONTOR_DEED_LIST:
      return ask_statement (deed, settings);
    case KONTOR_DEED_NONE:
    case KONTOR_DEED_TOKEN:
    case KONTOR_DEED_CAPTURE:
    case KONTOR_DEED_FIND_REFUND:
    case KONTOR_DEED_FIND_PAY_OUT:
      break;
    }

  return NULL;
}
