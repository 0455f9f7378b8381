/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tray.c — the item is on the bus under the daemon's own name, which needs no name of the tray's
 * and so no permission in a sandbox. It is registered whenever a watcher comes. */
#include "desktop/tray.h"

#include <string.h>

#include "base/clock.h"
#include "config.h"
#include "desktop/open.h"
#include "desktop/tray-menu.h"
#include "inbox/counts.h"
#include "journal/action.h"
#include "kontor-dbus-tray.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

#define WATCHER "org.kde.StatusNotifierWatcher"
#define ITEM_PATH "/StatusNotifierItem"
#define ICON KONTOR_APPLICATION_ID "-idle-symbolic"
#define ICON_PAUSED KONTOR_APPLICATION_ID "-paused-symbolic"
#define ICON_UNREAD KONTOR_APPLICATION_ID "-unread-symbolic"
#define ICON_TROUBLE KONTOR_APPLICATION_ID "-trouble-symbolic"
#define GATHER_MS 300
/* When tomorrow begins for who pauses until then, in hours. */
#define MORNING 6

struct _KontorTray
{
  const KontorDesktopHouse *house;
  KontorDBusItem           *item;
  KontorTrayMenu           *menu;
  guint                     watcher;    /* of names */
  gboolean                  is_watched;
  guint                     watch, timer, over;
  gulong                    health, lock;
};

static const char *const states[] = {
  N_("Off"), N_("Connecting"), N_("Connected"), N_("In trouble"), N_("Logged out"), N_("Banned"),
};

static void
fill_channels (KontorTray *self, KontorTrayState *state)
{
  g_autoptr(GVariant) filter = g_variant_ref_sink (g_variant_new_parsed ("{'removed': <false>}"));
  g_autoptr(GPtrArray) channels =
    kontor_records_query (self->house->store, kontor_kind_find ("channel"),
                          &(KontorQuery) { .filter = filter }, NULL, NULL);

  state->channels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; channels != NULL && i < channels->len; i++)
    {
      KontorChannel *line = kontor_lines_find (self->house->lines,
                                               kontor_record_get_text (channels->pdata[i], "id"));
      KontorChannelState how = line != NULL ? kontor_channel_get_health (line)->state
                                            : KONTOR_CHANNEL_OFF;

      state->troubled += how >= KONTOR_CHANNEL_DEGRADED;
      g_ptr_array_add (state->channels,
                       g_strdup_printf ("%s: %s", kontor_record_get_text (channels->pdata[i],
                                                                          "name"),
                                        _(states[how])));
    }
}

static gboolean on_over (gpointer data);

/* What is paused shows so until it is over. */
static void
fill_pause (KontorTray *self, KontorTrayState *state)
{
  g_autoptr(GVariant) business =
    kontor_records_get (self->house->store, kontor_kind_find ("business"), "1", NULL);
  gint64 until_us = business != NULL ? kontor_record_get_int (business, "paused-until", 0) : 0;
  gint64 left_us = until_us - kontor_clock_now_us ();

  g_clear_handle_id (&self->over, g_source_remove);
  if (left_us <= 0)
    return;
  state->paused_until_us = until_us;
  self->over = g_timeout_add_seconds (MIN (left_us / G_USEC_PER_SEC + 1, G_MAXINT), on_over, self);
}

static char *
dup_title (const KontorTrayState *state)
{
  g_autoptr(GString) title = g_string_new ("Kontor");

  if (state->is_locked)
    g_string_append_printf (title, " · %s", _("locked"));
  if (state->unread > 0)
    g_string_append_printf (title, ngettext (" · %d unread", " · %d unread", state->unread),
                            (int) state->unread);
  if (state->troubled > 0)
    g_string_append_printf (title, " · %s", _("a channel needs you"));
  if (state->paused_until_us > 0)
    g_string_append_printf (title, " · %s", _("replies pause"));

  return g_string_free (g_steal_pointer (&title), FALSE);
}

static GVariant *
make_tool_tip (const char *icon, const char *title)
{
  return g_variant_new ("(s@a(iiay)ss)", icon, g_variant_new ("a(iiay)", NULL), title, "");
}

static void
draw (KontorTray *self, const KontorTrayState *state)
{
  g_autofree char *title = dup_title (state);
  const char *status = state->troubled > 0 ? "NeedsAttention" : "Active";
  const char *icon = state->paused_until_us > 0 ? ICON_PAUSED
                     : state->unread > 0 ? ICON_UNREAD : ICON;

  kontor_dbus_item_set_title (self->item, title);
  kontor_dbus_item_set_icon_name (self->item, icon);
  kontor_dbus_item_set_status (self->item, status);
  kontor_dbus_item_set_tool_tip (self->item, make_tool_tip (icon, title));
  /* Properties of this interface are told by signals of its own. */
  kontor_dbus_item_emit_new_title (self->item);
  kontor_dbus_item_emit_new_icon (self->item);
  kontor_dbus_item_emit_new_tool_tip (self->item);
  kontor_dbus_item_emit_new_status (self->item, status);
  kontor_tray_menu_show (self->menu, state);
}

static void
show (KontorTray *self)
{
  KontorTrayState state = { .is_locked = kontor_app_lock_is_closed (self->house->lock) };
  KontorCounts counts = { 0 };

  if (!state.is_locked)
    {
      kontor_counts_read (self->house->store, self->house->owner.id, &counts, NULL);
      state.unread = counts.unread;
      fill_channels (self, &state);
      fill_pause (self, &state);
    }
  draw (self, &state);
  g_clear_pointer (&state.channels, g_ptr_array_unref);
}

static gboolean
on_over (gpointer data)
{
  KontorTray *self = data;

  self->over = 0;
  show (self);

  return G_SOURCE_REMOVE;
}

