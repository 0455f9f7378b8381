/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label.c — a word that people put on customers to find them again. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name"), .check = "[^,]{1,40}" },
  { "colour", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("Colour"),
    .choices = "blue|green|yellow|orange|red|purple|grey" },
  { NULL }
};

const KontorKind kontor_label_kind = {
  .name = "label",
  .title = N_("Label"),
  .plural = N_("Labels"),
  .prefix = "LB",
  .label = "name",
  .fields = fields,
};
