/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may knock, what is told to whom, and when. */
#include "channels/cloud-inside.h"

#include "tests/channels/cloud-body.h"
#include "tests/net/wire.h"

#define SECRET "test-app-secret"
#define EMPTY "{\"object\":\"whatsapp_business_account\"}"
#define EMPTY_HEX "b6978b21c4467654c466607663db9b43fae44b71083568df403e0a077089208e"
#define TEXT(id) "{\"from\":\"971500000002\",\"id\":\"" id "\",\"type\":\"text\",\"text\":" \
  "{\"body\":\"Hi\"}}"

typedef struct {
  KontorCloud     *line;
  KontorListening *listening;
  guint16          port;
  guint            n_batches, n_messages, n_receipts, n_notices;
  guint            fails_at;    /* this batch, from 1, is not kept */
  gboolean         waits;
  GPtrArray       *waiting;     /* batches whose fate is open */
} House;

static void
end (House *house, KontorBatch *batch, gboolean kept)
{
  batch->kept (kept, batch->data);
  kontor_batch_free (batch);
}

static gboolean
on_received (KontorChannel *channel, KontorBatch *batch, House *house)
{
  house->n_batches++;
  house->n_messages += batch->messages->len;
  house->n_receipts += batch->receipts->len;
  house->n_notices += batch->notices->len;
  if (house->waits)
    g_ptr_array_add (house->waiting, batch);
  else
    end (house, batch, house->n_batches != house->fails_at);

  return TRUE;
}

static void
open_house (House *house)
{
  *house = (House) { .line = KONTOR_CLOUD (kontor_channel_new ("cloud", "CH2")) };
  house->waiting = g_ptr_array_new ();
  house->line->app_secret = g_strdup (SECRET);
  house->line->verify_token = g_strdup ("let-me-in");
  g_signal_connect (house->line, "received", G_CALLBACK (on_received), house);
  for (guint i = 0; i < 20 && house->listening == NULL; i++)
    {
      house->port = wire_find_port ();
      house->listening = kontor_listening_open (house->port, "/cloud/CH2", KONTOR_CLOUD_HOOK_LIMIT,
                                                kontor_cloud_on_knock, house->line, NULL);
    }
  g_assert_nonnull (house->listening);
}

static void
close_house (House *house)
{
  kontor_listening_close (house->listening);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_unref (house->waiting);
  g_object_unref (house->line);
}

/* The three digits of the answer. */
static guint
post (House *house, const char *header, const char *body)
{
  g_autofree char *request = g_strdup_printf (
    "POST /cloud/CH2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%sContent-Length: %" G_GSIZE_FORMAT
    "\r\n\r\n%s", header, strlen (body), body);
  g_autofree char *answer = wire_ask (house->port, request);

  g_assert_nonnull (answer);

  return g_ascii_strtoull (answer + strlen ("HTTP/1.1 "), NULL, 10);
}

static guint
post_signed (House *house, const char *body)
{
  g_autofree char *hex = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) SECRET,
                                                    strlen (SECRET), body, -1);
  g_autofree char *header = g_strdup_printf ("X-Hub-Signature-256: sha256=%s\r\n", hex);

  return post (house, header, body);
}

static void
test_without_its_signature_nothing_is_read (void)
{
  static const char * const wrong[] = {
    "", "X-Hub-Signature-256:\r\n", "X-Hub-Signature-256: sha256=\r\n",
    "X-Hub-Signature-256: " EMPTY_HEX "\r\n", "X-Hub-Signature-256: sha1=" EMPTY_HEX "\r\n",
    "X-Hub-Signature-256: SHA256=" EMPTY_HEX "\r\n",
    "X-Hub-Signature-256: sha256=" EMPTY_HEX "0\r\n",
    "X-Hub-Signature-256: sha256=b6978b21c4467654c466607663db9b43\r\n",
    "X-Hub-Signature-256: sha256=x6978b21c4467654c466607663db9b43fae44b71083568df403e0a077089208e"
    "\r\n", "X-Hub-Signature: sha256=" EMPTY_HEX "\r\n",
    "X-Hub-Signature-256: sha256=" EMPTY_HEX "\r\nX-Hub-Signature-256: sha256=00\r\n",
  };
  House house;

  open_house (&house);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (post (&house, wrong[i], EMPTY), ==, 401);
  g_assert_cmpuint (post (&house, "X-Hub-Signature-256: sha256=" EMPTY_HEX "\r\n", EMPTY " "), ==,
                    401);
  g_assert_cmpuint (house.n_batches, ==, 0);
  close_house (&house);
}

