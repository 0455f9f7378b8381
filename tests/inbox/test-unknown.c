/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nobody knows of is never said again by itself: a receipt tells, or a person. */
#include "fakes/fake-house.h"

#include <string.h>

#include "inbox/conversation.h"
#include "model/error.h"

#define BROKE_OFF "unknown: the line broke off"
#define CUT_OFF "unknown: Kontor stopped while it was being sent"
#define ASKED "unknown: it may or may not have arrived: look on the phone, and send it again if " \
  "it did not"

static gint64
say_with (FakeHouse *house, FakeOutcome outcome)
{
  gint64 id;

  fake_channel_decide (house->line, outcome);
  id = fake_house_say_as (house, &fake_assistant, FAKE_ANA, "Hello", 0);
  fake_house_settle ();

  return id;
}

static void
confirm (FakeHouse *house, const char *token, const char *external, const char *state)
{
  KontorReceipt *receipt = kontor_receipt_new (external, state, NULL);

  receipt->token = g_strdup (token);
  fake_channel_confirm (house->line, receipt);
  fake_house_settle ();
}

static void
say_again (FakeHouse *house, gint64 message)
{
  g_autoptr(GError) error = NULL;

  kontor_outbox_say_again (house->store, &fake_owner, message, &error);
  g_assert_no_error (error);
  fake_house_settle ();
}

static gboolean
is_waiting (FakeHouse *house)
{
  g_autoptr(KontorConversation) conversation = kontor_conversation_get (house->store, 1, NULL);

  return conversation->waiting;
}

static void
test_never_again (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);

  fake_house_later (24 * 3600);
  fake_house_restart (house);
  fake_house_later (24 * 3600);
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, id, ASKED);
}

static void
test_holds_up_nothing (FakeHouse *house, gconstpointer data)
{
  gint64 next;

  say_with (house, FAKE_UNKNOWN);
  next = fake_house_say (house, FAKE_ANA, "Again");
  fake_house_settle ();
  fake_house_assert_said (house, "Hello|Again");
  fake_house_assert_state (house, next, "sent");
}

static void
test_receipt_tells (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);

  fake_house_assert_state (house, id, BROKE_OFF);
  fake_house_later (60);
  confirm (house, fake_channel_get_token (house->line), "its-own-id", "delivered");
  fake_house_assert_state (house, id, "delivered");
  fake_house_later (3600);
  fake_house_assert_state (house, id, "delivered");
  g_assert_false (is_waiting (house));
  fake_house_assert_said (house, "Hello");
}

/* From then on the line's own id is known, and receipts need bring no token. */
static void
test_id_is_learnt (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);

  confirm (house, fake_channel_get_token (house->line), "its-own-id", "sent");
  fake_house_assert_state (house, id, "sent");
  confirm (house, NULL, "its-own-id", "read");
  fake_house_assert_state (house, id, "read");
}

static void
test_people_are_asked (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);

  fake_house_later (299);
  fake_house_assert_state (house, id, BROKE_OFF);
  g_assert_false (is_waiting (house));
  fake_house_later (1);
  fake_house_assert_state (house, id, ASKED);
  g_assert_true (is_waiting (house));
}

static void
test_late_receipt (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);

  fake_house_later (3600);
  confirm (house, fake_channel_get_token (house->line), "its-own-id", "read");
  fake_house_assert_state (house, id, "read");
}

static void
test_asking_outlives (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);

  fake_house_restart (house);
  fake_house_assert_state (house, id, BROKE_OFF);
  fake_house_later (300);
  fake_house_assert_state (house, id, ASKED);
}

static void
test_cut_off (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_SILENT);
  g_autofree char *token = g_strdup (fake_channel_get_token (house->line));

  fake_house_restart (house);
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, id, CUT_OFF);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM outbox"), ==, 0);
  confirm (house, token, "its-own-id", "delivered");
  fake_house_assert_state (house, id, "delivered");
}

static void
test_cut_off_asks (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_SILENT);

  fake_house_restart (house);
  fake_house_later (300);
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, id, ASKED);
}

/* The receipt came, then the crash, and the answer never. */
static void
test_confirmed_and_cut_off (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_SILENT), next;

  confirm (house, fake_channel_get_token (house->line), "its-own-id", "delivered");
  fake_house_restart (house);
  fake_house_assert_state (house, id, "delivered");
  next = fake_house_say (house, FAKE_ANA, "Again");
  fake_house_settle ();
  fake_house_assert_said (house, "Again");
  fake_house_assert_state (house, next, "sent");
}

static void
test_hung_up (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_SILENT);
  g_autofree char *line = fake_house_save (house, "channel", "CH2", "{'x-word': <'new'>}");

  house->line = FAKE_CHANNEL (kontor_lines_find (house->house->lines, line));
  fake_house_settle ();
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, id, "unknown: the line was stopped");
}

/* The line took it, but the disk did not: it may not go a second time. */
static void
test_not_kept (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 id = fake_house_say (house, FAKE_ANA, "Hello");

  kontor_store_run (house->store, &error, "CREATE TEMP TRIGGER full BEFORE UPDATE ON message"
                    " WHEN NEW.state = 'sent' BEGIN SELECT RAISE (ABORT, 'full'); END", "");
  g_assert_no_error (error);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*could not be kept*");
  fake_house_settle ();
  g_test_assert_expected_messages ();
  fake_house_assert_said (house, "Hello");
  fake_house_restart (house);
  fake_house_assert_said (house, "");
  fake_house_assert_state (house, id, CUT_OFF);
}

