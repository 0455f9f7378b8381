/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payment.c — money that was asked for by a link. What came and went back is the gateway's word,
 * and the state is derived from it; "stage" is how far the asking came. */
#include "model/record.h"

static const KontorField fields[] = {
  { "account", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Account"), .of = "payment-account" },
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Booking"), .of = "booking" },
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Order"), .of = "order" },
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Contact"), .of = "contact" },
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Conversation") },
  { "part", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("What of it"),
    .choices = "whole|deposit|rest|amount" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_REQUIRED, N_("Amount") },
  { "title", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("What the customer reads at the gateway") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"),
    .choices = "asking|open|failed|expired|withdrawn|part-paid|paid|part-refunded|refunded" },
  { "paid", KONTOR_FIELD_MONEY, KONTOR_FIELD_READ_ONLY, N_("Paid") },
  { "refunded", KONTOR_FIELD_MONEY, KONTOR_FIELD_READ_ONLY, N_("Refunded") },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_READ_ONLY, N_("Reason") },
  { "expires", KONTOR_FIELD_INSTANT, KONTOR_FIELD_PLAIN, N_("Expires") },
  { "link", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_READ_ONLY, N_("Link") },
  { "closed", KONTOR_FIELD_YES_NO, KONTOR_FIELD_READ_ONLY, N_("Link ended at the gateway") },
  { "stage", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Stage"),
    .choices = "asking|open|failed|expired|withdrawn" },
  { "remote", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("The gateway's id") },
  { "key", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("Idempotency key") },
  { "attempts", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Attempts") },
  { "looked", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Looked for payments") },
  { "source", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Source"),
    .choices = "customer|teammate|assistant|flow|api-key|system" },
  { "created", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Created") },
  { NULL }
};

const KontorKind kontor_payment_kind = {
  .name = "payment",
  .title = N_("Payment"),
  .plural = N_("Payments"),
  .prefix = "PM",
  .label = "amount",
  .view = "payment_view",
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
