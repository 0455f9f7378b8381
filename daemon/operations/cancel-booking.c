/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cancel-booking.c — gives the place back. Cancelling what is cancelled changes nothing. */
#include "journal/action.h"
#include "operations/states.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { "reason", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Reason") },
  { NULL }
};

static GVariant *
cancel (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *id = kontor_record_get_text (arguments, "booking");
  g_autoptr(GVariant) booking = kontor_records_get (store, kontor_kind_find ("booking"), id, error);

  if (booking == NULL || g_strcmp0 (kontor_record_get_text (booking, "state"), "cancelled") == 0)
    return g_steal_pointer (&booking);

  return kontor_states_move (&kontor_booking_states, store, actor, id, "cancel-booking", NULL,
                             kontor_record_get_text (arguments, "reason"), error);
}

const KontorAction kontor_cancel_booking_action = {
  .name = "cancel-booking",
  .title = N_("Cancel"),
  .of = "booking",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = cancel,
};
