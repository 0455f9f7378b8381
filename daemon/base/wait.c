/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The _sync functions of libraries do the same inside, but nothing can end them: their cancellable
 * would have to be cancelled by a loop that does not run. Here the limit is a source on the very
 * context that is waited on. */
#include "base/wait.h"

struct KontorWait {
  GMainContext *context;
  GSource *limit;
  GCancellable *cancellable;
  GAsyncResult *result;
};

static gboolean
on_ran_out (gpointer data)
{
  KontorWait *self = data;

  g_cancellable_cancel (self->cancellable);

  return G_SOURCE_REMOVE;
}

KontorWait *
kontor_wait_new (guint limit_ms)
{
  KontorWait *self = g_new0 (KontorWait, 1);

  self->context = g_main_context_new ();
  self->cancellable = g_cancellable_new ();
  self->limit = g_timeout_source_new (limit_ms);
  g_source_set_callback (self->limit, on_ran_out, self, NULL);
  g_source_attach (self->limit, self->context);
  g_main_context_push_thread_default (self->context);

  return self;
}

void
kontor_wait_free (KontorWait *self)
{
  g_source_destroy (self->limit);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  g_source_unref (self->limit);
  g_clear_object (&self->result);
  g_object_unref (self->cancellable);
  g_main_context_unref (self->context);
  g_free (self);
}

GCancellable *
kontor_wait_get_cancellable (KontorWait *self)
{
  return self->cancellable;
}

void
kontor_wait_on_answered (GObject *source, GAsyncResult *result, gpointer wait)
{
  KontorWait *self = wait;

  g_set_object (&self->result, result);
}

GAsyncResult *
kontor_wait_get_result (KontorWait *self)
{
  g_clear_object (&self->result);
  while (self->result == NULL)
    g_main_context_iteration (self->context, TRUE);

  return self->result;
}
