/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person who was met twice becomes one contact, on proof and on nothing less. */
#include "fakes/fake-house.h"

#include "base/clock.h"
#include "contacts/contacts.h"
#include "inbox/conversation.h"
#include "inbox/merge.h"
#include "store/records.h"

#define USER "BS.13491208655302741918"

/* Somebody writes, known by any of these. */
static void
hear (FakeHouse *house, const char *phone, const char *user_id, const char *text)
{
  KontorBatch *batch = kontor_batch_new ();
  KontorMessage *message = kontor_message_new (NULL, phone, NULL, text, 0);

  message->person->user_id = g_strdup (user_id);
  g_ptr_array_add (batch->messages, message);
  kontor_clock_advance_us (G_USEC_PER_SEC);
  kontor_channel_hand_over (KONTOR_CHANNEL (house->line), batch);
  fake_house_settle ();
}

static gint64
count_contacts (FakeHouse *house)
{
  return fake_house_count (house, "SELECT COUNT(*) FROM contact");
}

static void
assert_one (FakeHouse *house)
{
  g_assert_cmpint (count_contacts (house), ==, 1);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM conversation"), ==, 1);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(DISTINCT conversation_id) FROM message"),
                   ==, 1);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message m WHERE NOT EXISTS"
                   " (SELECT 1 FROM conversation c WHERE c.id = m.conversation_id)"), ==, 0);
}

static void
test_proof (FakeHouse *house, gconstpointer data)
{
  g_autofree char *phone = NULL;

  hear (house, NULL, USER, "Hello");
  hear (house, FAKE_ANA, NULL, "Are you there?");
  g_assert_cmpint (count_contacts (house), ==, 2);
  hear (house, FAKE_ANA, USER, "It is me");
  assert_one (house);
  g_assert_cmpint (fake_house_count (house,
    "SELECT COUNT(*) FROM message WHERE direction = 'in'"), ==, 3);
  phone = fake_house_get (house, "contact", "CT1", "phone");
  g_assert_cmpstr (phone, ==, FAKE_ANA);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM audit"
                                     " WHERE action = 'merge-contact' AND object = 'CT1'"), ==, 1);
}

static void
test_found_by_either (FakeHouse *house, gconstpointer data)
{
  hear (house, NULL, USER, "Hello");
  hear (house, FAKE_ANA, NULL, "Hello");
  hear (house, FAKE_ANA, USER, "Hello");
  hear (house, NULL, USER, "By the id");
  hear (house, FAKE_ANA, NULL, "By the number");
  assert_one (house);
}

static void
test_same_name (FakeHouse *house, gconstpointer data)
{
  fake_channel_hear (house->line, "a", FAKE_ANA, "Ana", "Hello");
  fake_channel_hear (house->line, "b", FAKE_BEN, "Ana", "Hello");
  fake_house_settle ();
  g_assert_cmpint (count_contacts (house), ==, 2);
}

static void
test_unread (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;

  hear (house, NULL, USER, "One");
  hear (house, FAKE_ANA, NULL, "Two");
  hear (house, FAKE_ANA, USER, "Three");
  conversation = kontor_conversation_get (house->store, 1, NULL);
  g_assert_cmpint (conversation->unread, ==, 3);
  g_assert_cmpint (conversation->last_in_at_us, ==, kontor_clock_now_us ());
  g_assert_cmpint (conversation->last_at_us, ==, kontor_clock_now_us ());
}

static void
test_stop_is_believed (FakeHouse *house, gconstpointer data)
{
  g_autofree char *consent = NULL;

  hear (house, NULL, USER, "Hello");
  hear (house, FAKE_ANA, NULL, "STOP");
  hear (house, FAKE_ANA, USER, "It is me");
  consent = fake_house_get (house, "contact", "CT1", "consent");
  g_assert_cmpstr (consent, ==, "opted-out");
}

static void
test_held (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;

  hear (house, NULL, USER, "Hello");
  hear (house, FAKE_ANA, NULL, "Hello");
  fake_house_say (house, FAKE_ANA, "Layla here");
  hear (house, FAKE_ANA, USER, "Are you hiring?");
  conversation = kontor_conversation_get (house->store, 1, NULL);
  g_assert_cmpstr (conversation->held_by, ==, "teammate:TM1");
  g_assert_true (g_str_has_suffix (fake_channel_get_said (house->line), "|Layla here"));
}

/* What was on its way in the thread that goes leaves in the one that stays. */
static void
test_on_its_way (FakeHouse *house, gconstpointer data)
{
  gint64 id;

  hear (house, NULL, USER, "Hello");
  hear (house, FAKE_ANA, NULL, "Hello");
  fake_channel_decide (house->line, FAKE_TRY_LATER);
  id = fake_house_say (house, FAKE_ANA, "Layla here");
  fake_house_settle ();
  hear (house, FAKE_ANA, USER, "It is me");
  fake_house_later (5);
  fake_house_assert_state (house, id, "sent");
  assert_one (house);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM outbox"), ==, 0);
}

