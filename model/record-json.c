/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-json.c — records as JSON, and the schema of what may be given. */
#include "model/record.h"

#include "model/error.h"

static JsonNode *
money_to_json (GVariant *value)
{
  g_autoptr(JsonObject) object = json_object_new ();
  const char *currency;
  gint64 minor;

  g_variant_get (value, "(x&s)", &minor, &currency);
  json_object_set_int_member (object, "minor", minor);
  json_object_set_string_member (object, "currency", currency);

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
time_to_json (GVariant *value)
{
  g_autoptr(JsonObject) object = json_object_new ();
  const char *local, *zone;
  gint64 at_us;

  g_variant_get (value, "(&s&sx)", &local, &zone, &at_us);
  json_object_set_string_member (object, "local", local);
  json_object_set_string_member (object, "zone", zone);
  json_object_set_int_member (object, "at", at_us);

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
value_to_json (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE ("(xs)")))
    return money_to_json (value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE ("(ssx)")))
    return time_to_json (value);

  return json_gvariant_serialize (value);
}

JsonNode *
kontor_record_to_json (const KontorField *fields, GVariant *record)
{
  g_autoptr(JsonObject) object = json_object_new ();
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, record);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const KontorField *field = kontor_fields_find (fields, name);

      if (field == NULL || field->type != KONTOR_FIELD_SECRET)
        json_object_set_member (object, name, value_to_json (value));
    }

  return json_node_init_object (json_node_alloc (), object);
}

/* NULL when @node is not what a field of this type is written as. */
static GVariant *
object_from_json (const KontorField *field, JsonObject *object)
{
  if (field->type == KONTOR_FIELD_MONEY)
    return g_variant_new ("(xs)", json_object_get_int_member_with_default (object, "minor", 0),
                          json_object_get_string_member_with_default (object, "currency", ""));
  if (field->type == KONTOR_FIELD_TIME)
    return g_variant_new ("(ssx)", json_object_get_string_member_with_default (object, "local", ""),
                          json_object_get_string_member_with_default (object, "zone", ""),
                          json_object_get_int_member_with_default (object, "at", 0));

  return NULL;
}

static GVariant *
value_from_json (const KontorField *field, JsonNode *node)
{
  const GVariantType *type = kontor_field_get_variant_type (field);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return object_from_json (field, json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_gvariant_deserialize (node, "as", NULL);
  /* A number with a fraction, or one that 64 bits do not hold, is read as a double. */
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT64) &&
      json_node_get_value_type (node) == G_TYPE_INT64)
    return g_variant_new_int64 (json_node_get_int (node));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN) &&
      json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_variant_new_boolean (json_node_get_boolean (node));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING) &&
      json_node_get_value_type (node) == G_TYPE_STRING)
    return g_variant_new_string (json_node_get_string (node));

  return NULL;
}

GVariant *
kontor_record_from_json (const KontorField *fields, const KontorField *own, JsonNode *json,
                         GError **error)
{
  g_auto(GVariantDict) record = G_VARIANT_DICT_INIT (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (json))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "a JSON object is expected");
      return NULL;
    }

  json_object_iter_init (&iter, json_node_get_object (json));
  while (json_object_iter_next (&iter, &name, &node))
    {
      const KontorField *field = kontor_fields_find (fields, name);
      GVariant *value;

      if (field == NULL)
        field = kontor_fields_find (own, name);
      if (field == NULL || JSON_NODE_HOLDS_NULL (node))
        {
          if (field != NULL)
            continue;
          g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "%s: is not a field here",
                       name);
          return NULL;
        }
      value = value_from_json (field, node);
      if (value == NULL)
        {
          g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                       "%s: is not a value of type %s that can be kept exactly", name,
                       kontor_field_type_get_name (field->type));
          return NULL;
        }
      g_variant_dict_insert_value (&record, name, value);
    }

  return g_variant_ref_sink (g_variant_dict_end (&record));
}
