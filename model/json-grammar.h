/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-grammar.h — whether bytes are JSON as RFC 8259 has it, and such as we can hold. For json.c
 * alone: nobody else reads JSON that is not checked. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lent for good: what is wrong with @bytes, which must be UTF-8; NULL when nothing is.
 * *at: (out): the byte where it was found. */
const char *kontor_json_grammar_find_fault (const char *bytes, gsize size, gsize *at);

G_END_DECLS
