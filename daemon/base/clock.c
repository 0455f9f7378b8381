/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process has one time, so this is state of the process and not an object handed to everybody:
 * a test sets it once, and no file can read another clock by mistake. */
#include "base/clock.h"

typedef struct {
  guint id;
  KontorClockFunc moved;
  gpointer data;
} Watch;

static gboolean is_set;
static gint64 set_us;
static GArray *watches;
static guint last_id;

static const Watch *
find_next (guint after)
{
  for (guint i = 0; watches != NULL && i < watches->len; i++)
    {
      const Watch *watch = &g_array_index (watches, Watch, i);

      if (watch->id > after)
        return watch;
    }

  return NULL;
}

/* Goes by id, not by place: a watcher may remove itself or others while it is told. Those who come
 * while the news is going round have seen the new time already. */
static void
tell_watchers (void)
{
  const guint newest = last_id;
  const Watch *watch = find_next (0);

  while (watch != NULL && watch->id <= newest)
    {
      const guint id = watch->id;

      watch->moved (watch->data);
      watch = find_next (id);
    }
}

gint64
kontor_clock_now_us (void)
{
  return is_set ? set_us : g_get_real_time ();
}

void
kontor_clock_set_us (gint64 now_us)
{
  is_set = TRUE;
  set_us = now_us;
  tell_watchers ();
}

void
kontor_clock_advance_us (gint64 by_us)
{
  kontor_clock_set_us (kontor_clock_now_us () + by_us);
}

gboolean
kontor_clock_is_set (void)
{
  return is_set;
}

void
kontor_clock_reset (void)
{
  is_set = FALSE;
  tell_watchers ();
}

guint
kontor_clock_watch (KontorClockFunc moved, gpointer data)
{
  const Watch watch = { ++last_id, moved, data };

  g_return_val_if_fail (moved != NULL, 0);

  if (watches == NULL)
    watches = g_array_new (FALSE, FALSE, sizeof (Watch));
  g_array_append_val (watches, watch);

  return watch.id;
}

void
kontor_clock_unwatch (guint id)
{
  for (guint i = 0; watches != NULL && i < watches->len; i++)
    {
      if (g_array_index (watches, Watch, i).id != id)
        continue;

      g_array_remove_index (watches, i);
      break;
    }

  if (watches != NULL && watches->len == 0)
    g_clear_pointer (&watches, g_array_unref);
}
