/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/passages.h"

#include "assistant/suspect.h"

#define LOOKED_AT 20
#define MOST 6
#define LEAST_SCORE 0.15

static gboolean
may_read (const KontorAssistant *assistant, const KontorPassage *passage)
{
  return assistant->sources[0] == NULL ||
         (passage->source != NULL &&
          g_strv_contains ((const char *const *) assistant->sources, passage->source));
}

static gboolean
is_order (const KontorPassage *passage)
{
  g_autofree char *whole = g_strjoin ("\n", passage->text,
                                      passage->title != NULL ? passage->title : "",
                                      passage->question != NULL ? passage->question : "", NULL);

  return kontor_suspect_is_order (whole);
}

GPtrArray *
kontor_passages_find (KontorStore *store, const KontorAssistant *assistant, const char *question,
                      GPtrArray *left_out, GError **error)
{
  g_autoptr(GPtrArray) all = kontor_knowledge_search (store, question, LOOKED_AT, error);
  g_autoptr(GPtrArray) found = NULL;

  if (all == NULL)
    return NULL;
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_passage_free);
  for (guint i = 0; i < all->len && found->len < MOST; i++)
    {
      KontorPassage *passage = all->pdata[i];

      if (!may_read (assistant, passage) || passage->score < LEAST_SCORE)
        continue;
      if (!is_order (passage))
        g_ptr_array_add (found, kontor_passage_copy (passage));
      else if (left_out != NULL)
        g_ptr_array_add (left_out, g_strdup (passage->id));
    }

  return g_steal_pointer (&found);
}
