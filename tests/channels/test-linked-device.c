/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A linked line on a clock that is set, with a server at its other end and a store below it. Who
 * keeps what comes in is the test. */
#include "channels/linked-device-inside.h"

#include "base/clock.h"
#include "fakes/store-folder.h"
#include "tests/protocol/noise-server.h"

#define SECOND G_USEC_PER_SEC
#define START  ((gint64) 1790000000 * SECOND)
#define OTHER  "4915100000002@s.whatsapp.net"

typedef struct {
  StoreFolder         folder;
  Server              server;
  KontorTransport     transport;
  KontorSessionPlace  place;
  KontorChannel      *channel;
  gboolean            keeps;
} Case;

static gboolean
on_received (KontorChannel *channel, KontorBatch *batch, Case *c)
{
  if (batch->kept != NULL)
    batch->kept (c->keeps, batch->data);
  kontor_batch_free (batch);

  return TRUE;
}

/* What is kept of a device that was linked before. */
static void
keep_credentials (Case *c)
{
  g_autoptr(KontorLinkedKeys) keys = kontor_linked_keys_new (c->folder.store, "CH1");
  g_autoptr(KontorCredentials) credentials = kontor_credentials_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  kontor_credentials_set (&credentials->jid, "4915100000001:5@s.whatsapp.net");
  kontor_credentials_set (&credentials->name, "Shop");
  bytes = kontor_credentials_write (credentials);
  g_assert_true (kontor_linked_keys_save (keys, "credentials", "", 0, bytes, &error));
  g_assert_true (kontor_linked_keys_flush (keys, &error));
}

static void
get_online (Case *c)
{
  server_greet (&c->server);
  server_say (&c->server, kontor_node_new ("success", NULL));
  g_assert_cmpint (kontor_channel_get_health (c->channel)->state, ==, KONTOR_CHANNEL_CONNECTED);
}

static void
set_up (Case *c, gconstpointer data)
{
  g_autoptr(GBytes) key = g_bytes_new_static ("a key of thirty-two bytes, it is", 32);
  g_autoptr(GVariant) record = g_variant_ref_sink (g_variant_new_parsed ("@a{sv} {}"));
  g_autoptr(GError) error = NULL;

  kontor_clock_set_us (START);
  store_folder_make (&c->folder, "INSERT INTO channel (name, kind) VALUES ('Phone', 'linked')");
  g_assert_true (kontor_store_set_key (c->folder.store, key, &error));
  server_start (&c->server, &c->transport);
  c->place = (KontorSessionPlace) { &c->transport, "ws://x/", "http://x/",
                                    c->server.root.public_key };
  kontor_linked_play_place (&c->place);
  keep_credentials (c);
  c->channel = kontor_channel_new ("linked", "CH1");
  kontor_channel_lend_store (c->channel, c->folder.store);
  g_signal_connect (c->channel, "received", G_CALLBACK (on_received), c);
  kontor_channel_start (c->channel, record);
  get_online (c);
}

static void
tear_down (Case *c, gconstpointer data)
{
  kontor_channel_stop (c->channel);
  g_object_unref (c->channel);
  kontor_linked_play_place (NULL);
  g_clear_pointer (&c->server.payload, g_bytes_unref);
  store_folder_remove (&c->folder, NULL);
  kontor_clock_reset ();
}

/* (transfer full) (nullable): the first that was heard of @tag; what came before it is dropped. */
static KontorNode *
find_heard (Case *c, const char *tag)
{
  while (!g_queue_is_empty (&c->server.heard))
    {
      g_autoptr(KontorNode) node = server_hear (&c->server);

      if (kontor_node_is (node, tag))
        return g_steal_pointer (&node);
    }

  return NULL;
}

static void
say_something (Case *c)
{
  server_say (&c->server, kontor_node_new ("message", "from", OTHER, "id", "A", "t", "1790000000",
                                           "type", "text", NULL));
}

