/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lead.c — an enquiry that somebody of the business follows up. Its states are kept by actions. */
#include "model/record.h"

static const KontorField fields[] = {
  { "service", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Service"), .of = "service" },
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Contact"), .of = "contact" },
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Conversation") },
  { "owner", KONTOR_FIELD_LINK, KONTOR_FIELD_READ_ONLY, N_("Owner"), .of = "teammate" },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("How many") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"),
    .choices = "new|contacted|quoted|won|lost" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_READ_ONLY, N_("Why it was lost") },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "source", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Source"),
    .choices = "customer|teammate|assistant|flow|api-key|system" },
  { "created", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Created") },
  { NULL }
};

const KontorKind kontor_lead_kind = {
  .name = "lead",
  .title = N_("Lead"),
  .plural = N_("Leads"),
  .prefix = "LD",
  .label = "service",
  .has_own = TRUE,
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
