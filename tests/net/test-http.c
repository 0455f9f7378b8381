/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a request that went wrong: whether it may have happened. */
#include "net/http.h"

#include <glib/gstdio.h>

#include "model/error.h"
#include "tests/net/wire.h"

#define LIMIT 1000
#define ABC_SHA "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

/* What a server does with each request, in order; NULL ends it. The line is cut after each, and an
 * empty answer is none. */
typedef struct {
  GSocketListener   *listener;
  guint16            port;
  const char *const *answers;
  GPtrArray         *requests;
  GThread           *thread;
} Server;

static gpointer
run_server (gpointer data)
{
  Server *server = data;

  for (guint i = 0; server->answers[i] != NULL; i++)
    {
      g_autoptr(GSocketConnection) connection =
        g_socket_listener_accept (server->listener, NULL, NULL, NULL);

      g_socket_set_timeout (g_socket_connection_get_socket (connection), WIRE_LIMIT_S);
      g_ptr_array_add (server->requests, wire_read_request (connection));
      wire_write (connection, server->answers[i]);
    }

  return NULL;
}

static void
serve (Server *server, const char *const *answers)
{
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) taken = NULL;

  *server = (Server) { .answers = answers };
  server->listener = g_socket_listener_new ();
  server->requests = g_ptr_array_new_with_free_func (g_free);
  g_assert_true (g_socket_listener_add_address (server->listener, any, G_SOCKET_TYPE_STREAM,
                                                G_SOCKET_PROTOCOL_TCP, NULL, &taken, NULL));
  server->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (taken));
  server->thread = g_thread_new ("server", run_server, server);
}

/* What it was asked stays in server->requests. */
static void
stop (Server *server)
{
  g_thread_join (server->thread);
  g_socket_listener_close (server->listener);
  g_object_unref (server->listener);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static KontorReply *
ask (KontorHttp *http, guint16 port, const char *body, GError **error)
{
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/v26.0/1/messages?key=hush", port);
  g_autoptr(GBytes) bytes = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;
  g_autoptr(GAsyncResult) result = NULL;

  kontor_http_ask_async (http, body != NULL ? "POST" : "GET", url, "t0ken", "application/json",
                         bytes, LIMIT, NULL, on_done, &result);

  return kontor_http_ask_finish (http, wait_for (&result), error);
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_an_answer_of_any_status_is_no_error (void)
{
  static const struct {
    const char *answer;
    guint       status;
    const char *body;
    gint64      wait_s;
  } all[] = {
    { "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", 200, "{}", 0 },
    { "HTTP/1.1 429 Slow\r\nRetry-After: 17\r\nContent-Length: 0\r\n\r\n", 429, "", 17 },
    { "HTTP/1.1 503 No\r\nRetry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n\r\nx", 503, "x", 0 },
    { "HTTP/1.1 400 No\r\nRetry-After: -5\r\nContent-Length: 1\r\n\r\n{", 400, "{", 0 },
    { "HTTP/1.1 302 Away\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", 302, "",
      0 },
    { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n0\r\n\r\n", 200,
      "ab", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      const char *const answers[] = { all[i].answer, NULL };
      g_autoptr(KontorHttp) http = kontor_http_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorReply) reply = NULL;
      Server server;

      serve (&server, answers);
      reply = ask (http, server.port, "{}", &error);
      g_assert_no_error (error);
      g_assert_cmpuint (reply->status, ==, all[i].status);
      g_assert_true (kontor_reply_is_fine (reply) == (all[i].status == 200));
      g_assert_cmpint (reply->retry_after_s, ==, all[i].wait_s);
      g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body),
                       all[i].body, strlen (all[i].body));
      stop (&server);
      g_assert_cmpuint (server.requests->len, ==, 1);
      g_ptr_array_unref (server.requests);
      drain ();
    }
}

