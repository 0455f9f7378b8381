/* SPDX-License-Identifier: GPL-3.0-or-later */
/* power.c — logind is asked for a lock of the kind "delay": a computer that is told to sleep does
 * so when the message is out, within the seconds that logind allows. A lock that comes too late,
 * after all was sent, is given back as it comes. */
#include "desktop/power.h"

#include <gio/gunixfdlist.h>
#include <unistd.h>

#include "config.h"
#include "desktop/woken.h"

#include <glib/gi18n-lib.h>

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_INTERFACE "org.freedesktop.login1.Manager"
#define PORTAL "org.freedesktop.portal.Desktop"
/* The portal's flag for suspending. */
#define PORTAL_SUSPEND 4

struct _KontorPower
{
  const KontorDesktopHouse *house;
  GDBusConnection          *system;       /* (nullable): not there yet, or not at all */
  GCancellable             *cancellable;
  guint                     sleeping;     /* the signal */
  gboolean                  is_sending;
  gboolean                  is_asked;     /* for a lock */
  int                       lock;         /* −1: none */
  char                     *request;      /* (nullable): the portal's */
  gboolean                  has_network;
  gulong                    sending, network;
  KontorWoken              *woken;
};

static void
wake (KontorPower *self)
{
  kontor_agenda_wake (self->house->agenda);
  kontor_lines_wake (self->house->lines);
}

static void
on_sleeping (GDBusConnection *connection, const char *sender, const char *path,
             const char *interface, const char *signal, GVariant *parameters, gpointer data)
{
  KontorPower *self = data;
  gboolean is_going = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &is_going);
  if (is_going)
    kontor_app_lock_close (self->house->lock);
  else
    wake (self);
}

/* Where nobody says beforehand that it goes to sleep, as inside Flatpak, the lock is closed when it
 * wakes, which is before anybody is there. */
static void
on_woken (gboolean has_slept, gpointer data)
{
  KontorPower *self = data;

  if (has_slept)
    kontor_app_lock_close (self->house->lock);
  wake (self);
}

/* By the property: the monitor that asks NetworkManager does not always emit "network-changed". */
static void
on_network_changed (GNetworkMonitor *monitor, GParamSpec *pspec, KontorPower *self)
{
  gboolean available = g_network_monitor_get_network_available (monitor);
  gboolean is_back = available && !self->has_network;

  self->has_network = available;
  if (is_back)
    wake (self);
}

static void
let_go (KontorPower *self)
{
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
  if (self->request != NULL)
    g_dbus_connection_call (self->house->connection, PORTAL, self->request,
                            "org.freedesktop.portal.Request", "Close", NULL, NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
  g_clear_pointer (&self->request, g_free);
}

static void hold (KontorPower *self);

/* @self is gone where the call was cancelled. */
static void
on_locked (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorPower *self = data;
  g_autoptr(GUnixFDList) files = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_connection_call_with_unix_fd_list_finish (
    G_DBUS_CONNECTION (source), &files, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_asked = FALSE;
  if (answer != NULL && g_variant_is_of_type (answer, G_VARIANT_TYPE ("(h)")) && files != NULL)
    self->lock = g_unix_fd_list_get (files, 0, NULL);
  else if (answer != NULL && g_variant_is_of_type (answer, G_VARIANT_TYPE ("(o)")))
    g_variant_get (answer, "(o)", &self->request);
  if (!self->is_sending)
    let_go (self);
}

static void
ask_logind (KontorPower *self)
{
  g_dbus_connection_call_with_unix_fd_list (
    self->system, LOGIND, LOGIND_PATH, LOGIND_INTERFACE, "Inhibit",
    g_variant_new ("(ssss)", "sleep", "Kontor", _("A message is being sent"), "delay"),
    G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, self->cancellable, on_locked,
    self);
}

static void
ask_portal (KontorPower *self)
{
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "reason", "s", _("A message is being sent"));
  g_dbus_connection_call_with_unix_fd_list (
    self->house->connection, PORTAL, "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Inhibit", "Inhibit",
    g_variant_new ("(su@a{sv})", "", PORTAL_SUSPEND, g_variant_dict_end (&options)),
    G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, self->cancellable, on_locked, self);
}

static void
hold (KontorPower *self)
{
  gboolean is_portal = g_getenv ("FLATPAK_ID") != NULL;

  if (self->is_asked || self->lock >= 0 || self->request != NULL ||
      (!is_portal && self->system == NULL))
    return;
  self->is_asked = TRUE;
  if (is_portal)
    ask_portal (self);
  else
    ask_logind (self);
}

static void
on_sending_changed (KontorOutbox *outbox, gboolean is_sending, KontorPower *self)
{
  self->is_sending = is_sending;
  if (is_sending)
    hold (self);
  else if (!self->is_asked)
    let_go (self);
}

static void
on_system_bus (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorPower *self = data;
  g_autoptr(GError) error = NULL;
  GDBusConnection *system = g_bus_get_finish (result, &error);

  if (system == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("sleep is not noticed: %s", error->message);
      return;
    }
  self->system = system;
  /* The bus of the system may go without us. */
  g_dbus_connection_set_exit_on_close (system, FALSE);
  self->sleeping = g_dbus_connection_signal_subscribe (
    system, LOGIND, LOGIND_INTERFACE, "PrepareForSleep", LOGIND_PATH, NULL,
    G_DBUS_SIGNAL_FLAGS_NONE, on_sleeping, self, NULL);
  if (self->is_sending)
    hold (self);
}

KontorPower *
kontor_power_open (const KontorDesktopHouse *house)
{
  KontorPower *self = g_new0 (KontorPower, 1);
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  self->house = house;
  self->lock = -1;
  self->cancellable = g_cancellable_new ();
  self->has_network = g_network_monitor_get_network_available (monitor);
  self->network = g_signal_connect (monitor, "notify::network-available",
                                    G_CALLBACK (on_network_changed), self);
  self->sending = g_signal_connect (house->outbox, "sending-changed",
                                    G_CALLBACK (on_sending_changed), self);
  self->woken = kontor_woken_watch (on_woken, self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_system_bus, self);

  return self;
}

void
kontor_power_close (KontorPower *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_signal_handler_disconnect (g_network_monitor_get_default (), self->network);
  g_signal_handler_disconnect (self->house->outbox, self->sending);
  kontor_woken_unwatch (self->woken);
  if (self->sleeping != 0)
    g_dbus_connection_signal_unsubscribe (self->system, self->sleeping);
  let_go (self);
  g_clear_object (&self->system);
  g_free (self);
}
