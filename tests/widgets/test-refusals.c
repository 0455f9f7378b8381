/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the daemon refuses is said in the language of the window; the catalogue is played here. */
#include "remote/refusals.h"
#include "remote/remote.h"

#include <string.h>

#include <libintl.h>

/* As the C library has them, in the place of which they stand. */
#undef gettext
#undef dcgettext
char *dcgettext (const char *domain, const char *text, int category);
char *gettext (const char *text);

static const char *const known[][2] = {
  { "must be one line", "nur eine Zeile" },
  { "“%s” is not one of: %s", "aus %2$s gibt es kein „%1$s“" },
  { "“%s” is no date: write it as 2026-11-21", "„%s“ ist kein Tag" },
  { "%s has no price", "ohne Preis: %s" },
};

char *
dcgettext (const char *domain, const char *text, int category)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i][0], text) == 0)
      return (char *) known[i][1];

  return (char *) text;
}

char *
gettext (const char *text)
{
  return dcgettext (NULL, text, 0);
}

static void
check (const char *text, const char *words)
{
  g_autofree char *said = kontor_refusal_dup_words (text);

  g_assert_cmpstr (said, ==, words);
}

static void
test_known (void)
{
  check ("must be one line", "nur eine Zeile");
  check ("“32.13.2026” is no date: write it as 2026-11-21", "„32.13.2026“ ist kein Tag");
  check ("SV1 has no price", "ohne Preis: SV1");
}

static void
test_reason (void)
{
  g_autofree char *reason = kontor_remote_dup_sentence ("SV1 has no price");
  g_autofree char *none = kontor_remote_dup_sentence ("");

  g_assert_cmpstr (reason, ==, "Ohne Preis: SV1.");
  g_assert_cmpstr (none, ==, "");
}

static void
test_order (void)
{
  check ("“blue” is not one of: red, green", "aus red, green gibt es kein „blue“");
  check ("“%s” is not one of: a: %s", "aus a: %s gibt es kein „%s“");
}

static void
test_fields (void)
{
  check ("name: must be one line\ndate: “x” is no date: write it as 2026-11-21",
         "name: nur eine Zeile\ndate: „x“ ist kein Tag");
}

static void
test_unknown (void)
{
  check ("the moon is full", "the moon is full");
  check ("code: the moon is full\nname: must be one line",
         "code: the moon is full\nname: nur eine Zeile");
  check ("", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refusals/a-reason-that-was-kept-is-told-in-it-too", test_reason);
  g_test_add_func ("/refusals/what-is-known-is-said-in-the-windows-language", test_known);
  g_test_add_func ("/refusals/a-language-may-have-another-order", test_order);
  g_test_add_func ("/refusals/each-field-has-its-line", test_fields);
  g_test_add_func ("/refusals/what-is-not-known-stays", test_unknown);

  return g_test_run ();
}
