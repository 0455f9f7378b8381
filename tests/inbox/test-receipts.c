/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line says became of a message is believed, and never goes back. */
#include "fakes/fake-house.h"

#include "inbox/conversation.h"

static void
confirm (FakeHouse *house, gint64 message, const char *state, const char *reason)
{
  g_autofree char *external = g_strdup_printf ("fake-%" G_GINT64_FORMAT, message);

  fake_channel_confirm (house->line, kontor_receipt_new (external, state, reason));
  fake_house_settle ();
}

static gint64
say (FakeHouse *house)
{
  gint64 id = fake_house_say (house, FAKE_ANA, "Hello");

  fake_house_settle ();
  fake_house_assert_state (house, id, "sent");

  return id;
}

static void
test_forward (FakeHouse *house, gconstpointer data)
{
  static const char *const states[] = { "delivered", "read", "played" };
  gint64 id = say (house);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      confirm (house, id, states[i], NULL);
      fake_house_assert_state (house, id, states[i]);
    }
}

static void
test_never_back (FakeHouse *house, gconstpointer data)
{
  static const char *const late[] = { "delivered", "sent", "read" };
  gint64 id = say (house);

  confirm (house, id, "read", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    {
      confirm (house, id, late[i], NULL);
      fake_house_assert_state (house, id, "read");
    }
}

/* In one batch, in the wrong order, as they come after the line was away. */
static void
test_together (FakeHouse *house, gconstpointer data)
{
  KontorBatch *batch = kontor_batch_new ();
  gint64 id = say (house);
  g_autofree char *external = g_strdup_printf ("fake-%" G_GINT64_FORMAT, id);

  g_ptr_array_add (batch->receipts, kontor_receipt_new (external, "read", NULL));
  g_ptr_array_add (batch->receipts, kontor_receipt_new (external, "sent", NULL));
  g_ptr_array_add (batch->receipts, kontor_receipt_new (external, "delivered", NULL));
  kontor_channel_hand_over (KONTOR_CHANNEL (house->line), batch);
  fake_house_settle ();
  fake_house_assert_state (house, id, "read");
}

static void
test_failed_later (FakeHouse *house, gconstpointer data)
{
  gint64 id = say (house);

  confirm (house, id, "failed", "this number is not on WhatsApp");
  fake_house_assert_state (house, id, "failed: this number is not on WhatsApp");
}

static void
test_failed_after_read (FakeHouse *house, gconstpointer data)
{
  gint64 id = say (house);

  confirm (house, id, "delivered", NULL);
  confirm (house, id, "failed", "too late to be true");
  fake_house_assert_state (house, id, "delivered");
}

static void
test_nobody_knows (FakeHouse *house, gconstpointer data)
{
  gint64 id = say (house);

  confirm (house, 99, "read", NULL);
  fake_house_assert_state (house, id, "sent");
  confirm (house, id, "read", NULL);
  fake_house_assert_state (house, id, "read");
}

static void
test_other_line (FakeHouse *house, gconstpointer data)
{
  g_autofree char *other = fake_house_save (house, "channel", NULL,
                                            "{'name': <'Other'>, 'kind': <'fake'>}");
  gint64 id = say (house);
  g_autofree char *external = g_strdup_printf ("fake-%" G_GINT64_FORMAT, id);

  fake_channel_confirm (FAKE_CHANNEL (kontor_lines_find (house->house->lines, other)),
                        kontor_receipt_new (external, "read", NULL));
  fake_house_settle ();
  fake_house_assert_state (house, id, "sent");
}

/* Customers choose ids too: one of theirs is no message of ours. */
static void
test_of_theirs (FakeHouse *house, gconstpointer data)
{
  fake_channel_hear (house->line, "theirs", FAKE_ANA, NULL, "Hello");
  fake_house_settle ();
  fake_channel_confirm (house->line, kontor_receipt_new ("theirs", "failed", "no"));
  fake_house_settle ();
  fake_house_assert_state (house, 1, "received");
}

/* The receipt is faster than the answer to the call. */
static void
test_overtakes (FakeHouse *house, gconstpointer data)
{
  KontorReceipt *receipt = kontor_receipt_new ("fake-1", "delivered", NULL);
  gint64 id;

  fake_channel_decide (house->line, FAKE_SILENT);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  receipt->token = g_strdup (fake_channel_get_token (house->line));
  fake_channel_confirm (house->line, receipt);
  fake_house_settle ();
  fake_house_assert_state (house, id, "delivered");
  fake_channel_answer (house->line, FAKE_SENT);
  fake_house_settle ();
  fake_house_assert_state (house, id, "delivered");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM outbox"), ==, 0);
  fake_house_assert_said (house, "Hello");
}

static void
test_made_up (FakeHouse *house, gconstpointer data)
{
  static const char *const tokens[] = { "1", "1.", "1.0123456789abcdef", "-1.0", "", "one" };
  gint64 id = say (house);

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      KontorReceipt *receipt = kontor_receipt_new ("made-up", "read", NULL);

      receipt->token = g_strdup (tokens[i]);
      fake_channel_confirm (house->line, receipt);
      fake_house_settle ();
      fake_house_assert_state (house, id, "sent");
    }
}

static void
test_cost (FakeHouse *house, gconstpointer data)
{
  KontorReceipt *receipt = kontor_receipt_new ("fake-1", "sent", NULL);
  g_autoptr(KontorSaid) said = NULL;
  gint64 id = say (house);

  receipt->cost = g_strdup ("utility, regular");
  fake_channel_confirm (house->line, receipt);
  fake_house_settle ();
  said = kontor_messages_get (house->store, id, NULL);
  g_assert_cmpstr (said->cost, ==, "utility, regular");
}

static void
test_window_over (FakeHouse *house, gconstpointer data)
{
  KontorReceipt *receipt = kontor_receipt_new ("fake-2", "failed", "written too long ago");
  g_autoptr(KontorConversation) conversation = NULL;
  gint64 id;

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Call me");
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  g_free (receipt->external_id);
  receipt->external_id = g_strdup_printf ("fake-%" G_GINT64_FORMAT, id);
  receipt->window_over = TRUE;
  fake_channel_confirm (house->line, receipt);
  fake_house_settle ();
  fake_house_assert_state (house, id, "failed: written too long ago");
  conversation = kontor_conversation_get (house->store, 1, NULL);
  g_assert_cmpint (conversation->last_in_at_us, ==, 0);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/receipts/sent-delivered-read-played", test_forward },
    { "/receipts/read-never-goes-back-to-delivered", test_never_back },
    { "/receipts/those-that-come-together-may-come-in-any-order", test_together },
    { "/receipts/what-was-sent-may-fail-later-and-says-why", test_failed_later },
    { "/receipts/what-arrived-has-not-failed", test_failed_after_read },
    { "/receipts/one-that-nobody-knows-changes-nothing", test_nobody_knows },
    { "/receipts/another-line-says-nothing-of-this-one", test_other_line },
    { "/receipts/what-a-customer-wrote-gets-none", test_of_theirs },
    { "/receipts/one-that-overtakes-the-answer-is-found-by-our-token", test_overtakes },
    { "/receipts/a-token-that-was-made-up-finds-nothing", test_made_up },
    { "/receipts/what-the-line-charges-is-kept", test_cost },
    { "/receipts/a-line-that-refuses-for-the-24-hours-closes-them", test_window_over },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
