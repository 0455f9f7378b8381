/* SPDX-License-Identifier: GPL-3.0-or-later */
/* service.c — what is sold, and how a place in it is taken. */
#include "model/record.h"

static const KontorField fields[] = {
  { "code", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Code"),
    .check = "[a-z0-9]+(-[a-z0-9]+)*" },
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "description", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Description") },
  { "labels", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Words customers use for it") },
  { "fulfilment", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("Fulfilled by"),
    .choices = "slot|departure|seller|quote" },
  { "price", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Price") },
  { "duration", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN, N_("Duration") },
  { "capacity", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Places at a time") },
  { "notice", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN, N_("Shortest notice") },
  { "hours", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Hours, when other than the business") },
  { "confirm", KONTOR_FIELD_CHOICE, KONTOR_FIELD_PLAIN, N_("Confirmed"),
    .choices = "on-yes|on-payment|by-person" },
  { "confirmation", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Text after booking") },
  { "welcome", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Text after payment") },
  { "welcome-files", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN,
    N_("Files sent with it, one on each line") },
  { "active", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Offered") },
  { NULL }
};

const KontorKind kontor_service_kind = {
  .name = "service",
  .title = N_("Service"),
  .plural = N_("Services"),
  .key = "code",
  .label = "name",
  .fields = fields,
};
