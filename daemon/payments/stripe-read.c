/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stripe-read.c — Stripe's answers and events. A PaymentIntent stands for what was paid and a
 * Refund for what went back: both have the same id however they are told. */
#include "payments/stripe-inside.h"

#include <string.h>

#include "model/error.h"

static const char *
get_key (JsonObject *object)
{
  return kontor_json_get_text (kontor_json_get_object (object, "metadata"), "kontor");
}

/* An id, or the object itself where it was expanded. (transfer full) (nullable) */
static char *
dup_reference (JsonObject *object, const char *name)
{
  JsonObject *expanded = kontor_json_get_object (object, name);

  return g_strdup (expanded != NULL ? kontor_json_get_text (expanded, "id")
                                    : kontor_json_get_text (object, name));
}

static KontorMoneyEvent *
read_session (JsonObject *session, gboolean failed)
{
  const char *status = kontor_json_get_text (session, "payment_status");
  g_autofree char *intent = dup_reference (session, "payment_intent");
  g_autoptr(KontorMoneyEvent) event = NULL;

  if (!failed && g_strcmp0 (status, "paid") != 0)
    return NULL;
  event = kontor_money_event_new (failed ? KONTOR_MONEY_FAILED : KONTOR_MONEY_PAID,
                                  intent != NULL ? intent : kontor_json_get_text (session, "id"));
  if (event->id == NULL)
    return NULL;
  event->link = dup_reference (session, "payment_link");
  event->key = g_strdup (get_key (session));
  event->at_us = kontor_json_get_int (session, "created", 0) * G_USEC_PER_SEC;
  if (!kontor_stripe_read_money (session, "amount_total", &event->minor, event->currency) &&
      !failed)
    return NULL;

  return g_steal_pointer (&event);
}

static KontorMoneyEvent *
read_failed_intent (JsonObject *intent)
{
  KontorMoneyEvent *event;

  if (get_key (intent) == NULL)
    return NULL;
  event = kontor_money_event_new (KONTOR_MONEY_FAILED, kontor_json_get_text (intent, "id"));
  event->key = g_strdup (get_key (intent));
  event->reason = g_strdup (kontor_json_get_text (
    kontor_json_get_object (intent, "last_payment_error"), "message"));

  return event;
}

/* docs.stripe.com/api/refunds/object: pending, requires_action, succeeded, failed, canceled. */
static KontorDeedState
read_refund_state (JsonObject *refund)
{
  const char *status = kontor_json_get_text (refund, "status");

  return g_strcmp0 (status, "succeeded") == 0 ? KONTOR_DEED_DONE
         : g_strcmp0 (status, "failed") == 0 || g_strcmp0 (status, "canceled") == 0
           ? KONTOR_DEED_FAILED : KONTOR_DEED_PENDING;
}

static KontorMoneyEvent *
read_refund (JsonObject *refund)
{
  KontorDeedState state = read_refund_state (refund);
  const char *id = kontor_json_get_text (refund, "id");
  g_autoptr(KontorMoneyEvent) event = NULL;

  if (state == KONTOR_DEED_PENDING || id == NULL)
    return NULL;
  event = kontor_money_event_new (state == KONTOR_DEED_DONE ? KONTOR_MONEY_REFUNDED
                                                            : KONTOR_MONEY_REFUND_FAILED, id);
  event->charge = dup_reference (refund, "payment_intent");
  event->key = g_strdup (get_key (refund));
  event->reason = g_strdup (kontor_json_get_text (refund, "failure_reason"));
  event->at_us = kontor_json_get_int (refund, "created", 0) * G_USEC_PER_SEC;
  if (!kontor_stripe_read_money (refund, "amount", &event->minor, event->currency))
    return NULL;

  return g_steal_pointer (&event);
}

/* A transfer is done at once and has no status. */
static KontorDeedState
read_pay_out_state (JsonObject *object)
{
  const char *status = kontor_json_get_text (object, "status");

  return status == NULL || g_str_equal (status, "paid") ? KONTOR_DEED_DONE
         : g_str_equal (status, "failed") || g_str_equal (status, "canceled")
           ? KONTOR_DEED_FAILED : KONTOR_DEED_PENDING;
}

