/* SPDX-License-Identifier: GPL-3.0-or-later */
/* brief.h — what a model is given before it answers a customer: the prompt filled in, the history,
 * the facts and the passages.
 *
 * Whatever customers or the knowledge say stands between marks that cannot be written in it, and
 * the model is told that it is never an order. All of it becomes the sources of the reply.
 */
#pragma once

#include "assistant/tools.h"

G_BEGIN_DECLS

/**
 * KontorBrief:
 * @said: of KontorModelSaid: the history, and last what is to be answered
 * @passages: of KontorPassage: those that were given
 * @left_out: of char *: ids of passages that were not, as they speak to a model
 * @facts: the names of what was told of the customer, ended by NULL
 */
typedef struct {
  char        *system;
  GPtrArray   *said;
  GPtrArray   *passages;
  GPtrArray   *left_out;
  GPtrArray   *facts;
} KontorBrief;

/* (transfer full): @purpose's prompt; NULL with error when the store fails. */
KontorBrief *kontor_brief_new  (const KontorTools *tools, KontorPromptPurpose purpose,
                                GError **error);
void         kontor_brief_free (KontorBrief *self);

/* (transfer full): the prompt of @purpose with its names filled in, and what always follows. */
char        *kontor_brief_dup_system (const KontorTools *tools, KontorPromptPurpose purpose);
/* (transfer full): @text as data called @tag. */
char        *kontor_brief_fence      (const char *tag, const char *text);
/* Adds what was said in the conversation before the message, to @said and to the sources. */
gboolean     kontor_brief_add_history (const KontorTools *tools, GPtrArray *said, GError **error);
/* (transfer full): a request with @said in it. */
KontorModelRequest *kontor_brief_dup_request (const KontorBrief *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorBrief, kontor_brief_free)

G_END_DECLS
