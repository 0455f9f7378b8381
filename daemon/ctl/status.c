/* SPDX-License-Identifier: GPL-3.0-or-later */
/* status.c — the daemon itself: how it is, whether its store is sound, and its end. */
#include "ctl/command.h"
#include "ctl/fields.h"
#include "ctl/print.h"
#include "model/error.h"
#include "model/record.h"

#include <glib/gi18n.h>

static const KontorField status_fields[] = {
  { "business", KONTOR_FIELD_TEXT },
  { "demo", KONTOR_FIELD_TEXT },
  { "channels", KONTOR_FIELD_NUMBER },
  { "conversations", KONTOR_FIELD_NUMBER },
  { "mine", KONTOR_FIELD_NUMBER },
  { "unassigned", KONTOR_FIELD_NUMBER },
  { "unread", KONTOR_FIELD_NUMBER },
  { "bookings", KONTOR_FIELD_NUMBER },
  { "unsent", KONTOR_FIELD_NUMBER },
  { "lock", KONTOR_FIELD_TEXT },
  { "folder", KONTOR_FIELD_TEXT },
  { "version", KONTOR_FIELD_TEXT },
  { NULL }
};

gboolean
kontor_ctl_status (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GVariant) status = NULL;
  g_autofree char *text = NULL;

  if (!kontor_dbus_daemon_call_status_sync (ctl->daemon, &status, NULL, error))
    return FALSE;
  if (ctl->json)
    {
      kontor_ctl_print_json (kontor_ctl_record_to_json (status_fields, status));
      return TRUE;
    }
  text = kontor_ctl_record_to_text (status_fields, status, kontor_ctl_print_get_width ());
  kontor_ctl_print_text (text);

  return TRUE;
}

gboolean
kontor_ctl_check_store (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_auto(GStrv) faults = NULL;
  g_autofree char *lines = NULL;
  guint count;

  if (!kontor_dbus_daemon_call_check_store_sync (ctl->daemon, &faults, NULL, error))
    return FALSE;
  lines = g_strjoinv ("\n", faults);
  count = g_strv_length (faults);
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_texts ((const char *const *) faults));
  if (faults[0] == NULL)
    {
      kontor_ctl_print_hint (_("The store is sound."));
      return TRUE;
    }
  if (!ctl->json)
    {
      kontor_ctl_print_text (lines);
      kontor_ctl_print_text ("\n");
    }
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
               ngettext ("the store has %u fault: keep a copy of the data folder as it is, then "
                         "restore the latest backup",
                         "the store has %u faults: keep a copy of the data folder as it is, then "
                         "restore the latest backup", count), count);

  return FALSE;
}

gboolean
kontor_ctl_quit (KontorCtl *ctl, KontorCtlArguments *arguments, GError **error)
{
  g_autoptr(GError) local = NULL;

  /* A daemon that is gone before it could answer did what was asked. */
  if (!kontor_dbus_daemon_call_quit_sync (ctl->daemon, NULL, &local) &&
      !g_error_matches (local, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (ctl->json)
    kontor_ctl_print_json (kontor_ctl_json_object (json_object_new ()));

  return TRUE;
}
