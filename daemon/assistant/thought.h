/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thought.h — how an answer comes about in the end: what was tried is done, the model's words are
 * checked, and the reasons are written down. For think.c. */
#pragma once

#include "assistant/brief.h"
#include "assistant/think.h"

G_BEGIN_DECLS

/**
 * KontorThinking:
 * @talk: its business, contact and text are owned
 * @words: (nullable): what the model would say
 * @is_cut: the model came to the end of its tokens
 * @is_settled: no model was asked
 * @noted: the tools that were called, as lines "name outcome"
 */
typedef struct {
  KontorTalk       talk;
  KontorAssistant *assistant;
  KontorSources   *sources;
  KontorTools     *tools;
  char            *words;
  gboolean         is_cut;
  gboolean         is_settled;
  GPtrArray       *calls;
  GString         *noted;
} KontorThinking;

void           kontor_thinking_note_call (KontorThinking *self, const char *tool,
                                          gboolean failed);
/* (transfer full): inside the caller's transaction. @brief: (nullable): NULL where no model was
 * asked. */
KontorThought *kontor_thinking_end       (KontorThinking *self, const KontorBrief *brief,
                                          GError **error);
void           kontor_thinking_clear     (KontorThinking *self);

G_END_DECLS
