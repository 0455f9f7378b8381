/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door to the outbox: what may not be said is refused to whoever says it. */
#include "fakes/fake-house.h"

#include <string.h>

#include "base/clock.h"
#include "inbox/conversation.h"
#include "journal/keep.h"
#include "model/error.h"

#define DAY_S (24 * 3600)

static void
assert_refused (FakeHouse *house, gint64 conversation, const KontorDraft *draft,
                KontorSayFlags flags, KontorError code, const char *part)
{
  gint64 before = fake_house_count (house, "SELECT COUNT(*) FROM message");
  g_autoptr(GError) error = NULL;
  gint64 id = kontor_outbox_say_draft (house->store, &fake_owner, conversation, draft, flags,
                                       &error);

  g_assert_cmpint (id, ==, 0);
  g_assert_error (error, KONTOR_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message"), ==, before);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM outbox"), ==, 0);
  g_assert_cmpint (fake_house_count (house,
    "SELECT COUNT(*) FROM conversation WHERE held_by IS NOT NULL"), ==, 0);
}

static void
test_nothing (FakeHouse *house, gconstpointer data)
{
  gint64 conversation = fake_house_converse (house, FAKE_ANA);

  assert_refused (house, conversation, &(KontorDraft) { .text = "" }, 0, KONTOR_ERROR_BAD_INPUT,
                  "no text");
  assert_refused (house, conversation, &(KontorDraft) { 0 }, 0, KONTOR_ERROR_BAD_INPUT, "no text");
  assert_refused (house, conversation, &(KontorDraft) { .text = "\xff" }, 0,
                  KONTOR_ERROR_BAD_INPUT, "UTF-8");
  assert_refused (house, 99, &(KontorDraft) { .text = "Hello" }, 0, KONTOR_ERROR_NOT_FOUND,
                  "no conversation 99");
}

static void
test_does_not_fit (FakeHouse *house, gconstpointer data)
{
  gint64 conversation = fake_house_converse (house, FAKE_ANA);

  assert_refused (house, conversation, &(KontorDraft) { .text = "too long for this line" }, 0,
                  KONTOR_ERROR_BAD_INPUT, "too long");
}

static void
test_removed (FakeHouse *house, gconstpointer data)
{
  gint64 conversation = fake_house_converse (house, FAKE_ANA);
  g_autoptr(GError) error = NULL;

  kontor_keep_remove (house->store, &fake_owner, kontor_kind_find ("channel"), "CH2", &error);
  g_assert_no_error (error);
  assert_refused (house, conversation, &(KontorDraft) { .text = "Hello" }, 0,
                  KONTOR_ERROR_NOT_ALLOWED, "was removed");
}

static void
test_stopped (FakeHouse *house, gconstpointer data)
{
  gint64 conversation = fake_house_converse (house, FAKE_ANA);
  const KontorDraft draft = { .text = "Hello" };
  g_autoptr(GError) error = NULL;

  fake_house_stop (house, "CT1");
  assert_refused (house, conversation, &draft, 0, KONTOR_ERROR_NOT_ALLOWED, "STOP");
  assert_refused (house, conversation, &draft, KONTOR_SAY_AUTOMATIC, KONTOR_ERROR_NOT_ALLOWED,
                  "STOP");
  g_assert_cmpint (kontor_outbox_say_draft (house->store, &fake_owner, conversation, &draft,
                                            KONTOR_SAY_DESPITE_STOP, &error), >, 0);
  g_assert_no_error (error);
  fake_house_settle ();
  fake_house_assert_said (house, "Hello");
}

static void
test_never_wrote (FakeHouse *house, gconstpointer data)
{
  gint64 conversation = fake_house_converse (house, FAKE_ANA);

  assert_refused (house, conversation, &(KontorDraft) { .text = "Hello" }, 0,
                  KONTOR_ERROR_NOT_ALLOWED, "template");
}

static void
hear (FakeHouse *house)
{
  fake_channel_hear (house->line, NULL, FAKE_ANA, NULL, "STOP");
  fake_channel_hear (house->line, NULL, FAKE_ANA, NULL, "START");
  fake_house_settle ();
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM outbox"), ==, 0);
}

static void
test_window (FakeHouse *house, gconstpointer data)
{
  const KontorDraft draft = { .text = "Hello" };
  g_autofree char *said = NULL;
  g_autoptr(GError) error = NULL;

  hear (house);
  fake_house_later (DAY_S);
  assert_refused (house, 1, &draft, KONTOR_SAY_AUTOMATIC, KONTOR_ERROR_NOT_ALLOWED, "template");
  kontor_clock_advance_us (-1);
  g_assert_cmpint (kontor_outbox_say_draft (house->store, &fake_assistant, 1, &draft, 0, &error),
                   >, 0);
  g_assert_no_error (error);
  fake_house_settle ();
  g_assert_true (g_str_has_suffix (fake_channel_get_said (house->line), "|Hello"));
}

