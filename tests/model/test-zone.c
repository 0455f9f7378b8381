/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/zone.h"

#include "model/error.h"

typedef struct {
  const char *zone;
  const char *wall;
  KontorZoneFit fit;
  const char *instant;  /* in a gap: the moment of the change */
} Moment;

static const Moment moments[] = {
  { "Europe/Berlin", "2026-10-25T01:59", KONTOR_ZONE_FINE, "2026-10-24T23:59:00Z" },
  { "Europe/Berlin", "2026-10-25T02:00", KONTOR_ZONE_TWICE, "2026-10-25T00:00:00Z" },
  { "Europe/Berlin", "2026-10-25T02:59", KONTOR_ZONE_TWICE, "2026-10-25T00:59:00Z" },
  { "Europe/Berlin", "2026-10-25T03:00", KONTOR_ZONE_FINE, "2026-10-25T02:00:00Z" },
  { "Europe/Berlin", "2026-10-25T09:00", KONTOR_ZONE_FINE, "2026-10-25T08:00:00Z" },
  { "Europe/Berlin", "2026-10-24T09:00", KONTOR_ZONE_FINE, "2026-10-24T07:00:00Z" },
  { "Europe/Berlin", "2027-03-28T01:59", KONTOR_ZONE_FINE, "2027-03-28T00:59:00Z" },
  { "Europe/Berlin", "2027-03-28T02:00", KONTOR_ZONE_GAP, "2027-03-28T01:00:00Z" },
  { "Europe/Berlin", "2027-03-28T02:30", KONTOR_ZONE_GAP, "2027-03-28T01:00:00Z" },
  { "Europe/Berlin", "2027-03-28T02:59", KONTOR_ZONE_GAP, "2027-03-28T01:00:00Z" },
  { "Europe/Berlin", "2027-03-28T03:00", KONTOR_ZONE_FINE, "2027-03-28T01:00:00Z" },
  { "Europe/Berlin", "2051-07-01T12:00", KONTOR_ZONE_FINE, "2051-07-01T10:00:00Z" },
  { "America/New_York", "2026-11-01T00:59", KONTOR_ZONE_FINE, "2026-11-01T04:59:00Z" },
  { "America/New_York", "2026-11-01T01:30", KONTOR_ZONE_TWICE, "2026-11-01T05:30:00Z" },
  { "America/New_York", "2026-11-01T02:00", KONTOR_ZONE_FINE, "2026-11-01T07:00:00Z" },
  { "America/New_York", "2027-03-14T02:30", KONTOR_ZONE_GAP, "2027-03-14T07:00:00Z" },
  { "America/New_York", "2027-03-14T03:00", KONTOR_ZONE_FINE, "2027-03-14T07:00:00Z" },
  { "Asia/Dubai", "2026-11-21T09:00", KONTOR_ZONE_FINE, "2026-11-21T05:00:00Z" },
  { "Asia/Dubai", "2026-10-25T02:30", KONTOR_ZONE_FINE, "2026-10-24T22:30:00Z" },
  { "Asia/Kolkata", "2027-03-28T02:30", KONTOR_ZONE_FINE, "2027-03-27T21:00:00Z" },
  { "Asia/Kolkata", "2026-01-01T00:00", KONTOR_ZONE_FINE, "2025-12-31T18:30:00Z" },
  { "Australia/Lord_Howe", "2026-10-04T01:59", KONTOR_ZONE_FINE, "2026-10-03T15:29:00Z" },
  { "Australia/Lord_Howe", "2026-10-04T02:10", KONTOR_ZONE_GAP, "2026-10-03T15:30:00Z" },
  { "Australia/Lord_Howe", "2026-10-04T02:30", KONTOR_ZONE_FINE, "2026-10-03T15:30:00Z" },
  { "Australia/Lord_Howe", "2027-04-04T01:30", KONTOR_ZONE_TWICE, "2027-04-03T14:30:00Z" },
  { "Australia/Lord_Howe", "2027-04-04T01:29", KONTOR_ZONE_FINE, "2027-04-03T14:29:00Z" },
  { "Australia/Lord_Howe", "2027-04-04T02:00", KONTOR_ZONE_FINE, "2027-04-03T15:30:00Z" },
  { "Pacific/Apia", "2011-12-30T12:00", KONTOR_ZONE_GAP, "2011-12-30T10:00:00Z" },
  { "Etc/GMT+5", "2026-07-01T00:00", KONTOR_ZONE_FINE, "2026-07-01T05:00:00Z" },
  { "UTC", "1969-12-31T23:59", KONTOR_ZONE_FINE, "1969-12-31T23:59:00Z" },
};

