/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever a text says in whatever language: reading it ends, what is called a figure is written
 * there, and what is known is no stranger. */
#include <stdint.h>
#include <string.h>

#include "assistant/figures.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (const char *text, const KontorLanguage *language)
{
  static const KontorWallTime today = { 2026, 11, 20, 0, 0 };
  const KontorLanguage *const languages[] = { language, NULL };
  g_autoptr(KontorFigures) figures = kontor_figures_new (languages, &today, FALSE);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *stranger = kontor_figures_find_stranger (figures, text);

  if (stranger != NULL && strstr (valid, stranger) == NULL)
    g_abort ();
  kontor_figures_know (figures, text);
  g_free (stranger);
  stranger = kontor_figures_find_stranger (figures, text);
  if (stranger != NULL)
    g_abort ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const KontorLanguage *const *all = kontor_language_get_all ();
  g_autofree char *text = g_strndup ((const char *) data, size);

  for (guint i = 0; all[i] != NULL; i++)
    check (text, all[i]);

  return 0;
}
