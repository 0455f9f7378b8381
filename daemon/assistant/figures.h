/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures.h — which figures a text states, and whether they come from somewhere.
 *
 * Prices, percentages, dates, times, counts, ids and phone numbers, in any digits and in the words
 * of the languages there are. What a customer writes is no source of money or percentages: nobody
 * sets the price by asking for it. Whoever uses it feeds it what the business knows, and looks
 * for strangers in what a model would say. It knows nothing of what the figures are about: a true
 * figure said of the wrong thing is no stranger. Pure.
 */
#pragma once

#include "model/language.h"
#include "model/zone.h"

G_BEGIN_DECLS

typedef struct _KontorFigures KontorFigures;

/* @languages: those in which texts are read, ended by NULL; the first is that of the reply.
 * @today: the day "tomorrow" is counted from; it is no stranger itself. */
KontorFigures *kontor_figures_new   (const KontorLanguage *const *languages,
                                     const KontorWallTime *today, gboolean month_first);
void           kontor_figures_free  (KontorFigures *self);

/* What the business has written or the database has told. */
void           kontor_figures_know  (KontorFigures *self, const char *text);
/* What the customer has written. */
void           kontor_figures_hear  (KontorFigures *self, const char *text);

/* (transfer full) (nullable): the first figure of @text that comes from nowhere, as it is
 * written. */
char          *kontor_figures_find_stranger (const KontorFigures *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorFigures, kontor_figures_free)

G_END_DECLS
