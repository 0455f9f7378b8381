/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that comes all at once is done in order, and lets others have their turn in between. */
#include "base/slices.h"

typedef struct {
  KontorSlices *slices;
  GString      *done;
  guint         turns;   /* of the others, while there was work */
} Fixture;

static Fixture *at_work;

/* Longer than a slice. */
static void
work (gpointer data)
{
  gint64 until_us = g_get_monotonic_time () + 4000;

  while (g_get_monotonic_time () < until_us)
    ;
  g_string_append_c (at_work->done, (char) GPOINTER_TO_INT (data));
  if (GPOINTER_TO_INT (data) == 'b')
    kontor_slices_add (at_work->slices, work, GINT_TO_POINTER ('z'));
}

static gboolean
on_turn (gpointer data)
{
  at_work->turns++;

  return G_SOURCE_CONTINUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  at_work = self;
  self->slices = kontor_slices_new ();
  self->done = g_string_new (NULL);
  for (char letter = 'a'; letter <= 'e'; letter++)
    kontor_slices_add (self->slices, work, GINT_TO_POINTER ((int) letter));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->slices, kontor_slices_free);
  g_string_free (self->done, TRUE);
}

static void
test_in_order (Fixture *self, gconstpointer data)
{
  guint other = g_idle_add_full (G_PRIORITY_DEFAULT, on_turn, NULL, NULL);

  g_assert_cmpstr (self->done->str, ==, "");
  while (self->done->len < 6)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->done->str, ==, "abcdez");
  g_assert_cmpuint (self->turns, >=, 5);
  g_source_remove (other);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
}

static void
test_the_rest (Fixture *self, gconstpointer data)
{
  g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->done->str, ==, "a");
  kontor_slices_free (self->slices);
  self->slices = NULL;
  g_assert_cmpstr (self->done->str, ==, "abcdez");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/slices/others-have-their-turn-in-between", Fixture, NULL, set_up, test_in_order,
              tear_down);
  g_test_add ("/slices/what-is-left-in-the-end-is-done", Fixture, NULL, set_up, test_the_rest,
              tear_down);

  return g_test_run ();
}
