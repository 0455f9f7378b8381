/* SPDX-License-Identifier: GPL-3.0-or-later */
/* golden-run.c — how a golden conversation went with an assistant and its prompts as they were. */
#include "model/record.h"

static const KontorField fields[] = {
  { "at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_REQUIRED, N_("When") },
  { "golden", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Golden conversation"),
    .of = "golden" },
  { "side", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Assistant and prompts") },
  { "passed", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Held") },
  { "expected", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Of") },
  { "faults", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("What did not hold") },
  { "transcript", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("What was said") },
  { "cost", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Cost, rounded") },
  { "cost-nano", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN,
    N_("Cost, in billionths of a minor unit") },
  { "latency-ms", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Milliseconds") },
  { NULL }
};

const KontorKind kontor_golden_run_kind = {
  .name = "golden-run",
  .title = N_("Run of a golden conversation"),
  .plural = N_("Runs of golden conversations"),
  .prefix = "GR",
  .label = "side",
  .flags = KONTOR_KIND_JOURNAL,
  .fields = fields,
};
