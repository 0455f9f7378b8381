/* SPDX-License-Identifier: GPL-3.0-or-later */
/* knowledge.c — what the assistant may say, a passage at a time, in the words of the business. */
#include "model/record.h"

static const KontorField fields[] = {
  { "title", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Title") },
  { "question", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Question") },
  { "text", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_REQUIRED, N_("Answer") },
  { "source", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Source") },
  { "language", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Language") },
  { NULL }
};

const KontorKind kontor_knowledge_kind = {
  .name = "knowledge",
  .title = N_("Passage"),
  .plural = N_("Knowledge"),
  .prefix = "KN",
  .label = "title",
  .view = "knowledge_standing",
  .fields = fields,
};
