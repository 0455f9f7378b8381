/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer.h — what a model is being asked, one question for each conversation.
 *
 * A question is over as soon as the customer writes more, or a person takes the conversation over
 * or silences it: it is cancelled, and what waits in the conversation is put on the agenda to be
 * looked at anew. Who writes on and on is answered all the same: what was asked when that has
 * lasted too long goes on, and what comes meanwhile waits for it. It says nothing and writes
 * nothing itself; nothing of it survives a crash, as the turns that wait do.
 */
#pragma once

#include "assistant/think.h"

G_BEGIN_DECLS

typedef struct _KontorAnswers KontorAnswers;

/* A model has answered what was written up to the message @last, or none could: @result is for
 * kontor_think_finish(). */
typedef void (*KontorAnswersReady) (gint64 conversation, gint64 last, GAsyncResult *result,
                                    gpointer data);

/* A model begins to write an answer. */
typedef void (*KontorAnswersAsked) (gint64 conversation, gpointer data);

KontorAnswers *kontor_answers_new     (KontorStore *store, KontorChoose *choose,
                                       KontorAnswersAsked asked, KontorAnswersReady ready,
                                       gpointer data);
/* Whoever is asked is told that nobody waits for it. */
void           kontor_answers_free    (KontorAnswers *self);
/* Whether it is asked about the conversation just now. */
gboolean       kontor_answers_is_asking (KontorAnswers *self, gint64 conversation);
/* Whether there is any model to ask. */
gboolean       kontor_answers_may_ask (KontorAnswers *self);
/* In place of what is being asked in the conversation, if anything is. @talk is copied. */
void           kontor_answers_ask     (KontorAnswers *self, const KontorTalk *talk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorAnswers, kontor_answers_free)

G_END_DECLS
