/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change-order.c — other details, as long as nobody works on it; the price follows. */
#include "contacts/business.h"
#include "journal/action.h"
#include "model/error.h"
#include "operations/services.h"
#include "operations/states.h"
#include "store/records.h"

static const KontorField takes[] = {
  { "order", KONTOR_FIELD_LINK, KONTOR_FIELD_REQUIRED, N_("Order"), .of = "order" },
  { "places", KONTOR_FIELD_NUMBER, KONTOR_FIELD_PLAIN, N_("How many") },
  { "note", KONTOR_FIELD_LONG_TEXT, KONTOR_FIELD_PLAIN, N_("Note") },
  { NULL }
};

static GVariant *
change (KontorStore *store, const KontorActor *actor, GVariant *arguments, GError **error)
{
  const char *id = kontor_record_get_text (arguments, "order");
  g_autoptr(GVariant) old = kontor_records_get (store, kontor_kind_find ("order"), id, error);
  g_autoptr(KontorBusiness) business = old != NULL ? kontor_business_load (store, error) : NULL;
  g_autoptr(KontorService) service = business != NULL
    ? kontor_service_load (store, business, kontor_record_get_text (old, "service"), error) : NULL;
  g_autoptr(GVariant) whole = NULL, changes = NULL;

  if (service == NULL)
    return NULL;
  whole = kontor_record_merge (old, arguments);
  if (kontor_record_get_int (whole, "places", 1) < 1)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "places: at least one");
      return NULL;
    }
  changes = kontor_service_dup_changes (service, arguments, "order", whole);

  return kontor_states_move (&kontor_order_states, store, actor, id, "change-order", changes, NULL,
                             error);
}

const KontorAction kontor_change_order_action = {
  .name = "change-order",
  .title = N_("Change"),
  .of = "order",
  .own = KONTOR_ROLE_CUSTOMER,
  .all = KONTOR_ROLES_OFFICE,
  .takes = takes,
  .run = change,
};