static void
test_records_follow (FakeHouse *house, gconstpointer data)
{
  const KontorKind *kind = kontor_kind_find ("booking");
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) values = NULL;
  g_autofree char *service = fake_house_save (house, "service", NULL,
    "{'code': <'cut'>, 'name': <'Haircut'>}");
  g_autofree char *booking = NULL, *contact = NULL;

  hear (house, NULL, USER, "Hello");
  hear (house, FAKE_ANA, NULL, "Hello");
  values = g_variant_ref_sink (g_variant_new_parsed (
    "{'service': <'cut'>, 'contact': <'CT2'>, 'state': <'confirmed'>,"
    " 'at': <('2026-11-25T10:00', 'Europe/Berlin', @x 1795597200000000)>}"));
  booking = kontor_records_insert (house->store, kind, values, &error);
  g_assert_no_error (error);
  hear (house, FAKE_ANA, USER, "It is me");
  contact = fake_house_get (house, "booking", booking, "contact");
  g_assert_cmpstr (contact, ==, "CT1");
}

static void
test_gaps (FakeHouse *house, gconstpointer data)
{
  g_autofree char *one = NULL, *two = NULL, *name = NULL, *notes = NULL, *zone = NULL;

  hear (house, NULL, USER, "Hello");
  hear (house, FAKE_ANA, NULL, "Hello");
  one = fake_house_save (house, "contact", "CT1", "{'name': <'Ana'>, 'notes': <'Likes tea'>}");
  two = fake_house_save (house, "contact", "CT2",
    "{'name': <'Anna K.'>, 'notes': <'Window seat'>, 'zone': <'Europe/Berlin'>}");
  hear (house, FAKE_ANA, USER, "It is me");
  name = fake_house_get (house, "contact", one, "name");
  notes = fake_house_get (house, "contact", one, "notes");
  zone = fake_house_get (house, "contact", one, "zone");
  g_assert_cmpstr (name, ==, "Ana");
  g_assert_cmpstr (notes, ==, "Likes tea\nWindow seat");
  g_assert_cmpstr (zone, ==, "Europe/Berlin");
}

static void
test_other_lines (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  hear (house, NULL, USER, "Hello");
  hear (house, FAKE_ANA, NULL, "Hello");
  kontor_conversation_ensure (house->store, "CH1", "CT2", &error);
  g_assert_no_error (error);
  hear (house, FAKE_ANA, USER, "It is me");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM conversation"), ==, 2);
  g_assert_cmpint (fake_house_count (house,
    "SELECT COUNT(*) FROM conversation WHERE contact_id <> 1"), ==, 0);
}

/* The line says that this user id takes the place of that number. */
static void
test_changed_number (FakeHouse *house, gconstpointer data)
{
  KontorBatch *batch = kontor_batch_new ();
  KontorMessage *message = kontor_message_new ("n", FAKE_BEN, NULL, "My new number", 0);
  g_autofree char *phone = NULL;

  hear (house, FAKE_ANA, NULL, "Hello");
  message->person->was = kontor_person_new (FAKE_ANA, NULL);
  g_ptr_array_add (batch->messages, message);
  kontor_channel_hand_over (KONTOR_CHANNEL (house->line), batch);
  fake_house_settle ();
  assert_one (house);
  phone = fake_house_get (house, "contact", "CT1", "phone");
  g_assert_cmpstr (phone, ==, FAKE_BEN);
}

static void
test_whole_or_not (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  hear (house, NULL, USER, "Hello");
  hear (house, FAKE_ANA, NULL, "Hello");
  kontor_store_begin (house->store, &error);
  kontor_merge_contacts (house->store, &kontor_actor_system, "CT2", "CT1", "line", &error);
  g_assert_no_error (error);
  kontor_store_undo (house->store);
  g_assert_cmpint (count_contacts (house), ==, 2);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM conversation"), ==, 2);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/merge/a-message-with-both-identifiers-makes-two-contacts-one", test_proof },
    { "/merge/from-then-on-either-finds-the-one", test_found_by_either },
    { "/merge/the-same-name-proves-nothing", test_same_name },
    { "/merge/the-unread-and-the-last-of-both-are-kept", test_unread },
    { "/merge/whoever-of-the-two-said-stop-is-believed", test_stop_is_believed },
    { "/merge/a-persons-hold-on-either-goes-on", test_held },
    { "/merge/what-was-on-its-way-is-sent", test_on_its_way },
    { "/merge/bookings-follow", test_records_follow },
    { "/merge/what-the-one-lacks-comes-from-the-other", test_gaps },
    { "/merge/threads-on-other-lines-stay-apart", test_other_lines },
    { "/merge/a-number-that-changed-is-the-same-persons", test_changed_number },
    { "/merge/is-whole-or-not-at-all", test_whole_or_not },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
