/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/json.h"

#include <string.h>

#include "model/tree.h"

JsonNode *
kontor_json_parse (const char *bytes, gsize size, GError **error)
{
  g_autoptr(KontorTree) tree = kontor_tree_parse (bytes, size, error);

  return tree != NULL ? kontor_tree_to_node (tree) : NULL;
}

static JsonNode *
find (JsonObject *object, const char *name, JsonNodeType type)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

JsonObject *
kontor_json_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

JsonArray *
kontor_json_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && json_node_get_value_type (node) == type;
}

const char *
kontor_json_get_text (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, JSON_NODE_VALUE);

  return holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

gboolean
kontor_json_get_yes (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, JSON_NODE_VALUE);

  return holds (node, G_TYPE_BOOLEAN) && json_node_get_boolean (node);
}

gint64
kontor_json_get_int (JsonObject *object, const char *name, gint64 otherwise)
{
  JsonNode *node = find (object, name, JSON_NODE_VALUE);
  gint64 number;

  if (holds (node, G_TYPE_INT64))
    return json_node_get_int (node);
  if (holds (node, G_TYPE_STRING) &&
      g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT64, G_MAXINT64, &number,
                                NULL))
    return number;

  return otherwise;
}

double
kontor_json_get_double (JsonObject *object, const char *name, double otherwise)
{
  JsonNode *node = find (object, name, JSON_NODE_VALUE);

  return holds (node, G_TYPE_DOUBLE) || holds (node, G_TYPE_INT64)
         ? json_node_get_double (node) : otherwise;
}

char *
kontor_json_dup_id (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, JSON_NODE_VALUE);

  if (holds (node, G_TYPE_STRING))
    return g_strdup (json_node_get_string (node));

  return holds (node, G_TYPE_INT64)
         ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node)) : NULL;
}

guint
kontor_json_get_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
kontor_json_get_nth (JsonArray *array, guint n)
{
  JsonNode *node = json_array_get_element (array, n);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* json-glib writes 1e22 as "1e+22.0", which nothing can read. */
static void
mend_exponents (char *text)
{
  gboolean quoted = FALSE, exponent = FALSE;
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (quoted && *from == '\\')
        *to++ = *from++;
      else if (*from == '"')
        quoted = !quoted;
      else if (!quoted && strchr (",:[]{}", *from) != NULL)
        exponent = FALSE;
      else if (!quoted && *from == 'e')
        exponent = TRUE;
      else if (!quoted && exponent && *from == '.')
        {
          from++;
          continue;
        }
      *to++ = *from;
    }
  *to = '\0';
}

/* json-glib escapes all control characters but the last one. Takes @text. */
static char *
mend_last_control (char *text)
{
  g_auto(GStrv) parts = NULL;

  if (strchr (text, 0x1f) == NULL)
    return text;
  parts = g_strsplit (text, "\x1f", -1);
  g_free (text);

  return g_strjoinv ("\\u001f", parts);
}

char *
kontor_json_take_text (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);
  char *text = json_to_string (node, FALSE);

  json_object_unref (object);
  mend_exponents (text);

  return mend_last_control (text);
}
