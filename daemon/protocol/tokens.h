/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tokens.h — the words that have a number on the wire: about 240 with one byte, four
 * dictionaries of 256 with two. They are wa-wire/tokens.json of WhatsApp Web's dictionary
 * version 3, made into tables at build time; another version is another file there and another
 * last byte in frame.c.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KONTOR_TOKEN_SINGLE (-1)

/* Lent for good: the word; NULL where there is none. @dictionary: KONTOR_TOKEN_SINGLE, or 0 to
 * 3. */
const char *kontor_token_get_word (int dictionary, guint number);
/* FALSE where @word has none. */
gboolean    kontor_token_find     (const char *word, int *dictionary, guint *number);

G_END_DECLS
