/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/duration.h"

#include "model/error.h"

#define MINUTE ((gint64) 60)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static const struct { const char *text; gint64 seconds; } right[] = {
  { "1h30m", 90 * MINUTE },
  { "90 min", 90 * MINUTE },
  { "45m", 45 * MINUTE },
  { "2 h", 2 * HOUR },
  { "1 day", DAY },
  { "1 hour and 15 minutes", 75 * MINUTE },
  { "1.5 hours", 90 * MINUTE },
  { "1:30", 90 * MINUTE },
  { "0:45", 45 * MINUTE },
  { "2 weeks", 14 * DAY },
  { "30s", 30 },
  { " 2 Hrs ", 2 * HOUR },
  { "1d 2h 3m 4s", DAY + 2 * HOUR + 3 * MINUTE + 4 },
  { "0m", 0 },
  { "0.25h", 15 * MINUTE },
  { "3650 days", 3650 * DAY },
  { "1 H 30 MIN", 90 * MINUTE },
};

static const char * const wrong[] = {
  NULL, "", " ", "90", "h", "1h30", "30m1h", "1h1h", "1 hour and", "and 1 hour", "-1h", "1,5h",
  "1.h", ".5h", "1.0001h", "0.1s", "1 month", "1 year", "3651 days", "99999999999999999999 s",
  "1h and and 5m", "1:60", "100:00", "1:5", "1h 30m!", "soon", "٣ h", "1:30h",
};

static void
test_durations_are_read_as_people_write_them (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 seconds = -1;

      g_test_message ("%s", right[i].text);
      g_assert_true (kontor_duration_parse (right[i].text, &seconds, &error));
      g_assert_no_error (error);
      g_assert_cmpint (seconds, ==, right[i].seconds);
    }
}

static void
test_nonsense_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 seconds;

      g_test_message ("%s", wrong[i]);
      g_assert_false (kontor_duration_parse (wrong[i], &seconds, &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }
}

static void
test_the_shortest_form_is_written_and_read_back (void)
{
  const struct { gint64 seconds; const char *text; } forms[] = {
    { 0, "0m" }, { 30, "30s" }, { 45 * MINUTE, "45m" }, { 90 * MINUTE, "1h30m" }, { DAY, "1d" },
    { 36 * HOUR, "1d12h" }, { 15 * DAY, "15d" }, { DAY + 1, "1d1s" }, { 3650 * DAY, "3650d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = kontor_duration_format (forms[i].seconds);
      gint64 seconds;

      g_assert_cmpstr (text, ==, forms[i].text);
      g_assert_true (kontor_duration_parse (text, &seconds, NULL));
      g_assert_cmpint (seconds, ==, forms[i].seconds);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/duration/durations-are-read-as-people-write-them",
                   test_durations_are_read_as_people_write_them);
  g_test_add_func ("/duration/nonsense-is-refused", test_nonsense_is_refused);
  g_test_add_func ("/duration/the-shortest-form-is-written-and-read-back",
                   test_the_shortest_form_is_written_and_read_back);

  return g_test_run ();
}
