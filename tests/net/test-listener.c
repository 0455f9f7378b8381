/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/listener.h"

#include "model/error.h"
#include "tests/net/wire.h"

#define LIMIT 1000
#define KEEP_WAITING 0
#define GET "GET /cloud/CH2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

typedef struct {
  KontorListening *listening;
  guint16          port;
  guint            status;      /* to answer with; KEEP_WAITING: keeps the knock */
  KontorKnock     *waiting;
  guint            n_knocks;
  char            *method, *header, *query;
  GBytes          *body;
} House;

static void
on_knock (KontorKnock *knock, gpointer data)
{
  House *house = data;

  house->n_knocks++;
  g_free (house->method);
  g_free (house->header);
  g_free (house->query);
  g_clear_pointer (&house->body, g_bytes_unref);
  house->method = g_strdup (kontor_knock_get_method (knock));
  house->header = g_strdup (kontor_knock_get_header (knock, "x-hub-signature-256"));
  house->query = g_strdup (kontor_knock_get_query (knock, "hub.challenge"));
  house->body = g_bytes_ref (kontor_knock_get_body (knock));
  if (house->status == KEEP_WAITING)
    house->waiting = knock;
  else
    kontor_knock_answer (knock, house->status, house->query);
}

static void
open_house (House *house, const char *path)
{
  g_autoptr(GError) error = NULL;

  *house = (House) { .status = 200 };
  for (guint i = 0; i < 20 && house->listening == NULL; i++)
    {
      g_clear_error (&error);
      house->port = wire_find_port ();
      house->listening = kontor_listening_open (house->port, path, LIMIT, on_knock, house, &error);
    }
  g_assert_no_error (error);
}

static void
close_house (House *house)
{
  g_clear_pointer (&house->listening, kontor_listening_close);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_pointer (&house->body, g_bytes_unref);
  g_free (house->method);
  g_free (house->header);
  g_free (house->query);
}

static void
assert_answered (House *house, const char *request, const char *status)
{
  g_autofree char *answer = wire_ask (house->port, request);
  g_autofree char *start = g_strconcat ("HTTP/1.1 ", status, " ", NULL);

  if (answer == NULL || !g_str_has_prefix (answer, start))
    g_error ("%.80s… was answered: %.80s", request, answer != NULL ? answer : "not at all");
}

static void
test_a_knock_brings_everything_as_it_came (void)
{
  House house;
  g_autofree char *answer = NULL;

  open_house (&house, "/cloud/CH2");
  answer = wire_ask (house.port, "POST /cloud/CH2?hub.challenge=a%20b&x=1 HTTP/1.1\r\nHost: x\r\n"
                    "X-Hub-Signature-256: sha256=00\r\nContent-Length: 8\r\n"
                    "Connection: close\r\n\r\n{\"é\":\xff}");
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 200 "));
  g_assert_true (g_str_has_suffix (answer, "\r\n\r\na b"));
  g_assert_cmpstr (house.method, ==, "POST");
  g_assert_cmpstr (house.header, ==, "sha256=00");
  g_assert_cmpstr (house.query, ==, "a b");
  g_assert_cmpmem (g_bytes_get_data (house.body, NULL), g_bytes_get_size (house.body),
                   "{\"é\":\xff}", 8);
  close_house (&house);
}

static void
test_one_connection_carries_several (void)
{
  House house;
  g_autofree char *answers = NULL;
  const char *first;

  open_house (&house, "/cloud/CH2");
  answers = wire_ask (house.port, "GET /cloud/CH2 HTTP/1.1\r\nHost: x\r\n\r\n" GET);
  first = strstr (answers, "HTTP/1.1 200 ");
  g_assert_nonnull (first);
  g_assert_nonnull (strstr (first + 1, "HTTP/1.1 200 "));
  g_assert_cmpuint (house.n_knocks, ==, 2);
  close_house (&house);
}

static void
test_what_was_not_sent_is_missing (void)
{
  House house;

  open_house (&house, "/cloud/CH2");
  house.status = 403;
  assert_answered (&house, GET, "403");
  g_assert_cmpstr (house.method, ==, "GET");
  g_assert_null (house.header);
  g_assert_null (house.query);
  g_assert_cmpuint (g_bytes_get_size (house.body), ==, 0);
  close_house (&house);
}

static void
test_only_the_path_itself_is_open (void)
{
  static const char * const paths[] = { "/", "/cloud", "/cloud/CH2/", "/cloud/CH2/x", "/cloud/CH21",
                                        "/cloud/ch2", "/cloud/CH3" };
  House house;

  open_house (&house, "/cloud/CH2");
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *request = g_strdup_printf (
        "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
        paths[i]);

      assert_answered (&house, request, "404");
    }
  g_assert_cmpuint (house.n_knocks, ==, 0);
  close_house (&house);
}

