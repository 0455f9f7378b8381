/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/hours.h"

#include "model/error.h"

static KontorWallTime
at (const char *text)
{
  KontorWallTime wall;

  g_assert_true (kontor_wall_time_parse (text, &wall, NULL));
  return wall;
}

static KontorHours *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  KontorHours *hours = kontor_hours_parse (text, &error);

  g_assert_no_error (error);
  return hours;
}

static gboolean
is_open (const char *text, const char *when)
{
  g_autoptr(KontorHours) hours = parse (text);
  KontorWallTime wall = at (when);

  return kontor_hours_is_open (hours, &wall);
}

static void
check_day (const char *text, const char *day, const char *expected)
{
  g_autoptr(KontorHours) hours = parse (text);
  g_autofree char *got = NULL;
  KontorWallTime wall;

  g_assert_true (kontor_wall_date_parse (day, &wall, NULL));
  got = kontor_hours_describe (hours, &wall);
  g_assert_cmpstr (got, ==, expected);
  g_assert_cmpint (kontor_hours_is_closed_on (hours, &wall), ==, g_str_equal (expected, "closed"));
}

/* 2026-11-20 is a Friday. */
static void
test_a_week_opens_and_closes_on_time (void)
{
  const char *week = "Mo-Fr 09:00-18:00; Sa 10:00-14:00; Su off; 2026-12-25 off";

  g_assert_false (is_open (week, "2026-11-20T08:59"));
  g_assert_true (is_open (week, "2026-11-20T09:00"));
  g_assert_true (is_open (week, "2026-11-20T17:59"));
  g_assert_false (is_open (week, "2026-11-20T18:00"));
  g_assert_false (is_open (week, "2026-11-21T09:30"));
  g_assert_true (is_open (week, "2026-11-21T10:00"));
  g_assert_false (is_open (week, "2026-11-22T12:00"));
  g_assert_true (is_open (week, "2026-12-24T12:00"));
  g_assert_false (is_open (week, "2026-12-25T12:00"));
  g_assert_true (is_open (week, "2028-12-25T12:00"));
}

static void
test_always_is_always (void)
{
  g_assert_true (is_open ("24/7", "2026-11-22T00:00"));
  g_assert_true (is_open ("24/7", "2026-11-22T23:59"));
  g_assert_true (is_open ("24/7; 2026-11-23 off", "2026-11-22T23:59"));
  g_assert_false (is_open ("24/7; 2026-11-23 off", "2026-11-23T00:00"));
}

static void
test_a_night_belongs_to_the_day_it_began (void)
{
  const char *bar = "Fr 18:00-02:00; Sa off";

  g_assert_false (is_open (bar, "2026-11-20T01:00"));
  g_assert_true (is_open (bar, "2026-11-20T18:00"));
  g_assert_true (is_open (bar, "2026-11-21T01:59"));
  g_assert_false (is_open (bar, "2026-11-21T02:00"));
  g_assert_true (is_open ("Fr 18:00-26:00", "2026-11-21T01:59"));
  g_assert_true (is_open ("2026-12-31 20:00-04:00", "2027-01-01T03:59"));
}

static void
test_a_day_is_described (void)
{
  check_day ("Mo-Fr 09:00-18:00", "2026-11-20", "09:00–18:00");
  check_day ("Mo-Fr 09:00-18:00", "2026-11-21", "closed");
  check_day ("Mo-Fr 14:00-18:00,09:00-12:00", "2026-11-20", "09:00–12:00, 14:00–18:00");
  check_day ("Fr,Sa 18:00-02:00", "2026-11-20", "18:00–02:00");
  check_day ("24/7", "2026-11-20", "00:00–24:00");
  check_day ("9:00-18:00", "2026-11-22", "09:00–18:00");
  check_day ("off", "2026-11-22", "closed");
}

static void
test_days_are_written_in_many_ways (void)
{
  check_day ("Sa-Mo 09:00-10:00", "2026-11-22", "09:00–10:00");
  check_day ("Sa-Mo 09:00-10:00", "2026-11-24", "closed");
  check_day ("mon – fri 9:00 – 18:00 ;", "2026-11-20", "09:00–18:00");
  check_day ("Monday, Friday 09:00-18:00", "2026-11-20", "09:00–18:00");
  check_day ("24/7; Dec 24-26 off", "2027-12-25", "closed");
  check_day ("24/7; Dec 24-26 off", "2027-12-27", "00:00–24:00");
  check_day ("24/7; Dec 24 - Jan 02 off", "2027-01-02", "closed");
  check_day ("24/7; Dec 24 - Jan 02 off", "2027-01-03", "00:00–24:00");
  check_day ("24/7; December 25,26, Jan 1 off", "2027-01-01", "closed");
  check_day ("24/7; December 25,26, Jan 1 off", "2026-12-26", "closed");
  check_day ("24/7; 2026-12-24 - 2027-01-02 closed", "2026-12-31", "closed");
  check_day ("24/7; 2026-12-24 - 2027-01-02 closed", "2027-12-31", "00:00–24:00");
  check_day ("Jul-Aug Mo 10:00-12:00", "2027-07-05", "10:00–12:00");
  check_day ("Jul-Aug Mo 10:00-12:00", "2027-07-06", "closed");
  check_day ("Jul-Aug Mo 10:00-12:00", "2027-09-06", "closed");
  check_day ("Nov-Feb 10:00-12:00", "2027-01-31", "10:00–12:00");
  check_day ("Nov 10:00-12:00", "2026-11-30", "10:00–12:00");
  check_day ("24/7; Feb 29 off", "2028-02-29", "closed");
}

