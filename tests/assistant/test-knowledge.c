/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/knowledge.h"

#include "assistant/stem.h"
#include "assistant/terms.h"
#include "model/error.h"
#include "shop.h"

#include <string.h>

/* "title|question|text" a line, NULL as nothing. */
static char *
dup_split (const char *name, const char *content)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) made = kontor_knowledge_split (name, content, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < made->len; i++)
    {
      const char *title = "", *question = "", *text = NULL, *source = NULL;

      g_variant_lookup (made->pdata[i], "title", "&s", &title);
      g_variant_lookup (made->pdata[i], "question", "&s", &question);
      g_assert_true (g_variant_lookup (made->pdata[i], "text", "&s", &text));
      g_assert_true (g_variant_lookup (made->pdata[i], "source", "&s", &source));
      g_assert_cmpstr (source, ==, name);
      g_string_append_printf (all, "%s%s|%s|%s", i > 0 ? "\n#" : "", title, question, text);
    }

  return g_string_free (all, FALSE);
}

static void
assert_split (const char *name, const char *content, const char *wanted)
{
  g_autofree char *made = dup_split (name, content);

  g_assert_cmpstr (made, ==, wanted);
}

static void
test_headings (void)
{
  assert_split ("a.md", "## Pets\nDogs.\n## Cars ##\nBlack.\nAnd new.\n",
                "Pets||Dogs.\n#Cars||Black. And new.");
  assert_split ("a.md", "# Shop\nHello.\n## Air\n### Late\nFree.\n### Early\nTwo.\n## Sea\nNo.\n",
                "Shop||Hello.\n#Air › Late||Free.\n#Air › Early||Two.\n#Sea||No.");
  assert_split ("a.md", "# One\nA.\n# Two\nB.\n", "One||A.\n#Two||B.");
  assert_split ("a.MD", "Top\n===\n\nPets\n----\nDogs.\n", "Pets||Dogs.");
  assert_split ("a.md", "## Do you take dogs?\nYes.\n",
                "Do you take dogs?|Do you take dogs?|Yes.");
}

static void
test_front_matter (void)
{
  assert_split ("a.md", "---\ntitle: x\n---\n## Pets\nDogs.\n", "Pets||Dogs.");
  assert_split ("a.md", "\xef\xbb\xbf---\r\ntitle: x\r\n---\r\n## Pets\r\nDogs.\r\n",
                "Pets||Dogs.");
  assert_split ("a.md", "---\nno end\n", "||no end");
}

static void
test_blocks (void)
{
  assert_split ("a.md", "## A\nFirst:\n\n- one **big**\n* two\n\n1. x\n2) y\n\nEnd.\n",
                "A||First:\n\n- one big\n- two\n\n1. x\n2) y\n\nEnd.");
  assert_split ("a.md", "## A\n```\n# no *head*\n\n  kept\n```\nEnd\n",
                "A||# no *head*\n\n  kept\n\nEnd");
  assert_split ("a.md", "## A\n| car | price |\n|---|---:|\n| BMW | 150 |\n",
                "A||car, price\nBMW, 150");
  assert_split ("a.md", "## A\n> said\n> so\n***\nEnd\n", "A||said so\n\nEnd");
}

static void
test_marks (void)
{
  assert_split ("a.md", "**bold** *it* _it_ __b__ `code` ~~no~~", "||bold it it b code no");
  assert_split ("a.md", "2 * 3, 2*3, snake_case, \\*star\\*, ~5",
                "||2 * 3, 2*3, snake_case, *star*, ~5");
  assert_split ("a.md", "[here](https://a.b/c) ![car](x.png) <https://d.e> [x](#y) a &amp; b &lt;3",
                "||here (https://a.b/c) car https://d.e x a & b <3");
  assert_split ("a.md", "[https://a.b](https://a.b) [open ]( [x] (y) <3 a<b>",
                "||https://a.b [open ]( [x] (y) <3 a<b>");
}

static void
test_pairs (void)
{
  assert_split ("a.txt", "Q: Dogs?\nA: Yes.\nAll.\nQ: Cats?\nA: No.\n",
                "|Dogs?|Yes.\nAll.\n#|Cats?|No.");
  assert_split ("a.md", "## Pets\nQ: Dogs?\n\nA: Yes.\n\nAlso:\n\n- cats\n",
                "Pets|Dogs?|Yes.\n\nAlso:\n\n- cats");
  assert_split ("a.txt", "Question: Dogs?\nAnswer: Yes.", "|Dogs?|Yes.");
}

