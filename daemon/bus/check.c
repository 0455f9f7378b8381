/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables are read by a thread; the audit log, whose end only the holder of the key can read,
 * from the main loop by a few entries a turn. */
#include "bus/doors.h"
#include "bus/values.h"
#include "journal/audit.h"
#include "store/check.h"

#define ENTRIES_AT_ONCE 200
/* What the tables are of the whole, about. */
#define TABLES_SHARE 0.9

/* One for each door; freed with it. */
typedef struct {
  KontorBusHouse *house;
  GCancellable   *cancellable;   /* of all that are under way */
} Checker;

typedef struct {
  KontorDBusDaemon      *door;
  KontorBusHouse        *house;
  GDBusMethodInvocation *invocation;
  GCancellable          *cancellable;
  GStrvBuilder          *faults;
  KontorAuditPlace       place;
} Checking;

static void
checking_free (Checking *self)
{
  g_object_unref (self->cancellable);
  g_object_unref (self->door);
  g_strv_builder_unref (self->faults);
  g_free (self->place.hash);
  g_free (self);
}

static void
end (Checking *self, GError *error)
{
  g_auto(GStrv) faults = error == NULL ? g_strv_builder_end (self->faults) : NULL;

  if (error != NULL)
    kontor_values_refuse (self->invocation, error);
  else
    {
      kontor_dbus_daemon_emit_checking (self->door, 1);
      kontor_dbus_daemon_complete_check_store (self->door, self->invocation,
                                               (const char *const *) faults);
    }
  checking_free (self);
}

static gboolean
is_open (Checking *self)
{
  return g_dbus_interface_skeleton_get_connection (
    G_DBUS_INTERFACE_SKELETON (self->door)) != NULL;
}

/* The house that is looked at goes with its doors. */
static gboolean
on_turn (gpointer data)
{
  Checking *self = data;
  g_autoptr(GError) chain = NULL;
  GError *stopped = NULL;
  gboolean more = FALSE;

  if (!is_open (self))
    g_cancellable_cancel (self->cancellable);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, &stopped))
    {
      end (self, stopped);
      return G_SOURCE_REMOVE;
    }
  if (!kontor_audit_verify (self->house->store, &self->place, ENTRIES_AT_ONCE, &more, &chain))
    g_strv_builder_add (self->faults, chain->message);
  if (more && chain == NULL)
    return G_SOURCE_CONTINUE;
  end (self, NULL);

  return G_SOURCE_REMOVE;
}

static void
on_progress (double share, gpointer data)
{
  kontor_dbus_daemon_emit_checking (((Checking *) data)->door, share * TABLES_SHARE);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  Checking *self = data;
  GError *error = NULL;
  g_auto(GStrv) faults = kontor_check_finish (result, &error);

  if (faults == NULL)
    {
      end (self, error);
      return;
    }
  g_strv_builder_addv (self->faults, (const char **) faults);
  g_idle_add (on_turn, self);
}

static gboolean
on_check_store (KontorDBusDaemon *door, GDBusMethodInvocation *invocation, Checker *checker)
{
  Checking *self = g_new0 (Checking, 1);

  self->door = g_object_ref (door);
  self->house = checker->house;
  self->invocation = invocation;
  self->cancellable = g_object_ref (checker->cancellable);
  self->faults = g_strv_builder_new ();
  kontor_check_async (checker->house->store, on_progress, self->cancellable, on_checked, self);

  return TRUE;
}

static gboolean
on_stop_check (KontorDBusDaemon *door, GDBusMethodInvocation *invocation, Checker *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  kontor_dbus_daemon_complete_stop_check (door, invocation);

  return TRUE;
}

static void
on_door_gone (gpointer data, GObject *door)
{
  Checker *self = data;

  g_object_unref (self->cancellable);
  g_free (self);
}

void
kontor_door_check (KontorDBusDaemon *door, KontorBusHouse *house)
{
  Checker *self = g_new0 (Checker, 1);

  self->house = house;
  self->cancellable = g_cancellable_new ();
  g_object_weak_ref (G_OBJECT (door), on_door_gone, self);
  g_signal_connect (door, "handle-check-store", G_CALLBACK (on_check_store), self);
  g_signal_connect (door, "handle-stop-check", G_CALLBACK (on_stop_check), self);
}
