/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much is said without a person: then the conversation is left to people, once. */
#include "fakes/fake-house.h"

#include "base/clock.h"
#include "inbox/conversation.h"

#define PARKING "You can park behind the house, free of charge."
#define TOWELS "Towels are free for all guests."

static const char *const questions[] = { "Where can I park?", "Are towels free?" };

static void
hear (FakeHouse *house, const char *text)
{
  fake_channel_hear (house->line, NULL, FAKE_ANA, "Ana", text);
  fake_house_settle ();
}

static void
teach (FakeHouse *house)
{
  g_autofree char *parking = fake_house_save (house, "knowledge", NULL,
    "{'question': <'Where can I park?'>, 'text': <'" PARKING "'>}");
  g_autofree char *towels = fake_house_save (house, "knowledge", NULL,
    "{'question': <'Are towels free?'>, 'text': <'" TOWELS "'>}");
}

/* Two questions in a row, twice each, so that it does not go round. */
static void
ask (FakeHouse *house, guint n, guint seconds)
{
  for (guint i = 0; i < n; i++)
    {
      hear (house, questions[i / 2 % 2]);
      fake_house_later (seconds);
    }
}

static gint64
count_said (FakeHouse *house)
{
  return fake_house_count (house, "SELECT COUNT(*) FROM message WHERE direction = 'out'");
}

static void
assert_left (FakeHouse *house)
{
  g_autoptr(KontorConversation) conversation = kontor_conversation_get (house->store, 1, NULL);

  g_assert_cmpstr (conversation->held_by, ==, "system");
  g_assert_true (conversation->waiting);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message"
                                     " WHERE direction = 'note'"), ==, 1);
}

static void
test_hour (FakeHouse *house, gconstpointer data)
{
  teach (house);
  ask (house, 35, 60);
  g_assert_cmpint (count_said (house), ==, 30);
  assert_left (house);
}

static void
test_hour_passes (FakeHouse *house, gconstpointer data)
{
  teach (house);
  ask (house, 35, 240);
  g_assert_cmpint (count_said (house), ==, 35);
}

static void
test_setting (FakeHouse *house, gconstpointer data)
{
  g_autofree char *id = fake_house_save (house, "business", "1", "{'automatic-most': <int64 2>}");

  teach (house);
  ask (house, 4, 60);
  g_assert_cmpint (count_said (house), ==, 2);
  assert_left (house);
}

static void
test_no_limit (FakeHouse *house, gconstpointer data)
{
  g_autofree char *id = fake_house_save (house, "business", "1", "{'automatic-most': <int64 0>}");

  teach (house);
  ask (house, 35, 0);
  g_assert_cmpint (count_said (house), ==, 35);
}

static void
test_quick_typist (FakeHouse *house, gconstpointer data)
{
  teach (house);
  ask (house, 20, 3);
  g_assert_cmpint (count_said (house), ==, 20);
}

static void
test_machine (FakeHouse *house, gconstpointer data)
{
  teach (house);
  ask (house, 20, 1);
  g_assert_cmpint (count_said (house), ==, 10);
  assert_left (house);
}

static void
test_round (FakeHouse *house, gconstpointer data)
{
  teach (house);
  for (guint i = 0; i < 5; i++)
    {
      hear (house, "Where can I park?");
      fake_house_later (120);
    }
  fake_house_assert_said (house, PARKING "|" PARKING);
  assert_left (house);
}

/* A machine that counts what it says. */
static void
test_alike (FakeHouse *house, gconstpointer data)
{
  teach (house);
  for (guint i = 1; i < 9; i++)
    {
      g_autofree char *text = g_strdup_printf ("Where can I park? (%u)", i);

      hear (house, text);
      fake_house_later (120);
    }
  g_assert_cmpint (count_said (house), ==, 4);
  assert_left (house);
}

static void
test_handed_back (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorConversation) held = NULL;

  teach (house);
  ask (house, 12, 1);
  fake_house_say (house, FAKE_ANA, "I am here");
  fake_house_settle ();
  held = kontor_conversation_get (house->store, 1, NULL);
  g_assert_cmpstr (held->held_by, ==, "teammate:TM1");
  g_assert_false (held->waiting);
  fake_house_later (120);
  kontor_conversation_hold (house->store, &fake_owner, 1, FALSE, &error);
  g_assert_no_error (error);
  hear (house, "Are towels free?");
  g_assert_cmpint (count_said (house), ==, 12);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/limit/no-more-than-thirty-an-hour-and-then-people", test_hour },
    { "/limit/an-hour-later-there-is-room-again", test_hour_passes },
    { "/limit/the-business-says-how-many", test_setting },
    { "/limit/zero-lifts-it", test_no_limit },
    { "/limit/who-types-fast-is-never-stopped", test_quick_typist },
    { "/limit/who-answers-at-once-again-and-again-is-a-machine", test_machine },
    { "/limit/the-same-is-not-answered-the-third-time", test_round },
    { "/limit/the-same-with-other-figures-is-not-answered-the-fifth-time", test_alike },
    { "/limit/a-person-takes-it-and-hands-it-back", test_handed_back },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
