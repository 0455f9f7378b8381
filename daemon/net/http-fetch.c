/* SPDX-License-Identifier: GPL-3.0-or-later */
/* http-fetch.c — a file is written beside its place and moved there once it is whole. */
#include "net/http-inside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "model/error.h"

#define CHUNK 65536

typedef struct {
  SoupMessage  *message;
  GInputStream *stream;
  GChecksum    *checksum;
  char         *path;
  char         *part;
  int           fd;
  gint64        left;
  guint8        chunk[CHUNK];
} Fetch;

static void
fetch_free (Fetch *fetch)
{
  if (fetch->fd >= 0)
    {
      close (fetch->fd);
      g_unlink (fetch->part);
    }
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->stream);
  g_checksum_free (fetch->checksum);
  g_free (fetch->path);
  g_free (fetch->part);
  g_free (fetch);
}

static KontorError
code_of (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_FORBIDDEN:
      return KONTOR_ERROR_NOT_LINKED;
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      return KONTOR_ERROR_NOT_FOUND;
    default:
      return KONTOR_ERROR_TRY_LATER;
    }
}

static gboolean
write_all (int fd, const guint8 *bytes, gsize size)
{
  while (size > 0)
    {
      gssize written = write (fd, bytes, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      bytes += written;
      size -= written;
    }

  return TRUE;
}

static void
end (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  gboolean synced = fsync (fetch->fd) == 0;
  gboolean fine = close (fetch->fd) == 0 && synced;

  fetch->fd = -1;
  if (fine && g_rename (fetch->part, fetch->path) == 0)
    {
      g_task_return_pointer (task, g_strdup (g_checksum_get_string (fetch->checksum)), g_free);
      return;
    }
  g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                           "the file cannot be kept: %s", g_strerror (errno));
  g_unlink (fetch->part);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gssize got = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  fetch->left -= got;
  if (got < 0)
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                             "the file did not come whole: %s", error->message);
  else if (fetch->left < 0)
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                             "the file is larger than WhatsApp allows");
  else if (got == 0)
    end (task);
  else if (!write_all (fetch->fd, fetch->chunk, got))
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                             "the file cannot be kept: %s", g_strerror (errno));
  else
    {
      g_checksum_update (fetch->checksum, fetch->chunk, got);
      g_input_stream_read_async (fetch->stream, fetch->chunk, CHUNK, G_PRIORITY_LOW,
                                 g_task_get_cancellable (task), on_read, g_object_ref (task));
    }
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  guint status;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  status = soup_message_get_status (fetch->message);
  if (fetch->stream == NULL)
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                             "the file cannot be fetched: %s", error->message);
  else if (!SOUP_STATUS_IS_SUCCESSFUL (status))
    g_task_return_new_error (task, KONTOR_ERROR, code_of (status),
                             "the file cannot be fetched: HTTP status %u", status);
  else if ((fetch->fd = g_open (fetch->part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) < 0)
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                             "the file cannot be kept: %s", g_strerror (errno));
  else
    g_input_stream_read_async (fetch->stream, fetch->chunk, CHUNK, G_PRIORITY_LOW,
                               g_task_get_cancellable (task), on_read, g_object_ref (task));
}

void
kontor_http_fetch_async (KontorHttp *self, const char *url, const char *token, const char *path,
                         gint64 limit, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GError) error = NULL;
  Fetch *fetch = g_new0 (Fetch, 1);

  g_task_set_source_tag (task, kontor_http_fetch_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  fetch->fd = -1;
  fetch->left = limit;
  fetch->path = g_strdup (path);
  fetch->part = g_strconcat (path, ".part", NULL);
  fetch->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  fetch->message = kontor_http_make_message ("GET", url, token, &error);
  if (fetch->message == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  soup_message_set_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_session_send_async (kontor_http_get_session (self), fetch->message, G_PRIORITY_LOW,
                           cancellable, on_answered, g_object_ref (task));
}

gboolean
kontor_http_fetch_finish (KontorHttp *self, GAsyncResult *result, char **sha256, GError **error)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  hash = g_task_propagate_pointer (G_TASK (result), error);
  if (hash == NULL)
    return FALSE;
  *sha256 = g_steal_pointer (&hash);

  return TRUE;
}
