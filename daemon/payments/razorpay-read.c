/* SPDX-License-Identifier: GPL-3.0-or-later */
/* razorpay-read.c — Razorpay's answers and webhooks (razorpay.com/docs/webhooks). A payment
 * ("pay_…") has the same id in the link that was paid by it and in a webhook. */
#include "payments/razorpay-inside.h"

#include <string.h>

#include "model/error.h"
#include "model/money.h"

static const char *
get_key (JsonObject *entity)
{
  const char *key = kontor_json_get_text (kontor_json_get_object (entity, "notes"), "kontor");

  return key != NULL ? key : kontor_json_get_text (entity, "reference_id");
}

static gboolean
read_money (JsonObject *entity, const char *currency, KontorMoneyEvent *event)
{
  const char *code = kontor_json_get_text (entity, "currency");

  event->minor = kontor_json_get_int (entity, "amount", -1);
  code = code != NULL ? code : currency;
  if (event->minor < 0 || code == NULL || kontor_money_exponent (code) < 0)
    return FALSE;
  g_strlcpy (event->currency, code, sizeof event->currency);

  return TRUE;
}

static const char *
get_payment_id (JsonObject *payment)
{
  const char *id = kontor_json_get_text (payment, "payment_id");

  return id != NULL ? id : kontor_json_get_text (payment, "id");
}

/* (transfer full) (nullable): a payment by @link. */
static KontorMoneyEvent *
read_payment (JsonObject *payment, JsonObject *link)
{
  const char *status = kontor_json_get_text (payment, "status");
  g_autoptr(KontorMoneyEvent) event = NULL;

  if (get_payment_id (payment) == NULL ||
      (g_strcmp0 (status, "captured") != 0 && g_strcmp0 (status, "refunded") != 0))
    return NULL;
  event = kontor_money_event_new (KONTOR_MONEY_PAID, get_payment_id (payment));
  event->link = g_strdup (kontor_json_get_text (link, "id"));
  event->key = g_strdup (get_key (link));
  event->at_us = kontor_json_get_int (payment, "created_at", 0) * G_USEC_PER_SEC;
  if (!read_money (payment, kontor_json_get_text (link, "currency"), event))
    return NULL;

  return g_steal_pointer (&event);
}

static KontorDeedState
read_refund_state (JsonObject *refund)
{
  const char *status = kontor_json_get_text (refund, "status");

  return g_strcmp0 (status, "processed") == 0 ? KONTOR_DEED_DONE
         : g_strcmp0 (status, "failed") == 0 ? KONTOR_DEED_FAILED : KONTOR_DEED_PENDING;
}

static KontorDeedState
read_payout_state (JsonObject *payout)
{
  static const char *const failed[] = { "rejected", "cancelled", "reversed", "failed", NULL };
  const char *status = kontor_json_get_text (payout, "status");

  return g_strcmp0 (status, "processed") == 0 ? KONTOR_DEED_DONE
         : status != NULL && g_strv_contains (failed, status) ? KONTOR_DEED_FAILED
                                                              : KONTOR_DEED_PENDING;
}

/* (transfer full) (nullable): a refund or a payout that came to an end. */
static KontorMoneyEvent *
read_ended (JsonObject *entity, KontorDeedState state, KontorMoneyKind done,
            KontorMoneyKind failed)
{
  const char *id = kontor_json_get_text (entity, "id");
  const char *reason = kontor_json_get_text (entity, "failure_reason");
  g_autoptr(KontorMoneyEvent) event = NULL;

  if (state == KONTOR_DEED_PENDING || id == NULL)
    return NULL;
  event = kontor_money_event_new (state == KONTOR_DEED_DONE ? done : failed, id);
  event->charge = g_strdup (kontor_json_get_text (entity, "payment_id"));
  event->key = g_strdup (get_key (entity));
  event->reason = g_strdup (reason);
  event->at_us = kontor_json_get_int (entity, "created_at", 0) * G_USEC_PER_SEC;
  if (!read_money (entity, NULL, event))
    return NULL;

  return g_steal_pointer (&event);
}

static KontorMoneyEvent *
read_refund (JsonObject *refund)
{
  return read_ended (refund, read_refund_state (refund), KONTOR_MONEY_REFUNDED,
                     KONTOR_MONEY_REFUND_FAILED);
}

static KontorMoneyEvent *
read_payout (JsonObject *payout)
{
  return read_ended (payout, read_payout_state (payout), KONTOR_MONEY_OUT,
                     KONTOR_MONEY_OUT_FAILED);
}

static KontorMoneyEvent *
read_hint (JsonObject *link)
{
  const char *id = kontor_json_get_text (link, "id");
  KontorMoneyEvent *event = id != NULL ? kontor_money_event_new (KONTOR_MONEY_CLOSED, id) : NULL;

  if (event != NULL)
    event->link = g_strdup (id);

  return event;
}

static void
add (GPtrArray *events, KontorMoneyEvent *event)
{
  if (event != NULL)
    g_ptr_array_add (events, event);
}

