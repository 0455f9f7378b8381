/* SPDX-License-Identifier: GPL-3.0-or-later */
/* socket.c — on libsoup, whose own limit of 128 KiB a message is too small for many servers. A
 * session of its own without limits of time: whoever opens a socket has a deadline for it. */
#include "net/socket.h"

#include <libsoup/soup.h>

/* So that all of a house's sockets may be on one server. */
#define MAX_SOCKETS 1000

struct _KontorSocket {
  KontorSocketEvents       events;
  gpointer                 user_data;
  GCancellable            *opening;
  gsize                    limit;
  SoupWebsocketConnection *connection;  /* NULL until opened */
  GError                  *trouble;
};

static SoupSession *
get_session (void)
{
  static SoupSession *session;

  if (session == NULL)
    session = soup_session_new_with_options ("timeout", 0, "max-conns", MAX_SOCKETS,
                                             "max-conns-per-host", MAX_SOCKETS, NULL);

  return session;
}

static void
on_message (SoupWebsocketConnection *connection, int type, GBytes *bytes, KontorSocket *self)
{
  if (type == SOUP_WEBSOCKET_DATA_BINARY)
    self->events.received (bytes, self->user_data);
}

static void
on_error (SoupWebsocketConnection *connection, const GError *error, KontorSocket *self)
{
  if (self->trouble == NULL)
    self->trouble = g_error_new (KONTOR_ERROR,
                                 error->domain == SOUP_WEBSOCKET_ERROR ? KONTOR_ERROR_BAD_INPUT
                                                                       : KONTOR_ERROR_TRY_LATER,
                                 "The connection broke: %s", error->message);
}

static void
on_closed (SoupWebsocketConnection *connection, KontorSocket *self)
{
  if (self->trouble == NULL)
    self->trouble = g_error_new (KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                                 "The server closed the connection (%d).",
                                 soup_websocket_connection_get_close_code (connection));
  self->events.closed (self->trouble, self->user_data);
}

static void
on_connected (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SoupWebsocketConnection) connection =
      soup_session_websocket_connect_finish (SOUP_SESSION (source), result, &error);
  KontorSocket *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (connection == NULL)
    {
      self->trouble = g_error_new (KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                                   "The server cannot be reached: %s", error->message);
      self->events.closed (self->trouble, self->user_data);
      return;
    }
  soup_websocket_connection_set_max_incoming_payload_size (connection, self->limit);
  g_signal_connect (connection, "message", G_CALLBACK (on_message), self);
  g_signal_connect (connection, "error", G_CALLBACK (on_error), self);
  g_signal_connect (connection, "closed", G_CALLBACK (on_closed), self);
  self->connection = g_steal_pointer (&connection);
  self->events.opened (self->user_data);
}

KontorSocket *
kontor_socket_open (const char *url, const char *origin, gsize limit,
                    const KontorSocketEvents *events, gpointer user_data)
{
  g_autoptr(SoupMessage) message = soup_message_new (SOUP_METHOD_GET, url);
  KontorSocket *self = g_new0 (KontorSocket, 1);

  g_return_val_if_fail (message != NULL, NULL);

  self->events = *events;
  self->user_data = user_data;
  self->limit = limit;
  self->opening = g_cancellable_new ();
  soup_session_websocket_connect_async (get_session (), message, origin, NULL, G_PRIORITY_DEFAULT,
                                        self->opening, on_connected, self);

  return self;
}

void
kontor_socket_send (KontorSocket *self, GBytes *bytes)
{
  if (self->connection != NULL &&
      soup_websocket_connection_get_state (self->connection) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_send_message (self->connection, SOUP_WEBSOCKET_DATA_BINARY, bytes);
}

/* Lives until what was sent is out. */
static void
let_go (SoupWebsocketConnection *connection)
{
  if (soup_websocket_connection_get_state (connection) == SOUP_WEBSOCKET_STATE_CLOSED)
    {
      g_object_unref (connection);
      return;
    }
  g_signal_connect (connection, "closed", G_CALLBACK (g_object_unref), NULL);
  if (soup_websocket_connection_get_state (connection) == SOUP_WEBSOCKET_STATE_OPEN)
    soup_websocket_connection_close (connection, SOUP_WEBSOCKET_CLOSE_NORMAL, NULL);
}

void
kontor_socket_close (KontorSocket *self)
{
  g_cancellable_cancel (self->opening);
  g_object_unref (self->opening);
  if (self->connection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->connection, self);
      let_go (self->connection);
    }
  g_clear_error (&self->trouble);
  g_free (self);
}
