/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answers: the law first, people before machines, and nobody is left without an answer. */
#include "fakes/fake-house.h"

#include <string.h>

#include "base/clock.h"
#include "inbox/conversation.h"
#include "inbox/messages.h"

#define STOPPED "You will not get any more automatic messages from My business. Write START if " \
  "you want them again."
#define STARTED "Welcome back. You will get our messages again; write STOP to end them."
#define PEOPLE "Thank you for your message. A colleague will answer you as soon as possible."
#define HELP "You can write:\nSTATUS [id]\nLINK <booking or order> [amount]\nHELP"
#define PARKING "You can park behind the house, free of charge."

static void
hear (FakeHouse *house, const char *text)
{
  fake_channel_hear (house->line, NULL, FAKE_ANA, "Ana", text);
  fake_house_settle ();
}

/* @text is answered with @expected, and with no more; "": not at all. */
static void
assert_answer (FakeHouse *house, const char *text, const char *expected)
{
  g_autofree char *before = g_strdup (fake_channel_get_said (house->line)), *all = NULL;

  hear (house, text);
  all = g_strconcat (before, *before != '\0' && *expected != '\0' ? "|" : "", expected, NULL);
  fake_house_assert_said (house, all);
}

static KontorConversation *
get (FakeHouse *house)
{
  g_autoptr(GError) error = NULL;
  KontorConversation *conversation = kontor_conversation_get (house->store, 1, &error);

  g_assert_no_error (error);

  return conversation;
}

static void
hold (FakeHouse *house, gboolean held)
{
  g_autoptr(GError) error = NULL;

  kontor_conversation_hold (house->store, &fake_owner, fake_house_converse (house, FAKE_ANA), held,
                            &error);
  g_assert_no_error (error);
}

static void
make_teammate (FakeHouse *house)
{
  g_autofree char *id = fake_house_save (house, "teammate", NULL,
    "{'name': <'Layla'>, 'phone': <'" FAKE_ANA "'>, 'operations': <true>}");
}

static void
teach (FakeHouse *house)
{
  g_autofree char *id = fake_house_save (house, "knowledge", NULL,
    "{'question': <'Where can I park?'>, 'text': <'" PARKING "'>}");
}

static void
test_stop (FakeHouse *house, gconstpointer data)
{
  g_autofree char *consent = NULL;

  hold (house, TRUE);
  make_teammate (house);
  teach (house);
  assert_answer (house, "stop", STOPPED);
  consent = fake_house_get (house, "contact", "CT1", "consent");
  g_assert_cmpstr (consent, ==, "opted-out");
}

