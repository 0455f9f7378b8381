/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-schema.c — field lists as JSON Schema (2020-12), for models and for the HTTP API. */
#include "model/record.h"

static JsonNode *
object_schema (const char *first, const char *first_type, const char *second,
               const char *second_type)
{
  g_autofree char *text = g_strdup_printf (
    "{\"type\":\"object\",\"properties\":{\"%s\":{\"type\":\"%s\"},\"%s\":{\"type\":\"%s\"}},"
    "\"required\":[\"%s\",\"%s\"]}", first, first_type, second, second_type, first, second);

  return json_from_string (text, NULL);
}

static JsonNode *
typed (const char *type, const char *format)
{
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "type", type);
  if (format != NULL)
    json_object_set_string_member (object, "format", format);

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
choice_schema (const KontorField *field)
{
  g_auto(GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "", "|", -1);
  JsonNode *node = typed ("string", NULL);
  g_autoptr(JsonArray) values = json_array_new ();

  for (guint i = 0; choices[i] != NULL; i++)
    json_array_add_string_element (values, choices[i]);
  json_object_set_array_member (json_node_get_object (node), "enum", g_steal_pointer (&values));

  return node;
}

static JsonNode *
field_schema (const KontorField *field)
{
  switch (field->type)
    {
    case KONTOR_FIELD_NUMBER:
    case KONTOR_FIELD_INSTANT:
    case KONTOR_FIELD_DURATION:
      return typed ("integer", NULL);
    case KONTOR_FIELD_MONEY:
      return object_schema ("minor", "integer", "currency", "string");
    case KONTOR_FIELD_TIME:
      return object_schema ("local", "string", "zone", "string");
    case KONTOR_FIELD_DATE:
      return typed ("string", "date");
    case KONTOR_FIELD_CHOICE:
      return choice_schema (field);
    case KONTOR_FIELD_YES_NO:
      return typed ("boolean", NULL);
    case KONTOR_FIELD_ATTACHMENTS:
      return json_from_string ("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", NULL);
    case KONTOR_FIELD_TEXT:
    case KONTOR_FIELD_LONG_TEXT:
    case KONTOR_FIELD_LINK:
    case KONTOR_FIELD_PHONE:
    case KONTOR_FIELD_SECRET:
    case KONTOR_FIELD_N_TYPES:
      return typed ("string", NULL);
    }
  g_return_val_if_reached (NULL);
}

/* A pattern of JSON Schema is looked for anywhere in the text; a check fits the whole. */
static void
add_pattern (JsonObject *schema, const char *check)
{
  g_autofree char *whole = g_strdup_printf ("^(?:%s)$", check);

  json_object_set_string_member (schema, "pattern", whole);
}

static void
add_fields (JsonObject *properties, JsonArray *required, const KontorField *fields)
{
  for (const KontorField *field = fields; field != NULL && field->name != NULL; field++)
    {
      JsonNode *node;

      if (field->type == KONTOR_FIELD_SECRET || (field->flags & KONTOR_FIELD_READ_ONLY))
        continue;
      node = field_schema (field);
      json_object_set_string_member (json_node_get_object (node), "description", field->title);
      if (field->check != NULL)
        add_pattern (json_node_get_object (node), field->check);
      json_object_set_member (properties, field->name, node);
      if (field->flags & KONTOR_FIELD_REQUIRED)
        json_array_add_string_element (required, field->name);
    }
}

JsonNode *
kontor_record_to_schema (const char *title, const KontorField *fields, const KontorField *own)
{
  g_autoptr(JsonObject) schema = json_object_new ();
  JsonObject *properties = json_object_new ();
  JsonArray *required = json_array_new ();

  add_fields (properties, required, fields);
  add_fields (properties, required, own);
  json_object_set_string_member (schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
  json_object_set_string_member (schema, "title", title);
  json_object_set_string_member (schema, "type", "object");
  json_object_set_object_member (schema, "properties", properties);
  json_object_set_array_member (schema, "required", required);
  json_object_set_boolean_member (schema, "additionalProperties", FALSE);

  return json_node_init_object (json_node_alloc (), schema);
}
