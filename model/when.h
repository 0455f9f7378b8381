/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when.h — the date and the hour that a customer's words say, in the shop's zone.
 *
 * It never guesses: what can be read in two ways is UNCLEAR, what was not said is not there, and
 * a number that may be a phone, a price, a flight, a count or an address is left alone. It knows
 * no opening hours and books nothing. Its words stand in a language's table (language.h), so a new
 * way to say a day or an hour is a word there. The process's own zone is never looked at.
 */
#pragma once

#include "model/language.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_WHEN_ASKED_NOTHING,
  KONTOR_WHEN_ASKED_DATE,     /* the shop asked "which day?": "21" is a day of the month */
  KONTOR_WHEN_ASKED_TIME,     /* the shop asked "what time?": "9" is an hour */
} KontorWhenAsked;

typedef enum {
  KONTOR_WHEN_FINE,
  KONTOR_WHEN_PAST,           /* what was said is over; it is filled in, to be repeated */
  KONTOR_WHEN_IMPOSSIBLE,     /* 31/02, 25:00, an hour that the clocks skip */
  KONTOR_WHEN_UNCLEAR,        /* two that contradict, a range, a bound; that half is left out */
} KontorWhenProblem;

typedef struct {
  gsize start;                /* bytes of the text */
  gsize len;
} KontorSpan;

typedef struct {
  gint64                now_us;       /* µs since 1970, UTC */
  GTimeZone            *zone;         /* the shop's; borrowed */
  const KontorLanguage *language;
  gboolean              month_first;  /* 3/4 is March 4th */
  KontorWhenAsked       asked;
  int                   part;         /* of the day, as KontorWhen has it: said before; 0: none */
} KontorWhenContext;

typedef struct {
  gboolean          has_date;
  int               year, month, day;
  gboolean          has_time;
  int               hour, minute;
  gboolean          approximate;      /* "7ish" */
  gboolean          half_unsure;      /* 1 to 12 without am, pm or a part of the day, as written:
                                         the caller may shift it by twelve hours */
  int               part;             /* said, and no hour with it: 1 morning, 2 afternoon,
                                         3 evening, 4 night; 0: none */
  KontorWhenProblem problem;
  GArray           *spans;            /* KontorSpan, in order: the bytes that speak of time */
} KontorWhen;

/* Never NULL. Any bytes may be given; the time taken grows with their number. */
KontorWhen *kontor_when_read (const char *text, const KontorWhenContext *context);
void        kontor_when_free (KontorWhen *when);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorWhen, kontor_when_free)

G_END_DECLS
