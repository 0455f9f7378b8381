/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change-booking.c — another time, other details; the price follows what is chosen. */
#include "journal/action.h"
#include "model/error.h"
#include "operations/bookings.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "booking", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Booking"), .of = "booking" },
  { "at", KONTOR_FIELD_TIME, KONTOR_FIELD_PLAIN, N_("Time") },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Places") },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { NULL }
};

static gboolean
check (KontorStore *store, const KontorBusiness *business, const KontorService *service,
       GVariant *old, GVariant *whole, GError **error)
{
  g_autoptr(GVariant) before = kontor_record_get (old, "at"), at = kontor_record_get (whole, "at");
  gint64 places = kontor_record_get_int (whole, "places", 1);

  if (places < 1)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "places: at least one");
      return FALSE;
    }
  if (g_variant_equal (before, at) && places <= kontor_record_get_int (old, "places", 1))
    return TRUE;

  return kontor_booking_check_slot (store, business, service, at, places,
                                    kontor_record_get_text (old, "id"), error);
}

static GVariant *
change (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *id = kontor_record_get_text (arguments, "booking");
  g_autoptr(GVariant) old = kontor_records_get (store, kontor_kind_find ("booking"), id, error);
  gboolean may = old != NULL &&
                 kontor_states_find_step (&kontor_booking_states,
                                          kontor_record_get_text (old, "state"), "change-booking",
                                          error) != NULL;
  g_autoptr(KontorBusiness) business = may ? kontor_business_load (store, error) : NULL;
  g_autoptr(KontorService) service = business != NULL
    ? kontor_service_load (store, business, kontor_record_get_text (old, "service"), error) : NULL;
  g_autoptr(GVariant) whole = NULL, changes = NULL;

  if (service == NULL)
    return NULL;
  whole = kontor_record_merge (old, arguments);
  if (!check (store, business, service, old, whole, error))
    return NULL;
  changes = kontor_service_dup_changes (service, arguments, "booking", whole);

  return kontor_states_move (&kontor_booking_states, store, actor, id, "change-booking", changes,
                             NULL, error);
}

const KontorAction kontor_change_booking_action = {
  .name = "change-booking",
  .title = N_("Change"),
  .of = "booking",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = change,
};
