/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads: pages that neither repeat nor skip, states, and people's hands on them. */
#include "fakes/fake-house.h"

#include "base/clock.h"
#include "inbox/conversation.h"
#include "model/error.h"

#define HOUR_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static KontorConversation *
get (FakeHouse *house, gint64 id)
{
  g_autoptr(GError) error = NULL;
  KontorConversation *conversation = kontor_conversation_get (house->store, id, &error);

  g_assert_no_error (error);

  return conversation;
}

static void
assert_is (FakeHouse *house, gint64 id, const char *state)
{
  g_autoptr(KontorConversation) conversation = get (house, id);

  g_assert_cmpstr (conversation->state, ==, state);
}

static void
set_state (FakeHouse *house, gint64 id, const char *state, gint64 until_us)
{
  g_autoptr(GError) error = NULL;

  kontor_conversation_set_state (house->store, &fake_owner, id, state, until_us, &error);
  g_assert_no_error (error);
}

/* Conversations 1 to @n, each said something in a second after the one before. */
static void
fill (FakeHouse *house, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+97150000010%d", i);

      kontor_clock_advance_us (G_USEC_PER_SEC);
      fake_house_say (house, phone, "Hello");
    }
  fake_house_settle ();
}

/* "3 2 1": the ids of a page; @next is where the next one starts. */
static char *
ask (FakeHouse *house, KontorConversationQuery query, char **next)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = kontor_conversations_query (house->store, &query, next, &error);
  g_autoptr(GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((KontorConversation *) found->pdata[i])->id);

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
assert_found (FakeHouse *house, KontorConversationQuery query, const char *expected)
{
  g_autofree char *found = ask (house, query, NULL);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_latest_first (FakeHouse *house, gconstpointer data)
{
  fill (house, 3);
  assert_found (house, (KontorConversationQuery) { 0 }, "3 2 1");
  kontor_clock_advance_us (G_USEC_PER_SEC);
  fake_channel_hear (house->line, "a", "+971500000100", NULL, "Hello");
  fake_house_settle ();
  assert_found (house, (KontorConversationQuery) { 0 }, "1 3 2");
}

static void
test_pages (FakeHouse *house, gconstpointer data)
{
  static const char *const pages[] = { "5 4", "3 2", "1" };
  g_autofree char *after = NULL;

  fill (house, 5);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *next = NULL;
      g_autofree char *page = ask (house, (KontorConversationQuery) { .after = after, .limit = 2 },
                                   &next);

      g_assert_cmpstr (page, ==, pages[i]);
      g_free (after);
      after = g_steal_pointer (&next);
    }
  g_assert_null (after);
}

/* At the same instant the id decides. */
static void
test_pages_of_one_instant (FakeHouse *house, gconstpointer data)
{
  g_autofree char *next = NULL, *end = NULL, *first = NULL, *second = NULL;

  fill (house, 4);
  kontor_store_run (house->store, NULL, "UPDATE conversation SET last_at = 7", "");
  first = ask (house, (KontorConversationQuery) { .limit = 2 }, &next);
  g_assert_cmpstr (first, ==, "4 3");
  second = ask (house, (KontorConversationQuery) { .after = next, .limit = 2 }, &end);
  g_assert_cmpstr (second, ==, "2 1");
  g_assert_null (end);
}

/* What moves to the top between two pages is not seen twice, and nothing is skipped. */
static void
test_pages_while_it_moves (FakeHouse *house, gconstpointer data)
{
  g_autofree char *next = NULL, *first = NULL, *second = NULL;

  fill (house, 4);
  first = ask (house, (KontorConversationQuery) { .limit = 2 }, &next);
  g_assert_cmpstr (first, ==, "4 3");
  kontor_clock_advance_us (G_USEC_PER_SEC);
  fake_house_say (house, "+971500000103", "Again");
  fake_house_settle ();
  second = ask (house, (KontorConversationQuery) { .after = next, .limit = 2 }, NULL);
  g_assert_cmpstr (second, ==, "2 1");
}

