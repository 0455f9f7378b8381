/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wording.c — what a service, one of its fields or one of its choices is called in another language
 * than the shop's. What a booking keeps is never translated, only what customers read. */
#include "model/record.h"

static const KontorField fields[] = {
  { "code", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Code") },
  { "service", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Service"), .of = "service" },
  { "subject", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Code of what is worded") },
  { "language", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Language"),
    .check = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*" },
  { "title", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Title") },
  { "labels", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Words customers use for it") },
  { "question", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Question, of a field") },
  { "confirmation", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN,
    N_("Text after booking, of a service") },
  { NULL }
};

const KontorKind kontor_wording_kind = {
  .name = "wording",
  .title = N_("Wording"),
  .plural = N_("Wordings"),
  .key = "code",
  .label = "title",
  .fields = fields,
};
