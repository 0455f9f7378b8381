/* SPDX-License-Identifier: GPL-3.0-or-later */
/* booking.c — a place at a time, by a contact. Its states and money are kept by actions. */
#include "model/record.h"

static const KontorField fields[] = {
  { "service", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Service"), .of = "service" },
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Contact"), .of = "contact" },
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_READ_ONLY, N_("Conversation") },
  { "at", KONTOR_FIELD_TIME, KONTOR_FIELD_REQUIRED, N_("Time") },
  { "duration", KONTOR_FIELD_DURATION, KONTOR_FIELD_PLAIN, N_("Duration") },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Places") },
  { "state", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("State"),
    .choices = "requested|confirmed|in-progress|completed|cancelled|no-show" },
  { "price", KONTOR_FIELD_MONEY, KONTOR_FIELD_PLAIN, N_("Price") },
  { "payment", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Payment"),
    .choices = "unpaid|link-sent|part-paid|paid|refunded|part-refunded" },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "source", KONTOR_FIELD_CHOICE, KONTOR_FIELD_READ_ONLY, N_("Source"),
    .choices = "customer|teammate|assistant|flow|api-key|system" },
  { "created", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, N_("Created") },
  { NULL }
};

const KontorKind kontor_booking_kind = {
  .name = "booking",
  .title = N_("Booking"),
  .plural = N_("Bookings"),
  .prefix = "BK",
  .digits = 6,
  .label = "service",
  .sort = "at_at",
  .view = "booking_view",
  .has_own = TRUE,
  .flags = KONTOR_KIND_ACTIONS,
  .fields = fields,
};
