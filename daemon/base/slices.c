/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/slices.h"

#define SLICE_US 3000

typedef struct {
  void   (*todo) (gpointer data);
  gpointer data;
} Work;

struct _KontorSlices
{
  GQueue waiting;   /* of Work */
  guint  source;
};

static void
do_first (KontorSlices *self)
{
  g_autofree Work *work = g_queue_pop_head (&self->waiting);

  work->todo (work->data);
}

static gboolean
on_turn (gpointer data)
{
  KontorSlices *self = data;
  gint64 until_us = g_get_monotonic_time () + SLICE_US;

  do
    do_first (self);
  while (self->waiting.length > 0 && g_get_monotonic_time () < until_us);
  if (self->waiting.length > 0)
    return G_SOURCE_CONTINUE;
  self->source = 0;

  return G_SOURCE_REMOVE;
}

KontorSlices *
kontor_slices_new (void)
{
  return g_new0 (KontorSlices, 1);
}

void
kontor_slices_free (KontorSlices *self)
{
  while (self->waiting.length > 0)
    do_first (self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

void
kontor_slices_add (KontorSlices *self, void (*todo) (gpointer data), gpointer data)
{
  Work *work = g_new0 (Work, 1);

  *work = (Work) { todo, data };
  g_queue_push_tail (&self->waiting, work);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, on_turn, self, NULL);
}