static gboolean
covers (const char *text, const char *start, int duration_min)
{
  g_autoptr(KontorHours) hours = parse (text);
  KontorWallTime wall = at (start);

  return kontor_hours_covers (hours, &wall, duration_min);
}

static void
test_a_service_must_end_before_closing (void)
{
  const char *week = "Mo-Fr 09:00-12:00,14:00-18:00";

  g_assert_true (covers (week, "2026-11-20T09:00", 180));
  g_assert_false (covers (week, "2026-11-20T09:00", 181));
  g_assert_false (covers (week, "2026-11-20T11:30", 180));
  g_assert_false (covers (week, "2026-11-20T12:00", 0));
  g_assert_true (covers (week, "2026-11-20T11:59", 0));
  g_assert_false (covers (week, "2026-11-20T10:00", -1));
  g_assert_true (covers ("Fr 18:00-02:00", "2026-11-20T23:00", 180));
  g_assert_false (covers ("Fr 18:00-02:00", "2026-11-20T23:00", 181));
  g_assert_true (covers ("24/7", "2026-11-20T23:00", 3 * 24 * 60));
  g_assert_false (covers ("24/7; Su off", "2026-11-20T23:00", 3 * 24 * 60));
  g_assert_true (covers ("09:00-12:00,11:00-14:00", "2026-11-20T09:00", 300));
  g_assert_false (covers ("24/7", "2026-11-20T23:00", G_MAXINT));
}

static void
check_next (const char *text, const char *from, const char *expected)
{
  g_autoptr(KontorHours) hours = parse (text);
  KontorWallTime start = at (from), opening;
  gboolean found = kontor_hours_next_opening (hours, &start, &opening);
  g_autofree char *got = found ? kontor_wall_time_format (&opening) : NULL;

  g_assert_cmpstr (got, ==, expected);
}

static void
test_the_next_opening_is_found (void)
{
  const char *week = "Mo-Fr 09:00-12:00,14:00-18:00; 2026-11-23 off";

  check_next (week, "2026-11-20T08:00", "2026-11-20T09:00");
  check_next (week, "2026-11-20T10:30", "2026-11-20T10:30");
  check_next (week, "2026-11-20T12:00", "2026-11-20T14:00");
  check_next (week, "2026-11-20T18:00", "2026-11-24T09:00");
  check_next ("Fr 18:00-02:00", "2026-11-21T01:00", "2026-11-21T01:00");
  check_next ("Fr 18:00-02:00", "2026-11-21T02:00", "2026-11-27T18:00");
  check_next ("Nov 19 10:00-11:00", "2026-11-19T11:00", "2027-11-19T10:00");
  check_next ("off", "2026-11-20T08:00", NULL);
  check_next ("2020-01-01 10:00-11:00", "2026-11-20T08:00", NULL);
  check_next ("off", "9999-12-31T08:00", NULL);
}

static void
test_what_is_not_understood_is_named (void)
{
  const struct { const char *text; const char *part; } wrong[] = {
    { NULL, "“”" },
    { "", "“”" },
    { ";", "“”" },
    { "Mo-Fr", "“Mo-Fr”" },
    { "Mo-Fr 09:00", "“09:00”" },
    { "Mo-Fr 09:00-18:00; Xx 10:00-14:00", "“Xx 10:00-14:00”" },
    { "Mo-Fr 09:00-18:00; PH off", "“PH off”" },
    { "Mo-Fr 09:00-25:60", "“09:00-25:60”" },
    { "Mo-Fr 24:00-25:00", "“24:00-25:00”" },
    { "Mo-Fr 09:00-09:00", "“09:00-09:00”" },
    { "Mo-Fr 09:00-34:00", "“09:00-34:00”" },
    { "Mo-Fr 09:00-12:00,14:00", "“14:00”" },
    { "Mo-Fr 09:00-12:00, We 14:00-18:00", "“We 14:00-18:00”" },
    { "Mo-Fr 9-18", "“9-18”" },
    { "Mo-Fr 09:00+", "“09:00+”" },
    { "Mo-Fr 09:00-18:00 or so", "“or so”" },
    { "2026-02-31 off", "“2026-02-31 off”" },
    { "Feb 30 off", "“Feb 30 off”" },
    { "2027-01-02 - 2026-12-24 off", "“2027-01-02-2026-12-24 off”" },
    { "Mo-Fr 09:00-18:00;; Sa off", "“”" },
    { "sunrise-sunset", "“sunrise-sunset”" },
    { "\xff", "“”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorHours) hours = kontor_hours_parse (wrong[i].text, &error);

      g_test_message ("wrong text %u", i);
      g_assert_null (hours);
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      g_assert_true (g_str_has_prefix (error->message, wrong[i].part));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hours/a-week-opens-and-closes-on-time", test_a_week_opens_and_closes_on_time);
  g_test_add_func ("/hours/always-is-always", test_always_is_always);
  g_test_add_func ("/hours/a-night-belongs-to-the-day-it-began",
                   test_a_night_belongs_to_the_day_it_began);
  g_test_add_func ("/hours/a-day-is-described", test_a_day_is_described);
  g_test_add_func ("/hours/days-are-written-in-many-ways", test_days_are_written_in_many_ways);
  g_test_add_func ("/hours/a-service-must-end-before-closing",
                   test_a_service_must_end_before_closing);
  g_test_add_func ("/hours/the-next-opening-is-found", test_the_next_opening_is_found);
  g_test_add_func ("/hours/what-is-not-understood-is-named", test_what_is_not_understood_is_named);

  return g_test_run ();
}
