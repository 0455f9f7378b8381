/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/models/breaker.h"

#include "base/clock.h"

#define MOST_FAILURES 3
#define SHORT_REST_US (G_USEC_PER_SEC / 2)
#define LONG_REST_US (30 * G_USEC_PER_SEC)
#define LONGEST_REST_US (10 * 60 * G_USEC_PER_SEC)
#define STOP_US (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
/* A vendor's "come back in a year" is a mistake. */
#define MOST_WAIT_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)

gint64
kontor_breaker_now_us (void)
{
  return kontor_clock_is_set () ? kontor_clock_now_us () : g_get_monotonic_time ();
}

gboolean
kontor_breaker_may_try (const KontorBreaker *self, gint64 now_us)
{
  return now_us >= self->rests_until_us && !self->is_tried;
}

void
kontor_breaker_begin (KontorBreaker *self)
{
  self->is_tried = self->failures >= MOST_FAILURES;
}

void
kontor_breaker_succeed (KontorBreaker *self)
{
  *self = (KontorBreaker) { 0 };
}

static gint64
find_rest (KontorBreaker *self)
{
  gint64 rest_us = SHORT_REST_US << MIN (self->failures - 1, 2);

  if (self->failures < MOST_FAILURES)
    return rest_us;
  rest_us = MIN (LONG_REST_US << MIN (self->rests, 6), LONGEST_REST_US);
  self->rests++;

  return rest_us;
}

void
kontor_breaker_fail (KontorBreaker *self, gint64 now_us, gint64 wait_ms)
{
  gint64 said_us = CLAMP (wait_ms, 0, MOST_WAIT_MS) * 1000;
  gint64 rest_us;

  self->failures++;
  self->is_tried = FALSE;
  rest_us = find_rest (self);
  if (said_us > 0 && self->failures < MOST_FAILURES)
    rest_us = said_us;
  self->rests_until_us = MAX (self->rests_until_us, now_us + MAX (rest_us, said_us));
}

void
kontor_breaker_stop (KontorBreaker *self, gint64 now_us)
{
  self->failures = MAX (self->failures, MOST_FAILURES);
  self->is_tried = FALSE;
  self->rests_until_us = MAX (self->rests_until_us, now_us + STOP_US);
}

void
kontor_breaker_leave (KontorBreaker *self)
{
  self->is_tried = FALSE;
}
