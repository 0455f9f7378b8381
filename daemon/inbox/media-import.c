/* SPDX-License-Identifier: GPL-3.0-or-later */
/* media-import.c — a file of the owner's becomes one of the business: copied, so that it may be
 * moved or changed afterwards. Reading and hashing 100 MB takes a while: a thread does it. */
#include "inbox/media.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/error.h"

#define LARGEST_FILE (G_GINT64_CONSTANT (100) * 1024 * 1024)

typedef struct {
  char *folder;
  char *path;
} Import;

static void
import_free (Import *import)
{
  g_free (import->folder);
  g_free (import->path);
  g_free (import);
}

static gboolean
keep (const char *folder, KontorMedia *media, GBytes *content, GError **error)
{
  g_autofree char *shelf = NULL;

  media->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  media->path = kontor_media_dup_path (folder, media->sha256);
  shelf = g_path_get_dirname (media->path);
  if (g_file_test (media->path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_mkdir_with_parents (shelf, 0700);

  return g_file_set_contents_full (media->path, g_bytes_get_data (content, NULL),
                                   g_bytes_get_size (content), G_FILE_SET_CONTENTS_DURABLE |
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static KontorMedia *
import (const Import *what, GError **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (what->path, FALSE, error);
  g_autoptr(GBytes) content = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  gsize size = content != NULL ? g_bytes_get_size (content) : 0;
  g_autofree char *type = NULL;
  g_autoptr(KontorMedia) media = NULL;

  if (content == NULL)
    return NULL;
  if (size == 0 || size > LARGEST_FILE)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "%s cannot be sent: it is %s",
                   what->path, size == 0 ? "empty" : "larger than 100 MB");
      return NULL;
    }
  type = g_content_type_guess (what->path, g_bytes_get_data (content, NULL), MIN (size, 4096),
                               NULL);
  media = kontor_media_new (NULL, NULL);
  media->mime = g_content_type_get_mime_type (type);
  media->name = g_path_get_basename (what->path);
  media->size = size;

  return keep (what->folder, media, content, error) ? g_steal_pointer (&media) : NULL;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  KontorMedia *media = import (data, &error);

  if (media != NULL)
    g_task_return_pointer (task, media, (GDestroyNotify) kontor_media_free);
  else if (error->domain == KONTOR_ERROR)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "%s", error->message);
}

void
kontor_media_import_async (const char *folder, const char *path, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Import *what = g_new0 (Import, 1);

  g_task_set_source_tag (task, kontor_media_import_async);
  what->folder = g_strdup (folder);
  what->path = g_strdup (path);
  g_task_set_task_data (task, what, (GDestroyNotify) import_free);
  g_task_run_in_thread (task, run);
}

KontorMedia *
kontor_media_import_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
kontor_media_kind_of (const char *mime)
{
  static const struct { const char *mime, *kind; } kinds[] = {
    { "image/jpeg", "image" }, { "image/png", "image" }, { "image/webp", "sticker" },
    { "video/mp4", "video" }, { "video/3gpp", "video" }, { "audio/", "audio" },
  };

  for (guint i = 0; mime != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (mime, kinds[i].mime))
      return kinds[i].kind;

  return "document";
}
