/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as people read them. */
#include "widgets/wording.h"

#include <gtk/gtk.h>

static void
check (gint64 seconds, const char *words)
{
  const KontorField field = { "duration", KONTOR_FIELD_DURATION };
  g_autoptr(GVariant) value = g_variant_ref_sink (g_variant_new_int64 (seconds));
  g_autofree char *said = kontor_wording_value (NULL, &field, value);

  g_assert_cmpstr (said, ==, words);
}

static void
test_duration (void)
{
  check (0, "0 minutes");
  check (45, "45 seconds");
  check (60, "1 minute");
  check (2 * 60 * 60, "2 hours");
  check (90 * 60, "1 hour 30 minutes");
  check (36 * 60 * 60, "1 day 12 hours");
  check (15 * 24 * 60 * 60 + 1, "15 days 1 second");
}

static void
check_phone (const char *phone, const char *words)
{
  g_autofree char *said = kontor_wording_phone (phone);

  g_assert_cmpstr (said, ==, words);
}

static void
test_phone (void)
{
  check_phone ("+971500000001", "+971500000001");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  check_phone ("+971500000001", "\u200e+971500000001");
  check_phone ("Sara", "Sara");
  check_phone ("", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/how-long-it-takes-is-said-in-words", test_duration);
  g_test_add_func ("/wording/the-plus-of-a-number-stays-before-it-from-right-to-left", test_phone);

  return g_test_run ();
}
