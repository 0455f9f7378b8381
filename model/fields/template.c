/* SPDX-License-Identifier: GPL-3.0-or-later */
/* template.c — a text that a line's operator has read and allowed before it is sent: the only
 * thing that reaches a customer who has not written for a day. What became of it is the
 * operator's word. */
#include "model/record.h"

static const KontorField fields[] = {
  { "channel", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Channel"), .of = "channel" },
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "language", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Language") },
  { "category", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Category") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"),
    .choices = "submitting|failed|pending|approved|rejected|paused|disabled|deleting|other" },
  { "quality", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("Quality") },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_READ_ONLY, N_("Reason") },
  { "named", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Variables have names") },
  { "components", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Parts, as JSON") },
  { "remote", KONTOR_FIELD_TEXT, KONTOR_FIELD_READ_ONLY, N_("The operator's id") },
  { NULL }
};

const KontorKind kontor_template_kind = {
  .name = "template",
  .title = N_("Template"),
  .plural = N_("Templates"),
  .prefix = "TP",
  .label = "name",
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
