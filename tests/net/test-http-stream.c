/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer that comes piece by piece: what is handed on, and what is said where it ends badly. */
#include "net/http-stream.h"

#include "model/error.h"
#include "tests/net/wire.h"

#define LIMIT 1000
#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
#define CHUNKED HEAD "Transfer-Encoding: chunked\r\n\r\n"

/* A server for one request. It writes a piece, waits until that was heard and writes the next; then
 * it cuts the line, or where @stays waits until the other end does. */
typedef struct {
  GSocketListener   *listener;
  guint16            port;
  const char *const *pieces;
  gboolean           stays;
  char              *request;
  GThread           *thread;
  GAsyncQueue       *heard;
  gboolean           was_closed;   /* by the other end, before we lost patience */
  gint               done;
} Server;

typedef struct {
  Server       *server;
  GString      *text;
  guint         pieces;
  guint         enough;      /* after so many pieces */
  GCancellable *cancel;      /* at the first piece */
} Ear;

static gpointer
run_server (gpointer data)
{
  Server *server = data;
  g_autoptr(GSocketConnection) connection =
    g_socket_listener_accept (server->listener, NULL, NULL, NULL);
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autoptr(GError) error = NULL;
  gssize got = 1;
  char chunk[64];

  g_socket_set_timeout (g_socket_connection_get_socket (connection), WIRE_LIMIT_S);
  server->request = wire_read_request (connection);
  for (guint i = 0; server->pieces[i] != NULL; i++)
    {
      wire_write (connection, server->pieces[i]);
      if (i > 0 && server->pieces[i + 1] != NULL)
        g_async_queue_timeout_pop (server->heard, WIRE_LIMIT_S * G_USEC_PER_SEC);
    }
  while (server->stays && got > 0)
    got = g_input_stream_read (in, chunk, sizeof chunk, NULL, &error);
  /* Who hangs up before all was read resets the line. */
  server->was_closed = got == 0 ||
                       g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED);
  g_clear_object (&connection);
  g_atomic_int_set (&server->done, TRUE);
  g_main_context_wakeup (NULL);

  return NULL;
}

static void
serve (Server *server, const char *const *pieces, gboolean stays)
{
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) taken = NULL;

  *server = (Server) { .pieces = pieces, .stays = stays };
  server->listener = g_socket_listener_new ();
  server->heard = g_async_queue_new ();
  g_assert_true (g_socket_listener_add_address (server->listener, any, G_SOCKET_TYPE_STREAM,
                                                G_SOCKET_PROTOCOL_TCP, NULL, &taken, NULL));
  server->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (taken));
  server->thread = g_thread_new ("server", run_server, server);
}

/* The line must be closed by then: else a vendor would go on speaking, and be paid for it. */
static void
stop (Server *server)
{
  while (!g_atomic_int_get (&server->done))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (server->thread);
  g_assert_true (server->was_closed == server->stays);
  g_socket_listener_close (server->listener);
  g_object_unref (server->listener);
  g_async_queue_unref (server->heard);
  g_free (server->request);
}

