/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-words.h — the message as it is taken apart: words, and which of them are spoken for. For
 * assistant/extract*.c alone. */
#pragma once

#include "assistant/extract.h"
#include "model/text.h"

G_BEGIN_DECLS

typedef struct {
  const char                 *text;     /* valid UTF-8 */
  const KontorService        *service;  /* (nullable) */
  const KontorExtractContext *context;
  GArray                     *tokens;   /* of KontorToken */
  gboolean                   *used;     /* for each token */
  KontorExtract              *found;
} KontorReading;

#define KONTOR_TOKEN(reading, i) (&g_array_index ((reading)->tokens, KontorToken, (i)))

/* How many words from @at on are the longest phrase of @kind; 0: none. */
guint    kontor_reading_match  (const KontorReading *self, guint at, KontorWordKind kind, int *value);
void     kontor_reading_use    (KontorReading *self, guint from, guint n);
/* The words from..to (excluded) as they were typed. (transfer full) */
char    *kontor_reading_slice  (const KontorReading *self, guint from, guint to);
/* Keeps @value (transfer full) under @name, unless it has one. */
void     kontor_reading_set    (KontorReading *self, const char *name, char *value);
gboolean kontor_reading_has    (const KontorReading *self, const char *name);

/* How many words from @at on spell @phrase, typos forgiven; 0: they do not. */
guint    kontor_reading_spells (const KontorReading *self, guint at, const char *phrase);

/* Each takes what it finds and marks it used. */
void     kontor_extract_choices (KontorReading *self);
void     kontor_extract_forms   (KontorReading *self);
void     kontor_extract_counts  (KontorReading *self);
void     kontor_extract_labels  (KontorReading *self);
void     kontor_extract_person  (KontorReading *self);
void     kontor_extract_places  (KontorReading *self);
void     kontor_extract_asked   (KontorReading *self);

G_END_DECLS
