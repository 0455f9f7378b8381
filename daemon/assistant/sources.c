/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/sources.h"

#include <string.h>

#include "assistant/figures.h"
#include "contacts/language.h"
#include "model/zone.h"
#include "store/records.h"

#define MOST_WORDS_OF_A_NAME 4
#define LEAST_OF_A_NAME 3
#define MOST_NAMES 400
#define LEAST_OF_A_STEM 3
#define MOST_OF_AN_ENDING 2

/* Schemes, mail addresses, and whatever looks like a host by itself. */
#define LINK "[\\p{L}\\d.+-]+@[\\p{L}\\d.-]+\\.\\p{L}{2,}|" \
  "[a-z][a-z0-9+.-]*://\\S+|(?:[\\p{L}\\d-]+\\.)+\\p{L}{2,}(?:/\\S*)?"

struct _KontorSources {
  const KontorLanguage *language;
  KontorFigures        *figures;
  GString              *known;    /* in small letters */
  GString              *words;    /* of the customer and the business: folded, spaces around */
  GHashTable           *heard;    /* the customer's words, folded */
};

KontorSources *
kontor_sources_new (const KontorBusiness *business, const KontorLanguage *language, gint64 now_us)
{
  const KontorLanguage *const languages[] = {
    language, kontor_business_get_language (business), kontor_language_find ("en"), NULL,
  };
  KontorSources *self = g_new0 (KontorSources, 1);
  KontorWallTime today = { 1, 1, 1, 0, 0 };

  kontor_zone_from_instant (now_us, business->zone, &today);
  self->language = language;
  self->figures = kontor_figures_new (languages, &today, business->month_first);
  self->known = g_string_new (NULL);
  self->words = g_string_new (" ");
  self->heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
kontor_sources_free (KontorSources *self)
{
  kontor_figures_free (self->figures);
  g_string_free (self->known, TRUE);
  g_string_free (self->words, TRUE);
  g_hash_table_unref (self->heard);
  g_free (self);
}

static void
add_words (KontorSources *self, const char *text)
{
  g_autofree char *folded = kontor_text_dup_folded (text);

  g_string_append_printf (self->words, "%s ", folded);
}

void
kontor_sources_know (KontorSources *self, const char *text)
{
  g_autofree char *lower = text != NULL ? g_utf8_strdown (text, -1) : NULL;

  if (text == NULL)
    return;
  kontor_figures_know (self->figures, text);
  g_string_append_printf (self->known, "%s\n", lower);
  add_words (self, text);
}

void
kontor_sources_recall (KontorSources *self, const char *text)
{
  if (text == NULL)
    return;
  kontor_figures_hear (self->figures, text);
  add_words (self, text);
}

void
kontor_sources_hear (KontorSources *self, const char *text)
{
  g_autoptr(GArray) tokens = text != NULL ? kontor_text_dup_tokens (text) : NULL;

  if (tokens == NULL)
    return;
  kontor_sources_recall (self, text);
  for (guint i = 0; i < tokens->len; i++)
    g_hash_table_add (self->heard, g_strdup (g_array_index (tokens, KontorToken, i).folded));
}

/* As it is, or with an ending: "Jeffrey's". */
static gboolean
was_word_heard (const KontorSources *self, const char *word)
{
  GHashTableIter iter;
  const char *heard;

  if (g_hash_table_contains (self->heard, word))
    return TRUE;
  g_hash_table_iter_init (&iter, self->heard);
  while (g_utf8_strlen (word, -1) >= LEAST_OF_A_STEM &&
         g_hash_table_iter_next (&iter, (gpointer *) &heard, NULL))
    if (g_str_has_prefix (heard, word) &&
        g_utf8_strlen (heard + strlen (word), -1) <= MOST_OF_AN_ENDING)
      return TRUE;

  return FALSE;
}

gboolean
kontor_sources_was_heard (const KontorSources *self, const char *text)
{
  g_autoptr(GArray) tokens = kontor_text_dup_tokens (text);

  for (guint i = 0; i < tokens->len; i++)
    {
      const KontorToken *token = &g_array_index (tokens, KontorToken, i);

      if (token->kind != KONTOR_TOKEN_PUNCT && !was_word_heard (self, token->folded))
        return FALSE;
    }

  return TRUE;
}

/* Whether @link stands in what is known, and not as the end of a longer one. */
static gboolean
is_known_link (const KontorSources *self, const char *link)
{
  const char *at = self->known->str;

  while ((at = strstr (at, link)) != NULL)
    {
      if (at == self->known->str ||
          (!g_ascii_isalnum (at[-1]) && strchr ("-.", at[-1]) == NULL) ||
          g_str_has_prefix (at - MIN (at - self->known->str, 4), "www."))
        return TRUE;
      at++;
    }

  return FALSE;
}

static char *
find_strange_link (const KontorSources *self, const char *reply)
{
  g_autoptr(GRegex) regex = g_regex_new (LINK, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  g_regex_match (regex, reply, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);
      g_autofree char *lower = g_utf8_strdown (found, -1);
      gsize len = strlen (lower);

      while (len > 0 && strchr (".,;:!?)/", lower[len - 1]) != NULL)
        lower[--len] = '\0';
      if (!is_known_link (self, lower))
        return g_steal_pointer (&found);
    }

  return NULL;
}

/* Small letters begin no name, where there are any. */
static gboolean
may_begin_name (const char *text, const KontorToken *token)
{
  return token->kind == KONTOR_TOKEN_WORD &&
         !g_unichar_islower (g_utf8_get_char (text + token->start));
}

/* Whether @name is another contact's, and nobody else spoke of it. */
static gboolean
is_strangers_name (const KontorSources *self, KontorStore *store, const char *contact,
                   const char *name, gboolean *is, GError **error)
{
  g_autofree char *folded = kontor_text_dup_folded (name);
  g_autofree char *around = g_strdup_printf (" %s ", folded);
  g_autoptr(GPtrArray) found = NULL;

  *is = FALSE;
  if (strstr (self->words->str, around) != NULL)
    return TRUE;
  found = kontor_records_query_by (store, kontor_kind_find ("contact"), "name", name, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    *is |= g_strcmp0 (kontor_record_get_text (found->pdata[i], "id"), contact) != 0;

  return found != NULL;
}

/* Each run of up to four words that may be a name. A word of the language alone is none. */
static gboolean
find_strange_name (const KontorSources *self, KontorStore *store, const char *contact,
                   const char *reply, char **found, GError **error)
{
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (self->language, reply);
  guint looked = 0;

  for (guint i = 0; i < tokens->len && looked < MOST_NAMES; i++)
    {
      const KontorToken *first = &g_array_index (tokens, KontorToken, i);

      for (guint n = 0; may_begin_name (reply, first) && n < MOST_WORDS_OF_A_NAME &&
           i + n < tokens->len; n++)
        {
          const KontorToken *last = &g_array_index (tokens, KontorToken, i + n);
          g_autofree char *name = g_strndup (reply + first->start,
                                             last->start + last->len - first->start);
          gboolean is = FALSE;

          if (last->kind != KONTOR_TOKEN_WORD)
            break;
          if (n == 0 && (first->known != NULL || g_utf8_strlen (name, -1) < LEAST_OF_A_NAME))
            continue;
          looked++;
          if (!is_strangers_name (self, store, contact, name, &is, error))
            return FALSE;
          if (is)
            *found = g_steal_pointer (&name);
          if (*found != NULL)
            return TRUE;
        }
    }

  return TRUE;
}

gboolean
kontor_sources_check (const KontorSources *self, KontorStore *store, const char *contact,
                      const char *reply, char **doubt, GError **error)
{
  g_autofree char *figure = kontor_figures_find_stranger (self->figures, reply);
  g_autofree char *link = figure == NULL ? find_strange_link (self, reply) : NULL;
  g_autofree char *name = NULL;

  *doubt = NULL;
  if (figure == NULL && link == NULL &&
      !find_strange_name (self, store, contact, reply, &name, error))
    return FALSE;
  if (figure != NULL)
    *doubt = g_strdup_printf ("“%s” stands in nothing that is known", figure);
  else if (link != NULL)
    *doubt = g_strdup_printf ("the address “%s” stands in nothing that is known", link);
  else if (name != NULL)
    *doubt = g_strdup ("it names another customer");

  return TRUE;
}
