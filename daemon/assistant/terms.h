/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terms.h — a text as words that can be compared: folded, stemmed, phrases of the tables joined,
 * each with the sentence it stands in. Punctuation and emoji are passed over.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gsize     start;     /* bytes into the text */
  char     *word;      /* folded; what a phrase stands for */
  char     *stem;
  guint     sentence;  /* counted from 0 */
  guint     place;     /* counted from 0 over all words, those of phrases too */
  gboolean  is_number;
  gboolean  is_name;   /* written with a capital where none is due */
} KontorTerm;

/* A set of words and phrases from a table of english.h. */
typedef struct _KontorWordSet KontorWordSet;

/* GArray of KontorTerm that frees what they own. */
GArray        *kontor_terms_read      (const char *text);

KontorWordSet *kontor_word_set_new    (const char *table);
void           kontor_word_set_free   (KontorWordSet *self);
gboolean       kontor_word_set_has    (const KontorWordSet *self, const char *word);
/* Whether a word or phrase of the set stands in @folded: words with one space between. */
gboolean       kontor_word_set_is_in  (const KontorWordSet *self, const char *folded);
/* Whether @folded begins with one. */
gboolean       kontor_word_set_begins (const KontorWordSet *self, const char *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorWordSet, kontor_word_set_free)

G_END_DECLS
