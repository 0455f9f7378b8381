/* SPDX-License-Identifier: GPL-3.0-or-later */
/* http-stream.c — libsoup's own time-out is for each byte and for all requests of a session, so a
 * session without one is used, and a timer here that cancels. */
#include "net/http-stream.h"

#include "model/error.h"
#include "net/http-inside.h"

#define CHUNK 16384
/* Most servers close at once after their last word; then the connection can be used again. */
#define LINGER_MS 250

typedef struct {
  SoupMessage         *message;
  GInputStream        *stream;
  GCancellable        *inner;
  GSource             *cancelled;
  guint                timer;
  guint                limit_ms;
  gsize                left;
  gboolean             wrote, late, enough;
  KontorHttpPieceFunc  func;
  gpointer             data;
  GByteArray          *gathered;
  guint8               chunk[CHUNK];
} Stream;

static void
stream_free (Stream *stream)
{
  g_clear_object (&stream->message);
  g_clear_object (&stream->stream);
  g_clear_object (&stream->inner);
  g_byte_array_unref (stream->gathered);
  g_free (stream);
}

/* From here on nobody waits and nothing is handed on; what is not read to its end is hung up. */
static Stream *
stop (GTask *task)
{
  Stream *stream = g_task_get_task_data (task);

  g_clear_handle_id (&stream->timer, g_source_remove);
  if (stream->cancelled != NULL)
    g_source_destroy (stream->cancelled);
  g_clear_pointer (&stream->cancelled, g_source_unref);
  g_clear_object (&stream->stream);

  return stream;
}

static void
end (GTask *task)
{
  Stream *stream = stop (task);
  KontorReply *reply = g_new0 (KontorReply, 1);

  reply->status = soup_message_get_status (stream->message);
  reply->body = g_bytes_new (stream->gathered->data, stream->gathered->len);
  kontor_http_read_wait (stream->message, reply);
  g_task_return_pointer (task, reply, (GDestroyNotify) kontor_reply_free);
}

static void
fail (GTask *task, const GError *cause)
{
  Stream *stream = stop (task);
  g_autofree char *host = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  host = g_uri_to_string_partial (soup_message_get_uri (stream->message),
                                  G_URI_HIDE_QUERY | G_URI_HIDE_USERINFO);
  if (stream->late)
    g_task_return_new_error (task, KONTOR_ERROR,
                             stream->wrote ? KONTOR_ERROR_UNKNOWN : KONTOR_ERROR_TRY_LATER,
                             "%s gave no whole answer within %u s", host,
                             (stream->limit_ms + 999) / 1000);
  else if (g_error_matches (cause, KONTOR_ERROR, KONTOR_ERROR_FAILED))
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%s: %s", host,
                             cause->message);
  else
    g_task_return_new_error (task, KONTOR_ERROR,
                             stream->wrote ? KONTOR_ERROR_UNKNOWN : KONTOR_ERROR_TRY_LATER,
                             stream->wrote ? "%s broke off its answer: %s"
                                           : "%s cannot be reached: %s",
                             host, cause->message);
}

static void
on_wrote (SoupMessage *message, Stream *stream)
{
  stream->wrote = TRUE;
}

static gboolean
on_late (gpointer data)
{
  Stream *stream = data;

  stream->timer = 0;
  stream->late = TRUE;
  g_cancellable_cancel (stream->inner);

  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer data)
{
  g_cancellable_cancel (((Stream *) data)->inner);

  return G_SOURCE_REMOVE;
}

static void
set_limit (Stream *stream, guint limit_ms)
{
  g_clear_handle_id (&stream->timer, g_source_remove);
  stream->timer = g_timeout_add (limit_ms, on_late, stream);
}

static void
take (Stream *stream, gsize size)
{
  if (!SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (stream->message)))
    g_byte_array_append (stream->gathered, stream->chunk, size);
  else if (!stream->enough && !stream->func ((const char *) stream->chunk, size, stream->data))
    {
      stream->enough = TRUE;
      set_limit (stream, LINGER_MS);
    }
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Stream *stream = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gssize got = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (got > 0 && (gsize) got > stream->left)
    g_set_error_literal (&error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "the answer is too long");
  if (error == NULL && g_cancellable_set_error_if_cancelled (stream->inner, &error))
    got = -1;
  if ((error != NULL && stream->enough && !g_cancellable_is_cancelled
       (g_task_get_cancellable (task))) || (error == NULL && got == 0))
    {
      end (task);
      return;
    }
  if (error != NULL)
    {
      fail (task, error);
      return;
    }
  stream->left -= got;
  take (stream, got);
  g_input_stream_read_async (stream->stream, stream->chunk, CHUNK, G_PRIORITY_DEFAULT,
                             stream->inner, on_read, g_object_ref (task));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Stream *stream = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  stream->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (stream->stream == NULL)
    {
      fail (task, error);
      return;
    }
  g_input_stream_read_async (stream->stream, stream->chunk, CHUNK, G_PRIORITY_DEFAULT,
                             stream->inner, on_read, g_object_ref (task));
}

static void
write_head (Stream *stream, GPtrArray *headers, GBytes *body)
{
  SoupMessageHeaders *head = soup_message_get_request_headers (stream->message);

  for (guint i = 0; i + 1 < headers->len; i += 2)
    soup_message_headers_replace (head, headers->pdata[i], headers->pdata[i + 1]);
  soup_message_headers_replace (head, "Accept", "text/event-stream, application/json");
  soup_message_set_flags (stream->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_set_request_body_from_bytes (stream->message, "application/json", body);
  g_signal_connect (stream->message, "wrote-headers", G_CALLBACK (on_wrote), stream);
}

void
kontor_http_stream_async (KontorHttp *self, const char *url, GPtrArray *headers, GBytes *body,
                          guint limit_ms, gsize limit, KontorHttpPieceFunc func,
                          gpointer func_data, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GError) error = NULL;
  Stream *stream = g_new0 (Stream, 1);

  g_task_set_source_tag (task, kontor_http_stream_async);
  g_task_set_task_data (task, stream, (GDestroyNotify) stream_free);
  stream->inner = g_cancellable_new ();
  stream->gathered = g_byte_array_new ();
  stream->limit_ms = limit_ms;
  stream->left = limit;
  stream->func = func;
  stream->data = func_data;
  stream->message = kontor_http_make_message ("POST", url, NULL, &error);
  if (stream->message == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  write_head (stream, headers, body);
  set_limit (stream, limit_ms);
  if (cancellable != NULL)
    {
      stream->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (stream->cancelled, G_SOURCE_FUNC (on_cancelled), stream, NULL);
      g_source_attach (stream->cancelled, NULL);
    }
  soup_session_send_async (kontor_http_get_patient_session (self), stream->message,
                           G_PRIORITY_DEFAULT, stream->inner, on_answered, g_object_ref (task));
}

KontorReply *
kontor_http_stream_finish (KontorHttp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
