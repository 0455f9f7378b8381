/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thought.h — how an answer comes about in the end: what was tried is done, the model's words are
 * checked, and the reasons are written down. For think.c. */
#pragma once

#include "assistant/brief.h"
#include "assistant/stage.h"
#include "assistant/think.h"

G_BEGIN_DECLS

/**
 * KontorThinking:
 * @stage: (nullable): where it is a trial: lent, as @talk's and @assistant are then
 * @talk: its business, contact and text are owned
 * @words: (nullable): what the model would say
 * @is_cut: the model came to the end of its tokens
 * @is_settled: no model was asked
 * @noted: the tools that were called, as lines "name outcome"
 * @note: (nullable): what the people who take over should know
 */
typedef struct {
  KontorStage     *stage;
  KontorTalk       talk;
  KontorAssistant *assistant;
  KontorSources   *sources;
  KontorTools     *tools;
  char            *words;
  gboolean         is_cut;
  gboolean         is_settled;
  GPtrArray       *calls;
  GString         *noted;
  char            *note;
} KontorThinking;

void           kontor_thinking_note_call (KontorThinking *self, const char *tool,
                                          gboolean failed);
/* (transfer none) (nullable): the service that the message says something of, where its values may
 * have been missed: the one of the dialogue under way, or of a wish. */
const KontorService *kontor_thinking_find_wish (const KontorThinking *self);
/* (transfer full): that the message's values for @service are read into a form. */
KontorModelRequest *kontor_thinking_ask_values (const KontorThinking *self,
                                                const KontorService *service);
/* What was answered is collected as a tool would; FALSE: it was no form, or nothing of it was
 * taken. */
gboolean       kontor_thinking_take_values (KontorThinking *self, const KontorService *service,
                                            const char *json);
/* (transfer full): that people are told what they take over; @versions: (out) (transfer full): the
 * prompts. NULL with error when the store fails. */
KontorModelRequest *kontor_thinking_ask_note (const KontorThinking *self, char **versions,
                                              GError **error);

/* (transfer full): inside the caller's transaction. @brief: (nullable): NULL where no model was
 * asked. */
KontorThought *kontor_thinking_end       (KontorThinking *self, const KontorBrief *brief,
                                          GError **error);
void           kontor_thinking_clear     (KontorThinking *self);

G_END_DECLS
