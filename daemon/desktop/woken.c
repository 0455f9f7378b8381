/* SPDX-License-Identifier: GPL-3.0-or-later */
/* woken.c — a timer that is never due: TFD_TIMER_CANCEL_ON_SET has it readable when the clock
 * jumps, which it does at the end of sleep (timerfd_resume () in Linux' kernel/time/timekeeping.c).
 * The clock that goes on in sleep is further ahead then of the one that stands still. */
#include "desktop/woken.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define NEVER_S ((time_t) 32503680000) /* the year 3000 */
#define LEAST_US (G_USEC_PER_SEC / 2)

struct _KontorWoken
{
  int             timer;
  guint           source;
  gint64          slept_us;     /* in all, since the computer started */
  KontorWokenFunc func;
  gpointer        data;
};

static gint64
read_us (clockid_t clock)
{
  struct timespec now = { 0 };

  clock_gettime (clock, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
count_slept_us (void)
{
  return read_us (CLOCK_BOOTTIME) - read_us (CLOCK_MONOTONIC);
}

static gboolean
arm (KontorWoken *self)
{
  const struct itimerspec never = { .it_value = { .tv_sec = NEVER_S } };

  return timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never,
                          NULL) == 0;
}

static gboolean
on_jumped (int fd, GIOCondition condition, gpointer data)
{
  KontorWoken *self = data;
  gint64 before_us = self->slept_us;
  guint64 times;

  /* ECANCELED is what is waited for. */
  if (read (fd, &times, sizeof times) < 0 && errno == EAGAIN)
    return G_SOURCE_CONTINUE;
  self->slept_us = count_slept_us ();
  self->func (self->slept_us - before_us > LEAST_US, self->data);
  if (arm (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;

  return G_SOURCE_REMOVE;
}

KontorWoken *
kontor_woken_watch (KontorWokenFunc func, gpointer data)
{
  KontorWoken *self = g_new0 (KontorWoken, 1);

  self->func = func;
  self->data = data;
  self->slept_us = count_slept_us ();
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->timer >= 0 && arm (self))
    self->source = g_unix_fd_add (self->timer, G_IO_IN, on_jumped, self);
  else
    g_warning ("sleep is not noticed: %s", g_strerror (errno));

  return self;
}

void
kontor_woken_unwatch (KontorWoken *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->timer >= 0)
    close (self->timer);
  g_free (self);
}
