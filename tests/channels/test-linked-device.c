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

  return g_test_run ();
}
