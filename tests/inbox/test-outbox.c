/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to leave the machine: kept first, said once, in its order, tried again where that is
 * harmless. */
#include "fakes/fake-house.h"

#include "inbox/conversation.h"

static gint64
count_queued (FakeHouse *house)
{
  return fake_house_count (house, "SELECT COUNT(*) FROM outbox");
}

static void
test_row_first (FakeHouse *house, gconstpointer data)
{
  gint64 id = fake_house_say (house, FAKE_ANA, "Hello");

  fake_house_assert_state (house, id, "queued");
  fake_house_assert_said (house, "");
  g_assert_cmpint (count_queued (house), ==, 1);
  fake_house_settle ();
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "sent");
  g_assert_cmpint (count_queued (house), ==, 0);
}

static void
test_sending_is_kept (FakeHouse *house, gconstpointer data)
{
  gint64 id;

  fake_channel_decide (house->line, FAKE_SILENT);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "sending");
  g_assert_false (kontor_store_is_busy (house->store));
}

static void
test_undone (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fake_house_converse (house, FAKE_ANA);
  kontor_store_begin (house->store, &error);
  g_assert_no_error (error);
  fake_house_say (house, FAKE_ANA, "Hello");
  kontor_store_undo (house->store);
  fake_house_settle ();
  fake_house_assert_said (house, "");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message"), ==, 0);
}

static void
test_order (FakeHouse *house, gconstpointer data)
{
  static const char *const words[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    fake_house_say (house, FAKE_ANA, words[i]);
  fake_house_settle ();
  fake_house_assert_said (house, "1|2|3|4|5|6|7|8|9");
}

static void
test_one_at_a_time (FakeHouse *house, gconstpointer data)
{
  fake_channel_decide (house->line, FAKE_SILENT);
  fake_house_say (house, FAKE_ANA, "One");
  fake_house_say (house, FAKE_ANA, "Two");
  fake_house_say (house, FAKE_BEN, "Three");
  fake_house_settle ();
  fake_house_assert_said (house, "One|Three");
  fake_channel_answer (house->line, FAKE_SENT);
  fake_house_settle ();
  fake_house_assert_said (house, "One|Three|Two");
}

/* The fake takes four at once. */
static void
test_at_once (FakeHouse *house, gconstpointer data)
{
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+97150000001%d", i);
      g_autofree char *text = g_strdup_printf ("%d", i);

      fake_channel_decide (house->line, FAKE_SILENT);
      fake_house_say (house, phone, text);
    }
  fake_house_settle ();
  fake_house_assert_said (house, "0|1|2|3");
  fake_channel_answer (house->line, FAKE_SENT);
  fake_house_settle ();
  fake_house_assert_said (house, "0|1|2|3|4");
}

static void
test_lines_apart (FakeHouse *house, gconstpointer data)
{
  g_autofree char *id = fake_house_save (house, "channel", NULL,
                                         "{'name': <'Other'>, 'kind': <'fake'>}");
  FakeChannel *other = FAKE_CHANNEL (kontor_lines_find (house->house->lines, id));
  g_autoptr(GError) error = NULL;
  gint64 conversation;

  fake_channel_decide (house->line, FAKE_SILENT);
  for (int i = 0; i < 120; i++)
    fake_house_say (house, FAKE_ANA, "One");
  conversation = kontor_conversation_ensure (house->store, id, "CT1", &error);
  g_assert_no_error (error);
  kontor_outbox_say (house->store, &fake_owner, conversation, "Two", 0, NULL, &error);
  g_assert_no_error (error);
  fake_house_settle ();
  g_assert_cmpstr (fake_channel_get_said (other), ==, "Two");
}

static void
test_try_later (FakeHouse *house, gconstpointer data)
{
  static const gint64 waits_s[] = { 5, 10, 20, 40 };
  g_autoptr(GString) said = g_string_new ("Hello");
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (waits_s); i++)
    fake_channel_decide (house->line, FAKE_TRY_LATER);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (waits_s); i++)
    {
      fake_house_assert_said (house, said->str);
      fake_house_assert_state (house, id, "queued: the line is busy");
      fake_house_later (waits_s[i] - 1);
      fake_house_assert_said (house, said->str);
      fake_house_later (1);
      g_string_append (said, "|Hello");
    }
  fake_house_assert_said (house, said->str);
  fake_house_assert_state (house, id, "sent");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM agenda"), ==, 0);
}

static void
test_try_later_outlives (FakeHouse *house, gconstpointer data)
{
  gint64 id;

  fake_channel_decide (house->line, FAKE_TRY_LATER);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  fake_house_restart (house);
  fake_house_assert_said (house, "");
  fake_house_later (5);
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "sent");
}

