/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/picture.h"

typedef struct {
  char *path;
  int   most;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_free (wish->path);
  g_free (wish);
}

/* What is smaller stays as it is. */
static void
read_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  int width = 0, height = 0;
  gboolean is_known = gdk_pixbuf_get_file_info (wish->path, &width, &height) != NULL;
  int most = is_known ? MIN (wish->most, MAX (width, height)) : wish->most;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new_from_file_at_scale (wish->path, most, most, TRUE,
                                                                   &error);
  g_autoptr(GdkPixbuf) upright = pixbuf != NULL
    ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;

  if (upright != NULL)
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (upright), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
kontor_picture_read_async (gpointer source, const char *path, int most, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr(GTask) task = g_task_new (source, cancellable, callback, data);
  Wish *wish = g_new0 (Wish, 1);

  wish->path = g_strdup (path);
  wish->most = most;
  g_task_set_task_data (task, wish, free_wish);
  g_task_run_in_thread (task, read_picture);
}

GdkTexture *
kontor_picture_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
