/* SPDX-License-Identifier: GPL-3.0-or-later */
/* order.c — a job that people do for a contact. Its states and money are kept by actions. */
#include "model/record.h"

static const KontorField fields[] = {
  { "service", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Service"), .of = "service" },
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Contact"), .of = "contact" },
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Conversation") },
  { "assignee", KONTOR_FIELD_LINK, KONTOR_FIELD_READ_ONLY, N_("Done by"), .of = "teammate" },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("How many") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"),
    .choices = "received|offered|accepted|in-progress|completed|unfulfilled|cancelled|invalid|"
               "deleted|returned" },
  { "price", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Price") },
  { "payment", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Payment"),
    .choices = "unpaid|link-sent|part-paid|paid|refunded|part-refunded" },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "source", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Source"),
    .choices = "customer|teammate|assistant|flow|api-key|system" },
  { "created", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Created") },
  { NULL }
};

const KontorKind kontor_order_kind = {
  .name = "order",
  .title = N_("Order"),
  .plural = N_("Orders"),
  .prefix = "OR",
  .label = "service",
  .view = "order_view",
  .has_own = TRUE,
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
