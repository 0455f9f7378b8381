/* SPDX-License-Identifier: GPL-3.0-or-later */
/* node.h — what the two sides say to each other: a node has a tag, attributes, and either nodes
 * within it or bytes. A value; who makes one frees it, and with it all nodes within.
 *
 * Texts are UTF-8 without U+0000. Addresses stand in attributes as text (jid.h). node-codec.h
 * has the form on the wire.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KontorNode KontorNode;

/* @...: name, value, …, NULL; an attribute whose value is NULL is left out. */
KontorNode   *kontor_node_new        (const char *tag, ...) G_GNUC_NULL_TERMINATED;
void          kontor_node_free       (KontorNode *node);

void          kontor_node_set        (KontorNode *node, const char *name, const char *value);
/* Puts @child, which it takes, into @node as the last, and lends it. A node has at most 65535. */
KontorNode   *kontor_node_add        (KontorNode *node, KontorNode *child);
void          kontor_node_set_bytes  (KontorNode *node, GBytes *bytes);
void          kontor_node_set_text   (KontorNode *node, const char *text);

/* All lent. */
const char   *kontor_node_get_tag    (const KontorNode *node);
gboolean      kontor_node_is         (const KontorNode *node, const char *tag);
/* NULL where there is none. */
const char   *kontor_node_get        (const KontorNode *node, const char *name);
gboolean      kontor_node_has        (const KontorNode *node, const char *name,
                                      const char *value);
/* -1 where it is missing or no number from 0 on. */
gint64        kontor_node_get_number (const KontorNode *node, const char *name);
guint         kontor_node_get_n_attributes (const KontorNode *node);
const char   *kontor_node_get_attribute    (const KontorNode *node, guint n, const char **value);
guint         kontor_node_get_length (const KontorNode *node);
KontorNode   *kontor_node_get_nth    (const KontorNode *node, guint n);
/* The first within it of that tag; NULL where there is none, or @node is NULL. */
KontorNode   *kontor_node_find       (const KontorNode *node, const char *tag);
/* NULL where it has nodes or nothing, or @node is NULL. */
GBytes       *kontor_node_get_bytes  (const KontorNode *node);
/* (transfer full): bytes that are a text; NULL where they are none. */
char         *kontor_node_dup_text   (const KontorNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorNode, kontor_node_free)

G_END_DECLS
