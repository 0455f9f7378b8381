/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long after a contact wrote a line may carry free words. */
#include "compliance/window.h"

#include "model/error.h"

#define HOUR_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY_US (24 * HOUR_US)
#define WROTE_US (G_GINT64_CONSTANT (1795237200) * G_USEC_PER_SEC)

static void
allows (gint64 window_us, gint64 last_in_at_us, const char *kind, gint64 now_us)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (kontor_window_allows (window_us, last_in_at_us, kind, now_us, &error));
  g_assert_no_error (error);
}

static void
refuses (gint64 window_us, gint64 last_in_at_us, const char *kind, gint64 now_us,
         const char *because)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (kontor_window_allows (window_us, last_in_at_us, kind, now_us, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  g_assert_nonnull (strstr (error->message, because));
  g_assert_nonnull (strstr (error->message, "template"));
}

static void
test_open (void)
{
  allows (DAY_US, WROTE_US, "text", WROTE_US);
  allows (DAY_US, WROTE_US, "image", WROTE_US + DAY_US - 1);
  g_assert_cmpint (kontor_window_closes_at_us (DAY_US, WROTE_US), ==, WROTE_US + DAY_US);
}

static void
test_closed (void)
{
  refuses (DAY_US, WROTE_US, "text", WROTE_US + DAY_US, "more than 24 hours ago");
  refuses (DAY_US, WROTE_US, "image", WROTE_US + 30 * DAY_US, "more than 24 hours ago");
}

static void
test_never_wrote (void)
{
  refuses (DAY_US, 0, "text", WROTE_US, "has not written");
  g_assert_cmpint (kontor_window_closes_at_us (DAY_US, 0), ==, 0);
}

static void
test_template (void)
{
  allows (DAY_US, WROTE_US, "template", WROTE_US + 30 * DAY_US);
  allows (DAY_US, 0, "template", WROTE_US);
}

static void
test_none (void)
{
  allows (0, 0, "text", WROTE_US);
  allows (0, WROTE_US, "text", WROTE_US + 30 * DAY_US);
  g_assert_cmpint (kontor_window_closes_at_us (0, WROTE_US), ==, G_MAXINT64);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/for-a-day-after-a-message-anything-may-go", test_open);
  g_test_add_func ("/window/from-then-on-a-template-alone", test_closed);
  g_test_add_func ("/window/who-never-wrote-gets-a-template-alone", test_never_wrote);
  g_test_add_func ("/window/a-template-may-always-go", test_template);
  g_test_add_func ("/window/a-line-without-one-is-always-open", test_none);

  return g_test_run ();
}
