/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wrong answer costs more than none, so each sentence must first prove to be a question about
 * what the shop does in general; what is left over is for people or for the booking dialogue. */
#include "assistant/asked.h"

#include "assistant/english.h"
#include "model/text.h"

#include <string.h>

/* More than this is a letter, and a person should read it whole. */
#define MOST_BYTES 2000
#define MOST_SENTENCES 12
#define MOST_UNITS 16

typedef struct {
  KontorWordSet *intros, *leads, *asks, *topics, *telling, *chat, *people, *cases, *case_nouns,
                *case_leads, *requests, *days, *offers, *possession, *states;
} Tables;

static Tables *
make_tables (void)
{
  Tables *tables = g_new0 (Tables, 1);

  tables->intros = kontor_word_set_new (kontor_english_intros);
  tables->leads = kontor_word_set_new (kontor_english_leads);
  tables->asks = kontor_word_set_new (kontor_english_asks);
  tables->topics = kontor_word_set_new (kontor_english_topics);
  tables->telling = kontor_word_set_new (kontor_english_telling);
  tables->chat = kontor_word_set_new (kontor_english_chat);
  tables->people = kontor_word_set_new (kontor_english_people);
  tables->cases = kontor_word_set_new (kontor_english_case);
  tables->case_nouns = kontor_word_set_new (kontor_english_case_nouns);
  tables->case_leads = kontor_word_set_new (kontor_english_case_leads);
  tables->requests = kontor_word_set_new (kontor_english_requests);
  tables->days = kontor_word_set_new (kontor_english_days);
  tables->offers = kontor_word_set_new (kontor_english_offers);
  tables->possession = kontor_word_set_new (kontor_english_possession);
  tables->states = kontor_word_set_new (kontor_english_states);

  return tables;
}

static const Tables *
get_tables (void)
{
  static Tables *tables;

  if (g_once_init_enter (&tables))
    g_once_init_leave (&tables, make_tables ());

  return tables;
}

/* ---- words ---- */

static gboolean
has_unit (const GPtrArray *units, const KontorTerm *term)
{
  gboolean is_price = kontor_word_is_price (term->word);

  for (guint i = 0; i < units->len; i++)
    {
      const KontorAskedUnit *unit = units->pdata[i];

      if (strcmp (unit->stem, term->stem) == 0 || (is_price && unit->is_price))
        return TRUE;
    }

  return FALSE;
}

static KontorAskedNeeds
get_needs (const char *word)
{
  if (kontor_word_is_price (word))
    return KONTOR_NEEDS_MONEY;
  if (strcmp (word, "howlong") == 0)
    return KONTOR_NEEDS_SPAN;
  if (strcmp (word, "howfar") == 0)
    return KONTOR_NEEDS_DISTANCE;

  return strcmp (word, "howmany") == 0 ? KONTOR_NEEDS_COUNT : KONTOR_NEEDS_NOTHING;
}

/* "Does the driver", "can your drivers". */
static gboolean
is_subject (const GArray *terms, guint at)
{
  const KontorTerm *before;

  if (at < 2)
    return FALSE;
  before = &g_array_index (terms, KontorTerm, at - 1);

  return kontor_word_set_has (get_tables ()->leads, before[-1].word) &&
         g_strv_contains ((const char *const[]) { "the", "your", "ur", "my", "a", NULL },
                          before->word);
}

static void
add_unit (KontorAsked *asked, const GArray *terms, guint at)
{
  const KontorTerm *term = &g_array_index (terms, KontorTerm, at);
  KontorAskedUnit *unit;

  if ((asked->needs & KONTOR_NEEDS_COUNT) && asked->counted == NULL)
    asked->counted = g_strdup (term->stem);
  if (has_unit (asked->units, term))
    return;
  unit = kontor_asked_unit_new (term);
  unit->is_subject = is_subject (terms, at);
  g_ptr_array_add (asked->units, unit);
}

