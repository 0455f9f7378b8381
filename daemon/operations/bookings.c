/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations/bookings.h"

#include "contacts/language.h"
#include "inbox/outbox.h"
#include "inbox/texts.h"
#include "journal/timeline.h"
#include "model/error.h"
#include "store/records.h"

#define DAY_US (G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC)

static GPtrArray *
query_alive (KontorStore *store, const char *contact, gint64 from_us, guint limit, GError **error)
{
  static const char *const alive[] = { "requested", "confirmed", "in-progress", NULL };
  g_auto(GVariantDict) filter = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) asked = NULL;

  g_variant_dict_insert (&filter, "state", "^as", alive);
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

/* Somebody of the team did it: the customer hears of it where the booking was made. */
static gboolean
tell_customer (KontorStore *store, GVariant *booking, const char *event, GError **error)
{
  gint64 conversation = kontor_record_get_int (booking, "conversation", 0);
  g_autoptr(KontorBusiness) business = kontor_business_load (store, error);
  g_autoptr(GVariant) contact = business != NULL
    ? kontor_records_get (store, kontor_kind_find ("contact"),
                          kontor_record_get_text (booking, "contact"), error) : NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) refusal = NULL;

  if (contact == NULL)
    return FALSE;
  text = kontor_texts_dup (kontor_contact_get_language (contact, business)->code, "told", event,
                           "id", kontor_record_get_text (booking, "id"), NULL);

  if (conversation == 0 ||
      kontor_outbox_say (store, &kontor_actor_system, conversation, text, 0, NULL, &refusal) > 0 ||
      g_error_matches (refusal, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&refusal));

  return FALSE;
}

gboolean
kontor_booking_tell (KontorStore *store, const KontorActor *actor, GVariant *booking,
                     const char *event, const char *text, KontorTold told, GError **error)
{
  const char *id = kontor_record_get_text (booking, "id");
  const char *contact = kontor_record_get_text (booking, "contact");
  gboolean by_team = g_str_equal (actor->kind, "teammate");

  return kontor_timeline_write (store, actor, "booking", id, event, text, error) &&
         kontor_timeline_write (store, actor, "contact", contact, event, id, error) &&
         (!by_team || !(told & KONTOR_TOLD_CUSTOMER) ||
          tell_customer (store, booking, event, error));
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
