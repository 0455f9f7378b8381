/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines live as their records say, and everybody hears how they are. */
#include "fakes/fake-house.h"

#include "channels/practice.h"
#include "inbox/conversation.h"
#include "journal/keep.h"
#include "model/error.h"

static KontorChannel *
find (FakeHouse *house, const char *id)
{
  return kontor_lines_find (house->house->lines, id);
}

static void
save (FakeHouse *house, const char *values)
{
  g_autofree char *id = fake_house_save (house, "channel", "CH2", values);
}

static KontorChannelState
get_state (KontorChannel *channel)
{
  return kontor_channel_get_health (channel)->state;
}

static void
test_starts (FakeHouse *house, gconstpointer data)
{
  g_autofree char *id = fake_house_save (house, "channel", NULL,
    "{'name': <'Other'>, 'kind': <'fake'>, 'x-word': <'hello'>}");
  FakeChannel *line = FAKE_CHANNEL (find (house, id));

  g_assert_cmpstr (kontor_channel_get_id (KONTOR_CHANNEL (line)), ==, id);
  g_assert_cmpstr (kontor_channel_get_kind (KONTOR_CHANNEL (line)), ==, "fake");
  g_assert_cmpuint (fake_channel_get_starts (line), ==, 1);
  g_assert_cmpstr (fake_channel_get_word (line), ==, "hello");
  g_assert_cmpint (get_state (KONTOR_CHANNEL (line)), ==, KONTOR_CHANNEL_CONNECTED);
  g_assert_true (find (house, "CH2") == KONTOR_CHANNEL (house->line));
}

static void
test_changed (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorChannel) old = g_object_ref (find (house, "CH2"));
  FakeChannel *line;

  save (house, "{'x-word': <'new'>}");
  line = FAKE_CHANNEL (find (house, "CH2"));
  g_assert_true (KONTOR_CHANNEL (line) != old);
  g_assert_cmpint (get_state (old), ==, KONTOR_CHANNEL_OFF);
  g_assert_cmpuint (fake_channel_get_starts (line), ==, 1);
  g_assert_cmpstr (fake_channel_get_word (line), ==, "new");
}

/* Traffic writes the time of the last of it into the record: that is no new setting. */
static void
test_traffic (FakeHouse *house, gconstpointer data)
{
  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Hello");
  fake_house_settle ();
  g_assert_cmpint (fake_house_count (house, "SELECT last_at FROM channel WHERE id = 2"), ==,
                   FAKE_NOON_US);
  g_assert_true (find (house, "CH2") == KONTOR_CHANNEL (house->line));
  g_assert_cmpuint (fake_channel_get_starts (house->line), ==, 1);
}

static void
test_off (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorChannel) old = g_object_ref (find (house, "CH2"));

  save (house, "{'active': <false>}");
  g_assert_null (find (house, "CH2"));
  g_assert_cmpint (get_state (old), ==, KONTOR_CHANNEL_OFF);
  fake_channel_hear (FAKE_CHANNEL (old), "a", FAKE_ANA, NULL, "Hello");
  fake_house_settle ();
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message"), ==, 0);
  fake_house_restart (house);
  g_assert_null (find (house, "CH2"));
  save (house, "{'active': <true>}");
  g_assert_cmpint (get_state (find (house, "CH2")), ==, KONTOR_CHANNEL_CONNECTED);
}

static void
test_removed (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorChannel) old = g_object_ref (find (house, "CH2"));
  g_autoptr(GError) error = NULL;

  kontor_keep_remove (house->store, &fake_owner, kontor_kind_find ("channel"), "CH2", &error);
  g_assert_no_error (error);
  g_assert_null (find (house, "CH2"));
  g_assert_cmpint (get_state (old), ==, KONTOR_CHANNEL_OFF);
}

