/* SPDX-License-Identifier: GPL-3.0-or-later */
/* connection.c — the bus is asked to start the daemon before anything else is asked: so "there is
 * no daemon" is known at once and told apart from what the daemon refuses. */
#include "ctl/connection.h"

#include "ctl/arguments.h"
#include "ctl/patience.h"
#include "model/error.h"

#include <glib/gi18n.h>

#define CALL_LIMIT_MS (2 * 60 * 1000)

#define NOT_RUNNING \
  N_("Kontor's daemon does not run: start it with “kontord” or “systemctl --user start kontord”")
#define WENT_AWAY \
  N_("Kontor's daemon went away: start it with “kontord” or “systemctl --user start kontord”")

KontorCtl *
kontor_ctl_new (gboolean json)
{
  KontorCtl *ctl = g_new0 (KontorCtl, 1);

  ctl->json = json;

  return ctl;
}

void
kontor_ctl_free (KontorCtl *ctl)
{
  g_clear_object (&ctl->records);
  g_clear_object (&ctl->inbox);
  g_clear_object (&ctl->channels);
  g_clear_object (&ctl->actions);
  g_clear_object (&ctl->assistants);
  g_clear_object (&ctl->daemon);
  g_clear_object (&ctl->lock);
  if (ctl->filter != 0)
    g_dbus_connection_remove_filter (ctl->bus, ctl->filter);
  g_clear_object (&ctl->bus);
  g_free (ctl);
}

static gboolean
refuse (GError **error, const char *before, const char *after)
{
  g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_NO_DAEMON, "%s%s", before, after);
  return FALSE;
}

static gboolean
ask_bus (GDBusConnection *bus, const char *method, GVariant *arguments, GVariant **answer,
         GError **error)
{
  *answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                         "org.freedesktop.DBus", method, arguments, NULL,
                                         G_DBUS_CALL_FLAGS_NONE, CALL_LIMIT_MS, NULL, error);

  return *answer != NULL;
}

static gboolean
find_daemon (KontorCtl *ctl, gboolean start, GError **error)
{
  g_autoptr(GVariant) owned = NULL, started = NULL;
  g_autoptr(GError) local = NULL;
  gboolean is_there = FALSE;

  if (ask_bus (ctl->bus, "NameHasOwner", g_variant_new ("(s)", KONTOR_CTL_BUS_NAME), &owned,
               &local))
    g_variant_get (owned, "(b)", &is_there);
  if (is_there)
    return TRUE;
  if (!start || local != NULL)
    return refuse (error, _(NOT_RUNNING), "");

  if (ask_bus (ctl->bus, "StartServiceByName", g_variant_new ("(su)", KONTOR_CTL_BUS_NAME, 0),
               &started, &local))
    return TRUE;
  if (g_error_matches (local, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN))
    return refuse (error, _(NOT_RUNNING), "");
  g_dbus_error_strip_remote_error (local);

  return refuse (error, _("Kontor's daemon does not run and could not be started. Look at what "
                          "“kontord” says in a terminal. The session bus says: "),
                 local->message);
}

static gboolean
make_proxies (KontorCtl *ctl, GError **error)
{
#define PROXY(member, name) \
  if ((ctl->member = kontor_dbus_##name##_proxy_new_sync (ctl->bus, flags, KONTOR_CTL_BUS_NAME, \
                                                          KONTOR_CTL_OBJECT_PATH, NULL, \
                                                          error)) == NULL) \
    return FALSE; \
  g_dbus_proxy_set_default_timeout (G_DBUS_PROXY (ctl->member), CALL_LIMIT_MS);

  const GDBusProxyFlags flags = G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES |
                                G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START;

  PROXY (records, records)
  PROXY (inbox, inbox)
  PROXY (channels, channels)
  PROXY (actions, actions)
  PROXY (assistants, assistants)
  PROXY (daemon, daemon)
  PROXY (lock, lock)
#undef PROXY

  return TRUE;
}

gboolean
kontor_ctl_connect (KontorCtl *ctl, gboolean start, GError **error)
{
  g_autoptr(GError) local = NULL;

  ctl->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &local);
  if (ctl->bus == NULL)
    return refuse (error, _("there is no session bus to find Kontor's daemon on; without a "
                            "desktop, run this under “dbus-run-session” together with “kontord”. "),
                   local->message);
  g_dbus_connection_set_exit_on_close (ctl->bus, FALSE);
  ctl->filter = kontor_ctl_patience_add (ctl->bus, KONTOR_CTL_BUS_NAME, KONTOR_CTL_OBJECT_PATH);

  return find_daemon (ctl, start, error) && make_proxies (ctl, error);
}

static gboolean
is_gone (const GError *error)
{
  static const int codes[] = {
    G_DBUS_ERROR_SERVICE_UNKNOWN, G_DBUS_ERROR_NAME_HAS_NO_OWNER, G_DBUS_ERROR_NO_SERVER,
    G_DBUS_ERROR_DISCONNECTED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_DBUS_ERROR, codes[i]))
      return TRUE;

  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

gboolean
kontor_ctl_is_no_daemon (const GError *error)
{
  return g_error_matches (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_NO_DAEMON) || is_gone (error);
}

gboolean
kontor_ctl_is_unanswered (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

static gboolean
is_other_version (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT);
}

char *
kontor_ctl_dup_words (const GError *error)
{
  g_autoptr(GError) plain = g_error_copy (error);

  if (is_gone (error))
    return g_strdup (_(WENT_AWAY));
  if (kontor_ctl_is_unanswered (error))
    return g_strdup (_("Kontor's daemon did not answer. It may have done what was asked: look "
                       "before you ask again"));
  if (is_other_version (error))
    return g_strdup (_("the daemon that runs is of another version than kontorctl: “kontorctl "
                       "quit” stops it, and the next command starts the new one"));
  g_dbus_error_strip_remote_error (plain);
  if (g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER))
    return g_strconcat (plain->message, "\n", _("Trying again later may help."), NULL);
  if (g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN))
    return g_strconcat (plain->message, "\n", _("It may have happened: look before you ask again."),
                        NULL);

  return g_strdup (plain->message);
}
