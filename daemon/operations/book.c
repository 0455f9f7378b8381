/* SPDX-License-Identifier: GPL-3.0-or-later */
/* book.c — a place at a time, for a contact. The capacity is counted in the transaction that
 * books. */
#include "base/clock.h"
#include "journal/action.h"
#include "model/error.h"
#include "operations/bookings.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "service", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Service"), .of = "service" },
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Contact"), .of = "contact" },
  { "at", KONTOR_FIELD_TIME, KONTOR_FIELD_REQUIRED, N_("Time") },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Places") },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Conversation") },
  { NULL }
};

static gboolean
check (KontorStore *store, const KontorBusiness *business, const KontorService *service,
       GVariant *arguments, GError **error)
{
  g_autoptr(GVariant) at = kontor_record_get (arguments, "at");
  gint64 places = kontor_record_get_int (arguments, "places", 1);

  if (!service->active)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s is not offered now",
                   service->name);
      return FALSE;
    }
  if (service->fulfilment == KONTOR_FULFILLED_BY_SELLER)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "%s is ordered and not booked; use place-order", service->name);
      return FALSE;
    }
  if (places < 1)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "places: at least one");
      return FALSE;
    }

  return kontor_booking_check_slot (store, business, service, at, places, NULL, error);
}

static GVariant *
make_values (const KontorService *service, const KontorActor *actor, GVariant *arguments)
{
  g_auto(GVariantDict) values = G_VARIANT_DICT_INIT (arguments);
  gboolean on_yes = g_str_equal (service->confirm, "on-yes");
  KontorMoney price;

  g_variant_dict_insert (&values, "state", "s", on_yes ? "confirmed" : "requested");
  g_variant_dict_insert (&values, "duration", "x", service->duration_s);
  g_variant_dict_insert (&values, "places", "x", kontor_record_get_int (arguments, "places", 1));
  g_variant_dict_insert (&values, "source", "s", actor->kind);
  g_variant_dict_insert (&values, "created", "x", kontor_clock_now_us ());
  if (kontor_service_get_price (service, arguments, &price))
    g_variant_dict_insert (&values, "price", "(xs)", price.minor, price.currency);

  return g_variant_ref_sink (g_variant_dict_end (&values));
}

GVariant *
kontor_booking_make (KontorStore *store, const KontorActor *actor, GVariant *arguments,
                     GError **error)
{
  const KontorKind *kind = kontor_kind_find ("booking");
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);
  g_autoptr(KontorService) service = business != NULL
    ? kontor_service_load (store, business, kontor_record_get_text (arguments, "service"), error)
      : NULL;
  g_autoptr(GVariant) values = NULL, booking = NULL;
  g_autofree char *id = NULL;

  if (service == NULL || !check (store, business, service, arguments, error))
    return NULL;
  values = make_values (service, actor, arguments);
  id = kontor_records_insert (store, kind, values, error);
  booking = id != NULL ? kontor_records_get (store, kind, id, error) : NULL;
  if (booking == NULL ||
      !kontor_states_tell (&kontor_booking_states, store, actor, booking, "booked", NULL,
                           KONTOR_TOLD_NOBODY, error))
    return NULL;

  return g_steal_pointer (&booking);
}

const KontorAction kontor_book_action = {
  .name = "book",
  .title = N_("Book"),
  .of = "booking",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = kontor_booking_make,
};