static void
test_moment (gconstpointer data)
{
  const Moment *moment = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = kontor_zone_find (moment->zone, &error);
  g_autoptr(GDateTime) expected = g_date_time_new_from_iso8601 (moment->instant, NULL);
  g_autoptr(GDateTime) got = NULL;
  g_autofree char *instant = NULL;
  KontorZoneFit fit = -1;
  KontorWallTime wall, back;
  gint64 instant_us = -1;
  gboolean exists;

  g_assert_no_error (error);
  g_assert_true (kontor_wall_time_parse (moment->wall, &wall, &error));
  exists = kontor_zone_to_instant (&wall, zone, &fit, &instant_us);
  g_assert_cmpint (exists, ==, moment->fit != KONTOR_ZONE_GAP);
  g_assert_cmpint (fit, ==, moment->fit);
  g_assert_cmpint (instant_us, ==, g_date_time_to_unix (expected) * G_USEC_PER_SEC);

  g_assert_true (kontor_zone_from_instant (instant_us, zone, &back));
  if (exists)
    g_assert_cmpint (kontor_wall_time_compare (&wall, &back), ==, 0);
  else
    g_assert_cmpint (kontor_wall_time_compare (&wall, &back), <, 0);
}

static void
test_every_hour_of_two_years_comes_back (void)
{
  const char * const names[] = { "Europe/Berlin", "America/New_York", "Asia/Dubai",
                                 "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu" };
  const gint64 half_hour_us = 30 * 60 * G_USEC_PER_SEC;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GTimeZone) zone = kontor_zone_find (names[i], NULL);
      gint64 start_us = G_GINT64_CONSTANT (1767225600) * G_USEC_PER_SEC;

      for (gint64 at_us = start_us; at_us < start_us + 2 * 365 * 48 * half_hour_us;
           at_us += half_hour_us)
        {
          KontorWallTime wall;
          KontorZoneFit fit;
          gint64 back_us;

          g_assert_true (kontor_zone_from_instant (at_us, zone, &wall));
          g_assert_true (kontor_zone_to_instant (&wall, zone, &fit, &back_us));
          if (fit == KONTOR_ZONE_FINE || back_us == at_us)
            g_assert_cmpint (back_us, ==, at_us);
          else
            g_assert_cmpint (back_us, <, at_us);
        }
    }
}

static void
test_an_unknown_zone_is_refused (void)
{
  const char * const wrong[] = {
    NULL, "", "Europe/Belrin", "europe/berlin", "Mars/Olympus", "+02:00", "02", "Z", "XYZ3",
    "EST5EDT,M3.2.0,M11.1.0", "/etc/localtime", "../zoneinfo/Europe/Berlin", "Europe", "zone.tab",
    "Europe/Berlin ", "Berlin", "Europe/", "Foo/Bar3", "XYZ", "ABC-3", "Foo/",
  };
  const char * const right[] = { "UTC", "GMT", "Etc/GMT+5", "EST5EDT", "America/Port-au-Prince",
                                 "America/Argentina/Buenos_Aires", "GB-Eire", "Japan" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GTimeZone) zone = kontor_zone_find (wrong[i], &error);

      g_test_message ("%s", wrong[i]);
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      g_assert_null (zone);
    }
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GTimeZone) zone = kontor_zone_find (right[i], &error);

      g_test_message ("%s", right[i]);
      g_assert_no_error (error);
      g_assert_nonnull (zone);
    }
}