static char *
make_request (const char *path, const char *header, gsize length, gsize sent)
{
  g_autofree char *body = g_strnfill (sent, 'x');

  return g_strdup_printf ("POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                          "%sContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s", path, header, length,
                          body);
}

static void
test_a_body_up_to_the_limit_comes_in (void)
{
  g_autofree char *most = make_request ("/cloud/CH2", "", LIMIT, LIMIT);
  g_autofree char *more = make_request ("/cloud/CH2", "", LIMIT + 1, LIMIT + 1);
  House house;

  open_house (&house, "/cloud/CH2");
  assert_answered (&house, most, "200");
  g_assert_cmpuint (g_bytes_get_size (house.body), ==, LIMIT);
  assert_answered (&house, more, "413");
  g_assert_cmpuint (house.n_knocks, ==, 1);
  close_house (&house);
}

/* Not a byte of the body was sent when the answer comes. */
static void
test_who_asks_before_sending_is_refused_at_once (void)
{
  g_autofree char *large =
    make_request ("/cloud/CH2", "Expect: 100-continue\r\n", 4000000000, 0);
  g_autofree char *elsewhere = make_request ("/elsewhere", "Expect: 100-continue\r\n", 2, 0);
  g_autofree char *below = make_request ("/cloud/CH2/x", "Expect: 100-continue\r\n", 2, 0);
  House house;

  open_house (&house, "/cloud/CH2");
  assert_answered (&house, large, "413");
  assert_answered (&house, elsewhere, "404");
  assert_answered (&house, below, "404");
  g_assert_cmpuint (house.n_knocks, ==, 0);
  close_house (&house);
}

static void
test_a_large_body_is_read_to_its_end_and_refused (void)
{
  g_autofree char *large = make_request ("/cloud/CH2", "", 20000000, 20000000);
  g_autofree char *elsewhere = make_request ("/elsewhere", "", 20000000, 20000000);
  House house;

  open_house (&house, "/cloud/CH2");
  assert_answered (&house, large, "413");
  assert_answered (&house, elsewhere, "404");
  g_assert_cmpuint (house.n_knocks, ==, 0);
  close_house (&house);
}

static void
test_chunks_are_counted (void)
{
  g_autoptr(GString) chunks = g_string_new ("POST /cloud/CH2 HTTP/1.1\r\nHost: x\r\n"
                                            "Connection: close\r\nTransfer-Encoding: chunked\r\n"
                                            "\r\n");
  g_autofree char *hundred = g_strnfill (100, 'x');
  g_autofree char *most = NULL, *more = NULL;
  House house;

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (chunks, "64\r\n%s\r\n", hundred);
  most = g_strconcat (chunks->str, "0\r\n\r\n", NULL);
  more = g_strconcat (chunks->str, "1\r\nx\r\n0\r\n\r\n", NULL);
  open_house (&house, "/cloud/CH2");
  assert_answered (&house, most, "200");
  g_assert_cmpuint (g_bytes_get_size (house.body), ==, LIMIT);
  assert_answered (&house, more, "413");
  g_assert_cmpuint (house.n_knocks, ==, 1);
  close_house (&house);
}

static void
test_nonsense_closes_nothing_but_its_own_connection (void)
{
  House house;
  g_autofree char *nonsense = NULL;

  open_house (&house, "/cloud/CH2");
  nonsense = wire_ask (house.port, "\x16\x03\x01 hello\r\n\r\n");
  g_assert_nonnull (strstr (nonsense, " 400 "));
  assert_answered (&house, GET, "200");
  close_house (&house);
}

static gboolean
on_idle_answer (gpointer data)
{
  House *house = data;

  if (house->waiting == NULL)
    return G_SOURCE_CONTINUE;
  kontor_knock_answer (g_steal_pointer (&house->waiting), 503, "later");

  return G_SOURCE_REMOVE;
}

static void
test_an_answer_may_come_later (void)
{
  House house;
  g_autofree char *answer = NULL;

  open_house (&house, "/cloud/CH2");
  house.status = KEEP_WAITING;
  g_idle_add (on_idle_answer, &house);
  answer = wire_ask (house.port, GET);
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 503 "));
  g_assert_true (g_str_has_suffix (answer, "\r\n\r\nlater"));
  close_house (&house);
}

static void
test_whoever_hung_up_can_still_be_answered (void)
{
  House house;
  WireAsk ask = { .request = "GET /cloud/CH2 HTTP/1.1\r\nHost: x\r\n\r\n", .hangs_up = TRUE };
  GThread *thread;

  open_house (&house, "/cloud/CH2");
  house.status = KEEP_WAITING;
  ask.port = house.port;
  thread = g_thread_new ("ask", wire_run_ask, &ask);
  while (house.waiting == NULL || !g_atomic_int_get (&ask.done))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  kontor_knock_answer (g_steal_pointer (&house.waiting), 200, NULL);
  house.status = 200;
  assert_answered (&house, GET, "200");
  close_house (&house);
}

