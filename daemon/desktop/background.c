/* SPDX-License-Identifier: GPL-3.0-or-later */
/* background.c — asked anew at each start, as the portal wants it: it remembers what the owner
 * said. Nobody is asked for a demo, nor before there is a line: who only looks around is left in
 * peace. The request's path is ours to foretell, so that no answer comes before we listen. */
#include "desktop/background.h"

#include "config.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define REQUEST "org.freedesktop.portal.Request"
#define TOKEN "kontor_background"

struct _KontorBackground
{
  const KontorDesktopHouse *house;
  guint                     watch;      /* of the store; 0: it was asked */
  guint                     answered;
};

static gboolean
has_line (KontorBackground *self)
{
  g_autoptr(GVariant) filter =
    g_variant_ref_sink (g_variant_new_parsed ("{'removed': <false>, 'active': <true>}"));
  g_autoptr(GPtrArray) channels =
    kontor_records_query (self->house->store, kontor_kind_find ("channel"),
                          &(KontorQuery) { .filter = filter }, NULL, NULL);

  for (guint i = 0; channels != NULL && i < channels->len; i++)
    if (g_strcmp0 (kontor_record_get_text (channels->pdata[i], "kind"), "practice") != 0)
      return TRUE;

  return FALSE;
}

static void
on_answered (GDBusConnection *connection, const char *sender, const char *path,
             const char *interface, const char *signal, GVariant *parameters, gpointer data)
{
  g_autoptr(GVariant) results = NULL;
  gboolean may_stay = FALSE, may_start = FALSE;
  guint32 answer;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (parameters, "(u@a{sv})", &answer, &results);
  g_variant_lookup (results, "background", "b", &may_stay);
  g_variant_lookup (results, "autostart", "b", &may_start);
  g_info ("the owner lets Kontor work in the background: %s; start at login: %s",
          answer == 0 && may_stay ? "yes" : "no", answer == 0 && may_start ? "yes" : "no");
}

/* (transfer full): where the portal answers. */
static char *
dup_request_path (GDBusConnection *connection)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (connection) + 1);

  return g_strconcat (PORTAL_PATH "/request/", g_strdelimit (sender, ".", '_'), "/" TOKEN, NULL);
}

static void
ask (KontorBackground *self)
{
  g_autofree char *self_path = g_file_read_link ("/proc/self/exe", NULL);
  const char *const command[] = { self_path != NULL ? self_path : "kontord", "--login", NULL };
  g_autofree char *path = dup_request_path (self->house->connection);
  GVariantDict options;

  self->answered = g_dbus_connection_signal_subscribe (
    self->house->connection, PORTAL, REQUEST, "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
    on_answered, self, NULL);
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", TOKEN);
  g_variant_dict_insert (&options, "reason", "s",
                         _("Kontor answers your customers while its window is closed, and starts "
                           "when you log in."));
  g_variant_dict_insert (&options, "autostart", "b", TRUE);
  g_variant_dict_insert (&options, "commandline", "^as", command);
  g_dbus_connection_call (self->house->connection, PORTAL, PORTAL_PATH,
                          "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", g_variant_dict_end (&options)), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  KontorBackground *self = data;

  if (!g_str_equal (kind, "channel") || !has_line (self))
    return;
  kontor_store_unwatch (self->house->store, self->watch);
  self->watch = 0;
  ask (self);
}

KontorBackground *
kontor_background_open (const KontorDesktopHouse *house)
{
  KontorBackground *self = g_new0 (KontorBackground, 1);

  self->house = house;
  if (g_getenv ("FLATPAK_ID") == NULL || house->is_demo)
    return self;
  if (has_line (self))
    ask (self);
  else
    self->watch = kontor_store_watch (house->store, on_touched, self);

  return self;
}

void
kontor_background_close (KontorBackground *self)
{
  if (self->watch != 0)
    kontor_store_unwatch (self->house->store, self->watch);
  if (self->answered != 0)
    g_dbus_connection_signal_unsubscribe (self->house->connection, self->answered);
  g_free (self);
}
