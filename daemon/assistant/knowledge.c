/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index finds the candidates, score.c judges them. How rare a word is, is asked of the index
 * together with all that may stand for it, so "kid" is as common as "child" is in the shop. */
#include "assistant/knowledge.h"

#include "assistant/english.h"
#include "assistant/knowledge-table.h"
#include "assistant/score.h"
#include "model/text.h"

#include <string.h>

#define CANDIDATES 24
#define LONGEST_MENDED 32

void
kontor_passage_free (KontorPassage *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->question);
  g_free (self->text);
  g_free (self->source);
  g_free (self);
}

KontorPassage *
kontor_passage_copy (const KontorPassage *passage)
{
  KontorPassage *copy = g_new0 (KontorPassage, 1);

  copy->id = g_strdup (passage->id);
  copy->title = g_strdup (passage->title);
  copy->question = g_strdup (passage->question);
  copy->text = g_strdup (passage->text);
  copy->source = g_strdup (passage->source);
  copy->score = passage->score;

  return copy;
}

/* Words were folded and hold no quotes. */
static void
add_to_match (GString *match, const char *words, gboolean is_prefix)
{
  g_string_append_printf (match, "%s\"%s\"%s", match->len > 0 ? " OR " : "", words,
                          is_prefix ? "*" : "");
}

static char *
dup_match (const KontorAskedUnit *unit)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < unit->words->len; i++)
    {
      const char *word = unit->words->pdata[i];

      add_to_match (match, word, FALSE);
      for (const KontorEnglishPhrase *row = kontor_english_phrases; row->phrase != NULL; row++)
        if (strcmp (row->word, word) == 0)
          add_to_match (match, row->phrase, FALSE);
    }
  if (strlen (unit->stem) >= 5)
    add_to_match (match, unit->stem, TRUE);

  return g_string_free (match, FALSE);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/* One vowel for another in a short word: "seet" for "seat". More than a guess it is not. */
static gboolean
is_maybe_slip (const char *stem, const char *wanted)
{
  gsize len = strlen (stem);
  guint differ = 0;

  if (len < 4 || len > 6 || strlen (wanted) != len || stem[0] != wanted[0])
    return FALSE;
  for (gsize i = 1; i < len; i++)
    {
      if (stem[i] != wanted[i] && !(is_vowel (stem[i]) && is_vowel (wanted[i])))
        return FALSE;
      differ += stem[i] != wanted[i];
    }

  return differ == 1;
}

static gboolean
mend_from_letter (KontorStore *store, KontorAskedUnit *unit, gunichar letter, GError **error)
{
  g_auto(GStrv) stems = kontor_knowledge_table_stems (store, letter, error);

  if (stems == NULL)
    return FALSE;
  for (guint i = 0; stems[i] != NULL; i++)
    {
      if (kontor_text_is_close (unit->stem, stems[i]) ||
          kontor_text_is_close (unit->word, stems[i]))
        kontor_asked_unit_mend (unit, stems[i], TRUE);
      else if (is_maybe_slip (unit->stem, stems[i]))
        kontor_asked_unit_mend (unit, stems[i], FALSE);
    }

  return TRUE;
}

/* Looks among the words of the shop, which begin alike or with the first two letters swapped. */
static gboolean
mend_from_shop (KontorStore *store, KontorAskedUnit *unit, GError **error)
{
  gunichar first = g_utf8_get_char (unit->word);
  gunichar second = first == 0 ? 0 : g_utf8_get_char (g_utf8_next_char (unit->word));

  if (strlen (unit->word) > LONGEST_MENDED || second == 0)
    return TRUE;

  return mend_from_letter (store, unit, first, error) &&
         (second == first || mend_from_letter (store, unit, second, error));
}

/* −1 on error. */
static gint64
count_unit (KontorStore *store, const KontorAskedUnit *unit, GError **error)
{
  g_autofree char *match = dup_match (unit);

  return kontor_knowledge_table_count (store, match, error);
}

/* Takes out the words that say nothing once they are spelt right. */
static gboolean
weigh_units (KontorStore *store, KontorAsked *asked, GError **error)
{
  gint64 n = kontor_knowledge_table_count (store, NULL, error);

  if (n < 0)
    return FALSE;
  for (guint i = 0; i < asked->units->len; )
    {
      KontorAskedUnit *unit = asked->units->pdata[i];
      gint64 df = count_unit (store, unit, error);

      if (df == 0 && !kontor_asked_unit_is_real (unit))
        {
          if (kontor_asked_unit_is_idle (unit))
            {
              g_ptr_array_remove_index (asked->units, i);
              continue;
            }
          if (!mend_from_shop (store, unit, error))
            return FALSE;
          df = count_unit (store, unit, error);
        }
      if (df < 0)
        return FALSE;
      kontor_asked_unit_weigh (unit, df, n);
      i++;
    }
  kontor_asked_units_settle (asked->units);

  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const KontorPassage *first = *(KontorPassage *const *) a, *second = *(KontorPassage *const *) b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return strcmp (first->id, second->id);
}

GPtrArray *
kontor_knowledge_find (KontorStore *store, KontorAsked *asked, guint limit, GError **error)
{
  g_autoptr(GString) match = g_string_new (NULL);
  GPtrArray *found;

  if (!weigh_units (store, asked, error))
    return NULL;
  for (guint i = 0; i < asked->units->len; i++)
    {
      g_autofree char *words = dup_match (asked->units->pdata[i]);

      g_string_append_printf (match, "%s%s", match->len > 0 ? " OR " : "", words);
    }
  if (match->len == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_passage_free);

  found = kontor_knowledge_table_find (store, match->str, CANDIDATES, error);
  if (found == NULL)
    return NULL;
  for (guint i = 0; i < found->len; i++)
    {
      KontorPassage *passage = found->pdata[i];

      passage->score = kontor_score_passage (asked, passage->title, passage->question,
                                             passage->text);
    }
  g_ptr_array_sort (found, compare);
  if (found->len > limit)
    g_ptr_array_remove_range (found, limit, found->len - limit);

  return found;
}

GPtrArray *
kontor_knowledge_search (KontorStore *store, const char *question, guint limit, GError **error)
{
  g_autoptr(KontorAsked) asked = kontor_asked_all (question);

  return kontor_knowledge_find (store, asked, limit, error);
}
