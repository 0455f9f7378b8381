/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-pace.h — how much a number that is used by an unofficial client may say. Nobody
 * outside of WhatsApp knows what is too much; these are our limits, and settings of the channel.
 * Pure: what was said so far is the caller's to keep.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of the channel; each is at least 1, but for the last two. */
typedef struct {
  guint a_minute;          /* messages, whoever they are to */
  guint contact_a_minute;  /* to one contact */
  guint a_day;             /* once the number is warm */
  guint warm_up_days;      /* until then less, growing from day to day */
  guint strangers_a_day;   /* first messages to people who never wrote */
} KontorLinkedLimits;

/* What was said; a value to be kept. All zero: nothing yet. */
typedef struct {
  gint64  first_day;       /* when the number was first spoken on, in days since 1970 */
  gint64  day;             /* that the next two count */
  guint32 said;
  guint32 strangers;
} KontorLinkedDay;

/* How close messages are: when the next conforms. In memory alone. */
typedef struct {
  gint64  next_us;
} KontorLinkedBeat;

typedef enum {
  KONTOR_LINKED_MAY,
  KONTOR_LINKED_CONTACT_FAST,   /* too much to this contact just now */
  KONTOR_LINKED_LINE_FAST,      /* too much to all of them */
  KONTOR_LINKED_DAY_FULL,
  KONTOR_LINKED_STRANGERS_FULL,
} KontorLinkedVerdict;

/* How many messages the number may say on the day of @now_us. */
guint               kontor_linked_budget (const KontorLinkedLimits *limits,
                                          const KontorLinkedDay *day, gint64 now_us);
/* *wait_us: for how long not, unless it may; then it is counted in all three. */
KontorLinkedVerdict kontor_linked_pace   (const KontorLinkedLimits *limits, KontorLinkedDay *day,
                                          KontorLinkedBeat *line, KontorLinkedBeat *contact,
                                          gboolean is_stranger, gint64 now_us, gint64 *wait_us);
/* In words for people. Lent. */
const char         *kontor_linked_verdict_get_text (KontorLinkedVerdict verdict);

G_END_DECLS
