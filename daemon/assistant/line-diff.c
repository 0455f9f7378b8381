/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line-diff.c — the longest common subsequence, by its table: a prompt has a hundred lines, and two
 * of a thousand cost four megabytes for a moment. What is longer counts as one last line. */
#include "assistant/line-diff.h"

#define MOST_LINES 1000

typedef struct {
  char   **before, **after;
  guint    n, m;
  guint32 *common;   /* of the ends from (i, j) on: the longest that both have */
} Diff;

static guint32 *
cell (const Diff *self, guint i, guint j)
{
  return &self->common[i * (self->m + 1) + j];
}

static void
measure (Diff *self)
{
  for (guint i = self->n; i-- > 0; )
    for (guint j = self->m; j-- > 0; )
      *cell (self, i, j) = g_str_equal (self->before[i], self->after[j])
                           ? *cell (self, i + 1, j + 1) + 1
                           : MAX (*cell (self, i + 1, j), *cell (self, i, j + 1));
}

static void
add (GString *told, char sign, const char *line)
{
  g_string_append_c (told, sign);
  g_string_append (told, line);
  g_string_append_c (told, '\n');
}

static void
tell (const Diff *self, GString *told)
{
  guint i = 0, j = 0;

  while (i < self->n || j < self->m)
    {
      gboolean both = i < self->n && j < self->m &&
                      g_str_equal (self->before[i], self->after[j]);

      if (both)
        {
          add (told, ' ', self->before[i++]);
          j++;
        }
      else if (j == self->m ||
               (i < self->n && *cell (self, i + 1, j) >= *cell (self, i, j + 1)))
        add (told, '-', self->before[i++]);
      else
        add (told, '+', self->after[j++]);
    }
}

char *
kontor_line_diff (const char *before, const char *after)
{
  g_auto(GStrv) old = g_strsplit (before, "\n", MOST_LINES);
  g_auto(GStrv) new = g_strsplit (after, "\n", MOST_LINES);
  Diff self = { old, new, g_strv_length (old), g_strv_length (new), NULL };
  GString *told = g_string_new (NULL);

  self.common = g_new0 (guint32, (gsize) (self.n + 1) * (self.m + 1));
  measure (&self);
  tell (&self, told);
  g_free (self.common);

  return g_string_free (told, FALSE);
}
