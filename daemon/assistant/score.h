/* SPDX-License-Identifier: GPL-3.0-or-later */
/* score.h — how well a passage covers a question: 0 nothing, 1 every word of it.
 *
 * Pure. Each word counts by its weight; in the title or the question of a passage it counts
 * wholly, in its text less, unless it is a name there or stands beside others of the question.
 */
#pragma once

#include "assistant/asked.h"

G_BEGIN_DECLS

/* Sets what @unit weighs. @df: how many of the @n passages have the word or what stands for it. */
void   kontor_asked_unit_weigh   (KontorAskedUnit *unit, gint64 df, gint64 n);
/* When all are weighed: where a rare thing does something ("can the dog drive"), what it does
 * counts whole, however common the word. */
void   kontor_asked_units_settle (GPtrArray *units);

double kontor_score_passage      (const KontorAsked *asked, const char *title, const char *question,
                                  const char *text);

G_END_DECLS
