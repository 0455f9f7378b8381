/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confirm-booking.c — a person says yes to a request. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { NULL }
};

static GVariant *
confirm (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_states_move (&kontor_booking_states, store, actor,
                             kontor_record_get_text (arguments, "booking"), "confirm-booking",
                             NULL, NULL, error);
}

const KontorAction kontor_confirm_booking_action = {
  .name = "confirm-booking",
  .title = N_("Confirm"),
  .of = "booking",
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = confirm,
};
