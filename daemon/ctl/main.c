/* SPDX-License-Identifier: GPL-3.0-or-later */
/* main.c — kontorctl: finds the command and runs it; an error becomes words and an exit code. */
#include "config.h"

#include <locale.h>
#include <stdio.h>

#include <glib/gi18n.h>

#include "ctl/command.h"
#include "ctl/print.h"
#include "model/error.h"

enum {
  EXIT_DONE,
  EXIT_REFUSED,
  EXIT_USAGE,
  EXIT_NO_DAEMON,
};

static int
tell (const GError *error, const KontorCtlCommand *command)
{
  g_autofree char *words = kontor_ctl_dup_words (error);

  fprintf (stderr, "kontorctl: %s\n", words);
  if (!g_error_matches (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE))
    return kontor_ctl_is_no_daemon (error) ? EXIT_NO_DAEMON : EXIT_REFUSED;

  if (command != NULL)
    {
      fprintf (stderr, "%s kontorctl %s %s\n", _("Usage:"), command->name, command->takes);
      fprintf (stderr, _("“kontorctl help %s” tells more.\n"), command->name);
    }
  return EXIT_USAGE;
}

static gboolean
run (const KontorCtlCommand *command, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(KontorCtl) ctl =
    kontor_ctl_new (kontor_ctl_arguments_has_option (arguments, "json"));
  gboolean start = !(command->flags & KONTOR_CTL_NO_START) &&
                   !kontor_ctl_arguments_has_option (arguments, "no-start");

  if (!(command->flags & KONTOR_CTL_ALONE) && !kontor_ctl_connect (ctl, start, error))
    return FALSE;

  return command->run (ctl, arguments, error);
}

static int
run_asked (const KontorCtlCommand *command, KontorCtlArguments *arguments, gboolean is_alone)
{
  g_autoptr(GError) error = NULL;

  if (kontor_ctl_arguments_has_option (arguments, "version"))
    {
      kontor_ctl_print_text ("kontorctl " KONTOR_VERSION "\n");
      return EXIT_DONE;
    }
  if (kontor_ctl_arguments_has_option (arguments, "help") && !is_alone)
    {
      g_autofree char *help = kontor_ctl_command_dup_help (command);

      kontor_ctl_print_text (help);
      return EXIT_DONE;
    }

  return run (command, arguments, &error) ? EXIT_DONE : tell (error, command);
}

/* Options may stand before the command too: (transfer container): they, then what follows it. */
static char **
join (char **leading, guint n_leading, char **rest)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < n_leading; i++)
    g_ptr_array_add (words, leading[i]);
  for (; *rest != NULL; rest++)
    g_ptr_array_add (words, *rest);
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

static int
run_words (char **words)
{
  static char *const alone[] = { "help", NULL };
  g_autoptr(KontorCtlArguments) arguments = NULL;
  g_autofree char **sorted = NULL;
  const KontorCtlCommand *command;
  g_autoptr(GError) error = NULL;
  guint leading = 0, used = 0;
  char **rest;

  while (words[leading] != NULL && words[leading][0] == '-')
    leading++;
  rest = leading > 0 && words[leading] == NULL ? (char **) alone : words + leading;
  command = kontor_ctl_command_find ((const char *const *) rest, &used, &error);
  if (command == NULL)
    return tell (error, NULL);

  sorted = join (words, leading, rest + used);
  arguments = kontor_ctl_arguments_new (sorted, command->options,
                                        kontor_ctl_commands_get_common (), command->least,
                                        command->most, &error);
  if (arguments == NULL)
    return tell (error, command);

  return run_asked (command, arguments, rest == (char **) alone);
}

int
main (int argc, char **argv)
{
  const char *given = g_getenv ("KONTOR_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, given != NULL ? given : KONTOR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Registers the domain, so that the daemon's errors arrive with their codes. */
  kontor_error_quark ();

  return run_words (argv + 1);
}
