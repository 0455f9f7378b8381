/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came in is kept whole and once, and only then is the line told. */
#include "fakes/fake-house.h"

#include <string.h>

#include "inbox/conversation.h"
#include "model/error.h"

typedef struct {
  KontorStore *store;
  int          kept;      /* -1 until told */
  gboolean     was_busy;  /* inside a transaction when told */
  gint64       seen;      /* how many messages were kept when told */
  gboolean     refuse;    /* its own write fails */
  guint        writes;
} Told;

static gint64
count_messages (KontorStore *store)
{
  g_autoptr(KontorRows) rows = kontor_store_ask (store, NULL, "SELECT COUNT(*) FROM message", "");

  return kontor_rows_next (rows) ? kontor_rows_int (rows, 0) : -1;
}

static void
on_kept (gboolean kept, gpointer data)
{
  Told *told = data;

  g_assert_cmpint (told->kept, ==, -1);
  told->kept = kept;
  told->was_busy = kontor_store_is_busy (told->store);
  told->seen = count_messages (told->store);
}

static gboolean
on_write (KontorStore *store, gpointer data, GError **error)
{
  Told *told = data;

  told->writes++;
  g_assert_true (kontor_store_is_busy (store));
  if (!told->refuse)
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "the ratchet broke");

  return FALSE;
}

static KontorBatch *
batch_new (Told *told, KontorStore *store)
{
  KontorBatch *batch = kontor_batch_new ();

  *told = (Told) { .store = store, .kept = -1 };
  batch->write = on_write;
  batch->kept = on_kept;
  batch->data = told;

  return batch;
}

static void
add (KontorBatch *batch, const char *external, const char *text)
{
  g_ptr_array_add (batch->messages,
                   kontor_message_new (external, FAKE_ANA, "Ana", text, 0));
}

static void
hand_over (FakeHouse *house, KontorBatch *batch)
{
  kontor_channel_hand_over (KONTOR_CHANNEL (house->line), batch);
}

/* Only what receive has to do: the desk's turn comes after it in the same loop. */
static gint64
count_in (FakeHouse *house)
{
  return fake_house_count (house, "SELECT COUNT(*) FROM message WHERE direction = 'in'");
}

static void
test_gathered (FakeHouse *house, gconstpointer data)
{
  Told one, two;
  KontorBatch *first = batch_new (&one, house->store), *second = batch_new (&two, house->store);

  add (first, "a", "Hello");
  add (second, "b", "Are you there?");
  hand_over (house, first);
  hand_over (house, second);
  g_assert_cmpint (count_in (house), ==, 0);
  g_assert_cmpint (one.kept, ==, -1);

  fake_house_settle ();
  g_assert_cmpint (one.kept, ==, TRUE);
  g_assert_cmpint (two.kept, ==, TRUE);
  g_assert_cmpint (one.seen, ==, 2);
}

static void
test_kept_after_commit (FakeHouse *house, gconstpointer data)
{
  Told told;
  KontorBatch *batch = batch_new (&told, house->store);

  add (batch, "a", "Hello");
  hand_over (house, batch);
  fake_house_settle ();
  g_assert_cmpint (told.kept, ==, TRUE);
  g_assert_false (told.was_busy);
  g_assert_cmpint (told.seen, ==, 1);
  g_assert_cmpuint (told.writes, ==, 1);
}

static void
test_twice_is_once (FakeHouse *house, gconstpointer data)
{
  Told told;
  KontorBatch *batch = batch_new (&told, house->store);

  fake_channel_hear (house->line, "a", FAKE_ANA, "Ana", "Hello");
  fake_house_settle ();
  add (batch, "a", "Hello");
  hand_over (house, batch);
  fake_house_settle ();
  g_assert_cmpint (told.kept, ==, TRUE);
  g_assert_cmpint (count_in (house), ==, 1);
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 1);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM turn"), ==, 0);
}

