/* SPDX-License-Identifier: GPL-3.0-or-later */
/* breaker.h — when a provider that failed may be tried again. A plain value; it waits for nothing
 * itself.
 *
 * After a failure it rests as long as the vendor says, or for a moment that grows. After three in a
 * row it rests for half a minute and then lets one question through, on which it depends whether it
 * opens or rests for twice as long. Where the vendor says stop, it rests for an hour.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint    failures;
  guint    rests;           /* long ones, since it last worked */
  gint64   rests_until_us;
  gboolean is_tried;        /* the one question is under way */
} KontorBreaker;

/* A time that only grows, but for tests that set the clock. */
gint64   kontor_breaker_now_us  (void);
gboolean kontor_breaker_may_try (const KontorBreaker *self, gint64 now_us);
void     kontor_breaker_begin   (KontorBreaker *self);
void     kontor_breaker_succeed (KontorBreaker *self);
/* @wait_ms: what the vendor said, 0: nothing. */
void     kontor_breaker_fail    (KontorBreaker *self, gint64 now_us, gint64 wait_ms);
void     kontor_breaker_stop    (KontorBreaker *self, gint64 now_us);
/* Neither: it was cancelled, or the question was at fault. */
void     kontor_breaker_leave   (KontorBreaker *self);

G_END_DECLS
