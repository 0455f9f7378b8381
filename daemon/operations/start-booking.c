/* SPDX-License-Identifier: GPL-3.0-or-later */
/* start-booking.c — the service begins. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { NULL }
};

static GVariant *
start (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_states_move (&kontor_booking_states, store, actor,
                             kontor_record_get_text (arguments, "booking"), "start-booking",
                             NULL, NULL, error);
}

const KontorAction kontor_start_booking_action = {
  .name = "start-booking",
  .title = N_("Start"),
  .of = "booking",
  .all = KONTOR_ROLES_OFFICE | KONTOR_ROLE_FIELD,
  .takes = takes,
  .run = start,
};
