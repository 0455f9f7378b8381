/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-cli: one linked device of ours, driven by lines of JSON as the clients in
 * linked/clients are: connect (url, versions, root, [revision]), code (phone), active, logout,
 * leave. It has no Signal sessions: it links, logs in and stays. */
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "model/json.h"
#include "protocol/keys.h"
#include "protocol/session.h"
#include "protocol/signal.h"

typedef struct {
  GMainLoop     *loop;
  KontorSession *session;
  KontorSignalMemory *memory;
  KontorSignal  *signal;
  guint32        last_prekey;   /* under way to the server */
  guint8         root[KONTOR_KEY_SIZE];
  gint64         code_call;     /* that waits for letters; -1: none */
  char          *letters;       /* told last */
} Client;

/* Takes @line. */
static void
print (JsonObject *line)
{
  g_autofree char *text = kontor_json_take_text (line);

  puts (text);
  fflush (stdout);
}

static JsonObject *
start_event (const char *name)
{
  JsonObject *line = json_object_new ();

  json_object_set_string_member (line, "event", name);

  return line;
}

static void
answer (gint64 call, const char *error, const char *code)
{
  JsonObject *line = json_object_new (), *ok;

  json_object_set_int_member (line, "call", call);
  if (error != NULL)
    json_object_set_string_member (line, "error", error);
  else if (code != NULL)
    {
      ok = json_object_new ();
      json_object_set_string_member (ok, "code", code);
      json_object_set_object_member (line, "ok", ok);
    }
  else
    json_object_set_null_member (line, "ok");
  print (line);
}

/* The number that stands in the reason: "… (failure 405)." */
static gint64
read_code (const char *text)
{
  const char *bracket = strrchr (text, '(');
  const char *space = bracket != NULL ? strchr (bracket, ' ') : NULL;

  return space != NULL ? g_ascii_strtoll (space, NULL, 10) : 0;
}

static void
on_uploaded (const KontorNode *reply, const GError *error, gpointer data)
{
  Client *client = data;

  if (error != NULL)
    return;
  kontor_signal_tell_prekeys (client->signal, client->last_prekey, NULL);
  kontor_session_go_active (client->session);
}

/* @left: of our one-time keys at the server. Who has enough goes on at once. */
static void
bring_keys (Client *client, gint64 left)
{
  guint missing = kontor_keys_count_missing (left, client->last_prekey == 0);
  g_autoptr(GArray) prekeys = NULL;
  g_autoptr(KontorNode) upload = NULL;
  KontorSignedPrekey prekey;

  if (missing == 0)
    {
      kontor_session_go_active (client->session);
      return;
    }
  prekeys = kontor_signal_list_prekeys (client->signal, missing, NULL);
  g_assert_true (kontor_signal_find_signed (client->signal, &prekey, NULL));
  upload = kontor_keys_write_upload (kontor_signal_get_registration_id (client->signal),
                                     kontor_signal_get_identity (client->signal)->public_key,
                                     &prekey, prekeys);
  client->last_prekey = g_array_index (prekeys, KontorPrekey, prekeys->len - 1).id;
  kontor_session_ask (client->session, upload, on_uploaded, client);
}

static void
on_moved (KontorSessionState state, const GError *cause, gint64 next_us, gpointer user_data)
{
  Client *client = user_data;
  const KontorCredentials *credentials = kontor_session_get_credentials (client->session);
  JsonObject *line = NULL;

  if (state == KONTOR_SESSION_ONLINE)
    {
      bring_keys (client, client->last_prekey == 0 ? 0 : G_MAXINT);
      line = start_event ("open");
      json_object_set_string_member (line, "jid", credentials->jid);
    }
  else if (state == KONTOR_SESSION_LINKED)
    {
      line = start_event ("paired");
      json_object_set_string_member (line, "jid", credentials->jid);
      json_object_set_string_member (line, "lid", credentials->lid);
    }
  else if (cause != NULL)
    {
      line = start_event ("closed");
      json_object_set_int_member (line, "code", read_code (cause->message));
      json_object_set_string_member (line, "text", cause->message);
      json_object_set_boolean_member (line, "final", next_us == 0);
    }
  if (line != NULL)
    print (line);
}

static void
on_shown (const char *qr, const char *letters, gpointer user_data)
{
  Client *client = user_data;
  JsonObject *line = start_event ("qr");

  json_object_set_string_member (line, "text", qr);
  print (line);
  if (letters == NULL || client->code_call < 0 || g_strcmp0 (letters, client->letters) == 0)
    return;
  g_free (client->letters);
  client->letters = g_strdup (letters);
  answer (client->code_call, NULL, letters);
  client->code_call = -1;
}

