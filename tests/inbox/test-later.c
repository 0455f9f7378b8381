/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written now and said later: asked about again when its time has come. */
#include "inbox/later.h"

#include <string.h>

#include "base/clock.h"
#include "fakes/fake-house.h"
#include "inbox/conversation.h"
#include "model/error.h"

#define HOUR_S G_GINT64_CONSTANT (3600)

static const KontorActor omar = {
  "teammate", "TM2", KONTOR_ROLES_OFFICE | KONTOR_ROLE_CUSTOMER, NULL
};

static gint64
schedule (FakeHouse *house, const char *text, gint64 in_s)
{
  const KontorDraft draft = {
    .text = text, .due_at_us = kontor_clock_now_us () + in_s * G_USEC_PER_SEC,
  };
  g_autoptr(GError) error = NULL;
  gint64 id = kontor_outbox_say_draft (house->store, &fake_owner,
                                       fake_house_converse (house, FAKE_ANA), &draft, 0, &error);

  g_assert_no_error (error);
  fake_house_settle ();
  fake_house_assert_state (house, id, "scheduled");

  return id;
}

static char *
dup_holder (FakeHouse *house)
{
  g_autoptr(KontorConversation) conversation = kontor_conversation_get (house->store, 1, NULL);

  return g_strdup (conversation->held_by != NULL ? conversation->held_by : "");
}

static void
test_in_time (FakeHouse *house, gconstpointer data)
{
  gint64 id = schedule (house, "Good morning", HOUR_S);
  g_autofree char *before = dup_holder (house), *after = NULL;

  g_assert_cmpstr (before, ==, "");
  fake_house_later (HOUR_S - 1);
  fake_house_assert_said (house, "");
  fake_house_later (1);
  fake_house_assert_said (house, "Good morning");
  fake_house_assert_state (house, id, "sent");
  after = dup_holder (house);
  g_assert_cmpstr (after, ==, "teammate:TM1");
}

static void
test_holds_up_nothing (FakeHouse *house, gconstpointer data)
{
  schedule (house, "Later", HOUR_S / 2);
  fake_house_say (house, FAKE_ANA, "Now");
  fake_house_settle ();
  fake_house_assert_said (house, "Now");
  fake_house_later (HOUR_S / 2);
  fake_house_assert_said (house, "Now|Later");
}

static void
test_restart (FakeHouse *house, gconstpointer data)
{
  gint64 id = schedule (house, "Good morning", HOUR_S), late;

  fake_house_restart (house);
  fake_house_assert_state (house, id, "scheduled");
  fake_house_later (HOUR_S);
  fake_house_assert_said (house, "Good morning");
  late = schedule (house, "Good evening", HOUR_S);
  kontor_clock_advance_us (2 * HOUR_S * G_USEC_PER_SEC);
  fake_house_restart (house);
  fake_house_assert_state (house, late, "sent");
  late = schedule (house, "Good night", HOUR_S);
  kontor_clock_advance_us (14 * HOUR_S * G_USEC_PER_SEC);
  fake_house_restart (house);
  fake_house_assert_state (house, late, "failed: not sent: Kontor was not running at that time");
}

static void
test_stop (FakeHouse *house, gconstpointer data)
{
  gint64 id = schedule (house, "Good morning", HOUR_S);

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "STOP");
  fake_house_settle ();
  fake_house_later (HOUR_S);
  g_assert_null (strstr (fake_channel_get_said (house->line), "Good morning"));
  fake_house_assert_state (house, id, "failed: not sent: the contact said STOP");
}

static void
test_window (FakeHouse *house, gconstpointer data)
{
  const KontorDraft draft = {
    .text = "Hello", .due_at_us = kontor_clock_now_us () + 25 * HOUR_S * G_USEC_PER_SEC,
  };
  g_autoptr(GError) error = NULL;

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "STOP");
  fake_channel_hear (house->line, "b", FAKE_ANA, NULL, "START");
  fake_house_settle ();
  g_assert_cmpint (kontor_outbox_say_draft (house->store, &fake_owner, 1, &draft, 0, &error), ==,
                   0);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (error->message, "by that time"));
}

static void
test_held_by_another (FakeHouse *house, gconstpointer data)
{
  gint64 id = schedule (house, "Good morning", HOUR_S);
  g_autofree char *teammate = fake_house_save (house, "teammate", NULL, "{'name': <'Omar'>}");
  g_autoptr(GError) error = NULL;

  kontor_conversation_hold (house->store, &omar, 1, TRUE, &error);
  g_assert_no_error (error);
  fake_house_later (HOUR_S);
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, id,
                           "failed: not sent: somebody else took the conversation over");
}

static void
test_cancelled (FakeHouse *house, gconstpointer data)
{
  gint64 id = schedule (house, "Good morning", HOUR_S);
  g_autoptr(GError) error = NULL;

  g_assert_true (kontor_later_cancel (house->store, &fake_owner, id, &error));
  fake_house_later (HOUR_S);
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, id, "discarded");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM agenda"), ==, 0);
  g_assert_false (kontor_later_cancel (house->store, &fake_owner, id, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
}

static void
test_past (FakeHouse *house, gconstpointer data)
{
  const KontorDraft draft = { .text = "Hello", .due_at_us = kontor_clock_now_us () };
  g_autoptr(GError) error = NULL;

  kontor_outbox_say_draft (house->store, &fake_owner, fake_house_converse (house, FAKE_ANA),
                           &draft, 0, &error);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/later/it-is-said-at-its-time-and-not-before", test_in_time },
    { "/later/what-is-said-meanwhile-does-not-wait-for-it", test_holds_up_nothing },
    { "/later/a-restart-forgets-nothing-and-is-not-hours-late", test_restart },
    { "/later/a-stop-in-between-silences-it", test_stop },
    { "/later/what-a-window-would-refuse-by-then-is-refused-now", test_window, "fake-strict" },
    { "/later/who-took-it-over-meanwhile-is-not-talked-over", test_held_by_another },
    { "/later/what-is-cancelled-is-never-said", test_cancelled },
    { "/later/a-time-that-has-passed-is-refused", test_past },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
