/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stripe-write.c — what Stripe is asked: forms with brackets, and the same Idempotency-Key for
 * every asking for the same (docs.stripe.com/api/idempotent_requests: kept for a day, so what is
 * asked for again is looked for first). */
#include "payments/stripe-inside.h"

#include "model/error.h"

/* Events may be told a little out of order. */
#define OVERLAP_S 3600

static KontorQuestion *
ask (const char *method, GVariant *settings, const char *path, GString *form, const char *key)
{
  const char *secret = kontor_setting_get (settings, "x-secret-key");
  g_autofree char *bearer = g_strconcat ("Bearer ", secret, NULL);
  KontorQuestion *question = kontor_question_new (method, settings, KONTOR_STRIPE_BASE, path);

  kontor_question_add (question, "Authorization", bearer);
  kontor_question_add (question, "Stripe-Version", KONTOR_STRIPE_VERSION);
  if (key != NULL)
    kontor_question_add (question, "Idempotency-Key", key);
  if (form != NULL)
    kontor_question_take_form (question, form);

  return question;
}

static void
add_currency (GString *form, const char *name, const char *currency)
{
  g_autofree char *small = g_ascii_strdown (currency, -1);

  kontor_form_add (form, name, small);
}

static KontorQuestion *
ask_link (const KontorDeed *deed, GVariant *settings, gint64 amount)
{
  GString *form = g_string_new (NULL);

  add_currency (form, "line_items[0][price_data][currency]", deed->currency);
  kontor_form_add_int (form, "line_items[0][price_data][unit_amount]", amount);
  kontor_form_add (form, "line_items[0][price_data][product_data][name]", deed->title);
  kontor_form_add (form, "line_items[0][quantity]", "1");
  kontor_form_add (form, "restrictions[completed_sessions][limit]", "1");
  kontor_form_add (form, "payment_intent_data[metadata][kontor]", deed->key);
  kontor_form_add (form, "metadata[kontor]", deed->key);
  kontor_form_add (form, "metadata[payment]", deed->id);

  return ask ("POST", settings, "/v1/payment_links", form, deed->key);
}

static KontorQuestion *
ask_close (const KontorDeed *deed, GVariant *settings)
{
  g_autofree char *path = g_strconcat ("/v1/payment_links/", deed->remote, NULL);
  GString *form = g_string_new (NULL);

  kontor_form_add (form, "active", "false");

  return ask ("POST", settings, path, form, NULL);
}

static KontorQuestion *
ask_events (const KontorDeed *deed, GVariant *settings)
{
  g_autoptr(GString) query = g_string_new (NULL);
  g_autofree char *path = NULL;

  for (guint i = 0; kontor_stripe_event_types[i] != NULL; i++)
    kontor_form_add (query, "types[]", kontor_stripe_event_types[i]);
  kontor_form_add_int (query, "created[gte]",
                       MAX (deed->since_us / G_USEC_PER_SEC - OVERLAP_S, 0));
  kontor_form_add (query, "limit", "100");
  kontor_form_add (query, "starting_after", deed->cursor);
  path = g_strconcat ("/v1/events?", query->str, NULL);

  return ask ("GET", settings, path, NULL, NULL);
}

static KontorQuestion *
ask_refund (const KontorDeed *deed, GVariant *settings, gint64 amount)
{
  GString *form = g_string_new (NULL);

  kontor_form_add (form, "payment_intent", deed->charge);
  kontor_form_add_int (form, "amount", amount);
  kontor_form_add (form, "reason", "requested_by_customer");
  kontor_form_add (form, "metadata[kontor]", deed->key);

  return ask ("POST", settings, "/v1/refunds", form, deed->key);
}

/* To another account at Stripe it is a transfer, to the own bank a payout. */
static KontorQuestion *
ask_pay_out (const KontorDeed *deed, GVariant *settings, gint64 amount)
{
  gboolean is_transfer = deed->destination != NULL &&
                         g_str_has_prefix (deed->destination, "acct_");
  GString *form = g_string_new (NULL);

  kontor_form_add_int (form, "amount", amount);
  add_currency (form, "currency", deed->currency);
  kontor_form_add (form, "destination", deed->destination);
  kontor_form_add (form, "description", deed->note);
  kontor_form_add (form, "metadata[kontor]", deed->key);

  return ask ("POST", settings, is_transfer ? "/v1/transfers" : "/v1/payouts", form, deed->key);
}

