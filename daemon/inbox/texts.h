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

G_END_DECLS
