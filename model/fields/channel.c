/* SPDX-License-Identifier: GPL-3.0-or-later */
/* channel.c — a line to the outside; the settings of its kind are its own fields. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "kind", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Kind") },
  { "active", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Active") },
  { "mode", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("What the assistant may do"),
    .choices = "automatic|draft|off" },
  { "quiet", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN,
    N_("Silence of the customer before an answer") },
  { "quiet-most", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN,
    N_("Longest wait for who writes on and on") },
  { "assistant", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Assistant"), .of = "assistant" },
  { "removed", KONTOR_FIELD_YES_NO, KONTOR_FIELD_READ_ONLY, N_("Removed") },
  { "last-at", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Last activity") },
  { NULL }
};

const KontorKind kontor_channel_kind = {
  .name = "channel",
  .title = N_("Channel"),
  .plural = N_("Channels"),
  .prefix = "CH",
  .label = "name",
  .has_own = TRUE,
  .fields = fields,
};
