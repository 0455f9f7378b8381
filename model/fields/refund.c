/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refund.c — money that goes back to who paid it. "unknown" is for a person: the gateway's own
 * page tells whether it went. */
#include "model/record.h"

static const KontorField fields[] = {
  { "payment", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Payment"), .of = "payment" },
  { "account", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Account"), .of = "payment-account" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_REQUIRED, N_("Amount") },
  { "charge", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("The gateway's id of what was paid") },
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

const KontorKind kontor_refund_kind = {
  .name = "refund",
  .title = N_("Refund"),
  .plural = N_("Refunds"),
  .prefix = "RF",
  .label = "amount",
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
