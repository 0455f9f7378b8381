/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word is mended only when no table has it: "plane" is a word, not a slip for "place". */
#include "assistant/asked-unit.h"

#include "assistant/english.h"
#include "assistant/stem.h"
#include "model/text.h"

#include <string.h>

typedef struct {
  KontorWordSet *skipped, *light, *price, *topics, *plain;
  GHashTable    *groups;  /* stem → GPtrArray of char *, the lines it is in */
  GHashTable    *members; /* every word of a group */
} Tables;

static void
add_group (Tables *tables, const char *line)
{
  g_auto(GStrv) words = g_strsplit (line, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *stem = kontor_stem (words[i]);
      GPtrArray *lines = g_hash_table_lookup (tables->groups, stem);

      if (lines == NULL)
        {
          lines = g_ptr_array_new ();
          g_hash_table_insert (tables->groups, g_steal_pointer (&stem), lines);
        }
      if (!g_ptr_array_find (lines, line, NULL))
        g_ptr_array_add (lines, (gpointer) line);
      g_hash_table_add (tables->members, g_strdup (words[i]));
    }
}

static KontorWordSet *
make_stems (const char *table)
{
  g_auto(GStrv) words = g_strsplit (table, "|", -1);
  g_autoptr(GString) stems = g_string_new (table);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *stem = kontor_stem (words[i]);

      g_string_append_printf (stems, "|%s", stem);
    }

  return kontor_word_set_new (stems->str);
}

static const Tables *
get_tables (void)
{
  static Tables *tables;

  if (g_once_init_enter (&tables))
    {
      Tables *made = g_new0 (Tables, 1);

      made->skipped = kontor_word_set_new (kontor_english_skipped);
      made->light = kontor_word_set_new (kontor_english_light);
      made->price = kontor_word_set_new (kontor_english_price);
      made->topics = kontor_word_set_new (kontor_english_topics);
      made->plain = make_stems (kontor_english_plain);
      made->groups = g_hash_table_new (g_str_hash, g_str_equal);
      made->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; kontor_english_groups[i] != NULL; i++)
        add_group (made, kontor_english_groups[i]);
      g_once_init_leave (&tables, made);
    }

  return tables;
}

gboolean
kontor_word_is_skipped (const char *word)
{
  return kontor_word_set_has (get_tables ()->skipped, word);
}

gboolean
kontor_word_is_price (const char *word)
{
  return kontor_word_set_has (get_tables ()->price, word);
}

void
kontor_asked_unit_free (KontorAskedUnit *self)
{
  g_free (self->word);
  g_free (self->stem);
  g_hash_table_unref (self->stems);
  g_ptr_array_unref (self->words);
  g_free (self);
}

static void
add_meaning (KontorAskedUnit *unit, const char *word, int percent)
{
  g_autofree char *stem = kontor_stem (word);
  int known = GPOINTER_TO_INT (g_hash_table_lookup (unit->stems, stem));

  if (percent > known)
    g_hash_table_insert (unit->stems, g_steal_pointer (&stem), GINT_TO_POINTER (percent));
  if (known == 0)
    g_ptr_array_add (unit->words, g_strdup (word));
}

/* @word for @percent, and what may stand for it for a little less. */
static void
add_meanings (KontorAskedUnit *unit, const char *word, int percent)
{
  g_autofree char *stem = kontor_stem (word);
  GPtrArray *lines = g_hash_table_lookup (get_tables ()->groups, stem);

  add_meaning (unit, word, percent);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      g_auto(GStrv) words = g_strsplit (lines->pdata[i], "|", -1);

      for (guint j = 0; words[j] != NULL; j++)
        add_meaning (unit, words[j], percent * 9 / 10);
    }
}

KontorAskedUnit *
kontor_asked_unit_new (const KontorTerm *term)
{
  const Tables *tables = get_tables ();
  KontorAskedUnit *unit = g_new0 (KontorAskedUnit, 1);

  unit->word = g_strdup (term->word);
  unit->stem = g_strdup (term->stem);
  unit->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  unit->words = g_ptr_array_new_with_free_func (g_free);
  unit->is_light = kontor_word_set_has (tables->light, term->word);
  unit->is_price = kontor_word_set_has (tables->price, term->word);
  add_meanings (unit, term->word, 100);

  return unit;
}

void
kontor_asked_unit_mend (KontorAskedUnit *self, const char *wanted, gboolean is_sure)
{
  add_meanings (self, wanted, is_sure ? 90 : 75);
  self->is_slip |= !is_sure;
}

static gboolean
is_close_to_one (const KontorAskedUnit *unit, const char *table)
{
  g_auto(GStrv) words = g_strsplit (table, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) >= 5 && kontor_text_is_close (unit->word, words[i]))
      return TRUE;

  return FALSE;
}

static void
mend_from_groups (KontorAskedUnit *unit)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, get_tables ()->members);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (kontor_text_is_close (unit->word, word))
      kontor_asked_unit_mend (unit, word, TRUE);
}

gboolean
kontor_asked_unit_is_real (const KontorAskedUnit *self)
{
  const Tables *tables = get_tables ();

  return kontor_word_set_has (tables->light, self->word) ||
         kontor_word_set_has (tables->plain, self->word) ||
         kontor_word_set_has (tables->plain, self->stem) ||
         kontor_word_set_has (tables->topics, self->word) ||
         g_hash_table_contains (tables->members, self->word) ||
         g_hash_table_contains (tables->groups, self->stem);
}

gboolean
kontor_asked_unit_is_idle (KontorAskedUnit *self)
{
  if (kontor_asked_unit_is_real (self))
    return FALSE;
  if (is_close_to_one (self, kontor_english_skipped))
    return TRUE;

  self->is_light |= is_close_to_one (self, kontor_english_light);
  mend_from_groups (self);

  return FALSE;
}
