/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The golden files hold what people write, and what the answerer made of it when first asked; the
 * asserts are what is promised. What fails is printed, with why. */
#include "assistant/answer.h"

#include "shop.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct {
  guint asked;   /* should be answered */
  guint right;
  guint silent;  /* should not */
  guint quiet;   /* and was not */
  guint wrong;   /* said a passage that is none of the right ones */
} Tally;

static char *
dup_said (const KontorAnswer *answer)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; answer->speaks && i < answer->passages->len; i++)
    {
      const KontorPassage *passage = answer->passages->pdata[i];

      g_string_append_printf (said, "%s%s", said->len > 0 ? " + " : "", passage->title);
    }
  if (said->len == 0)
    g_string_append_c (said, '-');

  return g_string_free (said, FALSE);
}

/* "A + B" wants both, "A | B" either. */
static gboolean
is_wanted (const char *said, const char *wanted)
{
  g_auto(GStrv) either = g_strsplit (wanted, " | ", -1);

  return g_strv_contains ((const char *const *) either, said);
}

/* Whether all that was said is among what was wanted. */
static gboolean
is_harmless (const char *said, const char *wanted)
{
  g_auto(GStrv) parts = g_strsplit (said, " + ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (wanted, parts[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
ask (KontorStore *store, const char *question, const char *wanted, Tally *tally)
{
  g_autofree char *typed = g_strcompress (question);
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorAnswer) answer = kontor_answer_find (store, typed, &error);
  g_autofree char *said = NULL;
  gboolean is_right;

  g_assert_no_error (error);
  said = dup_said (answer);
  is_right = is_wanted (said, wanted);
  if (*wanted == '-')
    {
      tally->silent++;
      tally->quiet += is_right;
    }
  else
    {
      tally->asked++;
      tally->right += is_right;
      tally->wrong += strcmp (said, "-") != 0 && !is_harmless (said, wanted);
    }
  if (!is_right)
    g_test_message ("%s\n   wanted %s\n   said %s\n   %s", typed, wanted, said, answer->why);
}

static Tally
ask_all (KontorStore *store, const char *golden, const char *section)
{
  g_auto(GStrv) lines = g_strsplit (golden, "\n", -1);
  g_autofree char *head = g_strdup_printf ("[%s]", section);
  gboolean is_inside = FALSE;
  Tally tally = { 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *wanted = g_strrstr (lines[i], " = ");

      if (*lines[i] == '[')
        is_inside = strcmp (lines[i], head) == 0;
      if (!is_inside || wanted == NULL || *lines[i] == '#')
        continue;
      *wanted = '\0';
      ask (store, lines[i], wanted + 3, &tally);
    }
  g_test_message ("%s: right %u of %u, silent %u of %u, wrong %u", section, tally.right,
                  tally.asked, tally.quiet, tally.silent, tally.wrong);

  return tally;
}

static void
add_tally (Tally *sum, Tally tally)
{
  sum->asked += tally.asked;
  sum->right += tally.right;
  sum->silent += tally.silent;
  sum->quiet += tally.quiet;
  sum->wrong += tally.wrong;
}

static void
assert_tally (Tally tally)
{
  g_assert_cmpuint (tally.asked, >=, 20);
  g_assert_cmpuint (tally.silent, >=, 15);
  g_assert_cmpuint (tally.wrong, ==, 0);
  g_assert_cmpuint (tally.quiet * 100, >=, tally.silent * 99);
}

static void
test_chauffeur (void)
{
  const char *const sections[] = { "tuned", "hard", "first", "second", "third" };
  g_autofree char *content = shop_read ("data/demo/chauffeur/knowledge.md");
  g_autofree char *golden = shop_read ("tests/assistant/golden-answers.txt");
  g_autoptr(KontorStore) store = shop_open ("knowledge.md", content);
  Tally sum = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_tally (&sum, ask_all (store, golden, sections[i]));
  assert_tally (sum);
  g_assert_cmpuint (sum.right * 100, >=, sum.asked * 93);
}

/* Fewer of its questions are answered: its passages have no questions of their own. */
static void
test_salon (void)
{
  g_autofree char *golden = shop_read ("tests/assistant/golden-salon.txt");
  g_autofree char *passages = g_strndup (golden, strstr (golden, "\n[questions]") - golden);
  g_autoptr(KontorStore) store = shop_open ("salon.md", strstr (passages, "\n##"));
  Tally tally = ask_all (store, golden, "questions");

  assert_tally (tally);
  g_assert_cmpuint (tally.right * 100, >=, tally.asked * 90);
}

static KontorAnswer *
ask_shop (const char *markdown, const char *question)
{
  g_autoptr(KontorStore) store = shop_open ("shop.md", markdown);
  g_autoptr(GError) error = NULL;
  KontorAnswer *answer = kontor_answer_find (store, question, &error);

  g_assert_no_error (error);

  return answer;
}

#define PETS "## Pets\nDogs may ride.\n"
#define WIFI "## Wi-Fi\nThere is wifi.\n"
#define SMOKING "## Smoking\nNo smoking.\n"
#define CARDS "## Cards\nWe take cards.\n"

static void
test_text_is_untouched (void)
{
  g_autoptr(KontorAnswer) answer =
    ask_shop ("## Pets\nDogs may ride; *cats* too.\n\n- free\n- any day\n", "are pets allowed?");

  g_assert_true (answer->speaks);
  g_assert_cmpuint (answer->passages->len, ==, 1);
  g_assert_cmpstr (((KontorPassage *) answer->passages->pdata[0])->text, ==,
                   "Dogs may ride; cats too.\n\n- free\n- any day");
}

static void
test_tie (void)
{
  g_autoptr(KontorAnswer) answer =
    ask_shop ("## Dogs in cars\nDogs may ride.\n## Dogs in vans\nDogs may not.\n",
              "are dogs allowed?");

  g_assert_false (answer->speaks);
  g_assert_cmpuint (answer->passages->len, ==, 2);
}

static void
test_several (void)
{
  const char *shop = PETS WIFI SMOKING CARDS;
  g_autoptr(KontorAnswer) three =
    ask_shop (shop, "Are pets ok? Do you have wifi? Can I smoke? Do you take cards?");
  g_autoptr(KontorAnswer) second =
    ask_shop (shop, "Are pets ok? Do you have helicopters? Can I smoke?");
  g_autoptr(KontorAnswer) first = ask_shop (shop, "Do you have helicopters? Are pets ok?");
  g_autoptr(KontorAnswer) same = ask_shop (shop, "Are pets ok? Can I bring pets?");

  g_assert_true (three->speaks);
  g_assert_cmpuint (three->passages->len, ==, 3);
  g_assert_cmpuint (second->passages->len, ==, 2);
  g_assert_true (second->speaks);
  g_assert_false (first->speaks);
  g_assert_cmpuint (same->passages->len, ==, 1);
}

static void
test_people (void)
{
  const char *shop = PETS WIFI;
  g_autoptr(KontorAnswer) angry = ask_shop (shop, "This is unacceptable! Are pets ok?");
  g_autoptr(KontorAnswer) own = ask_shop (shop, "Where is my driver? Are pets ok?");

  g_assert_false (angry->speaks);
  g_assert_nonnull (strstr (angry->why, "for people"));
  g_assert_false (own->speaks);
  g_assert_nonnull (strstr (own->why, "their own case"));
}

static void
test_why (void)
{
  g_autoptr(KontorAnswer) answer = ask_shop (PETS WIFI, "Are pets ok?");
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) why = json_from_string (answer->why, &error);
  JsonObject *question;

  g_assert_no_error (error);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (why), "speaks"));
  question = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (why), "questions"), 0);
  g_assert_cmpstr (json_object_get_string_member (question, "asked"), ==, "Are pets ok?");
  g_assert_cmpstr (json_object_get_string_member (question, "passage"), ==, "KN1");
  g_assert_cmpfloat (json_object_get_double_member (question, "score"), >, 0.7);
}

