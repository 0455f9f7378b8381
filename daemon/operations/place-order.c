/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place-order.c — a job that people will do for a contact. */
#include "base/clock.h"
#include "journal/action.h"
#include "model/error.h"
#include "operations/services.h"
#include "operations/states.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "service", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Service"), .of = "service" },
  { "contact", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Contact"), .of = "contact" },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("How many") },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { "conversation", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("Conversation") },
  { NULL }
};

static gboolean
check (const KontorService *service, GVariant *arguments, GError **error)
{
  if (!service->active)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s is not offered now",
                 service->name);
  else if (service->fulfilment != KONTOR_FULFILLED_BY_SELLER)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                 "%s is not fulfilled by a seller; book it, or open a lead", service->name);
  else if (kontor_record_get_int (arguments, "places", 1) < 1)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "places: at least one");
  else
    return TRUE;

  return FALSE;
}

static GVariant *
make_values (const KontorService *service, const KontorActor *actor, GVariant *arguments)
{
  g_auto(GVariantDict) values = G_VARIANT_DICT_INIT (arguments);
  KontorMoney price;

  g_variant_dict_insert (&values, "state", "s", "received");
  g_variant_dict_insert (&values, "places", "x", kontor_record_get_int (arguments, "places", 1));
  g_variant_dict_insert (&values, "source", "s", actor->kind);
  g_variant_dict_insert (&values, "created", "x", kontor_clock_now_us ());
  if (kontor_service_get_price (service, arguments, &price))
    g_variant_dict_insert (&values, "price", "(xs)", price.minor, price.currency);

  return g_variant_ref_sink (g_variant_dict_end (&values));
}

static GVariant *
place (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("order");
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);
  g_autoptr(KontorService) service = business != NULL
    ? kontor_service_load (store, business, kontor_record_get_text (arguments, "service"), error)
      : NULL;
  g_autoptr(GVariant) values = NULL, order = NULL;
  g_autofree char *id = NULL;

  if (service == NULL || !check (service, arguments, error))
    return NULL;
  values = make_values (service, actor, arguments);
  id = kontor_records_insert (store, kind, values, error);
  order = id != NULL ? kontor_records_get (store, kind, id, error) : NULL;
  if (order == NULL || !kontor_states_tell (&kontor_order_states, store, actor, order, "ordered",
                                            NULL, KONTOR_TOLD_NOBODY, error))
    return NULL;

  return g_steal_pointer (&order);
}

const KontorAction kontor_place_order_action = {
  .name = "place-order",
  .title = N_("Order"),
  .of = "order",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = place,
};
