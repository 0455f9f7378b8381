/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reconciliation-line.c — one payment, refund or pay-out as the gateway has it and as we do. */
#include "model/record.h"

static const KontorField fields[] = {
  { "reconciliation", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Reconciliation"),
    .of = "reconciliation" },
  { "verdict", KONTOR_FIELD_CHOICE, KONTOR_FIELD_REQUIRED, N_("Verdict"),
    .choices = "same|differs|only-ours|only-theirs" },
  { "what", KONTOR_FIELD_CHOICE, KONTOR_FIELD_REQUIRED, N_("What"),
    .choices = "paid|refunded|paid-out" },
  { "payment", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Payment"), .of = "payment" },
  { "ours", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Ours") },
  { "theirs", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Theirs") },
  { "at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_REQUIRED, N_("When") },
  { "remote", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("The gateway's id") },
  { NULL }
};

const KontorKind kontor_reconciliation_line_kind = {
  .name = "reconciliation-line",
  .title = N_("Line of a reconciliation"),
  .plural = N_("Lines of reconciliations"),
  .prefix = "RL",
  .label = "remote",
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
