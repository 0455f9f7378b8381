/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every message is found by its words, whatever the script, and whatever is typed. */
#include "fakes/fake-house.h"

#include <string.h>

#include "inbox/messages.h"
#include "inbox/search.h"
#include "model/error.h"

/* "5 3": the ids of the hits, the latest first. */
static char *
ask (FakeHouse *house, const char *text, const char *after, guint limit, char **next)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = kontor_search_messages (house->store, text, after, limit, next,
                                                       &error);
  g_autoptr(GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((KontorSaid *) found->pdata[i])->id);

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
assert_found (FakeHouse *house, const char *text, const char *expected)
{
  g_autofree char *found = ask (house, text, NULL, 50, NULL);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (FakeHouse *house, gconstpointer data)
{
  fake_house_say (house, FAKE_ANA, "The blue car waits at the airport");
  fake_house_say (house, FAKE_BEN, "A blue carpet");
  fake_house_say (house, FAKE_BEN, "Nothing of the sort");
  fake_house_settle ();
  assert_found (house, "blue", "2 1");
  assert_found (house, "BLUE car", "2 1");
  assert_found (house, "b", "2 1");
  assert_found (house, "car blue", "1");
  assert_found (house, "  airport ", "1");
  assert_found (house, "green", "");
  assert_found (house, "lue", "");
}

static void
test_at_once (FakeHouse *house, gconstpointer data)
{
  fake_house_say (house, FAKE_ANA, "Hello");
  assert_found (house, "hello", "1");
}

static void
test_what_came_in (FakeHouse *house, gconstpointer data)
{
  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Where is my parcel?");
  fake_house_settle ();
  assert_found (house, "parcel", "1");
}

static void
test_scripts (FakeHouse *house, gconstpointer data)
{
  fake_house_say (house, FAKE_ANA, "मुझे कल हिन्दी में गाड़ी चाहिए");
  fake_house_say (house, FAKE_ANA, "আমার গাড়ি দরকার");
  fake_house_say (house, FAKE_ANA, "أريد سيارة غدا");
  fake_house_say (house, FAKE_ANA, "Ein Zimmer für Müller");
  fake_house_settle ();
  assert_found (house, "हिन्दी", "1");
  assert_found (house, "গাড়ি", "2");
  assert_found (house, "سيارة", "3");
  assert_found (house, "müller", "4");
  assert_found (house, "Muller", "4");
}

static void
test_any_text (FakeHouse *house, gconstpointer data)
{
  static const char *const typed[] = {
    "\"", "\"blue", "blue*", "blue AND", "NOT blue", "text:blue", "(blue", "blue^2", "NEAR(blue",
    "'blue'", "-blue", "{blue}", "blue;", "%", "\\",
  };

  fake_house_say (house, FAKE_ANA, "blue");
  fake_house_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) found = kontor_search_messages (house->store, typed[i], NULL, 50, NULL,
                                                           &error);

      g_assert_true (found != NULL ||
                     g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT));
    }
}

static void
test_whose (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  fake_channel_hear (house->line, "a", FAKE_ANA, "Ana", "Where is my parcel?");
  fake_house_settle ();
  found = kontor_search_messages (house->store, "parcel", NULL, 50, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((KontorSaid *) found->pdata[0])->name, ==, "Ana");
}

static void
test_no_word (FakeHouse *house, gconstpointer data)
{
  static const char *const typed[] = { "", "  ", "\"\"" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (kontor_search_messages (house->store, typed[i], NULL, 50, NULL, &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }
}

static void
test_pages (FakeHouse *house, gconstpointer data)
{
  static const char *const pages[] = { "9 8 7", "6 5 4", "3 2 1" };
  g_autofree char *after = NULL;

  for (int i = 0; i < 9; i++)
    fake_house_say (house, FAKE_ANA, "blue");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *next = NULL;
      g_autofree char *page = ask (house, "blue", after, 3, &next);

      g_assert_cmpstr (page, ==, pages[i]);
      g_free (after);
      after = g_steal_pointer (&next);
    }
  g_assert_null (after);
}

static void
test_snippet (FakeHouse *house, gconstpointer data)
{
  g_autoptr(GPtrArray) found = NULL;
  const KontorSaid *said;

  fake_house_say (house, FAKE_ANA, "one two three four five six seven eight nine ten eleven twelve "
                  "thirteen fourteen blue fifteen");
  found = kontor_search_messages (house->store, "blue", NULL, 50, NULL, NULL);
  said = found->pdata[0];
  g_assert_nonnull (strstr (said->snippet, "‹blue›"));
  g_assert_true (g_str_has_prefix (said->snippet, "…"));
  g_assert_cmpint (said->conversation, ==, 1);
}

static void
test_in_portions (FakeHouse *house, gconstpointer data)
{
  static const gboolean mores[] = { TRUE, TRUE, FALSE, FALSE };

  for (int i = 0; i < 5; i++)
    fake_house_say (house, FAKE_ANA, "blue");
  for (guint i = 0; i < G_N_ELEMENTS (mores); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean more;

      kontor_search_catch_up (house->store, 2, &more, &error);
      g_assert_no_error (error);
      g_assert_cmpint (more, ==, mores[i]);
    }
  assert_found (house, "blue", "5 4 3 2 1");
}

static void
test_outlives (FakeHouse *house, gconstpointer data)
{
  fake_house_say (house, FAKE_ANA, "blue");
  fake_house_restart (house);
  fake_house_say (house, FAKE_ANA, "blue again");
  assert_found (house, "blue", "2 1");
}

/* A file without a caption has no words, and is no hindrance. */
static void
test_without_text (FakeHouse *house, gconstpointer data)
{
  KontorBatch *batch = kontor_batch_new ();

  g_ptr_array_add (batch->messages, kontor_message_new ("a", FAKE_ANA, NULL, NULL, 0));
  g_ptr_array_add (batch->messages, kontor_message_new ("b", FAKE_ANA, NULL, "blue", 0));
  kontor_channel_hand_over (KONTOR_CHANNEL (house->line), batch);
  fake_house_settle ();
  assert_found (house, "blue", "2");
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/search/all-words-count-and-the-last-may-be-unfinished", test_words },
    { "/search/what-was-just-said-is-found", test_at_once },
    { "/search/what-came-in-is-found", test_what_came_in },
    { "/search/words-of-all-scripts-are-words", test_scripts },
    { "/search/whatever-is-typed-is-words", test_any_text },
    { "/search/without-a-word-it-says-so", test_no_word },
    { "/search/pages-neither-repeat-nor-skip", test_pages },
    { "/search/the-hit-is-marked-in-its-place", test_snippet },
    { "/search/the-hit-says-whose-it-is", test_whose },
    { "/search/the-index-catches-up-in-portions", test_in_portions },
    { "/search/the-index-outlives-a-restart", test_outlives },
    { "/search/a-message-without-text-is-no-hindrance", test_without_text },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
