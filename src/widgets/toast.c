/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/toast.h"

#include "remote/remote.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
show (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

/* A toast's title is markup. */
static AdwToast *
make (const char *text)
{
  g_autofree char *safe = g_markup_escape_text (text, -1);

  return adw_toast_new (safe);
}

void
kontor_toast_say (GtkWidget *widget, const char *text)
{
  show (widget, make (text));
}

void
kontor_toast_error (GtkWidget *widget, const GError *error)
{
  g_autofree char *words = kontor_remote_dup_words (error);
  AdwToast *toast;

  if (kontor_remote_is_cancelled (error))
    return;
  toast = make (words);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show (widget, toast);
}

static void
on_called (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GtkWidget) widget = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);

  if (answer == NULL)
    kontor_toast_error (widget, error);
}

void
kontor_toast_call (GtkWidget *widget, gpointer proxy, const char *method, GVariant *arguments)
{
  g_dbus_proxy_call (G_DBUS_PROXY (proxy), method, arguments, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                     on_called, g_object_ref (widget));
}

void
kontor_toast_undo (GtkWidget *widget, const char *text, const char *action)
{
  AdwToast *toast = make (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_detailed_action_name (toast, action);
  show (widget, toast);
}
