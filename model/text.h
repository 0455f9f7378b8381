/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text.h — what a customer typed, cut into words that can be compared.
 *
 * Any bytes may come in: what is not UTF-8 parts words and is otherwise passed over, and so are
 * emoji, except the few that answer a question (thumbs up and down, a tick, a cross), which are
 * words. Nothing here knows a language; that is language.h.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KONTOR_TOKEN_WORD,    /* letters and marks; an apostrophe inside belongs to it */
  KONTOR_TOKEN_NUMBER,  /* digits of any script, folded to 0-9 */
  KONTOR_TOKEN_PUNCT,   /* one sign */
} KontorTokenKind;

typedef struct {
  gsize            start;   /* bytes into the text as it was given */
  gsize            len;
  KontorTokenKind  kind;
  char            *folded;  /* lower case, NFKC, no accents, no apostrophes; signs as in
                               ASCII */
  const char      *known;   /* the same as a language spells it, typos mended; NULL when unknown.
                               Belongs to the language; set by kontor_language_dup_tokens () */
  gconstpointer    meanings; /* what it says in that language; for language.c only */
} KontorToken;

/* GArray of KontorToken that frees what they own. @text is up to its first NUL. */
GArray   *kontor_text_dup_tokens (const char *text);

/* The folded words of @text with one space between: for comparing and as a key. */
char     *kontor_text_dup_folded (const char *text);

/* Whether a question mark stands in @text, of any script. */
gboolean  kontor_text_asks       (const char *text);

/* Optimal string alignment: insert, delete, change, or swap two neighbours; each stretch is
 * edited once. In characters, never more than @limit + 1 is answered. */
guint     kontor_text_distance   (const char *a, const char *b, guint limit);

/* Whether @word may be a slip of the pen for @wanted, both folded. Up to 4 letters only a swap of
 * neighbours is forgiven, with 5 no changed letter either ("march" is no "match"), with 6 and 7
 * one edit, above that two; words that begin otherwise, and digits, never. */
gboolean  kontor_text_is_close   (const char *word, const char *wanted);

/* Replaces each {name} by its value, given as name, value, …, NULL. A NULL value is empty, a name
 * not given stays as written, and values are never looked through for names again. */
char     *kontor_text_fill       (const char *template_text, ...) G_GNUC_NULL_TERMINATED;

/* The same with a table of char * to char *. */
char     *kontor_text_fill_from  (const char *template_text, GHashTable *values);

G_END_DECLS
