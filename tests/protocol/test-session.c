/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/protocol/session-case.h"

static void
get_online (Case *c)
{
  kontor_session_start (c->session);
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("success", "t", "1", NULL));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_ONLINE);
}

static void
test_a_linked_device_logs_in_and_stays (Case *c, gconstpointer data)
{
  g_autoptr(ProtobufCMessage) message = NULL;

  get_online (c);
  message = kontor_proto_read_bytes (&wa__client_payload__descriptor, c->server.payload, NULL);
  g_assert_cmpuint (((Wa__ClientPayload *) message)->device, ==, 12);
  g_assert_cmpmem (c->server.start->data, c->server.start->len, "WA\x06\x03", 4);
  g_assert_cmpint (c->code, ==, -1);
  server_say (&c->server, kontor_node_new ("message", "id", "1", NULL));
  g_assert_cmpuint (c->n_received, ==, 1);
}

static void
test_a_certificate_of_another_root_ends_the_greeting (Case *c, gconstpointer data)
{
  g_autoptr(GBytes) hello = NULL;

  kontor_session_start (c->session);
  kontor_key_pair_make (&c->server.root);
  c->server.events.opened (c->server.user_data);
  hello = server_make_hello (&c->server);
  server_deliver (&c->server, hello);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_null (c->server.payload);
  g_assert_false (c->server.is_open);
}

static void
test_a_server_that_says_nothing_is_left (Case *c, gconstpointer data)
{
  kontor_session_start (c->session);
  kontor_clock_advance_us (20 * SECOND);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_TRY_LATER);
  kontor_clock_advance_us (c->wait_us);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_CONNECTING);
  g_assert_cmpuint (c->server.n_opened, ==, 2);
}

/* Twice as long each time, at most five minutes, never less than half of that; short again after
 * a login. */
static void
test_waits_grow_and_begin_anew_after_a_login (Case *c, gconstpointer data)
{
  g_autoptr(GError) gone = g_error_new (KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, "gone");
  gint64 longest = SECOND;

  kontor_session_start (c->session);
  for (guint i = 0; i < 15; i++, longest = MIN (2 * longest, (gint64) 300 * SECOND))
    {
      c->server.events.closed (gone, c->server.user_data);
      g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
      g_assert_cmpint (c->wait_us, >=, longest / 2);
      g_assert_cmpint (c->wait_us, <=, longest);
      kontor_clock_advance_us (c->wait_us);
    }
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("success", NULL));
  c->server.events.closed (gone, c->server.user_data);
  g_assert_cmpint (c->wait_us, <=, SECOND);
}

static void
say_page (Case *c, const char *page)
{
  g_autoptr(GBytes) bytes = g_bytes_new (page, strlen (page));

  c->server.fetched (bytes, NULL, c->server.fetcher);
}

static void
test_an_old_version_is_learnt_anew_once (Case *c, gconstpointer data)
{
  kontor_session_start (c->session);
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("failure", "reason", "405", NULL));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_REFRESHING);
  g_assert_cmpuint (c->server.n_fetches, ==, 1);
  say_page (c, "{\"client_revision\":2000000000}");
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_CONNECTING);
  g_assert_cmpuint (c->n_changed, ==, 1);
  g_assert_cmpuint (kontor_session_get_credentials (c->session)->revision, ==, 2000000000);
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("failure", "reason", "405", NULL));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
  g_assert_cmpint (c->wait_us, ==, (gint64) 3600 * SECOND);
  g_assert_cmpuint (c->server.n_fetches, ==, 1);
}

static void
test_a_page_without_a_newer_version_is_no_reason_to_hurry (Case *c, gconstpointer data)
{
  kontor_session_start (c->session);
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("failure", "reason", "405", NULL));
  say_page (c, "{\"client_revision\":1}");
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
  g_assert_cmpint (c->wait_us, ==, (gint64) 3600 * SECOND);
}

static void
test_what_the_server_says_last_is_obeyed (Case *c, gconstpointer data)
{
  get_online (c);
  server_say (&c->server, kontor_node_new ("stream:error", "code", "503", NULL));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
  kontor_session_start (c->session);
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("failure", "reason", "402", "expire", "600", NULL));
  g_assert_cmpint (c->wait_us, ==, 600 * SECOND);
  kontor_clock_advance_us (600 * SECOND);
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("failure", "reason", "401", NULL));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_STOPPED);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_NOT_LINKED);
  kontor_clock_advance_us ((gint64) 86400 * SECOND);
  g_assert_false (c->server.is_open);
}

