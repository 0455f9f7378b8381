/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alarm.c — a timer of GLib's for each while the clock is the real one. Long waits are kept to
 * seconds, which lets GLib wake the process for several at once. */
#include "base/alarm.h"

#include "base/clock.h"

#define COARSE_FROM_US (5 * G_USEC_PER_SEC)

typedef struct {
  guint           id, timer;
  gint64          due_us;
  KontorAlarmFunc func;
  gpointer        data;
} Alarm;

static GPtrArray *alarms;
static guint last_id, clock_watch;

static void start_timer (Alarm *alarm);

static void
forget (Alarm *alarm)
{
  if (alarm->timer != 0)
    g_source_remove (alarm->timer);
  g_ptr_array_remove (alarms, alarm);
  g_free (alarm);
  if (alarms->len > 0)
    return;
  g_clear_pointer (&alarms, g_ptr_array_unref);
  kontor_clock_unwatch (clock_watch);
  clock_watch = 0;
}

static void
go_off (Alarm *alarm)
{
  KontorAlarmFunc func = alarm->func;
  gpointer data = alarm->data;

  forget (alarm);
  func (data);
}

static gboolean
on_timer (gpointer data)
{
  Alarm *alarm = data;

  alarm->timer = 0;
  go_off (alarm);

  return G_SOURCE_REMOVE;
}

static void
start_timer (Alarm *alarm)
{
  gint64 wait_us = MAX (alarm->due_us - kontor_clock_now_us (), 0);

  if (alarm->timer != 0)
    g_source_remove (alarm->timer);
  alarm->timer = 0;
  if (kontor_clock_is_set ())
    return;
  alarm->timer = wait_us >= COARSE_FROM_US
                     ? g_timeout_add_seconds (wait_us / G_USEC_PER_SEC + 1, on_timer, alarm)
                     : g_timeout_add (wait_us / 1000 + 1, on_timer, alarm);
}

/* The one that is due first; NULL: none is. */
static Alarm *
find_due (void)
{
  Alarm *first = NULL;

  for (guint i = 0; alarms != NULL && i < alarms->len; i++)
    {
      Alarm *alarm = alarms->pdata[i];

      if (alarm->due_us <= kontor_clock_now_us () &&
          (first == NULL || alarm->due_us < first->due_us))
        first = alarm;
    }

  return first;
}

static void
on_clock_moved (gpointer data)
{
  Alarm *due;

  for (guint i = 0; i < alarms->len; i++)
    start_timer (alarms->pdata[i]);
  while (kontor_clock_is_set () && (due = find_due ()) != NULL)
    go_off (due);
}

guint
kontor_alarm_set (gint64 wait_us, KontorAlarmFunc func, gpointer data)
{
  Alarm *alarm = g_new0 (Alarm, 1);

  if (alarms == NULL)
    {
      alarms = g_ptr_array_new ();
      clock_watch = kontor_clock_watch (on_clock_moved, NULL);
    }
  alarm->id = ++last_id;
  alarm->due_us = kontor_clock_now_us () + MAX (wait_us, 1);
  alarm->func = func;
  alarm->data = data;
  g_ptr_array_add (alarms, alarm);
  start_timer (alarm);

  return alarm->id;
}

void
kontor_alarm_clear (guint *id)
{
  Alarm *alarm;

  for (guint i = 0; *id != 0 && alarms != NULL && i < alarms->len; i++)
    {
      alarm = alarms->pdata[i];
      if (alarm->id == *id)
        {
          forget (alarm);
          break;
        }
    }
  *id = 0;
}