static void
test_waits_in_order (FakeHouse *house, gconstpointer data)
{
  fake_channel_decide (house->line, FAKE_TRY_LATER);
  fake_house_say (house, FAKE_ANA, "One");
  fake_house_say (house, FAKE_ANA, "Two");
  fake_house_say (house, FAKE_BEN, "Three");
  fake_house_settle ();
  fake_house_assert_said (house, "One|Three");
  fake_house_later (5);
  fake_house_assert_said (house, "One|Three|One|Two");
}

static void
test_refused (FakeHouse *house, gconstpointer data)
{
  gint64 id, next;

  fake_channel_decide (house->line, FAKE_REFUSED);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  next = fake_house_say (house, FAKE_ANA, "Again");
  fake_house_settle ();
  fake_house_assert_said (house, "Hello|Again");
  fake_house_assert_state (house, id, "failed: there is no such number");
  fake_house_assert_state (house, next, "sent");
  fake_house_later (24 * 3600);
  fake_house_assert_said (house, "Hello|Again");
}

static void
test_crash_repeats (FakeHouse *house, gconstpointer data)
{
  gint64 id;

  fake_channel_decide (house->line, FAKE_SILENT);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  fake_house_assert_state (house, id, "sending");
  fake_house_restart (house);
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "sent");
}

static void
test_crash_before (FakeHouse *house, gconstpointer data)
{
  gint64 id = fake_house_say (house, FAKE_ANA, "Hello");

  fake_house_restart (house);
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "sent");
  fake_house_restart (house);
  fake_house_assert_said (house, "");
}

static void
test_stop_between (FakeHouse *house, gconstpointer data)
{
  gint64 id = fake_house_say (house, FAKE_ANA, "Hello"), all_the_same;

  all_the_same = fake_house_say_as (house, &fake_owner, FAKE_ANA, "Your invoice",
                                    KONTOR_SAY_DESPITE_STOP);
  fake_house_stop (house, "CT1");
  fake_house_settle ();
  fake_house_assert_said (house, "Your invoice");
  fake_house_assert_state (house, id, "failed: not sent: the contact said STOP");
  fake_house_assert_state (house, all_the_same, "sent");
}

static void
test_stop_while_waiting (FakeHouse *house, gconstpointer data)
{
  gint64 id;

  fake_channel_decide (house->line, FAKE_TRY_LATER);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  fake_house_stop (house, "CT1");
  fake_house_later (5);
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "failed: not sent: the contact said STOP");
}

static void
test_taken_over (FakeHouse *house, gconstpointer data)
{
  gint64 machine = fake_house_say_as (house, &fake_assistant, FAKE_ANA, "Shall I book it?",
                                      KONTOR_SAY_AUTOMATIC);
  gint64 person = fake_house_say (house, FAKE_ANA, "Layla here, one moment");

  fake_house_settle ();
  fake_house_assert_said (house, "Layla here, one moment");
  fake_house_assert_state (house, machine, "failed: not sent: a person took the conversation over");
  fake_house_assert_state (house, person, "sent");
}

static void
take_up (FakeHouse *house, const char *values)
{
  g_autofree char *id = fake_house_save (house, "channel", "CH2", values);

  house->line = (FakeChannel *) kontor_lines_find (house->house->lines, id);
  fake_house_settle ();
}

static void
test_switched_off (FakeHouse *house, gconstpointer data)
{
  gint64 id;

  take_up (house, "{'active': <false>}");
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  fake_house_assert_state (house, id, "queued");
  take_up (house, "{'active': <true>}");
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "sent");
}

static void
test_not_linked (FakeHouse *house, gconstpointer data)
{
  gint64 id;

  fake_channel_decide (house->line, FAKE_NOT_LINKED);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  fake_house_later (24 * 3600);
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "queued: not linked");
  take_up (house, "{'x-word': <'mended'>}");
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "sent");
}

/* Two may go at once; one in six seconds after that. */
static void
test_pace (FakeHouse *house, gconstpointer data)
{
  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "STOP");
  fake_channel_hear (house->line, "b", FAKE_BEN, NULL, "STOP");
  fake_channel_hear (house->line, "c", FAKE_ANA, NULL, "START");
  fake_house_settle ();
  fake_house_later (60);
  take_up (house, "{'x-word': <'afresh'>}");
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      fake_house_say_as (house, &fake_owner, FAKE_ANA, text, 0);
    }
  fake_house_say_as (house, &fake_owner, FAKE_BEN, "Ben", KONTOR_SAY_DESPITE_STOP);
  fake_house_settle ();
  fake_house_assert_said (house, "0|Ben|1");
  fake_house_later (5);
  fake_house_assert_said (house, "0|Ben|1");
  fake_house_later (1);
  fake_house_assert_said (house, "0|Ben|1|2");
  fake_house_later (6);
  fake_house_assert_said (house, "0|Ben|1|2|3");
}

