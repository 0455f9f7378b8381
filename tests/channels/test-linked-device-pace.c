/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a linked device says. */
#include "channels/linked-device-pace.h"

#define NOON_US ((gint64) 20000 * G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR)

static const KontorLinkedLimits usual = {
  .a_minute = 20, .contact_a_minute = 12, .a_day = 1000, .warm_up_days = 10, .strangers_a_day = 3,
};

typedef struct {
  KontorLinkedDay  day;
  KontorLinkedBeat line, contact;
  gint64           wait_us;
} Said;

static KontorLinkedVerdict
say (Said *said, gboolean is_stranger, gint64 now_us)
{
  return kontor_linked_pace (&usual, &said->day, &said->line, &said->contact, is_stranger, now_us,
                             &said->wait_us);
}

static void
test_five_may_follow_one_another_and_then_one_waits (void)
{
  Said said = { 0 };

  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (say (&said, FALSE, NOON_US), ==, KONTOR_LINKED_MAY);
  g_assert_cmpint (say (&said, FALSE, NOON_US), ==, KONTOR_LINKED_CONTACT_FAST);
  g_assert_cmpint (said.wait_us, ==, 5 * G_USEC_PER_SEC);
  g_assert_cmpint (say (&said, FALSE, NOON_US + said.wait_us), ==, KONTOR_LINKED_MAY);
}

static void
test_the_number_has_a_limit_over_all_contacts (void)
{
  Said said = { 0 };

  for (guint i = 0; i < 5; i++)
    {
      said.contact.next_us = 0;
      g_assert_cmpint (say (&said, FALSE, NOON_US), ==, KONTOR_LINKED_MAY);
    }
  said.contact.next_us = 0;
  g_assert_cmpint (say (&said, FALSE, NOON_US), ==, KONTOR_LINKED_LINE_FAST);
}

static void
test_strangers_are_written_to_a_few_a_day_and_others_all_the_same (void)
{
  Said said = { 0 };
  gint64 at_us = NOON_US;

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (say (&said, TRUE, at_us += G_TIME_SPAN_MINUTE), ==, KONTOR_LINKED_MAY);
  at_us += G_TIME_SPAN_MINUTE;
  g_assert_cmpint (say (&said, TRUE, at_us), ==, KONTOR_LINKED_STRANGERS_FULL);
  g_assert_cmpint (say (&said, FALSE, at_us), ==, KONTOR_LINKED_MAY);
  g_assert_cmpint (say (&said, TRUE, at_us + said.wait_us + G_TIME_SPAN_DAY), ==,
                   KONTOR_LINKED_MAY);
}

static void
test_a_new_number_says_little_and_more_each_day (void)
{
  KontorLinkedDay day = { 0 };
  guint last = 0;

  g_assert_cmpuint (kontor_linked_budget (&usual, &day, NOON_US), ==, 50);
  day.first_day = NOON_US / G_TIME_SPAN_DAY;
  for (guint age = 0; age < 10; age++)
    {
      guint budget = kontor_linked_budget (&usual, &day, NOON_US + age * G_TIME_SPAN_DAY);

      g_assert_cmpuint (budget, >, last);
      last = budget;
    }
  g_assert_cmpuint (kontor_linked_budget (&usual, &day, NOON_US + 10 * G_TIME_SPAN_DAY), ==, 1000);
}

static void
test_a_full_day_ends_at_midnight (void)
{
  Said said = { .day = { NOON_US / G_TIME_SPAN_DAY, NOON_US / G_TIME_SPAN_DAY, 50, 0 } };

  g_assert_cmpint (say (&said, FALSE, NOON_US), ==, KONTOR_LINKED_DAY_FULL);
  g_assert_cmpint (said.wait_us, ==, 12 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (say (&said, FALSE, NOON_US + said.wait_us), ==, KONTOR_LINKED_MAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/channels/linked-device-pace/five-may-follow-one-another-and-then-one-waits",
                   test_five_may_follow_one_another_and_then_one_waits);
  g_test_add_func ("/channels/linked-device-pace/the-number-has-a-limit-over-all-contacts",
                   test_the_number_has_a_limit_over_all_contacts);
  g_test_add_func ("/channels/linked-device-pace/strangers-are-written-to-a-few-a-day",
                   test_strangers_are_written_to_a_few_a_day_and_others_all_the_same);
  g_test_add_func ("/channels/linked-device-pace/a-new-number-says-little-and-more-each-day",
                   test_a_new_number_says_little_and_more_each_day);
  g_test_add_func ("/channels/linked-device-pace/a-full-day-ends-at-midnight",
                   test_a_full_day_ends_at_midnight);

  return g_test_run ();
}