static void
test_filters (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fill (house, 3);
  set_state (house, 2, "closed", 0);
  kontor_conversation_assign (house->store, &fake_owner, 3, "TM1", &error);
  g_assert_no_error (error);
  fake_channel_hear (house->line, "a", "+971500000100", NULL, "Hello");
  fake_house_settle ();
  assert_found (house, (KontorConversationQuery) { .state = "closed" }, "2");
  assert_found (house, (KontorConversationQuery) { .assignee = "TM1" }, "3");
  assert_found (house, (KontorConversationQuery) { .assignee = "", .state = "open" }, "1");
  assert_found (house, (KontorConversationQuery) { .unread = TRUE }, "1");
  assert_found (house, (KontorConversationQuery) { .contact = "CT2" }, "2");
  assert_found (house, (KontorConversationQuery) { .channel = "CH1" }, "");
  assert_found (house, (KontorConversationQuery) { .channel = "CH2", .unread = TRUE }, "1");
  assert_found (house, (KontorConversationQuery) { .contact = "nobody" }, "");
}

static void
test_unassigned (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) conversation = NULL;
  g_autoptr(GError) error = NULL, nobody = NULL, nowhere = NULL;

  fill (house, 1);
  g_assert_false (kontor_conversation_assign (house->store, &fake_owner, 1, "Ana", &nobody));
  g_assert_error (nobody, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  kontor_conversation_assign (house->store, &fake_owner, 1, "TM1", &error);
  kontor_conversation_assign (house->store, &fake_owner, 1, "", &error);
  g_assert_no_error (error);
  conversation = get (house, 1);
  g_assert_null (conversation->assignee);
  g_assert_false (kontor_conversation_assign (house->store, &fake_owner, 99, "TM1", &nowhere));
  g_assert_error (nowhere, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
}

static void
test_states (FakeHouse *house, gconstpointer data)
{
  static const char *const states[] = { "pending", "snoozed", "closed", "open" };
  g_autoptr(GError) unknown = NULL, nowhere = NULL;

  fill (house, 1);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      set_state (house, 1, states[i], 0);
      assert_is (house, 1, states[i]);
    }
  g_assert_false (kontor_conversation_set_state (house->store, &fake_owner, 1, "lost", 0,
                                                 &unknown));
  g_assert_error (unknown, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_false (kontor_conversation_set_state (house->store, &fake_owner, 99, "open", 0,
                                                 &nowhere));
  g_assert_error (nowhere, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  g_assert_cmpint (fake_house_count (house,
    "SELECT COUNT(*) FROM audit WHERE action = 'set-state' AND actor = 'teammate:TM1'"), ==, 4);
}

static void
test_snooze (FakeHouse *house, gconstpointer data)
{
  fill (house, 1);
  set_state (house, 1, "snoozed", kontor_clock_now_us () + HOUR_US);
  fake_house_later (3599);
  assert_is (house, 1, "snoozed");
  fake_house_later (1);
  assert_is (house, 1, "open");
}

static void
test_snooze_ends (FakeHouse *house, gconstpointer data)
{
  fill (house, 2);
  for (int id = 1; id <= 2; id++)
    set_state (house, id, "snoozed", kontor_clock_now_us () + HOUR_US);
  set_state (house, 1, "closed", 0);
  fake_channel_hear (house->line, "a", "+971500000101", NULL, "Hello");
  fake_house_settle ();
  assert_is (house, 2, "open");
  set_state (house, 2, "pending", 0);
  fake_house_later (3600);
  assert_is (house, 1, "closed");
  assert_is (house, 2, "pending");
}

static void
test_opens_again (FakeHouse *house, gconstpointer data)
{
  static const char *const states[][2] = {
    { "closed", "open" }, { "snoozed", "open" }, { "pending", "pending" }
  };

  fill (house, 1);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      set_state (house, 1, states[i][0], 0);
      fake_channel_hear (house->line, NULL, "+971500000100", NULL, "Hello");
      fake_house_settle ();
      assert_is (house, 1, states[i][1]);
    }
}

static void
hold (FakeHouse *house, gint64 id, gboolean held)
{
  g_autoptr(GError) error = NULL;

  kontor_conversation_hold (house->store, &fake_owner, id, held, &error);
  g_assert_no_error (error);
}

static void
test_take_over (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) held = NULL, given = NULL;
  g_autoptr(GError) nowhere = NULL;
  gint64 id = fake_house_converse (house, FAKE_ANA);

  hold (house, id, TRUE);
  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Are you hiring?");
  fake_house_settle ();
  fake_house_assert_said (house, "");
  held = get (house, id);
  g_assert_cmpstr (held->held_by, ==, "teammate:TM1");
  hold (house, id, FALSE);
  fake_channel_hear (house->line, "b", FAKE_ANA, NULL, "Are you hiring?");
  fake_house_settle ();
  given = get (house, id);
  g_assert_null (given->held_by);
  g_assert_cmpstr (fake_channel_get_said (house->line), !=, "");
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM audit"
                                     " WHERE action IN ('take-over', 'hand-back')"), ==, 2);
  g_assert_false (kontor_conversation_hold (house->store, &fake_owner, 99, TRUE, &nowhere));
  g_assert_error (nowhere, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
}

