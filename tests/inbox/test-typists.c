/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who writes is seen while they write, and no longer. */
#include "fakes/fake-house.h"

#include "inbox/conversation.h"

static void
tell (FakeHouse *house, const char *phone, gboolean typing)
{
  g_autoptr(KontorPerson) person = kontor_person_new (phone, NULL);

  kontor_channel_tell_typing (KONTOR_CHANNEL (house->line), person, typing);
}

static void
on_changed (KontorTypists *typists, gint64 conversation, guint *times)
{
  ++*times;
}

/* Ana's conversation, and how often it is told that this changed. */
static gint64
meet (FakeHouse *house, guint *times)
{
  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Hello");
  fake_house_settle ();
  g_signal_connect (house->house->typists, "changed", G_CALLBACK (on_changed), times);

  return fake_house_converse (house, FAKE_ANA);
}

static void
test_stops (FakeHouse *house, gconstpointer data)
{
  guint times = 0;
  gint64 conversation = meet (house, &times);

  g_assert_false (kontor_typists_has (house->house->typists, conversation));
  tell (house, FAKE_ANA, TRUE);
  g_assert_true (kontor_typists_has (house->house->typists, conversation));
  tell (house, FAKE_ANA, TRUE);
  g_assert_cmpuint (times, ==, 1);
  tell (house, FAKE_ANA, FALSE);
  g_assert_false (kontor_typists_has (house->house->typists, conversation));
  g_assert_cmpuint (times, ==, 2);
}

static void
test_late (FakeHouse *house, gconstpointer data)
{
  guint times = 0;
  gint64 conversation = meet (house, &times);

  tell (house, FAKE_ANA, TRUE);
  fake_house_later (24);
  tell (house, FAKE_ANA, TRUE);
  fake_house_later (24);
  g_assert_true (kontor_typists_has (house->house->typists, conversation));
  fake_house_later (1);
  g_assert_false (kontor_typists_has (house->house->typists, conversation));
  g_assert_cmpuint (times, ==, 2);
}

static void
test_said (FakeHouse *house, gconstpointer data)
{
  guint times = 0;
  gint64 conversation = meet (house, &times);

  tell (house, FAKE_ANA, TRUE);
  fake_channel_hear (house->line, "b", FAKE_ANA, NULL, "How are you?");
  fake_house_settle ();
  g_assert_false (kontor_typists_has (house->house->typists, conversation));
  g_assert_cmpuint (times, ==, 2);
}

static void
test_stranger (FakeHouse *house, gconstpointer data)
{
  guint times = 0;

  meet (house, &times);
  tell (house, "+4915199999999", TRUE);
  g_assert_cmpuint (times, ==, 0);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM contact"), ==, 1);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/typists/who-stops-writing-is-not-shown-any-more", test_stops },
    { "/typists/a-word-on-it-lasts-25-seconds", test_late },
    { "/typists/it-is-over-with-the-message", test_said },
    { "/typists/who-never-wrote-is-nobody", test_stranger },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
