/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/protocol/session-case.h"

static void
show_code (Case *c)
{
  KontorNode *iq = kontor_node_new ("iq", "id", "5", "type", "set", "from", "s.whatsapp.net", NULL);
  KontorNode *device = kontor_node_add (iq, kontor_node_new ("pair-device", NULL));
  g_autoptr(KontorNode) result = NULL;

  for (guint i = 0; i < 3; i++)
    kontor_node_set_text (kontor_node_add (device, kontor_node_new ("ref", NULL)),
                          (const char *[]) { "REF1", "REF2", "REF3" }[i]);
  kontor_session_start (c->session);
  server_greet (&c->server);
  server_say (&c->server, iq);
  result = server_hear (&c->server);
  g_assert_true (kontor_node_has (result, "id", "5") && kontor_node_has (result, "type", "result"));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_LINKING);
}

static void
test_codes_follow_each_other_and_end (Case *c, gconstpointer data)
{
  show_code (c);
  g_assert_nonnull (strstr (c->qr, "#REF1,"));
  kontor_clock_advance_us (59 * SECOND);
  g_assert_cmpuint (c->n_shown, ==, 1);
  kontor_clock_advance_us (SECOND);
  g_assert_nonnull (strstr (c->qr, "#REF2,"));
  kontor_clock_advance_us (20 * SECOND);
  g_assert_nonnull (strstr (c->qr, "#REF3,"));
  kontor_clock_advance_us (20 * SECOND);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_STOPPED);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_TRY_LATER);
  g_assert_false (c->server.is_open);
}

static void
say_success (Case *c, const char *spoil)
{
  g_autoptr(JsonNode) root = vectors_read ();
  JsonObject *adv = kontor_json_get_object (json_node_get_object (root), "adv");
  g_autoptr(GBytes) proof = vectors_bytes (
      kontor_json_get_nth (kontor_json_get_array (adv, "made"), 0), "container");
  g_autoptr(GBytes) none = g_bytes_new ("x", 1);
  KontorNode *iq = kontor_node_new ("iq", "id", "6", "type", "set", NULL);
  KontorNode *success = kontor_node_add (iq, kontor_node_new ("pair-success", NULL));

  kontor_node_set_bytes (kontor_node_add (success, kontor_node_new ("device-identity", NULL)),
                         spoil != NULL ? none : proof);
  kontor_node_add (success, kontor_node_new ("device", "jid", JID, "lid", "1:12@lid", NULL));
  kontor_node_add (success, kontor_node_new ("biz", "name", "Salon", NULL));
  server_say (&c->server, iq);
}

static void
test_a_scanned_code_links_and_515_logs_in (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) answer = NULL;
  g_autoptr(ProtobufCMessage) message = NULL;
  const KontorCredentials *credentials = kontor_session_get_credentials (c->session);

  show_code (c);
  say_success (c, NULL);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_LINKED);
  g_assert_cmpuint (c->n_changed, ==, 1);
  g_assert_cmpstr (credentials->jid, ==, JID);
  g_assert_cmpstr (credentials->name, ==, "Salon");
  answer = server_hear (&c->server);
  g_assert_true (kontor_node_has (answer, "id", "6"));
  g_assert_true (kontor_node_has (
      kontor_node_find (kontor_node_find (answer, "pair-device-sign"), "device-identity"),
      "key-index", "3"));
  server_say (&c->server, kontor_node_new ("stream:error", "code", "515", NULL));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_CONNECTING);
  g_assert_cmpuint (c->server.n_opened, ==, 2);
  server_greet (&c->server);
  message = kontor_proto_read_bytes (&wa__client_payload__descriptor, c->server.payload, NULL);
  g_assert_true (((Wa__ClientPayload *) message)->username == 491510000000);
  server_say (&c->server, kontor_node_new ("success", NULL));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_ONLINE);
}

static void
test_a_proof_that_does_not_hold_links_nothing (Case *c, gconstpointer data)
{
  show_code (c);
  say_success (c, "spoiled");
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_STOPPED);
  g_assert_null (kontor_session_get_credentials (c->session)->jid);
  g_assert_cmpuint (c->n_changed, ==, 0);
}

static void
test_what_cannot_be_kept_is_not_linked (Case *c, gconstpointer data)
{
  c->cannot_keep = TRUE;
  show_code (c);
  say_success (c, NULL);
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_STOPPED);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_FAILED);
  g_assert_null (kontor_session_get_credentials (c->session)->jid);
}

static void
test_letters_are_shown_once_the_server_knows_them (Case *c, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorNode) hello = NULL;
  KontorNode *answer;

  g_assert_false (kontor_session_link_by_letters (c->session, "491510000000", &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER);
  show_code (c);
  g_assert_true (kontor_session_link_by_letters (c->session, "491510000000", NULL));
  g_assert_null (c->letters);
  hello = server_hear (&c->server);
  answer = kontor_node_new ("iq", "type", "result", "id", kontor_node_get (hello, "id"), NULL);
  kontor_node_set_text (
      kontor_node_add (kontor_node_add (answer, kontor_node_new ("link_code_companion_reg", NULL)),
                       kontor_node_new ("link_code_pairing_ref", NULL)), "R");
  server_say (&c->server, answer);
  g_assert_cmpuint (strlen (c->letters), ==, 9);
  g_assert_nonnull (c->qr);
}

static void
test_a_passkey_is_asked_for_and_said_plainly (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) ack = NULL;

  show_code (c);
  server_say (&c->server, kontor_node_new ("notification", "type", "passkey_prologue_request",
                                           "from", "s.whatsapp.net", "id", "9", NULL));
  g_assert_cmpint (c->state, ==, KONTOR_SESSION_STOPPED);
  g_assert_cmpint (c->code, ==, KONTOR_ERROR_NOT_ALLOWED);
}

#define CASE(name, func) \
  g_test_add ("/session-link/" name, Case, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("codes-follow-each-other-and-end", test_codes_follow_each_other_and_end);
  CASE ("a-scanned-code-links-and-515-logs-in", test_a_scanned_code_links_and_515_logs_in);
  CASE ("a-proof-that-does-not-hold-links-nothing",
        test_a_proof_that_does_not_hold_links_nothing);
  CASE ("what-cannot-be-kept-is-not-linked", test_what_cannot_be_kept_is_not_linked);
  CASE ("letters-are-shown-once-the-server-knows-them",
        test_letters_are_shown_once_the_server_knows_them);
  CASE ("a-passkey-is-asked-for-and-said-plainly",
        test_a_passkey_is_asked_for_and_said_plainly);

  return g_test_run ();
}