static void
test_stop_words (FakeHouse *house, gconstpointer data)
{
  static const struct { const char *text, *consent; } words[] = {
    { "Stop", "opted-out" }, { " STOP ", "opted-out" }, { "stop!", "opted-out" },
    { "unsubscribe", "opted-out" }, { "Opt-out", "opted-out" },
    { "Can you stop at the airport?", "unknown" }, { "Where is the bus stop", "unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *phone = g_strdup_printf ("+97150000020%u", i);
      g_autofree char *id = g_strdup_printf ("CT%u", i + 1), *consent = NULL;

      fake_channel_hear (house->line, NULL, phone, NULL, words[i].text);
      fake_house_settle ();
      consent = fake_house_get (house, "contact", id, "consent");
      g_assert_cmpstr (consent, ==, words[i].consent);
    }
}

static void
test_silence (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;

  make_teammate (house);
  teach (house);
  assert_answer (house, "STOP", STOPPED);
  assert_answer (house, "HELP", "");
  assert_answer (house, "Where can I park?", "");
  assert_answer (house, "STOP", "");
  conversation = get (house);
  g_assert_cmpint (conversation->unread, ==, 4);
  g_assert_false (conversation->waiting);
  g_assert_false (conversation->busy);
}

static void
test_start (FakeHouse *house, gconstpointer data)
{
  g_autofree char *consent = NULL;

  teach (house);
  assert_answer (house, "STOP", STOPPED);
  assert_answer (house, "START", STARTED);
  assert_answer (house, "Where can I park?", PARKING);
  consent = fake_house_get (house, "contact", "CT1", "consent");
  g_assert_cmpstr (consent, ==, "opted-in");
}

static void
test_command (FakeHouse *house, gconstpointer data)
{
  hold (house, TRUE);
  make_teammate (house);
  assert_answer (house, "help", HELP);
  hold (house, FALSE);
  assert_answer (house, " HELP ", HELP);
}

static void
test_no_teammate (FakeHouse *house, gconstpointer data)
{
  assert_answer (house, "help", PEOPLE);
}

static void
test_held (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;

  teach (house);
  hold (house, TRUE);
  assert_answer (house, "Where can I park?", "");
  assert_answer (house, "Are you hiring?", "");
  conversation = get (house);
  g_assert_cmpint (conversation->unread, ==, 2);
  g_assert_false (conversation->waiting);
  g_assert_false (conversation->busy);
  hold (house, FALSE);
  assert_answer (house, "Where can I park?", PARKING);
}

static void
assert_why (const KontorSaid *said, const char *part)
{
  g_assert_nonnull (said->why);
  if (strstr (said->why, part) == NULL)
    g_error ("%s is not in %s", part, said->why);
}

static void
test_assistant (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;
  g_autoptr(KontorSaid) said = NULL;

  teach (house);
  assert_answer (house, "Where can I park?", PARKING);
  conversation = get (house);
  g_assert_false (conversation->waiting);
  g_assert_null (conversation->held_by);
  said = kontor_messages_get (house->store, 2, NULL);
  g_assert_cmpstr (said->author, ==, "assistant");
  g_assert_true (said->automatic);
  assert_why (said, "\"message\":1,\"station\":\"assistant\",\"rule\":\"the knowledge has the"
              " answer\",\"language\":\"en\",\"answer\":{");
}

/* Whatever is said by itself says why. */
static void
test_why (FakeHouse *house, gconstpointer data)
{
  static const char *const why[] = {
    "\"station\":\"people\",\"rule\":\"nothing sure was found", "\"station\":\"assistant\"",
    "\"station\":\"opt-out\"", "\"station\":\"opt-out\"",
  };

  teach (house);
  hear (house, "Are you hiring?");
  hear (house, "Where can I park?");
  hear (house, "STOP");
  hear (house, "START");
  for (guint i = 0; i < G_N_ELEMENTS (why); i++)
    {
      g_autoptr(KontorSaid) said = kontor_messages_get (house->store, 2 * i + 2, NULL);

      g_assert_cmpstr (said->direction, ==, "out");
      assert_why (said, why[i]);
    }
}

static void
test_people (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) waiting = NULL, answered = NULL;

  assert_answer (house, "Are you hiring?", PEOPLE);
  assert_answer (house, "Hello? Are you hiring?", "");
  waiting = get (house);
  g_assert_true (waiting->waiting);
  fake_house_say (house, FAKE_ANA, "No");
  fake_house_settle ();
  answered = get (house);
  g_assert_false (answered->waiting);
  hold (house, FALSE);
  fake_house_assert_said (house, PEOPLE "|No");
  hear (house, "Are you selling?");
  fake_house_assert_said (house, PEOPLE "|No|" PEOPLE);
}

static void
test_without_text (FakeHouse *house, gconstpointer data)
{
  assert_answer (house, NULL, PEOPLE);
}

static void
test_snoozed (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;
  g_autoptr(GError) error = NULL;

  teach (house);
  assert_answer (house, "Are you hiring?", PEOPLE);
  kontor_conversation_set_state (house->store, &fake_owner, 1, "snoozed",
                                 kontor_clock_now_us () + G_TIME_SPAN_HOUR, &error);
  g_assert_no_error (error);
  assert_answer (house, "Where can I park?", PARKING);
  conversation = get (house);
  g_assert_cmpstr (conversation->state, ==, "open");
  g_assert_true (conversation->waiting);
}