static KontorMoneyEvent *
read_pay_out (JsonObject *object)
{
  KontorDeedState state = read_pay_out_state (object);
  const char *id = kontor_json_get_text (object, "id");
  g_autoptr(KontorMoneyEvent) event = NULL;

  if (state == KONTOR_DEED_PENDING || id == NULL)
    return NULL;
  event = kontor_money_event_new (state == KONTOR_DEED_DONE ? KONTOR_MONEY_OUT
                                                            : KONTOR_MONEY_OUT_FAILED, id);
  event->key = g_strdup (get_key (object));
  event->reason = g_strdup (kontor_json_get_text (object, "failure_message"));
  event->at_us = kontor_json_get_int (object, "created", 0) * G_USEC_PER_SEC;
  if (!kontor_stripe_read_money (object, "amount", &event->minor, event->currency))
    return NULL;

  return g_steal_pointer (&event);
}

KontorMoneyEvent *
kontor_stripe_read_event (JsonObject *event)
{
  const char *type = kontor_json_get_text (event, "type");
  JsonObject *object = kontor_json_get_object (kontor_json_get_object (event, "data"), "object");

  if (type == NULL || object == NULL)
    return NULL;
  if (g_str_equal (type, "checkout.session.completed") ||
      g_str_equal (type, "checkout.session.async_payment_succeeded"))
    return read_session (object, FALSE);
  if (g_str_equal (type, "checkout.session.async_payment_failed"))
    return read_session (object, TRUE);
  if (g_str_equal (type, "payment_intent.payment_failed"))
    return read_failed_intent (object);
  if (g_str_has_prefix (type, "refund.") || g_str_equal (type, "charge.refund.updated"))
    return read_refund (object);
  if (g_str_has_prefix (type, "payout."))
    return read_pay_out (object);

  return NULL;
}

static void
read_events (JsonObject *list, KontorPayAnswer *answer)
{
  JsonArray *data = kontor_json_get_array (list, "data");
  guint count = kontor_json_get_length (data);

  for (guint i = 0; i < count; i++)
    {
      KontorMoneyEvent *event = kontor_stripe_read_event (kontor_json_get_nth (data, i));

      if (event != NULL)
        g_ptr_array_add (answer->events, event);
    }
  if (count == 0 || !kontor_json_get_yes (list, "has_more"))
    return;
  answer->cursor = g_strdup (kontor_json_get_text (kontor_json_get_nth (data, count - 1), "id"));
  answer->next = answer->cursor != NULL ? KONTOR_DEED_LOOK : KONTOR_DEED_NONE;
}

static KontorMoneyEvent *
read_intent (JsonObject *intent)
{
  const char *id = kontor_json_get_text (intent, "id");
  g_autoptr(KontorMoneyEvent) event = NULL;

  if (id == NULL || g_strcmp0 (kontor_json_get_text (intent, "status"), "succeeded") != 0)
    return NULL;
  event = kontor_money_event_new (KONTOR_MONEY_PAID, id);
  event->key = g_strdup (get_key (intent));
  event->at_us = kontor_json_get_int (intent, "created", 0) * G_USEC_PER_SEC;
  if (!kontor_stripe_read_money (intent, "amount_received", &event->minor, event->currency))
    return NULL;

  return g_steal_pointer (&event);
}