static void
test_twice_in_a_batch (FakeHouse *house, gconstpointer data)
{
  Told told;
  KontorBatch *batch = batch_new (&told, house->store);

  add (batch, "a", "Hello");
  add (batch, "b", "How much?");
  add (batch, "a", "Hello");
  hand_over (house, batch);
  fake_house_settle ();
  g_assert_cmpint (told.kept, ==, TRUE);
  g_assert_cmpint (count_in (house), ==, 2);
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 2);
}

static void
test_twice_in_a_turn (FakeHouse *house, gconstpointer data)
{
  fake_channel_hear (house->line, "a", FAKE_ANA, "Ana", "Hello");
  fake_channel_hear (house->line, "a", FAKE_ANA, "Ana", "Hello");
  fake_house_settle ();
  g_assert_cmpint (count_in (house), ==, 1);
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 1);
}

/* Two lines may give the same id to two messages. */
static void
test_same_id_elsewhere (FakeHouse *house, gconstpointer data)
{
  g_autofree char *other = fake_house_save (house, "channel", NULL,
                                            "{'name': <'Other'>, 'kind': <'fake'>}");
  KontorChannel *line = kontor_lines_find (house->house->lines, other);

  fake_channel_hear (house->line, "a", FAKE_ANA, "Ana", "Hello");
  fake_channel_hear (FAKE_CHANNEL (line), "a", FAKE_ANA, "Ana", "Hello");
  fake_house_settle ();
  g_assert_cmpint (count_in (house), ==, 2);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM conversation"), ==, 2);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM contact"), ==, 1);
}

static void
test_no_id_is_no_repeat (FakeHouse *house, gconstpointer data)
{
  fake_channel_hear (house->line, NULL, FAKE_ANA, "Ana", "Hello");
  fake_channel_hear (house->line, NULL, FAKE_ANA, "Ana", "Hello");
  fake_house_settle ();
  g_assert_cmpint (count_in (house), ==, 2);
}

static void
test_bad_alone (FakeHouse *house, gconstpointer data)
{
  Told good, bad, last;
  KontorBatch *batches[] = {
    batch_new (&good, house->store), batch_new (&bad, house->store), batch_new (&last, house->store)
  };

  add (batches[0], "a", "Hello");
  add (batches[1], "b", "This one is lost");
  add (batches[2], "c", "Goodbye");
  bad.refuse = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (batches); i++)
    hand_over (house, batches[i]);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*could not be kept: the ratchet broke*");
  fake_house_settle ();
  g_test_assert_expected_messages ();

  g_assert_cmpint (good.kept, ==, TRUE);
  g_assert_cmpint (bad.kept, ==, FALSE);
  g_assert_cmpint (last.kept, ==, TRUE);
  g_assert_cmpint (count_in (house), ==, 2);
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 2);
  g_assert_cmpint (fake_house_count (house,
    "SELECT COUNT(*) FROM message WHERE text = 'This one is lost'"), ==, 0);
}

/* The line brings it again, and then it is new. */
static void
test_refused_comes_again (FakeHouse *house, gconstpointer data)
{
  Told told;
  KontorBatch *batch = batch_new (&told, house->store);

  add (batch, "a", "Hello");
  told.refuse = TRUE;
  hand_over (house, batch);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*could not be kept*");
  fake_house_settle ();
  g_test_assert_expected_messages ();
  g_assert_cmpint (count_in (house), ==, 0);

  fake_channel_hear (house->line, "a", FAKE_ANA, "Ana", "Hello");
  fake_house_settle ();
  g_assert_cmpint (count_in (house), ==, 1);
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 1);
}

static void
test_closed_before (FakeHouse *house, gconstpointer data)
{
  Told told;
  KontorBatch *batch = batch_new (&told, house->store);

  add (batch, "a", "Hello");
  hand_over (house, batch);
  g_clear_object (&house->house->receive);
  g_assert_cmpint (told.kept, ==, FALSE);
  g_assert_cmpint (count_in (house), ==, 0);
}

