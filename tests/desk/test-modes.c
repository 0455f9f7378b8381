/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the assistant may do by itself: answer, propose, or nothing. */
#include "fakes/fake-house.h"

#include "base/clock.h"
#include "desk/drafts.h"
#include "inbox/conversation.h"
#include "model/error.h"

#define PARKING "You can park behind the house, free of charge."
#define DRAFT 2 /* the message's id: the customer's is 1 */

static void
teach (FakeHouse *house)
{
  g_autofree char *id = fake_house_save (house, "knowledge", NULL,
    "{'question': <'Where can I park?'>, 'text': <'" PARKING "'>}");
}

static void
hear (FakeHouse *house, const char *text)
{
  fake_channel_hear (house->line, NULL, FAKE_ANA, "Ana", text);
  fake_house_settle ();
}

static void
set_mode (FakeHouse *house, const char *mode)
{
  g_autoptr(GError) error = NULL;

  kontor_conversation_set_mode (house->store, &fake_owner, fake_house_converse (house, FAKE_ANA),
                                mode, &error);
  g_assert_no_error (error);
}

static KontorConversation *
get (FakeHouse *house)
{
  g_autoptr(GError) error = NULL;
  KontorConversation *conversation = kontor_conversation_get (house->store, 1, &error);

  g_assert_no_error (error);

  return conversation;
}

static gint64
accept (FakeHouse *house, const char *text)
{
  g_autoptr(GError) error = NULL;
  gint64 id = kontor_outbox_accept (house->store, &fake_owner, DRAFT, text, &error);

  g_assert_no_error (error);
  fake_house_settle ();

  return id;
}

static void
propose (FakeHouse *house)
{
  teach (house);
  set_mode (house, "draft");
  hear (house, "Where can I park?");
}

static void
test_off (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;

  teach (house);
  set_mode (house, "off");
  hear (house, "Where can I park?");
  hear (house, "Are you hiring?");
  fake_house_assert_said (house, "");
  conversation = get (house);
  g_assert_true (conversation->waiting);
  g_assert_cmpint (conversation->mode, ==, KONTOR_MODE_OFF);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message WHERE direction = 'out'"),
                   ==, 0);
}

static void
test_draft (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;
  g_autoptr(KontorSaid) draft = NULL;

  propose (house);
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, DRAFT, "draft");
  fake_house_restart (house);
  fake_house_assert_said (house, "");
  draft = kontor_messages_get (house->store, DRAFT, NULL);
  g_assert_cmpstr (draft->text, ==, PARKING);
  g_assert_cmpstr (draft->author, ==, "assistant");
  g_assert_true (draft->automatic);
  g_assert_nonnull (draft->why);
  conversation = get (house);
  g_assert_true (conversation->waiting);
  g_assert_false (conversation->busy);
  g_assert_cmpstr (conversation->last_text, ==, "Where can I park?");
}

static void
test_accept (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;
  g_autoptr(KontorSaid) said = NULL;

  propose (house);
  g_assert_cmpint (accept (house, ""), ==, DRAFT);
  fake_house_assert_said (house, PARKING);
  fake_house_assert_state (house, DRAFT, "sent");
  said = kontor_messages_get (house->store, DRAFT, NULL);
  g_assert_false (said->automatic);
  conversation = get (house);
  g_assert_false (conversation->waiting);
  g_assert_null (conversation->held_by);
}

static void
test_edit (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorSaid) said = NULL;
  gint64 id;

  propose (house);
  id = accept (house, "Behind the house.");
  g_assert_cmpint (id, >, DRAFT);
  fake_house_assert_said (house, "Behind the house.");
  fake_house_assert_state (house, DRAFT, "discarded: said in other words");
  said = kontor_messages_get (house->store, id, NULL);
  g_assert_cmpstr (said->author, ==, "teammate:TM1");
  g_assert_nonnull (said->why);
}

static void
test_once (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) twice = NULL, late = NULL, none = NULL;

  propose (house);
  accept (house, "");
  kontor_outbox_accept (house->store, &fake_owner, DRAFT, "", &twice);
  g_assert_error (twice, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  kontor_drafts_discard (house->store, &fake_owner, DRAFT, &late);
  g_assert_error (late, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  kontor_outbox_accept (house->store, &fake_owner, 99, "", &none);
  g_assert_error (none, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  fake_house_settle ();
  fake_house_assert_said (house, PARKING);
}

static void
test_discard (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  propose (house);
  kontor_drafts_discard (house->store, &fake_owner, DRAFT, &error);
  g_assert_no_error (error);
  fake_house_settle ();
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, DRAFT, "discarded");
}

static void
test_stopped (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  propose (house);
  fake_house_stop (house, "CT1");
  g_assert_cmpint (kontor_outbox_accept (house->store, &fake_owner, DRAFT, "", &error), ==, 0);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  fake_house_assert_state (house, DRAFT, "draft");
}

/* The conversation's own mode goes before the channel's; without either it is automatic. */
static void
test_channel (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  teach (house);
  kontor_store_run (house->store, &error, "UPDATE channel SET mode = 'off' WHERE id = 2", "");
  g_assert_no_error (error);
  hear (house, "Where can I park?");
  fake_house_assert_said (house, "");
  set_mode (house, "automatic");
  hear (house, "Where can I park?");
  fake_house_assert_said (house, PARKING);
  set_mode (house, "");
  hear (house, "Where can I park?");
  fake_house_assert_said (house, PARKING);
}

static void
test_unknown (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL, none = NULL;

  kontor_conversation_set_mode (house->store, &fake_owner, fake_house_converse (house, FAKE_ANA),
                                "loud", &error);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  kontor_conversation_set_mode (house->store, &fake_owner, 99, "off", &none);
  g_assert_error (none, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
}

/* It waited on a line that was busy, and then it may not speak any more. */
static void
test_silenced (FakeHouse *house, gconstpointer data)
{
  teach (house);
  fake_channel_decide (house->line, FAKE_TRY_LATER);
  hear (house, "Where can I park?");
  fake_house_assert_state (house, DRAFT, "queued: the line is busy");
  set_mode (house, "off");
  fake_house_later (600);
  fake_house_assert_said (house, PARKING);
  fake_house_assert_state (house, DRAFT, "failed: not sent: the assistant may not speak by itself"
                           " here any more");
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/modes/off-says-nothing-and-people-see-it-waiting", test_off },
    { "/modes/a-draft-waits-for-a-person-and-is-not-sent", test_draft },
    { "/modes/an-accepted-draft-goes-once-as-it-stands", test_accept },
    { "/modes/other-words-are-the-persons-own", test_edit },
    { "/modes/what-is-no-draft-any-more-is-refused", test_once },
    { "/modes/a-discarded-draft-never-goes", test_discard },
    { "/modes/a-draft-does-not-go-to-who-said-stop", test_stopped },
    { "/modes/a-conversations-mode-goes-before-its-channels", test_channel },
    { "/modes/an-unknown-mode-is-refused", test_unknown },
    { "/modes/what-has-not-left-yet-is-kept-back-when-it-is-switched-off", test_silenced },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
