/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/intake.h"

#include "assistant/knowledge.h"
#include "shop.h"
#include "store/records.h"

static KontorStore *
open_shop (const char *name, const char *content)
{
  KontorStore *store = shop_open (name, content);
  g_autoptr(GBytes) key = kontor_seal_make_key ();

  g_assert_true (kontor_store_set_key (store, key, NULL));

  return store;
}

static KontorIntake *
begin (KontorStore *store, const char *content)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *passages = kontor_knowledge_split ("songs.md", content, &error);

  g_assert_no_error (error);

  return kontor_intake_new (store, &kontor_actor_system, "songs.md", passages);
}

static void
step (KontorIntake *intake)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (kontor_intake_step (intake, &error));
  g_assert_no_error (error);
}

static void
take (KontorStore *store, const char *content)
{
  g_autoptr(KontorIntake) intake = begin (store, content);

  while (!kontor_intake_is_done (intake))
    step (intake);
}

static void
tidy (KontorStore *store)
{
  g_autoptr(GError) error = NULL;
  gboolean more = TRUE;

  while (more)
    g_assert_true (kontor_intake_tidy (store, &more, &error));
  g_assert_no_error (error);
}

static gint64
count (KontorStore *store)
{
  return kontor_records_count (store, kontor_kind_find ("knowledge"), NULL, NULL);
}

static guint
count_found (KontorStore *store, const char *words)
{
  g_autoptr(GPtrArray) found = kontor_knowledge_search (store, words, 5, NULL);

  return found->len;
}

/* Rows of the table itself, seen or not. */
static gint64
count_rows (KontorStore *store, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autoptr(KontorRows) rows = kontor_store_ask (store, NULL, sql, "");

  g_assert_true (kontor_rows_next (rows));

  return kontor_rows_int (rows, 0);
}

static char *
dup_chapters (guint n, const char *words)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "## Song %u\n%s %u.\n\n", i, words, i);

  return g_string_free (all, FALSE);
}

static void
test_whole (void)
{
  g_autoptr(KontorStore) store = open_shop ("shop.md", "## Pets\nDogs.\n");
  g_autofree char *songs = dup_chapters (50, "Melodies of the sea");
  g_autoptr(KontorIntake) intake = begin (store, songs);
  double share = 0;
  guint steps = 0;

  for (; count (store) == 1; steps++)
    {
      g_assert_cmpuint (count_found (store, "melodies"), ==, 0);
      g_assert_cmpfloat (kontor_intake_get_progress (intake), >=, share);
      share = kontor_intake_get_progress (intake);
      g_assert_false (kontor_intake_is_done (intake));
      step (intake);
    }
  g_assert_true (kontor_intake_is_done (intake));
  g_assert_cmpuint (steps, >, 10);
  g_assert_cmpfloat (share, ==, 1);
  g_assert_cmpint (count (store), ==, 51);
  g_assert_cmpuint (count_found (store, "melodies"), ==, 5);
}

static void
test_left (void)
{
  g_autoptr(KontorStore) store = open_shop ("songs.md", "## Song 0\nSilence.\n");
  g_autofree char *songs = dup_chapters (50, "Melodies of the sea");
  KontorIntake *intake = begin (store, songs);

  while (kontor_intake_get_progress (intake) < 0.5)
    step (intake);
  kontor_intake_free (intake);
  g_assert_cmpint (count_rows (store, "knowledge"), >, 20);
  tidy (store);
  g_assert_cmpint (count_rows (store, "knowledge"), ==, 1);
  g_assert_cmpint (count_rows (store, "knowledge_move"), ==, 0);
  g_assert_cmpint (count_rows (store, "knowledge_file"), ==, 0);
  g_assert_cmpuint (count_found (store, "silence"), ==, 1);
  take (store, songs);
  g_assert_cmpint (count (store), ==, 50);
}

