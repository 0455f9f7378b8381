/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/tree-inside.h"

#include <string.h>

#include "model/error.h"

KontorTree *
kontor_tree_parse (const char *bytes, gsize size, GError **error)
{
  const char *fault = "it is not UTF-8";
  KontorTree *root = NULL;
  gsize at = 0;

  if (size > G_MAXSSIZE)
    fault = "it is too long";
  else if (size == 0)
    fault = "it is empty";
  else if (g_utf8_validate_len (bytes, size, NULL))
    root = kontor_tree_read (bytes, size, &fault, &at);
  if (root == NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "the JSON cannot be read: %s (at byte %" G_GSIZE_FORMAT ")", fault, at);

  return root;
}

void
kontor_tree_free (KontorTree *root)
{
  KontorTreeRoot *self = (KontorTreeRoot *) root;

  while (self->room != NULL)
    {
      KontorTreeRoom *before = self->room->before;

      g_free (self->room);
      self->room = before;
    }
  g_free (self->texts);
  g_free (self);
}

static JsonNode *
make_object (const KontorTree *self)
{
  g_autoptr(JsonObject) object = json_object_new ();

  for (const KontorTree *member = self->first; member != NULL; member = member->next)
    json_object_set_member (object, member->name, kontor_tree_to_node (member));

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
make_array (const KontorTree *self)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (const KontorTree *element = self->first; element != NULL; element = element->next)
    json_array_add_element (array, kontor_tree_to_node (element));

  return json_node_init_array (json_node_alloc (), array);
}

JsonNode *
kontor_tree_to_node (const KontorTree *self)
{
  switch (self->type)
    {
    case KONTOR_TREE_YES_NO:
      return json_node_init_boolean (json_node_alloc (), self->yes);
    case KONTOR_TREE_INT:
      return json_node_init_int (json_node_alloc (), self->number);
    case KONTOR_TREE_DOUBLE:
      return json_node_init_double (json_node_alloc (), self->real);
    case KONTOR_TREE_TEXT:
      return json_node_init_string (json_node_alloc (), self->text);
    case KONTOR_TREE_ARRAY:
      return make_array (self);
    case KONTOR_TREE_OBJECT:
      return make_object (self);
    default:
      return json_node_init_null (json_node_alloc ());
    }
}

gboolean
kontor_tree_is_object (const KontorTree *self)
{
  return self != NULL && self->type == KONTOR_TREE_OBJECT;
}

const KontorTree *
kontor_tree_get (const KontorTree *self, const char *name)
{
  const KontorTree *found = NULL;

  for (const KontorTree *member = kontor_tree_is_object (self) ? self->first : NULL;
       member != NULL; member = member->next)
    if (strcmp (member->name, name) == 0)
      found = member;

  return found;
}

static const KontorTree *
find (const KontorTree *self, const char *name, KontorTreeType type)
{
  const KontorTree *found = kontor_tree_get (self, name);

  return found != NULL && found->type == type ? found : NULL;
}

const KontorTree *
kontor_tree_get_object (const KontorTree *self, const char *name)
{
  return find (self, name, KONTOR_TREE_OBJECT);
}

const KontorTree *
kontor_tree_get_array (const KontorTree *self, const char *name)
{
  return find (self, name, KONTOR_TREE_ARRAY);
}

const char *
kontor_tree_get_text (const KontorTree *self, const char *name)
{
  const KontorTree *found = find (self, name, KONTOR_TREE_TEXT);

  return found != NULL ? found->text : NULL;
}

gboolean
kontor_tree_get_yes (const KontorTree *self, const char *name)
{
  const KontorTree *found = find (self, name, KONTOR_TREE_YES_NO);

  return found != NULL && found->yes;
}

gint64
kontor_tree_get_int (const KontorTree *self, const char *name, gint64 otherwise)
{
  const KontorTree *found = kontor_tree_get (self, name);
  gint64 number;

  if (found != NULL && found->type == KONTOR_TREE_INT)
    return found->number;
  if (found != NULL && found->type == KONTOR_TREE_TEXT &&
      g_ascii_string_to_signed (found->text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return number;

  return otherwise;
}

double
kontor_tree_get_double (const KontorTree *self, const char *name, double otherwise)
{
  const KontorTree *found = kontor_tree_get (self, name);

  if (found != NULL && found->type == KONTOR_TREE_INT)
    return (double) found->number;

  return found != NULL && found->type == KONTOR_TREE_DOUBLE ? found->real : otherwise;
}

char *
kontor_tree_dup_id (const KontorTree *self, const char *name)
{
  const KontorTree *found = kontor_tree_get (self, name);

  if (found != NULL && found->type == KONTOR_TREE_INT)
    return g_strdup_printf ("%" G_GINT64_FORMAT, found->number);

  return found != NULL && found->type == KONTOR_TREE_TEXT ? g_strdup (found->text) : NULL;
}

const KontorTree *
kontor_tree_get_first (const KontorTree *self)
{
  return self != NULL && self->type >= KONTOR_TREE_ARRAY ? self->first : NULL;
}

const KontorTree *
kontor_tree_get_next (const KontorTree *self)
{
  return self->next;
}
