/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/export.h"

#include <string.h>

#include "widgets/toast.h"

#include <glib/gi18n.h>

typedef struct {
  GtkWidget *widget;
  GFile     *file;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Saving) saving = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *words = g_strdup_printf (_("Saved as %s"), shown);

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    kontor_toast_say (saving->widget, words);
  else
    kontor_toast_error (saving->widget, error);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Saving) saving = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);
  GFile *file = saving->file;
  char *text;

  if (answer == NULL)
    {
      kontor_toast_error (saving->widget, error);
      return;
    }
  g_variant_get (answer, "(s)", &text);
  bytes = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       on_written, g_steal_pointer (&saving));
}

void
kontor_export_save (GtkWidget *widget, KontorRemoteHouse *house, const char *method,
                    GVariant *arguments, GFile *file)
{
  KontorRemote *remote = kontor_remote_house_get_remote (house);
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->file = g_object_ref (file);
  kontor_toast_say (widget, _("Saving…"));
  g_dbus_proxy_call (G_DBUS_PROXY (kontor_remote_get_records (remote)), method, arguments,
                     G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_exported, saving);
}
