/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reconciliation.c — what an account's gateway lists for a time, laid beside what we have; its
 * lines are records of their own. */
#include "model/record.h"

static const KontorField fields[] = {
  { "account", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Account"), .of = "payment-account" },
  { "since", KONTOR_FIELD_INSTANT, KONTOR_FIELD_REQUIRED, N_("From") },
  { "until", KONTOR_FIELD_INSTANT, KONTOR_FIELD_REQUIRED, N_("Until") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"),
    .choices = "asking|done|failed" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_READ_ONLY, N_("Reason") },
  { "same", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Lines that agree") },
  { "differing", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Lines that do not") },
  { "attempts", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Attempts") },
  { "created", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Created") },
  { NULL }
};

const KontorKind kontor_reconciliation_kind = {
  .name = "reconciliation",
  .title = N_("Reconciliation"),
  .plural = N_("Reconciliations"),
  .prefix = "RC",
  .label = "account",
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
