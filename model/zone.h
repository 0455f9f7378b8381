/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone.h — what a clock on the wall shows, and which instant that is.
 *
 * An appointment is kept as wall time + zone; the instant (int64 microseconds UTC) is derived
 * from both. Wall times are plain values, to the minute, on the Gregorian calendar, years 1 to
 * 9999. Without a zone they know no daylight saving: adding minutes to one is arithmetic on the
 * clock's face. Zones are GTimeZone; the caller owns what kontor_zone_find() gives.
 *
 * Never reads the clock and never uses the zone of the machine.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  int year;    /* 1 to 9999 */
  int month;   /* 1 to 12 */
  int day;     /* 1 to 31 */
  int hour;    /* 0 to 23 */
  int minute;  /* 0 to 59 */
} KontorWallTime;

typedef enum {
  KONTOR_ZONE_FINE,
  KONTOR_ZONE_GAP,    /* the clock jumps over this time: it does not exist on that day */
  KONTOR_ZONE_TWICE,  /* the clock is put back: it exists twice, the earlier is meant */
} KontorZoneFit;

/* BAD_INPUT for what is not in the IANA database. Offsets ("+02:00"), POSIX rules and paths are
 * refused as well: they do not know when the clock changes. Give UTC for UTC. */
GTimeZone *kontor_zone_find (const char *name, GError **error);

/* FALSE when there is no such time: not on the calendar (*fit is FINE, *instant_us 0), or in a
 * gap: then *instant_us is the moment the clock jumps, which shows the first time that exists.
 * @fit may be NULL. */
gboolean kontor_zone_to_instant (const KontorWallTime *wall, GTimeZone *zone, KontorZoneFit *fit,
                                 gint64 *instant_us);

/* Seconds are cut off. FALSE outside the years 1 to 9999. */
gboolean kontor_zone_from_instant (gint64 instant_us, GTimeZone *zone, KontorWallTime *wall);

gboolean kontor_wall_time_is_valid (const KontorWallTime *wall);

/* "2026-11-21T09:00" or "2026-11-21 09:00"; BAD_INPUT says whether the form or the day is wrong. */
gboolean kontor_wall_time_parse  (const char *text, KontorWallTime *wall, GError **error);
char    *kontor_wall_time_format (const KontorWallTime *wall);

/* "2026-11-21"; the time is set to midnight. */
gboolean kontor_wall_date_parse  (const char *text, KontorWallTime *wall, GError **error);
char    *kontor_wall_date_format (const KontorWallTime *wall);

/* Negative, 0 or positive, as strcmp() does. */
int kontor_wall_time_compare (const KontorWallTime *a, const KontorWallTime *b);

/* 1 is Monday, 7 is Sunday; @wall must be valid. */
int kontor_wall_time_weekday (const KontorWallTime *wall);

/* Both change @wall in place; FALSE, and nothing changed, outside the years 1 to 9999. */
gboolean kontor_wall_time_add_days    (KontorWallTime *wall, int days);
gboolean kontor_wall_time_add_minutes (KontorWallTime *wall, gint64 minutes);

G_END_DECLS
