/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wire.h — the other end of a connection on loopback, byte by byte, in a thread of its own. */
#pragma once

#include <gio/gio.h>
#include <string.h>

/* No test waits longer for bytes that do not come; then it fails. */
#define WIRE_LIMIT_S 20

/* A port that was free just now. */
static inline guint16
wire_find_port (void)
{
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_assert_cmpuint (port, >, 0);
  g_socket_listener_close (listener);

  return port;
}

/* Connects to 127.0.0.@host; NULL when nobody listens. */
static inline GSocketConnection *
wire_connect (guint host, guint16 port)
{
  g_autofree char *address = g_strdup_printf ("127.0.0.%u", host);
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnectable) to = g_network_address_new (address, port);

  g_socket_client_set_timeout (client, WIRE_LIMIT_S);
  g_socket_client_set_enable_proxy (client, FALSE);

  return g_socket_client_connect (client, to, NULL, NULL);
}

static inline void
wire_write (GSocketConnection *connection, const char *text)
{
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));

  g_output_stream_write_all (out, text, strlen (text), NULL, NULL, NULL);
}

/* (transfer full): everything until the other end closes. */
static inline char *
wire_read_all (GSocketConnection *connection)
{
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GString *text = g_string_new (NULL);
  char chunk[4096];
  gssize got;

  while ((got = g_input_stream_read (in, chunk, sizeof chunk, NULL, NULL)) > 0)
    g_string_append_len (text, chunk, got);

  return g_string_free (text, FALSE);
}

/* (transfer full): a request until its blank line, and its body by Content-Length. */
static inline char *
wire_read_request (GSocketConnection *connection)
{
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GString *text = g_string_new (NULL);
  const char *end = NULL, *length;
  gsize whole = G_MAXSIZE;
  char c;

  while (text->len < whole && g_input_stream_read (in, &c, 1, NULL, NULL) == 1)
    {
      g_string_append_c (text, c);
      end = end == NULL ? strstr (text->str, "\r\n\r\n") : end;
      if (end == NULL || whole < G_MAXSIZE)
        continue;
      length = strstr (text->str, "Content-Length: ");
      whole = text->len + (length != NULL ? g_ascii_strtoull (length + 16, NULL, 10) : 0);
    }

  return g_string_free (text, FALSE);
}

/* One request from a thread of its own, so that the main loop is free to answer. */
typedef struct {
  guint16     port;
  const char *request;
  char       *answer;
  gboolean    hangs_up;   /* before an answer */
  gint        done;
} WireAsk;

static inline gpointer
wire_run_ask (gpointer data)
{
  WireAsk *ask = data;
  g_autoptr(GSocketConnection) connection = wire_connect (1, ask->port);

  if (connection != NULL)
    {
      wire_write (connection, ask->request);
      if (!ask->hangs_up)
        ask->answer = wire_read_all (connection);
    }
  g_clear_object (&connection);
  g_atomic_int_set (&ask->done, TRUE);
  g_main_context_wakeup (NULL);

  return NULL;
}

/* (transfer full): what came back for the bytes @request; NULL when nobody listens. */
static inline char *
wire_ask (guint16 port, const char *request)
{
  WireAsk ask = { .port = port, .request = request };
  GThread *thread = g_thread_new ("ask", wire_run_ask, &ask);

  while (!g_atomic_int_get (&ask.done))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);

  return ask.answer;
}
