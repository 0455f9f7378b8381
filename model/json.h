/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json.h — JSON from strangers: read with limits, asked without surprises.
 *
 * json-glib holds what was read and writes it. Bytes that are no UTF-8 or not strictly JSON, text
 * that holds U+0000 or half of a surrogate pair, numbers beyond 64 bits and nesting deep enough to
 * break the stack are refused.
 * The getters never fail: what is missing or of another type is NULL, 0 or the default.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Deeper than any vendor nests, and far from what a stack holds. */
#define KONTOR_JSON_MAX_DEPTH 64

/* (transfer full): the root. BAD_INPUT says what is wrong with the bytes. */
JsonNode   *kontor_json_parse      (const char *bytes, gsize size, GError **error);

/* The members of @object, which may be NULL. Lent. */
JsonObject *kontor_json_get_object (JsonObject *object, const char *name);
JsonArray  *kontor_json_get_array  (JsonObject *object, const char *name);
const char *kontor_json_get_text   (JsonObject *object, const char *name);
gboolean    kontor_json_get_yes    (JsonObject *object, const char *name);
/* Whole numbers, also where a vendor writes them as text; exact to 64 bits, else @otherwise. */
gint64      kontor_json_get_int    (JsonObject *object, const char *name, gint64 otherwise);
double      kontor_json_get_double (JsonObject *object, const char *name, double otherwise);

/* (transfer full): the same whether the vendor writes a number or a text; NULL when missing. */
char       *kontor_json_dup_id     (JsonObject *object, const char *name);

/* How many elements, 0 for NULL; and one of them, NULL where it is no object. */
guint       kontor_json_get_length (JsonArray *array);
JsonObject *kontor_json_get_nth    (JsonArray *array, guint n);

/* (transfer full): compact text. Takes @object. */
char       *kontor_json_take_text  (JsonObject *object);

G_END_DECLS
