/* SPDX-License-Identifier: GPL-3.0-or-later */
/* timeline.c — the one history of a contact, a booking, and all that is to come. */
#include "model/record.h"

static const KontorField fields[] = {
  { "subject-kind", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("About") },
  { "subject", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Which") },
  { "at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_REQUIRED, N_("When") },
  { "event", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Event") },
  { "text", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Text") },
  { "actor", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("By") },
  { NULL }
};

const KontorKind kontor_timeline_kind = {
  .name = "timeline",
  .title = N_("Timeline entry"),
  .plural = N_("Timeline"),
  .prefix = "TL",
  .label = "event",
  .flags = KONTOR_KIND_JOURNAL,
  .fields = fields,
};