static void
test_plain (void)
{
  assert_split ("a.txt", "We are open.\n\n\nDogs may\ncome in.\n",
                "||We are open.\n#||Dogs may\ncome in.");
  assert_split ("a.txt", "Opening hours\n\nNine to five.\n\nSunday none.\n\nPets:\n\nYes.\n",
                "Opening hours||Nine to five.\n\nSunday none.\n#Pets||Yes.");
  assert_split ("notes", "# no heading, it is text.\n", "||# no heading, it is text.");
  assert_split ("a.txt", "", "");
  assert_split ("a.md", "# Only a title\n", "");
}

static void
test_long (void)
{
  g_autofree char *sentence = g_strnfill (500, 'x');
  g_autofree char *content =
    g_strdup_printf ("## A\n%s.\n\n%s.\n\n%s.\n", sentence, sentence, sentence);
  g_autofree char *endless = g_strnfill (10000, 'y');
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) made = kontor_knowledge_split ("a.md", content, &error);
  g_autoptr(GPtrArray) cut = kontor_knowledge_split ("a.md", endless, &error);
  gsize sum = 0;

  g_assert_cmpuint (made->len, ==, 2);
  for (guint i = 0; i < cut->len; i++)
    {
      const char *text = NULL;

      g_assert_true (g_variant_lookup (cut->pdata[i], "text", "&s", &text));
      g_assert_cmpuint (strlen (text), <=, 2400);
      sum += strlen (text);
    }
  g_assert_cmpuint (sum, ==, 10000);
}

static void
assert_refused (const char *bytes, gsize size, const char *word)
{
  g_autoptr(GBytes) content = g_bytes_new (bytes, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) made = kontor_knowledge_split_bytes ("menu.md", content, &error);

  g_assert_null (made);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "menu.md, line 3"));
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_refused (void)
{
  assert_refused ("a\nb\nc\xff\n", 6, "UTF-8");
  assert_refused ("a\nb\n\0c", 6, "zero byte");
}

/* Only that all of these end: quadratic ways would take hours. */
static void
test_large (void)
{
  g_autofree char *line = g_strnfill (1000, 'z');
  g_autofree char *section = g_strdup_printf ("## Head\n%s\n%s\n\n", line, line);
  const char *const pieces[] = {
    section, "## Head\nSome text of a line.\n\n", "[", "[a](", "[a", "<a", "**", "![](", "word ",
    "x", "- item\n", "<", "|", "Q: a\nA: b\n", "\n", "```\n", "ü", "`", "&",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      const gsize size = i == 0 ? 20 << 20 : 1 << 20;
      g_autoptr(GString) content = g_string_sized_new (size + 4096);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) made = NULL;

      while (content->len < size)
        g_string_append (content, pieces[i]);
      made = kontor_knowledge_split ("a.md", content->str, &error);
      g_assert_no_error (error);
      g_assert_nonnull (made);
    }
}

/* ---- search ---- */

#define SHOP \
  "## Child seats\nWe bring them free.\n## Prices\nAED 150 an hour.\n" \
  "## Luggage\nTwo suitcases.\n## Wi-Fi\nIn every car.\n## Airport\nWe wait there.\n" \
  "## Cancellation\nFree up to three hours before.\n## Pets\nIn a carrier.\n"

static char *
dup_first (KontorStore *store, const char *question, double *score)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = kontor_knowledge_search (store, question, 3, &error);
  const KontorPassage *first;

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, <=, 3);
  for (guint i = 1; i < found->len; i++)
    g_assert_cmpfloat (((KontorPassage *) found->pdata[i - 1])->score, >=,
                       ((KontorPassage *) found->pdata[i])->score);
  first = found->len > 0 ? found->pdata[0] : NULL;
  *score = first != NULL ? first->score : 0;
  g_assert_cmpfloat (*score, >=, 0);
  g_assert_cmpfloat (*score, <=, 1);

  return first != NULL ? g_strdup (first->title) : NULL;
}

static void
assert_found (const char *question, const char *title, double least)
{
  g_autoptr(KontorStore) store = shop_open ("shop.md", SHOP);
  double score;
  g_autofree char *found = dup_first (store, question, &score);

  g_assert_cmpstr (found, ==, title);
  g_assert_cmpfloat (score, >=, least);
}

static void
test_spelling (void)
{
  assert_found ("chlid seets", "Child seats", 0.7);
  assert_found ("lugage", "Luggage", 0.7);
  assert_found ("cancelation", "Cancellation", 0.7);
  assert_found ("airprot", "Airport", 0.7);
}

static void
test_meaning (void)
{
  assert_found ("baby chair", "Child seats", 0.7);
  assert_found ("how much", "Prices", 0.7);
  assert_found ("suitcase", "Luggage", 0.7);
  assert_found ("internet", "Wi-Fi", 0.7);
  assert_found ("wifi", "Wi-Fi", 0.7);
  assert_found ("dog", "Pets", 0.7);
  assert_found ("cancelling", "Cancellation", 0.9);
}

