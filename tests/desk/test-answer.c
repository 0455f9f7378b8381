/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A model is asked once for each conversation, and what it answers is said only while it may be. */
#include "fakes/fake-house.h"
#include "fakes/fake-think.h"

#include <string.h>

#include "desk/drafts.h"
#include "inbox/conversation.h"
#include "inbox/turns.h"

#define PARKING "You can park behind the house, free of charge."
#define PEOPLE "Thank you for your message. A colleague will answer you as soon as possible."
#define STOPPED "You will not get any more automatic messages from My business. Write START if " \
  "you want them again."

static void
hear (FakeHouse *house, const char *text)
{
  fake_channel_hear (house->line, NULL, FAKE_ANA, "Ana", text);
  fake_house_settle ();
}

static void
answer (const char *reply)
{
  fake_think_answer (reply, NULL, NULL);
  fake_house_settle ();
}

/* A line as real ones are, and a model. */
static void
furnish (FakeHouse *house)
{
  g_autofree char *line = fake_house_save (house, "channel", "CH2", "{'quiet': <int64 4>}");
  g_autofree char *known = fake_house_save (house, "knowledge", NULL,
    "{'question': <'Where can I park?'>, 'text': <'" PARKING "'>}");
  g_autofree char *model = fake_house_save (house, "provider", NULL,
    "{'name': <'Lent'>, 'family': <'openai'>, 'model': <'small'>, 'enabled': <true>}");

  fake_house_settle ();
  house->line = FAKE_CHANNEL (kontor_lines_find (house->house->lines, "CH2"));
}

/* It is being asked what Ana has written. */
static void
ask (FakeHouse *house, const char *text)
{
  furnish (house);
  hear (house, text);
  fake_house_later (4);
  g_assert_cmpstr (fake_think_get_asked (), ==, text);
  fake_house_assert_said (house, "");
}

static void
set_mode (FakeHouse *house, const char *mode)
{
  g_autoptr(GError) error = NULL;

  kontor_conversation_set_mode (house->store, &fake_owner, 1, mode, &error);
  g_assert_no_error (error);
  fake_house_settle ();
}

static void
assert_settled (FakeHouse *house)
{
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM turn"), ==, 0);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM agenda WHERE what = '"
                                     KONTOR_TURNS_ANSWER "'"), ==, 0);
  g_assert_cmpstr (fake_think_get_asked (), ==, "");
}

static void
assert_why (FakeHouse *house, gint64 message, const char *part)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (house->store, message, NULL);

  if (said->why == NULL || strstr (said->why, part) == NULL)
    g_error ("%s is not in %s", part, said->why);
}

static void
test_said (FakeHouse *house, gconstpointer data)
{
  ask (house, "Where can I park?");
  answer ("Behind the house.");
  fake_house_assert_said (house, "Behind the house.");
  assert_why (house, 2, "\"passages\":[\"KB1\"]");
  assert_settled (house);
}

static void
test_shown (FakeHouse *house, gconstpointer data)
{
  furnish (house);
  fake_channel_hear (house->line, "a", FAKE_ANA, "Ana", "Where can I park?");
  fake_house_settle ();
  g_assert_cmpstr (fake_channel_get_marked (house->line), ==, "");
  fake_house_later (4);
  g_assert_cmpstr (fake_channel_get_marked (house->line), ==, "typing");
  answer ("Behind the house.");
  set_mode (house, "draft");
  fake_channel_hear (house->line, "b", FAKE_ANA, "Ana", "With a bus?");
  fake_house_settle ();
  fake_house_later (4);
  g_assert_cmpstr (fake_think_get_asked (), ==, "With a bus?");
  g_assert_cmpstr (fake_channel_get_marked (house->line), ==, "typing");
}

static void
test_calls (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  ask (house, "Where can I park?");
  kontor_store_run (house->store, &error, "INSERT INTO ai_call (at, model, address, outcome,"
                    " prompt, cost_nano) VALUES (1, 'small', 'http://here', 'answered', 'reply 3',"
                    " 1200)", "");
  g_assert_no_error (error);
  fake_think_answer ("Behind the house.", NULL, "AI1");
  fake_house_settle ();
  g_assert_cmpint (fake_house_count (house, "SELECT message FROM ai_call"), ==, 2);
  assert_why (house, 2, "\"rule\":\"a model answered");
  assert_why (house, 2, "\"prompt\":\"reply 3\"");
  assert_why (house, 2, "\"cost-nano\":1200");
}

static void
test_newer (FakeHouse *house, gconstpointer data)
{
  ask (house, "Where can I park?");
  hear (house, "With a bus?");
  g_assert_cmpstr (fake_think_get_asked (), ==, "");
  fake_house_later (3);
  g_assert_cmpstr (fake_think_get_asked (), ==, "");
  fake_house_later (1);
  g_assert_cmpstr (fake_think_get_asked (), ==, "Where can I park?\nWith a bus?");
  answer ("Not with a bus.");
  fake_house_assert_said (house, "Not with a bus.");
  assert_settled (house);
}

