/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written in one breath is answered at once, and only once, whatever happens meanwhile. */
#include "fakes/fake-house.h"

#include "inbox/conversation.h"
#include "inbox/turns.h"

#define PARKING "You can park behind the house, free of charge."
#define PEOPLE "Thank you for your message. A colleague will answer you as soon as possible."

static void
hear (FakeHouse *house, const char *text)
{
  fake_channel_hear (house->line, NULL, FAKE_ANA, "Ana", text);
  fake_house_settle ();
}

/* A line as real ones are. */
static void
furnish (FakeHouse *house)
{
  g_autofree char *line = fake_house_save (house, "channel", "CH2", "{'quiet': <int64 4>}");
  g_autofree char *id = fake_house_save (house, "knowledge", NULL,
    "{'question': <'Where can I park?'>, 'text': <'" PARKING "'>}");

  fake_house_settle ();
  house->line = FAKE_CHANNEL (kontor_lines_find (house->house->lines, "CH2"));
}

static void
assert_settled (FakeHouse *house)
{
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM turn"), ==, 0);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM agenda WHERE what = '"
                                     KONTOR_TURNS_ANSWER "'"), ==, 0);
}

static void
test_burst (FakeHouse *house, gconstpointer data)
{
  furnish (house);
  hear (house, "Hello");
  fake_house_later (2);
  hear (house, "Where can I");
  fake_house_later (2);
  hear (house, "park?");
  fake_house_later (3);
  fake_house_assert_said (house, "");
  fake_house_later (1);
  fake_house_assert_said (house, PARKING);
  assert_settled (house);
}

/* Every three seconds a word more. */
static void
write_on (FakeHouse *house, guint seconds)
{
  for (guint i = 0; i < seconds; i += 3)
    {
      hear (house, "and");
      fake_house_later (3);
    }
}

static void
test_on_and_on (FakeHouse *house, gconstpointer data)
{
  furnish (house);
  hear (house, "Where can I park?");
  fake_house_later (3);
  write_on (house, 24);
  fake_house_assert_said (house, "");
  write_on (house, 3);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM turn"), ==, 0);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message WHERE direction = 'out'"),
                   ==, 1);
}

static void
test_own_most (FakeHouse *house, gconstpointer data)
{
  g_autofree char *line = NULL;

  furnish (house);
  line = fake_house_save (house, "channel", "CH2", "{'quiet-most': <int64 10>}");
  fake_house_settle ();
  house->line = FAKE_CHANNEL (kontor_lines_find (house->house->lines, "CH2"));
  hear (house, "Where can I park?");
  fake_house_later (3);
  write_on (house, 6);
  fake_house_assert_said (house, "");
  fake_house_later (1);
  assert_settled (house);
}

static void
test_default (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  furnish (house);
  kontor_store_run (house->store, &error, "UPDATE channel SET quiet = NULL", "");
  g_assert_no_error (error);
  hear (house, "Where can I park?");
  fake_house_later (3);
  fake_house_assert_said (house, "");
  fake_house_later (1);
  fake_house_assert_said (house, PARKING);
}

static void
test_restart (FakeHouse *house, gconstpointer data)
{
  furnish (house);
  hear (house, "Where can I park?");
  fake_house_restart (house);
  fake_house_assert_said (house, PARKING);
  fake_house_restart (house);
  fake_house_later (60);
  fake_house_assert_said (house, "");
  assert_settled (house);
}

static void
test_held (FakeHouse *house, gconstpointer data)
{
  furnish (house);
  hear (house, "Where can I park?");
  fake_house_say (house, FAKE_ANA, "Behind the house.");
  fake_house_later (60);
  fake_house_assert_said (house, "Behind the house.");
  assert_settled (house);
}

static void
test_off (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;
  g_autoptr(GError) error = NULL;

  furnish (house);
  hear (house, "Where can I park?");
  kontor_conversation_set_mode (house->store, &fake_owner, 1, "off", &error);
  g_assert_no_error (error);
  fake_house_later (4);
  fake_house_assert_said (house, "");
  conversation = kontor_conversation_get (house->store, 1, NULL);
  g_assert_true (conversation->waiting);
  assert_settled (house);
}

static void
test_picture (FakeHouse *house, gconstpointer data)
{
  furnish (house);
  hear (house, NULL);
  hear (house, "Where can I park?");
  fake_house_later (4);
  fake_house_assert_said (house, PARKING);
  hear (house, NULL);
  fake_house_later (4);
  fake_house_assert_said (house, PARKING "|" PEOPLE);
  assert_settled (house);
}

static void
test_apart (FakeHouse *house, gconstpointer data)
{
  furnish (house);
  hear (house, "Where can I park?");
  fake_house_later (2);
  fake_channel_hear (house->line, NULL, FAKE_BEN, "Ben", "Are you hiring?");
  fake_house_settle ();
  fake_house_later (2);
  fake_house_assert_said (house, PARKING);
  fake_house_later (2);
  fake_house_assert_said (house, PARKING "|" PEOPLE);
}

/* What waits and cannot be answered is left to people, once. */
static void
test_broken (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  furnish (house);
  kontor_store_run (house->store, &error, "CREATE TEMP TRIGGER broken BEFORE INSERT ON message"
                    " WHEN NEW.text LIKE 'You can park%' BEGIN SELECT RAISE (ABORT, 'broken'); END",
                    "");
  g_assert_no_error (error);
  hear (house, "Where can I park?");
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "message 1 is left to people: assistant: *");
  fake_house_later (4);
  g_test_assert_expected_messages ();
  fake_house_assert_said (house, PEOPLE);
  assert_settled (house);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/quiet/three-messages-get-one-answer-to-all-of-them", test_burst },
    { "/quiet/who-writes-on-and-on-is-answered-after-half-a-minute", test_on_and_on },
    { "/quiet/the-longest-wait-can-be-set", test_own_most },
    { "/quiet/a-real-line-waits-four-seconds", test_default },
    { "/quiet/what-waited-when-the-house-went-down-is-answered-once", test_restart },
    { "/quiet/a-person-who-is-quicker-answers-alone", test_held },
    { "/quiet/what-is-switched-off-meanwhile-is-silent", test_off },
    { "/quiet/a-picture-waits-for-its-words", test_picture },
    { "/quiet/each-customer-is-waited-for-alone", test_apart },
    { "/quiet/what-cannot-be-answered-is-left-to-people", test_broken },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
