/* SPDX-License-Identifier: GPL-3.0-or-later */
/* service-choice.c — one answer a choice offers, and what it costs. */
#include "model/record.h"

static const KontorField fields[] = {
  { "code", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Code") },
  { "field", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Field"), .of = "service-field" },
  { "title", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Title") },
  { "labels", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Words customers use for it") },
  { "price", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Price") },
  { "position", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Position") },
  { NULL }
};

const KontorKind kontor_service_choice_kind = {
  .name = "service-choice",
  .title = N_("Choice"),
  .plural = N_("Choices"),
  .key = "code",
  .label = "title",
  .sort = "position",
  .fields = fields,
};
