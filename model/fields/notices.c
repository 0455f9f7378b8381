/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notices.c — what the desktop tells the owner, and when. A switch for each kind of notice. */
#include "model/record.h"

#define CLOCK "([01][0-9]|2[0-3]):[0-5][0-9]"

static const KontorField fields[] = {
  { "messages", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Customers’ messages") },
  { "unsure", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("The assistant needs a person") },
  { "work", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Bookings and orders") },
  { "payments", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Payments received") },
  { "channels", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Channels that are logged out") },
  { "mentions", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN, N_("Notes that mention you") },
  { "incidents", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN,
    N_("Trouble: a channel stays away, no model answers, the disk fails") },
  { "away-after", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN,
    N_("How long a channel may be away") },
  { "quiet-from", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Quiet from, such as 22:00"),
    .check = CLOCK },
  { "quiet-until", KONTOR_FIELD_TEXT, KONTOR_FIELD_PLAIN, N_("Quiet until, such as 07:00"),
    .check = CLOCK },
  { "private", KONTOR_FIELD_YES_NO, KONTOR_FIELD_PLAIN,
    N_("Show neither names nor what customers write") },
  { NULL }
};

const KontorKind kontor_notices_kind = {
  .name = "notices",
  .title = N_("Notifications"),
  .plural = N_("Notifications"),
  .label = "quiet-from",
  .prefix = "",
  .flags = KONTOR_KIND_SINGLE,
  .fields = fields,
};