static void
test_settled_in_one_go (FakeHouse *house, gconstpointer data)
{
  KontorBatch *batch = kontor_batch_new ();

  for (int i = 0; i < 250; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%d", i);
      g_autofree char *phone = g_strdup_printf ("+9715000%05d", i);

      g_ptr_array_add (batch->messages, kontor_message_new (id, phone, NULL, "What is that?", 0));
    }
  kontor_channel_hand_over (KONTOR_CHANNEL (house->line), batch);
  fake_house_settle ();
  g_assert_cmpint (count_in (house), ==, 250);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM turn"), ==, 0);
  g_assert_cmpint (fake_house_count (house,
    "SELECT COUNT(*) FROM message WHERE state = 'sent'"), ==, 250);
}

static void
test_unread (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 conversation = fake_house_converse (house, FAKE_ANA);

  for (int i = 0; i < 3; i++)
    fake_channel_hear (house->line, NULL, FAKE_ANA, NULL, "Hello");
  fake_house_settle ();
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 3);
  kontor_conversation_mark_read (house->store, conversation, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 0);
  fake_channel_hear (house->line, NULL, FAKE_ANA, NULL, "Hello");
  kontor_outbox_say (house->store, &fake_owner, conversation, "Hello", 0, NULL, &error);
  g_assert_no_error (error);
  fake_house_settle ();
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 1);
}

static void
test_aside (FakeHouse *house, gconstpointer data)
{
  KontorBatch *batch = kontor_batch_new ();
  KontorMessage *reaction = kontor_message_new ("b", FAKE_ANA, NULL, "👍", 0);

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Hello");
  g_free (reaction->kind);
  reaction->kind = g_strdup ("reaction");
  reaction->about = g_strdup ("a");
  g_ptr_array_add (batch->messages, reaction);
  hand_over (house, batch);
  fake_house_settle ();
  g_assert_cmpint (count_in (house), ==, 2);
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 1);
  g_assert_cmpint (fake_house_count (house, "SELECT last_text = '👍' FROM conversation"), ==, 0);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM turn"), ==, 0);
}

static void
test_keeps_all (FakeHouse *house, gconstpointer data)
{
  KontorBatch *batch = kontor_batch_new ();
  KontorMessage *message = kontor_message_new ("b", FAKE_ANA, NULL, "Here it is", 17);
  g_autoptr(KontorSaid) said = NULL;
  g_autoptr(GError) error = NULL;

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Hello");
  g_free (message->kind);
  message->kind = g_strdup ("location");
  message->body = g_strdup ("{\"latitude\":25.2}");
  message->about = g_strdup ("a");
  g_ptr_array_add (batch->messages, message);
  hand_over (house, batch);
  fake_house_settle ();
  said = kontor_messages_get (house->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said->kind, ==, "location");
  g_assert_cmpstr (said->text, ==, "Here it is");
  g_assert_cmpstr (said->body, ==, "{\"latitude\":25.2}");
  g_assert_cmpint (said->about, ==, 1);
  g_assert_cmpint (said->said_at_us, ==, 17);
  g_assert_cmpint (said->at_us, ==, FAKE_NOON_US);
  g_assert_cmpstr (said->state, ==, "received");
}

static guint noticed;

static gboolean
on_notice (KontorStore *store, const char *channel, const KontorNotice *notice, GError **error)
{
  g_assert_true (kontor_store_is_busy (store));
  g_assert_cmpstr (channel, ==, "CH2");
  g_assert_cmpstr (notice->body, ==, "{\"quality\":\"low\"}");
  noticed++;

  return TRUE;
}

