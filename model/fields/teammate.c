/* SPDX-License-Identifier: GPL-3.0-or-later */
/* teammate.c — a person of the business and what they may do. Roles are a set. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "phone", KONTOR_FIELD_PHONE, KONTOR_FIELD_PLAIN, N_("Phone") },
  { "manager", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Manager") },
  { "sales", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Sales") },
  { "operations", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Operations") },
  { "field", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Field staff") },
  { "seller", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Seller") },
  { "active", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Active") },
  { NULL }
};

const KontorKind kontor_teammate_kind = {
  .name = "teammate",
  .title = N_("Teammate"),
  .plural = N_("Teammates"),
  .prefix = "TM",
  .label = "name",
  .fields = fields,
};