static gboolean
on_gathered (gpointer data)
{
  KontorTray *self = data;

  self->timer = 0;
  show (self);

  return G_SOURCE_REMOVE;
}

static void
show_soon (KontorTray *self)
{
  if (self->timer == 0 && self->is_watched)
    self->timer = g_timeout_add (GATHER_MS, on_gathered, self);
}

/* At once: what the menu said is gone before anybody sits down. */
static void
on_lock_changed (KontorTray *self)
{
  if (self->is_watched)
    show (self);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  static const char *const shown[] = { "conversation", "channel", "business", NULL };

  if (g_strv_contains (shown, kind))
    show_soon (data);
}

static void
pause_replies (KontorTray *self, const char *for_text, gint64 until_us)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) arguments = NULL, done = NULL;
  g_autoptr(GError) error = NULL;

  if (until_us > 0)
    g_variant_dict_insert (&dict, "until", "x", until_us);
  else
    g_variant_dict_insert (&dict, "for", "x", g_ascii_strtoll (for_text, NULL, 10) * 60);
  arguments = g_variant_ref_sink (g_variant_dict_end (&dict));
  done = kontor_action_run (self->house->store, &self->house->owner, "pause-replies", arguments,
                            NULL, &error);
  if (done == NULL)
    g_warning ("%s", error->message);
}

static gint64
find_tomorrow_us (void)
{
  g_autoptr(GDateTime) now =
    g_date_time_new_from_unix_local (kontor_clock_now_us () / G_USEC_PER_SEC);
  g_autoptr(GDateTime) next = g_date_time_add_days (now, 1);
  g_autoptr(GDateTime) morning = g_date_time_new_local (
    g_date_time_get_year (next), g_date_time_get_month (next),
    g_date_time_get_day_of_month (next), MORNING, 0, 0);

  return g_date_time_to_unix (morning) * G_USEC_PER_SEC;
}

static void
on_chosen (const char *what, gpointer data)
{
  KontorTray *self = data;

  /* A menu that was open when it was locked leads to the lock as well. */
  if (g_str_equal (what, "open") || kontor_app_lock_is_closed (self->house->lock))
    kontor_open_window (self->house->connection, "", NULL);
  else if (g_str_equal (what, "inbox") || g_str_equal (what, "channels"))
    kontor_open_window (self->house->connection, what, NULL);
  else if (g_str_equal (what, "pause-tomorrow"))
    pause_replies (self, NULL, find_tomorrow_us ());
  else if (g_str_has_prefix (what, "pause-"))
    pause_replies (self, what + strlen ("pause-"), 0);
  else if (g_str_equal (what, "resume"))
    pause_replies (self, "0", 0);
  else if (g_str_equal (what, "quit"))
    self->house->quit (self->house->data);
}

static gboolean
on_activate (KontorDBusItem *item, GDBusMethodInvocation *invocation, int x, int y,
             KontorTray *self)
{
  kontor_dbus_item_complete_activate (item, invocation);
  kontor_open_window (self->house->connection, "", NULL);

  return TRUE;
}

static void
on_watcher (GDBusConnection *connection, const char *name, const char *owner, gpointer data)
{
  KontorTray *self = data;

  self->is_watched = TRUE;
  show (self);
  g_dbus_connection_call (connection, WATCHER, "/StatusNotifierWatcher", WATCHER,
                          "RegisterStatusNotifierItem",
                          g_variant_new ("(s)", g_dbus_connection_get_unique_name (connection)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
on_no_watcher (GDBusConnection *connection, const char *name, gpointer data)
{
  ((KontorTray *) data)->is_watched = FALSE;
}

KontorTray *
kontor_tray_open (const KontorDesktopHouse *house)
{
  KontorTray *self = g_new0 (KontorTray, 1);
  g_autoptr(GError) error = NULL;

  self->house = house;
  self->menu = kontor_tray_menu_new (on_chosen, self);
  self->item = kontor_dbus_item_skeleton_new ();
  kontor_dbus_item_set_category (self->item, "Communications");
  kontor_dbus_item_set_id (self->item, KONTOR_APPLICATION_ID);
  kontor_dbus_item_set_attention_icon_name (self->item, ICON_TROUBLE);
  kontor_dbus_item_set_menu (self->item, KONTOR_TRAY_MENU_PATH);
  kontor_dbus_item_set_tool_tip (self->item, make_tool_tip ("", ""));
  g_signal_connect (self->item, "handle-activate", G_CALLBACK (on_activate), self);
  if (!g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->item),
                                         house->connection, ITEM_PATH, &error))
    g_warning ("there will be no icon in the tray: %s", error->message);
  self->watcher = g_bus_watch_name_on_connection (house->connection, WATCHER,
                                                  G_BUS_NAME_WATCHER_FLAGS_NONE, on_watcher,
                                                  on_no_watcher, self, NULL);
  self->watch = kontor_store_watch (house->store, on_touched, self);
  self->health = g_signal_connect_swapped (house->lines, "health-changed", G_CALLBACK (show_soon),
                                           self);
  self->lock = g_signal_connect_swapped (house->lock, "changed", G_CALLBACK (on_lock_changed),
                                         self);

  return self;
}

void
kontor_tray_close (KontorTray *self)
{
  g_bus_unwatch_name (self->watcher);
  kontor_store_unwatch (self->house->store, self->watch);
  g_signal_handler_disconnect (self->house->lines, self->health);
  g_signal_handler_disconnect (self->house->lock, self->lock);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->over, g_source_remove);
  if (g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->item)) != NULL)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->item));
  g_object_unref (self->item);
  kontor_tray_menu_free (self->menu);
  g_free (self);
}
