/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge.c — two contacts that became one, or that something proves to be one person. */
#include "model/record.h"

static const KontorField fields[] = {
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_READ_ONLY, N_("Contact"), .of = "contact" },
  { "other", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("The other") },
  { "other-name", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("Its name") },
  { "proof", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Proof"),
    .choices = "line|email|phone|person" },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"),
    .choices = "suggested|merged|dismissed|undone" },
  { "at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Time") },
  { "actor", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("By") },
  { NULL }
};

const KontorKind kontor_merge_kind = {
  .name = "merge",
  .title = N_("Merged contact"),
  .plural = N_("Merged contacts"),
  .prefix = "MG",
  .label = "other-name",
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