static void
test_what_waits_when_the_door_closes_can_still_be_answered (void)
{
  House house;
  WireAsk ask = { .request = GET };
  GThread *thread;

  open_house (&house, "/cloud/CH2");
  house.status = KEEP_WAITING;
  ask.port = house.port;
  thread = g_thread_new ("ask", wire_run_ask, &ask);
  while (house.waiting == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&house.listening, kontor_listening_close);
  kontor_knock_answer (g_steal_pointer (&house.waiting), 200, NULL);
  while (!g_atomic_int_get (&ask.done))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  g_free (ask.answer);
  close_house (&house);
}

static void
test_paths_share_a_port_until_the_last_is_closed (void)
{
  static const char second[] =
    "GET /cloud/CH3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  House house, other = { .status = 204 };
  g_autoptr(GError) error = NULL;

  open_house (&house, "/cloud/CH2");
  other.port = house.port;
  other.listening = kontor_listening_open (house.port, "/cloud/CH3", LIMIT, on_knock, &other,
                                           &error);
  g_assert_no_error (error);
  assert_answered (&house, second, "204");
  g_clear_pointer (&house.listening, kontor_listening_close);
  assert_answered (&house, second, "204");
  assert_answered (&house, GET, "404");
  g_clear_pointer (&other.listening, kontor_listening_close);
  g_assert_null (wire_connect (1, house.port));
  g_assert_cmpuint (other.n_knocks, ==, 2);
  close_house (&house);
  close_house (&other);
}

static void
test_a_port_in_use_is_try_later (void)
{
  g_autoptr(GSocketListener) stranger = g_socket_listener_new ();
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) taken = NULL;
  g_autoptr(GError) error = NULL;
  KontorListening *listening;

  g_assert_true (g_socket_listener_add_address (stranger, any, G_SOCKET_TYPE_STREAM,
                                                G_SOCKET_PROTOCOL_TCP, NULL, &taken, NULL));
  listening = kontor_listening_open (
    g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (taken)), "/x", LIMIT, on_knock, NULL,
    &error);
  g_assert_null (listening);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
}

static void
test_nobody_but_this_machine_gets_in (void)
{
  House house;
  g_autoptr(GSocketConnection) inside = NULL;

  open_house (&house, "/cloud/CH2");
  inside = wire_connect (1, house.port);
  g_assert_nonnull (inside);
  g_assert_null (wire_connect (2, house.port));
  close_house (&house);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/listener/a-knock-brings-everything-as-it-came",
                   test_a_knock_brings_everything_as_it_came);
  g_test_add_func ("/listener/what-was-not-sent-is-missing", test_what_was_not_sent_is_missing);
  g_test_add_func ("/listener/only-the-path-itself-is-open", test_only_the_path_itself_is_open);
  g_test_add_func ("/listener/a-body-up-to-the-limit-comes-in",
                   test_a_body_up_to_the_limit_comes_in);
  g_test_add_func ("/listener/one-connection-carries-several-requests",
                   test_one_connection_carries_several);
  g_test_add_func ("/listener/who-asks-before-sending-is-refused-at-once",
                   test_who_asks_before_sending_is_refused_at_once);
  g_test_add_func ("/listener/a-large-body-is-read-to-its-end-and-refused",
                   test_a_large_body_is_read_to_its_end_and_refused);
  g_test_add_func ("/listener/chunks-are-counted", test_chunks_are_counted);
  g_test_add_func ("/listener/nonsense-closes-nothing-but-its-own-connection",
                   test_nonsense_closes_nothing_but_its_own_connection);
  g_test_add_func ("/listener/an-answer-may-come-later", test_an_answer_may_come_later);
  g_test_add_func ("/listener/whoever-hung-up-can-still-be-answered",
                   test_whoever_hung_up_can_still_be_answered);
  g_test_add_func ("/listener/what-waits-when-the-door-closes-can-still-be-answered",
                   test_what_waits_when_the_door_closes_can_still_be_answered);
  g_test_add_func ("/listener/paths-share-a-port-until-the-last-is-closed",
                   test_paths_share_a_port_until_the_last_is_closed);
  g_test_add_func ("/listener/a-port-in-use-is-try-later", test_a_port_in_use_is_try_later);
  g_test_add_func ("/listener/nobody-but-this-machine-gets-in",
                   test_nobody_but_this_machine_gets_in);

  return g_test_run ();
}