static void
test_notices (FakeHouse *house, gconstpointer data)
{
  KontorBatch *batch = kontor_batch_new ();

  noticed = 0;
  kontor_receive_on (house->house->receive, "quality", on_notice);
  g_ptr_array_add (batch->notices, kontor_notice_new ("quality", "{\"quality\":\"low\"}"));
  g_ptr_array_add (batch->notices, kontor_notice_new ("alert", "{}"));
  hand_over (house, batch);
  fake_house_settle ();
  g_assert_cmpuint (noticed, ==, 1);
  g_assert_cmpint (fake_house_count (house,
    "SELECT COUNT(*) FROM timeline WHERE subject_kind = 'channel' AND subject = 'CH2'"
    " AND event = 'quality' AND text = '{\"quality\":\"low\"}'"), ==, 1);
  g_assert_cmpint (fake_house_count (house,
    "SELECT COUNT(*) FROM timeline WHERE subject = 'CH2' AND event = 'alert'"), ==, 1);
}

/* What is answered already when STOP is read waits in the outbox, and stays there. */
static void
test_stop_first (FakeHouse *house, gconstpointer data)
{
  KontorBatch *batch = kontor_batch_new ();
  g_autofree char *consent = NULL;

  add (batch, "a", "Are you hiring?");
  add (batch, "b", "STOP");
  add (batch, "c", "Are you hiring?");
  hand_over (house, batch);
  fake_house_settle ();
  consent = fake_house_get (house, "contact", "CT1", "consent");
  g_assert_cmpstr (consent, ==, "opted-out");
  g_assert_null (strchr (fake_channel_get_said (house->line), '|'));
  g_assert_nonnull (strstr (fake_channel_get_said (house->line), "START"));
  g_assert_cmpint (fake_house_count (house, "SELECT unread FROM conversation"), ==, 3);
}

static void
test_known_by_number (FakeHouse *house, gconstpointer data)
{
  g_autofree char *id = fake_house_save (house, "contact", NULL,
                                         "{'phone': <'" FAKE_ANA "'>, 'name': <'Ana Kovač'>}");
  g_autofree char *name = NULL;

  fake_channel_hear (house->line, "a", FAKE_ANA, "Anuška", "Hello");
  fake_house_settle ();
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM contact"), ==, 1);
  name = fake_house_get (house, "contact", id, "name");
  g_assert_cmpstr (name, ==, "Ana Kovač");
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/receive/what-comes-in-one-turn-of-the-loop-is-kept-in-one-transaction", test_gathered },
    { "/receive/the-line-is-told-only-after-the-commit", test_kept_after_commit },
    { "/receive/the-same-message-in-a-later-batch-is-kept-once", test_twice_is_once },
    { "/receive/the-same-message-twice-in-a-batch-is-kept-once", test_twice_in_a_batch },
    { "/receive/twice-in-one-turn-of-the-loop-is-once", test_twice_in_a_turn },
    { "/receive/the-same-id-on-another-line-is-another-message", test_same_id_elsewhere },
    { "/receive/without-an-id-nothing-is-a-repeat", test_no_id_is_no_repeat },
    { "/receive/a-batch-that-cannot-be-kept-takes-no-other-with-it", test_bad_alone },
    { "/receive/what-was-refused-is-new-when-it-comes-again", test_refused_comes_again },
    { "/receive/what-is-not-kept-before-the-end-is-told-so", test_closed_before },
    { "/receive/all-that-came-after-a-long-absence-is-answered", test_settled_in_one_go },
    { "/receive/the-count-of-unread-is-exact", test_unread },
    { "/receive/a-reaction-is-kept-but-neither-unread-nor-answered", test_aside },
    { "/receive/all-that-a-message-carries-is-kept", test_keeps_all },
    { "/receive/what-a-line-says-of-itself-stands-in-its-history", test_notices },
    { "/receive/stop-is-obeyed-before-what-came-with-it-is-answered", test_stop_first },
    { "/receive/who-is-known-by-the-number-keeps-the-name-people-gave", test_known_by_number },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
