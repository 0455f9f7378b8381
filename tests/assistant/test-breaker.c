/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a provider that failed may be tried again. */
#include "assistant/models/breaker.h"

#define S G_USEC_PER_SEC
#define T0 (G_GINT64_CONSTANT (1000) * S)

static void
fail_times (KontorBreaker *breaker, guint times, gint64 now_us)
{
  for (guint i = 0; i < times; i++)
    {
      kontor_breaker_begin (breaker);
      kontor_breaker_fail (breaker, now_us, 0);
    }
}

static void
rests_until (const KontorBreaker *breaker, gint64 at_us)
{
  g_assert_false (kontor_breaker_may_try (breaker, at_us - 1));
  g_assert_true (kontor_breaker_may_try (breaker, at_us));
}

static void
test_what_never_failed_may_be_tried (void)
{
  const KontorBreaker breaker = { 0 };

  g_assert_true (kontor_breaker_may_try (&breaker, 0));
}

static void
test_a_failure_makes_it_rest_for_a_moment (void)
{
  KontorBreaker breaker = { 0 };

  fail_times (&breaker, 1, T0);
  rests_until (&breaker, T0 + S / 2);
  fail_times (&breaker, 1, T0 + S);
  rests_until (&breaker, T0 + 2 * S);
}

static void
test_it_rests_as_long_as_the_vendor_says (void)
{
  static const struct { guint failures; gint64 wait_ms, rest_us; } all[] = {
    { 0, 20, 20 * 1000 }, { 0, 17000, 17 * S }, { 2, 20, 30 * S }, { 2, 90000, 90 * S },
    { 0, G_MAXINT64, 24 * 3600 * (gint64) S }, { 0, -5, S / 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      KontorBreaker breaker = { .failures = all[i].failures };

      kontor_breaker_fail (&breaker, T0, all[i].wait_ms);
      rests_until (&breaker, T0 + all[i].rest_us);
    }
}

static void
test_after_three_in_a_row_it_lets_one_question_through (void)
{
  KontorBreaker breaker = { 0 };

  fail_times (&breaker, 3, T0);
  rests_until (&breaker, T0 + 30 * S);
  kontor_breaker_begin (&breaker);
  g_assert_false (kontor_breaker_may_try (&breaker, T0 + 40 * S));
  kontor_breaker_succeed (&breaker);
  g_assert_true (kontor_breaker_may_try (&breaker, T0 + 40 * S));
  fail_times (&breaker, 1, T0 + 40 * S);
  rests_until (&breaker, T0 + 40 * S + S / 2);
}

static void
test_each_long_rest_is_twice_the_last_up_to_ten_minutes (void)
{
  static const int rests_s[] = { 30, 60, 120, 240, 480, 600, 600 };
  KontorBreaker breaker = { 0 };

  fail_times (&breaker, 2, T0);
  for (guint i = 0; i < G_N_ELEMENTS (rests_s); i++)
    {
      gint64 now_us = T0 + (i + 1) * 10000 * (gint64) S;

      fail_times (&breaker, 1, now_us);
      rests_until (&breaker, now_us + rests_s[i] * (gint64) S);
    }
}

static void
test_where_the_vendor_says_stop_it_rests_for_an_hour (void)
{
  KontorBreaker breaker = { 0 };

  kontor_breaker_begin (&breaker);
  kontor_breaker_stop (&breaker, T0);
  rests_until (&breaker, T0 + 3600 * (gint64) S);
}

static void
test_a_question_that_was_left_proves_nothing (void)
{
  KontorBreaker breaker = { 0 };

  fail_times (&breaker, 3, T0);
  kontor_breaker_begin (&breaker);
  kontor_breaker_leave (&breaker);
  rests_until (&breaker, T0 + 30 * S);
  g_assert_cmpuint (breaker.failures, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/breaker/what-never-failed-may-be-tried",
                   test_what_never_failed_may_be_tried);
  g_test_add_func ("/breaker/a-failure-makes-it-rest-for-a-moment",
                   test_a_failure_makes_it_rest_for_a_moment);
  g_test_add_func ("/breaker/it-rests-as-long-as-the-vendor-says",
                   test_it_rests_as_long_as_the_vendor_says);
  g_test_add_func ("/breaker/after-three-in-a-row-it-lets-one-question-through",
                   test_after_three_in_a_row_it_lets_one_question_through);
  g_test_add_func ("/breaker/each-long-rest-is-twice-the-last-up-to-ten-minutes",
                   test_each_long_rest_is_twice_the_last_up_to_ten_minutes);
  g_test_add_func ("/breaker/where-the-vendor-says-stop-it-rests-for-an-hour",
                   test_where_the_vendor_says_stop_it_rests_for_an_hour);
  g_test_add_func ("/breaker/a-question-that-was-left-proves-nothing",
                   test_a_question_that_was_left_proves_nothing);

  return g_test_run ();
}
