/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/doors.h"

#include "base/clock.h"
#include "bus/values.h"
#include "config.h"
#include "desk/demo.h"
#include "inbox/counts.h"
#include "journal/audit.h"
#include "model/zone.h"
#include "operations/bookings.h"
#include "operations/states.h"
#include "store/records.h"

static gint64
count (KontorBusHouse *house, const char *kind, GVariant *filter, GError **error)
{
  g_autoptr(GVariant) asked = g_variant_ref_sink (filter);

  return kontor_records_count (house->store, kontor_kind_find (kind), asked, error);
}

/* @filter: as g_variant_new_parsed() reads it. */
static gboolean
add_bookings (KontorBusHouse *house, GVariantDict *status, const char *name, const char *filter,
              GError **error)
{
  gint64 bookings = count (house, "booking", g_variant_new_parsed (filter), error);

  g_variant_dict_insert (status, name, "x", bookings);

  return bookings >= 0;
}

/* A business that takes no orders is told of none. */
static gboolean
add_orders (KontorBusHouse *house, GVariantDict *status, GError **error)
{
  GVariant *open = g_variant_new_parsed ("{'state': <%^as>}", kontor_order_states.open);
  GVariant *sold = g_variant_new_parsed ("{'fulfilment': <'seller'>, 'active': <true>}");
  gint64 orders = count (house, "order", open, error);
  gint64 ordered = orders != 0 ? orders : count (house, "service", sold, error);

  if (ordered > 0)
    g_variant_dict_insert (status, "orders", "x", orders);

  return ordered >= 0;
}

/* The day of the business, by the clock on its wall. */
static gboolean
add_today (KontorBusHouse *house, KontorBusiness *business, GVariantDict *status, GError **error)
{
  gint64 from_us = 0, to_us = 0;
  g_autofree char *filter = NULL;
  KontorWallTime wall;

  if (kontor_zone_from_instant (kontor_clock_now_us (), business->zone, &wall))
    {
      wall.hour = wall.minute = 0;
      kontor_zone_to_instant (&wall, business->zone, NULL, &from_us);
      kontor_wall_time_add_days (&wall, 1);
      kontor_zone_to_instant (&wall, business->zone, NULL, &to_us);
    }
  g_variant_dict_insert (status, "day-from", "x", from_us);
  g_variant_dict_insert (status, "day-to", "x", to_us);
  filter = g_strdup_printf ("{'at>=': <int64 %" G_GINT64_FORMAT ">, 'at<': <int64 %"
                            G_GINT64_FORMAT ">, 'state!=': <'cancelled'>}", from_us, to_us);

  return add_orders (house, status, error) &&
         add_bookings (house, status, "today", filter, error) &&
         add_bookings (house, status, "requested", "{'state': <'requested'>}", error) &&
         add_bookings (house, status, "unpaid",
                       "{'payment': <['unpaid', 'link-sent', 'part-paid']>,"
                       " 'state': <['requested', 'confirmed', 'in-progress', 'completed']>}",
                       error);
}

/* Lines that wait for a person, or for better times. */
static gint64
count_troubled (KontorBusHouse *house, GPtrArray *channels)
{
  gint64 troubled = 0;

  for (guint i = 0; i < channels->len; i++)
    {
      KontorChannel *channel =
        kontor_lines_find (house->lines, kontor_record_get_text (channels->pdata[i], "id"));

      troubled += channel != NULL &&
                  kontor_channel_get_health (channel)->state >= KONTOR_CHANNEL_DEGRADED;
    }

  return troubled;
}

static gboolean
add_channels (KontorBusHouse *house, GVariantDict *status, GError **error)
{
  g_autoptr(GVariant) there = g_variant_ref_sink (g_variant_new_parsed ("{'removed': <false>}"));
  g_autoptr(GPtrArray) channels =
    kontor_records_query (house->store, kontor_kind_find ("channel"),
                          &(KontorQuery) { .filter = there }, NULL, error);

  if (channels == NULL)
    return FALSE;
  g_variant_dict_insert (status, "channels", "x", (gint64) channels->len);
  g_variant_dict_insert (status, "troubled", "x", count_troubled (house, channels));

  return TRUE;
}

