/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/booking-states.h"

#include "journal/timeline.h"
#include "model/error.h"
#include "operations/bookings.h"
#include "store/records.h"

#define DESK (KONTOR_ROLE_SALES | KONTOR_ROLE_OPERATIONS | KONTOR_ROLE_MANAGER)
#define ANYBODY (KONTOR_ROLES_STAFF | KONTOR_ROLE_CUSTOMER)

static const KontorBookingStep steps[] = {
  { "requested",   "confirm-booking",  "confirmed",   DESK,    KONTOR_TOLD_CUSTOMER },
  { "requested",   "cancel-booking",   "cancelled",   ANYBODY, KONTOR_TOLD_CUSTOMER },
  { "requested",   "change-booking",   "requested",   ANYBODY, KONTOR_TOLD_CUSTOMER },
  { "confirmed",   "change-booking",   "confirmed",   ANYBODY, KONTOR_TOLD_CUSTOMER },
  { "confirmed",   "cancel-booking",   "cancelled",   ANYBODY, KONTOR_TOLD_CUSTOMER },
  { "confirmed",   "start-booking",    "in-progress", DESK | KONTOR_ROLE_FIELD, KONTOR_TOLD_NOBODY },
  { "confirmed",   "complete-booking", "completed",   DESK | KONTOR_ROLE_FIELD, KONTOR_TOLD_NOBODY },
  { "confirmed",   "no-show-booking",  "no-show",     DESK | KONTOR_ROLE_FIELD, KONTOR_TOLD_NOBODY },
  { "in-progress", "complete-booking", "completed",   DESK | KONTOR_ROLE_FIELD, KONTOR_TOLD_NOBODY },
  { NULL }
};

const KontorBookingStep *
kontor_booking_steps (void)
{
  return steps;
}

const KontorBookingStep *
kontor_booking_find_step (const char *state, const char *action, GError **error)
{
  g_autoptr(GString) possible = g_string_new (NULL);

  for (const KontorBookingStep *step = steps; step->from != NULL; step++)
    {
      if (!g_str_equal (step->from, state))
        continue;
      if (g_str_equal (step->action, action))
        return step;
      g_string_append_printf (possible, "%s%s", possible->len > 0 ? ", " : "", step->action);
    }
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "the booking is %s; %s%s", state,
               possible->len > 0 ? "what can be done: " : "it is closed and cannot be changed",
               possible->str);

  return NULL;
}

GVariant *
kontor_booking_move (KontorStore *store, const KontorActor *actor, const char *id,
                     const char *action, const char *text, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("booking");
  g_autoptr(GVariant) old = kontor_records_get (store, kind, id, error);
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  const KontorBookingStep *step = old != NULL
    ? kontor_booking_find_step (kontor_record_get_text (old, "state"), action, error) : NULL;

  if (step == NULL)
    return NULL;
  if ((step->roles & actor->roles) == 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED, "%s is not for this role", action);
      return NULL;
    }
  g_variant_dict_insert (&changes, "state", "s", step->to);
  values = g_variant_ref_sink (g_variant_dict_end (&changes));
  if (!kontor_records_update (store, kind, id, values, error) ||
      !kontor_booking_tell (store, actor, old, step->to, text, step->told, error))
    return NULL;

  return kontor_records_get (store, kind, id, error);
}
