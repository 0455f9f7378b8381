/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/node.h"

#include <string.h>

struct _KontorNode {
  char      *tag;
  GPtrArray *attributes; /* char*: name, value, …; NULL: none */
  GPtrArray *children;   /* KontorNode; NULL: none */
  GBytes    *bytes;
};

KontorNode *
kontor_node_new (const char *tag, ...)
{
  KontorNode *node = g_new0 (KontorNode, 1);
  const char *name, *value;
  va_list args;

  node->tag = g_strdup (tag);
  va_start (args, tag);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      value = va_arg (args, const char *);
      kontor_node_set (node, name, value);
    }
  va_end (args);

  return node;
}

void
kontor_node_free (KontorNode *node)
{
  g_free (node->tag);
  g_clear_pointer (&node->attributes, g_ptr_array_unref);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_clear_pointer (&node->bytes, g_bytes_unref);
  g_free (node);
}

void
kontor_node_set (KontorNode *node, const char *name, const char *value)
{
  if (value == NULL)
    return;
  if (node->attributes == NULL)
    node->attributes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (node->attributes, g_strdup (name));
  g_ptr_array_add (node->attributes, g_strdup (value));
}

KontorNode *
kontor_node_add (KontorNode *node, KontorNode *child)
{
  if (node->children == NULL)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_node_free);
  g_assert (node->children->len < G_MAXUINT16);
  g_ptr_array_add (node->children, child);

  return child;
}

void
kontor_node_set_bytes (KontorNode *node, GBytes *bytes)
{
  g_clear_pointer (&node->bytes, g_bytes_unref);
  node->bytes = g_bytes_ref (bytes);
}

void
kontor_node_set_text (KontorNode *node, const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  kontor_node_set_bytes (node, bytes);
}

const char *
kontor_node_get_tag (const KontorNode *node)
{
  return node->tag;
}

gboolean
kontor_node_is (const KontorNode *node, const char *tag)
{
  return g_str_equal (node->tag, tag);
}

guint
kontor_node_get_n_attributes (const KontorNode *node)
{
  return node->attributes != NULL ? node->attributes->len / 2 : 0;
}

const char *
kontor_node_get_attribute (const KontorNode *node, guint n, const char **value)
{
  *value = node->attributes->pdata[2 * n + 1];

  return node->attributes->pdata[2 * n];
}

const char *
kontor_node_get (const KontorNode *node, const char *name)
{
  const char *value;

  for (guint i = 0; i < kontor_node_get_n_attributes (node); i++)
    if (g_str_equal (kontor_node_get_attribute (node, i, &value), name))
      return value;

  return NULL;
}

gboolean
kontor_node_has (const KontorNode *node, const char *name, const char *value)
{
  return g_strcmp0 (kontor_node_get (node, name), value) == 0;
}

gint64
kontor_node_get_number (const KontorNode *node, const char *name)
{
  const char *text = kontor_node_get (node, name);
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &number, NULL)
             ? (gint64) number
             : -1;
}

guint
kontor_node_get_length (const KontorNode *node)
{
  return node->children != NULL ? node->children->len : 0;
}

KontorNode *
kontor_node_get_nth (const KontorNode *node, guint n)
{
  return node->children->pdata[n];
}

KontorNode *
kontor_node_find (const KontorNode *node, const char *tag)
{
  for (guint i = 0; node != NULL && i < kontor_node_get_length (node); i++)
    if (kontor_node_is (kontor_node_get_nth (node, i), tag))
      return kontor_node_get_nth (node, i);

  return NULL;
}

GBytes *
kontor_node_get_bytes (const KontorNode *node)
{
  return node != NULL ? node->bytes : NULL;
}

char *
kontor_node_dup_text (const KontorNode *node)
{
  gsize size = 0;
  const char *text = node != NULL && node->bytes != NULL ? g_bytes_get_data (node->bytes, &size)
                                                         : NULL;

  return text != NULL && g_utf8_validate_len (text, size, NULL) ? g_strndup (text, size) : NULL;
}