/* A list in which what was asked for before would be, the latest first. */
static KontorQuestion *
ask_list (const KontorDeed *deed, GVariant *settings)
{
  gboolean is_transfer = deed->destination != NULL &&
                         g_str_has_prefix (deed->destination, "acct_");
  g_autoptr(GString) query = g_string_new (NULL);
  g_autofree char *path = NULL;

  if (deed->kind == KONTOR_DEED_FIND_REFUND)
    kontor_form_add (query, "payment_intent", deed->charge);
  kontor_form_add (query, "limit", "100");
  kontor_form_add (query, "starting_after", deed->cursor);
  path = g_strdup_printf ("/v1/%s?%s", deed->kind == KONTOR_DEED_FIND_REFUND ? "refunds"
                          : is_transfer ? "transfers" : "payouts", query->str);

  return ask ("GET", settings, path, NULL, NULL);
}

static KontorQuestion *
ask_one (const KontorDeed *deed, GVariant *settings)
{
  const char *list = deed->kind == KONTOR_DEED_LOOK_REFUND ? "refunds"
                     : g_str_has_prefix (deed->remote, "tr_") ? "transfers" : "payouts";
  g_autofree char *path = g_strdup_printf ("/v1/%s/%s", list, deed->remote);

  return ask ("GET", settings, path, NULL, NULL);
}

/* One list after the other, each from where its page before ended. */
static KontorQuestion *
ask_statement (const KontorDeed *deed, GVariant *settings)
{
  const char *after;
  guint which = kontor_deed_get_place (deed, &after);
  g_autoptr(GString) query = g_string_new (NULL);
  g_autofree char *path = NULL;

  kontor_form_add_int (query, "created[gte]", deed->since_us / G_USEC_PER_SEC);
  kontor_form_add_int (query, "created[lt]", deed->until_us / G_USEC_PER_SEC);
  kontor_form_add (query, "limit", "100");
  if (*after != '\0')
    kontor_form_add (query, "starting_after", after);
  path = g_strdup_printf ("/v1/%s?%s", kontor_stripe_lists[which], query->str);

  return ask ("GET", settings, path, NULL, NULL);
}

KontorQuestion *
kontor_stripe_write (const KontorDeed *deed, GVariant *settings, const char *token, GError **error)
{
  gboolean moves = deed->kind == KONTOR_DEED_LINK || deed->kind == KONTOR_DEED_REFUND ||
                   deed->kind == KONTOR_DEED_PAY_OUT;
  gint64 amount = 0;

  if (kontor_setting_get (settings, "x-secret-key") == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED,
                           "the account has no secret key; enter the one that Stripe shows under "
                           "Developers, API keys");
      return NULL;
    }
  if (moves && !kontor_stripe_scale (deed->minor, deed->currency, &amount, error))
    return NULL;
  switch (deed->kind)
    {
    case KONTOR_DEED_TEST:
      return ask ("GET", settings, "/v1/payment_links?limit=1", NULL, NULL);
    case KONTOR_DEED_LINK:
      return ask_link (deed, settings, amount);
    case KONTOR_DEED_LOOK:
      return ask_events (deed, settings);
    case KONTOR_DEED_CLOSE:
      return ask_close (deed, settings);
    case KONTOR_DEED_REFUND:
      return ask_refund (deed, settings, amount);
    case KONTOR_DEED_FIND_REFUND:
    case KONTOR_DEED_FIND_PAY_OUT:
      return ask_list (deed, settings);
    case KONTOR_DEED_PAY_OUT:
      return ask_pay_out (deed, settings, amount);
    case KONTOR_DEED_LOOK_REFUND:
    case KONTOR_DEED_LOOK_PAY_OUT:
      return ask_one (deed, settings);
    case KONTOR_DEED_LIST:
      return ask_statement (deed, settings);
    case KONTOR_DEED_NONE:
    case KONTOR_DEED_TOKEN:
    case KONTOR_DEED_FIND_LINK:
    case KONTOR_DEED_CAPTURE:
      break;
    }

  return NULL;
}
