/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-templates.c — templates at Meta: listed page by page, submitted, deleted
 * (developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates).
 *
 *   templates         {}                                  → {"templates": JSON list}
 *   template-submit   name, language, category, components (JSON), named (b)
 *                                                         → remote, state, category
 *   template-delete   name, remote                        → {}
 */
#include "channels/cloud-inside.h"

#include "model/error.h"

#define FIELDS "id,name,language,status,category,components,quality_score,rejected_reason," \
               "parameter_format"
#define PAGE 100
/* A business has at most 6,000 templates. */
#define MOST_PAGES 60

typedef struct {
  JsonArray *found;
  guint      pages;
} Listing;

static void
listing_free (Listing *listing)
{
  json_array_unref (listing->found);
  g_free (listing);
}

static void on_page (GObject *source, GAsyncResult *result, gpointer data);

static void
ask_page (GTask *task, const char *after)
{
  KontorCloud *self = g_task_get_source_object (task);
  g_autofree char *cursor = after != NULL ? g_uri_escape_string (after, NULL, FALSE) : NULL;
  g_autofree char *path = g_strdup_printf ("%s/message_templates?fields=" FIELDS "&limit=%d%s%s",
                                           self->account, PAGE, cursor != NULL ? "&after=" : "",
                                           cursor != NULL ? cursor : "");

  kontor_cloud_ask_async (self, "GET", path, NULL, g_task_get_cancellable (task), on_page,
                          g_object_ref (task));
}

static void
end_listing (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);
  g_autoptr(JsonNode) node = json_node_init_array (json_node_alloc (), listing->found);
  g_autofree char *text = json_to_string (node, FALSE);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "templates", "s", text);
  g_task_return_pointer (task, g_variant_ref_sink (g_variant_dict_end (&dict)),
                         (GDestroyNotify) g_variant_unref);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(JsonNode) root =
    kontor_cloud_ask_finish (KONTOR_CLOUD (source), result, NULL, &error);
  JsonObject *object = root != NULL ? json_node_get_object (root) : NULL;
  JsonArray *page = kontor_json_get_array (object, "data");
  JsonObject *paging = kontor_json_get_object (object, "paging");
  const char *after =
    kontor_json_get_text (kontor_json_get_object (paging, "cursors"), "after");

  if (root == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < kontor_json_get_length (page); i++)
    json_array_add_element (listing->found, json_node_copy (json_array_get_element (page, i)));
  if (kontor_json_get_text (paging, "next") != NULL && after != NULL &&
      ++listing->pages < MOST_PAGES)
    ask_page (task, after);
  else
    end_listing (task);
}

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;
  g_autoptr(JsonNode) root =
    kontor_cloud_ask_finish (KONTOR_CLOUD (source), result, NULL, &error);
  JsonObject *object = root != NULL ? json_node_get_object (root) : NULL;
  g_autofree char *id = kontor_json_dup_id (object, "id");
  const char *status = kontor_json_get_text (object, "status");
  const char *category = kontor_json_get_text (object, "category");
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  if (root == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_variant_dict_insert (&dict, "remote", "s", id != NULL ? id : "");
  g_variant_dict_insert (&dict, "state", "s", status != NULL ? status : "PENDING");
  g_variant_dict_insert (&dict, "category", "s", category != NULL ? category : "");
  g_task_return_pointer (task, g_variant_ref_sink (g_variant_dict_end (&dict)),
                         (GDestroyNotify) g_variant_unref);
}

static const char *
get (GVariant *arguments, const char *name)
{
  const char *text = NULL;

  return g_variant_lookup (arguments, name, "&s", &text) ? text : "";
}

static void
submit (GTask *task, GVariant *arguments)
{
  KontorCloud *self = g_task_get_source_object (task);
  g_autofree char *path = g_strconcat (self->account, "/message_templates", NULL);
  const char *text = get (arguments, "components");
  g_autoptr(JsonNode) components = kontor_json_parse (text, strlen (text), NULL);
  gboolean named = FALSE;
  JsonObject *object;

  if (components == NULL || !JSON_NODE_HOLDS_ARRAY (components))
    {
      g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                               "components: a JSON list of a template's parts is expected");
      return;
    }
  g_variant_lookup (arguments, "named", "b", &named);
  object = json_object_new ();
  json_object_set_string_member (object, "name", get (arguments, "name"));
  json_object_set_string_member (object, "language", get (arguments, "language"));
  json_object_set_string_member (object, "category", get (arguments, "category"));
  if (named)
    json_object_set_string_member (object, "parameter_format", "NAMED");
  json_object_set_member (object, "components", json_node_copy (components));
  kontor_cloud_ask_async (self, "POST", path, object, g_task_get_cancellable (task), on_submitted,
                          g_object_ref (task));
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;
  g_autoptr(JsonNode) root =
    kontor_cloud_ask_finish (KONTOR_CLOUD (source), result, NULL, &error);

  if (root != NULL)
    g_task_return_pointer (task, g_variant_ref_sink (g_variant_new ("a{sv}", NULL)),
                           (GDestroyNotify) g_variant_unref);
  else
    g_task_return_error (task, error);
}

static void
delete (GTask *task, GVariant *arguments)
{
  KontorCloud *self = g_task_get_source_object (task);
  g_autofree char *name = g_uri_escape_string (get (arguments, "name"), NULL, FALSE);
  g_autofree char *id = g_uri_escape_string (get (arguments, "remote"), NULL, FALSE);
  g_autofree char *path = *id != '\0'
    ? g_strdup_printf ("%s/message_templates?hsm_id=%s&name=%s", self->account, id, name)
    : g_strdup_printf ("%s/message_templates?name=%s", self->account, name);

  kontor_cloud_ask_async (self, "DELETE", path, NULL, g_task_get_cancellable (task), on_deleted,
                          g_object_ref (task));
}

void
kontor_cloud_templates_async (KontorChannel *channel, const char *what, GVariant *arguments,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  KontorCloud *self = KONTOR_CLOUD (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  g_task_set_source_tag (task, kontor_cloud_templates_async);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);
  listing->found = json_array_new ();
  if (self->account == NULL || self->token == NULL)
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED,
                             "templates need the WhatsApp business account id and a token in the "
                             "settings of %s", kontor_channel_get_id (channel));
  else if (g_str_equal (what, "templates"))
    ask_page (task, NULL);
  else if (g_str_equal (what, "template-submit"))
    submit (task, arguments);
  else if (g_str_equal (what, "template-delete"))
    delete (task, arguments);
  else
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                             "a Cloud API line has no “%s”", what);
}

GVariant *
kontor_cloud_templates_finish (KontorChannel *channel, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
