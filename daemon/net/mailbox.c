/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/mailbox.h"

#define SLICE_US 3000

struct _KontorMailbox
{
  GMutex        lock;
  GQueue        letters;
  gboolean      is_woken;
  GMainContext *context;
  void        (*take) (gpointer letter);
};

/* NULL: there is none, and who puts in the next one wakes the taker again. */
static gpointer
pop (KontorMailbox *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->is_woken = self->letters.length > 0;

  return g_queue_pop_head (&self->letters);
}

static gboolean
on_mail (gpointer data)
{
  KontorMailbox *self = data;
  gint64 until_us = g_get_monotonic_time () + SLICE_US;

  do
    {
      gpointer letter = pop (self);

      if (letter == NULL)
        return G_SOURCE_REMOVE;
      self->take (letter);
    }
  while (g_get_monotonic_time () < until_us);

  return G_SOURCE_CONTINUE;
}

KontorMailbox *
kontor_mailbox_new (GMainContext *context, void (*take) (gpointer letter))
{
  KontorMailbox *self = g_new0 (KontorMailbox, 1);

  g_mutex_init (&self->lock);
  self->context = context;
  self->take = take;

  return self;
}

void
kontor_mailbox_put (KontorMailbox *self, gpointer letter)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_queue_push_tail (&self->letters, letter);
  if (!self->is_woken)
    {
      g_autoptr(GSource) source = g_idle_source_new ();

      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, on_mail, self, NULL);
      g_source_attach (source, self->context);
    }
  self->is_woken = TRUE;
}