static void
test_what_is_kept_is_acknowledged (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) ack = NULL;

  c->keeps = TRUE;
  say_something (c);
  ack = find_heard (c, "ack");
  g_assert_nonnull (ack);
  g_assert_cmpstr (kontor_node_get (ack, "id"), ==, "A");
  kontor_clock_advance_us (5 * SECOND);
  g_assert_cmpuint (c->server.n_opened, ==, 1);
}

/* The server brings it again with the next connection. */
static void
test_what_is_not_kept_is_brought_again_after_five_seconds (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) none = NULL;

  say_something (c);
  say_something (c);
  none = find_heard (c, "ack");
  g_assert_null (none);
  kontor_clock_advance_us (5 * SECOND - 1);
  g_assert_cmpuint (c->server.n_opened, ==, 1);
  kontor_clock_advance_us (1);
  g_assert_cmpuint (c->server.n_opened, ==, 2);
  get_online (c);
  c->keeps = TRUE;
  say_something (c);
  none = find_heard (c, "ack");
  g_assert_nonnull (none);
  kontor_clock_advance_us (20 * SECOND);
  g_assert_cmpuint (c->server.n_opened, ==, 2);
}

static void
assert_presence (Case *c, const char *type)
{
  g_autoptr(KontorNode) presence = find_heard (c, "presence");

  g_assert_nonnull (presence);
  g_assert_cmpstr (kontor_node_get (presence, "type"), ==, type);
  g_assert_cmpstr (kontor_node_get (presence, "name"), ==, "Shop");
}

static void
test_nobody_sees_us_online_for_longer_than_somebody_writes (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) first = NULL, second = NULL, none = NULL;

  none = find_heard (c, "presence");
  g_assert_null (none);
  kontor_channel_mark_read (c->channel, OTHER "/A", TRUE);
  assert_presence (c, "available");
  first = find_heard (c, "chatstate");
  g_assert_cmpstr (kontor_node_get (first, "to"), ==, OTHER);
  kontor_clock_advance_us (20 * SECOND);
  kontor_channel_mark_read (c->channel, OTHER "/A", TRUE);
  second = find_heard (c, "chatstate");
  g_assert_nonnull (second);
  kontor_clock_advance_us (25 * SECOND - 1);
  none = find_heard (c, "presence");
  g_assert_null (none);
  kontor_clock_advance_us (1);
  assert_presence (c, "unavailable");
}

/* (transfer full): the next iq of @type about keys; what came before it is dropped. */
static KontorNode *
find_about_keys (Case *c, const char *type)
{
  KontorNode *node;

  while ((node = find_heard (c, "iq")) != NULL)
    {
      if (kontor_node_has (node, "xmlns", "encrypt") && kontor_node_has (node, "type", type))
        return node;
      kontor_node_free (node);
    }

  return NULL;
}

/* The server says how many one-time keys it has. (transfer full) (nullable): what it is brought. */
static KontorNode *
tell_count (Case *c, const char *count)
{
  g_autoptr(KontorNode) question = find_about_keys (c, "get");
  KontorNode *answer = kontor_node_new ("iq", "type", "result", "id",
                                        kontor_node_get (question, "id"), NULL);

  kontor_node_add (answer, kontor_node_new ("count", "value", count, NULL));
  server_say (&c->server, answer);

  return find_about_keys (c, "set");
}

static void
lose_connection (Case *c)
{
  server_say (&c->server, kontor_node_new ("xmlstreamend", NULL));
  kontor_clock_advance_us (2 * SECOND);
  get_online (c);
}

