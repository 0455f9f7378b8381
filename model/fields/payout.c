/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payout.c — money that leaves an account at a gateway, for a teammate or a seller. */
#include "model/record.h"

static const KontorField fields[] = {
  { "account", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Account"), .of = "payment-account" },
  { "teammate", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("For"), .of = "teammate" },
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Booking"), .of = "booking" },
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Order"), .of = "order" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_REQUIRED, N_("Amount") },
  { "destination", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Where to, as the gateway names it") },
  { "note", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"),
    .choices = "asking|pending|done|failed|unknown" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_READ_ONLY, N_("Reason") },
  { "remote", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("The gateway's id") },
  { "key", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("Idempotency key") },
  { "attempts", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Attempts") },
  { "created", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Created") },
  { NULL }
};

const KontorKind kontor_payout_kind = {
  .name = "payout",
  .title = N_("Pay-out"),
  .plural = N_("Pay-outs"),
  .prefix = "PO",
  .label = "amount",
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