static void
test_unknown (void)
{
  g_autoptr(KontorStore) store = shop_open ("shop.md", SHOP);
  double known, mixed, none;
  g_autofree char *a = dup_first (store, "child seats", &known);
  g_autofree char *b = dup_first (store, "child seats for helicopters", &mixed);
  g_autofree char *c = dup_first (store, "helicopters", &none);

  g_assert_cmpstr (b, ==, "Child seats");
  g_assert_cmpfloat (mixed, <, known - 0.3);
  g_assert_null (c);
}

static void
test_changes (void)
{
  const KontorKind *kind = kontor_kind_find ("knowledge");
  g_autoptr(KontorStore) store = shop_open ("shop.md", SHOP);
  g_autoptr(GError) error = NULL;
  g_auto(GVariantDict) changes = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) values = NULL;
  double score;
  g_autofree char *moved = NULL, *gone = NULL, *left = NULL;

  g_variant_dict_insert (&changes, "title", "s", "Helicopters");
  values = g_variant_ref_sink (g_variant_dict_end (&changes));
  g_assert_true (kontor_records_update (store, kind, "KN7", values, &error));
  g_assert_true (kontor_records_delete (store, kind, "KN1", &error));
  g_assert_no_error (error);
  moved = dup_first (store, "helicopters", &score);
  gone = dup_first (store, "pets", &score);
  left = dup_first (store, "child seats", &score);
  g_assert_cmpstr (moved, ==, "Helicopters");
  g_assert_null (gone);
  g_assert_null (left);
}

/* What is stemmed here must be what the index holds, or rare words would seem unknown. */
static void
test_stems (void)
{
  g_autofree char *content = shop_read ("data/demo/chauffeur/knowledge.md");
  g_autoptr(KontorStore) store = shop_open ("knowledge.md", content);
  g_autoptr(GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) terms = kontor_terms_read (strstr (content, "# Emirates"));
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRows) rows =
    kontor_store_ask (store, &error, "SELECT term FROM knowledge_terms", "");
  guint known = 0;

  while (kontor_rows_next (rows))
    g_hash_table_add (index, g_strdup (kontor_rows_text (rows, 0)));
  for (guint i = 0; i < terms->len; i++)
    {
      const KontorTerm *term = &g_array_index (terms, KontorTerm, i);

      if (g_hash_table_contains (index, term->stem))
        known++;
      else
        g_test_message ("%s is %s", term->word, term->stem);
    }
  g_assert_cmpuint (known * 100, >=, terms->len * 97);
}

static void
test_stem_words (void)
{
  const char *const pairs[][2] = {
    { "cancellation", "cancel" }, { "cancelled", "cancel" }, { "cancelling", "cancel" },
    { "caresses", "caress" }, { "ponies", "poni" }, { "cats", "cat" }, { "agreed", "agre" },
    { "plastered", "plaster" }, { "sing", "sing" }, { "conflated", "conflat" },
    { "hopping", "hop" }, { "filing", "file" }, { "happy", "happi" }, { "sky", "sky" },
    { "relational", "relat" }, { "hopefulness", "hope" }, { "electrical", "electr" },
    { "adoption", "adopt" }, { "controlling", "control" }, { "rate", "rate" }, { "is", "is" },
    { "über", "über" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *stem = kontor_stem (pairs[i][0]);

      g_assert_cmpstr (stem, ==, pairs[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/headings-become-titles-with-their-path", test_headings);
  g_test_add_func ("/knowledge/front-matter-is-skipped", test_front_matter);
  g_test_add_func ("/knowledge/lists-tables-and-code-stay-whole", test_blocks);
  g_test_add_func ("/knowledge/marks-and-links-become-readable-text", test_marks);
  g_test_add_func ("/knowledge/pairs-become-question-and-text", test_pairs);
  g_test_add_func ("/knowledge/plain-text-is-taken-by-paragraphs", test_plain);
  g_test_add_func ("/knowledge/long-sections-are-parted-and-nothing-is-lost", test_long);
  g_test_add_func ("/knowledge/what-is-no-text-is-refused-with-its-line", test_refused);
  g_test_add_func ("/knowledge/large-and-hostile-files-are-read-in-one-go", test_large);
  g_test_add_func ("/knowledge/misspelt-words-find-their-passage", test_spelling);
  g_test_add_func ("/knowledge/words-that-mean-the-same-find-it-too", test_meaning);
  g_test_add_func ("/knowledge/a-word-never-used-lowers-the-score-most", test_unknown);
  g_test_add_func ("/knowledge/what-was-changed-or-removed-is-not-found", test_changes);
  g_test_add_func ("/knowledge/stems-are-those-of-the-index", test_stems);
  g_test_add_func ("/knowledge/words-are-stemmed-as-the-paper-says", test_stem_words);

  return g_test_run ();
}
