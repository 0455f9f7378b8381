/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every language says all that English says, with the same things to fill in. */
#include "inbox/texts.h"
#include "model/when.h"

#include <gio/gio.h>
#include <string.h>

static GKeyFile *
load (const char *code)
{
  g_autofree char *name = g_strconcat (code, ".ini", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "texts", name, NULL);
  g_autoptr(GError) error = NULL;
  GKeyFile *file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    g_error ("%s: %s", path, error->message);

  return file;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The {names} of @text, each once, in order. */
static char *
dup_names (const char *text)
{
  g_autoptr(GRegex) braces = g_regex_new ("\\{[^}]*\\}", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (gboolean more = g_regex_match (braces, text, 0, &match); more;
       more = g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 0);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

/* What @file lacks of @other, or fills in otherwise. */
static guint
count_faults (const char *code, GKeyFile *file, GKeyFile *other)
{
  g_auto(GStrv) groups = g_key_file_get_groups (other, NULL);
  guint faults = 0;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto(GStrv) keys = g_key_file_get_keys (other, groups[i], NULL, NULL);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_autofree char *text = g_key_file_get_string (file, groups[i], keys[j], NULL);
          g_autofree char *said = g_key_file_get_string (other, groups[i], keys[j], NULL);
          g_autofree char *names = dup_names (text != NULL ? text : "");
          g_autofree char *wanted = dup_names (said);

          if (text != NULL && *text != '\0' && g_str_equal (names, wanted))
            continue;
          g_test_message ("%s: [%s] %s: “%s”, wanted as “%s”", code, groups[i], keys[j], text,
                          said);
          faults++;
        }
    }

  return faults;
}

static void
test_same (void)
{
  g_autoptr(GKeyFile) english = load ("en");

  for (const KontorLanguage *const *language = kontor_language_get_all (); *language != NULL;
       language++)
    {
      g_autoptr(GKeyFile) file = load ((*language)->code);

      g_assert_cmpuint (count_faults ((*language)->code, file, english), ==, 0);
      g_assert_cmpuint (count_faults ("en", english, file), ==, 0);
    }
}

static void
test_lists (void)
{
  for (const KontorLanguage *const *language = kontor_language_get_all (); *language != NULL;
       language++)
    {
      g_autoptr(GKeyFile) file = load ((*language)->code);
      g_autofree char *weekdays = g_key_file_get_string (file, "dates", "weekdays", NULL);
      g_autofree char *months = g_key_file_get_string (file, "dates", "months", NULL);
      g_auto(GStrv) days = g_strsplit (weekdays, ";", -1), names = g_strsplit (months, ";", -1);

      g_assert_cmpuint (g_strv_length (days), ==, 7);
      g_assert_cmpuint (g_strv_length (names), ==, 12);
    }
}

/* What is built in is what stands in the folder. */
static void
test_built_in (void)
{
  for (const KontorLanguage *const *language = kontor_language_get_all (); *language != NULL;
       language++)
    {
      g_autoptr(GKeyFile) file = load ((*language)->code);
      g_autofree char *wanted = g_key_file_get_string (file, "book", "confirm", NULL);
      g_autofree char *text = kontor_texts_dup ((*language)->code, "book", "confirm", NULL);

      g_assert_cmpstr (text, ==, wanted);
    }
}

/* What a date is written as is read as that date in the same language. */
static void
test_dates (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

  for (const KontorLanguage *const *language = kontor_language_get_all (); *language != NULL;
       language++)
    for (int month = 1; month <= 12; month++)
      {
        const KontorWallTime at = { 2027, month, month + 8, 9, 0 };
        const KontorWhenContext context = {
          .now_us = G_GINT64_CONSTANT (1795132800) * G_USEC_PER_SEC, .zone = zone,
          .language = *language,
        };
        g_autofree char *date = kontor_texts_dup_date ((*language)->code, &at);
        g_autoptr(KontorWhen) when = kontor_when_read (date, &context);

        if (!when->has_date || when->year != 2027 || when->month != month ||
            when->day != month + 8)
          g_error ("%s: %s", (*language)->code, date);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/every-language-says-what-english-says", test_same);
  g_test_add_func ("/texts/a-week-has-seven-days-and-a-year-twelve-months", test_lists);
  g_test_add_func ("/texts/every-language-is-built-in", test_built_in);
  g_test_add_func ("/texts/a-date-is-understood-as-it-is-written", test_dates);
  return g_test_run ();
}