static void
test_a_line_without_a_secret_believes_nobody (void)
{
  House house;

  open_house (&house);
  g_clear_pointer (&house.line->app_secret, g_free);
  g_assert_cmpuint (post_signed (&house, EMPTY), ==, 401);
  close_house (&house);
}

static void
test_what_is_signed_and_no_webhook_is_refused (void)
{
  House house;

  open_house (&house);
  g_assert_cmpuint (post (&house, "X-Hub-Signature-256: sha256=" EMPTY_HEX "\r\n", EMPTY), ==, 400);
  g_assert_cmpuint (post_signed (&house, "{\"entry\":["), ==, 400);
  g_assert_cmpuint (post_signed (&house, ""), ==, 400);
  g_assert_cmpuint (house.n_batches, ==, 0);
  g_assert_cmpuint (post_signed (&house, "{\"entry\":[]}"), ==, 200);
  close_house (&house);
}

static void
test_everything_of_a_body_is_handed_over (void)
{
  g_autofree char *body = cloud_body (
    "messages", CLOUD_METADATA ",\"messages\":[" TEXT ("m1") "," TEXT ("m2") "],\"statuses\":["
    "{\"id\":\"s1\",\"status\":\"read\"}],\"errors\":[{\"code\":1}]");
  House house;

  open_house (&house);
  g_assert_cmpuint (post_signed (&house, body), ==, 200);
  g_assert_cmpuint (house.n_batches, ==, 1);
  g_assert_cmpuint (house.n_messages, ==, 2);
  g_assert_cmpuint (house.n_receipts, ==, 1);
  g_assert_cmpuint (house.n_notices, ==, 1);
  close_house (&house);
}

#define CHANGE(id) \
  "{\"field\":\"messages\",\"value\":{" CLOUD_METADATA ",\"messages\":[" TEXT (id) "]}}"
#define TWO "{\"entry\":[{\"changes\":[" CHANGE ("m1") "]},{\"changes\":[" CHANGE ("m2") "]}]}"

static void
test_one_part_that_was_not_kept_brings_the_body_again (void)
{
  for (guint fails_at = 1; fails_at <= 2; fails_at++)
    {
      House house;

      open_house (&house);
      house.fails_at = fails_at;
      g_assert_cmpuint (post_signed (&house, TWO), ==, 503);
      g_assert_cmpuint (house.n_batches, ==, 2);
      close_house (&house);
    }
}

typedef struct { House *house; guint n_ended; gboolean last_is_kept; } Ending;

