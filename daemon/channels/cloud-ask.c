/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-ask.c — a question to the Graph and what its answer means. */
#include "channels/cloud-inside.h"

#include "model/error.h"

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GError) error = NULL;
  KontorReply *reply = kontor_http_ask_finish (KONTOR_HTTP (source), result, &error);

  if (reply != NULL)
    g_task_return_pointer (task, reply, (GDestroyNotify) kontor_reply_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
kontor_cloud_ask_async (KontorCloud *self, const char *method, const char *path,
                        JsonObject *object, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *url = kontor_cloud_dup_url (self, path);
  g_autoptr(GBytes) body = NULL;

  g_task_set_source_tag (task, kontor_cloud_ask_async);
  if (object != NULL)
    {
      char *text = kontor_json_take_text (object);

      body = g_bytes_new_take (text, strlen (text));
    }
  kontor_http_ask_async (self->http, method, url, self->token, "application/json", body,
                         KONTOR_CLOUD_ANSWER_LIMIT, cancellable, on_answered,
                         g_object_ref (task));
}

JsonNode *
kontor_cloud_read_reply (const KontorReply *reply, KontorSetback *setback, GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (reply->body, &size);
  g_autoptr(JsonNode) root = NULL;
  KontorSetback none;

  if (!kontor_reply_is_fine (reply))
    {
      kontor_cloud_code_fail (bytes, size, reply->status, reply->retry_after_s,
                              setback != NULL ? setback : &none, error);
      return NULL;
    }
  root = kontor_json_parse (bytes, size, NULL);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return g_steal_pointer (&root);
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN,
                       "Meta's answer could not be read");

  return NULL;
}

JsonNode *
kontor_cloud_ask_finish (KontorCloud *self, GAsyncResult *result, KontorSetback *setback,
                         GError **error)
{
  g_autoptr(KontorReply) reply = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  reply = g_task_propagate_pointer (G_TASK (result), error);

  if (reply == NULL && setback != NULL)
    *setback = (KontorSetback) { .state = KONTOR_CHANNEL_DEGRADED };

  return reply != NULL ? kontor_cloud_read_reply (reply, setback, error) : NULL;
}
