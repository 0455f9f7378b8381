/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prompt-version.c — a prompt as it once stood. Each saved text is one, and none is ever changed:
 * what a model was told when it answered can always be read again. */
#include "model/record.h"

static const KontorField fields[] = {
  { "prompt", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Prompt"), .of = "prompt" },
  { "number", KONTOR_FIELD_NUMBER, KONTOR_FIELD_REQUIRED, N_("Version") },
  { "text", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_REQUIRED, N_("Text") },
  { "at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_REQUIRED, N_("When") },
  { "who", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("By") },
  { NULL }
};

const KontorKind kontor_prompt_version_kind = {
  .name = "prompt-version",
  .title = N_("Version of a prompt"),
  .plural = N_("Versions of prompts"),
  .prefix = "PW",
  .label = "number",
  .flags = KONTOR_KIND_JOURNAL,
  .fields = fields,
};
