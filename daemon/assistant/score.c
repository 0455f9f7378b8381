/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BM25 orders passages well and says nothing about whether the best of them is an answer: its
 * numbers have no scale. So it only chooses the candidates; what speaks is the share of the
 * question that a passage covers. A word that the shop never uses ("helicopter") weighs most and
 * is covered by nothing, which is what keeps the answerer silent. */
#include "assistant/score.h"

#include "assistant/english.h"
#include "assistant/terms.h"

#include <math.h>
#include <string.h>

#define UNKNOWN_WEIGHT 1.3
#define UNKNOWN_LIGHT_WEIGHT 0.1
#define LIGHT_SHARE 0.2
#define COMMON_SHARE 0.7
#define SUBJECT_SHARE 0.3

#define IN_TEXT 0.55
#define IN_TEXT_BESIDE_ONE 0.8
#define IN_TEXT_BESIDE_MORE 0.9
#define NAME_IN_TEXT 0.95

#define BORNE_OUT 0.97 /* the title has what stands for the word, the text the word itself */
#define LISTED_SHARE 0.5 /* what a text lists need not be in its title */

#define UNANCHORED 0.6
#define LACKING 0.5
#define TITLE_SHARE 0.2

typedef struct {
  double   in_head;      /* 0 to 1: how well a word of title or question stands for it */
  double   in_question;
  double   in_text;
  gboolean is_name;      /* or a thing in a list of prices */
} Cover;

void
kontor_asked_unit_weigh (KontorAskedUnit *unit, gint64 df, gint64 n)
{
  double rarity = df > 0 && n > 0 ? log (1.0 + (double) n / df) / log (1.0 + n) : 0;

  unit->is_common = df > MAX (3, n / 6);
  if (rarity == 0)
    unit->weight = unit->is_light ? UNKNOWN_LIGHT_WEIGHT : UNKNOWN_WEIGHT;
  else if (unit->is_light)
    unit->weight = rarity * LIGHT_SHARE;
  else
    unit->weight = rarity * (!unit->is_common ? 1 : unit->is_subject ? SUBJECT_SHARE
                                                                      : COMMON_SHARE);
}

void
kontor_asked_units_settle (GPtrArray *units)
{
  gboolean is_rare = FALSE;

  for (guint i = 0; i < units->len; i++)
    {
      const KontorAskedUnit *unit = units->pdata[i];

      is_rare |= unit->is_subject && !unit->is_common && !unit->is_light;
    }
  for (guint i = 0; is_rare && i < units->len; i++)
    {
      KontorAskedUnit *unit = units->pdata[i];

      if (unit->is_common && !unit->is_light)
        unit->weight /= unit->is_subject ? SUBJECT_SHARE : COMMON_SHARE;
    }
}

static gboolean
is_ending (const char *rest)
{
  return g_strv_contains ((const char *const[]) {
    "i", "li", "al", "er", "or", "y", "ing", "s", "es", "ed", "e", NULL }, rest);
}

/* One is the beginning of the other: "hour", "hourli". */
static gboolean
is_prefix (const char *a, const char *b)
{
  gsize len_a = strlen (a), len_b = strlen (b), len = MIN (len_a, len_b);
  const char *rest = len_a > len_b ? a + len : b + len;

  if (len < 4 || MAX (len_a, len_b) - len > 4 || strncmp (a, b, len) != 0)
    return FALSE;

  return len >= 5 || is_ending (rest);
}

/* 0 to 1: how well @term stands for @unit. */
static double
match (const KontorAskedUnit *unit, const KontorTerm *term)
{
  int percent = GPOINTER_TO_INT (g_hash_table_lookup (unit->stems, term->stem));

  if (percent > 0)
    return percent / 100.0;

  return is_prefix (unit->stem, term->stem) ? 0.8 : 0;
}

typedef struct { KontorWordSet *currency, *money, *spans, *distances, *counts; } Facts;

static const Facts *
get_facts (void)
{
  static Facts *facts;

  if (g_once_init_enter (&facts))
    {
      Facts *made = g_new0 (Facts, 1);

      made->currency = kontor_word_set_new (kontor_english_currency);
      made->money = kontor_word_set_new (kontor_english_money);
      made->spans = kontor_word_set_new (kontor_english_spans);
      made->distances = kontor_word_set_new (kontor_english_distances);
      made->counts = kontor_word_set_new (kontor_english_counts);
      g_once_init_leave (&facts, made);
    }

  return facts;
}