static void
test_at_once (FakeHouse *house, gconstpointer data)
{
  g_autofree char *line = NULL;

  furnish (house);
  line = fake_house_save (house, "channel", "CH2", "{'quiet': <int64 0>}");
  fake_house_settle ();
  house->line = FAKE_CHANNEL (kontor_lines_find (house->house->lines, "CH2"));
  hear (house, "Where can I park?");
  g_assert_cmpstr (fake_think_get_asked (), ==, "Where can I park?");
  hear (house, "With a bus?");
  g_assert_cmpstr (fake_think_get_asked (), ==, "Where can I park?\nWith a bus?");
  answer ("Not with a bus.");
  fake_house_assert_said (house, "Not with a bus.");
  assert_settled (house);
}

static void
test_person (FakeHouse *house, gconstpointer data)
{
  ask (house, "Where can I park?");
  fake_house_say (house, FAKE_ANA, "I show you.");
  fake_house_settle ();
  fake_house_later (60);
  fake_house_assert_said (house, "I show you.");
  assert_settled (house);
}

static void
test_taken_over (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  ask (house, "Where can I park?");
  kontor_conversation_hold (house->store, &fake_owner, 1, TRUE, &error);
  g_assert_no_error (error);
  fake_house_settle ();
  fake_house_assert_said (house, "");
  assert_settled (house);
}

/* The answer is there, and before it is taken the person is quicker. */
static void
test_last_moment (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  ask (house, "Where can I park?");
  fake_think_answer ("Behind the house.", NULL, NULL);
  kontor_conversation_hold (house->store, &fake_owner, 1, TRUE, &error);
  g_assert_no_error (error);
  fake_house_settle ();
  fake_house_assert_said (house, "");
  assert_settled (house);
}

static void
test_stop (FakeHouse *house, gconstpointer data)
{
  ask (house, "Where can I park?");
  hear (house, "STOP");
  fake_house_later (60);
  fake_house_assert_said (house, STOPPED);
  assert_settled (house);
}

/* The owner writes STOP down, which touches no conversation. */
static void
test_consent (FakeHouse *house, gconstpointer data)
{
  ask (house, "Where can I park?");
  fake_house_stop (house, "CT1");
  answer ("Behind the house.");
  fake_house_assert_said (house, "");
  assert_settled (house);
}

static void
test_off (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;

  ask (house, "Where can I park?");
  set_mode (house, "off");
  fake_house_assert_said (house, "");
  conversation = kontor_conversation_get (house->store, 1, NULL);
  g_assert_true (conversation->waiting);
  assert_settled (house);
}

static void
test_draft (FakeHouse *house, gconstpointer data)
{
  ask (house, "Where can I park?");
  set_mode (house, "draft");
  answer ("Behind the house.");
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, 2, "draft");
  assert_settled (house);
}

static void
test_doubt (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;

  ask (house, "What does it cost?");
  fake_think_answer ("It costs 12 EUR.", "12 EUR stands nowhere", NULL);
  fake_house_settle ();
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, 2, "draft");
  assert_why (house, 2, "\"rule\":\"12 EUR stands nowhere\"");
  conversation = kontor_conversation_get (house->store, 1, NULL);
  g_assert_true (conversation->waiting);
  assert_settled (house);
}

static void
test_done (FakeHouse *house, gconstpointer data)
{
  ask (house, "Yes, book it");
  fake_think_do ("book", "It is booked.");
  fake_house_settle ();
  fake_house_assert_said (house, "It is booked.");
  assert_why (house, 2, "\"action\":\"book\"");
}

/* In draft mode nothing is done without a person. */
static void
test_not_done (FakeHouse *house, gconstpointer data)
{
  ask (house, "Yes, book it");
  set_mode (house, "draft");
  fake_think_do ("book", "It is booked.");
  fake_house_settle ();
  fake_house_assert_said (house, "");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM audit WHERE action = 'book'"),
                   ==, 0);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message"
                                     " WHERE direction = 'note'"), ==, 1);
  assert_settled (house);
}

static void
test_none (FakeHouse *house, gconstpointer data)
{
  ask (house, "Are you hiring?");
  answer (NULL);
  fake_house_assert_said (house, PEOPLE);
  assert_why (house, 2, "\"station\":\"people\"");
  assert_why (house, 2, "\"passages\":[\"KB1\"]");
  assert_settled (house);
}

static void
test_failed (FakeHouse *house, gconstpointer data)
{
  ask (house, "Where can I park?");
  fake_think_fail ();
  fake_house_settle ();
  fake_house_assert_said (house, PARKING);
  assert_why (house, 2, "\"rule\":\"the knowledge has the answer\"");
  assert_settled (house);
}

