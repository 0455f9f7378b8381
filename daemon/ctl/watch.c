/* SPDX-License-Identifier: GPL-3.0-or-later */
/* watch.c — one line a change, written out at once, so that a script may read it as it comes. */
#include "ctl/command.h"
#include "ctl/print.h"

#include <glib-unix.h>

typedef struct {
  KontorCtl *ctl;
  GMainLoop *loop;
  guint      left; /* 0: until it is stopped */
  gboolean   is_gone;
} Watch;

/* @json: (transfer full) */
static void
tell (Watch *watch, const char *text, JsonNode *json)
{
  g_autoptr(JsonNode) node = json;
  g_autofree char *shown = watch->ctl->json
                           ? kontor_ctl_json_to_line (g_steal_pointer (&node)) : g_strdup (text);
  g_autofree char *line = g_strconcat (shown, "\n", NULL);

  kontor_ctl_print_text (line);
  if (watch->left > 0 && --watch->left == 0)
    g_main_loop_quit (watch->loop);
}

static JsonNode *
change (const char *what)
{
  return kontor_ctl_json_text ("changed", what);
}

static void
on_records_changed (KontorDBusRecords *records, GVariant *ids, gpointer user_data)
{
  g_autoptr(GString) text = g_string_new ("records");
  JsonNode *json = change ("records");
  GVariantIter iter;
  const char *kind, **its_ids;

  g_variant_iter_init (&iter, ids);
  while (g_variant_iter_loop (&iter, "{&s^a&s}", &kind, &its_ids))
    {
      g_autofree char *listed = g_strjoinv (" ", (char **) its_ids);

      g_string_append_printf (text, " %s%s%s", kind, *listed != '\0' ? " " : "", listed);
    }
  json_object_set_member (json_node_get_object (json), "ids", json_gvariant_serialize (ids));
  tell (user_data, text->str, json);
}

static void
append_ids (GString *text, const char *what, GVariant *ids)
{
  gsize count = g_variant_n_children (ids);

  if (count > 0)
    g_string_append_printf (text, " %s", what);
  for (gsize i = 0; i < count; i++)
    {
      gint64 id;

      g_variant_get_child (ids, i, "x", &id);
      g_string_append_printf (text, " %" G_GINT64_FORMAT, id);
    }
}

static void
on_inbox_changed (KontorDBusInbox *inbox, GVariant *conversations, GVariant *messages,
                  gpointer user_data)
{
  g_autoptr(GString) text = g_string_new ("inbox");
  JsonNode *json = change ("inbox");
  JsonObject *object = json_node_get_object (json);

  append_ids (text, "conversation", conversations);
  append_ids (text, "message", messages);
  json_object_set_member (object, "conversations", json_gvariant_serialize (conversations));
  json_object_set_member (object, "messages", json_gvariant_serialize (messages));
  tell (user_data, text->str, json);
}

static void
on_channel_changed (KontorDBusChannels *channels, const char *channel, gpointer user_data)
{
  g_autofree char *text = g_strconcat ("channel ", channel, NULL);
  JsonNode *json = change ("channel");

  json_object_set_string_member (json_node_get_object (json), "id", channel);
  tell (user_data, text, json);
}

static void
on_owner_changed (GObject *proxy, GParamSpec *property, gpointer user_data)
{
  Watch *watch = user_data;
  g_autofree char *owner = g_dbus_proxy_get_name_owner (G_DBUS_PROXY (proxy));

  if (owner != NULL)
    return;
  watch->is_gone = TRUE;
  g_main_loop_quit (watch->loop);
}

static gboolean
on_stopped (gpointer user_data)
{
  Watch *watch = user_data;

  g_main_loop_quit (watch->loop);

  return G_SOURCE_CONTINUE;
}

gboolean
kontor_ctl_watch (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch watch = { .ctl = ctl, .loop = loop };
  guint interrupted, terminated;

  if (!kontor_ctl_arguments_get_count (arguments, "count", 0, &watch.left, error))
    return FALSE;
  interrupted = g_unix_signal_add (SIGINT, on_stopped, &watch);
  terminated = g_unix_signal_add (SIGTERM, on_stopped, &watch);
  g_signal_connect (ctl->records, "changed", G_CALLBACK (on_records_changed), &watch);
  g_signal_connect (ctl->inbox, "changed", G_CALLBACK (on_inbox_changed), &watch);
  g_signal_connect (ctl->channels, "changed", G_CALLBACK (on_channel_changed), &watch);
  g_signal_connect (ctl->records, "notify::g-name-owner", G_CALLBACK (on_owner_changed), &watch);
  g_main_loop_run (loop);
  g_signal_handlers_disconnect_by_data (ctl->records, &watch);
  g_signal_handlers_disconnect_by_data (ctl->inbox, &watch);
  g_signal_handlers_disconnect_by_data (ctl->channels, &watch);
  g_source_remove (interrupted);
  g_source_remove (terminated);

  if (watch.is_gone)
    g_set_error_literal (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER, "");

  return !watch.is_gone;
}
