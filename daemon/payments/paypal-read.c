/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paypal-read.c — PayPal's answers. A capture stands for what was paid, and has the same id in the
 * order, in the answer to capturing and in a webhook. */
#include "payments/paypal-inside.h"

#include <string.h>

#include "model/error.h"

/* Several texts of an error's answer in one. (transfer full) (nullable) */
static char *
dup_words (JsonObject *object)
{
  const char *message = kontor_json_get_text (object, "message");
  JsonArray *details = kontor_json_get_array (object, "details");
  JsonObject *first = kontor_json_get_length (details) > 0 ? kontor_json_get_nth (details, 0)
                                                           : NULL;
  const char *more = kontor_json_get_text (first, "description");

  if (message == NULL)
    message = kontor_json_get_text (object, "error_description");
  if (more == NULL)
    more = kontor_json_get_text (first, "issue");
  if (message == NULL || more == NULL)
    return g_strdup (message != NULL ? message : more);

  return g_strdup_printf ("%s %s", message, more);
}

static gboolean
has_issue (JsonObject *object, const char *issue)
{
  JsonArray *details = kontor_json_get_array (object, "details");

  for (guint i = 0; i < kontor_json_get_length (details); i++)
    if (g_strcmp0 (kontor_json_get_text (kontor_json_get_nth (details, i), "issue"), issue) == 0)
      return TRUE;

  return FALSE;
}

static const char *
find_link (JsonObject *object, const char *rel)
{
  JsonArray *links = kontor_json_get_array (object, "links");

  for (guint i = 0; i < kontor_json_get_length (links); i++)
    {
      JsonObject *link = kontor_json_get_nth (links, i);

      if (g_strcmp0 (kontor_json_get_text (link, "rel"), rel) == 0)
        return kontor_json_get_text (link, "href");
    }

  return NULL;
}

