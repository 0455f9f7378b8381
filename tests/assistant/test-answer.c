/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The golden files hold what people write; the counts below are what is promised of them. */
#include "assistant/answer.h"

#include "shop.h"

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
  if (!is_right || g_getenv ("ALL"))
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
assert_tally (Tally tally, guint percent_right)
{
  g_assert_cmpuint (tally.asked, >, 10);
  g_assert_cmpuint (tally.silent, >, 10);
  g_assert_cmpuint (tally.wrong, ==, 0);
  g_assert_cmpuint (tally.quiet * 100, >=, tally.silent * 99);
  g_assert_cmpuint (tally.right * 100, >=, tally.asked * percent_right);
}

static KontorStore *
open_chauffeur (void)
{
  g_autofree char *content = shop_read ("data/demo/chauffeur/knowledge.md");

  return shop_open ("knowledge.md", content);
}

static Tally
ask_chauffeur (const char *section)
{
  g_autoptr(KontorStore) store = open_chauffeur ();
  g_autofree char *golden = shop_read ("tests/assistant/golden-answers.txt");

  return ask_all (store, golden, section);
}

static void
test_tuned (void)
{
  assert_tally (ask_chauffeur ("tuned"), 93);
}

static void
test_looked_at (void)
{
  assert_tally (ask_chauffeur ("looked at"), 80);
}

static void
test_looked_at_twice (void)
{
  assert_tally (ask_chauffeur ("looked at twice"), 80);
}

static void
test_hard (void)
{
  Tally tally = ask_chauffeur ("hard");

  g_assert_cmpuint (tally.wrong, ==, 0);
  g_assert_cmpuint (tally.quiet, ==, tally.silent);
}

static void
test_held_out (void)
{
  assert_tally (ask_chauffeur ("held out"), 93);
}

static void
test_salon (void)
{
  g_autofree char *golden = shop_read ("tests/assistant/golden-salon.txt");
  g_autofree char *passages = g_strndup (golden, strstr (golden, "\n[questions]") - golden);
  g_autoptr(KontorStore) store = shop_open ("salon.md", strchr (passages, ']') + 1);

  assert_tally (ask_all (store, golden, "questions"), 93);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/what-it-was-tuned-with-is-answered", test_tuned);
  g_test_add_func ("/answer/what-was-looked-at-later-is-answered", test_looked_at);
  g_test_add_func ("/answer/what-was-looked-at-last-is-answered", test_looked_at_twice);
  g_test_add_func ("/answer/words-of-the-shop-asked-about-something-else-are-left", test_hard);
  g_test_add_func ("/answer/what-it-was-not-tuned-with-is-answered", test_held_out);
  g_test_add_func ("/answer/another-shop-is-answered-as-well", test_salon);

  return g_test_run ();
}
