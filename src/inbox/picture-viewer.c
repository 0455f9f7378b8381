/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/picture-viewer.h"

#include "inbox/picture.h"

#include <glib/gi18n.h>

/* More than any screen has. */
#define MOST_POINTS 4096

struct _KontorPictureViewer
{
  AdwWindow     parent_instance;

  GCancellable *cancellable;

  GtkStack     *stack;
  GtkPicture   *picture;
};

enum { SAVE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KontorPictureViewer, kontor_picture_viewer, ADW_TYPE_WINDOW)

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  KontorPictureViewer *self = KONTOR_PICTURE_VIEWER (source);
  g_autoptr(GdkTexture) texture = kontor_picture_read_finish (result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, texture != NULL ? "picture" : "trouble");
}

static void
on_save (KontorPictureViewer *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
kontor_picture_viewer_dispose (GObject *object)
{
  g_cancellable_cancel (KONTOR_PICTURE_VIEWER (object)->cancellable);

  G_OBJECT_CLASS (kontor_picture_viewer_parent_class)->dispose (object);
}

static void
kontor_picture_viewer_finalize (GObject *object)
{
  g_object_unref (KONTOR_PICTURE_VIEWER (object)->cancellable);

  G_OBJECT_CLASS (kontor_picture_viewer_parent_class)->finalize (object);
}

static void
kontor_picture_viewer_class_init (KontorPictureViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kontor_picture_viewer_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_picture_viewer_finalize;
  signals[SAVE] = g_signal_new ("save", KONTOR_TYPE_PICTURE_VIEWER, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/kontor/Kontor/ui/inbox/picture-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, KontorPictureViewer, stack);
  gtk_widget_class_bind_template_child (widget_class, KontorPictureViewer, picture);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kontor_picture_viewer_init (KontorPictureViewer *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kontor_picture_viewer_show (GtkWidget *widget, const char *path, const char *name)
{
  const char *title = *name != '\0' ? name : _("Picture");
  KontorPictureViewer *self = g_object_new (KONTOR_TYPE_PICTURE_VIEWER, "title", title,
                                            "transient-for", gtk_widget_get_root (widget), NULL);

  gtk_picture_set_alternative_text (self->picture, title);
  kontor_picture_read_async (self, path, MOST_POINTS, self->cancellable, on_read, NULL);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