static void
test_again (void)
{
  g_autofree char *before = dup_chapters (3, "Melodies of the sea");
  g_autoptr(KontorStore) store = open_shop ("songs.md", before);
  g_autoptr(GVariant) same = NULL, changed = NULL;

  take (store, "## Song 1\nMelodies of the sea 1.\n\n## Song 2\nSilence.\n\n## Song 9\nNoise.\n");
  g_assert_cmpint (count (store), ==, 3);
  same = kontor_records_get (store, kontor_kind_find ("knowledge"), "KN2", NULL);
  changed = kontor_records_get (store, kontor_kind_find ("knowledge"), "KN3", NULL);
  g_assert_cmpstr (kontor_record_get_text (same, "title"), ==, "Song 1");
  g_assert_cmpstr (kontor_record_get_text (changed, "text"), ==, "Silence.");
  g_assert_null (kontor_records_get (store, kontor_kind_find ("knowledge"), "KN1", NULL));
  tidy (store);
  g_assert_cmpint (count_rows (store, "knowledge"), ==, 3);
  take (store, "## Song 9\nNoise.\n");
  take (store, before);
  g_assert_cmpint (count (store), ==, 3);
  g_assert_cmpuint (count_found (store, "noise"), ==, 0);
}

/* The last step stays short, however many there are. */
static void
test_many (void)
{
  g_autofree char *before = dup_chapters (300, "Melodies of the sea");
  g_autofree char *after = dup_chapters (300, "Noise of the street");
  g_autoptr(KontorStore) store = open_shop ("songs.md", before);
  g_autoptr(KontorIntake) intake = begin (store, after);
  g_autoptr(GVariant) counts = NULL;
  gint64 changed, added, removed;

  while (!kontor_intake_is_done (intake))
    step (intake);
  counts = kontor_intake_dup_counts (intake);
  changed = kontor_record_get_int (counts, "changed", -1);
  added = kontor_record_get_int (counts, "added", -1);
  removed = kontor_record_get_int (counts, "removed", -1);
  g_assert_cmpint (changed, >, 0);
  g_assert_cmpint (changed, <, 200);
  g_assert_cmpint (changed + added, ==, 300);
  g_assert_cmpint (added, ==, removed);
  g_assert_cmpint (count (store), ==, 300);
  g_assert_cmpuint (count_found (store, "melodies"), ==, 0);
  g_assert_cmpuint (count_found (store, "noise"), ==, 5);
}

static void
test_tried (void)
{
  g_autofree char *songs = dup_chapters (3, "Melodies of the sea");
  g_autoptr(KontorStore) store = open_shop ("songs.md", songs);
  g_autoptr(KontorIntake) intake = begin (store, "## Song 1\nNoise.\n");
  g_autoptr(GPtrArray) verdicts = NULL;

  g_assert_true (kontor_intake_try (intake, NULL));
  verdicts = kontor_intake_dup_verdicts (intake);
  g_assert_cmpuint (verdicts->len, ==, 3);
  g_assert_cmpstr (kontor_record_get_text (verdicts->pdata[0], "outcome"), ==, "changed");
  g_assert_cmpstr (kontor_record_get_text (verdicts->pdata[0], "id"), ==, "KN2");
  g_assert_cmpstr (kontor_record_get_text (verdicts->pdata[2], "outcome"), ==, "removed");
  g_assert_cmpint (count (store), ==, 3);
  g_assert_cmpuint (count_found (store, "noise"), ==, 0);
}

static void
test_table (void)
{
  g_autoptr(GBytes) good = g_bytes_new_static ("title;text\nTaxi;Forty.\n", 23);
  g_autoptr(GBytes) bad = g_bytes_new_static ("title;text\nTaxi;Forty.\nBus;\n", 28);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) read = kontor_knowledge_read_rows ("prices.csv", good, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 1);
  g_assert_cmpstr (kontor_record_get_text (read->pdata[0], "source"), ==, "prices.csv");
  g_assert_null (kontor_knowledge_read_rows ("prices.csv", bad, &error));
  g_assert_nonnull (strstr (error->message, "line 3"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/nothing-is-seen-before-all-is-taken", test_whole);
  g_test_add_func ("/intake/what-breaks-off-leaves-nothing", test_left);
  g_test_add_func ("/intake/a-file-again-changes-only-what-differs", test_again);
  g_test_add_func ("/intake/a-file-that-changed-everywhere-comes-anew", test_many);
  g_test_add_func ("/intake/a-trial-says-what-would-happen", test_tried);
  g_test_add_func ("/intake/a-wrong-row-of-a-table-is-named", test_table);

  return g_test_run ();
}
