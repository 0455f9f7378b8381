/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tree.h — JSON as it was read: for what comes by the thousand, where building json-glib's objects
 * would cost more than all that is done with them. Never changed and never written; what is to be
 * goes through kontor_tree_to_node(). json.h has the limits of what is read, and is the usual way.
 *
 * All of a tree lies in its root, which is freed; everything else is lent by it. The getters never
 * fail: what is missing or of another type is NULL, 0 or the default.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _KontorTree KontorTree;

/* (transfer full): BAD_INPUT says what is wrong with the bytes. */
KontorTree       *kontor_tree_parse      (const char *bytes, gsize size, GError **error);
void              kontor_tree_free       (KontorTree *root);
/* (transfer full) */
JsonNode         *kontor_tree_to_node    (const KontorTree *self);

gboolean          kontor_tree_is_object  (const KontorTree *self);
/* The members of @self, which may be NULL; of two with the same name the last. */
const KontorTree *kontor_tree_get        (const KontorTree *self, const char *name);
const KontorTree *kontor_tree_get_object (const KontorTree *self, const char *name);
const KontorTree *kontor_tree_get_array  (const KontorTree *self, const char *name);
const char       *kontor_tree_get_text   (const KontorTree *self, const char *name);
gboolean          kontor_tree_get_yes    (const KontorTree *self, const char *name);
/* As kontor_json_get_int(), _get_double() and _dup_id(). */
gint64            kontor_tree_get_int    (const KontorTree *self, const char *name,
                                          gint64 otherwise);
double            kontor_tree_get_double (const KontorTree *self, const char *name,
                                          double otherwise);
char             *kontor_tree_dup_id     (const KontorTree *self, const char *name);

/* The elements of a list, which may be NULL, or the members of an object, one after the other. */
const KontorTree *kontor_tree_get_first  (const KontorTree *self);
const KontorTree *kontor_tree_get_next   (const KontorTree *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorTree, kontor_tree_free)

G_END_DECLS
