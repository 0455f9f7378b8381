/* SPDX-License-Identifier: GPL-3.0-or-later */
/* complete-booking.c — the service was given. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { NULL }
};

static GVariant *
complete (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_states_move (&kontor_booking_states, store, actor,
                             kontor_record_get_text (arguments, "booking"), "complete-booking",
                             NULL, NULL, error);
}

const KontorAction kontor_complete_booking_action = {
  .name = "complete-booking",
  .title = N_("Complete"),
  .of = "booking",
  .all = KONTOR_ROLES_OFFICE | KONTOR_ROLE_FIELD,
  .takes = takes,
  .run = complete,
};
