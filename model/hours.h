/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hours.h — opening hours, in a subset of OpenStreetMap's opening_hours.
 *
 *   Mo-Fr 09:00-18:00; Sa 10:00-14:00; Su off; 2026-12-25 off
 *   24/7            Mo-Fr 09:00-12:00,14:00-18:00            Fr,Sa 18:00-02:00
 *   Dec 24-26 off   2026-12-24 - 2027-01-02 off              Jul-Aug Mo 10:00-12:00
 *
 * Of the rules, separated by semicolons, the last that fits a day is its whole truth; a day that
 * none fits is closed. A rule names days (dates, then weekdays; both must fit), then times or
 * "off"; without days it is for every day. Times past midnight belong to the day on which they
 * begin: "Fr 18:00-02:00; Sa off" is open until two on Saturday morning. Days without a year come
 * back every year. Weekdays and months may be written in full. Public holidays (PH), sunrise and
 * week numbers are refused: they would need to be known.
 *
 * Times are the shop's wall time, arithmetic is on the clock's face: no zone, no daylight saving.
 * Closing time itself is closed. A value that is read once and never changes; free it with
 * kontor_hours_free().
 */
#pragma once

#include "model/zone.h"

G_BEGIN_DECLS

typedef struct _KontorHours KontorHours;

/* BAD_INPUT names the part that is not understood. */
KontorHours *kontor_hours_parse (const char *text, GError **error);
void         kontor_hours_free  (KontorHours *hours);

gboolean kontor_hours_is_open (const KontorHours *hours, const KontorWallTime *when);

/* Is it open without a break from @start for @duration_min? At most 366 days; 0 is is_open(). */
gboolean kontor_hours_covers (const KontorHours *hours, const KontorWallTime *start,
                              int duration_min);

/* Does nothing begin on @date's day? (The night before may still run into it.) */
gboolean kontor_hours_is_closed_on (const KontorHours *hours, const KontorWallTime *date);

/* What begins on @date's day: "09:00–18:00", "09:00–12:00, 14:00–18:00", "18:00–02:00" or
 * "closed"; "00:00–24:00" for the whole day. */
char *kontor_hours_describe (const KontorHours *hours, const KontorWallTime *date);

/* The first minute at or after @from at which it is open: @from itself when it is open then.
 * FALSE when there is none within 366 days. */
gboolean kontor_hours_next_opening (const KontorHours *hours, const KontorWallTime *from,
                                    KontorWallTime *opening);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorHours, kontor_hours_free)

G_END_DECLS