static gboolean
on_piece (const char *bytes, gsize size, gpointer data)
{
  Ear *ear = data;

  g_string_append_len (ear->text, bytes, size);
  ear->pieces++;
  if (ear->cancel != NULL)
    g_cancellable_cancel (ear->cancel);
  if (ear->server != NULL)
    g_async_queue_push (ear->server->heard, GINT_TO_POINTER (1));

  return ear->enough == 0 || ear->pieces < ear->enough;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static KontorReply *
ask (guint16 port, Ear *ear, guint limit_ms, GError **error)
{
  g_autoptr(KontorHttp) http = kontor_http_new_direct ();
  g_autoptr(GPtrArray) headers = g_ptr_array_new ();
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/v1/chat?key=hush", port);
  g_autoptr(GBytes) body = g_bytes_new_static ("{}", 2);
  g_autoptr(GAsyncResult) result = NULL;
  KontorReply *reply;

  g_ptr_array_add (headers, (char *) "x-api-key");
  g_ptr_array_add (headers, (char *) "k3y");
  kontor_http_stream_async (http, url, headers, body, limit_ms, LIMIT, on_piece, ear, ear->cancel,
                            on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  reply = kontor_http_stream_finish (http, result, error);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return reply;
}

static void
test_pieces_come_while_the_server_still_speaks (void)
{
  static const char *const pieces[] = { CHUNKED, "3\r\none\r\n", "3\r\ntwo\r\n", "0\r\n\r\n",
                                        NULL };
  g_autoptr(KontorReply) reply = NULL;
  g_autoptr(GError) error = NULL;
  Server server;
  Ear ear = { &server, g_string_new (NULL) };

  serve (&server, pieces, FALSE);
  reply = ask (server.port, &ear, 20000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpuint (g_bytes_get_size (reply->body), ==, 0);
  g_assert_cmpstr (ear.text->str, ==, "onetwo");
  g_assert_cmpuint (ear.pieces, ==, 2);
  g_assert_true (g_str_has_prefix (server.request, "POST /v1/chat?key=hush HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (server.request, "\r\nx-api-key: k3y\r\n"));
  g_assert_nonnull (strstr (server.request, "\r\nContent-Type: application/json\r\n"));
  g_assert_true (g_str_has_suffix (server.request, "\r\n\r\n{}"));
  stop (&server);
  g_string_free (ear.text, TRUE);
}

static void
test_a_refusal_is_gathered_with_its_hint (void)
{
  static const char *const pieces[] = {
    "HTTP/1.1 429 Slow\r\nRetry-After: 2\r\nRetry-After-Ms: 1500\r\nContent-Length: 4\r\n\r\n",
    "busy", NULL };
  g_autoptr(KontorReply) reply = NULL;
  g_autoptr(GError) error = NULL;
  Server server;
  Ear ear = { NULL, g_string_new (NULL) };

  serve (&server, pieces, FALSE);
  reply = ask (server.port, &ear, 20000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, 429);
  g_assert_cmpint (reply->retry_after_s, ==, 2);
  g_assert_cmpint (reply->retry_after_ms, ==, 1500);
  g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body), "busy", 4);
  g_assert_cmpuint (ear.pieces, ==, 0);
  stop (&server);
  g_string_free (ear.text, TRUE);
}

typedef struct {
  const char *pieces[4];
  gboolean    stays;
  guint       limit_ms;
  int         code;
  const char *words;
} Bad;

static void
test_a_bad_end_says_what_it_was (void)
{
  static const Bad all[] = {
    { { HEAD "Content-Length: 9\r\n\r\n", "one", NULL }, FALSE, 20000, KONTOR_ERROR_UNKNOWN,
      "broke off" },
    { { "", NULL }, FALSE, 20000, KONTOR_ERROR_UNKNOWN, "broke off" },
    { { CHUNKED, "3\r\none\r\n", NULL }, TRUE, 60, KONTOR_ERROR_UNKNOWN, "within 1 s" },
    { { "", NULL }, TRUE, 60, KONTOR_ERROR_UNKNOWN, "within 1 s" },
    { { HEAD "Content-Length: 1001\r\n\r\n", NULL }, FALSE, 20000, KONTOR_ERROR_FAILED,
      "too long" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *much = g_strnfill (LIMIT + 1, 'x');
      const char *const pieces[] = { all[i].pieces[0], all[i].code == KONTOR_ERROR_FAILED
                                     ? much : all[i].pieces[1], NULL };
      g_autoptr(KontorReply) reply = NULL;
      g_autoptr(GError) error = NULL;
      Server server;
      Ear ear = { NULL, g_string_new (NULL) };

      serve (&server, pieces, all[i].stays);
      reply = ask (server.port, &ear, all[i].limit_ms, &error);
      g_assert_null (reply);
      g_assert_error (error, KONTOR_ERROR, all[i].code);
      g_assert_nonnull (strstr (error->message, all[i].words));
      g_assert_null (strstr (error->message, "hush"));
      g_assert_cmpuint (ear.text->len, <=, LIMIT);
      stop (&server);
      g_string_free (ear.text, TRUE);
    }
}

static void
test_nobody_there_is_try_later (void)
{
  Ear ear = { NULL, g_string_new (NULL) };
  g_autoptr(GError) error = NULL;

  g_assert_null (ask (wire_find_port (), &ear, 20000, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  g_string_free (ear.text, TRUE);
}

static void
test_enough_is_enough_though_the_line_stays_open (void)
{
  static const char *const pieces[] = { CHUNKED, "3\r\none\r\n", "3\r\ntwo\r\n", NULL };
  g_autoptr(KontorReply) reply = NULL;
  g_autoptr(GError) error = NULL;
  Server server;
  Ear ear = { &server, g_string_new (NULL), .enough = 1 };

  serve (&server, pieces, TRUE);
  reply = ask (server.port, &ear, 20000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (ear.text->str, ==, "one");
  stop (&server);
  g_string_free (ear.text, TRUE);
}

static void
test_who_cancels_hears_nothing_more (void)
{
  static const char *const pieces[] = { CHUNKED, "3\r\none\r\n", "3\r\ntwo\r\n", NULL };
  g_autoptr(GCancellable) cancel = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Server server;
  Ear ear = { &server, g_string_new (NULL), .cancel = cancel };

  serve (&server, pieces, TRUE);
  g_assert_null (ask (server.port, &ear, 20000, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (ear.text->str, ==, "one");
  stop (&server);
  g_string_free (ear.text, TRUE);
}

static void
test_what_is_no_address_is_bad_input (void)
{
  g_autoptr(KontorHttp) http = kontor_http_new ();
  g_autoptr(GPtrArray) headers = g_ptr_array_new ();
  g_autoptr(GBytes) body = g_bytes_new_static ("", 0);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kontor_http_stream_async (http, "ftp://x", headers, body, 1000, LIMIT, on_piece, NULL, NULL,
                            on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (kontor_http_stream_finish (http, result, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http-stream/pieces-come-while-the-server-still-speaks",
                   test_pieces_come_while_the_server_still_speaks);
  g_test_add_func ("/http-stream/a-refusal-is-gathered-with-its-hint",
                   test_a_refusal_is_gathered_with_its_hint);
  g_test_add_func ("/http-stream/a-bad-end-says-what-it-was", test_a_bad_end_says_what_it_was);
  g_test_add_func ("/http-stream/nobody-there-is-try-later", test_nobody_there_is_try_later);
  g_test_add_func ("/http-stream/enough-is-enough-though-the-line-stays-open",
                   test_enough_is_enough_though_the_line_stays_open);
  g_test_add_func ("/http-stream/who-cancels-hears-nothing-more",
                   test_who_cancels_hears_nothing_more);
  g_test_add_func ("/http-stream/what-is-no-address-is-bad-input",
                   test_what_is_no_address_is_bad_input);

  return g_test_run ();
}
