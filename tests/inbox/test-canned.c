/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved replies and labels: filled from what is known, and what is done with them. */
#include "inbox/canned.h"

#include "base/clock.h"
#include "contacts/contacts.h"
#include "contacts/labels.h"
#include "fakes/fake-house.h"
#include "inbox/conversation.h"
#include "inbox/counts.h"
#include "inbox/merge.h"
#include "journal/action.h"
#include "journal/keep.h"
#include "model/error.h"

static void
assert_filled (FakeHouse *house, const char *text, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *values =
    g_strdup_printf ("{'shortcut': <'it'>, 'title': <'It'>, 'text': <'%s'>}", text);
  g_autofree char *id = fake_house_save (house, "canned-reply", NULL, values);
  g_autofree char *filled = kontor_canned_fill (house->store, &fake_owner, 1, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (filled, ==, expected);
  kontor_keep_remove (house->store, &fake_owner, kontor_kind_find ("canned-reply"), id, &error);
  g_assert_no_error (error);
}

static void
test_filled (FakeHouse *house, gconstpointer data)
{
  g_autofree char *me = fake_house_get (house, "teammate", "TM1", "name");
  g_autofree char *hello = g_strdup_printf ("Ana, My business, %s", me);

  fake_house_converse (house, FAKE_ANA);
  assert_filled (house, "Dear {name}, {booking}", "Dear {name}, {booking}");
  g_free (fake_house_save (house, "contact", "CT1", "{'name': <'Ana Silva'>}"));
  assert_filled (house, "Dear {name}", "Dear Ana Silva");
  assert_filled (house, "{first-name}, {business}, {me}", hello);
  assert_filled (house, "{weather} {}", "{weather} {}");
}

static void
book (FakeHouse *house, const char *at)
{
  g_autoptr(GVariant) values = g_variant_ref_sink (g_variant_new_parsed (
    "{'service': <'cut'>, 'contact': <'CT1'>}"));
  g_autoptr(GError) error = NULL;
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (values);
  const KontorField field = { "at", KONTOR_FIELD_TIME };
  const KontorLocale locale = { .zone = "UTC" };
  g_autoptr(GVariant) time = kontor_field_from_text (&field, at, &locale, &error);
  g_autoptr(GVariant) arguments = NULL, booking = NULL;

  g_assert_no_error (error);
  g_variant_dict_insert_value (&dict, "at", time);
  arguments = g_variant_ref_sink (g_variant_dict_end (&dict));
  booking = kontor_action_run (house->store, &fake_owner, "book", arguments, NULL, &error);
  g_assert_no_error (error);
}

static void
test_booking (FakeHouse *house, gconstpointer data)
{
  fake_house_converse (house, FAKE_ANA);
  g_free (fake_house_save (house, "business", "1", "{'zone': <'UTC'>}"));
  g_free (fake_house_save (house, "service", NULL, "{'code': <'cut'>, 'name': <'Cut'>,"
                           " 'fulfilment': <'slot'>, 'duration': <int64 1800>}"));
  book (house, "2026-11-26 10:00 UTC");
  book (house, "2026-11-25 09:30 UTC");
  assert_filled (house, "{booking}",
                 "BK000002, Wednesday 25 November 2026, 09:30 UTC time");
}

static char *
find_labelled (FakeHouse *house, const char *label)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = kontor_conversations_query (house->store,
    &(KontorConversationQuery) { .label = label }, NULL, &error);
  g_autoptr(GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%" G_GINT64_FORMAT " ",
                            ((KontorConversation *) found->pdata[i])->id);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_labelled (FakeHouse *house, const char *label, const char *expected)
{
  g_autofree char *found = find_labelled (house, label);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_labels (FakeHouse *house, const char *contact, const char *expected)
{
  g_autofree char *labels = fake_house_get (house, "contact", contact, "labels");

  g_assert_cmpstr (labels, ==, expected);
}

static void
test_labels (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fake_house_converse (house, FAKE_ANA);
  fake_house_converse (house, FAKE_BEN);
  g_free (fake_house_save (house, "label", NULL, "{'name': <'VIP'>}"));
  g_free (fake_house_save (house, "contact", "CT1", "{'labels': <' vip ,pays late,VIP,'>}"));
  assert_labels (house, "CT1", "pays late, VIP");
  assert_labelled (house, "LB1", "1 ");
  assert_labelled (house, "LB2", "1 ");
  g_free (fake_house_save (house, "label", "LB1", "{'name': <'Gold'>}"));
  assert_labels (house, "CT1", "Gold, pays late");
  kontor_keep_remove (house->store, &fake_owner, kontor_kind_find ("label"), "LB1", &error);
  g_assert_no_error (error);
  assert_labels (house, "CT1", "pays late");
  assert_labelled (house, "LB1", "");
  g_free (fake_house_save (house, "contact", "CT1", "{'labels': <''>}"));
  assert_labelled (house, "LB2", "");
}

static void
test_labels_merge (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fake_house_converse (house, FAKE_ANA);
  fake_house_converse (house, FAKE_BEN);
  g_free (fake_house_save (house, "contact", "CT1", "{'labels': <'A, B'>}"));
  g_free (fake_house_save (house, "contact", "CT2", "{'labels': <'B, C'>}"));
  g_assert_true (kontor_store_begin (house->store, &error));
  g_assert_true (kontor_merge_contacts (house->store, &kontor_actor_system, "CT2", "CT1", "line",
                                        &error));
  g_assert_true (kontor_store_commit (house->store, &error));
  assert_labels (house, "CT1", "A, B, C");
}

static void
test_steps (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorConversation) after = NULL;

  fake_house_say (house, FAKE_ANA, "Hello");
  fake_house_settle ();
  g_free (fake_house_save (house, "label", NULL, "{'name': <'VIP'>}"));
  g_free (fake_house_save (house, "canned-reply", NULL,
    "{'shortcut': <'done'>, 'title': <'Done'>, 'label': <'LB1'>, 'assignee': <'TM1'>,"
    " 'note': <'Called back'>, 'snooze': <int64 3600>, 'hand-back': <true>}"));
  g_assert_true (kontor_canned_apply (house->store, &fake_owner, 1, "CR1", &error));
  g_assert_no_error (error);
  after = kontor_conversation_get (house->store, 1, &error);
  g_assert_cmpstr (after->labels, ==, "VIP");
  g_assert_cmpstr (after->assignee, ==, "TM1");
  g_assert_cmpstr (after->state, ==, "snoozed");
  g_assert_null (after->held_by);
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message WHERE direction = 'note'"
                                     " AND text = 'Called back'"), ==, 1);
  fake_house_later (3600);
  g_clear_pointer (&after, kontor_conversation_free);
  after = kontor_conversation_get (house->store, 1, &error);
  g_assert_cmpstr (after->state, ==, "open");
}

