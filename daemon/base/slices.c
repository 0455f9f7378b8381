/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/slices.h"

#define SLICE_US 3000

struct _KontorSlices
{
  GQueue   waiting;
  void   (*todo) (gpointer data);
  guint    source;
};

static gboolean
on_turn (gpointer data)
{
  KontorSlices *self = data;
  gint64 until_us = g_get_monotonic_time () + SLICE_US;

  do
    self->todo (g_queue_pop_head (&self->waiting));
  while (self->waiting.length > 0 && g_get_monotonic_time () < until_us);
  if (self->waiting.length > 0)
    return G_SOURCE_CONTINUE;
  self->source = 0;

  return G_SOURCE_REMOVE;
}

KontorSlices *
kontor_slices_new (void (*todo) (gpointer data))
{
  KontorSlices *self = g_new0 (KontorSlices, 1);

  self->todo = todo;

  return self;
}

void
kontor_slices_free (KontorSlices *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  while (self->waiting.length > 0)
    self->todo (g_queue_pop_head (&self->waiting));
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

void
kontor_slices_add (KontorSlices *self, gpointer data)
{
  g_queue_push_tail (&self->waiting, data);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, on_turn, self, NULL);
}
