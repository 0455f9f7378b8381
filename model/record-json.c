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

/* The member @name when it is of @type, else NULL. */
static JsonNode *
find_member (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == type ? node : NULL;
}

/* NULL for what is not {"minor":145050,"currency":"AED"}. */
static GVariant *
money_from_json (JsonObject *object)
{
  JsonNode *minor = find_member (object, "minor", G_TYPE_INT64);
  JsonNode *currency = find_member (object, "currency", G_TYPE_STRING);

  if (minor == NULL || currency == NULL || json_object_get_size (object) != 2)
    return NULL;

  return g_variant_new ("(xs)", json_node_get_int (minor), json_node_get_string (currency));
}

/* NULL for what is not {"local":…,"zone":…}, with or without "at": that says nothing new. */
static GVariant *
time_from_json (const KontorField *field, JsonObject *object, GError **error)
{
  JsonNode *local = find_member (object, "local", G_TYPE_STRING);
  JsonNode *zone = find_member (object, "zone", G_TYPE_STRING);
  JsonNode *at = find_member (object, "at", G_TYPE_INT64);
  g_autofree char *text = NULL;

  if (local == NULL || zone == NULL || json_object_get_size (object) != (at != NULL ? 3 : 2))
    return NULL;
  if (at != NULL)
    return g_variant_new ("(ssx)", json_node_get_string (local), json_node_get_string (zone),
                          json_node_get_int (at));
  text = g_strdup_printf ("%s %s", json_node_get_string (local), json_node_get_string (zone));

  return kontor_field_from_text (field, text, NULL, error);
}

static GVariant *
object_from_json (const KontorField *field, JsonObject *object, GError **error)
{
  if (field->type == KONTOR_FIELD_MONEY)
    return money_from_json (object);
  if (field->type == KONTOR_FIELD_TIME)
    return time_from_json (field, object, error);

  return NULL;
}

static GVariant *
texts_from_json (JsonArray *array)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        return NULL;
      g_ptr_array_add (texts, (gpointer) json_node_get_string (node));
    }

  return g_variant_new_strv ((const char *const *) texts->pdata, texts->len);
}

/* Floating or (transfer full). NULL, with or without error, when @node is not what a field of this
 * type is written as. */
static GVariant *
value_from_json (const KontorField *field, JsonNode *node, GError **error)
{
  const GVariantType *type = kontor_field_get_variant_type (field);
  GType given = json_node_get_value_type (node);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return object_from_json (field, json_node_get_object (node), error);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_variant_type_equal (type, G_VARIANT_TYPE_STRING_ARRAY)
           ? texts_from_json (json_node_get_array (node)) : NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT64) && given == G_TYPE_INT64)
    return g_variant_new_int64 (json_node_get_int (node));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN) && given == G_TYPE_BOOLEAN)
    return g_variant_new_boolean (json_node_get_boolean (node));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING) && given == G_TYPE_STRING)
    return g_variant_new_string (json_node_get_string (node));

  return NULL;
}

/* Adds a line to @faults when @node cannot stand under @name. */
static void
read_member (GVariantDict *record, const KontorField *field, const char *name, JsonNode *node,
             GString *faults)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  g_autoptr(GVariant) value = NULL;

  if (field != NULL && JSON_NODE_HOLDS_NULL (node))
    return;
  value = field != NULL ? value_from_json (field, node, &error) : NULL;
  if (value != NULL)
    {
      g_variant_take_ref (value);
      g_variant_dict_insert_value (record, name, value);
      return;
    }
  if (field == NULL)
    fault = g_strdup ("is not a field here");
  else if (error != NULL)
    fault = g_strdup (error->message);
  else
    fault = g_strdup_printf ("is not a value of type %s that can be kept exactly",
                             kontor_field_type_get_name (field->type));
  g_string_append_printf (faults, "%s%s: %s", faults->len > 0 ? "\n" : "", name, fault);
}

GVariant *
kontor_record_from_json (const KontorField *fields, const KontorField *own, JsonNode *json,
                         GError **error)
{
  static const KontorField id = { "id", KONTOR_FIELD_TEXT };
  g_auto(GVariantDict) record = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GString) faults = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (json))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "a JSON object is expected");
      return NULL;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (json));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const KontorField *field = kontor_fields_find (fields, name);

      if (field == NULL)
        field = kontor_fields_find (own, name);
      if (field == NULL && g_str_equal (name, id.name))
        field = &id;
      read_member (&record, field, name, node, faults);
    }
  if (faults->len > 0)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, faults->str);
      return NULL;
    }

  return g_variant_ref_sink (g_variant_dict_end (&record));
}
