/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mentions.c — names are looked for as people write them: in any case, the longest that fits, and
 * not within a word, so that an e-mail address mentions nobody. */
#include "inbox/mentions.h"

#include "model/record.h"

void
kontor_mention_free (KontorMention *self)
{
  g_free (self->teammate);
  g_free (self);
}

/* How many characters @text begins with that are @name; 0: it is another word. */
static guint
match (const char *text, const char *name)
{
  guint length = 0;

  for (; *name != '\0'; name = g_utf8_next_char (name), text = g_utf8_next_char (text), length++)
    if (*text == '\0' || g_unichar_tolower (g_utf8_get_char (text)) !=
                         g_unichar_tolower (g_utf8_get_char (name)))
      return 0;

  return g_unichar_isalnum (g_utf8_get_char (text)) ? 0 : length;
}

static char *
dup_first (GVariant *teammate)
{
  g_auto(GStrv) words = g_strsplit (kontor_record_get_text (teammate, "name"), " ", 2);

  return g_strdup (words[0]);
}

static gboolean
is_alone (GPtrArray *teammates, const char *first)
{
  guint same = 0;

  for (guint i = 0; i < teammates->len; i++)
    {
      g_autofree char *other = dup_first (teammates->pdata[i]);

      same += match (other, first) > 0;
    }

  return same == 1;
}

/* Who is meant by what follows the "@"; NULL: nobody. */
static GVariant *
find_named (const char *text, GPtrArray *teammates, guint *length)
{
  GVariant *found = NULL;

  *length = 0;
  for (guint i = 0; i < teammates->len; i++)
    {
      GVariant *teammate = teammates->pdata[i];
      g_autofree char *first = dup_first (teammate);
      guint whole = match (text, kontor_record_get_text (teammate, "name"));
      guint fits = whole > 0 ? whole : is_alone (teammates, first) ? match (text, first) : 0;

      if (fits > *length)
        {
          *length = fits;
          found = teammate;
        }
    }

  return found;
}

GPtrArray *
kontor_mentions_find (const char *text, GPtrArray *teammates)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_mention_free);
  gunichar before = 0;
  guint at = 0, length;

  for (const char *here = text; *here != '\0'; here = g_utf8_next_char (here), at++)
    {
      GVariant *named = *here == '@' && !g_unichar_isalnum (before)
        ? find_named (here + 1, teammates, &length) : NULL;

      before = g_utf8_get_char (here);
      if (named != NULL)
        {
          KontorMention *mention = g_new0 (KontorMention, 1);

          mention->teammate = g_strdup (kontor_record_get_text (named, "id"));
          mention->at = at;
          mention->length = length + 1;
          g_ptr_array_add (found, mention);
        }
    }

  return found;
}
