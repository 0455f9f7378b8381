/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clock.h — the one clock of the process: every "now" that is stored, compared or shown.
 *
 * Microseconds since 1970 in UTC. Tests and `--turn` files set it; from then on it stands still
 * and moves only when told. It never sleeps and never fires anything itself: who has a timer
 * watches it. Main thread only. Durations that must not jump with the wall clock (time limits
 * of a request) use g_get_monotonic_time () instead.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*KontorClockFunc) (gpointer data);

gint64   kontor_clock_now_us     (void);

/* Stops the clock at @now_us, or moves it there; backwards is allowed, as computers' clocks do
 * it. */
void     kontor_clock_set_us     (gint64 now_us);

/* Moves the clock by @by_us; one that was not set yet is stopped at the real time first. */
void     kontor_clock_advance_us (gint64 by_us);

gboolean kontor_clock_is_set     (void);

/* Back to the real time; watchers stay and are told. */
void     kontor_clock_reset      (void);

/* @moved is called after every set, advance and reset, in the order of watching; never for the real
 * clock's own going. It may watch, unwatch and move the clock itself. Lends @data for as long as it
 * watches. Returns an id for unwatch, never 0. */
guint    kontor_clock_watch      (KontorClockFunc moved, gpointer data);
void     kontor_clock_unwatch    (guint id);

G_END_DECLS
