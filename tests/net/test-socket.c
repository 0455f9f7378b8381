/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connections of the server are accepted here: libsoup 3.2 loses the socket of each that it accepts
 * itself. */
#include "net/socket.h"

#include <libsoup/soup.h>

#include "tests/net/wire.h"

#define LIMIT  (1024 * 1024)
#define ORIGIN "https://web.example"

typedef struct {
  GMainLoop               *loop;
  SoupServer              *server;
  GSocketService          *service;
  SoupWebsocketConnection *theirs;
  GBytes                  *heard_there;
  char                    *origin, *url;
  KontorSocket            *socket;
  guint                    n_opened, n_closed;
  GBytes                  *heard_here;
  int                      code;
} Case;

static void
on_there (SoupWebsocketConnection *connection, int type, GBytes *bytes, Case *c)
{
  g_clear_pointer (&c->heard_there, g_bytes_unref);
  c->heard_there = g_bytes_ref (bytes);
  g_main_loop_quit (c->loop);
}

static void
on_connection (SoupServer *server, SoupServerMessage *message, const char *path,
               SoupWebsocketConnection *connection, gpointer data)
{
  Case *c = data;

  c->theirs = g_object_ref (connection);
  c->origin = g_strdup (soup_websocket_connection_get_origin (connection));
  soup_websocket_connection_set_max_incoming_payload_size (connection, 0);
  g_signal_connect (connection, "message", G_CALLBACK (on_there), c);
}

static void
on_opened (gpointer data)
{
  Case *c = data;

  c->n_opened++;
  g_main_loop_quit (c->loop);
}

static void
on_received (GBytes *bytes, gpointer data)
{
  Case *c = data;

  g_clear_pointer (&c->heard_here, g_bytes_unref);
  c->heard_here = g_bytes_ref (bytes);
  g_main_loop_quit (c->loop);
}

static void
on_closed (const GError *error, gpointer data)
{
  Case *c = data;

  c->n_closed++;
  c->code = error->code;
  g_assert_true (error->domain == KONTOR_ERROR);
  g_main_loop_quit (c->loop);
}

static gboolean
on_late (gpointer data)
{
  g_error ("nothing came in %d s", WIRE_LIMIT_S);

  return G_SOURCE_REMOVE;
}

static void
run (Case *c)
{
  guint limit = g_timeout_add_seconds (WIRE_LIMIT_S, on_late, c);

  g_main_loop_run (c->loop);
  g_source_remove (limit);
}

static void
open_socket (Case *c, const char *url)
{
  static const KontorSocketEvents events = { on_opened, on_received, on_closed };

  c->socket = kontor_socket_open (url, ORIGIN, LIMIT, &events, c);
}

static gboolean
on_incoming (GSocketService *service, GSocketConnection *connection, GObject *source, Case *c)
{
  g_autoptr(GSocketAddress) here = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr(GSocketAddress) there = g_socket_connection_get_remote_address (connection, NULL);

  return soup_server_accept_iostream (c->server, G_IO_STREAM (connection), here, there, NULL);
}

static void
set_up (Case *c, gconstpointer data)
{
  guint16 port;

  c->loop = g_main_loop_new (NULL, FALSE);
  c->server = soup_server_new (NULL, NULL);
  soup_server_add_websocket_handler (c->server, "/ws", NULL, NULL, on_connection, c, NULL);
  c->service = g_socket_service_new ();
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (c->service), NULL, NULL);
  g_assert_cmpuint (port, >, 0);
  g_signal_connect (c->service, "incoming", G_CALLBACK (on_incoming), c);
  c->url = g_strdup_printf ("ws://127.0.0.1:%u/ws", port);
}

static void
tear_down (Case *c, gconstpointer data)
{
  g_clear_pointer (&c->socket, kontor_socket_close);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&c->theirs);
  g_socket_service_stop (c->service);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_socket_listener_close (G_SOCKET_LISTENER (c->service));
  g_object_unref (c->service);
  soup_server_disconnect (c->server);
  g_object_unref (c->server);
  g_clear_pointer (&c->heard_here, g_bytes_unref);
  g_clear_pointer (&c->heard_there, g_bytes_unref);
  g_main_loop_unref (c->loop);
  g_free (c->origin);
  g_free (c->url);
}

static void
get_connected (Case *c)
{
  open_socket (c, c->url);
  run (c);
  g_assert_cmpuint (c->n_opened, ==, 1);
  g_assert_cmpstr (c->origin, ==, ORIGIN);
}

static GBytes *
fill (gsize size)
{
  guint8 *bytes = g_malloc (size);

  memset (bytes, 7, size);

  return g_bytes_new_take (bytes, size);
}

static void
test_bytes_go_both_ways_up_to_the_limit (Case *c, gconstpointer data)
{
  g_autoptr(GBytes) much = fill (LIMIT);

  get_connected (c);
  kontor_socket_send (c->socket, much);
  run (c);
  g_assert_true (g_bytes_equal (c->heard_there, much));
  soup_websocket_connection_send_message (c->theirs, SOUP_WEBSOCKET_DATA_BINARY, much);
  run (c);
  g_assert_true (g_bytes_equal (c->heard_here, much));
}

static void
test_a_longer_message_ends_it (Case *c, gconstpointer data)
{
  g_autoptr(GBytes) more = fill (LIMIT + 1);

  get_connected (c);
  soup_websocket_connection_send_message (c->theirs, SOUP_WEBSOCKET_DATA_BINARY, more);
  run (c);
  g_assert_null (c->heard_here);
  g_assert_cmpuint (c->n_closed, ==, 1);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_BAD_INPUT);
}

static void
test_that_the_server_closes_is_told (Case *c, gconstpointer data)
{
  get_connected (c);
  soup_websocket_connection_close (c->theirs, SOUP_WEBSOCKET_CLOSE_GOING_AWAY, NULL);
  run (c);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_TRY_LATER);
}

static void
test_nobody_there_is_told (Case *c, gconstpointer data)
{
  g_autofree char *url = g_strdup_printf ("ws://127.0.0.1:%u/ws", wire_find_port ());

  open_socket (c, url);
  run (c);
  g_assert_cmpuint (c->n_opened, ==, 0);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_TRY_LATER);
}

static void
test_what_was_sent_before_closing_still_goes (Case *c, gconstpointer data)
{
  g_autoptr(GBytes) last = fill (300000);

  get_connected (c);
  kontor_socket_send (c->socket, last);
  g_clear_pointer (&c->socket, kontor_socket_close);
  run (c);
  g_assert_true (g_bytes_equal (c->heard_there, last));
  g_assert_cmpuint (c->n_closed, ==, 0);
}

static void
test_one_that_is_closed_while_it_opens_is_silent (Case *c, gconstpointer data)
{
  open_socket (c, c->url);
  g_clear_pointer (&c->socket, kontor_socket_close);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (c->n_opened + c->n_closed, ==, 0);
}

#define CASE(name, func) g_test_add ("/socket/" name, Case, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("bytes-go-both-ways-up-to-the-limit", test_bytes_go_both_ways_up_to_the_limit);
  CASE ("a-longer-message-ends-it", test_a_longer_message_ends_it);
  CASE ("that-the-server-closes-is-told", test_that_the_server_closes_is_told);
  CASE ("nobody-there-is-told", test_nobody_there_is_told);
  CASE ("what-was-sent-before-closing-still-goes", test_what_was_sent_before_closing_still_goes);
  CASE ("one-that-is-closed-while-it-opens-is-silent",
        test_one_that_is_closed_while_it_opens_is_silent);

  return g_test_run ();
}
