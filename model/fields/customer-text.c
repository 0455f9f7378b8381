/* SPDX-License-Identifier: GPL-3.0-or-later */
/* customer-text.c — what the business says in place of a text of ours, in one language. */
#include "model/record.h"

static const KontorField fields[] = {
  { "code", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Language, group and name"),
    .check = "[A-Za-z-]+\\.[a-z-]+\\.[a-z-]+" },
  { "text", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_REQUIRED, N_("Text") },
  { NULL }
};

const KontorKind kontor_customer_text_kind = {
  .name = "customer-text",
  .title = N_("Text to customers"),
  .plural = N_("Texts to customers"),
  .key = "code",
  .label = "code",
  .fields = fields,
};