static void
test_restart (FakeHouse *house, gconstpointer data)
{
  ask (house, "Where can I park?");
  fake_house_restart (house);
  g_assert_cmpstr (fake_think_get_asked (), ==, "Where can I park?");
  answer ("Behind the house.");
  fake_house_assert_said (house, "Behind the house.");
  fake_house_restart (house);
  fake_house_assert_said (house, "");
  assert_settled (house);
}

/* Neither that it is asked nor a crash greets a second time. */
static void
test_greeting (FakeHouse *house, gconstpointer data)
{
  g_autofree char *business = fake_house_save (house, "business", "1", "{'greets': <true>}");

  furnish (house);
  hear (house, "Where can I park?");
  fake_house_later (4);
  fake_house_assert_said (house, "Hello, this is My business. How can we help you?");
  fake_house_restart (house);
  answer ("Behind the house.");
  fake_house_assert_said (house, "Behind the house.");
  assert_settled (house);
}

static void
test_apart (FakeHouse *house, gconstpointer data)
{
  ask (house, "Where can I park?");
  fake_channel_hear (house->line, NULL, FAKE_BEN, "Ben", "Are you hiring?");
  fake_house_settle ();
  fake_house_later (4);
  g_assert_cmpstr (fake_think_get_asked (), ==, "Where can I park?|Are you hiring?");
  answer ("Behind the house.");
  answer ("We are.");
  fake_house_assert_said (house, "Behind the house.|We are.");
  assert_settled (house);
}

/* It was said, and waits on a busy line, when a person takes the conversation over. */
static void
test_outbox (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  ask (house, "Where can I park?");
  fake_channel_decide (house->line, FAKE_TRY_LATER);
  answer ("Behind the house.");
  fake_house_assert_state (house, 2, "queued: the line is busy");
  kontor_conversation_hold (house->store, &fake_owner, 1, TRUE, &error);
  g_assert_no_error (error);
  fake_house_later (600);
  fake_house_assert_said (house, "Behind the house.");
  fake_house_assert_state (house, 2, "failed: not sent: a person took the conversation over");
}

/* The question that stands after half a minute is not given up for the next word. */
static void
test_on_and_on (FakeHouse *house, gconstpointer data)
{
  furnish (house);
  hear (house, "first");
  for (guint i = 0; i < 10; i++)
    {
      fake_house_later (3);
      hear (house, "and");
    }
  g_assert_cmpstr (fake_think_get_asked (), ==,
                   "first\nand\nand\nand\nand\nand\nand\nand\nand\nand");
  fake_house_later (3);
  hear (house, "one more");
  g_assert_nonnull (strstr (fake_think_get_asked (), "first"));
  answer ("Here you are.");
  fake_house_assert_said (house, "Here you are.");
  g_assert_cmpstr (fake_think_get_asked (), ==, "and\none more");
  answer ("And that.");
  fake_house_assert_said (house, "Here you are.|And that.");
  assert_settled (house);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/answer/what-a-model-answers-is-said-once-and-says-why", test_said },
    { "/answer/the-customer-sees-that-it-is-written-but-not-a-draft", test_shown },
    { "/answer/the-calls-it-came-from-and-their-cost-are-kept-with-it", test_calls },
    { "/answer/who-writes-on-is-answered-once-to-all-of-it", test_newer },
    { "/answer/the-same-where-nobody-is-waited-for", test_at_once },
    { "/answer/a-person-who-writes-silences-it", test_person },
    { "/answer/a-person-who-takes-over-silences-it", test_taken_over },
    { "/answer/a-person-is-asked-for-until-the-last-moment", test_last_moment },
    { "/answer/stop-silences-it", test_stop },
    { "/answer/a-stop-that-somebody-writes-down-silences-it", test_consent },
    { "/answer/what-is-switched-off-is-silent", test_off },
    { "/answer/in-draft-mode-it-is-a-draft", test_draft },
    { "/answer/what-is-doubtful-is-a-draft", test_doubt },
    { "/answer/what-is-done-is-done-with-what-is-said", test_done },
    { "/answer/in-draft-mode-nothing-is-done", test_not_done },
    { "/answer/what-a-model-cannot-answer-is-left-to-people", test_none },
    { "/answer/where-all-fail-the-built-in-assistant-goes-on", test_failed },
    { "/answer/after-a-crash-it-is-asked-again-and-said-once", test_restart },
    { "/answer/who-is-greeted-is-greeted-once", test_greeting },
    { "/answer/each-conversation-has-its-own-question", test_apart },
    { "/answer/at-the-moment-of-sending-a-person-is-asked-for-again", test_outbox },
    { "/answer/who-writes-on-and-on-is-answered-all-the-same", test_on_and_on },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
