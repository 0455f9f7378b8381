/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prompt.c — what a model is told before everything, in the owner's words. Names in braces are
 * filled in: {business}, {assistant}, {policy}, {tone}, {language}, {now}, {hours}, {services}. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "purpose", KONTOR_FIELD_CHOICE, KONTOR_FIELD_REQUIRED, N_("Used for"),
    .choices = "reply|extraction|hand-over|summary|voice" },
  { "text", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_REQUIRED, N_("Text") },
  { "version", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Version") },
  { NULL }
};

const KontorKind kontor_prompt_kind = {
  .name = "prompt",
  .title = N_("Prompt"),
  .plural = N_("Prompts"),
  .prefix = "PR",
  .label = "name",
  .fields = fields,
};
