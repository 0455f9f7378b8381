/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sleep.c — loaded before the C library (LD_PRELOAD), it plays what the kernel does at the end of
 * sleep: writing into the pipe KONTOR_TEST_SLEEP ends an hour of it. Nothing else is changed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static int pipe_end = -1;
static int hours;

int
timerfd_create (clockid_t clock, int flags)
{
  const char *path = getenv ("KONTOR_TEST_SLEEP");

  (void) clock;
  (void) flags;
  pipe_end = open (path, O_RDWR | O_NONBLOCK | O_CLOEXEC);

  return pipe_end;
}

int
timerfd_settime (int fd, int flags, const struct itimerspec *fresh, struct itimerspec *old)
{
  (void) fresh;
  (void) old;
  if (fd == pipe_end && (flags & TFD_TIMER_CANCEL_ON_SET) != 0)
    return 0;
  errno = EINVAL;

  return -1;
}

ssize_t
read (int fd, void *data, size_t size)
{
  static ssize_t (*real) (int, void *, size_t);
  ssize_t got;

  if (real == NULL)
    real = (ssize_t (*) (int, void *, size_t)) dlsym (RTLD_NEXT, "read");
  got = real (fd, data, size);
  if (fd != pipe_end || got <= 0)
    return got;
  hours += memchr (data, 's', got) != NULL;
  errno = ECANCELED;

  return -1;
}

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  static int (*real) (clockid_t, struct timespec *);
  int result;

  if (real == NULL)
    real = (int (*) (clockid_t, struct timespec *)) dlsym (RTLD_NEXT, "clock_gettime");
  result = real (clock, now);
  if (clock == CLOCK_BOOTTIME)
    now->tv_sec += hours * 3600;

  return result;
}
