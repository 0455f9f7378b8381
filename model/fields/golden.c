/* SPDX-License-Identifier: GPL-3.0-or-later */
/* golden.c — a conversation that must go well whatever is changed about a prompt, with what must
 * hold of each answer; docs/architecture.md has the lines of its script. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "script", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_REQUIRED, N_("What is said, and must hold") },
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Made from conversation") },
  { NULL }
};

const KontorKind kontor_golden_kind = {
  .name = "golden",
  .title = N_("Golden conversation"),
  .plural = N_("Golden conversations"),
  .prefix = "GC",
  .label = "name",
  .fields = fields,
};
