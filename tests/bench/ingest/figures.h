/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures.h — times that were measured, and what is said of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of gint64, in µs. (transfer full) */
static inline GArray *
figures_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static inline void
figures_add (GArray *self, gint64 time_us)
{
  g_array_append_val (self, time_us);
}

static inline int
figures_compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* In ms: what @share of all (0.5: the median, 1: all) stayed within. Sorts. */
static inline double
figures_within_ms (GArray *self, double share)
{
  if (self->len == 0)
    return 0;
  g_array_sort (self, figures_compare);

  return g_array_index (self, gint64, (guint) (share * (self->len - 1) + 0.5)) / 1000.0;
}

G_END_DECLS
