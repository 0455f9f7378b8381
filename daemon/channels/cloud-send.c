/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-send.c — a file goes up first, so that only one request decides whether a message was said.
 * There is no key that makes a repeated request harmless: what may have been said is UNKNOWN. */
#include "channels/cloud-inside.h"

#include "model/error.h"

typedef struct {
  KontorMessage *message;  /* lent by the caller for as long as the call lasts */
  KontorSetback  setback;
} Send;

static void
fail (GTask *task, GError *error)
{
  KontorCloud *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    kontor_cloud_suffer (self, &send->setback, error);
  g_task_return_error (task, error);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  KontorCloud *self = KONTOR_CLOUD (source);
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(JsonNode) root = kontor_cloud_ask_finish (self, result, &send->setback, &error);
  JsonArray *messages = root != NULL
                        ? kontor_json_get_array (json_node_get_object (root), "messages") : NULL;
  const char *id = kontor_json_get_length (messages) > 0
                   ? kontor_json_get_text (kontor_json_get_nth (messages, 0), "id") : NULL;

  if (root == NULL)
    {
      fail (task, error);
      return;
    }
  kontor_cloud_prove (self);
  if (id != NULL)
    g_task_return_pointer (task, g_strdup (id), g_free);
  else
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN,
                             "Meta took the message and gave it no id");
}

static void
post (GTask *task, const char *media_id)
{
  KontorCloud *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  g_autofree char *path = g_strconcat (self->number, "/messages", NULL);
  GError *error = NULL;
  JsonObject *object = kontor_cloud_write (send->message, media_id, &error);

  if (object == NULL)
    g_task_return_error (task, error);
  else
    kontor_cloud_ask_async (self, "POST", path, object, g_task_get_cancellable (task), on_sent,
                            g_object_ref (task));
}

/* Nothing was said yet, whatever became of the file. */
static void
on_uploaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Send *send = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autofree char *id =
    kontor_cloud_upload_finish (KONTOR_CLOUD (source), result, &send->setback, &error);

  if (id != NULL)
    post (task, id);
  else if (g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN))
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, "%s", error->message);
  else
    fail (task, g_steal_pointer (&error));
}

void
kontor_cloud_send_async (KontorChannel *channel, const KontorMessage *message,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  KontorCloud *self = KONTOR_CLOUD (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Send *send = g_new0 (Send, 1);

  g_task_set_source_tag (task, kontor_cloud_send_async);
  g_task_set_task_data (task, send, g_free);
  send->message = (KontorMessage *) message;
  if (self->token == NULL)
    {
      send->setback = (KontorSetback) { .scope = KONTOR_SETBACK_LINE,
                                        .state = KONTOR_CHANNEL_LOGGED_OUT };
      fail (task, g_error_new_literal (KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED,
                                       "there is no access token"));
      return;
    }
  if (message->media != NULL)
    kontor_cloud_upload_async (self, message->media, cancellable, on_uploaded, g_object_ref (task));
  else
    post (task, NULL);
}

char *
kontor_cloud_send_finish (KontorChannel *channel, GAsyncResult *result, KontorSetback *setback,
                          GError **error)
{
  Send *send;

  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);
  send = g_task_get_task_data (G_TASK (result));
  *setback = send->setback;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root =
    kontor_cloud_ask_finish (KONTOR_CLOUD (source), result, NULL, &error);

  if (root == NULL)
    g_debug ("a read receipt was not sent: %s", error->message);
}

void
kontor_cloud_mark_read (KontorChannel *channel, const char *external_id, gboolean typing)
{
  KontorCloud *self = KONTOR_CLOUD (channel);
  g_autofree char *path = g_strconcat (self->number, "/messages", NULL);
  JsonObject *object;

  if (self->token == NULL || !kontor_channel_may_send (channel))
    return;
  object = json_object_new ();
  json_object_set_string_member (object, "messaging_product", "whatsapp");
  json_object_set_string_member (object, "status", "read");
  json_object_set_string_member (object, "message_id", external_id);
  if (typing)
    {
      JsonObject *indicator = json_object_new ();

      json_object_set_string_member (indicator, "type", "text");
      json_object_set_object_member (object, "typing_indicator", indicator);
    }
  kontor_cloud_ask_async (self, "POST", path, object, self->cancellable, on_marked, NULL);
}