static void
test_contact_later (FakeHouse *house, gconstpointer data)
{
  gint64 id;

  fake_channel_decide (house->line, FAKE_CONTACT_LATER);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  fake_house_say (house, FAKE_BEN, "Ben");
  fake_house_settle ();
  fake_channel_decide (house->line, FAKE_CONTACT_LATER);
  fake_house_later (5);
  fake_house_assert_said (house, "Hello|Ben|Hello");
  fake_house_later (15);
  fake_house_assert_said (house, "Hello|Ben|Hello");
  fake_house_assert_state (house, id, "queued: not so fast");
  fake_house_later (1);
  fake_house_assert_said (house, "Hello|Ben|Hello|Hello");
}

/* Ana may be written to in 44 seconds, Ben in 6. */
static void
test_first_of_two (FakeHouse *house, gconstpointer data)
{
  static const gint64 waits_s[] = { 0, 5, 16, 20 };

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "STOP");
  fake_channel_hear (house->line, "b", FAKE_BEN, NULL, "STOP");
  fake_house_settle ();
  fake_house_later (60);
  take_up (house, "{'x-word': <'afresh'>}");
  for (int i = 0; i < 3; i++)
    fake_channel_decide (house->line, FAKE_CONTACT_LATER);
  fake_house_say_as (house, &fake_owner, FAKE_ANA, "Hello", KONTOR_SAY_DESPITE_STOP);
  for (guint i = 0; i < G_N_ELEMENTS (waits_s); i++)
    fake_house_later (waits_s[i]);
  fake_house_assert_said (house, "Hello|Hello|Hello");
  for (int i = 0; i < 3; i++)
    fake_house_say_as (house, &fake_owner, FAKE_BEN, "Ben", KONTOR_SAY_DESPITE_STOP);
  fake_house_settle ();
  fake_house_assert_said (house, "Hello|Hello|Hello|Ben|Ben");
  fake_house_later (6);
  fake_house_assert_said (house, "Hello|Hello|Hello|Ben|Ben|Ben");
}

/* Many people, each of whom got two and has a third coming, and then somebody new. */
static void
test_many_held_back (FakeHouse *house, gconstpointer data)
{
  const KontorDraft draft = { .kind = "template", .text = "Hi" };
  g_autoptr(GString) expected = g_string_new (NULL);

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+9715000003%02d", i);
      gint64 conversation = fake_house_converse (house, phone);

      for (int j = 0; j < 3; j++)
        kontor_outbox_say_draft (house->store, &fake_owner, conversation, &draft, 0, NULL);
      g_string_append (expected, "Hi|Hi|");
    }
  fake_house_settle ();
  kontor_outbox_say_draft (house->store, &fake_owner, fake_house_converse (house, FAKE_BEN),
                           &(KontorDraft) { .kind = "template", .text = "Ben" }, 0, NULL);
  fake_house_settle ();
  g_string_append (expected, "Ben");
  fake_house_assert_said (house, expected->str);
  g_assert_cmpint (count_queued (house), ==, 30);
  fake_house_later (6);
  g_assert_cmpint (count_queued (house), ==, 0);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/outbox/the-row-comes-first", test_row_first },
    { "/outbox/sending-is-kept-before-the-line-is-asked", test_sending_is_kept },
    { "/outbox/what-is-undone-never-leaves", test_undone },
    { "/outbox/what-is-said-to-one-person-goes-in-its-order", test_order },
    { "/outbox/to-one-person-one-at-a-time-to-others-meanwhile", test_one_at_a_time },
    { "/outbox/no-more-at-once-than-the-line-bears", test_at_once },
    { "/outbox/a-line-that-is-stuck-holds-up-no-other", test_lines_apart },
    { "/outbox/try-later-waits-longer-each-time", test_try_later },
    { "/outbox/try-later-outlives-a-restart", test_try_later_outlives },
    { "/outbox/what-waits-holds-up-what-was-said-to-the-same-person-after-it",
      test_waits_in_order },
    { "/outbox/what-is-refused-says-why-and-holds-up-nothing", test_refused },
    { "/outbox/cut-off-goes-again-on-a-line-that-repeats-safely", test_crash_repeats,
      "fake-repeating" },
    { "/outbox/what-waited-when-it-crashed-is-sent-once", test_crash_before },
    { "/outbox/a-stop-between-queueing-and-sending-is-obeyed", test_stop_between },
    { "/outbox/a-stop-while-waiting-is-obeyed", test_stop_while_waiting },
    { "/outbox/a-take-over-between-queueing-and-sending-silences-the-machine", test_taken_over },
    { "/outbox/a-line-switched-off-keeps-what-is-queued", test_switched_off },
    { "/outbox/a-line-that-needs-a-person-is-not-asked-again-until-mended", test_not_linked },
    { "/outbox/nobody-gets-more-than-the-line-allows", test_pace, "fake-strict" },
    { "/outbox/a-contact-that-is-held-back-holds-up-nobody-else", test_contact_later },
    { "/outbox/many-who-are-held-back-hold-up-nobody-else", test_many_held_back, "fake-strict" },
    { "/outbox/who-may-be-written-to-first-does-not-wait-for-the-other", test_first_of_two,
      "fake-strict" },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
