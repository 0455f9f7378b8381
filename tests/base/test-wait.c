/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wait.h"

static gboolean
on_main_loop_ran (gpointer data)
{
  g_assert_not_reached ();

  return G_SOURCE_REMOVE;
}

static gboolean
answer (gpointer task)
{
  g_task_return_int (task, 42);

  return G_SOURCE_REMOVE;
}

/* Answers in the thread's context, as a library does. */
static void
ask (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  GSource *source = g_idle_source_new ();

  g_source_set_callback (source, answer, task, g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
  g_source_unref (source);
}

static void
on_cancelled (GCancellable *cancellable, gpointer task)
{
  g_task_return_error_if_cancelled (task);
  g_object_unref (task);
}

/* Never answers by itself. */
static void
ask_nobody (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled), task);
}

static void
test_answer (void)
{
  guint idle = g_idle_add (on_main_loop_ran, NULL);

  {
    g_autoptr (KontorWait) wait = kontor_wait_new (60000);
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < 2; i++)
      {
        GAsyncResult *result;

        ask (kontor_wait_get_cancellable (wait), kontor_wait_on_answered, wait);
        result = kontor_wait_get_result (wait);
        g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, 42);
        g_assert_no_error (error);
      }
  }

  g_assert_null (g_main_context_get_thread_default ());
  g_source_remove (idle);
}

static void
test_limit (void)
{
  g_autoptr (KontorWait) wait = kontor_wait_new (1);
  g_autoptr (GError) error = NULL;
  GAsyncResult *result;

  ask_nobody (kontor_wait_get_cancellable (wait), kontor_wait_on_answered, wait);
  result = kontor_wait_get_result (wait);
  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wait/gives-each-answer-and-runs-nothing-else", test_answer);
  g_test_add_func ("/wait/ends-when-nobody-answers", test_limit);

  return g_test_run ();
}
