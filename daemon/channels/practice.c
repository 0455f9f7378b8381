/* SPDX-License-Identifier: GPL-3.0-or-later */
/* practice.c — what is said to the customer stands in the conversation, and that is all: saying it
 * again changes nothing, so a crash in between needs nobody's decision. */
#include "channels/practice.h"

struct _KontorPractice { KontorChannel parent_instance; };

G_DEFINE_FINAL_TYPE (KontorPractice, kontor_practice, KONTOR_TYPE_CHANNEL)

void
kontor_practice_say (KontorPractice *self, KontorMessage *message,
                     void (*kept) (gboolean kept, gpointer data), gpointer data)
{
  KontorBatch *batch = kontor_batch_new ();

  g_ptr_array_add (batch->messages, message);
  batch->kept = kept;
  batch->data = data;
  kontor_channel_hand_over (KONTOR_CHANNEL (self), batch);
}

static void
practice_start (KontorChannel *channel, GVariant *record)
{
  kontor_channel_set_health (channel, KONTOR_CHANNEL_CONNECTED, NULL, 0, 0);
}

static void
practice_send_async (KontorChannel *channel, const KontorMessage *message,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);

  g_task_set_source_tag (task, practice_send_async);
  g_task_return_pointer (task, g_strdup_printf ("practice-%" G_GINT64_FORMAT, message->id), g_free);
}

static char *
practice_send_finish (KontorChannel *channel, GAsyncResult *result, KontorSetback *setback,
                      GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
practice_test_async (KontorChannel *channel, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);
  GVariantBuilder steps;

  g_task_set_source_tag (task, practice_test_async);
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("aa{sv}"));
  kontor_channel_add_step (&steps, N_("Nothing to reach"), TRUE,
                           N_("The practice channel works without a network."));
  g_task_return_pointer (task, g_variant_ref_sink (g_variant_builder_end (&steps)),
                         (GDestroyNotify) g_variant_unref);
}

static GVariant *
practice_test_finish (KontorChannel *channel, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
kontor_practice_class_init (KontorPracticeClass *klass)
{
  KontorChannelClass *channel_class = KONTOR_CHANNEL_CLASS (klass);

  channel_class->name = "practice";
  channel_class->title = N_("Practice");
  channel_class->text = N_("To try things out: you play the customer, on this computer alone.");
  channel_class->repeats_safely = TRUE;
  channel_class->answers_at_once = TRUE;
  channel_class->start = practice_start;
  channel_class->send_async = practice_send_async;
  channel_class->send_finish = practice_send_finish;
  channel_class->test_async = practice_test_async;
  channel_class->test_finish = practice_test_finish;
}

static void
kontor_practice_init (KontorPractice *self)
{
}
