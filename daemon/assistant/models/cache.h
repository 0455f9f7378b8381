/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cache.h — answers that are known already, in memory alone: what was said is nobody's to find on
 * the disk. Found by everything that matters, which is the letter: the address, the model, the
 * prompt, what was said, the tools, the form and the settings, but not the key. */
#pragma once

#include "assistant/models/model.h"

G_BEGIN_DECLS

typedef struct _KontorAnswerCache KontorAnswerCache;

KontorAnswerCache *kontor_answer_cache_new  (void);
void               kontor_answer_cache_free (KontorAnswerCache *self);
/* (transfer full) */
char              *kontor_answer_cache_make_key (const KontorModelLetter *letter);
/* (nullable): lent until the next put. */
const KontorModelAnswer *kontor_answer_cache_find (KontorAnswerCache *self, const char *key);
/* Only an answer that is whole is kept, for an hour, and no more than a few hundred. */
void               kontor_answer_cache_put  (KontorAnswerCache *self, const char *key,
                                             const KontorModelAnswer *answer);

G_END_DECLS