/* What Stripe pays out to the owner's bank by itself is no business of the ledger. */
static void
read_statement (const KontorDeed *deed, JsonObject *list, KontorPayAnswer *answer)
{
  const char *after;
  guint which = kontor_deed_get_place (deed, &after);
  JsonArray *data = kontor_json_get_array (list, "data");
  guint count = kontor_json_get_length (data);
  const char *last = NULL;

  for (guint i = 0; i < count; i++)
    {
      JsonObject *object = kontor_json_get_nth (data, i);
      KontorMoneyEvent *event = which == 0 ? read_intent (object)
                                : which == 1 ? read_refund (object)
                                : get_key (object) != NULL ? read_pay_out (object) : NULL;

      last = kontor_json_get_text (object, "id");
      if (event != NULL)
        g_ptr_array_add (answer->events, event);
    }
  if (kontor_json_get_yes (list, "has_more") && last != NULL)
    answer->cursor = kontor_deed_dup_place (which, last);
  else if (kontor_stripe_lists[which + 1] != NULL)
    answer->cursor = kontor_deed_dup_place (which + 1, "");
  answer->next = answer->cursor != NULL ? KONTOR_DEED_LIST : KONTOR_DEED_NONE;
}

static void
read_made (JsonObject *object, gboolean is_refund, KontorPayAnswer *answer)
{
  KontorMoneyEvent *event = is_refund ? read_refund (object) : read_pay_out (object);

  answer->remote = g_strdup (kontor_json_get_text (object, "id"));
  answer->state = is_refund ? read_refund_state (object) : read_pay_out_state (object);
  answer->reason = g_strdup (kontor_json_get_text (object, is_refund ? "failure_reason"
                                                                     : "failure_message"));
  if (event != NULL)
    g_ptr_array_add (answer->events, event);
}

/* What was asked for before is found by its key, else it is asked for now. */
static void
read_found (const KontorDeed *deed, JsonObject *list, KontorPayAnswer *answer)
{
  gboolean is_refund = deed->kind == KONTOR_DEED_FIND_REFUND;
  JsonArray *data = kontor_json_get_array (list, "data");
  guint count = kontor_json_get_length (data);

  for (guint i = 0; i < count; i++)
    if (g_strcmp0 (get_key (kontor_json_get_nth (data, i)), deed->key) == 0)
      {
        read_made (kontor_json_get_nth (data, i), is_refund, answer);
        return;
      }
  answer->next = is_refund ? KONTOR_DEED_REFUND : KONTOR_DEED_PAY_OUT;
}

KontorPayAnswer *
kontor_stripe_read (const KontorDeed *deed, GVariant *settings, const KontorReply *reply,
                    GError **error)
{
  g_autoptr(JsonNode) root = kontor_pay_read_json (reply, NULL);
  JsonObject *object = root != NULL ? json_node_get_object (root) : NULL;
  const char *secret = kontor_setting_get (settings, "x-secret-key");
  g_autoptr(KontorPayAnswer) answer = NULL;

  if (!kontor_reply_is_fine (reply))
    return kontor_pay_refuse (&kontor_stripe_gateway, reply->status,
                              kontor_json_get_text (kontor_json_get_object (object, "error"),
                                                    "message"), error);
  if (object == NULL)
    return kontor_pay_refuse (&kontor_stripe_gateway, 0, "the answer could not be read", error);
  answer = kontor_pay_answer_new ();
  answer->mode = secret != NULL && strstr (secret, "_live_") != NULL ? "live" : "test";
  if (deed->kind == KONTOR_DEED_LINK)
    {
      answer->remote = g_strdup (kontor_json_get_text (object, "id"));
      answer->link = g_strdup (kontor_json_get_text (object, "url"));
      if (answer->remote == NULL || answer->link == NULL)
        return kontor_pay_refuse (&kontor_stripe_gateway, 0, "the answer has no link", error);
    }
  else if (deed->kind == KONTOR_DEED_LOOK)
    read_events (object, answer);
  else if (deed->kind == KONTOR_DEED_LIST)
    read_statement (deed, object, answer);
  else if (deed->kind == KONTOR_DEED_FIND_REFUND || deed->kind == KONTOR_DEED_FIND_PAY_OUT)
    read_found (deed, object, answer);
  else if (deed->kind != KONTOR_DEED_TEST && deed->kind != KONTOR_DEED_CLOSE)
    read_made (object, deed->kind == KONTOR_DEED_REFUND || deed->kind == KONTOR_DEED_LOOK_REFUND,
               answer);

  return g_steal_pointer (&answer);
}
