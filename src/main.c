/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "application.h"

/* KONTOR_LOCALE_DIR: the translations of a window that is not installed. */
static const char *
get_locale_dir (void)
{
  const char *given = g_getenv ("KONTOR_LOCALE_DIR");

  return given != NULL ? given : KONTOR_LOCALE_DIR;
}

int
main (int argc, char **argv)
{
  g_autoptr(KontorApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = kontor_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
