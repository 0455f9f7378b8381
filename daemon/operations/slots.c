/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slots.c — bookings may overlap one another in part: what counts is the most that are there at one
 * moment, which is at the start of one of them or of the new one. */
#include "operations/slots.h"

#include "base/clock.h"
#include "operations/slots-table.h"

#define SEARCH_DAYS 14

static gint64
span_us (const KontorService *service)
{
  return MAX (service->duration_s, 60) * G_USEC_PER_SEC;
}

static gint64
places_at (GArray *taken, gint64 moment_us)
{
  gint64 places = 0;

  for (guint i = 0; i < taken->len; i++)
    {
      const KontorTaken *one = &g_array_index (taken, KontorTaken, i);

      if (one->from_us <= moment_us && moment_us < one->to_us)
        places += one->places;
    }

  return places;
}

static gint64
most_at_once (GArray *taken, gint64 from_us)
{
  gint64 most = places_at (taken, from_us);

  for (guint i = 0; i < taken->len; i++)
    {
      gint64 start_us = g_array_index (taken, KontorTaken, i).from_us;

      if (start_us > from_us)
        most = MAX (most, places_at (taken, start_us));
    }

  return most;
}

static gboolean
has_room (KontorStore *store, const KontorService *service, gint64 at_us, gint64 places,
          const char *but, gboolean *room, GError **error)
{
  g_autoptr(GArray) taken = NULL;
  gint64 number = 0;

  *room = TRUE;
  if (service->capacity == 0)
    return TRUE;
  if (but != NULL)
    kontor_kind_parse_id (kontor_kind_find ("booking"), but, &number);
  taken = kontor_slots_taken (store, service->code, at_us, at_us + span_us (service), number, error);
  if (taken == NULL)
    return FALSE;
  *room = most_at_once (taken, at_us) + places <= service->capacity;

  return TRUE;
}

/* What the clock and the calendar say, before the book is opened. */
static KontorSlot
check_clock (const KontorBusiness *business, const KontorService *service, const KontorWallTime *at,
             gint64 *at_us)
{
  KontorZoneFit fit;

  if (!kontor_zone_to_instant (at, business->zone, &fit, at_us))
    return KONTOR_SLOT_NO_SUCH;
  if (fit == KONTOR_ZONE_TWICE)
    return KONTOR_SLOT_TWICE;
  if (*at_us < kontor_clock_now_us () + service->notice_s * G_USEC_PER_SEC)
    return KONTOR_SLOT_PAST;
  if (service->hours != NULL && !kontor_hours_covers (service->hours, at, service->duration_s / 60))
    return KONTOR_SLOT_CLOSED;

  return KONTOR_SLOT_FREE;
}

gboolean
kontor_slot_check (KontorStore *store, const KontorBusiness *business, const KontorService *service,
                   const KontorWallTime *at, gint64 places, const char *but, KontorSlot *slot,
                   gint64 *at_us, GError **error)
{
  gint64 instant_us = 0;
  gboolean room;

  *slot = check_clock (business, service, at, &instant_us);
  if (at_us != NULL)
    *at_us = instant_us;
  if (*slot != KONTOR_SLOT_FREE)
    return TRUE;
  if (!has_room (store, service, instant_us, places, but, &room, error))
    return FALSE;
  if (!room)
    *slot = KONTOR_SLOT_FULL;

  return TRUE;
}

gboolean
kontor_slot_find_next (KontorStore *store, const KontorBusiness *business,
                       const KontorService *service, const KontorWallTime *from, gint64 places,
                       KontorWallTime *found, GError **error)
{
  gint64 step_min = CLAMP (service->duration_s / 60, 15, 60);

  *found = *from;
  for (gint64 waited = step_min; waited <= SEARCH_DAYS * 24 * 60; waited += step_min)
    {
      KontorSlot slot;

      if (!kontor_wall_time_add_minutes (found, step_min))
        return FALSE;
      if (!kontor_slot_check (store, business, service, found, places, NULL, &slot, NULL, error))
        return FALSE;
      if (slot == KONTOR_SLOT_FREE)
        return TRUE;
    }

  return FALSE;
}

const char *
kontor_slot_get_reason (KontorSlot slot)
{
  static const char *const reasons[] = {
    [KONTOR_SLOT_FREE]    = "the time is free",
    [KONTOR_SLOT_PAST]    = "the time is over, or too soon: choose a later one",
    [KONTOR_SLOT_NO_SUCH] = "there is no such time that night, the clocks jump over it: choose another hour",
    [KONTOR_SLOT_TWICE]   = "that time comes twice that night, when the clocks go back: choose another hour",
    [KONTOR_SLOT_CLOSED]  = "the business is closed then: choose a time within its hours",
    [KONTOR_SLOT_FULL]    = "the time is fully booked: choose another one",
  };

  return reasons[slot];
}