static gint64
read_time_us (JsonObject *object, const char *name)
{
  const char *text = kontor_json_get_text (object, name);
  g_autoptr(GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

KontorMoneyEvent *
kontor_paypal_read_capture (JsonObject *capture, const char *order)
{
  const char *status = kontor_json_get_text (capture, "status");
  const char *id = kontor_json_get_text (capture, "id");
  static const char *const came[] = { "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED", NULL };
  static const char *const failed[] = { "DECLINED", "DENIED", "FAILED", NULL };
  g_autoptr(KontorMoneyEvent) event = NULL;
  JsonObject *ids = kontor_json_get_object (
    kontor_json_get_object (capture, "supplementary_data"), "related_ids");

  if (id == NULL || status == NULL ||
      (!g_strv_contains (came, status) && !g_strv_contains (failed, status)))
    return NULL;
  event = kontor_money_event_new (g_strv_contains (came, status) ? KONTOR_MONEY_PAID
                                                                 : KONTOR_MONEY_FAILED, id);
  event->link = g_strdup (order != NULL ? order : kontor_json_get_text (ids, "order_id"));
  event->key = g_strdup (kontor_json_get_text (capture, "custom_id"));
  event->at_us = read_time_us (capture, "create_time");
  if (!kontor_paypal_read_money (kontor_json_get_object (capture, "amount"), &event->minor,
                                 event->currency) && event->kind == KONTOR_MONEY_PAID)
    return NULL;

  return g_steal_pointer (&event);
}

static KontorDeedState
read_refund_state (const char *status)
{
  return g_strcmp0 (status, "COMPLETED") == 0 ? KONTOR_DEED_DONE
         : g_strcmp0 (status, "FAILED") == 0 || g_strcmp0 (status, "CANCELLED") == 0
           ? KONTOR_DEED_FAILED : KONTOR_DEED_PENDING;
}

/* The capture is named by the link "up": …/v2/payments/captures/ID. */
KontorMoneyEvent *
kontor_paypal_read_refund (JsonObject *refund)
{
  KontorDeedState state = read_refund_state (kontor_json_get_text (refund, "status"));
  const char *id = kontor_json_get_text (refund, "id");
  const char *up = find_link (refund, "up"), *slash = up != NULL ? strrchr (up, '/') : NULL;
  g_autoptr(KontorMoneyEvent) event = NULL;

  if (state == KONTOR_DEED_PENDING || id == NULL)
    return NULL;
  event = kontor_money_event_new (state == KONTOR_DEED_DONE ? KONTOR_MONEY_REFUNDED
                                                            : KONTOR_MONEY_REFUND_FAILED, id);
  event->charge = g_strdup (slash != NULL ? slash + 1 : NULL);
  event->key = g_strdup (kontor_json_get_text (refund, "custom_id"));
  event->at_us = read_time_us (refund, "create_time");
  if (!kontor_paypal_read_money (kontor_json_get_object (refund, "amount"), &event->minor,
                                 event->currency))
    return NULL;

  return g_steal_pointer (&event);
}

static void
read_order (const KontorDeed *deed, JsonObject *order, KontorPayAnswer *answer)
{
  const char *status = kontor_json_get_text (order, "status");
  const char *id = kontor_json_get_text (order, "id");
  JsonArray *units = kontor_json_get_array (order, "purchase_units");

  for (guint i = 0; i < kontor_json_get_length (units); i++)
    {
      JsonArray *captures = kontor_json_get_array (
        kontor_json_get_object (kontor_json_get_nth (units, i), "payments"), "captures");

      for (guint j = 0; j < kontor_json_get_length (captures); j++)
        {
          KontorMoneyEvent *event =
            kontor_paypal_read_capture (kontor_json_get_nth (captures, j), id);

          if (event != NULL)
            g_ptr_array_add (answer->events, event);
        }
    }
  if (g_strcmp0 (status, "APPROVED") == 0 && deed->kind == KONTOR_DEED_LOOK && !deed->closed)
    answer->next = KONTOR_DEED_CAPTURE;
  if (g_strcmp0 (status, "VOIDED") == 0)
    answer->state = KONTOR_DEED_FAILED;
}

/* developer.paypal.com/docs/api/payments.payouts-batch/v1: one batch has one item of ours, and the
 * item's own status is the one that counts. */
static void
read_batch (JsonObject *object, KontorPayAnswer *answer)
{
  static const char *const failed[] = { "FAILED", "RETURNED", "BLOCKED", "REFUNDED", "REVERSED",
                                        "DENIED", "CANCELED", NULL };
  JsonObject *head = kontor_json_get_object (object, "batch_header");
  JsonArray *items = kontor_json_get_array (object, "items");
  JsonObject *item = kontor_json_get_length (items) > 0 ? kontor_json_get_nth (items, 0) : NULL;
  const char *batch = kontor_json_get_text (head, "batch_status");
  const char *status = kontor_json_get_text (item, "transaction_status");

  answer->remote = g_strdup (kontor_json_get_text (head, "payout_batch_id"));
  answer->state = g_strcmp0 (status, "SUCCESS") == 0 ? KONTOR_DEED_DONE
                  : (status != NULL && g_strv_contains (failed, status)) ||
                    (batch != NULL && g_strv_contains (failed, batch)) ? KONTOR_DEED_FAILED
                                                                       : KONTOR_DEED_PENDING;
  answer->reason = g_strdup (kontor_json_get_text (kontor_json_get_object (item, "errors"),
                                                   "message"));
}

/* developer.paypal.com/docs/transaction-search/transaction-event-codes: T00nn is a payment, T1107 a
 * refund of one; what left has a minus, and S is a success. */
static KontorMoneyEvent *
read_transaction (JsonObject *info)
{
  const char *id = kontor_json_get_text (info, "transaction_id");
  const char *code = kontor_json_get_text (info, "transaction_event_code");
  JsonObject *amount = kontor_json_get_object (info, "transaction_amount");
  const char *value = kontor_json_get_text (amount, "value");
  gboolean left = value != NULL && *value == '-', is_refund = g_strcmp0 (code, "T1107") == 0;
  g_autoptr(KontorMoneyEvent) event = NULL;

  if (id == NULL || code == NULL || value == NULL || left != is_refund ||
      (!is_refund && !g_str_has_prefix (code, "T00")) ||
      g_strcmp0 (kontor_json_get_text (info, "transaction_status"), "S") != 0)
    return NULL;
  event = kontor_money_event_new (is_refund ? KONTOR_MONEY_REFUNDED : KONTOR_MONEY_PAID, id);
  event->charge = g_strdup (is_refund ? kontor_json_get_text (info, "paypal_reference_id") : NULL);
  event->key = g_strdup (kontor_json_get_text (info, "custom_field"));
  event->at_us = read_time_us (info, "transaction_initiation_date");
  if (!kontor_paypal_read_money (amount, &event->minor, event->currency))
    return NULL;
  event->minor = ABS (event->minor);

  return g_steal_pointer (&event);
}

static void
read_statement (const KontorDeed *deed, JsonObject *list, KontorPayAnswer *answer)
{
  const char *rest;
  guint piece = kontor_deed_get_place (deed, &rest);
  gint64 page = *rest != '\0' ? g_ascii_strtoll (rest, NULL, 10) : 1;
  JsonArray *details = kontor_json_get_array (list, "transaction_details");

  for (guint i = 0; i < kontor_json_get_length (details); i++)
    {
      KontorMoneyEvent *event = read_transaction (kontor_json_get_object (
        kontor_json_get_nth (details, i), "transaction_info"));

      if (event != NULL)
        g_ptr_array_add (answer->events, event);
    }
  if (page < kontor_json_get_int (list, "total_pages", 1))
    {
      g_autofree char *next = g_strdup_printf ("%" G_GINT64_FORMAT, page + 1);

      answer->cursor = kontor_deed_dup_place (piece, next);
    }
  else if (deed->since_us + (piece + 1) * KONTOR_PAYPAL_PIECE_US < deed->until_us)
    answer->cursor = kontor_deed_dup_place (piece + 1, "");
  answer->next = answer->cursor != NULL ? KONTOR_DEED_LIST : KONTOR_DEED_NONE;
}

static KontorPayAnswer *
read_refusal (const KontorDeed *deed, guint status, JsonObject *object, GError **error)
{
  g_autofree char *words = dup_words (object);
  const char *self = find_link (object, "self"), *slash = self != NULL ? strrchr (self, '/') : NULL;
  KontorPayAnswer *answer;

  /* Taken before, by an asking whose answer was lost: the order tells. */
  if (deed->kind == KONTOR_DEED_CAPTURE && has_issue (object, "ORDER_ALREADY_CAPTURED"))
    {
      answer = kontor_pay_answer_new ();
      answer->next = KONTOR_DEED_LOOK;
      return answer;
    }
  /* An order that was never approved is gone after a while. */
  if (deed->kind == KONTOR_DEED_LOOK && status == 404)
    {
      answer = kontor_pay_answer_new ();
      answer->state = KONTOR_DEED_FAILED;
      return answer;
    }
  /* The batch is there from before, and the answer names it. */
  if (deed->kind == KONTOR_DEED_PAY_OUT && status == 400 && slash != NULL &&
      strstr (self, "/payouts/") != NULL)
    {
      answer = kontor_pay_answer_new ();
      answer->remote = g_strdup (slash + 1);
      answer->state = KONTOR_DEED_PENDING;
      return answer;
    }

  return kontor_pay_refuse (&kontor_paypal_gateway, status, words, error);
}

static gboolean
read_link (JsonObject *object, KontorPayAnswer *answer)
{
  const char *href = find_link (object, "payer-action");

  answer->remote = g_strdup (kontor_json_get_text (object, "id"));
  answer->link = g_strdup (href != NULL ? href : find_link (object, "approve"));

  return answer->remote != NULL && answer->link != NULL;
}

static void
read_refund (JsonObject *object, KontorPayAnswer *answer)
{
  KontorMoneyEvent *event = kontor_paypal_read_refund (object);

  answer->remote = g_strdup (kontor_json_get_text (object, "id"));
  answer->state = read_refund_state (kontor_json_get_text (object, "status"));
  answer->reason = g_strdup (kontor_json_get_text (
    kontor_json_get_object (object, "status_details"), "reason"));
  if (event != NULL)
    g_ptr_array_add (answer->events, event);
}

KontorPayAnswer *
kontor_paypal_read (const KontorDeed *deed, GVariant *settings, const KontorReply *reply,
                    GError **error)
{
  g_autoptr(JsonNode) root = kontor_pay_read_json (reply, NULL);
  JsonObject *object = root != NULL ? json_node_get_object (root) : NULL;
  g_autoptr(KontorPayAnswer) answer = NULL;

  if (!kontor_reply_is_fine (reply))
    return read_refusal (deed, reply->status, object, error);
  if (object == NULL)
    return kontor_pay_refuse (&kontor_paypal_gateway, 0, "the answer could not be read", error);
  answer = kontor_pay_answer_new ();
  answer->mode = kontor_setting_get (settings, "x-base-url") == NULL ? "live" : "test";
  if (deed->kind == KONTOR_DEED_TOKEN)
    {
      answer->token = g_strdup (kontor_json_get_text (object, "access_token"));
      answer->token_for_s = kontor_json_get_int (object, "expires_in", 0);
      if (answer->token == NULL)
        return kontor_pay_refuse (&kontor_paypal_gateway, 0, "the answer has no token", error);
    }
  else if (deed->kind == KONTOR_DEED_LINK && !read_link (object, answer))
    return kontor_pay_refuse (&kontor_paypal_gateway, 0, "the answer has no link", error);
  else if (deed->kind == KONTOR_DEED_LOOK || deed->kind == KONTOR_DEED_CAPTURE)
    read_order (deed, object, answer);
  else if (deed->kind == KONTOR_DEED_LIST)
    read_statement (deed, object, answer);
  else if (deed->kind == KONTOR_DEED_REFUND || deed->kind == KONTOR_DEED_LOOK_REFUND)
    read_refund (object, answer);
  else if (deed->kind == KONTOR_DEED_PAY_OUT || deed->kind == KONTOR_DEED_LOOK_PAY_OUT)
    read_batch (object, answer);

  return g_steal_pointer (&answer);
}
