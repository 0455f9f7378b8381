/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-write-template.c — a template and the values that fill it.
 *
 *   {"name": "order_ready", "language": "en",
 *    "header": "Anna"  or  {"name": "Anna"}  or  {"image": ID} or {"video": ID} or
 *              {"document": ID, "filename": …},
 *    "body": ["Anna", "12"]  or  {"name": "Anna", "count": "12"}   positional or named
 *    "buttons": [{"index": 0, "type": "url", "value": "tail"},
 *                {"index": 1, "type": "quick-reply", "value": "payload"},
 *                {"index": 2, "type": "copy-code", "value": "SAVE10"}]}
 */
#include "channels/cloud-inside.h"

#include "model/error.h"

#define BAD_BUTTON \
  "a button of a template needs an index (0 to 9), a type (url, quick-reply or copy-code) and a " \
  "value"

static JsonObject *
add_component (JsonArray *components, const char *type, JsonArray **parameters)
{
  JsonObject *component = json_object_new ();

  *parameters = json_array_new ();
  json_object_set_string_member (component, "type", type);
  json_object_set_array_member (component, "parameters", *parameters);
  json_array_add_object_element (components, component);

  return component;
}

static JsonObject *
add_parameter (JsonArray *parameters, const char *type, const char *member, const char *value)
{
  JsonObject *parameter = json_object_new ();

  json_object_set_string_member (parameter, "type", type);
  json_object_set_string_member (parameter, member, value);
  json_array_add_object_element (parameters, parameter);

  return parameter;
}

static const char *
text_of (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static gboolean
fail (GError **error, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, why);

  return FALSE;
}

static gboolean
write_positional (JsonArray *values, JsonArray *parameters, GError **error)
{
  for (guint i = 0; i < json_array_get_length (values); i++)
    {
      const char *text = text_of (json_array_get_element (values, i));

      if (text == NULL || *text == '\0')
        return fail (error, "a value of the template is empty; each needs a text");
      add_parameter (parameters, "text", "text", text);
    }

  return TRUE;
}

static gboolean
write_named (JsonObject *values, JsonArray *parameters, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, values);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const char *text = text_of (node);

      if (text == NULL || *text == '\0')
        return fail (error, "a value of the template is empty; each needs a text");
      json_object_set_string_member (add_parameter (parameters, "text", "text", text),
                                     "parameter_name", name);
    }

  return TRUE;
}

/* A template without variables is written without values. */
static gboolean
is_nothing (JsonNode *values)
{
  if (values == NULL || JSON_NODE_HOLDS_NULL (values))
    return TRUE;
  if (JSON_NODE_HOLDS_ARRAY (values))
    return json_array_get_length (json_node_get_array (values)) == 0;

  return JSON_NODE_HOLDS_OBJECT (values) &&
         json_object_get_size (json_node_get_object (values)) == 0;
}

static gboolean
write_values (JsonNode *values, const char *type, JsonArray *components, GError **error)
{
  JsonArray *parameters;

  if (is_nothing (values))
    return TRUE;
  add_component (components, type, &parameters);
  if (JSON_NODE_HOLDS_ARRAY (values))
    return write_positional (json_node_get_array (values), parameters, error);
  if (JSON_NODE_HOLDS_OBJECT (values))
    return write_named (json_node_get_object (values), parameters, error);

  return fail (error, "the values of a template are a list or an object");
}

static gboolean
write_header (JsonNode *header, JsonArray *components, GError **error)
{
  static const char *const files[] = { "image", "video", "document" };
  JsonArray *parameters;

  if (is_nothing (header))
    return TRUE;
  if (text_of (header) != NULL && *text_of (header) != '\0')
    {
      add_component (components, "header", &parameters);
      add_parameter (parameters, "text", "text", text_of (header));
      return TRUE;
    }
  for (guint i = 0; JSON_NODE_HOLDS_OBJECT (header) && i < G_N_ELEMENTS (files); i++)
    {
      JsonObject *object = json_node_get_object (header), *parameter, *file;
      const char *id = kontor_json_get_text (object, files[i]);
      const char *name = kontor_json_get_text (object, "filename");

      if (id == NULL || *id == '\0')
        continue;
      add_component (components, "header", &parameters);
      parameter = json_object_new ();
      file = json_object_new ();
      json_object_set_string_member (parameter, "type", files[i]);
      json_object_set_string_member (file, "id", id);
      if (name != NULL && g_str_equal (files[i], "document"))
        json_object_set_string_member (file, "filename", name);
      json_object_set_object_member (parameter, files[i], file);
      json_array_add_object_element (parameters, parameter);
      return TRUE;
    }
  if (JSON_NODE_HOLDS_OBJECT (header) && json_object_get_size (json_node_get_object (header)) == 1)
    return write_values (header, "header", components, error);

  return fail (error, "the header of a template is a text, or an image, video or document");
}

static gboolean
write_button (JsonObject *button, JsonArray *components, GError **error)
{
  static const struct { const char *type, *sub_type, *parameter, *member; } types[] = {
    { "url",         "url",         "text",        "text" },
    { "quick-reply", "quick_reply", "payload",     "payload" },
    { "copy-code",   "copy_code",   "coupon_code", "coupon_code" },
  };
  const char *type = kontor_json_get_text (button, "type");
  const char *value = kontor_json_get_text (button, "value");
  gint64 index = kontor_json_get_int (button, "index", -1);

  if (value == NULL || *value == '\0' || index < 0 || index > 9)
    return fail (error, BAD_BUTTON);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].type, type) == 0)
      {
        g_autofree char *nth = g_strdup_printf ("%" G_GINT64_FORMAT, index);
        JsonArray *parameters;
        JsonObject *component = add_component (components, "button", &parameters);

        json_object_set_string_member (component, "sub_type", types[i].sub_type);
        json_object_set_string_member (component, "index", nth);
        add_parameter (parameters, types[i].parameter, types[i].member, value);
        return TRUE;
      }

  return fail (error, BAD_BUTTON);
}

gboolean
kontor_cloud_write_template (JsonObject *body, JsonObject *template, GError **error)
{
  const char *name = kontor_json_get_text (body, "name");
  const char *language = kontor_json_get_text (body, "language");
  JsonArray *buttons = kontor_json_get_array (body, "buttons");
  JsonArray *components;
  JsonObject *code;

  if (name == NULL || *name == '\0' || language == NULL || *language == '\0')
    return fail (error, "a template needs a name and a language");
  code = json_object_new ();
  json_object_set_string_member (code, "code", language);
  json_object_set_string_member (template, "name", name);
  json_object_set_object_member (template, "language", code);
  components = json_array_new ();
  json_object_set_array_member (template, "components", components);
  if (!write_header (json_object_get_member (body, "header"), components, error) ||
      !write_values (json_object_get_member (body, "body"), "body", components, error))
    return FALSE;
  for (guint i = 0; i < kontor_json_get_length (buttons); i++)
    if (!write_button (kontor_json_get_nth (buttons, i), components, error))
      return FALSE;
  if (json_array_get_length (components) == 0)
    json_object_remove_member (template, "components");

  return TRUE;
}
