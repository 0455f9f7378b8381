/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inbox-view.c — a way to look at the inbox that somebody wants again: a filter under a name, of
 * one teammate alone, or of all. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name"), .check = ".{1,60}" },
  { "whose", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("Assigned to"),
    .choices = "me|nobody" },
  { "channel", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Channel"), .of = "channel" },
  { "label", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Label"), .of = "label" },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("State"),
    .choices = "open|pending|snoozed|closed" },
  { "unread", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Only unread") },
  { "mentioned", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Only where I am mentioned") },
  { "words", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("With the words") },
  { "teammate", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Only for"), .of = "teammate" },
  { NULL }
};

const KontorKind kontor_inbox_view_kind = {
  .name = "inbox-view",
  .title = N_("Saved view"),
  .plural = N_("Saved views"),
  .prefix = "VW",
  .label = "name",
  .fields = fields,
};
