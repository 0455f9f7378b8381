/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canned-reply.c — what is said again and again, and what is done with the conversation then. */
#include "model/record.h"

static const KontorField fields[] = {
  { "shortcut", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Shortcut"),
    .check = "[^\\s/]{1,30}" },
  { "title", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Title") },
  { "text", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN,
    N_("Text, with {name}, {first-name}, {business}, {booking} or {me}") },
  { "label", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Puts the label"), .of = "label" },
  { "assignee", KONTOR_FIELD_LINK, KONTOR_FIELD_PLAIN, N_("Assigns to"), .of = "teammate" },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Leaves a note for the team") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("Sets the conversation"),
    .choices = "open|pending|closed" },
  { "snooze", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN, N_("Snoozes it for") },
  { "hand-back", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Hands back to the assistant") },
  { NULL }
};

const KontorKind kontor_canned_reply_kind = {
  .name = "canned-reply",
  .title = N_("Saved reply"),
  .plural = N_("Saved replies"),
  .prefix = "CR",
  .label = "title",
  .fields = fields,
};