GPtrArray *
kontor_razorpay_read_event (JsonObject *event)
{
  const char *name = kontor_json_get_text (event, "event");
  JsonObject *payload = kontor_json_get_object (event, "payload");
  GPtrArray *events = kontor_money_events_new ();
  JsonObject *entities[4];
  static const char *const names[] = { "payment_link", "payment", "refund", "payout" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    entities[i] = kontor_json_get_object (kontor_json_get_object (payload, names[i]), "entity");
  if (name == NULL)
    return events;
  if (g_str_equal (name, "payment_link.paid") || g_str_equal (name, "payment_link.partially_paid"))
    add (events, read_payment (entities[1], entities[0]));
  else if (g_str_has_prefix (name, "payment_link."))
    add (events, read_hint (entities[0]));
  else if (g_str_has_prefix (name, "refund."))
    add (events, read_refund (entities[2]));
  else if (g_str_has_prefix (name, "payout."))
    add (events, read_payout (entities[3]));

  return events;
}

static void
read_link (JsonObject *link, KontorPayAnswer *answer)
{
  const char *status = kontor_json_get_text (link, "status");
  JsonArray *payments = kontor_json_get_array (link, "payments");

  answer->remote = g_strdup (kontor_json_get_text (link, "id"));
  answer->link = g_strdup (kontor_json_get_text (link, "short_url"));
  for (guint i = 0; i < kontor_json_get_length (payments); i++)
    add (answer->events, read_payment (kontor_json_get_nth (payments, i), link));
  if (g_strcmp0 (status, "cancelled") == 0 || g_strcmp0 (status, "expired") == 0)
    answer->state = KONTOR_DEED_FAILED;
}

/* Found by its reference, else it is made now. */
static void
read_found (const KontorDeed *deed, JsonObject *list, KontorPayAnswer *answer)
{
  JsonArray *links = kontor_json_get_array (list, "payment_links");

  for (guint i = 0; i < kontor_json_get_length (links); i++)
    if (g_strcmp0 (kontor_json_get_text (kontor_json_get_nth (links, i), "reference_id"),
                   deed->key) == 0)
      {
        read_link (kontor_json_get_nth (links, i), answer);
        return;
      }
  answer->next = KONTOR_DEED_LINK;
}

/* Of pay-outs only ours are told; an account that pays none out has no list of them. */
static void
read_statement (const KontorDeed *deed, GVariant *settings, JsonObject *list,
                KontorPayAnswer *answer)
{
  const char *skip;
  guint which = kontor_deed_get_place (deed, &skip);
  guint last = kontor_setting_get (settings, "x-account-number") != NULL ? 2 : 1;
  JsonArray *items = kontor_json_get_array (list, "items");
  guint count = kontor_json_get_length (items);

  for (guint i = 0; i < count; i++)
    {
      JsonObject *item = kontor_json_get_nth (items, i);

      add (answer->events, which == 0 ? read_payment (item, NULL)
                           : which == 1 ? read_refund (item)
                           : get_key (item) != NULL ? read_payout (item) : NULL);
    }
  if (count == KONTOR_RAZORPAY_PAGE)
    {
      g_autofree char *next = g_strdup_printf (
        "%" G_GINT64_FORMAT, g_ascii_strtoll (skip, NULL, 10) + KONTOR_RAZORPAY_PAGE);

      answer->cursor = kontor_deed_dup_place (which, next);
    }
  else if (which < last)
    answer->cursor = kontor_deed_dup_place (which + 1, "");
  answer->next = answer->cursor != NULL ? KONTOR_DEED_LIST : KONTOR_DEED_NONE;
}

static void
read_made (JsonObject *object, gboolean is_refund, KontorPayAnswer *answer)
{
  answer->remote = g_strdup (kontor_json_get_text (object, "id"));
  answer->state = is_refund ? read_refund_state (object) : read_payout_state (object);
  answer->reason = g_strdup (kontor_json_get_text (object, "failure_reason"));
  add (answer->events, is_refund ? read_refund (object) : read_payout (object));
}

static KontorPayAnswer *
read_refusal (const KontorDeed *deed, guint status, JsonObject *object, GError **error)
{
  const char *words = kontor_json_get_text (kontor_json_get_object (object, "error"),
                                            "description");
  KontorPayAnswer *answer;

  /* The reference is taken: the link is there from an asking before. */
  if (deed->kind != KONTOR_DEED_LINK || status != 400 || words == NULL ||
      strstr (words, "reference_id") == NULL || strstr (words, "exist") == NULL)
    return kontor_pay_refuse (&kontor_razorpay_gateway, status, words, error);
  answer = kontor_pay_answer_new ();
  answer->next = KONTOR_DEED_FIND_LINK;

  return answer;
}

KontorPayAnswer *
kontor_razorpay_read (const KontorDeed *deed, GVariant *settings, const KontorReply *reply,
                      GError **error)
{
  g_autoptr(JsonNode) root = kontor_pay_read_json (reply, NULL);
  JsonObject *object = root != NULL ? json_node_get_object (root) : NULL;
  const char *key = kontor_setting_get (settings, "x-key-id");
  g_autoptr(KontorPayAnswer) answer = NULL;

  if (!kontor_reply_is_fine (reply))
    return read_refusal (deed, reply->status, object, error);
  if (object == NULL)
    return kontor_pay_refuse (&kontor_razorpay_gateway, 0, "the answer could not be read", error);
  answer = kontor_pay_answer_new ();
  answer->mode = key != NULL && g_str_has_prefix (key, "rzp_live_") ? "live" : "test";
  if (deed->kind == KONTOR_DEED_FIND_LINK)
    read_found (deed, object, answer);
  else if (deed->kind == KONTOR_DEED_LIST)
    read_statement (deed, settings, object, answer);
  else if (deed->kind == KONTOR_DEED_LINK || deed->kind == KONTOR_DEED_LOOK)
    read_link (object, answer);
  else if (deed->kind == KONTOR_DEED_REFUND || deed->kind == KONTOR_DEED_LOOK_REFUND)
    read_made (object, TRUE, answer);
  else if (deed->kind == KONTOR_DEED_PAY_OUT || deed->kind == KONTOR_DEED_LOOK_PAY_OUT)
    read_made (object, FALSE, answer);
  if (deed->kind == KONTOR_DEED_LINK && (answer->remote == NULL || answer->link == NULL))
    return kontor_pay_refuse (&kontor_razorpay_gateway, 0, "the answer has no link", error);

  return g_steal_pointer (&answer);
}