static void
test_waiting_ends (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) left = NULL, taken = NULL;
  gint64 id = fake_house_converse (house, FAKE_ANA);

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Are you hiring?");
  fake_house_settle ();
  left = get (house, id);
  g_assert_true (left->waiting);
  hold (house, id, TRUE);
  taken = get (house, id);
  g_assert_false (taken->waiting);
}

static void
test_name (FakeHouse *house, gconstpointer data)
{
  g_autoptr(KontorConversation) unnamed = NULL, named = NULL;
  gint64 id = fake_house_converse (house, FAKE_ANA);
  g_autofree char *contact = NULL;

  unnamed = get (house, id);
  g_assert_cmpstr (unnamed->name, ==, FAKE_ANA);
  contact = fake_house_save (house, "contact", unnamed->contact, "{'name': <'Ana'>}");
  named = get (house, id);
  g_assert_cmpstr (named->name, ==, "Ana");
}

static void
test_one_each (FakeHouse *house, gconstpointer data)
{
  gint64 id = fake_house_converse (house, FAKE_ANA);
  g_autoptr(GError) nobody = NULL;

  g_assert_cmpint (fake_house_converse (house, FAKE_ANA), ==, id);
  g_assert_cmpint (kontor_conversation_ensure (house->store, "CH1", "CT1", NULL), !=, id);
  g_assert_cmpint (kontor_conversation_ensure (house->store, "CH2", "CT99", &nobody), ==, 0);
  g_assert_nonnull (nobody);
}

static void
assert_page (FakeHouse *house, gboolean oldest_first, const char *const *pages, guint n)
{
  g_autofree char *after = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *next = NULL;
      g_autoptr(GPtrArray) found = kontor_messages_query (house->store, 1, after, 2, oldest_first,
                                                          &next, &error);
      g_autoptr(GString) texts = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < found->len; j++)
        g_string_append (texts, ((KontorSaid *) found->pdata[j])->text);
      g_assert_cmpstr (texts->str, ==, pages[i]);
      g_free (after);
      after = g_steal_pointer (&next);
    }
  g_assert_null (after);
}

static void
test_message_pages (FakeHouse *house, gconstpointer data)
{
  static const char *const words[] = { "1", "2", "3", "4", "5" };
  static const char *const latest[] = { "54", "32", "1" }, *const oldest[] = { "12", "34", "5" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      fake_house_say (house, FAKE_ANA, words[i]);
      fake_house_say (house, FAKE_BEN, "x");
      kontor_clock_advance_us (i % 2); /* some at the same instant */
    }
  assert_page (house, FALSE, latest, G_N_ELEMENTS (latest));
  assert_page (house, TRUE, oldest, G_N_ELEMENTS (oldest));
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/conversations/the-latest-stands-first", test_latest_first },
    { "/conversations/pages-neither-repeat-nor-skip", test_pages },
    { "/conversations/pages-of-one-instant-neither-repeat-nor-skip", test_pages_of_one_instant },
    { "/conversations/nothing-is-skipped-while-they-move", test_pages_while_it_moves },
    { "/conversations/are-found-by-state-assignee-unread-contact-and-line", test_filters },
    { "/conversations/are-assigned-to-teammates-or-to-nobody", test_unassigned },
    { "/conversations/are-open-pending-snoozed-or-closed", test_states },
    { "/conversations/a-snoozed-one-opens-when-its-time-is-over", test_snooze },
    { "/conversations/a-snooze-that-was-ended-opens-nothing-later", test_snooze_ends },
    { "/conversations/a-message-opens-what-was-closed-or-snoozed", test_opens_again },
    { "/conversations/a-person-who-takes-over-silences-the-machine-until-handed-back",
      test_take_over },
    { "/conversations/waiting-ends-when-a-person-takes-over", test_waiting_ends },
    { "/conversations/are-named-after-the-contact-or-the-number", test_name },
    { "/conversations/there-is-one-for-each-contact-on-each-line", test_one_each },
    { "/conversations/messages-come-in-pages-from-either-end", test_message_pages },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
