/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/doors.h"

#include "bus/values.h"
#include "model/error.h"

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusMethodInvocation *invocation = data;
  GError *error = NULL;

  if (kontor_app_lock_try_finish (KONTOR_APP_LOCK (source), result, &error))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    kontor_values_refuse (invocation, error);
}

static gboolean
on_open (KontorDBusLock *door, GDBusMethodInvocation *invocation, const char *word,
         KontorAppLock *lock)
{
  kontor_app_lock_try_async (lock, KONTOR_APP_LOCK_OPEN, word, NULL, 0, on_tried, invocation);

  return TRUE;
}

static gboolean
on_change (KontorDBusLock *door, GDBusMethodInvocation *invocation, const char *word,
           const char *fresh, gint64 idle_s, KontorAppLock *lock)
{
  kontor_app_lock_try_async (lock, KONTOR_APP_LOCK_SET, word, fresh, idle_s, on_tried, invocation);

  return TRUE;
}

static gboolean
on_remove (KontorDBusLock *door, GDBusMethodInvocation *invocation, const char *word,
           KontorAppLock *lock)
{
  kontor_app_lock_try_async (lock, KONTOR_APP_LOCK_REMOVE, word, NULL, 0, on_tried, invocation);

  return TRUE;
}

static gboolean
on_close (KontorDBusLock *door, GDBusMethodInvocation *invocation, KontorAppLock *lock)
{
  if (!kontor_app_lock_is_set (lock))
    return kontor_values_refuse (invocation, g_error_new_literal (KONTOR_ERROR,
                                                                  KONTOR_ERROR_NOT_FOUND,
                                                                  "no lock is set"));
  kontor_app_lock_close (lock);
  kontor_dbus_lock_complete_close (door, invocation);

  return TRUE;
}

static gboolean
on_touch (KontorDBusLock *door, GDBusMethodInvocation *invocation, KontorAppLock *lock)
{
  kontor_app_lock_touch (lock);
  kontor_dbus_lock_complete_touch (door, invocation);

  return TRUE;
}

static void
on_changed (KontorAppLock *lock, KontorDBusLock *door)
{
  kontor_dbus_lock_set_set (door, kontor_app_lock_is_set (lock));
  kontor_dbus_lock_set_closed (door, kontor_app_lock_is_closed (lock));
  kontor_dbus_lock_set_idle (door, kontor_app_lock_get_idle_s (lock));
  /* Who was told that it is open may ask at once. */
  g_dbus_interface_skeleton_flush (G_DBUS_INTERFACE_SKELETON (door));
}

KontorDBusLock *
kontor_door_lock (KontorBusHouse *house)
{
  KontorDBusLock *door = kontor_dbus_lock_skeleton_new ();

  on_changed (house->lock, door);
  g_signal_connect_object (house->lock, "changed", G_CALLBACK (on_changed), door, 0);
  g_signal_connect (door, "handle-open", G_CALLBACK (on_open), house->lock);
  g_signal_connect (door, "handle-close", G_CALLBACK (on_close), house->lock);
  g_signal_connect (door, "handle-change", G_CALLBACK (on_change), house->lock);
  g_signal_connect (door, "handle-remove", G_CALLBACK (on_remove), house->lock);
  g_signal_connect (door, "handle-touch", G_CALLBACK (on_touch), house->lock);

  return door;
}
