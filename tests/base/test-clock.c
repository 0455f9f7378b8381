/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/clock.h"

#define NOON_US (G_GINT64_CONSTANT (1795262400) * G_USEC_PER_SEC)

typedef struct {
  guint calls;
  gint64 seen_us;
  guint drop;       /* unwatched when told */
  guint *drop_self; /* where the id to drop is, when it is not known before */
} Seen;

static void
on_moved (gpointer data)
{
  Seen *seen = data;

  seen->calls++;
  seen->seen_us = kontor_clock_now_us ();
  if (seen->drop != 0)
    kontor_clock_unwatch (seen->drop);
  if (seen->drop_self != NULL)
    kontor_clock_unwatch (*seen->drop_self);
}

static void
on_moved_watch_again (gpointer data)
{
  kontor_clock_watch (on_moved, data);
}

static void
on_moved_move_once (gpointer data)
{
  Seen *seen = data;

  if (seen->calls++ == 0)
    kontor_clock_advance_us (1);
}

static void
test_real (void)
{
  const gint64 before = g_get_real_time ();
  gint64 now;

  kontor_clock_reset ();
  now = kontor_clock_now_us ();

  g_assert_false (kontor_clock_is_set ());
  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time ());
}

static void
test_set (void)
{
  kontor_clock_set_us (NOON_US);
  g_assert_true (kontor_clock_is_set ());
  g_assert_cmpint (kontor_clock_now_us (), ==, NOON_US);
  g_assert_cmpint (kontor_clock_now_us (), ==, NOON_US);

  kontor_clock_advance_us (90 * G_USEC_PER_SEC);
  g_assert_cmpint (kontor_clock_now_us (), ==, NOON_US + 90 * G_USEC_PER_SEC);

  kontor_clock_advance_us (-G_USEC_PER_SEC);
  g_assert_cmpint (kontor_clock_now_us (), ==, NOON_US + 89 * G_USEC_PER_SEC);

  kontor_clock_reset ();
}

static void
test_advance_unset (void)
{
  const gint64 before = g_get_real_time ();
  gint64 now;

  kontor_clock_advance_us (G_TIME_SPAN_HOUR);
  now = kontor_clock_now_us ();

  g_assert_true (kontor_clock_is_set ());
  g_assert_cmpint (now, >=, before + G_TIME_SPAN_HOUR);
  g_assert_cmpint (now, ==, kontor_clock_now_us ());

  kontor_clock_reset ();
}

static void
test_watch (void)
{
  Seen seen = { 0 };
  guint id = kontor_clock_watch (on_moved, &seen);

  g_assert_cmpuint (id, !=, 0);
  kontor_clock_set_us (NOON_US);
  kontor_clock_advance_us (5);
  g_assert_cmpuint (seen.calls, ==, 2);
  g_assert_cmpint (seen.seen_us, ==, NOON_US + 5);

  kontor_clock_reset ();
  g_assert_cmpuint (seen.calls, ==, 3);

  kontor_clock_unwatch (id);
  kontor_clock_set_us (NOON_US);
  g_assert_cmpuint (seen.calls, ==, 3);

  kontor_clock_reset ();
}

static void
test_unwatch_while_told (void)
{
  Seen first = { 0 }, second = { 0 }, third = { 0 };
  guint first_id = kontor_clock_watch (on_moved, &first);
  guint second_id = kontor_clock_watch (on_moved, &second);
  guint third_id = kontor_clock_watch (on_moved, &third);

  first.drop_self = &first_id;
  first.drop = second_id;
  kontor_clock_set_us (NOON_US);
  kontor_clock_advance_us (1);

  g_assert_cmpuint (first.calls, ==, 1);
  g_assert_cmpuint (second.calls, ==, 0);
  g_assert_cmpuint (third.calls, ==, 2);

  kontor_clock_unwatch (third_id);
  kontor_clock_unwatch (third_id);
  kontor_clock_reset ();
}

static void
test_watch_while_told (void)
{
  Seen late = { 0 };
  guint id = kontor_clock_watch (on_moved_watch_again, &late);

  kontor_clock_set_us (NOON_US);
  g_assert_cmpuint (late.calls, ==, 0);
  kontor_clock_unwatch (id);
  kontor_clock_advance_us (1);
  g_assert_cmpuint (late.calls, ==, 1);

  kontor_clock_unwatch (id + 1);
  kontor_clock_reset ();
}

static void
test_move_while_told (void)
{
  Seen mover = { 0 }, after = { 0 };
  guint mover_id = kontor_clock_watch (on_moved_move_once, &mover);
  guint after_id = kontor_clock_watch (on_moved, &after);

  kontor_clock_set_us (NOON_US);
  g_assert_cmpuint (mover.calls, ==, 2);
  g_assert_cmpint (after.seen_us, ==, NOON_US + 1);

  kontor_clock_unwatch (mover_id);
  kontor_clock_unwatch (after_id);
  kontor_clock_reset ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/not-set-is-the-real-time", test_real);
  g_test_add_func ("/clock/set-stands-still-until-moved", test_set);
  g_test_add_func ("/clock/advancing-starts-from-the-real-time", test_advance_unset);
  g_test_add_func ("/clock/watchers-are-told-of-every-move", test_watch);
  g_test_add_func ("/clock/a-watcher-may-leave-while-told", test_unwatch_while_told);
  g_test_add_func ("/clock/who-comes-while-told-hears-the-next-move", test_watch_while_told);
  g_test_add_func ("/clock/a-watcher-may-move-the-clock", test_move_while_told);

  return g_test_run ();
}
