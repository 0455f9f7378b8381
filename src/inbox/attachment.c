/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attachment.c — a picture has the same place before and after it is there, so that a thread does
 * not jump. */
#include "inbox/attachment.h"

#include "inbox/picture.h"
#include "inbox/picture-viewer.h"
#include "inbox/voice.h"
#include "widgets/file-dialog.h"
#include "widgets/toast.h"

#include <glib/gi18n.h>

#define PICTURE_WIDTH 260
#define PICTURE_HEIGHT 180
#define STICKER_SIZE 120

struct _KontorAttachment
{
  AdwBin        parent_instance;

  char         *path;
  char         *mime;
  char         *name;
  GCancellable *cancellable;

  GtkStack     *stack;
  GtkPicture   *picture;
  KontorVoice  *voice;
  GtkImage     *icon;
  GtkSpinner   *spinner;
  GtkLabel     *title;
  GtkLabel     *detail;
  GtkWidget    *open;
  GtkWidget    *save;
};

G_DEFINE_FINAL_TYPE (KontorAttachment, kontor_attachment, ADW_TYPE_BIN)

static void
on_picture_read (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorAttachment *self = KONTOR_ATTACHMENT (source);
  g_autoptr(GdkTexture) texture = kontor_picture_read_finish (result, NULL);

  /* What is no picture after all is a document. */
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
      if (texture == NULL)
        gtk_stack_set_visible_child_name (self->stack, "document");
    }
}

static void
show_picture (KontorAttachment *self, gboolean is_sticker)
{
  gtk_picture_set_paintable (self->picture, NULL);
  gtk_picture_set_content_fit (self->picture, is_sticker ? GTK_CONTENT_FIT_CONTAIN
                               : GTK_CONTENT_FIT_COVER);
  gtk_widget_set_size_request (GTK_WIDGET (self->picture),
                               is_sticker ? STICKER_SIZE : PICTURE_WIDTH,
                               is_sticker ? STICKER_SIZE : PICTURE_HEIGHT);
  gtk_stack_set_visible_child_name (self->stack, "picture");
  kontor_picture_read_async (self, self->path, 2 * PICTURE_WIDTH, self->cancellable,
                             on_picture_read, NULL);
}

static void
show_document (KontorAttachment *self, KontorRemoteRecord *message, const char *state)
{
  gint64 size = kontor_remote_record_get_int (message, "media-size");
  g_autofree char *bytes = size > 0 ? g_format_size (size) : g_strdup ("");
  const char *reason = kontor_remote_record_get_text (message, "media-reason");
  gboolean is_here = g_str_equal (state, "here"), is_waiting = g_str_equal (state, "waiting");
  g_autoptr(GIcon) icon = g_content_type_get_symbolic_icon (self->mime);

  gtk_image_set_from_gicon (self->icon, icon);
  gtk_label_set_text (self->title, *self->name != '\0' ? self->name : _("File"));
  gtk_label_set_text (self->detail, is_here ? bytes
                      : *reason != '\0' ? reason
                      : is_waiting ? _("On its way…") : _("No longer there"));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_waiting && *reason == '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !is_waiting || *reason != '\0');
  gtk_widget_set_visible (self->open, is_here);
  gtk_widget_set_visible (self->save, is_here);
  gtk_stack_set_visible_child_name (self->stack, "document");
}

static void
forget (KontorAttachment *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->mime, g_free);
  g_clear_pointer (&self->name, g_free);
}

void
kontor_attachment_set (KontorAttachment *self, KontorRemoteRecord *message)
{
  const char *state = message != NULL ? kontor_remote_record_get_text (message, "media-state") : "";
  const char *path = *state != '\0' ? kontor_remote_record_get_text (message, "media-path") : "";
  const char *kind = message != NULL ? kontor_remote_record_get_text (message, "kind") : "";

  gtk_widget_set_visible (GTK_WIDGET (self), *state != '\0');
  if (g_strcmp0 (self->path, path) == 0 && *path != '\0')
    return;
  forget (self);
  self->cancellable = g_cancellable_new ();
  if (*state == '\0')
    return;
  self->path = g_strdup (path);
  self->mime = g_strdup (kontor_remote_record_get_text (message, "media-mime"));
  self->name = g_strdup (kontor_remote_record_get_text (message, "media-name"));
  show_document (self, message, state);
  if (g_str_equal (state, "here") && g_str_has_prefix (self->mime, "image/"))
    show_picture (self, g_str_equal (kind, "sticker"));
  else if (g_str_equal (state, "here") && g_str_has_prefix (self->mime, "audio/"))
    {
      kontor_voice_set_path (self->voice, self->path);
      gtk_stack_set_visible_child_name (self->stack, "voice");
    }
}

static void
on_open (KontorAttachment *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autofree char *type = g_content_type_from_mime_type (self->mime);
  g_autoptr(GAppInfo) app = type != NULL ? g_app_info_get_default_for_type (type, FALSE) : NULL;
  GList files = { .data = file };
  g_autoptr(GError) error = NULL;

  if (app == NULL)
    kontor_toast_say (GTK_WIDGET (self), _("No program here opens this kind of file. Save it to "
                                           "use it elsewhere."));
  else if (!g_app_info_launch (app, &files, NULL, &error))
    kontor_toast_error (GTK_WIDGET (self), error);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(KontorAttachment) self = data;
  g_autoptr(GError) error = NULL;

  if (g_file_copy_finish (G_FILE (source), result, &error))
    kontor_toast_say (GTK_WIDGET (self), _("The file is saved"));
  else
    kontor_toast_error (GTK_WIDGET (self), error);
}

static void
on_place_chosen (GFile *place, gpointer data)
{
  KontorAttachment *self = data;
  g_autoptr(GFile) file = self->path != NULL ? g_file_new_for_path (self->path) : NULL;

  if (file != NULL)
    g_file_copy_async (file, place, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL,
                       on_copied, g_object_ref (self));
}

static void
on_save (KontorAttachment *self)
{
  kontor_file_dialog_save (GTK_WIDGET (self), _("Save File"),
                           *self->name != '\0' ? self->name : _("File"), on_place_chosen);
}

static void
on_picture (KontorAttachment *self)
{
  GtkWidget *viewer = kontor_picture_viewer_show (GTK_WIDGET (self), self->path, self->name);

  g_signal_connect_object (viewer, "save", G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);
}

static void
kontor_attachment_dispose (GObject *object)
{
  forget (KONTOR_ATTACHMENT (object));

  G_OBJECT_CLASS (kontor_attachment_parent_class)->dispose (object);
}

static void
kontor_attachment_class_init (KontorAttachmentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_attachment_dispose;
  g_type_ensure (KONTOR_TYPE_VOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/attachment.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorAttachment, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorAttachment, picture);
  gtk_widget_class_bind_template_child (widget_class, KontorAttachment, voice);
  gtk_widget_class_bind_template_child (widget_class, KontorAttachment, icon);
  gtk_widget_class_bind_template_child (widget_class, KontorAttachment, spinner);
  gtk_widget_class_bind_template_child (widget_class, KontorAttachment, title);
  gtk_widget_class_bind_template_child (widget_class, KontorAttachment, detail);
  gtk_widget_class_bind_template_child (widget_class, KontorAttachment, open);
  gtk_widget_class_bind_template_child (widget_class, KontorAttachment, save);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_picture);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
kontor_attachment_init (KontorAttachment *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