static gboolean
has_one_of (const GArray *terms, const KontorWordSet *words)
{
  for (guint i = 0; i < terms->len; i++)
    if (kontor_word_set_has (words, g_array_index (terms, KontorTerm, i).word))
      return TRUE;

  return FALSE;
}

static gboolean
is_number_at (const GArray *terms, guint at)
{
  const KontorTerm *term = at < terms->len ? &g_array_index (terms, KontorTerm, at) : NULL;

  return term != NULL &&
         (term->is_number || kontor_word_set_has (get_facts ()->counts, term->word));
}

/* A currency beside a number: "AED 450", not "cash in dirhams". */
static gboolean
says_currency (const GArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    if (kontor_word_set_has (get_facts ()->currency,
                             g_array_index (terms, KontorTerm, i).word) &&
        (is_number_at (terms, i + 1) || (i > 0 && is_number_at (terms, i - 1))))
      return TRUE;

  return FALSE;
}

static gboolean
says_money (const GArray *terms)
{
  return says_currency (terms) || has_one_of (terms, get_facts ()->money);
}

/* "2 large suitcases" counts bags. */
static gboolean
says_count (const KontorAsked *asked, const GArray *terms)
{
  for (guint i = 0; i < asked->units->len; i++)
    {
      const KontorAskedUnit *unit = asked->units->pdata[i];

      for (guint j = 1; strcmp (unit->stem, asked->counted) == 0 && j < terms->len; j++)
        if (match (unit, &g_array_index (terms, KontorTerm, j)) > 0 &&
            (is_number_at (terms, j - 1) || (j > 1 && is_number_at (terms, j - 2))))
          return TRUE;
    }

  return FALSE;
}

static gboolean
lacks_needs (const KontorAsked *asked, const GArray *titles, const GArray *texts)
{
  const Facts *facts = get_facts ();

  return ((asked->needs & KONTOR_NEEDS_MONEY) && !says_money (titles) && !says_money (texts)) ||
         ((asked->needs & KONTOR_NEEDS_SPAN) && !has_one_of (texts, facts->spans)) ||
         ((asked->needs & KONTOR_NEEDS_DISTANCE) && !has_one_of (texts, facts->distances)) ||
         (asked->counted != NULL && !says_count (asked, texts));
}

static double
cover_in_head (const KontorAskedUnit *unit, const GArray *terms)
{
  double best = 0;

  for (guint i = 0; i < terms->len; i++)
    best = MAX (best, match (unit, &g_array_index (terms, KontorTerm, i)));

  return best;
}

/* How many other words of the question stand in the sentence of @term or the one after it. */
static guint
count_beside (const KontorAsked *asked, guint self, const GArray *terms, const KontorTerm *term)
{
  guint n = 0;

  for (guint i = 0; i < asked->units->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; i != self && j < terms->len && !found; j++)
        {
          const KontorTerm *other = &g_array_index (terms, KontorTerm, j);

          found = other->sentence + 1 >= term->sentence && other->sentence <= term->sentence + 1 &&
                  match (asked->units->pdata[i], other) > 0;
        }
      n += found;
    }

  return n;
}

static void
cover_in_text (const KontorAsked *asked, guint self, const GArray *terms, Cover *cover)
{
  const KontorAskedUnit *unit = asked->units->pdata[self];

  for (guint i = 0; i < terms->len; i++)
    {
      const KontorTerm *term = &g_array_index (terms, KontorTerm, i);
      double found = match (unit, term);
      gboolean is_priced;
      guint beside;

      if (found == 0)
        continue;
      is_priced = says_currency (terms) && (is_number_at (terms, i + 1) ||
                  is_number_at (terms, i + 2));
      beside = count_beside (asked, self, terms, term);
      found *= beside == 0 ? IN_TEXT : beside == 1 ? IN_TEXT_BESIDE_ONE : IN_TEXT_BESIDE_MORE;
      if ((term->is_name || (is_priced && asked->is_possession)) &&
          strcmp (unit->stem, term->stem) == 0)
        {
          cover->is_name = TRUE;
          found = MAX (found, NAME_IN_TEXT);
        }
      if (cover->in_head > 0 && strcmp (unit->stem, term->stem) == 0)
        cover->in_head = MAX (cover->in_head, BORNE_OUT);
      cover->in_text = MAX (cover->in_text, found);
    }
}