static void
test_empty (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GVariant) values = g_variant_ref_sink (
    g_variant_new_parsed ("{'shortcut': <'x'>, 'title': <'X'>}"));
  g_autoptr(GError) error = NULL;
  g_autofree char *id = kontor_keep_save (house->store, &fake_owner,
                                          kontor_kind_find ("canned-reply"), NULL, values, &error);

  g_assert_null (id);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

static void
test_counts (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  KontorCounts counts;

  for (int i = 0; i < 5; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+97150000020%d", i);

      fake_channel_hear (house->line, NULL, phone, NULL, "Hello");
    }
  fake_house_settle ();
  g_assert_true (kontor_conversation_assign (house->store, &fake_owner, 1, "TM1", &error));
  g_assert_true (kontor_conversation_assign (house->store, &fake_owner, 2, "TM1", &error));
  g_assert_true (kontor_conversation_set_state (house->store, &fake_owner, 2, "closed", 0,
                                                &error));
  g_assert_true (kontor_conversation_mark_read (house->store, 3, &error));
  g_assert_true (kontor_counts_read (house->store, "TM1", &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counts.open, ==, 4);
  g_assert_cmpint (counts.mine, ==, 1);
  g_assert_cmpint (counts.nobodys, ==, 3);
  g_assert_cmpint (counts.unread, ==, 4);
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/canned/blanks-are-filled-from-what-is-known-and-others-stay", test_filled },
    { "/canned/the-booking-is-the-next-one-to-come", test_booking },
    { "/canned/what-it-does-besides-is-done", test_steps },
    { "/canned/one-that-says-and-does-nothing-is-refused", test_empty },
    { "/labels/are-words-on-a-contact-spelt-alike-everywhere", test_labels },
    { "/labels/of-two-that-become-one-are-all-kept", test_labels_merge },
    { "/counts/are-of-what-is-open", test_counts },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
