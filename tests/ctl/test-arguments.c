/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ctl/arguments.h"
#include "ctl/command.h"

#include <string.h>

static const KontorCtlOption options[] = {
  { "from", "PHONE", "" }, { "limit", "N", "" }, { "dry-run", NULL, "" }, { NULL }
};

static KontorCtlArguments *
read_words (int least, int most, GError **error, ...)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  va_list list;
  char *word;

  va_start (list, error);
  do
    {
      word = va_arg (list, char *);
      g_ptr_array_add (words, word);
    }
  while (word != NULL);
  va_end (list);

  return kontor_ctl_arguments_new ((char **) words->pdata, options,
                                   kontor_ctl_commands_get_common (), least, most, error);
}

static void
options_stand_anywhere (void)
{
  g_autoptr(KontorCtlArguments) arguments =
    read_words (0, -1, NULL, "--json", "I", "--from", "+971", "need", "--limit=3", "--dry-run",
                NULL);
  g_autofree char *text = NULL;
  guint limit;

  g_assert_nonnull (arguments);
  text = kontor_ctl_arguments_dup_text (arguments, 0, NULL);
  g_assert_cmpstr (text, ==, "I need");
  g_assert_cmpstr (kontor_ctl_arguments_get_option (arguments, "from"), ==, "+971");
  g_assert_true (kontor_ctl_arguments_get_count (arguments, "limit", 9, &limit, NULL));
  g_assert_cmpuint (limit, ==, 3);
  g_assert_true (kontor_ctl_arguments_has_option (arguments, "json"));
  g_assert_true (kontor_ctl_arguments_has_option (arguments, "dry-run"));
  g_assert_false (kontor_ctl_arguments_has_option (arguments, "no-start"));
}

static void
an_option_may_be_given_again (void)
{
  g_autoptr(KontorCtlArguments) arguments =
    read_words (0, -1, NULL, "--from", "a", "word", "--from=b", NULL);
  g_auto(GStrv) all = kontor_ctl_arguments_dup_all (arguments, "from");
  g_auto(GStrv) none = kontor_ctl_arguments_dup_all (arguments, "limit");

  g_assert_cmpstr (all[0], ==, "a");
  g_assert_cmpstr (all[1], ==, "b");
  g_assert_null (all[2]);
  g_assert_null (none[0]);
  g_assert_cmpstr (kontor_ctl_arguments_get_option (arguments, "from"), ==, "b");
}

static void
after_two_dashes_all_are_words (void)
{
  g_autoptr(KontorCtlArguments) arguments =
    read_words (0, -1, NULL, "--", "--from", "--", "-h", NULL);
  g_autofree char *text = kontor_ctl_arguments_dup_text (arguments, 0, NULL);

  g_assert_cmpstr (text, ==, "--from -- -h");
  g_assert_null (kontor_ctl_arguments_get_option (arguments, "from"));
}

static void
what_is_wrong_is_usage (void)
{
  static char *const wrong[][4] = {
    { "--nothing" }, { "--from" }, { "--dry-run=yes" }, { "a", "b", "c" }, { NULL }, { "\xff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      KontorCtlArguments *arguments =
        kontor_ctl_arguments_new ((char **) wrong[i], options, NULL, 1, 2, &error);

      g_assert_null (arguments);
      g_assert_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE);
    }
}

static void
a_count_is_a_whole_number (void)
{
  static const char *const wrong[] = { "-1", "ten", "1.5", "", "99999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorCtlArguments) arguments = read_words (0, 0, NULL, "--limit", wrong[i], NULL);
      guint limit;

      g_assert_false (kontor_ctl_arguments_get_count (arguments, "limit", 0, &limit, &error));
      g_assert_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE);
    }
}

static void
values_are_texts_up_to_the_first_equals (void)
{
  g_autoptr(KontorCtlArguments) arguments =
    read_words (0, -1, NULL, "contact", "note=a>=b=c", "name=", "x-flight=EK 203", NULL);
  g_autoptr(GVariant) values = kontor_ctl_arguments_dup_values (arguments, 1, NULL);
  const char *text;

  g_assert_cmpuint (g_variant_n_children (values), ==, 3);
  g_assert_true (g_variant_lookup (values, "note", "&s", &text));
  g_assert_cmpstr (text, ==, "a>=b=c");
  g_assert_true (g_variant_lookup (values, "name", "&s", &text));
  g_assert_cmpstr (text, ==, "");
  g_assert_true (g_variant_lookup (values, "x-flight", "&s", &text));
  g_assert_cmpstr (text, ==, "EK 203");
}

static void
a_word_that_is_no_value_is_refused (void)
{
  static const char *const wrong[] = { "name", "=x", "na me=x", "name>=x" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorCtlArguments) arguments = read_words (0, -1, NULL, wrong[i], NULL);

      g_assert_null (kontor_ctl_arguments_dup_values (arguments, 0, &error));
      g_assert_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE);
    }
}

static void
the_same_value_twice_is_refused (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorCtlArguments) arguments = read_words (0, -1, NULL, "a=1", "a=2", NULL);

  g_assert_null (kontor_ctl_arguments_dup_values (arguments, 0, &error));
  g_assert_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE);
}

