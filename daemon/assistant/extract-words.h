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
  GHashTable                 *phrases;  /* phrase → its folded words */
  gboolean                    mentioned[KONTOR_N_WORD_KINDS];
  gboolean                    looked[KONTOR_N_WORD_KINDS];  /* for those that were asked about */
  KontorExtract              *found;
} KontorReading;

#define KONTOR_TOKEN(reading, i) (&g_array_index ((reading)->tokens, KontorToken, (i)))

KontorReading *kontor_reading_new  (const char *text, const KontorService *service,
                                    const KontorExtractContext *context);
void           kontor_reading_free (KontorReading *self);

/* How many words from @at on are the longest phrase of @kind; 0: none. */
guint    kontor_reading_match  (const KontorReading *self, guint at, KontorWordKind kind,
                                int *value);
/* The same of any of @kinds, which ends with KONTOR_N_WORD_KINDS. */
guint    kontor_reading_match_any (const KontorReading *self, guint at,
                                   const KontorWordKind *kinds);
gboolean kontor_reading_mentions (KontorReading *self, KontorWordKind kind);
/* Whether a phrase of @kind ends right before @at, articles between them aside. */
gboolean kontor_reading_follows (const KontorReading *self, guint at, KontorWordKind kind);

void     kontor_reading_use    (KontorReading *self, guint from, guint n);
/* The words from..to (excluded) as they were typed. (transfer full) */
char    *kontor_reading_slice  (const KontorReading *self, guint from, guint to);
/* Keeps @value (transfer full) under @name, unless it has one. */
void     kontor_reading_set    (KontorReading *self, const char *name, char *value);
gboolean kontor_reading_has    (const KontorReading *self, const char *name);

gboolean kontor_reading_is_sign     (const KontorReading *self, guint at, const char *signs);
gboolean kontor_reading_is_word     (const KontorReading *self, guint at);
gboolean kontor_reading_is_number   (const KontorReading *self, guint at);
/* Scripts without capitals have none: what is sure only by its capital is left out there. */
gboolean kontor_reading_is_capital  (const KontorReading *self, guint at);
gboolean kontor_reading_starts_line (const KontorReading *self, guint at);
gboolean kontor_reading_touches     (const KontorReading *self, guint at); /* the one before */

/* How many words from @at on spell @phrase, typos forgiven; 0: they do not. */
guint    kontor_reading_spells   (const KontorReading *self, guint at, const char *phrase);
/* The same of a field's title and labels. */
guint    kontor_reading_label_at (const KontorReading *self, const KontorServiceField *field,
                                  guint at);
/* The same of any field's, and of the service's own. */
gboolean kontor_reading_is_label (const KontorReading *self, guint at);
/* Past ":", "is", "should be", "to" after a label. */
guint    kontor_reading_skip_sign (const KontorReading *self, guint at);
/* 3 or "three" at @at; 0 words: no number. */
guint    kontor_reading_number   (const KontorReading *self, guint at, int *number);

const KontorServiceField *kontor_reading_find (const KontorReading *self, KontorFoundBy found_by);

/* "jeffrey smith" is written Jeffrey Smith; what has capitals stays as it is. Takes @name. */
char    *kontor_extract_name_case (char *name);
/* The end of the name that begins at @from; @from when there is none. @sure: whatever it looks
 * like, because it was announced. */
guint    kontor_extract_name_end  (const KontorReading *self, guint from, gboolean sure);
/* The end of the place that begins at @from; @from when there is none. */
guint    kontor_extract_place_end (const KontorReading *self, guint from);
/* The words of a "to" at @at; a name's own "Al" is none. */
guint    kontor_extract_place_to  (const KontorReading *self, guint at, int *kind);
guint    kontor_extract_place_lead (const KontorReading *self, guint at, gboolean is_noun);
gboolean kontor_extract_place_starts (const KontorReading *self, guint at);
/* Whether a place that began at @from goes no further than @at. */
gboolean kontor_extract_place_ends (const KontorReading *self, guint at, guint from);
/* The words of "->" at @at. */
guint    kontor_extract_arrow_at  (const KontorReading *self, guint at);

/* Each takes what it finds and marks it used. */
void     kontor_extract_choices (KontorReading *self);
void     kontor_extract_forms   (KontorReading *self);
void     kontor_extract_labels  (KontorReading *self);
void     kontor_extract_person  (KontorReading *self);
void     kontor_extract_places  (KontorReading *self);
/* A form that was asked for, before something else takes its digits. */
void     kontor_extract_asked_form (KontorReading *self);
void     kontor_extract_asked   (KontorReading *self);

/* For extract-asked.c: one field's choice by any of its own words; the number of a form. */
gboolean kontor_extract_choice_by_word (KontorReading *self, const KontorServiceField *field);
gboolean kontor_extract_form           (KontorReading *self, const KontorServiceField *field,
                                        guint at, gboolean announced);
gboolean kontor_extract_phone          (KontorReading *self, const char *name, guint at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorReading, kontor_reading_free)

G_END_DECLS
