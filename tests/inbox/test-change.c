/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said may be said in other words, or taken back, while the line allows it. */
#include "fakes/fake-house.h"

#include <string.h>

#include "base/clock.h"
#include "inbox/change.h"
#include "model/error.h"

#define EDITED     "{\"edited\":true}"
#define TAKEN_BACK "{\"type\":\"taken-back\"}"

static const KontorDraft edit = { .text = "At eleven.", .body = EDITED };
static const KontorDraft take_back = { .kind = "system", .text = "", .body = TAKEN_BACK };

static gint64
change (FakeHouse *house, const KontorDraft *draft, gint64 about, GError **error)
{
  KontorDraft aimed = *draft;
  gint64 id;

  aimed.about = about;
  id = kontor_outbox_say_draft (house->store, &fake_owner, fake_house_converse (house, FAKE_ANA),
                                &aimed, 0, error);
  fake_house_settle ();

  return id;
}

static gint64
get_about (FakeHouse *house, gint64 id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorSaid) said = kontor_messages_get (house->store, id, &error);

  g_assert_no_error (error);

  return said->about;
}

static void
assert_refused (FakeHouse *house, const KontorDraft *draft, gint64 about, KontorError code,
                const char *part)
{
  gint64 before = fake_house_count (house, "SELECT COUNT(*) FROM message");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (change (house, draft, about, &error), ==, 0);
  g_assert_error (error, KONTOR_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_cmpint (fake_house_count (house, "SELECT COUNT(*) FROM message"), ==, before);
}

static gint64
say (FakeHouse *house, const char *text)
{
  gint64 id = fake_house_say (house, FAKE_ANA, text);

  fake_house_settle ();

  return id;
}

static void
test_changes (FakeHouse *house, gconstpointer data)
{
  gint64 first = say (house, "At ten."), second, third, gone;
  g_autoptr(GError) error = NULL;

  second = change (house, &edit, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_about (house, second), ==, first);
  third = change (house, &edit, second, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_about (house, third), ==, first);
  gone = change (house, &take_back, third, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_about (house, gone), ==, first);
  fake_house_assert_said (house, "At ten.|At eleven.|At eleven.|");
  assert_refused (house, &take_back, first, KONTOR_ERROR_NOT_ALLOWED, "taken back already");
  assert_refused (house, &edit, first, KONTOR_ERROR_NOT_ALLOWED, "taken back already");
  assert_refused (house, &take_back, gone, KONTOR_ERROR_NOT_ALLOWED, "stays");
}

static void
test_times (FakeHouse *house, gconstpointer data)
{
  gint64 first = say (house, "At ten.");
  g_autoptr(GError) error = NULL;

  fake_house_later (15 * 60);
  g_assert_cmpint (change (house, &edit, first, &error), >, 0);
  g_assert_no_error (error);
  fake_house_later (1);
  assert_refused (house, &edit, first, KONTOR_ERROR_NOT_ALLOWED, "15 minutes");
  fake_house_later (48 * 3600);
  assert_refused (house, &take_back, first, KONTOR_ERROR_NOT_ALLOWED, "48 hours");
}

static gint64
get_left_s (FakeHouse *house, const char *line, gint64 id, KontorChange change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorSaid) said = kontor_messages_get (house->store, id, &error);
  gint64 until_us = kontor_change_get_until_us (house->store, kontor_channel_get_pacing (line),
                                                said, change);

  g_assert_no_error (error);

  return until_us != 0 ? (until_us - kontor_clock_now_us ()) / G_USEC_PER_SEC : 0;
}

static void
test_until (FakeHouse *house, gconstpointer data)
{
  gint64 first = say (house, "At ten."), second;
  g_autoptr(GError) error = NULL;

  fake_house_later (60);
  second = change (house, &edit, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_left_s (house, "fake", first, KONTOR_CHANGE_EDIT), ==, 14 * 60);
  g_assert_cmpint (get_left_s (house, "fake", second, KONTOR_CHANGE_EDIT), ==, 14 * 60);
  g_assert_cmpint (get_left_s (house, "fake-strict", first, KONTOR_CHANGE_EDIT), ==, 0);
  fake_house_later (14 * 60 + 1);
  g_assert_cmpint (get_left_s (house, "fake", second, KONTOR_CHANGE_EDIT), ==, 0);
  g_assert_cmpint (get_left_s (house, "fake", second, KONTOR_CHANGE_TAKE_BACK), ==,
                   48 * 3600 - 15 * 60 - 1);
  change (house, &take_back, second, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_left_s (house, "fake", first, KONTOR_CHANGE_TAKE_BACK), ==, 0);
  g_assert_cmpint (get_left_s (house, "fake", second, KONTOR_CHANGE_TAKE_BACK), ==, 0);
}

static void
test_ours (FakeHouse *house, gconstpointer data)
{
  gint64 failed;

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Call me");
  fake_house_settle ();
  assert_refused (house, &edit, 1, KONTOR_ERROR_NOT_ALLOWED, "sent from here");
  assert_refused (house, &take_back, 1, KONTOR_ERROR_NOT_ALLOWED, "sent from here");
  assert_refused (house, &take_back, 0, KONTOR_ERROR_BAD_INPUT, "which message");
  assert_refused (house, &take_back, 99, KONTOR_ERROR_NOT_FOUND, "no message 99");
  fake_channel_decide (house->line, FAKE_REFUSED);
  failed = say (house, "Hello");
  assert_refused (house, &take_back, failed, KONTOR_ERROR_NOT_ALLOWED, "sent from here");
}

static void
test_later (FakeHouse *house, gconstpointer data)
{
  KontorDraft later = edit;

  later.due_at_us = kontor_clock_now_us () + G_TIME_SPAN_HOUR;
  assert_refused (house, &later, say (house, "At ten."), KONTOR_ERROR_BAD_INPUT, "not later");
}

static void
test_cannot (FakeHouse *house, gconstpointer data)
{
  gint64 first;

  fake_channel_hear (house->line, "a", FAKE_ANA, NULL, "Call me");
  fake_house_settle ();
  first = say (house, "At ten.");
  assert_refused (house, &edit, first, KONTOR_ERROR_NOT_ALLOWED, "on this line");
  assert_refused (house, &take_back, first, KONTOR_ERROR_NOT_ALLOWED, "on this line");
}

int
main (int argc, char **argv)
{
  static const FakeCase cases[] = {
    { "/change/a-text-is-changed-and-taken-back-as-it-was-first-said", test_changes },
    { "/change/a-quarter-of-an-hour-for-an-edit-and-two-days-to-take-back", test_times },
    { "/change/it-is-told-until-when-what-may-be-done", test_until },
    { "/change/only-what-was-sent-from-here", test_ours },
    { "/change/never-later", test_later },
    { "/change/a-line-that-cannot-says-so", test_cannot, "fake-strict" },
    { NULL }
  };

  return fake_house_run (argc, argv, cases);
}
