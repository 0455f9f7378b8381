/* SPDX-License-Identifier: GPL-3.0-or-later */
/* local.c — all of them list their models as OpenAI does, which tells them from whatever else may
 * stand on such a port. */
#include "assistant/models/local.h"

#include "model/json.h"
#include "net/http.h"

#define LIMIT_MS 3000
#define ANSWER_LIMIT (1024 * 1024)

static const KontorLocalServer usual[] = {
  { "Ollama", 11434 }, { "llama.cpp", 8080 }, { "LM Studio", 1234 }, { NULL, 0 },
};

typedef struct {
  KontorHttp   *http;
  GCancellable *inner;
  GSource      *cancelled;
  guint         timer;
  guint         waiting;
  GPtrArray    *found;     /* of KontorLocalFound or NULL, one for each server */
} Search;

typedef struct {
  GTask                   *task;
  guint                    n;
  const KontorLocalServer *server;
} Look;

void
kontor_local_found_free (KontorLocalFound *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->base);
  g_strfreev (self->models);
  g_free (self);
}

static void
search_free (Search *search)
{
  g_object_unref (search->http);
  g_object_unref (search->inner);
  g_ptr_array_unref (search->found);
  g_free (search);
}

static char *
dup_base (const KontorLocalServer *server)
{
  return g_strdup_printf ("http://127.0.0.1:%u/v1", server->port);
}

/* (nullable): NULL for an answer that is no list of models. */
static char **
read_models (const KontorReply *reply)
{
  gsize size;
  const char *bytes = g_bytes_get_data (reply->body, &size);
  g_autoptr(JsonNode) root = kontor_json_parse (bytes, size, NULL);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  JsonArray *all;

  if (!kontor_reply_is_fine (reply) || root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  all = kontor_json_get_array (json_node_get_object (root), "data");
  if (all == NULL)
    return NULL;
  for (guint i = 0; i < kontor_json_get_length (all); i++)
    {
      const char *id = kontor_json_get_text (kontor_json_get_nth (all, i), "id");

      if (id != NULL)
        g_strv_builder_add (names, id);
    }

  return g_strv_builder_end (names);
}

static void
end (GTask *task)
{
  Search *search = g_task_get_task_data (task);
  GPtrArray *found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_local_found_free);

  g_clear_handle_id (&search->timer, g_source_remove);
  if (search->cancelled != NULL)
    g_source_destroy (search->cancelled);
  g_clear_pointer (&search->cancelled, g_source_unref);
  for (guint i = 0; i < search->found->len; i++)
    if (search->found->pdata[i] != NULL)
      g_ptr_array_add (found, g_steal_pointer (&search->found->pdata[i]));
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Look *look = data;
  g_autoptr(GTask) task = look->task;
  Search *search = g_task_get_task_data (task);
  g_autoptr(KontorReply) reply = kontor_http_ask_finish (KONTOR_HTTP (source), result, NULL);
  g_auto(GStrv) models = reply != NULL ? read_models (reply) : NULL;

  if (models != NULL)
    {
      KontorLocalFound *found = g_new0 (KontorLocalFound, 1);

      found->title = g_strdup (look->server->title);
      found->base = dup_base (look->server);
      found->models = g_steal_pointer (&models);
      search->found->pdata[look->n] = found;
    }
  if (--search->waiting == 0)
    end (task);
}

static gboolean
on_late (gpointer data)
{
  Search *search = data;

  search->timer = 0;
  g_cancellable_cancel (search->inner);

  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer data)
{
  g_cancellable_cancel (((Search *) data)->inner);

  return G_SOURCE_REMOVE;
}

static void
look_at (GTask *task, const KontorLocalServer *server)
{
  Search *search = g_task_get_task_data (task);
  g_autofree char *base = dup_base (server);
  g_autofree char *url = g_strconcat (base, "/models", NULL);
  Look *look = g_new0 (Look, 1);

  look->task = g_object_ref (task);
  look->n = search->found->len;
  look->server = server;
  g_ptr_array_add (search->found, NULL);
  search->waiting++;
  kontor_http_ask_async (search->http, "GET", url, NULL, NULL, NULL, ANSWER_LIMIT, search->inner,
                         on_listed, look);
}

void
kontor_local_find_async (const KontorLocalServer *servers, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  g_task_set_source_tag (task, kontor_local_find_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  search->http = kontor_http_new_direct ();
  search->inner = g_cancellable_new ();
  search->found = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_local_found_free);
  search->timer = g_timeout_add (LIMIT_MS, on_late, search);
  if (cancellable != NULL)
    {
      search->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (search->cancelled, G_SOURCE_FUNC (on_cancelled), search, NULL);
      g_source_attach (search->cancelled, NULL);
    }
  for (const KontorLocalServer *at = servers != NULL ? servers : usual; at->title != NULL; at++)
    look_at (task, at);
}

GPtrArray *
kontor_local_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
