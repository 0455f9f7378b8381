/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lender.h"

#include <glib-unix.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WORDS 40
#define PAUSE_US 10000
#define MOST_THREADS 400

static const char head[] =
  "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
static const char call[] =
  "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c1\","
  "\"type\":\"function\",\"function\":{\"name\":\"services\",\"arguments\":\"{}\"}}]}}]}\n\n"
  "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\n";
static const char word[] =
  "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"gladly \"}}]}\n\n";
static const char stop[] =
  "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
static const char bill[] =
  "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":40}}\n\n"
  "data: [DONE]\n\n";

/* (transfer full) (nullable): the request's body. */
static char *
read_body (GInputStream *stream)
{
  g_autoptr(GDataInputStream) input = g_data_input_stream_new (stream);
  gsize size = 0;
  char *body;

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (input, NULL, NULL, NULL);

      if (line == NULL)
        return NULL;
      if (*line == '\0')
        break;
      if (g_ascii_strncasecmp (line, "Content-Length:", 15) == 0)
        size = strtoul (line + 15, NULL, 10);
    }
  body = g_malloc0 (size + 1);
  g_input_stream_read_all (G_INPUT_STREAM (input), body, size, NULL, NULL, NULL);

  return body;
}

static gboolean
on_run (GThreadedSocketService *service, GSocketConnection *connection, GObject *source,
        gpointer data)
{
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autofree char *body = read_body (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  gboolean is_told = body != NULL && strstr (body, "\"role\":\"tool\"") != NULL;

  g_output_stream_write_all (out, head, strlen (head), NULL, NULL, NULL);
  g_usleep (PAUSE_US * WORDS / 4);
  if (!is_told)
    g_output_stream_write_all (out, call, strlen (call), NULL, NULL, NULL);
  for (guint i = 0; is_told && i < WORDS; i++)
    {
      g_output_stream_write_all (out, word, strlen (word), NULL, NULL, NULL);
      g_usleep (PAUSE_US);
    }
  if (is_told)
    g_output_stream_write_all (out, stop, strlen (stop), NULL, NULL, NULL);
  g_output_stream_write_all (out, bill, strlen (bill), NULL, NULL, NULL);

  return TRUE;
}

/* Whoever started it holds the other end of the pipe for as long as it lives, however it ends. */
static gboolean
on_alone (int fd, GIOCondition condition, gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

int
lender_serve (void)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (MOST_THREADS);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) taken = NULL;

  g_socket_listener_set_backlog (G_SOCKET_LISTENER (service), 256);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (service), any, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &taken, NULL))
    return 1;
  g_signal_connect (service, "run", G_CALLBACK (on_run), NULL);
  g_unix_fd_add (STDIN_FILENO, G_IO_HUP, on_alone, loop);
  g_print ("%u\n", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (taken)));
  g_main_loop_run (loop);

  return 0;
}

GSubprocess *
lender_start (const char *program, guint *port)
{
  g_autoptr(GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "--lend", NULL);
  g_autoptr(GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  if (process == NULL)
    g_error ("the server does not start");
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  *port = line != NULL ? (guint) strtoul (line, NULL, 10) : 0;

  return g_steal_pointer (&process);
}
