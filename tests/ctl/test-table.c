/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ctl/table.h"

static const char *const headings[] = { "id", "name", "note", NULL };

static KontorCtlTable *
example (void)
{
  KontorCtlTable *table = kontor_ctl_table_new (headings, 0);

  kontor_ctl_table_add_row (table, (const char *const[]) { "1", "Zoë", "short", NULL });
  kontor_ctl_table_add_row (table, (const char *const[]) {
    "20", "山田太郎", "a note that is rather long", NULL });

  return table;
}

static void
check (KontorCtlTable *table, guint width, const char *expected)
{
  g_autofree char *text = kontor_ctl_table_dup_text (table, width);

  g_assert_cmpstr (text, ==, expected);
}

static void
wide_characters_count_two_columns (void)
{
  g_assert_cmpuint (kontor_ctl_text_get_width ("abc"), ==, 3);
  g_assert_cmpuint (kontor_ctl_text_get_width ("山田"), ==, 4);
  g_assert_cmpuint (kontor_ctl_text_get_width ("e\u0301"), ==, 1);
  g_assert_cmpuint (kontor_ctl_text_get_width ("\U0001f697"), ==, 2);
  g_assert_cmpuint (kontor_ctl_text_get_width ("مرحبا"), ==, 5);
}

static void
a_cut_text_fits_and_says_so (void)
{
  static const struct { const char *text; guint width; const char *cut; } cases[] = {
    { "abcdef", 6, "abcdef" }, { "abcdef", 5, "abcd…" }, { "abcdef", 1, "…" }, { "abcdef", 0, "" },
    { "山田太郎", 6, "山田…" }, { "山田太郎", 5, "山田…" }, { "", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cut = kontor_ctl_text_dup_cut (cases[i].text, cases[i].width);

      g_assert_cmpstr (cut, ==, cases[i].cut);
      g_assert_cmpuint (kontor_ctl_text_get_width (cut), <=, cases[i].width);
    }
}

static void
control_characters_cannot_command_the_terminal (void)
{
  g_autofree char *line = kontor_ctl_text_dup_safe ("a\x1b[2Jb\tc\r\nd\xc2\x9b" "e", FALSE);
  g_autofree char *lines = kontor_ctl_text_dup_safe ("a\r\nb\rc", TRUE);

  g_assert_cmpstr (line, ==, "a\ufffd[2Jb c d\ufffde");
  g_assert_cmpstr (lines, ==, "a\nb\nc");
}

static void
columns_are_aligned_and_lines_end_at_their_text (void)
{
  g_autoptr(KontorCtlTable) table = example ();

  check (table, 0, "id  name      note\n"
                   "1   Zoë       short\n"
                   "20  山田太郎  a note that is rather long\n");
}

static void
the_widest_column_is_cut_first (void)
{
  g_autoptr(KontorCtlTable) table = example ();

  check (table, 24, "id  name      note\n"
                    "1   Zoë       short\n"
                    "20  山田太郎  a note th…\n");
}

static void
columns_that_do_not_fit_are_left_out_from_the_right (void)
{
  g_autoptr(KontorCtlTable) table = example ();

  check (table, 12, "id  name\n"
                    "1   Zoë\n"
                    "20  山田太郎\n");
  check (table, 5, "id\n1\n20\n");
}

static void
no_line_is_wider_than_the_terminal (void)
{
  for (guint width = 2; width < 60; width++)
    for (int wraps = 0; wraps < 2; wraps++)
      {
        g_autoptr(KontorCtlTable) table = example ();
        g_autofree char *text = NULL;
        g_auto(GStrv) lines = NULL;

        if (wraps)
          kontor_ctl_table_set_wrap (table);
        text = kontor_ctl_table_dup_text (table, width);
        lines = g_strsplit (text, "\n", -1);
        for (guint i = 0; lines[i] != NULL; i++)
          g_assert_cmpuint (kontor_ctl_text_get_width (lines[i]), <=, width);
      }
}

static void
columns_with_nothing_in_them_are_left_out (void)
{
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (headings, 0);

  kontor_ctl_table_add_row (table, (const char *const[]) { "1", "", "x", NULL });
  check (table, 0, "id  note\n1   x\n");
}

static void
without_rows_nothing_is_printed (void)
{
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (headings, 0);

  check (table, 80, "");
}

static void
numbers_stand_to_the_right (void)
{
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (NULL, 2);

  kontor_ctl_table_set_right (table, 0);
  kontor_ctl_table_add_row (table, (const char *const[]) { "1", "a", NULL });
  kontor_ctl_table_add_row (table, (const char *const[]) { "250", "b", NULL });
  check (table, 0, "  1  a\n250  b\n");
}

static void
a_last_column_may_keep_its_lines_and_wrap (void)
{
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (NULL, 2);

  kontor_ctl_table_set_wrap (table);
  kontor_ctl_table_add_row (table, (const char *const[]) {
    "12", "Hi, I need a car tomorrow at 9\nplease", NULL });
  kontor_ctl_table_add_row (table, (const char *const[]) { "13", "yes", NULL });
  check (table, 0, "12  Hi, I need a car tomorrow at 9\n    please\n13  yes\n");
  check (table, 29, "12  Hi, I need a car tomorrow\n    at 9\n    please\n13  yes\n");
}

static void
a_word_without_spaces_is_broken (void)
{
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (NULL, 2);

  kontor_ctl_table_set_wrap (table);
  kontor_ctl_table_add_row (table, (const char *const[]) {
    "1", "https://example.org/a/long/path", NULL });
  check (table, 27, "1  https://example.org/a/lo\n   ng/path\n");
}

static void
other_columns_are_one_line (void)
{
  g_autoptr(KontorCtlTable) table = kontor_ctl_table_new (NULL, 2);

  kontor_ctl_table_add_row (table, (const char *const[]) { "a\nb", "c\nd", NULL });
  check (table, 0, "a b  c d\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/table/wide-characters-count-two-columns",
                   wide_characters_count_two_columns);
  g_test_add_func ("/ctl/table/a-cut-text-fits-and-says-so", a_cut_text_fits_and_says_so);
  g_test_add_func ("/ctl/table/control-characters-cannot-command-the-terminal",
                   control_characters_cannot_command_the_terminal);
  g_test_add_func ("/ctl/table/columns-are-aligned-and-lines-end-at-their-text",
                   columns_are_aligned_and_lines_end_at_their_text);
  g_test_add_func ("/ctl/table/the-widest-column-is-cut-first", the_widest_column_is_cut_first);
  g_test_add_func ("/ctl/table/columns-that-do-not-fit-are-left-out-from-the-right",
                   columns_that_do_not_fit_are_left_out_from_the_right);
  g_test_add_func ("/ctl/table/no-line-is-wider-than-the-terminal",
                   no_line_is_wider_than_the_terminal);
  g_test_add_func ("/ctl/table/columns-with-nothing-in-them-are-left-out",
                   columns_with_nothing_in_them_are_left_out);
  g_test_add_func ("/ctl/table/without-rows-nothing-is-printed", without_rows_nothing_is_printed);
  g_test_add_func ("/ctl/table/numbers-stand-to-the-right", numbers_stand_to_the_right);
  g_test_add_func ("/ctl/table/a-last-column-may-keep-its-lines-and-wrap",
                   a_last_column_may_keep_its_lines_and_wrap);
  g_test_add_func ("/ctl/table/a-word-without-spaces-is-broken", a_word_without_spaces_is_broken);
  g_test_add_func ("/ctl/table/other-columns-are-one-line", other_columns_are_one_line);

  return g_test_run ();
}