/* A line that somebody wrote on stays for the conversation, and is off for good. */
static void
test_retired (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) on = g_variant_ref_sink (g_variant_new_parsed ("{'active': <true>}"));
  gint64 conversation = fake_house_converse (house, FAKE_ANA);
  g_autoptr(KontorConversation) kept = NULL;

  g_assert_true (kontor_keep_remove (house->store, &fake_owner, kontor_kind_find ("channel"),
                                     "CH2", &error));
  g_assert_no_error (error);
  g_assert_null (find (house, "CH2"));
  kept = kontor_conversation_get (house->store, conversation, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept->channel, ==, "CH2");
  g_assert_cmpint (fake_house_count (house, "SELECT removed FROM channel WHERE id = 2"), ==, 1);
  g_assert_null (kontor_keep_save (house->store, &fake_owner, kontor_kind_find ("channel"), "CH2",
                                   on, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
}

static void
test_undone (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  kontor_store_begin (house->store, &error);
  g_assert_no_error (error);
  save (house, "{'active': <false>}");
  g_assert_true (find (house, "CH2") == KONTOR_CHANNEL (house->line));
  kontor_store_undo (house->store);
  g_assert_true (find (house, "CH2") == KONTOR_CHANNEL (house->line));
}

static void
test_restart (FakeHouse *house, gconstpointer data)
{
  save (house, "{'x-word': <'kept'>}");
  fake_house_restart (house);
  g_assert_cmpuint (fake_channel_get_starts (house->line), ==, 1);
  g_assert_cmpstr (fake_channel_get_word (house->line), ==, "kept");
}

static void
assert_bad (FakeHouse *house, const char *values, const char *part)
{
  g_autoptr(GVariant) given = g_variant_parse (G_VARIANT_TYPE_VARDICT, values, NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = kontor_keep_save (house->store, &fake_owner, kontor_kind_find ("channel"),
                                          NULL, given, &error);

  g_assert_null (id);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_nonnull (g_strstr_len (error->message, -1, part));
}

static void
test_bad (FakeHouse *house, gconstpointer data)
{
  assert_bad (house, "{'name': <'Line'>, 'kind': <'telegraph'>}", "telegraph");
  assert_bad (house, "{'name': <'Line'>, 'kind': <'fake'>, 'x-speed': <'9'>}", "x-speed");
  assert_bad (house, "{'name': <'Line'>, 'kind': <'practice'>, 'x-word': <'a'>}", "x-word");
}

/* What a newer version made, this one leaves alone. */
static void
test_unheard_of (FakeHouse *house, gconstpointer data)
{
  kontor_store_run (house->store, NULL, "INSERT INTO channel (name, kind) VALUES ('x', 'newer')",
                    "");
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*CH3*newer*");
  fake_house_restart (house);
  g_test_assert_expected_messages ();
  g_assert_null (find (house, "CH3"));
  g_assert_nonnull (find (house, "CH2"));
}

static void
on_health_changed (KontorLines *lines, KontorChannel *channel, GString *heard)
{
  const KontorChannelHealth *health = kontor_channel_get_health (channel);

  g_string_append_printf (heard, "%s %s%s%s|", kontor_channel_get_id (channel),
                          kontor_channel_state_get_name (health->state),
                          health->cause != NULL ? ": " : "",
                          health->cause != NULL ? health->cause : "");
}

static void
test_published (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  KontorChannel *line = KONTOR_CHANNEL (house->line);
  const KontorChannelHealth *health = kontor_channel_get_health (line);

  g_signal_connect (house->house->lines, "health-changed", G_CALLBACK (on_health_changed), heard);
  kontor_channel_set_health (line, KONTOR_CHANNEL_CONNECTING, "no network", 3, FAKE_NOON_US);
  g_assert_cmpuint (health->attempt, ==, 3);
  g_assert_cmpint (health->retry_at_us, ==, FAKE_NOON_US);
  kontor_channel_set_health (line, KONTOR_CHANNEL_BANNED, NULL, 0, 0);
  save (house, "{'active': <false>}");
  g_assert_cmpstr (heard->str, ==, "CH2 connecting: no network|CH2 banned|CH2 off|");
  g_signal_handlers_disconnect_by_data (house->house->lines, heard);
}

static void
test_may_send (FakeHouse *house, gconstpointer data)
{
  static const struct { KontorChannelState state; gboolean may; } states[] = {
    { KONTOR_CHANNEL_CONNECTED, TRUE }, { KONTOR_CHANNEL_CONNECTING, TRUE },
    { KONTOR_CHANNEL_DEGRADED, TRUE }, { KONTOR_CHANNEL_LOGGED_OUT, FALSE },
    { KONTOR_CHANNEL_BANNED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      kontor_channel_set_health (KONTOR_CHANNEL (house->line), states[i].state, NULL, 0, 0);
      g_assert_cmpint (kontor_channel_may_send (KONTOR_CHANNEL (house->line)), ==, states[i].may);
    }
}

static void
test_comes_back (FakeHouse *house, gconstpointer data)
{
  KontorChannel *line = KONTOR_CHANNEL (house->line);

  kontor_channel_set_health (line, KONTOR_CHANNEL_LOGGED_OUT, NULL, 0, 0);
  fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  fake_house_assert_said (house, "");
  kontor_channel_set_health (line, KONTOR_CHANNEL_CONNECTED, NULL, 0, 0);
  fake_house_settle ();
  fake_house_assert_said (house, "Hello");
}

static void
test_facts (FakeHouse *house, gconstpointer data)
{
  KontorChannel *line = KONTOR_CHANNEL (house->line);
  g_autoptr(GVariant) facts = NULL, fewer = NULL;
  const char *text;

  kontor_channel_set_fact (line, "quality", "green");
  kontor_channel_set_fact (line, "quality", "yellow");
  kontor_channel_set_fact (line, "tier", "1000");
  facts = kontor_channel_dup_facts (line);
  g_assert_cmpuint (g_variant_n_children (facts), ==, 2);
  g_assert_true (g_variant_lookup (facts, "quality", "&s", &text));
  g_assert_cmpstr (text, ==, "yellow");
  kontor_channel_set_fact (line, "quality", NULL);
  fewer = kontor_channel_dup_facts (line);
  g_assert_cmpuint (g_variant_n_children (fewer), ==, 1);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* A line of this kind has no questions to be asked, nor a test. */
static void
test_refuses (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GAsyncResult) asked = NULL, tested = NULL;
  g_autoptr(GError) ask = NULL, test = NULL;

  kontor_channel_ask_async (KONTOR_CHANNEL (house->line), "templates", NULL, NULL, on_done, &asked);
  kontor_channel_test_async (KONTOR_CHANNEL (house->line), NULL, on_done, &tested);
  fake_house_settle ();
  g_assert_null (kontor_channel_ask_finish (KONTOR_CHANNEL (house->line), asked, &ask));
  g_assert_error (ask, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_null (kontor_channel_test_finish (KONTOR_CHANNEL (house->line), tested, &test));
  g_assert_error (test, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
}

static void
on_kept (gboolean kept, gpointer data)
{
  *(int *) data = kept;
}

static void
test_practice (FakeHouse *house, gconstpointer data)
{
  KontorChannel *practice = kontor_lines_find_kind (house->house->lines, "practice");
  g_autoptr(KontorConversation) conversation = NULL;
  int kept = -1;

  g_assert_cmpstr (kontor_channel_get_id (practice), ==, "CH1");
  g_assert_cmpint (get_state (practice), ==, KONTOR_CHANNEL_CONNECTED);
  kontor_practice_say (KONTOR_PRACTICE (practice),
                       kontor_message_new ("p1", FAKE_ANA, "Ana", "Are you hiring?", 0), on_kept,
                       &kept);
  fake_house_settle ();
  g_assert_cmpint (kept, ==, TRUE);
  conversation = kontor_conversation_get (house->store, 1, NULL);
  g_assert_cmpstr (conversation->channel, ==, "CH1");
  g_assert_cmpstr (conversation->name, ==, "Ana");
  g_assert_true (conversation->waiting);
  fake_house_assert_state (house, 2, "sent");
  fake_house_assert_said (house, "");
}

static void
test_practice_test (FakeHouse *house, gconstpointer data)
{
  KontorChannel *practice = find (house, "CH1");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GVariant) steps = NULL;
  g_autoptr(GError) error = NULL;
  gboolean fine = FALSE;
  g_autoptr(GVariant) step = NULL;

  kontor_channel_test_async (practice, NULL, on_done, &result);
  fake_house_settle ();
  steps = kontor_channel_test_finish (practice, result, &error);
  g_assert_no_error (error);
  step = g_variant_get_child_value (steps, 0);
  g_assert_true (g_variant_lookup (step, "fine", "b", &fine));
  g_assert_true (fine);
}

static void
test_first_of_kind (FakeHouse *house, gconstpointer data)
{
  g_autofree char *id = fake_house_save (house, "channel", NULL,
                                         "{'name': <'Other'>, 'kind': <'fake'>}");

  g_assert_true (kontor_lines_find_kind (house->house->lines, "fake") == find (house, "CH2"));
  save (house, "{'active': <false>}");
  g_assert_true (kontor_lines_find_kind (house->house->lines, "fake") == find (house, id));
  g_assert_null (kontor_lines_find_kind (house->house->lines, "fake-strict"));
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/lines/a-new-record-is-a-line-that-starts-with-its-settings", test_starts },
    { "/lines/a-changed-record-is-a-line-taken-up-again", test_changed },
    { "/lines/traffic-does-not-hang-up", test_traffic },
    { "/lines/one-switched-off-hears-nothing-until-switched-on", test_off },
    { "/lines/one-that-is-removed-hangs-up", test_removed },
    { "/lines/one-that-was-written-on-stays-for-its-conversations", test_retired },
    { "/lines/what-is-undone-changes-no-line", test_undone },
    { "/lines/they-start-again-after-a-restart", test_restart },
    { "/lines/unknown-kinds-and-settings-are-refused", test_bad },
    { "/lines/a-kind-of-a-newer-version-is-left-alone", test_unheard_of },
    { "/lines/how-they-are-is-published", test_published },
    { "/lines/nothing-is-sent-while-one-needs-a-person", test_may_send },
    { "/lines/what-waited-goes-when-one-is-back", test_comes_back },
    { "/lines/what-one-knows-of-itself-is-told", test_facts },
    { "/lines/what-a-kind-lacks-it-says", test_refuses },
    { "/lines/the-practice-line-is-there-from-the-start", test_practice },
    { "/lines/the-practice-line-passes-its-test", test_practice_test },
    { "/lines/the-first-of-a-kind-is-found", test_first_of_kind },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
