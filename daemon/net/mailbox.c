/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mailbox.c — a source of the taker's loop. Who puts in wakes that loop when it holds no lock any
 * more: the taker runs at once on another processor, and would only have to wait for it. */
#include "net/mailbox.h"

#define SLICE_US 3000

struct _KontorMailbox
{
  GSource       source;
  GMutex        lock;
  GQueue        letters;
  GMainContext *context;
  void        (*take) (gpointer letter);
};

static gboolean
check (GSource *source)
{
  KontorMailbox *self = (KontorMailbox *) source;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->letters.length > 0;
}

static gboolean
prepare (GSource *source, int *timeout_ms)
{
  *timeout_ms = -1;

  return check (source);
}

static gpointer
pop (KontorMailbox *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_queue_pop_head (&self->letters);
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  KontorMailbox *self = (KontorMailbox *) source;
  gint64 until_us = g_get_monotonic_time () + SLICE_US;

  do
    {
      gpointer letter = pop (self);

      if (letter == NULL)
        break;
      self->take (letter);
    }
  while (g_get_monotonic_time () < until_us);

  return G_SOURCE_CONTINUE;
}

KontorMailbox *
kontor_mailbox_new (GMainContext *context, void (*take) (gpointer letter))
{
  static GSourceFuncs funcs = { .prepare = prepare, .check = check, .dispatch = dispatch };
  GSource *source = g_source_new (&funcs, sizeof (KontorMailbox));
  KontorMailbox *self = (KontorMailbox *) source;

  g_mutex_init (&self->lock);
  self->context = context;
  self->take = take;
  g_source_attach (source, context);

  return self;
}

void
kontor_mailbox_put (KontorMailbox *self, gpointer letter)
{
  gboolean is_first;

  g_mutex_lock (&self->lock);
  is_first = self->letters.length == 0;
  g_queue_push_tail (&self->letters, letter);
  g_mutex_unlock (&self->lock);
  if (is_first)
    g_main_context_wakeup (self->context);
}
