/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lock.c — the owner's lock on Kontor. Words are read from standard input, each on a line of its
 * own, and never are arguments. */
#include "ctl/command.h"
#include "ctl/print.h"
#include "ctl/secrets.h"

#include <glib/gi18n.h>

static char *
read_word (const char *name, GError **error)
{
  return kontor_ctl_secret_read (name, stdin, error);
}

static gboolean
is_set (KontorCtl *ctl, gboolean *set, GError **error)
{
  g_autoptr(GVariant) status = NULL;
  const char *lock = "none";

  if (!kontor_dbus_daemon_call_status_sync (ctl->daemon, &status, NULL, error))
    return FALSE;
  g_variant_lookup (status, "lock", "&s", &lock);
  *set = !g_str_equal (lock, "none");

  return TRUE;
}

/* Twice, since nobody sees what is typed and a slip would keep the owner out. */
static char *
read_fresh (GError **error)
{
  g_autofree char *fresh = read_word (_("new word"), error), *again = NULL;

  if (fresh == NULL)
    return NULL;
  again = read_word (_("new word again"), error);
  if (again == NULL)
    return NULL;
  if (!g_str_equal (fresh, again))
    {
      g_set_error_literal (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                           _("the two new words are not the same"));
      return NULL;
    }

  return g_steal_pointer (&fresh);
}

static gboolean
read_minutes (KontorCtlArguments *arguments, gint64 *idle_s, GError **error)
{
  const char *text = kontor_ctl_arguments_get_option (arguments, "idle");
  guint64 minutes = 5;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, 24 * 60, &minutes, NULL))
    {
      g_set_error_literal (error, KONTOR_CTL_ERROR, KONTOR_CTL_ERROR_USAGE,
                           _("--idle is minutes, at most a day; 0 is never"));
      return FALSE;
    }
  *idle_s = (gint64) minutes * 60;

  return TRUE;
}

static gboolean
say (KontorCtl *ctl, const char *state, const char *hint)
{
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_text ("lock", state));
  else
    kontor_ctl_print_hint (hint);

  return TRUE;
}

gboolean
kontor_ctl_lock_set (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autofree char *word = NULL, *fresh = NULL;
  gboolean set = FALSE;
  gint64 idle_s;

  if (!read_minutes (arguments, &idle_s, error) || !is_set (ctl, &set, error))
    return FALSE;
  word = set ? read_word (_("word of the lock"), error) : g_strdup ("");
  if (word == NULL || (fresh = read_fresh (error)) == NULL)
    return FALSE;

  return kontor_dbus_lock_call_change_sync (ctl->lock, word, fresh, idle_s, NULL, error) &&
         say (ctl, "open", _("The lock is set, and open. Nobody can tell you its word: keep it."));
}

gboolean
kontor_ctl_lock_unlock (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autofree char *word = read_word (_("word of the lock"), error);

  return word != NULL && kontor_dbus_lock_call_open_sync (ctl->lock, word, NULL, error) &&
         say (ctl, "open", _("Kontor is open."));
}

gboolean
kontor_ctl_lock_lock (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  return kontor_dbus_lock_call_close_sync (ctl->lock, NULL, error) &&
         say (ctl, "closed", _("Kontor is locked. Customers are answered all the same."));
}

gboolean
kontor_ctl_lock_remove (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autofree char *word = read_word (_("word of the lock"), error);

  return word != NULL && kontor_dbus_lock_call_remove_sync (ctl->lock, word, NULL, error) &&
         say (ctl, "none", _("There is no lock any more."));
}