static void
test_what_was_asked_arrives_as_it_was_given (void)
{
  static const char *const answers[] = { "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", NULL };
  g_autoptr(KontorHttp) http = kontor_http_new ();
  g_autoptr(KontorReply) reply = NULL;
  const char *request;
  Server server;

  serve (&server, answers);
  reply = ask (http, server.port, "{\"a\":\"é\"}", NULL);
  stop (&server);
  request = server.requests->pdata[0];
  g_assert_true (g_str_has_prefix (request, "POST /v26.0/1/messages?key=hush HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (request, "\r\nAuthorization: Bearer t0ken\r\n"));
  g_assert_nonnull (strstr (request, "\r\nContent-Type: application/json\r\n"));
  g_assert_true (g_str_has_suffix (request, "\r\n\r\n{\"a\":\"é\"}"));
  g_ptr_array_unref (server.requests);
  drain ();
}

static void
assert_fails (KontorHttp *http, guint16 port, KontorError code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorReply) reply = ask (http, port, "{}", &error);

  g_assert_null (reply);
  g_assert_error (error, KONTOR_ERROR, (int) code);
  g_assert_null (strstr (error->message, "hush"));
  g_assert_null (strstr (error->message, "t0ken"));
}

static void
test_where_nobody_listens_nothing_was_sent (void)
{
  g_autoptr(KontorHttp) http = kontor_http_new ();

  assert_fails (http, wire_find_port (), KONTOR_ERROR_TRY_LATER);
  drain ();
}

/* And it is asked once, never again. */
static void
test_what_was_read_and_not_answered_is_unknown (void)
{
  static const char *const ends[] = {
    "", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"mess",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"me", "smtp ready\r\n\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *const answers[] = { ends[i], NULL };
      g_autoptr(KontorHttp) http = kontor_http_new ();
      Server server;

      serve (&server, answers);
      assert_fails (http, server.port, KONTOR_ERROR_UNKNOWN);
      stop (&server);
      g_assert_cmpuint (server.requests->len, ==, 1);
      g_ptr_array_unref (server.requests);
      drain ();
    }
}

/* Libraries like to repeat what fails where they have just been answered. */
static void
test_what_failed_after_a_success_is_not_repeated (void)
{
  static const char *const answers[] = {
    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "",
    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", NULL,
  };
  g_autoptr(KontorHttp) http = kontor_http_new ();
  g_autoptr(KontorReply) first = NULL, third = NULL;
  Server server;

  serve (&server, answers);
  first = ask (http, server.port, "{\"n\":1}", NULL);
  g_assert_cmpuint (first->status, ==, 200);
  drain ();
  assert_fails (http, server.port, KONTOR_ERROR_UNKNOWN);
  g_assert_cmpuint (server.requests->len, ==, 2);
  third = ask (http, server.port, "{\"n\":3}", NULL);
  g_assert_cmpuint (third->status, ==, 200);
  stop (&server);
  g_assert_cmpuint (server.requests->len, ==, 3);
  g_assert_true (g_str_has_suffix (server.requests->pdata[2], "{\"n\":3}"));
  g_ptr_array_unref (server.requests);
  drain ();
}

static void
test_an_answer_without_end_is_unknown (void)
{
  g_autofree char *body = g_strnfill (LIMIT + 1, 'x');
  g_autofree char *answer = g_strconcat ("HTTP/1.1 200 OK\r\n\r\n", body, NULL);
  const char *const answers[] = { answer, NULL };
  g_autoptr(KontorHttp) http = kontor_http_new ();
  Server server;

  serve (&server, answers);
  assert_fails (http, server.port, KONTOR_ERROR_UNKNOWN);
  stop (&server);
  g_ptr_array_unref (server.requests);
  drain ();
}

static void
test_what_is_no_address_is_bad_input (void)
{
  static const char *const wrong[] = {
    "", "graph", "://x", "http://", "/v26.0", "http:///v26.0", "data:,x", "file:///etc/passwd",
    "mailto:a@example.com", "http://127.0.0.1:99999/",
  };
  g_autoptr(KontorHttp) http = kontor_http_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      kontor_http_ask_async (http, "GET", wrong[i], NULL, NULL, NULL, LIMIT, NULL, on_done,
                             &result);
      g_assert_null (kontor_http_ask_finish (http, wait_for (&result), &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }
}

static void
test_a_cancelled_question_is_cancelled (void)
{
  g_autoptr(KontorHttp) http = kontor_http_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  kontor_http_ask_async (http, "GET", "http://127.0.0.1:9/", NULL, NULL, NULL, LIMIT, cancellable,
                         on_done, &result);
  g_assert_null (kontor_http_ask_finish (http, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  drain ();
}

static void
test_a_form_holds_its_parts (void)
{
  g_autoptr(GBytes) product = g_bytes_new_static ("whatsapp", 9);
  g_autoptr(GBytes) file = g_bytes_new_static ("abc", 3);
  const KontorFormPart parts[] = {
    { .name = "messaging_product", .content = product },
    { .name = "file", .file = "plan.pdf", .type = "application/pdf", .content = file },
  };
  g_autofree char *type = NULL;
  g_autoptr(GBytes) body = kontor_http_make_form (parts, G_N_ELEMENTS (parts), &type);
  g_autoptr(GString) text = g_string_new_len (g_bytes_get_data (body, NULL),
                                              g_bytes_get_size (body));

  g_assert_true (g_str_has_prefix (type, "multipart/form-data; boundary="));
  g_assert_nonnull (strstr (text->str, "name=\"messaging_product\"\r\n\r\nwhatsapp\r\n--"));
  g_assert_nonnull (strstr (text->str, "filename=\"plan.pdf\""));
  g_assert_nonnull (strstr (text->str, "\r\nContent-Type: application/pdf\r\n"));
  g_assert_nonnull (strstr (text->str, "\r\n\r\nabc\r\n--"));
}

static const struct { const char *path, *answer; int code; } fetches[] = {
  { "/http/a-file-comes-with-its-checksum",
    "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", -1 },
  { "/http/a-file-that-is-gone-is-not-found", "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n",
    KONTOR_ERROR_NOT_FOUND },
  { "/http/a-file-that-went-for-good-is-not-found", "HTTP/1.1 410 No\r\nContent-Length: 0\r\n\r\n",
    KONTOR_ERROR_NOT_FOUND },
  { "/http/a-file-that-is-not-for-us-is-not-linked", "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n",
    KONTOR_ERROR_NOT_LINKED },
  { "/http/a-file-of-a-server-in-trouble-is-try-later",
    "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", KONTOR_ERROR_TRY_LATER },
  { "/http/a-file-elsewhere-is-not-followed",
    "HTTP/1.1 302 No\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
    KONTOR_ERROR_TRY_LATER },
  { "/http/half-a-file-is-none", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
    KONTOR_ERROR_TRY_LATER },
  { "/http/a-file-beyond-the-limit-is-none",
    "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nabcdefghijk", KONTOR_ERROR_NOT_ALLOWED },
  { "/http/a-file-that-does-not-come-is-try-later", "", KONTOR_ERROR_TRY_LATER },
};

static void
test_fetch (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *const answers[] = { fetches[i].answer, NULL };
  g_autofree char *folder = g_dir_make_tmp ("kontor-http-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *url = NULL, *sha256 = NULL, *contents = NULL;
  g_autoptr(KontorHttp) http = kontor_http_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean fine;
  Server server;

  serve (&server, answers);
  url = g_strdup_printf ("http://127.0.0.1:%u/media", server.port);
  kontor_http_fetch_async (http, url, "t0ken", path, 10, NULL, on_done, &result);
  fine = kontor_http_fetch_finish (http, wait_for (&result), &sha256, &error);
  g_clear_object (&result);
  drain ();
  g_assert_true (fine == (fetches[i].code < 0));
  if (fine)
    {
      g_assert_cmpstr (sha256, ==, ABC_SHA);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "abc");
      g_unlink (path);
    }
  else
    g_assert_error (error, KONTOR_ERROR, fetches[i].code);
  stop (&server);
  g_assert_nonnull (strstr (server.requests->pdata[0], "\r\nAuthorization: Bearer t0ken\r\n"));
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_ptr_array_unref (server.requests);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http/an-answer-of-any-status-is-no-error",
                   test_an_answer_of_any_status_is_no_error);
  g_test_add_func ("/http/what-was-asked-arrives-as-it-was-given",
                   test_what_was_asked_arrives_as_it_was_given);
  g_test_add_func ("/http/where-nobody-listens-nothing-was-sent",
                   test_where_nobody_listens_nothing_was_sent);
  g_test_add_func ("/http/what-was-read-and-not-answered-is-unknown",
                   test_what_was_read_and_not_answered_is_unknown);
  g_test_add_func ("/http/what-failed-after-a-success-is-not-repeated",
                   test_what_failed_after_a_success_is_not_repeated);
  g_test_add_func ("/http/an-answer-without-end-is-unknown",
                   test_an_answer_without_end_is_unknown);
  g_test_add_func ("/http/what-is-no-address-is-bad-input", test_what_is_no_address_is_bad_input);
  g_test_add_func ("/http/a-cancelled-question-is-cancelled",
                   test_a_cancelled_question_is_cancelled);
  g_test_add_func ("/http/a-form-holds-its-parts", test_a_form_holds_its_parts);
  for (guint i = 0; i < G_N_ELEMENTS (fetches); i++)
    g_test_add_data_func (fetches[i].path, GUINT_TO_POINTER (i), test_fetch);

  return g_test_run ();
}
