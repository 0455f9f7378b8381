/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit.c — who did what, when, to what and with what result; each entry seals the one before. */
#include "model/record.h"

static const KontorField fields[] = {
  { "at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_REQUIRED, N_("When") },
  { "actor", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("By") },
  { "action", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Action") },
  { "object-kind", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Object") },
  { "object", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Which") },
  { "how", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("How") },
  { "result", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Result") },
  { "hash", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Hash") },
  { NULL }
};

const KontorKind kontor_audit_kind = {
  .name = "audit",
  .title = N_("Audit entry"),
  .plural = N_("Audit log"),
  .prefix = "AU",
  .label = "action",
  .flags = KONTOR_KIND_JOURNAL,
  .fields = fields,
};