static void
test_nothing_known (void)
{
  g_autoptr(KontorAnswer) answer = ask_shop ("", "Are pets ok?");
  g_autoptr(KontorAnswer) empty = ask_shop (PETS, "");
  g_autoptr(KontorAnswer) strange = ask_shop (PETS, "\"* OR \" NEAR(? \xff\xfe pets^ col:x?");
  g_autofree char *many = g_strnfill (100000, '?');
  g_autoptr(KontorAnswer) marks = ask_shop (PETS, many);

  g_assert_false (answer->speaks);
  g_assert_cmpuint (answer->passages->len, ==, 0);
  g_assert_false (empty->speaks);
  g_assert_false (strange->speaks);
  g_assert_false (marks->speaks);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/what-people-ask-a-chauffeur-is-answered-or-left", test_chauffeur);
  g_test_add_func ("/answer/another-shop-is-answered-as-well", test_salon);
  g_test_add_func ("/answer/the-passage-is-said-as-it-stands", test_text_is_untouched);
  g_test_add_func ("/answer/two-passages-as-good-as-each-other-are-left", test_tie);
  g_test_add_func ("/answer/each-sure-question-is-answered-three-at-most", test_several);
  g_test_add_func ("/answer/trouble-and-their-own-case-are-for-people", test_people);
  g_test_add_func ("/answer/why-names-question-passage-and-score", test_why);
  g_test_add_func ("/answer/nothing-known-and-nothing-asked-is-silence", test_nothing_known);

  return g_test_run ();
}
