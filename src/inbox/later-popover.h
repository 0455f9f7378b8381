/* SPDX-License-Identifier: GPL-3.0-or-later */
/* later-popover.h — when what was written is to be sent: an hour from now, a morning to come, or a
 * day and an hour. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "chosen" (x): an instant, µs. */
#define KONTOR_TYPE_LATER_POPOVER (kontor_later_popover_get_type ())
G_DECLARE_FINAL_TYPE (KontorLaterPopover, kontor_later_popover, KONTOR, LATER_POPOVER, GtkPopover)

/* The instant of an hour of some day from today, by the clock here. */
gint64 kontor_later_reckon (int days, int hour);
/* Days from today to the next Monday, never 0. */
int    kontor_later_days_to_monday (void);

G_END_DECLS
