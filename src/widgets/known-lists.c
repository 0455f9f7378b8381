/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/known-lists.h"

#include "model/currencies.h"

#include <string.h>

/* What every system with zones has beside them: "AE<tab>+2518+05518<tab>Asia/Dubai<tab>comment". */
#define ZONES "/usr/share/zoneinfo/zone.tab"

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): the zones of the computer, at least that which every business has. */
static char **
dup_zones (void)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  g_autofree char *content = NULL;
  g_auto(GStrv) lines = NULL;

  g_file_get_contents (ZONES, &content, NULL, NULL);
  lines = g_strsplit (content != NULL ? content : "", "\n", -1);
  g_ptr_array_add (all, g_strdup ("UTC"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", 4);

      if (*lines[i] != '#' && g_strv_length (cells) >= 3)
        g_ptr_array_add (all, g_strjoin (" · ", cells[2], cells[0], cells[3], NULL));
    }
  g_ptr_array_sort (all, compare);
  g_ptr_array_add (all, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&all), FALSE);
}

static char **
dup_currencies (void)
{
  g_autoptr(GStrvBuilder) all = g_strv_builder_new ();

  for (gsize i = 0; i < kontor_n_currencies; i++)
    {
      g_autofree char *text = g_strjoin (" · ", kontor_currencies[i].code,
                                         kontor_currencies[i].symbols, NULL);

      g_strv_builder_add (all, text);
    }

  return g_strv_builder_end (all);
}

char **
kontor_known_lists_dup (const char *name)
{
  if (g_strcmp0 (name, "zone") == 0)
    return dup_zones ();

  return g_strcmp0 (name, "currency") == 0 ? dup_currencies () : NULL;
}
