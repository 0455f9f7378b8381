/* SPDX-License-Identifier: GPL-3.0-or-later */
/* no-show-booking.c — nobody came. */
#include "journal/action.h"
#include "operations/states.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { NULL }
};

static GVariant *
no_show (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_states_move (&kontor_booking_states, store, actor,
                             kontor_record_get_text (arguments, "booking"), "no-show-booking",
                             NULL, NULL, error);
}

const KontorAction kontor_no_show_booking_action = {
  .name = "no-show-booking",
  .title = N_("Nobody came"),
  .of = "booking",
  .all = KONTOR_ROLES_OFFICE | KONTOR_ROLE_FIELD,
  .takes = takes,
  .run = no_show,
};