static void
test_template (FakeHouse *house, gconstpointer data)
{
  gint64 conversation = fake_house_converse (house, FAKE_ANA), id;
  const KontorDraft draft = { .kind = "template", .text = "Your car is ready", .body = "{}" };
  g_autoptr(GError) error = NULL;

  id = kontor_outbox_say_draft (house->store, &fake_owner, conversation, &draft, 0, &error);
  g_assert_no_error (error);
  fake_house_settle ();
  fake_house_assert_state (house, id, "sent");
}

static void
test_closes_meanwhile (FakeHouse *house, gconstpointer data)
{
  g_autofree char *said = NULL;
  gint64 id;

  hear (house);
  said = g_strdup (fake_channel_get_said (house->line));
  kontor_clock_advance_us ((gint64) DAY_S * G_USEC_PER_SEC - 1);
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_later (1);
  fake_house_assert_said (house, said);
  fake_house_assert_state (house, id, "failed: not sent: the contact wrote more than 24 hours ago; "
                           "WhatsApp lets only a template through until they write again");
}

static void
test_closed_by_line (FakeHouse *house, gconstpointer data)
{
  gint64 id;

  hear (house);
  fake_channel_decide (house->line, FAKE_TOO_LATE);
  id = fake_house_say_as (house, &fake_assistant, FAKE_ANA, "Hello", 0);
  fake_house_settle ();
  fake_house_later (60);
  fake_house_assert_state (house, id, "failed: written too long ago");
  assert_refused (house, 1, &(KontorDraft) { .text = "Hello" }, 0, KONTOR_ERROR_NOT_ALLOWED,
                  "template");
  fake_channel_hear (house->line, NULL, FAKE_ANA, NULL, "START");
  fake_house_settle ();
  id = fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_later (60);
  fake_house_assert_state (house, id, "sent");
}

static void
test_person_holds (FakeHouse *house, gconstpointer data)
{
  gint64 id = fake_house_converse (house, FAKE_ANA);
  g_autoptr(KontorConversation) conversation = NULL;

  fake_house_say (house, FAKE_ANA, "Hello");
  conversation = kontor_conversation_get (house->store, id, NULL);
  g_assert_cmpstr (conversation->held_by, ==, "teammate:TM1");
  g_assert_cmpstr (conversation->last_text, ==, "Hello");
  g_assert_cmpint (conversation->last_at_us, ==, FAKE_NOON_US);
  g_assert_true (conversation->busy);
}

static void
test_machine_holds_not (FakeHouse *house, gconstpointer data)
{
  gint64 id = fake_house_converse (house, FAKE_ANA);
  g_autoptr(KontorConversation) conversation = NULL;

  fake_house_say_as (house, &fake_assistant, FAKE_ANA, "Hello", KONTOR_SAY_AUTOMATIC);
  conversation = kontor_conversation_get (house->store, id, NULL);
  g_assert_null (conversation->held_by);
}

static void
test_about (FakeHouse *house, gconstpointer data)
{
  gint64 other = fake_house_converse (house, FAKE_BEN), conversation, id;
  g_autoptr(KontorSaid) said = NULL;
  g_autoptr(GError) error = NULL;

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Call me");
  fake_house_settle ();
  conversation = fake_house_converse (house, FAKE_ANA);
  id = kontor_outbox_say_draft (house->store, &fake_assistant, conversation,
                                &(KontorDraft) { .text = "Yes", .about = 1 }, 0, &error);
  g_assert_no_error (error);
  fake_house_settle ();
  said = kontor_messages_get (house->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (said->about, ==, 1);
  assert_refused (house, other, &(KontorDraft) { .text = "Yes", .about = 1 }, 0,
                  KONTOR_ERROR_BAD_INPUT, "cannot be answered here");
  assert_refused (house, conversation, &(KontorDraft) { .text = "Yes", .about = 99 }, 0,
                  KONTOR_ERROR_NOT_FOUND, "no message 99");
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/say/nothing-is-not-sent", test_nothing },
    { "/say/what-the-line-does-not-carry-is-refused-at-once", test_does_not_fit },
    { "/say/nothing-is-said-on-a-line-that-was-removed", test_removed },
    { "/say/after-a-stop-only-what-a-person-insists-on", test_stopped },
    { "/say/who-never-wrote-gets-only-templates", test_never_wrote, "fake-strict" },
    { "/say/a-window-is-open-for-24-hours-and-no-longer", test_window, "fake-strict" },
    { "/say/a-template-needs-no-window", test_template, "fake-strict" },
    { "/say/a-window-that-closes-before-it-goes-keeps-it-back", test_closes_meanwhile,
      "fake-strict" },
    { "/say/a-line-that-refuses-closes-the-window-until-they-write", test_closed_by_line,
      "fake-strict" },
    { "/say/a-person-who-writes-holds-the-conversation", test_person_holds },
    { "/say/a-machine-that-writes-does-not", test_machine_holds_not },
    { "/say/an-answer-stands-in-the-conversation-of-the-question", test_about },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