/* What share of the title the question names. */
static double
share_of_title (const KontorAsked *asked, const GArray *title)
{
  double sum = 0, named = 0;

  for (guint i = 0; i < title->len; i++)
    {
      const KontorTerm *term = &g_array_index (title, KontorTerm, i);
      double best = 0;

      if (kontor_word_is_skipped (term->word))
        continue;
      for (guint j = 0; j < asked->units->len; j++)
        best = MAX (best, match (asked->units->pdata[j], term));
      sum += 1;
      named += best;
    }

  return sum > 0 ? named / sum : 0;
}

/* Whether "do you have X" names what the passage is about: most of its title, the noun that the
 * title ends with, or one thing of a list. */
static gboolean
is_named_by_title (const KontorAsked *asked, const char *title, const GArray *titles,
                   double share)
{
  const KontorTerm *last = titles->len == 0
    ? NULL : &g_array_index (titles, KontorTerm, titles->len - 1);

  if (share >= 0.6 || strstr (title, " and ") != NULL || strpbrk (title, ",&+/") != NULL)
    return TRUE;
  for (guint i = 0; share >= 0.4 && last != NULL && i < asked->units->len; i++)
    if (match (asked->units->pdata[i], last) > 0)
      return TRUE;

  return FALSE;
}

/* Whether the passage is about it, not only mentions a word of it. */
static gboolean
is_anchored (const KontorAsked *asked, const Cover *covers, const char *title,
             const GArray *titles, double share, gboolean *is_listed)
{
  guint n_heavy = 0, n_head = 0, n_sure = 0, n_question = 0, n_text = 0;
  gboolean is_name = FALSE, asks_offer = asked->is_offer || (asked->needs & KONTOR_NEEDS_MONEY);

  for (guint i = 0; i < asked->units->len; i++)
    {
      const KontorAskedUnit *unit = asked->units->pdata[i];

      if (unit->is_light || unit->is_common || unit->is_price)
        continue;
      n_heavy++;
      n_head += covers[i].in_head > 0;
      n_sure += covers[i].in_head > 0 && !unit->is_slip;
      n_question += covers[i].in_question > 0;
      n_text += MAX (covers[i].in_text, covers[i].in_head) >= IN_TEXT_BESIDE_ONE * 0.9;
      is_name |= covers[i].is_name;
    }
  if (n_heavy == 0)
    return share >= 0.6;
  *is_listed = is_name || (n_head == 0 && n_text >= 3);
  if (is_name && asks_offer)
    return TRUE;
  if (n_heavy == 1 && asked->is_possession && n_question == 0 &&
      !is_named_by_title (asked, title, titles, share))
    return FALSE;

  return n_sure > 0 || n_head > 1 || n_text >= 3;
}

double
kontor_score_passage (const KontorAsked *asked, const char *title, const char *question,
                      const char *text)
{
  g_autoptr(GArray) titles = kontor_terms_read (title != NULL ? title : "");
  g_autoptr(GArray) questions = kontor_terms_read (question != NULL ? question : "");
  g_autoptr(GArray) texts = kontor_terms_read (text);
  g_autofree Cover *covers = g_new0 (Cover, asked->units->len + 1);
  gboolean is_lacking = lacks_needs (asked, titles, texts), is_listed = FALSE;
  double sum = 0, covered = 0, share = share_of_title (asked, titles), score;

  for (guint i = 0; i < asked->units->len; i++)
    {
      const KontorAskedUnit *unit = asked->units->pdata[i];
      Cover *cover = &covers[i];

      cover->in_question = cover_in_head (unit, questions);
      cover->in_head = MAX (cover_in_head (unit, titles), cover->in_question);
      cover_in_text (asked, i, texts, cover);
      if (unit->is_price && !is_lacking)
        cover->in_text = MAX (cover->in_text, 0.9);
      sum += unit->weight;
      covered += unit->weight * MAX (cover->in_head, cover->in_text);
    }
  score = sum > 0 ? covered / sum : 0;
  if (!is_anchored (asked, covers, title != NULL ? title : "", titles, share, &is_listed))
    score *= UNANCHORED;
  if (is_lacking)
    score *= LACKING;
  if (is_listed)
    share = MAX (share, LISTED_SHARE);

  return CLAMP (score * (1 - TITLE_SHARE) + score * TITLE_SHARE * share, 0, 1);
}
