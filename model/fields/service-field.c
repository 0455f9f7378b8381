/* SPDX-License-Identifier: GPL-3.0-or-later */
/* service-field.c — one thing to ask a customer for before a service can be booked. */
#include "model/record.h"

static const KontorField fields[] = {
  { "code", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Code"),
    .check = "[a-z0-9]+(-[a-z0-9]+)*\\.[a-z0-9]+(-[a-z0-9]+)*" },
  { "service", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Service"), .of = "service" },
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name"),
    .check = "[a-z0-9]+(-[a-z0-9]+)*" },
  { "title", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Title") },
  { "type", KONTOR_FIELD_CHOICE, KONTOR_FIELD_REQUIRED, N_("Type"),
    .choices = "text|long-text|number|date|choice|yes-no|phone" },
  { "found-by", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("Found by"),
    .choices = "label|from|to|person|count" },
  { "labels", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Words that announce it") },
  { "check", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Form it must have") },
  { "required", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Required") },
  { "question", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Question") },
  { "position", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Position") },
  { NULL }
};

const KontorKind kontor_service_field_kind = {
  .name = "service-field",
  .title = N_("Field to collect"),
  .plural = N_("Fields to collect"),
  .key = "code",
  .label = "title",
  .sort = "position",
  .fields = fields,
};