static void
test_again (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);

  fake_house_later (300);
  say_again (house, id);
  fake_house_assert_said (house, "Hello|Hello");
  fake_house_assert_state (house, id, "sent");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message"), ==, 1);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM audit WHERE action = 'send-again'"
                                     " AND actor = 'teammate:TM1'"), ==, 1);
  fake_house_later (3600);
  fake_house_assert_state (house, id, "sent");
}

static void
test_again_after_refusal (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_REFUSED);

  say_again (house, id);
  fake_house_assert_said (house, "Hello|Hello");
  fake_house_assert_state (house, id, "sent");
}

static void
test_not_again (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_SENT);
  g_autoptr(GError) sent = NULL, nowhere = NULL;

  g_assert_false (kontor_outbox_say_again (house->store, &fake_owner, id, &sent));
  g_assert_error (sent, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_false (kontor_outbox_say_again (house->store, &fake_owner, 99, &nowhere));
  g_assert_error (nowhere, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  fake_house_settle ();
  fake_house_assert_said (house, "Hello");
}

static void
test_again_after_stop (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);

  fake_house_stop (house, "CT1");
  say_again (house, id);
  fake_house_assert_said (house, "Hello");
  fake_house_assert_state (house, id, "failed: not sent: the contact said STOP");
}

/* Somebody asked for it once more, it waits, and then the first one turns out to have arrived. */
static void
test_arrived_after_all (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN), next;
  g_autofree char *token = g_strdup (fake_channel_get_token (house->line));

  fake_channel_decide (house->line, FAKE_TRY_LATER);
  say_again (house, id);
  fake_house_assert_state (house, id, "queued: the line is busy");
  confirm (house, token, "its-own-id", "delivered");
  fake_house_assert_state (house, id, "delivered");
  fake_house_later (3600);
  fake_house_assert_said (house, "Hello|Hello");
  next = fake_house_say (house, FAKE_ANA, "Again");
  fake_house_settle ();
  fake_house_assert_said (house, "Hello|Hello|Again");
  fake_house_assert_state (house, next, "sent");
}

/* The same, and the line answers the second attempt after the receipt. */
static void
test_arrived_meanwhile (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);
  g_autofree char *token = g_strdup (fake_channel_get_token (house->line));

  fake_channel_decide (house->line, FAKE_SILENT);
  say_again (house, id);
  confirm (house, token, "its-own-id", "delivered");
  fake_channel_answer (house->line, FAKE_TRY_LATER);
  fake_house_settle ();
  fake_house_later (3600);
  fake_house_assert_state (house, id, "delivered");
  fake_house_assert_said (house, "Hello|Hello");
}

/* The refusal is of the first attempt; the second has not gone yet. */
static void
test_refused_after_all (FakeHouse *house, gconstpointer data)
{
  gint64 id = say_with (house, FAKE_UNKNOWN);
  g_autofree char *token = g_strdup (fake_channel_get_token (house->line));

  fake_channel_decide (house->line, FAKE_TRY_LATER);
  say_again (house, id);
  confirm (house, token, "its-own-id", "failed");
  fake_house_assert_state (house, id, "queued: the line is busy");
  fake_house_later (5);
  fake_house_assert_state (house, id, "sent");
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/unknown/is-never-sent-again-by-itself", test_never_again },
    { "/unknown/holds-up-nothing", test_holds_up_nothing },
    { "/unknown/a-receipt-with-our-token-tells", test_receipt_tells },
    { "/unknown/the-receipt-brings-the-id-of-the-line", test_id_is_learnt },
    { "/unknown/after-five-minutes-people-are-asked", test_people_are_asked },
    { "/unknown/a-receipt-may-come-after-people-were-asked", test_late_receipt },
    { "/unknown/people-are-asked-after-a-restart-too", test_asking_outlives },
    { "/unknown/is-what-was-being-sent-when-it-crashed", test_cut_off },
    { "/unknown/what-a-crash-cut-off-is-asked-of-people", test_cut_off_asks },
    { "/unknown/not-what-was-confirmed-before-the-crash", test_confirmed_and_cut_off },
    { "/unknown/is-what-was-being-sent-when-the-line-was-hung-up", test_hung_up },
    { "/unknown/is-what-could-not-be-noted-as-sent", test_not_kept },
    { "/unknown/goes-again-when-a-person-says-so", test_again },
    { "/unknown/what-failed-goes-again-too", test_again_after_refusal },
    { "/unknown/what-was-sent-does-not-go-again", test_not_again },
    { "/unknown/after-a-stop-it-does-not-go-again", test_again_after_stop },
    { "/unknown/what-arrived-after-all-does-not-go-again", test_arrived_after_all },
    { "/unknown/what-arrived-is-not-put-off", test_arrived_meanwhile },
    { "/unknown/a-late-refusal-does-not-stop-what-goes-again", test_refused_after_all },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