/* The one that cannot be taken is left to people; the next is taken as ever. */
static void
test_broken (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  teach (house);
  kontor_store_run (house->store, &error, "CREATE TEMP TRIGGER broken BEFORE UPDATE ON contact"
                    " WHEN NEW.consent = 'opted-out' BEGIN SELECT RAISE (ABORT, 'broken'); END",
                    "");
  g_assert_no_error (error);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "message 1 is left to people: opt-out: *");
  assert_answer (house, "STOP", PEOPLE);
  g_test_assert_expected_messages ();
  assert_answer (house, "Where can I park?", PARKING);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM turn"), ==, 0);
}

/* Kept, and before anybody answers the house goes down. */
static void
test_restart (FakeHouse *house, gconstpointer data)
{
  teach (house);
  fake_house_settle ();
  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Where can I park?");
  while (fake_house_count (house, "SELECT COUNT(*) FROM turn") == 0)
    g_main_context_iteration (NULL, FALSE);
  fake_house_assert_said (house, "");
  fake_house_restart (house);
  fake_house_assert_said (house, PARKING);
  fake_house_restart (house);
  fake_house_assert_said (house, "");
}

static void
test_apart (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) bens = NULL;

  hold (house, TRUE);
  fake_channel_hear (house->line, NULL, FAKE_ANA, NULL, "Are you hiring?");
  fake_channel_hear (house->line, NULL, FAKE_BEN, NULL, "Are you hiring?");
  fake_house_settle ();
  fake_house_assert_said (house, PEOPLE);
  bens = kontor_conversation_get (house->store, fake_house_converse (house, FAKE_BEN), NULL);
  g_assert_true (bens->waiting);
}

/* As a line brings what was said before it was set up. */
static void
test_history (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorMessage) message = kontor_message_new ("old-1", FAKE_ANA, "Ana",
                                                         "Where can I park?", FAKE_NOON_US);
  g_autoptr(GError) error = NULL;
  gboolean fresh;

  teach (house);
  g_assert_true (kontor_store_begin (house->store, &error));
  g_assert_true (kontor_messages_take_in (house->store, "CH2", message, &fresh, &error));
  g_assert_true (kontor_store_commit (house->store, &error));
  fake_house_settle ();
  fake_house_restart (house);
  fake_house_later (3600);
  fake_house_assert_said (house, "");
  assert_answer (house, "Where can I park?", PARKING);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/desk/stop-is-obeyed-before-anything-else", test_stop },
    { "/desk/stop-is-a-message-and-not-a-word-in-one", test_stop_words },
    { "/desk/after-a-stop-nothing-is-said-to-anybody-for-anything", test_silence },
    { "/desk/start-ends-the-silence", test_start },
    { "/desk/a-teammates-command-is-answered-whoever-holds-the-conversation", test_command },
    { "/desk/a-customers-command-is-none", test_no_teammate },
    { "/desk/while-a-person-holds-it-nothing-is-automatic", test_held },
    { "/desk/what-is-known-is-answered-and-says-from-what", test_assistant },
    { "/desk/all-that-is-said-by-itself-says-why", test_why },
    { "/desk/what-is-left-to-people-is-told-once-until-they-answer", test_people },
    { "/desk/a-message-without-words-is-left-to-people", test_without_text },
    { "/desk/a-message-ends-a-snooze-and-still-needs-people", test_snoozed },
    { "/desk/what-a-station-cannot-do-is-left-to-people", test_broken },
    { "/desk/what-was-not-answered-before-a-crash-is-answered-once", test_restart },
    { "/desk/each-conversation-is-its-own", test_apart },
    { "/desk/what-is-written-into-the-history-is-never-answered", test_history },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
