/* SPDX-License-Identifier: GPL-3.0-or-later */
/* think.h — an answer by a model, for one message of a customer.
 *
 * The model gets the assistant's prompts, the history, what is known of this customer, passages and
 * tools (tools.h). It says nothing by itself and changes nothing: while it thinks, what its tools
 * would do is tried and taken back. It is done in kontor_think_finish(), together with what the
 * caller writes, and never where that is not called. What it would say is checked (figures.h,
 * guard.h) before anybody may send it.
 */
#pragma once

#include "assistant/models/choose.h"
#include "assistant/stage.h"
#include "assistant/talk.h"

G_BEGIN_DECLS

/**
 * KontorThought:
 * @reply: (nullable): NULL leaves the message to people
 * @why: JSON: rule, passages, facts, prompts with their versions, tools that were called
 * @doubt: (nullable): why @reply must not be sent before a person has read it: it becomes a draft
 * @memory: (nullable): for a KontorLine of what is said, where it goes on as a trial
 * @calls: of char *: the ids of ai-call, for kontor_calls_link()
 */
typedef struct {
  char      *reply;
  char      *why;
  char      *doubt;
  char      *memory;
  GPtrArray *calls;
} KontorThought;

/* @talk: copied; its text is all that is to be answered, a burst of messages joined by line breaks,
 * and its message the last of them. For a trial: @talk is NULL, @stage (nullable), which is lent to
 * the end, has it all, and @on_text (nullable) hears what the model writes as it comes, unchecked,
 * NULL when it begins anew. */
void           kontor_think_async  (KontorChoose *choose, const KontorTalk *talk,
                                    KontorStage *stage, KontorModelTextFunc on_text,
                                    gpointer data, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): call it inside the turn's transaction, once it is certain that this is the
 * answer: bookings, orders and the dialogue are written here. An error of the store must undo
 * that transaction. Any other error is that of kontor_choose_ask_finish(): there is no provider or
 * all have failed, nothing was done, and the built-in assistant goes on. Of a trial the stage is
 * set then, unless there is an error: it is for the caller to strike. */
KontorThought *kontor_think_finish (GAsyncResult *result, GError **error);

/* (transfer none): of char *: the ids of ai-call of all that were asked, whoever answered. */
GPtrArray     *kontor_think_get_calls (GAsyncResult *result);

void           kontor_thought_free (KontorThought *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorThought, kontor_thought_free)

G_END_DECLS