/* Kept as bytes and read again: what a restart would do. */
static gboolean
on_changed (const KontorCredentials *credentials, gpointer user_data)
{
  g_autoptr(GBytes) bytes = kontor_credentials_write (credentials);
  g_autoptr(KontorCredentials) again = kontor_credentials_read (bytes, NULL);

  return again != NULL;
}

static void
on_received (const KontorNode *node, gpointer user_data)
{
  Client *client = user_data;
  JsonObject *line = start_event ("node");
  g_autoptr(KontorNode) ack = NULL;

  json_object_set_string_member (line, "tag", kontor_node_get_tag (node));
  print (line);
  if (!kontor_node_is (node, "notification"))
    return;
  ack = kontor_node_new ("ack", "class", "notification", "id", kontor_node_get (node, "id"), "to",
                         kontor_node_get (node, "from"), "type", kontor_node_get (node, "type"),
                         NULL);
  kontor_session_send (client->session, ack, NULL);
  if (kontor_node_has (node, "type", "encrypt") && kontor_keys_read_count (node) >= 0)
    bring_keys (client, kontor_keys_read_count (node));
}

static void
get_keys (Client *client, KontorDeviceKeys *keys)
{
  KontorSignedPrekey prekey;

  client->memory = kontor_signal_memory_new ();
  client->signal = kontor_signal_new (kontor_signal_memory_get_store (client->memory),
                                      kontor_clock_now_us (), NULL);
  g_assert_true (kontor_signal_find_signed (client->signal, &prekey, NULL));
  keys->identity = *kontor_signal_get_identity (client->signal);
  keys->registration_id = kontor_signal_get_registration_id (client->signal);
  keys->signed_prekey_id = prekey.id;
  memcpy (keys->signed_prekey, prekey.public_key, KONTOR_KEY_SIZE);
  memcpy (keys->signature, prekey.signature, KONTOR_SIGNATURE_SIZE);
}

static void
read_hex (const char *hex, guint8 *bytes, gsize size)
{
  for (gsize i = 0; i < size && hex[2 * i] != '\0'; i++)
    bytes[i] = g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]);
}

static void
do_connect (Client *client, JsonObject *line)
{
  static const KontorSessionEvents events = { on_moved, on_shown, on_changed, on_received };
  KontorSessionPlace place = { .transport = kontor_transport_get_net (), .root = client->root };
  KontorCredentials *credentials = kontor_credentials_new ();
  KontorDeviceKeys keys;

  read_hex (kontor_json_get_text (line, "root"), client->root, sizeof client->root);
  place.url = kontor_json_get_text (line, "url");
  place.page = kontor_json_get_text (line, "versions");
  get_keys (client, &keys);
  client->session = kontor_session_new (&place, credentials, &keys, &events, client);
  kontor_session_start (client->session);
}

static void
obey (Client *client, JsonObject *line)
{
  const char *what = kontor_json_get_text (line, "do");
  gint64 call = kontor_json_get_int (line, "call", -1);
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (what, "connect") == 0 && client->session == NULL)
    do_connect (client, line);
  else if (client->session == NULL)
    g_set_error (&error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "connect first");
  else if (g_strcmp0 (what, "code") == 0)
    {
      client->code_call = call;
      if (kontor_session_link_by_letters (client->session, kontor_json_get_text (line, "phone"),
                                          &error))
        return;
      client->code_call = -1;
    }
  else if (g_strcmp0 (what, "logout") == 0)
    kontor_session_log_out (client->session);
  else if (g_strcmp0 (what, "leave") == 0)
    kontor_session_stop (client->session);
  else
    g_set_error (&error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "this client cannot %s", what);
  answer (call, error != NULL ? error->message : NULL, NULL);
}

static void
on_line (GObject *source, GAsyncResult *result, gpointer data)
{
  Client *client = data;
  g_autofree char *text = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source),
                                                                result, NULL, NULL);
  g_autoptr(JsonNode) root = NULL;

  if (text == NULL)
    {
      g_main_loop_quit (client->loop);
      return;
    }
  root = kontor_json_parse (text, strlen (text), NULL);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    obey (client, json_node_get_object (root));
  g_data_input_stream_read_line_async (G_DATA_INPUT_STREAM (source), G_PRIORITY_DEFAULT, NULL,
                                       on_line, client);
}

int
main (void)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GDataInputStream) lines = g_data_input_stream_new (input);
  Client client = { .loop = loop, .code_call = -1 };

  g_data_input_stream_read_line_async (lines, G_PRIORITY_DEFAULT, NULL, on_line, &client);
  g_main_loop_run (loop);
  g_clear_pointer (&client.session, kontor_session_free);
  g_clear_pointer (&client.signal, kontor_signal_free);
  g_clear_pointer (&client.memory, kontor_signal_memory_free);
  g_free (client.letters);

  return 0;
}
