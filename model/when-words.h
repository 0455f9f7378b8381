/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-words.h — what the readers of when.c share: the tokens, who has taken which, and what was
 * found. For model/when*.c only. Positions are tokens; asking beyond either end is allowed and
 * finds nothing.
 */
#pragma once

#include "model/when.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_FOUND_DATE,
  KONTOR_FOUND_TIME,
  KONTOR_FOUND_PART,       /* of the day */
  KONTOR_FOUND_NOW,
} KontorFoundKind;

typedef struct {
  KontorFoundKind kind;
  guint           first, end;      /* tokens from first up to, not with, end */
  gboolean        off;             /* taken back, or outdone by another */
  gboolean        impossible;
  gboolean        unclear;
  gboolean        weak;            /* only its neighbours say that it is an hour */
  gboolean        by_weekday;      /* gives way to a date that falls on it */
  gboolean        gone_by;         /* "yesterday": gives way to any other */
  int             year, month, day;
  int             hour, minute;
  gboolean        approximate;
  gboolean        half_unsure;
  int             part;            /* 1 morning, 2 afternoon, 3 evening, 4 night */
  gboolean        this_night;      /* small hours belong to the day after */
} KontorFound;

typedef struct {
  const KontorWhenContext *context;
  const char              *text;
  GArray                  *tokens;
  guint                    n;
  guint8                  *barred;  /* per token: no part of a date or an hour */
  guint                   *owner;   /* per token: 1 + the index of what took it, or 0 */
  GArray                  *found;
  GDate                    today;
  int                      hour, minute;  /* now, in the zone */
} KontorWhenReader;

const KontorToken *kontor_when_token   (const KontorWhenReader *reader, guint at);
guint              kontor_when_word    (const KontorWhenReader *reader, guint at,
                                        KontorWordKind kind, int *value);
/* How many tokens right before @at are a phrase of @kind, a colon after it counted in. */
guint              kontor_when_lead    (const KontorWhenReader *reader, guint at,
                                        KontorWordKind kind, int *value);
/* The same for "about" and its like, but not for "what about". */
guint              kontor_when_about   (const KontorWhenReader *reader, guint at);
gboolean           kontor_when_sign    (const KontorWhenReader *reader, guint at,
                                        const char *signs);
gboolean           kontor_when_touches (const KontorWhenReader *reader, guint at);
/* Digits, or number words (then @digits is 0). Up to four digits; nothing barred or taken. */
guint              kontor_when_number  (const KontorWhenReader *reader, guint at, int *value,
                                        guint *digits);
gboolean           kontor_when_is_free (const KontorWhenReader *reader, guint at);
/* What has taken the token at @at, or NULL. Valid until something is added. */
KontorFound       *kontor_when_owner   (const KontorWhenReader *reader, guint at);
/* Adds a find and takes its tokens. The answer is valid until the next is added. */
KontorFound       *kontor_when_add     (KontorWhenReader *reader, KontorFoundKind kind,
                                        guint first, guint end);

/* when-guard.c: bars what only looks like a date or an hour. */
void  kontor_when_bar           (KontorWhenReader *reader);

/* The readers: how many tokens from @at on they took, 0 for none. */
guint kontor_when_read_span     (KontorWhenReader *reader, guint at);  /* when-span.c */
guint kontor_when_read_date     (KontorWhenReader *reader, guint at);  /* when-date.c */
guint kontor_when_read_weekday  (KontorWhenReader *reader, guint at);  /* when-weekday.c */
guint kontor_when_read_time     (KontorWhenReader *reader, guint at);  /* when-time.c */
guint kontor_when_read_part     (KontorWhenReader *reader, guint at);
/* Where AM or PM stands at @at: how many tokens; @half 1 for AM, 2 for PM. */
guint kontor_when_read_half     (const KontorWhenReader *reader, guint at, int *half);
void  kontor_when_set_time      (KontorFound *found, int hour, int minute, int half,
                                 gboolean by_24);
/* Takes the words that lead to an hour along. The answer is valid until the next is added. */
KontorFound *kontor_when_add_time (KontorWhenReader *reader, guint at, guint end);
void  kontor_when_read_bare     (KontorWhenReader *reader);            /* when-bare.c */

/* when-minutes.c: minutes after the hour, and words before it that move it. */
guint kontor_when_read_minutes  (KontorWhenReader *reader, guint at);
void  kontor_when_shift_minutes (KontorFound *found, int minutes);
/* The number of an hour: that of kontor_when_number (), or an article that is one. */
guint kontor_when_hour          (const KontorWhenReader *reader, guint at, int *hour,
                                 guint *digits);
/* Whether "between" or "from" leads to the number at @at: "from ten to nine" is no 8:50. */
gboolean kontor_when_is_ranged  (const KontorWhenReader *reader, guint at);
/* Where "o'clock" stands at @end, after the number at @at: how many tokens. */
guint kontor_when_oclock        (const KontorWhenReader *reader, guint at, guint end);

/* when-date.c: fills in a date; FALSE and impossible when there is no such day. */
gboolean kontor_when_set_date     (KontorFound *found, int year, int month, int day);
void     kontor_when_set_julian   (KontorFound *found, const GDate *date);
/* The next @day of a month, @months from this one, or the next at all when @months < 0. */
void     kontor_when_set_day      (const KontorWhenReader *reader, KontorFound *found, int day,
                                   int months);
void     kontor_when_set_yearless (const KontorWhenReader *reader, KontorFound *found, int month,
                                   int day);

/* when-part.c: the part of the day that is said of @time; NULL when none is. */
const KontorFound *kontor_when_part_for (const KontorWhenReader *reader, const KontorFound *time);
/* Moves the hour into the part of the day, 0 being none. FALSE when it cannot be there. */
gboolean kontor_when_apply_part   (KontorFound *time, int part);
/* The part that is said, where no hour is; 0 when none is. */
int      kontor_when_part_alone   (const KontorWhenReader *reader);

/* when-choose.c: which of all that was found is meant. */
void  kontor_when_choose        (KontorWhenReader *reader, KontorWhen *when);

G_END_DECLS