static void
read_units (KontorAsked *asked)
{
  const Tables *tables = get_tables ();
  g_autoptr(GArray) terms = kontor_terms_read (asked->text);
  gboolean is_intro = TRUE;

  for (guint i = 0; i < terms->len && asked->units->len < MOST_UNITS; i++)
    {
      const KontorTerm *term = &g_array_index (terms, KontorTerm, i);

      is_intro = is_intro && kontor_word_set_has (tables->intros, term->word);
      asked->needs |= get_needs (term->word);
      if (is_intro || term->is_number || g_utf8_strlen (term->word, 2) < 2 ||
          kontor_word_is_skipped (term->word))
        continue;
      add_unit (asked, terms, i);
    }
}

/* ---- sentences ---- */

/* @folded after greetings and the like. */
static const char *
skip_intros (const char *folded)
{
  const char *space;

  while ((space = strchr (folded, ' ')) != NULL)
    {
      g_autofree char *word = g_strndup (folded, space - folded);

      if (!kontor_word_set_has (get_tables ()->intros, word))
        break;
      folded = space + 1;
    }

  return folded;
}

/* A few words without a verb, one of which asks: "child seat price". */
static gboolean
is_topic (char **words)
{
  const Tables *tables = get_tables ();
  gboolean asks = FALSE;

  if (g_strv_length (words) > 6)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (kontor_word_set_has (tables->telling, words[i]))
        return FALSE;
      asks = asks || kontor_word_set_has (tables->topics, words[i]);
    }

  return asks && g_strv_length (words) > 1;
}

/* "Is my driver…", "where is my booking": a lead, my, and within two words what it is about. */
static gboolean
is_own_case (char **words)
{
  const Tables *tables = get_tables ();
  guint n = g_strv_length (words);

  for (guint i = 1; i < n; i++)
    {
      if (strcmp (words[i], "my") != 0 && strcmp (words[i], "our") != 0)
        continue;
      if (!kontor_word_set_has (tables->case_leads, words[i - 1]))
        continue;
      if (strcmp (words[0], "how") == 0 || (i > 1 && strcmp (words[i - 2], "if") == 0))
        continue;
      for (guint j = i + 1; j < n && j <= i + 2; j++)
        if (kontor_word_set_has (tables->case_nouns, words[j]))
          return TRUE;
    }

  return FALSE;
}

/* "Is the flight late", "are the drivers here". */
static gboolean
is_about_now (char **words)
{
  const Tables *tables = get_tables ();
  guint n = g_strv_length (words);

  return n >= 4 && n <= 6 &&
         g_strv_contains ((const char *const[]) { "is", "are", "has", "have", NULL }, words[0]) &&
         g_strv_contains ((const char *const[]) { "the", "our", NULL }, words[1]) &&
         kontor_word_set_has (tables->case_nouns, words[2]) &&
         kontor_word_set_has (tables->states, words[n - 1]);
}

static gboolean
is_request (const char *folded, char **words)
{
  const Tables *tables = get_tables ();
  gboolean is_for_me = FALSE, is_dated = FALSE;

  if (!kontor_word_set_begins (tables->requests, folded))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      is_for_me |= g_strv_contains ((const char *const[]) { "me", "my", "us", NULL }, words[i]);
      is_dated |= g_ascii_isdigit (words[i][0]) || kontor_word_set_has (tables->days, words[i]);
    }

  return is_for_me && is_dated;
}

static KontorAskedKind
tell_kind (const char *text)
{
  const Tables *tables = get_tables ();
  g_autofree char *folded = kontor_text_dup_folded (text);
  const char *core = skip_intros (folded);
  g_auto(GStrv) words = g_strsplit (core, " ", -1);

  if (kontor_word_set_is_in (tables->chat, folded))
    return KONTOR_ASKED_CHAT;
  if (strchr (text, '?') == NULL && strstr (text, "؟") == NULL && strstr (text, "？") == NULL &&
      !kontor_word_set_begins (tables->leads, core) &&
      !kontor_word_set_is_in (tables->asks, folded) && !is_topic (words))
    return KONTOR_ASKED_NOTHING;
  if (kontor_word_set_is_in (tables->cases, folded) || is_own_case (words) ||
      is_about_now (words))
    return KONTOR_ASKED_CASE;
  if (is_request (core, words))
    return KONTOR_ASKED_REQUEST;

  return KONTOR_ASKED_QUESTION;
}

