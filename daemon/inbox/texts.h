/* SPDX-License-Identifier: GPL-3.0-or-later */
/* texts.h — what customers read: data/texts/<language>.ini, one file for each language. */
#pragma once

#include "model/zone.h"

G_BEGIN_DECLS

/* (transfer full): the text [@group] @name of @language, with name, value, …, NULL filled in; in
 * English where the language lacks it. */
char *kontor_texts_dup      (const char *language, const char *group, const char *name, ...)
                             G_GNUC_NULL_TERMINATED;
/* (transfer full): "Saturday 21 November 2026" */
char *kontor_texts_dup_date (const char *language, const KontorWallTime *when);
/* (transfer full): "09:00 Dubai time" */
char *kontor_texts_dup_time (const char *language, const KontorWallTime *when, const char *zone);


/* The business's own texts by code, "en.book.booked", in the place of ours; NULL for none. */
void  kontor_texts_set_own  (GHashTable *own);
/* (transfer full) (nullable): our own text, with what is filled in still in braces; NULL where
 * there is none of that code. */
char *kontor_texts_dup_usual (const char *code);
/* (transfer full) (nullable): the codes of all texts of @language; NULL where nobody speaks it. */
char **kontor_texts_dup_codes (const char *language);

G_END_DECLS