static void
test_waking_ends_a_wait_but_not_one_that_the_server_wants (Case *c, gconstpointer data)
{
  g_autoptr(GError) gone = g_error_new (KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, "gone");

  kontor_session_wake (c->session);
  g_assert_cmpuint (c->server.n_opened, ==, 0);
  get_online (c);
  c->server.events.closed (gone, c->server.user_data);
  kontor_session_wake (c->session);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_CONNECTING);
  kontor_session_wake (c->session);
  g_assert_cmpuint (c->server.n_opened, ==, 2);
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("failure", "reason", "402", "expire", "600", NULL));
  kontor_session_wake (c->session);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
  kontor_clock_advance_us (600 * SECOND);
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("failure", "reason", "401", NULL));
  kontor_session_wake (c->session);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_STOPPED);
  g_assert_cmpuint (c->server.n_opened, ==, 3);
}

static void
test_waking_proves_the_line_within_ten_seconds (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) ping = NULL, second = NULL;

  get_online (c);
  kontor_session_wake (c->session);
  ping = server_hear (&c->server);
  g_assert_true (kontor_node_has (ping, "xmlns", "w:p"));
  server_say (&c->server, kontor_node_new ("iq", "type", "result", "id",
                                           kontor_node_get (ping, "id"), NULL));
  kontor_clock_advance_us (10 * SECOND);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_ONLINE);
  kontor_session_wake (c->session);
  second = server_hear (&c->server);
  g_assert_nonnull (second);
  kontor_session_wake (c->session);
  kontor_clock_advance_us (11 * SECOND);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
}

static void
test_keepalives_are_sent_and_three_minutes_of_silence_end_it (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) ping = NULL;

  get_online (c);
  kontor_clock_advance_us (30 * SECOND);
  ping = server_hear (&c->server);
  g_assert_true (kontor_node_has (ping, "xmlns", "w:p"));
  server_say (&c->server, kontor_node_new ("iq", "type", "result", "id",
                                           kontor_node_get (ping, "id"), NULL));
  for (guint i = 0; i < 18; i++)
    kontor_clock_advance_us (10 * SECOND);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_ONLINE);
  for (guint i = 0; i < 5 && c->state == KONTOR_SESSION_ONLINE; i++)
    kontor_clock_advance_us (10 * SECOND);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
}

static void
test_the_backlog_is_asked_for_and_the_way_remembered (Case *c, gconstpointer data)
{
  KontorNode *ib = kontor_node_new ("ib", NULL), *routing = kontor_node_new ("ib", NULL);
  g_autoptr(KontorNode) batch = NULL;

  get_online (c);
  kontor_node_add (ib, kontor_node_new ("offline_preview", "count", "3", NULL));
  server_say (&c->server, ib);
  batch = server_hear (&c->server);
  g_assert_true (kontor_node_has (kontor_node_find (batch, "offline_batch"), "count", "100"));
  kontor_node_set_text (
      kontor_node_add (kontor_node_add (routing, kontor_node_new ("edge_routing", NULL)),
                       kontor_node_new ("routing_info", NULL)), "way");
  server_say (&c->server, routing);
  g_assert_cmpuint (c->n_changed, ==, 1);
  g_assert_cmpuint (c->n_received, ==, 2);
  server_say (&c->server, kontor_node_new ("stream:error", "code", "515", NULL));
  server_greet (&c->server);
  g_assert_cmpmem (c->server.start->data, c->server.start->len,
                   "ED\x00\x01\x00\x00\x03wayWA\x06\x03", 14);
}

static void
test_a_frame_that_is_no_node_is_left_out_and_a_forged_one_ends_it (Case *c, gconstpointer data)
{
  g_autoptr(GBytes) wrong = hex_bytes ("00f801f4"), sealed = NULL, forged = hex_bytes ("00112233");

  get_online (c);
  sealed = kontor_noise_cipher_seal (c->server.sending, wrong);
  g_test_expect_message ("protocol", G_LOG_LEVEL_WARNING, "*a token that there is not*");
  server_deliver (&c->server, sealed);
  g_test_assert_expected_messages ();
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_ONLINE);
  server_say (&c->server, kontor_node_new ("message", NULL));
  g_assert_cmpuint (c->n_received, ==, 1);
  server_deliver (&c->server, forged);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_WAITING);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_BAD_INPUT);
}

