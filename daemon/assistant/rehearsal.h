/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rehearsal.h — what would be said to a customer, tried: with a model where there is one, else by
 * the built-in assistant, as a real answer comes about. Nothing is sent or done, and nothing is
 * stored but the calls of models.
 */
#pragma once

#include "assistant/think.h"

G_BEGIN_DECLS

/**
 * KontorSide:
 * @assistant: (nullable): its id; NULL: the default one
 * @texts: (nullable): purpose → text: in place of its prompts
 * @versions: (nullable): such as "PR1 v3": in place of its prompts of their purpose
 * @is_built_in: no model is asked
 *
 * Who is tried.
 */
typedef struct {
  char        *assistant;
  GHashTable  *texts;
  char       **versions;
  gboolean     is_built_in;
} KontorSide;

void             kontor_side_clear (KontorSide *self);
/* (transfer full): BAD_INPUT for a purpose or version that is none, NOT_FOUND. */
KontorAssistant *kontor_side_load  (const KontorSide *self, KontorStore *store, GError **error);

/**
 * KontorRehearsed:
 * @outcome: "answered", "draft" (a person would read it first), "people" or "silent"
 * @by: "model", "built-in" or "people"
 * @reply, @reason, @failure: (nullable): what would be said; why it is no plain answer; why no
 *   model answered
 * @why: (nullable): JSON, as it would be kept with the message
 * @prompts: the versions, ended by NULL
 * @done: of GVariant: what would be done, as kontor_done_since()
 * @calls: of char *: ids of ai-call
 * @memory: (nullable): for the KontorLine of @reply
 */
typedef struct {
  const char *outcome, *by;
  char       *reply, *reason, *failure, *why, *memory;
  char       *assistant, **prompts;
  const char *language;
  GPtrArray  *done, *calls;
  gint64      latency_ms;
} KontorRehearsed;

/* @stage: lent to the end. @on_text: (nullable): as of kontor_think_async(). */
void             kontor_rehearse_async  (KontorChoose *choose, KontorStage *stage,
                                         gboolean is_built_in, KontorModelTextFunc on_text,
                                         gpointer data, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): where models fail it is no error: the built-in assistant has answered. */
KontorRehearsed *kontor_rehearse_finish (GAsyncResult *result, GError **error);
void             kontor_rehearsed_free  (KontorRehearsed *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KontorSide, kontor_side_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorRehearsed, kontor_rehearsed_free)

G_END_DECLS