static void
assert_same_keys (const KontorNode *one, const KontorNode *other)
{
  const KontorNode *first = kontor_node_find (one, "list");
  const KontorNode *again = kontor_node_find (other, "list");

  g_assert_cmpuint (kontor_node_get_length (first), ==, 812);
  g_assert_cmpuint (kontor_node_get_length (again), ==, 812);
  for (guint i = 0; i < 812; i++)
    for (guint part = 0; part < 2; part++)
      g_assert_true (g_bytes_equal (
        kontor_node_get_bytes (kontor_node_get_nth (kontor_node_get_nth (first, i), part)),
        kontor_node_get_bytes (kontor_node_get_nth (kontor_node_get_nth (again, i), part))));
}

static void
test_keys_whose_arrival_nobody_told_go_once_more (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) first = tell_count (c, "0"), again = NULL;

  g_assert_nonnull (first);
  lose_connection (c);
  again = tell_count (c, "0");
  g_assert_nonnull (again);
  assert_same_keys (first, again);
}

static void
test_keys_that_arrived_without_a_word_are_not_brought_again (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) first = tell_count (c, "0"), none = NULL, more = NULL;

  g_assert_nonnull (first);
  lose_connection (c);
  none = tell_count (c, "811");
  g_assert_null (none);
  lose_connection (c);
  more = tell_count (c, "4");
  g_assert_cmpuint (kontor_node_get_length (kontor_node_find (more, "list")), ==, 50);
  g_assert_false (g_bytes_equal (
    kontor_node_get_bytes (kontor_node_get_nth (kontor_node_get_nth (
      kontor_node_find (first, "list"), 811), 0)),
    kontor_node_get_bytes (kontor_node_get_nth (kontor_node_get_nth (
      kontor_node_find (more, "list"), 0), 0))));
}

/* What could not be read is asked for with new keys the second time. (transfer full): their id. */
static GBytes *
dup_key_of_retry (Case *c)
{
  g_autoptr(KontorNode) message = kontor_node_new ("message", "from", OTHER, "id", "B", "t",
                                                   "1790000000", "type", "text", NULL);

  for (guint i = 0; i < KONTOR_RETRY_WITH_KEYS; i++)
    kontor_linked_ask_again (KONTOR_LINKED_DEVICE (c->channel), message,
                             KONTOR_SIGNAL_NO_SESSION);
  for (;;)
    {
      g_autoptr(KontorNode) receipt = find_heard (c, "receipt");
      const KontorNode *keys = kontor_node_find (receipt, "keys");

      g_assert_nonnull (receipt);
      if (keys != NULL)
        return g_bytes_ref (kontor_node_get_bytes (kontor_node_find (
          kontor_node_find (keys, "key"), "id")));
    }
}

static void
test_a_key_on_its_way_to_the_server_is_given_to_nobody_else (Case *c, gconstpointer data)
{
  g_autoptr(KontorNode) upload = tell_count (c, "0");
  const KontorNode *list = kontor_node_find (upload, "list");
  g_autoptr(GBytes) given = dup_key_of_retry (c);

  for (guint i = 0; i < kontor_node_get_length (list); i++)
    g_assert_false (g_bytes_equal (given, kontor_node_get_bytes (kontor_node_find (
      kontor_node_get_nth (list, i), "id"))));
}

#define CASE(name, func) g_test_add ("/linked-device/" name, Case, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("what-is-kept-is-acknowledged", test_what_is_kept_is_acknowledged);
  CASE ("what-is-not-kept-is-brought-again-after-five-seconds",
        test_what_is_not_kept_is_brought_again_after_five_seconds);
  CASE ("nobody-sees-us-online-for-longer-than-somebody-writes",
        test_nobody_sees_us_online_for_longer_than_somebody_writes);
  CASE ("keys-whose-arrival-nobody-told-go-once-more",
        test_keys_whose_arrival_nobody_told_go_once_more);
  CASE ("keys-that-arrived-without-a-word-are-not-brought-again",
        test_keys_that_arrived_without_a_word_are_not_brought_again);
  CASE ("a-key-on-its-way-to-the-server-is-given-to-nobody-else",
        test_a_key_on_its_way_to_the_server_is_given_to_nobody_else);

  return g_test_run ();
}
