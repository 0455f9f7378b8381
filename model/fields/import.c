/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import.c — a file that was brought in, and how much of it. */
#include "model/record.h"

static const KontorField fields[] = {
  { "token", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("Token") },
  { "file", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("File") },
  { "of", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("Kind") },
  { "at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Time") },
  { "actor", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("By") },
  { "added", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Added") },
  { "changed", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Changed") },
  { "skipped", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Left out") },
  { "refused", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Refused") },
  { "taken-back", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Taken back") },
  { "kept", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Kept, for it was used since") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"), .choices = "done|undone" },
  { NULL }
};

const KontorKind kontor_import_kind = {
  .name = "import",
  .title = N_("Import"),
  .plural = N_("Imports"),
  .prefix = "IM",
  .label = "file",
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