static void
test_what_is_not_on_the_calendar_is_refused (void)
{
  const char * const wrong[] = {
    NULL, "", "2026-02-31T09:00", "2026-02-29T09:00", "2100-02-29T09:00", "2026-13-01T09:00",
    "2026-00-10T09:00", "2026-11-00T09:00", "2026-11-21T24:00", "2026-11-21T09:60",
    "0000-01-01T09:00", "2026-11-21", "2026-11-21T9:00", "2026-11-21T09:00:00", "2026-11-21x09:00",
    "2026-11-21T09:00Z", " 2026-11-21T09:00", "2026-1١-21T09:00", "-026-11-21T09:00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      KontorWallTime wall;

      g_test_message ("%s", wrong[i]);
      g_assert_false (kontor_wall_time_parse (wrong[i], &wall, &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }

  {
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
    KontorWallTime wall = { 2026, 2, 31, 9, 0 };
    gint64 instant_us;

    g_assert_false (kontor_zone_to_instant (&wall, zone, NULL, &instant_us));
    g_assert_false (kontor_wall_time_add_days (&wall, 1));
  }
}

static void
test_it_is_written_as_it_was_read (void)
{
  KontorWallTime wall;
  g_autofree char *time = NULL, *date = NULL;

  g_assert_true (kontor_wall_time_parse ("2028-02-29 23:59", &wall, NULL));
  time = kontor_wall_time_format (&wall);
  g_assert_cmpstr (time, ==, "2028-02-29T23:59");
  date = kontor_wall_date_format (&wall);
  g_assert_cmpstr (date, ==, "2028-02-29");

  g_assert_true (kontor_wall_date_parse ("2026-11-21", &wall, NULL));
  g_assert_cmpint (wall.hour + wall.minute, ==, 0);
  g_assert_false (kontor_wall_date_parse ("2026-02-31", &wall, NULL));
  g_assert_false (kontor_wall_date_parse ("21.11.2026", &wall, NULL));
  g_assert_cmpint (wall.month, ==, 11);
}

static void
test_days_are_counted_over_months_and_years (void)
{
  KontorWallTime wall = { 2026, 11, 21, 9, 0 };
  KontorWallTime before = wall;

  g_assert_cmpint (kontor_wall_time_weekday (&wall), ==, 6);
  g_assert_true (kontor_wall_time_add_days (&wall, 41));
  g_assert_cmpint (wall.year, ==, 2027);
  g_assert_cmpint (wall.month, ==, 1);
  g_assert_cmpint (wall.day, ==, 1);
  g_assert_cmpint (kontor_wall_time_weekday (&wall), ==, 5);
  g_assert_cmpint (kontor_wall_time_compare (&before, &wall), <, 0);
  g_assert_true (kontor_wall_time_add_days (&wall, -41));
  g_assert_cmpint (kontor_wall_time_compare (&before, &wall), ==, 0);

  g_assert_true (kontor_wall_time_add_minutes (&wall, -9 * 60 - 1));
  g_assert_cmpint (wall.day, ==, 20);
  g_assert_cmpint (wall.hour, ==, 23);
  g_assert_cmpint (wall.minute, ==, 59);
  g_assert_cmpint (kontor_wall_time_compare (&before, &wall), >, 0);
}

static void
test_the_calendar_ends_at_9999 (void)
{
  KontorWallTime wall = { 9999, 12, 31, 23, 59 };
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  g_assert_false (kontor_wall_time_add_minutes (&wall, 1));
  g_assert_cmpint (wall.year, ==, 9999);
  g_assert_false (kontor_wall_time_add_days (&wall, G_MAXINT));
  g_assert_false (kontor_wall_time_add_days (&wall, G_MININT));
  g_assert_false (kontor_wall_time_add_minutes (&wall, G_MAXINT64));
  g_assert_false (kontor_wall_time_add_minutes (&wall, G_MININT64));
  g_assert_false (kontor_zone_from_instant (G_MAXINT64, utc, &wall));
  g_assert_false (kontor_zone_from_instant (G_MININT64, utc, &wall));
  wall = (KontorWallTime) { 1, 1, 1, 0, 0 };
  g_assert_cmpint (kontor_wall_time_weekday (&wall), ==, 1);
  g_assert_false (kontor_wall_time_add_minutes (&wall, -1));
}

static void
test_seconds_are_cut_off_before_1970_too (void)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  KontorWallTime wall;

  g_assert_true (kontor_zone_from_instant (-1, utc, &wall));
  g_assert_cmpint (wall.year, ==, 1969);
  g_assert_cmpint (wall.minute, ==, 59);
  g_assert_true (kontor_zone_from_instant (59999999, utc, &wall));
  g_assert_cmpint (wall.minute, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *zone = g_strdelimit (g_strdup (moments[i].zone), "/", '-');
      g_autofree char *path = g_strdup_printf ("/zone/%s-in-%s", moments[i].wall, zone);

      g_test_add_data_func (path, &moments[i], test_moment);
    }
  g_test_add_func ("/zone/every-hour-of-two-years-comes-back",
                   test_every_hour_of_two_years_comes_back);
  g_test_add_func ("/zone/an-unknown-zone-is-refused", test_an_unknown_zone_is_refused);
  g_test_add_func ("/zone/what-is-not-on-the-calendar-is-refused",
                   test_what_is_not_on_the_calendar_is_refused);
  g_test_add_func ("/zone/it-is-written-as-it-was-read", test_it_is_written_as_it_was_read);
  g_test_add_func ("/zone/days-are-counted-over-months-and-years",
                   test_days_are_counted_over_months_and_years);
  g_test_add_func ("/zone/the-calendar-ends-at-9999", test_the_calendar_ends_at_9999);
  g_test_add_func ("/zone/seconds-are-cut-off-before-1970-too",
                   test_seconds_are_cut_off_before_1970_too);

  return g_test_run ();
}
