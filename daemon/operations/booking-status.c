/* SPDX-License-Identifier: GPL-3.0-or-later */
/* booking-status.c — how a booking stands, for those who may see it. */
#include "journal/action.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { NULL }
};

static GVariant *
status (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  return kontor_records_get (store, kontor_kind_find ("booking"),
                             kontor_record_get_text (arguments, "booking"), error);
}

const KontorAction kontor_booking_status_action = {
  .name = "booking-status",
  .title = N_("Status"),
  .of = "booking",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_STAFF,
  .takes = takes,
  .run = status,
};
