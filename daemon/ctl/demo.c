/* SPDX-License-Identifier: GPL-3.0-or-later */
/* demo.c — a business to try things with, beside the owner's own. */
#include "ctl/command.h"
#include "ctl/print.h"

#include <glib/gi18n.h>

gboolean
kontor_ctl_demo_list (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_auto(GStrv) names = NULL;

  if (!kontor_dbus_daemon_call_demos_sync (ctl->daemon, &names, NULL, error))
    return FALSE;
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_texts ((const char *const *) names));
  else
    for (guint i = 0; names[i] != NULL; i++)
      {
        g_autofree char *line = g_strconcat (names[i], "\n", NULL);

        kontor_ctl_print_text (line);
      }

  return TRUE;
}

gboolean
kontor_ctl_demo_load (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  const char *name = kontor_ctl_arguments_get_word (arguments, 0);

  if (!kontor_dbus_daemon_call_load_demo_sync (ctl->daemon, name, NULL, error))
    return FALSE;
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_text ("demo", name));
  else
    kontor_ctl_print_hint (_("The demo is open. “kontorctl practice” plays a customer; "
                             "“kontorctl demo remove” takes it away."));

  return TRUE;
}

gboolean
kontor_ctl_demo_remove (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  if (!kontor_dbus_daemon_call_remove_demo_sync (ctl->daemon, NULL, error))
    return FALSE;
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_text ("demo", ""));

  return TRUE;
}
