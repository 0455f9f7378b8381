/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text is opening hours that answer consistently, or an error. */
#include <stdint.h>

#include "model/hours.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_day (KontorHours *hours, const KontorWallTime *when)
{
  g_autofree char *described = kontor_hours_describe (hours, when);
  gboolean is_open = kontor_hours_is_open (hours, when);
  KontorWallTime opening;
  gboolean found = kontor_hours_next_opening (hours, when, &opening);

  if (g_str_equal (described, "closed") != kontor_hours_is_closed_on (hours, when))
    g_abort ();
  if (kontor_hours_covers (hours, when, 0) != is_open)
    g_abort ();
  if (found && !kontor_hours_is_open (hours, &opening))
    g_abort ();
  if (found && (kontor_wall_time_compare (&opening, when) == 0) != is_open)
    g_abort ();
  if (!is_open && kontor_hours_covers (hours, when, 90))
    g_abort ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorHours) hours = kontor_hours_parse (text, &error);
  KontorWallTime when = { 2026, 12, 24, 0, 30 };

  if ((hours == NULL) != (error != NULL))
    g_abort ();
  for (int day = 0; hours != NULL && day < 9; day++)
    {
      check_day (hours, &when);
      kontor_wall_time_add_minutes (&when, 24 * 60 + 97);
    }

  return 0;
}
