/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secrets.c — secrets from standard input. Signals wait while a terminal's echo is off: who ends
 * the program in the middle gets back a terminal that shows what is typed. */
#include "ctl/secrets.h"

#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include "ctl/command.h"

#include <glib/gi18n.h>

gboolean
kontor_ctl_secret_is_asked (const KontorField *field, const char *value)
{
  return field != NULL && field->type == KONTOR_FIELD_SECRET && g_str_equal (value, "-");
}

static gboolean
read_unseen (const char *name, FILE *input, char *line, int size)
{
  struct termios seen, unseen;
  sigset_t waiting, before;
  gboolean is_read;

  fprintf (stderr, "%s: ", name);
  if (tcgetattr (fileno (input), &seen) != 0)
    return FALSE;
  sigemptyset (&waiting);
  sigaddset (&waiting, SIGINT);
  sigaddset (&waiting, SIGQUIT);
  sigaddset (&waiting, SIGTERM);
  sigaddset (&waiting, SIGTSTP);
  sigprocmask (SIG_BLOCK, &waiting, &before);
  unseen = seen;
  unseen.c_lflag &= ~(tcflag_t) ECHO;
  tcsetattr (fileno (input), TCSAFLUSH, &unseen);
  is_read = fgets (line, size, input) != NULL;
  tcsetattr (fileno (input), TCSADRAIN, &seen);
  fputc ('\n', stderr);
  sigprocmask (SIG_SETMASK, &before, NULL);

  return is_read;
}

char *
kontor_ctl_secret_read (const char *name, FILE *input, GError **error)
{
  char line[4096];
  gboolean is_read = isatty (fileno (input))
    ? read_unseen (name, input, line, sizeof line) : fgets (line, sizeof line, input) != NULL;

  if (!is_read || *g_strchomp (line) == '\0')
    {
      g_set_error (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                   _("there was nothing on standard input for “%s”"), name);
      return NULL;
    }

  return g_strdup (line);
}

GVariant *
kontor_ctl_secrets_fill (GVariant *values, const KontorField *fields, FILE *input,
                         GError **error)
{
  g_auto(GVariantDict) filled = G_VARIANT_DICT_INIT (values);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, values);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      g_autoptr(GVariant) given = value;
      g_autofree char *secret = NULL;

      if (!kontor_ctl_secret_is_asked (kontor_fields_find (fields, name),
                                       g_variant_get_string (given, NULL)))
        continue;
      secret = kontor_ctl_secret_read (name, input, error);
      if (secret == NULL)
        return NULL;
      g_variant_dict_insert (&filled, name, "s", secret);
    }

  return g_variant_ref_sink (g_variant_dict_end (&filled));
}