static void
conditions_carry_their_sign (void)
{
  g_autoptr(KontorCtlArguments) arguments =
    read_words (0, -1, NULL, "at>=2026-11-21", "at<2026-11-22", "state!=cancelled", "places>1",
                "price<=9", "note==x", NULL);
  g_autoptr(GVariant) filter = kontor_ctl_arguments_dup_filter (arguments, 0, NULL);
  static const char *const expected[][2] = {
    { "at>=", "2026-11-21" }, { "at<", "2026-11-22" }, { "state!=", "cancelled" },
    { "places>", "1" }, { "price<=", "9" }, { "note", "=x" },
  };

  g_assert_cmpuint (g_variant_n_children (filter), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const char *text = NULL;

      g_assert_true (g_variant_lookup (filter, expected[i][0], "&s", &text));
      g_assert_cmpstr (text, ==, expected[i][1]);
    }
}

static void
the_same_field_again_means_any_of_them (void)
{
  g_autoptr(KontorCtlArguments) arguments =
    read_words (0, -1, NULL, "state=requested", "state=confirmed", "state=completed", NULL);
  g_autoptr(GVariant) filter = kontor_ctl_arguments_dup_filter (arguments, 0, NULL);
  g_autofree const char **states = NULL;

  g_assert_true (g_variant_lookup (filter, "state", "^a&s", &states));
  g_assert_cmpuint (g_strv_length ((char **) states), ==, 3);
  g_assert_cmpstr (states[0], ==, "requested");
  g_assert_cmpstr (states[2], ==, "completed");
}

static void
a_condition_given_twice_is_refused (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorCtlArguments) arguments = read_words (0, -1, NULL, "at>=1", "at>=2", NULL);

  g_assert_null (kontor_ctl_arguments_dup_filter (arguments, 0, &error));
  g_assert_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE);
}

static void
a_conversation_is_a_number_of_64_bits (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorCtlArguments) arguments =
    read_words (0, -1, NULL, "9007199254740993", "BK1", NULL);
  gint64 id;

  g_assert_true (kontor_ctl_arguments_get_id (arguments, 0, &id, NULL));
  g_assert_cmpint (id, ==, G_GINT64_CONSTANT (9007199254740993));
  g_assert_false (kontor_ctl_arguments_get_id (arguments, 1, &id, &error));
  g_assert_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE);
}

static void
a_command_is_found_by_one_word_or_two (void)
{
  static const struct { const char *words[3]; const char *name; guint used; } found[] = {
    { { "list", "booking" }, "list", 1 }, { { "channel", "add", "practice" }, "channel add", 2 },
    { { "channel" }, "channel list", 1 }, { { "demo", "--json" }, "demo list", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      const char *words[] = { found[i].words[0], found[i].words[1], found[i].words[2], NULL };
      guint used;
      const KontorCtlCommand *command = kontor_ctl_command_find (words, &used, NULL);

      g_assert_nonnull (command);
      g_assert_cmpstr (command->name, ==, found[i].name);
      g_assert_cmpuint (used, ==, found[i].used);
    }
}

static void
an_unknown_command_says_what_there_is (void)
{
  static const char *const group[] = { "demo", "burn", NULL };
  static const char *const word[] = { "dance", NULL };
  g_autoptr(GError) error = NULL;
  guint used;

  g_assert_null (kontor_ctl_command_find (group, &used, &error));
  g_assert_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "list, load, remove"));
  g_clear_error (&error);
  g_assert_null (kontor_ctl_command_find (word, &used, &error));
  g_assert_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE);
}

static void
every_command_has_its_help (void)
{
  const KontorCtlCommand *command;

  for (command = kontor_ctl_commands_get_all (); command->name != NULL; command++)
    {
      g_autofree char *help = kontor_ctl_command_dup_help (command);

      g_assert_nonnull (command->run);
      g_assert_nonnull (strstr (help, command->name));
      for (const KontorCtlOption *o = command->options; o != NULL && o->name != NULL; o++)
        g_assert_nonnull (strstr (help, o->help));
      g_assert_true (command->most < 0 || command->least <= command->most);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/arguments/an-option-may-be-given-again", an_option_may_be_given_again);
  g_test_add_func ("/ctl/arguments/options-stand-anywhere", options_stand_anywhere);
  g_test_add_func ("/ctl/arguments/after-two-dashes-all-are-words", after_two_dashes_all_are_words);
  g_test_add_func ("/ctl/arguments/what-is-wrong-is-usage", what_is_wrong_is_usage);
  g_test_add_func ("/ctl/arguments/a-count-is-a-whole-number", a_count_is_a_whole_number);
  g_test_add_func ("/ctl/arguments/values-are-texts-up-to-the-first-equals",
                   values_are_texts_up_to_the_first_equals);
  g_test_add_func ("/ctl/arguments/a-word-that-is-no-value-is-refused",
                   a_word_that_is_no_value_is_refused);
  g_test_add_func ("/ctl/arguments/the-same-value-twice-is-refused",
                   the_same_value_twice_is_refused);
  g_test_add_func ("/ctl/arguments/conditions-carry-their-sign", conditions_carry_their_sign);
  g_test_add_func ("/ctl/arguments/the-same-field-again-means-any-of-them",
                   the_same_field_again_means_any_of_them);
  g_test_add_func ("/ctl/arguments/a-condition-given-twice-is-refused",
                   a_condition_given_twice_is_refused);
  g_test_add_func ("/ctl/arguments/a-conversation-is-a-number-of-64-bits",
                   a_conversation_is_a_number_of_64_bits);
  g_test_add_func ("/ctl/command/is-found-by-one-word-or-two",
                   a_command_is_found_by_one_word_or_two);
  g_test_add_func ("/ctl/command/an-unknown-one-says-what-there-is",
                   an_unknown_command_says_what_there_is);
  g_test_add_func ("/ctl/command/every-one-has-its-help", every_command_has_its_help);

  return g_test_run ();
}
