/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lexicon.h — a language's table, compiled for look-ups: for model/language.c and model/affix.c
 * alone. Compiled tables live as long as the program; words are kept once in each, so the same
 * word is the same pointer. */
#pragma once

#include "model/language.h"

G_BEGIN_DECLS

typedef struct _KontorPhrase KontorPhrase;
struct _KontorPhrase {
  KontorPhrase   *next;     /* that begins with the same word */
  KontorWordKind  kind : 16;
  guint           n_words : 16;
  int             value;
  const char     *words[];
};

typedef struct {
  KontorWordKind  kind;
  int             value;
  const char     *text;    /* folded */
  gboolean        elided;  /* only where an apostrophe follows it */
} KontorAffix;

typedef struct {
  GStringChunk *words;     /* all of them, once */
  GHashTable *by_first;    /* word → the first KontorPhrase that begins with it */
  GHashTable *spellings;   /* every word of every phrase → the same, or what it stands for */
  GHashTable *unlike;      /* words that are not slips */
  GHashTable *nearly;      /* other words that were asked for → what they were taken for, or NULL */
  GHashTable *by_letter;   /* first letter → GPtrArray of words that may be misspelt */
  GArray     *affixes;     /* of KontorAffix */
} KontorLexicon;

const KontorLexicon *kontor_lexicon_of (const KontorLanguage *language);

/* How the language spells @word, folded; NULL when it has no such word. The second mends typos. */
const char *kontor_lexicon_know_exactly (const KontorLexicon *self, const char *word);
const char *kontor_lexicon_know         (const KontorLexicon *self, const char *word);

/* Whether a sign may stand between the words of a phrase: "a.m.". */
gboolean    kontor_lexicon_is_joint     (const KontorToken *token);

/* affix.c: the tokens of @text, with what is written together parted. */
GArray     *kontor_lexicon_dup_tokens   (const KontorLexicon *self, const char *text);

G_END_DECLS
