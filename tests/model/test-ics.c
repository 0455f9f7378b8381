/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures from RFC 5545, sections 3.1, 3.3.5 and 3.3.11. */
#include <string.h>

#include "model/ics.h"

static void
test_escaped (void)
{
  g_autoptr(GString) ics = g_string_new (NULL);

  kontor_ics_add_text (ics, "SUMMARY", "a, b; c\\d: \"e\"\r\nf\a");
  g_assert_cmpstr (ics->str, ==, "SUMMARY:a\\, b\\; c\\\\d: \"e\"\\nf\r\n");
}

static void
test_instant (void)
{
  g_autoptr(GString) ics = g_string_new (NULL);

  kontor_ics_add_instant (ics, "DTSTART", G_GINT64_CONSTANT (1795237200999999));
  g_assert_cmpstr (ics->str, ==, "DTSTART:20261121T050000Z\r\n");
}

/* The whole again, after each line was looked at. */
static char *
unfold (const char *ics)
{
  g_autoptr(GString) whole = g_string_new (NULL);
  g_auto(GStrv) lines = g_strsplit (ics, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      if (*lines[i] == '\0')
        {
          g_assert_null (lines[i + 1]);
          break;
        }
      g_assert_true (i == 0 || *lines[i] == ' ');
      g_string_append (whole, lines[i] + (i > 0));
    }

  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/* Every length around the edges, in letters of one to four octets. */
static void
test_folded (void)
{
  static const char *const letters[] = { "a", "é", "ह", "🚗" };

  for (guint letter = 0; letter < G_N_ELEMENTS (letters); letter++)
    for (guint length = 0; length < 160; length++)
      {
        g_autoptr(GString) text = g_string_new (NULL), ics = g_string_new (NULL);
        g_autofree char *line = NULL, *whole = NULL;

        for (guint i = 0; i < length; i++)
          g_string_append (text, letters[letter]);
        kontor_ics_add_text (ics, "X", text->str);
        line = g_strconcat ("X:", text->str, NULL);
        whole = unfold (ics->str);
        g_assert_cmpstr (whole, ==, line);
        g_assert_true (strlen (line) > 75 || strstr (ics->str, "\r\n ") == NULL);
      }
}

static void
test_broken (void)
{
  g_autoptr(GString) ics = g_string_new (NULL);

  kontor_ics_add_text (ics, "SUMMARY", "a\xff" "b");
  g_assert_true (g_utf8_validate (ics->str, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/ics/what-would-end-a-value-is-escaped", test_escaped);
  g_test_add_func ("/model/ics/times-are-in-utc-to-the-second", test_instant);
  g_test_add_func ("/model/ics/lines-are-folded-between-characters", test_folded);
  g_test_add_func ("/model/ics/what-is-no-text-breaks-no-file", test_broken);

  return g_test_run ();
}
