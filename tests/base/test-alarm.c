/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/alarm.h"

#include "base/clock.h"

static GString *heard;
static guint other;

static void
on_alarm (gpointer data)
{
  g_string_append (heard, data);
}

static void
on_alarm_that_acts (gpointer data)
{
  on_alarm (data);
  kontor_alarm_clear (&other);
  kontor_alarm_set (10, on_alarm, (gpointer) "later ");
}

static void
set_up (void)
{
  heard = g_string_new (NULL);
  kontor_clock_set_us (1000);
}

static void
tear_down (void)
{
  g_string_free (heard, TRUE);
  kontor_clock_reset ();
}

static void
test_alarms_go_off_in_order_when_the_clock_is_moved (void)
{
  set_up ();
  kontor_alarm_set (20, on_alarm, (gpointer) "second ");
  kontor_alarm_set (10, on_alarm, (gpointer) "first ");
  kontor_clock_advance_us (9);
  g_assert_cmpstr (heard->str, ==, "");
  kontor_clock_advance_us (100);
  g_assert_cmpstr (heard->str, ==, "first second ");
  kontor_clock_advance_us (100);
  g_assert_cmpstr (heard->str, ==, "first second ");
  tear_down ();
}

static void
test_one_may_clear_and_set_others (void)
{
  set_up ();
  kontor_alarm_set (10, on_alarm_that_acts, (gpointer) "first ");
  other = kontor_alarm_set (10, on_alarm, (gpointer) "never ");
  kontor_clock_advance_us (10);
  g_assert_cmpstr (heard->str, ==, "first ");
  g_assert_cmpuint (other, ==, 0);
  kontor_clock_advance_us (10);
  g_assert_cmpstr (heard->str, ==, "first later ");
  tear_down ();
}

static void
on_real_alarm (gpointer loop)
{
  g_main_loop_quit (loop);
}

static void
test_the_real_clock_goes_by_itself (void)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  kontor_alarm_set (1000, on_real_alarm, loop);
  g_main_loop_run (loop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alarm/alarms-go-off-in-order-when-the-clock-is-moved",
                   test_alarms_go_off_in_order_when_the_clock_is_moved);
  g_test_add_func ("/alarm/one-may-clear-and-set-others", test_one_may_clear_and_set_others);
  g_test_add_func ("/alarm/the-real-clock-goes-by-itself", test_the_real_clock_goes_by_itself);

  return g_test_run ();
}