/* Ends one part a turn. */
static gboolean
on_turn (gpointer data)
{
  Ending *ending = data;

  if (ending->house->waiting->len < 2)
    return G_SOURCE_CONTINUE;
  ending->n_ended++;
  end (ending->house, ending->house->waiting->pdata[ending->n_ended - 1],
       ending->n_ended == 1 || ending->last_is_kept);

  return ending->n_ended < 2 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* An answer after the first part would be 200 both times. */
static void
test_the_answer_waits_for_the_last_part (void)
{
  for (guint last_is_kept = FALSE; last_is_kept <= TRUE; last_is_kept++)
    {
      House house;
      Ending ending = { .house = &house, .last_is_kept = last_is_kept };

      open_house (&house);
      house.waits = TRUE;
      g_idle_add (on_turn, &ending);
      g_assert_cmpuint (post_signed (&house, TWO), ==, last_is_kept ? 200 : 503);
      g_assert_cmpuint (ending.n_ended, ==, 2);
      close_house (&house);
    }
}

static void
test_where_nobody_takes_it_nothing_was_kept (void)
{
  House house;

  open_house (&house);
  g_signal_handlers_disconnect_by_data (house.line, &house);
  g_assert_cmpuint (post_signed (&house, TWO), ==, 503);
  close_house (&house);
}

static const struct { const char *query; const char *status, *body; } verifications[] = {
  { "?hub.mode=subscribe&hub.challenge=115820144&hub.verify_token=let-me-in", "200", "115820144" },
  { "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=let-me-out", "403", "" },
  { "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=", "403", "" },
  { "?hub.mode=subscribe&hub.challenge=1", "403", "" },
  { "?hub.mode=subscribe&hub.verify_token=let-me-in", "403", "" },
  { "?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=let-me-in", "403", "" },
  { "?hub.challenge=1&hub.verify_token=let-me-in", "403", "" },
  { "", "403", "" },
};

static void
test_the_verification_is_answered_with_its_challenge (void)
{
  House house;

  open_house (&house);
  for (guint i = 0; i < G_N_ELEMENTS (verifications); i++)
    {
      g_autofree char *request = g_strdup_printf (
        "GET /cloud/CH2%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        verifications[i].query);
      g_autofree char *end_of = g_strconcat ("\r\n\r\n", verifications[i].body, NULL);
      g_autofree char *answer = wire_ask (house.port, request);

      g_assert_true (g_str_has_prefix (answer + strlen ("HTTP/1.1 "), verifications[i].status));
      g_assert_true (g_str_has_suffix (answer, end_of));
    }
  close_house (&house);
}

static void
test_other_methods_are_not_allowed (void)
{
  static const char * const methods[] = { "PUT", "DELETE", "PATCH" };
  House house;

  open_house (&house);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autofree char *request = g_strdup_printf (
        "%s /cloud/CH2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        methods[i]);
      g_autofree char *answer = wire_ask (house.port, request);

      g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 405 "));
    }
  close_house (&house);
}

static void
test_an_account_that_is_restricted_bars_the_line (void)
{
  g_autofree char *restricted = cloud_body ("account_update", "\"event\":\"ACCOUNT_RESTRICTION\"");
  g_autofree char *reinstated = cloud_body (
    "account_update", "\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":"
    "\"REINSTATE\"}");
  KontorChannel *channel;
  House house;

  open_house (&house);
  channel = KONTOR_CHANNEL (house.line);
  g_assert_cmpuint (post_signed (&house, reinstated), ==, 200);
  g_assert_cmpint (kontor_channel_get_health (channel)->state, !=, KONTOR_CHANNEL_BANNED);
  g_assert_cmpuint (post_signed (&house, restricted), ==, 200);
  g_assert_cmpint (kontor_channel_get_health (channel)->state, ==, KONTOR_CHANNEL_BANNED);
  g_assert_nonnull (strstr (kontor_channel_get_health (channel)->cause, "ACCOUNT_RESTRICTION"));
  g_assert_cmpuint (house.n_notices, ==, 2);
  g_clear_handle_id (&house.line->timer, g_source_remove);
  close_house (&house);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cloud-hook/without-its-signature-nothing-is-read",
                   test_without_its_signature_nothing_is_read);
  g_test_add_func ("/cloud-hook/a-line-without-a-secret-believes-nobody",
                   test_a_line_without_a_secret_believes_nobody);
  g_test_add_func ("/cloud-hook/what-is-signed-and-no-webhook-is-refused",
                   test_what_is_signed_and_no_webhook_is_refused);
  g_test_add_func ("/cloud-hook/everything-of-a-body-is-handed-over",
                   test_everything_of_a_body_is_handed_over);
  g_test_add_func ("/cloud-hook/one-part-that-was-not-kept-brings-the-body-again",
                   test_one_part_that_was_not_kept_brings_the_body_again);
  g_test_add_func ("/cloud-hook/the-answer-waits-for-the-last-part",
                   test_the_answer_waits_for_the_last_part);
  g_test_add_func ("/cloud-hook/where-nobody-takes-it-nothing-was-kept",
                   test_where_nobody_takes_it_nothing_was_kept);
  g_test_add_func ("/cloud-hook/the-verification-is-answered-with-its-challenge",
                   test_the_verification_is_answered_with_its_challenge);
  g_test_add_func ("/cloud-hook/other-methods-are-not-allowed", test_other_methods_are_not_allowed);
  g_test_add_func ("/cloud-hook/an-account-that-is-restricted-bars-the-line",
                   test_an_account_that_is_restricted_bars_the_line);

  return g_test_run ();
}
