/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/mailbox.h"

#define THREADS 4
#define LETTERS 20000

static KontorMailbox *box;
static guint last[THREADS], n_taken;

/* A letter is its writer and its number. */
static void
take (gpointer letter)
{
  guint writer = GPOINTER_TO_UINT (letter) % THREADS, number = GPOINTER_TO_UINT (letter) / THREADS;

  g_assert_cmpuint (number, ==, last[writer] + 1);
  last[writer] = number;
  n_taken++;
}

static gpointer
write_all (gpointer data)
{
  for (guint i = 1; i <= LETTERS; i++)
    kontor_mailbox_put (box, GUINT_TO_POINTER (i * THREADS + GPOINTER_TO_UINT (data)));

  return NULL;
}

static void
test_what_several_threads_leave_is_taken_whole_and_in_order (void)
{
  GThread *threads[THREADS];

  box = kontor_mailbox_new (NULL, take);
  for (guint i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("writer", write_all, GUINT_TO_POINTER (i));
  while (n_taken < THREADS * LETTERS)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < THREADS; i++)
    g_thread_join (threads[i]);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mailbox/what-several-threads-leave-is-taken-whole-and-in-order",
                   test_what_several_threads_leave_is_taken_whole_and_in_order);

  return g_test_run ();
}
