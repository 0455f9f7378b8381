/* SPDX-License-Identifier: GPL-3.0-or-later */
/* business.c — the shop itself: what a text leaves unsaid is taken from here. */
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Name") },
  { "zone", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Time zone"),
    .of = "zone" },
  { "currency", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, N_("Currency"),
    .of = "currency", .check = "[A-Z]{3}" },
  { "country", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Country"),
    .check = "[A-Z]{2}" },
  { "language", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Language") },
  { "hours", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Opening hours") },
  { "month-first", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Dates start with the month") },
  { "away", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN,
    N_("Text while it is closed, in the shop's language; {date}, {time}: when it opens") },
  { "greets", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Greet who writes for the first time") },
  { "greet-again", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN,
    N_("Greet again who has not written for so long") },
  { "greeting", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN,
    N_("Greeting, in the shop's language; {business}: its name") },
  { "automatic-most", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN,
    N_("Automatic messages to a contact in an hour (0: no limit)") },
  { "local-only", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN,
    N_("Models: nothing leaves this computer") },
  { "paused-until", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY,
    N_("Automatic replies pause until") },
  { NULL }
};

const KontorKind kontor_business_kind = {
  .name = "business",
  .title = N_("Business"),
  .plural = N_("Business"),
  .label = "name",
  .prefix = "",
  .flags = KONTOR_KIND_SINGLE,
  .fields = fields,
};
