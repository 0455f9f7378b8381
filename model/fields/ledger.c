/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ledger.c — money that moved or was asked for. Entries are never changed. */
#include "model/record.h"

static const KontorField fields[] = {
  { "subject-kind", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("About") },
  { "subject", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Which") },
  { "entry", KONTOR_FIELD_CHOICE, KONTOR_FIELD_REQUIRED, N_("Entry"),
    .choices = "requested|paid|refunded|paid-out|cash|bank-transfer|correction" },
  { "amount", KONTOR_FIELD_MONEY, KONTOR_FIELD_REQUIRED, N_("Amount") },
  { "at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_REQUIRED, N_("When") },
  { "actor", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("By") },
  { "note", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "reference", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Reference") },
  { NULL }
};

const KontorKind kontor_ledger_kind = {
  .name = "ledger",
  .title = N_("Ledger entry"),
  .plural = N_("Ledger"),
  .prefix = "LE",
  .label = "entry",
  .flags = KONTOR_KIND_JOURNAL,
  .fields = fields,
};
