/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/bookings.h"

#include "journal/keep.h"
#include "model/error.h"
#include "store/records.h"

#define DAY_US (G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC)

static GPtrArray *
query_alive (KontorStore *store, const char *contact, gint64 from_us, guint limit, GError **error)
{
  g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) asked = NULL;

  g_variant_dict_insert (&filter, "state", "^as", kontor_booking_states.open);
  g_variant_dict_insert (&filter, "at>=", "x", from_us);
  if (contact != NULL)
    g_variant_dict_insert (&filter, "contact", "s", contact);
  asked = g_variant_ref_sink (g_variant_dict_end (&filter));

  return kontor_records_query (store, kontor_kind_find ("booking"),
                               &(KontorQuery) { .filter = asked, .limit = limit }, NULL, error);
}

GPtrArray *
kontor_bookings_open_of (KontorStore *store, const char *contact, gint64 now_us, GError **error)
{
  return query_alive (store, contact, now_us - DAY_US, 0, error);
}

GPtrArray *
kontor_bookings_to_come (KontorStore *store, gint64 now_us, guint limit, GError **error)
{
  return query_alive (store, NULL, now_us, limit, error);
}

gboolean
kontor_booking_check_slot (KontorStore *store, const KontorBusiness *business,
                           const KontorService *service, GVariant *at, gint64 places,
                           const char *but, GError **error)
{
  const char *local, *zone;
  KontorBusiness in = *business;
  g_autoptr(GTimeZone) named = NULL;
  KontorWallTime wall;
  KontorSlot slot;

  g_variant_get (at, "(&s&sx)", &local, &zone, NULL);
  named = kontor_zone_find (zone, error);
  if (named == NULL || !kontor_wall_time_parse (local, &wall, error))
    return FALSE;
  in.zone = named;
  if (!kontor_slot_check (store, &in, service, &wall, places, but, &slot, NULL, error))
    return FALSE;
  if (slot == KONTOR_SLOT_FREE)
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                       kontor_slot_get_reason (slot));

  return FALSE;
}

gboolean
kontor_booking_check_own (KontorStore *store, GVariant *arguments, GError **error)
{
  KontorField *own = kontor_keep_dup_own (store, kontor_kind_find ("booking"), arguments);
  gboolean fine = kontor_record_check (kontor_action_find ("book")->takes, own, arguments, FALSE,
                                       error);

  kontor_own_fields_free (own);

  return fine;
}