static KontorAsked *
asked_new (const char *text, KontorAskedKind kind)
{
  g_autofree char *folded = kontor_text_dup_folded (text);
  KontorAsked *asked = g_new0 (KontorAsked, 1);

  asked->text = g_strstrip (g_strdup (text));
  asked->kind = kind;
  asked->units = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_asked_unit_free);
  asked->is_offer = kontor_word_set_is_in (get_tables ()->offers, folded);
  asked->is_possession = kontor_word_set_is_in (get_tables ()->possession, folded);
  if (kind == KONTOR_ASKED_QUESTION)
    read_units (asked);
  if (kind == KONTOR_ASKED_QUESTION && asked->units->len == 0)
    asked->kind = KONTOR_ASKED_NOTHING;

  return asked;
}

void
kontor_asked_free (KontorAsked *self)
{
  g_free (self->text);
  g_free (self->counted);
  g_ptr_array_unref (self->units);
  g_free (self);
}

static char *
dup_shortened (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, strnlen (text, MOST_BYTES));

  return g_steal_pointer (&valid);
}

KontorAsked *
kontor_asked_all (const char *text)
{
  g_autofree char *shortened = dup_shortened (text);

  return asked_new (shortened, KONTOR_ASKED_QUESTION);
}

static void
add_sentence (GPtrArray *all, const char *sentence)
{
  g_autofree char *folded = kontor_text_dup_folded (sentence);

  if (*folded != '\0' && all->len < MOST_SENTENCES)
    g_ptr_array_add (all, asked_new (sentence, tell_kind (sentence)));
}

/* Ends after . ! ? and lines, and before "and how much…". */
static GRegex *
get_ends (void)
{
  static GRegex *ends;

  if (g_once_init_enter (&ends))
    g_once_init_leave (&ends, g_regex_new (
      "(?<=[.!?\\x{061f}\\x{ff1f}])\\s+|\\n+|(?<=[?\\x{061f}\\x{ff1f}])(?=\\w)|"
      "[,;:]?\\s+(?:and|but|also|plus|n|&)\\s+(?=(?:what|whats|which|how|do|does|can|could|is|are|"
      "will|when|where|should|if)\\b)",
      G_REGEX_CASELESS, 0, NULL));

  return ends;
}

GPtrArray *
kontor_asked_read (const char *text, gboolean *is_for_people)
{
  g_autofree char *shortened = dup_shortened (text);
  g_autofree char *folded = kontor_text_dup_folded (shortened);
  g_auto(GStrv) sentences = g_regex_split (get_ends (), shortened, 0);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_asked_free);

  *is_for_people = kontor_word_set_is_in (get_tables ()->people, folded);
  for (guint i = 0; sentences[i] != NULL; i++)
    add_sentence (all, sentences[i]);

  return all;
}

GPtrArray *
kontor_asked_split (const KontorAsked *self)
{
  static GRegex *joints;
  g_auto(GStrv) parts = NULL;
  g_autoptr(GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_asked_free);

  if (g_once_init_enter (&joints))
    g_once_init_leave (&joints, g_regex_new ("\\s+(?:and|or|&|\\+|n)\\s+|\\s*[,/&+]\\s*",
                                             G_REGEX_CASELESS, 0, NULL));
  parts = g_regex_split (joints, self->text, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr(KontorAsked) part = asked_new (parts[i], KONTOR_ASKED_QUESTION);

      part->is_offer |= self->is_offer;
      part->is_possession |= self->is_possession;
      if (part->units->len > 0)
        g_ptr_array_add (all, g_steal_pointer (&part));
    }

  return all->len > 1 ? g_steal_pointer (&all) : NULL;
}
