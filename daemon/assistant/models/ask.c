/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/models/ask.h"

#include <string.h>

#include "net/http-stream.h"

typedef struct {
  const KontorModel   *model;
  KontorModelReader   *reader;
  KontorModelTextFunc  on_text;
  gpointer             data;
  KontorAskFacts       facts;
  GError              *fault;     /* what the reader found */
} Ask;

static void
ask_free (Ask *ask)
{
  kontor_model_reader_free (ask->reader);
  g_clear_error (&ask->fault);
  g_free (ask);
}

static void
on_text (const char *text, gpointer data)
{
  Ask *ask = data;

  ask->facts.heard += strlen (text);
  if (ask->on_text != NULL)
    ask->on_text (text, ask->data);
}

static gboolean
on_piece (const char *bytes, gsize size, gpointer data)
{
  Ask *ask = data;

  return kontor_model_reader_feed (ask->reader, bytes, size, &ask->fault) &&
         !kontor_model_reader_is_done (ask->reader);
}

/* NULL with error. */
static KontorModelAnswer *
read_reply (Ask *ask, const KontorReply *reply, GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (reply->body, &size);

  if (!kontor_reply_is_fine (reply))
    {
      kontor_model_fail (ask->model, reply->status, bytes, size, &ask->facts.wait_ms, error);
      if (ask->facts.wait_ms == 0)
        ask->facts.wait_ms = reply->retry_after_ms;
      return NULL;
    }
  if (ask->fault == NULL)
    return kontor_model_reader_end (ask->reader, error);
  g_propagate_error (error, g_steal_pointer (&ask->fault));
  ask->facts.wait_ms = kontor_model_reader_get_wait_ms (ask->reader);

  return NULL;
}

static void
on_streamed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Ask *ask = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorReply) reply = kontor_http_stream_finish (KONTOR_HTTP (source), result, &error);
  KontorModelAnswer *answer = reply != NULL ? read_reply (ask, reply, &error) : NULL;

  ask->facts.usage = *kontor_model_reader_get_usage (ask->reader);
  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) kontor_model_answer_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
kontor_model_ask_async (KontorHttp *http, const KontorModel *model,
                        const KontorModelRequest *request, const KontorModelLetter *letter,
                        guint limit_ms, KontorModelTextFunc text_func, gpointer data,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (http, cancellable, callback, user_data);
  Ask *ask = g_new0 (Ask, 1);

  g_task_set_source_tag (task, kontor_model_ask_async);
  g_task_set_task_data (task, ask, (GDestroyNotify) ask_free);
  ask->model = model;
  ask->reader = kontor_model_reader_new (model, request, on_text, ask);
  ask->on_text = text_func;
  ask->data = data;
  kontor_http_stream_async (http, letter->url, letter->headers, letter->body, limit_ms,
                            KONTOR_MODEL_ANSWER_LIMIT + 1, on_piece, ask, cancellable,
                            on_streamed, g_object_ref (task));
}

KontorModelAnswer *
kontor_model_ask_finish (KontorHttp *http, GAsyncResult *result, KontorAskFacts *facts,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  *facts = ((Ask *) g_task_get_task_data (G_TASK (result)))->facts;

  return g_task_propagate_pointer (G_TASK (result), error);
}
