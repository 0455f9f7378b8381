/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identifier.c — one of the ways by which a contact is known on a line. */
#include "model/record.h"

static const KontorField fields[] = {
  { "kind", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Kind"),
    .choices = "phone|jid|lid|user-id" },
  { "value", KONTOR_FIELD_PHONE, KONTOR_FIELD_READ_ONLY, N_("Value") },
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_READ_ONLY, N_("Contact"), .of = "contact" },
  { NULL }
};

const KontorKind kontor_identifier_kind = {
  .name = "identifier",
  .title = N_("Identifier"),
  .plural = N_("Identifiers"),
  .prefix = "ID",
  .label = "value",
  .flags = KONTOR_KIND_JOURNAL,
  .fields = fields,
};