static gboolean
add_counts (KontorBusHouse *house, GVariantDict *status, GError **error)
{
  g_autoptr(GPtrArray) bookings =
    kontor_bookings_to_come (house->store, kontor_clock_now_us (), 0, error);
  KontorCounts counts;

  if (bookings == NULL || !add_channels (house, status, error) ||
      !kontor_counts_read (house->store, house->owner.id, &counts, error))
    return FALSE;
  g_variant_dict_insert (status, "conversations", "x", counts.open);
  g_variant_dict_insert (status, "mine", "x", counts.mine);
  g_variant_dict_insert (status, "unassigned", "x", counts.nobodys);
  g_variant_dict_insert (status, "unread", "x", counts.unread);
  g_variant_dict_insert (status, "bookings", "x", (gint64) bookings->len);
  g_variant_dict_insert (status, "unsent", "x", counts.unsent);

  return TRUE;
}

static gboolean
on_status (KontorDBusDaemon *door, GDBusMethodInvocation *invocation, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorBusiness) business = kontor_business_load (house->store, &error);
  g_auto(GVariantDict) status = G_VARIANT_DICT_INIT (NULL);

  if (business == NULL || !add_counts (house, &status, &error) ||
      !add_today (house, business, &status, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  g_variant_dict_insert (&status, "lock", "s", !kontor_app_lock_is_set (house->lock) ? "none"
                         : kontor_app_lock_is_closed (house->lock) ? "closed" : "open");
  g_variant_dict_insert (&status, "version", "s", KONTOR_VERSION);
  g_variant_dict_insert (&status, "teammate", "s", house->owner.id);
  g_variant_dict_insert (&status, "business", "s", business->name);
  g_variant_dict_insert (&status, "demo", "s", house->demo);
  g_variant_dict_insert (&status, "paused-until", "x", business->paused_until_us);
  g_variant_dict_insert (&status, "folder", "s", house->folder);
  kontor_dbus_daemon_complete_status (door, invocation, g_variant_dict_end (&status));

  return TRUE;
}

static gboolean
on_demos (KontorDBusDaemon *door, GDBusMethodInvocation *invocation, KontorBusHouse *house)
{
  g_auto(GStrv) names = kontor_demo_list (house->demos);

  kontor_dbus_daemon_complete_demos (door, invocation, (const char *const *) names);

  return TRUE;
}

/* The answer goes out before the house is changed: this door is closed with it. */
static gboolean
on_load_demo (KontorDBusDaemon *door, GDBusMethodInvocation *invocation, const char *name,
              KontorBusHouse *house)
{
  house->change_demo (name, invocation, house->data);

  return TRUE;
}

static gboolean
on_remove_demo (KontorDBusDaemon *door, GDBusMethodInvocation *invocation, KontorBusHouse *house)
{
  house->change_demo (NULL, invocation, house->data);

  return TRUE;
}

static gboolean
on_quit (KontorDBusDaemon *door, GDBusMethodInvocation *invocation, KontorBusHouse *house)
{
  kontor_dbus_daemon_complete_quit (door, invocation);
  house->quit (house->data);

  return TRUE;
}

KontorDBusDaemon *
kontor_door_daemon (KontorBusHouse *house)
{
  KontorDBusDaemon *door = kontor_dbus_daemon_skeleton_new ();

  kontor_dbus_daemon_set_version (door, KONTOR_VERSION);
  kontor_dbus_daemon_set_demo (door, house->demo);
  g_signal_connect (door, "handle-status", G_CALLBACK (on_status), house);
  kontor_door_check (door, house);
  g_signal_connect (door, "handle-demos", G_CALLBACK (on_demos), house);
  g_signal_connect (door, "handle-load-demo", G_CALLBACK (on_load_demo), house);
  g_signal_connect (door, "handle-remove-demo", G_CALLBACK (on_remove_demo), house);
  g_signal_connect (door, "handle-quit", G_CALLBACK (on_quit), house);

  return door;
}
