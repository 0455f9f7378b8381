/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assistant.c — how a model answers on a channel: what it is told, how it speaks, what it may read.
 * A channel without one has the default. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "is-default", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("For channels without one") },
  { "policy", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("What it may and may not") },
  { "tone", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("How it speaks") },
  { "languages", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Languages it answers in"),
    .check = "[a-zA-Z-]+( *, *[a-zA-Z-]+)*" },
  { "sources", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Knowledge it may use, by source") },
  { "reply", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Prompt to reply"), .of = "prompt" },
  { "extraction", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Prompt to find what was said"),
    .of = "prompt" },
  { "hand-over", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Prompt to hand over to people"),
    .of = "prompt" },
  { "summary", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Prompt to sum up"), .of = "prompt" },
  { "voice", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Prompt for voice notes"),
    .of = "prompt" },
  { NULL }
};

const KontorKind kontor_assistant_kind = {
  .name = "assistant",
  .title = N_("Assistant"),
  .plural = N_("Assistants"),
  .prefix = "AS",
  .label = "name",
  .fields = fields,
};
