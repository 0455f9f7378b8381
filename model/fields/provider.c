/* SPDX-License-Identifier: GPL-3.0-or-later */
/* provider.c — who lends the assistant a model: where it is, how it is asked and what it costs. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "family", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Family") },
  { "base", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Address") },
  { "model", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Model") },
  { "key", KONTOR_FIELD_SECRET, KONTOR_FIELD_PLAIN, N_("Key") },
  { "enabled", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Switched on") },
  { "priority", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Place in the order, lowest first") },
  { "temperature", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Temperature"),
    .check = "[01](\\.[0-9]{1,3})?|2(\\.0{1,3})?" },
  { "max-tokens", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Most tokens of an answer") },
  { "time-out", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN, N_("Time for an answer") },
  { "currency", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Currency of the prices"),
    .of = "currency", .check = "[A-Z]{3}" },
  { "price-in", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Price of a million tokens in"),
    .check = "[0-9]{1,7}(\\.[0-9]{1,6})?" },
  { "price-out", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Price of a million tokens out"),
    .check = "[0-9]{1,7}(\\.[0-9]{1,6})?" },
  { "budget", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Most to spend in a month") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Last test"),
    .choices = "testing|fine|failed" },
  { "advice", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_READ_ONLY, N_("What to mend") },
  { "tested", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Tested") },
  { NULL }
};

const KontorKind kontor_provider_kind = {
  .name = "provider",
  .title = N_("Model provider"),
  .plural = N_("Model providers"),
  .prefix = "PV",
  .label = "name",
  .fields = fields,
};
