/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duration.h — how long something takes, in seconds, as people write it.
 *
 * Never negative and never months or years, which have no length in seconds. A day is 24 hours.
 * The words are English: what customers say in other languages is read elsewhere.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads "1h30m", "90 min", "45m", "2 h", "1 day", "1 hour and 15 minutes", "1.5 hours", "1:30"
 * (hours and minutes), "2 weeks", "30s". Units stand once each, the greater first. BAD_INPUT: a
 * number without unit, unknown words, a fraction of a second, more than 3650 days. */
gboolean kontor_duration_parse (const char *text, gint64 *seconds, GError **error);

/* The shortest form: "1h30m", "45m", "2d", "1d12h", "0m"; kontor_duration_parse() reads it back.
 * @seconds must not be negative. */
char *kontor_duration_format (gint64 seconds);

G_END_DECLS
