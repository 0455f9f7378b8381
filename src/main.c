/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "application.h"

int
main (int argc, char **argv)
{
  g_autoptr(KontorApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, KONTOR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = kontor_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
