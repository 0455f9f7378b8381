/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact.c — a person who writes. The phone may be missing; identifiers are kept apart. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_FOUND, N_("Name") },
  { "phone", KONTOR_FIELD_PHONE, KONTOR_FIELD_PLAIN, N_("Phone") },
  { "email", KONTOR_FIELD_TEXT, KONTOR_FIELD_FOUND, N_("E-mail"),
    .check = "[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>.]+" },
  { "language", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Language") },
  { "zone", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Time zone"), .of = "zone" },
  { "labels", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Labels") },
  { "notes", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Notes") },
  { "consent", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Consent"),
    .choices = "unknown|opted-in|opted-out" },
  { "consent-at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Consent since") },
  { "consent-source", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("Consent given by") },
  { "created", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Created") },
  { NULL }
};

const KontorKind kontor_contact_kind = {
  .name = "contact",
  .title = N_("Contact"),
  .plural = N_("Contacts"),
  .prefix = "CT",
  .label = "name",
  .has_own = TRUE,
  .fields = fields,
};
