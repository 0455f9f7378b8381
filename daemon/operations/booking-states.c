/* SPDX-License-Identifier: GPL-3.0-or-later */
/* booking-states.c — a place at a time: asked for, sure, taken or not. */
#include "operations/states.h"

#define OFFICE KONTOR_ROLES_OFFICE
#define THERE (KONTOR_ROLES_OFFICE | KONTOR_ROLE_FIELD)
#define ANYBODY (KONTOR_ROLES_STAFF | KONTOR_ROLE_CUSTOMER)
#define CUSTOMER KONTOR_TOLD_CUSTOMER
#define NOBODY KONTOR_TOLD_NOBODY

static const KontorStep steps[] = {
  { "requested",   "confirm-booking",  "confirmed",   OFFICE,  CUSTOMER },
  { "requested",   "cancel-booking",   "cancelled",   ANYBODY, CUSTOMER },
  { "requested",   "change-booking",   "requested",   ANYBODY, CUSTOMER, "changed" },
  { "confirmed",   "change-booking",   "confirmed",   ANYBODY, CUSTOMER, "changed" },
  { "confirmed",   "cancel-booking",   "cancelled",   ANYBODY, CUSTOMER },
  { "confirmed",   "start-booking",    "in-progress", THERE,   NOBODY },
  { "confirmed",   "complete-booking", "completed",   THERE,   NOBODY },
  { "confirmed",   "no-show-booking",  "no-show",     THERE,   NOBODY },
  { "in-progress", "complete-booking", "completed",   THERE,   NOBODY },
  { NULL }
};

static const char *const alive[] = { "requested", "confirmed", "in-progress", NULL };

const KontorStates kontor_booking_states = {
  .kind = "booking", .open = alive, .texts = "told", .steps = steps,
};