static void
test_logging_out_is_said_and_ends_it (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) iq = NULL;

  get_online (c);
  kontor_session_log_out (c->session);
  iq = server_hear (&c->server);
  g_assert_true (kontor_node_has (kontor_node_find (iq, "remove-companion-device"), "jid", JID));
  server_say (&c->server, kontor_node_new ("iq", "type", "result", "id",
                                           kontor_node_get (iq, "id"), NULL));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_STOPPED);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_NOT_LINKED);
}

static void
on_answered (const KontorNode *answer, const GError *error, gpointer data)
{
  int *code = data;

  *code = error != NULL ? error->code : -1;
}

static void
test_questions_are_told_when_the_line_goes (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) first = kontor_node_new ("iq", "type", "set", NULL);
  g_autoptr(KontorNode) second = kontor_node_new ("iq", "type", "get", NULL);
  int code = -2;

  get_online (c);
  kontor_session_ask (c->session, first, on_answered, &code);
  kontor_session_stop (c->session);
  g_assert_cmpint (code, ==, KONTOR_ERROR_UNKNOWN);
  kontor_session_ask (c->session, second, on_answered, &code);
  g_assert_cmpint (code, ==, KONTOR_ERROR_TRY_LATER);
}

static void
test_states_are_only_left_by_their_edges (Case *c, gconstpointer data)
{
  const char *edges[] = {
    [KONTOR_SESSION_OFF] = ".C........",        [KONTOR_SESSION_CONNECTING] = "O.G.....WS",
    [KONTOR_SESSION_GREETING] = "O..I....WS",   [KONTOR_SESSION_SIGNING_IN] = "OC..L.NRWS",
    [KONTOR_SESSION_LINKING] = "OC...D.RWS",    [KONTOR_SESSION_LINKED] = "OC.....RWS",
    [KONTOR_SESSION_ONLINE] = "OC.....RWS",     [KONTOR_SESSION_REFRESHING] = "OC......WS",
    [KONTOR_SESSION_WAITING] = "OC.......S",    [KONTOR_SESSION_STOPPED] = "OC.......S",
  };

  for (guint from = 0; from < G_N_ELEMENTS (edges); from++)
    for (guint to = 0; to < G_N_ELEMENTS (edges); to++)
      if (kontor_session_may_go (from, to) != (edges[from][to] != '.'))
        g_error ("the way from %u to %u", from, to);
}

#define CASE(name, func) \
  g_test_add ("/session/" name, Case, JID, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("a-linked-device-logs-in-and-stays", test_a_linked_device_logs_in_and_stays);
  CASE ("a-certificate-of-another-root-ends-the-greeting",
        test_a_certificate_of_another_root_ends_the_greeting);
  CASE ("a-server-that-says-nothing-is-left", test_a_server_that_says_nothing_is_left);
  CASE ("waits-grow-and-begin-anew-after-a-login",
        test_waits_grow_and_begin_anew_after_a_login);
  CASE ("an-old-version-is-learnt-anew-once", test_an_old_version_is_learnt_anew_once);
  CASE ("a-page-without-a-newer-version-is-no-reason-to-hurry",
        test_a_page_without_a_newer_version_is_no_reason_to_hurry);
  CASE ("what-the-server-says-last-is-obeyed", test_what_the_server_says_last_is_obeyed);
  CASE ("waking-ends-a-wait-but-not-one-that-the-server-wants",
        test_waking_ends_a_wait_but_not_one_that_the_server_wants);
  CASE ("waking-proves-the-line-within-ten-seconds",
        test_waking_proves_the_line_within_ten_seconds);
  CASE ("keepalives-are-sent-and-three-minutes-of-silence-end-it",
        test_keepalives_are_sent_and_three_minutes_of_silence_end_it);
  CASE ("the-backlog-is-asked-for-and-the-way-remembered",
        test_the_backlog_is_asked_for_and_the_way_remembered);
  CASE ("a-frame-that-is-no-node-is-left-out-and-a-forged-one-ends-it",
        test_a_frame_that_is_no_node_is_left_out_and_a_forged_one_ends_it);
  CASE ("logging-out-is-said-and-ends-it", test_logging_out_is_said_and_ends_it);
  CASE ("questions-are-told-when-the-line-goes", test_questions_are_told_when_the_line_goes);
  CASE ("states-are-only-left-by-their-edges", test_states_are_only_left_by_their_edges);

  return g_test_run ();
}
