/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stage.h — a conversation that stands in the store only while something is read or tried in it:
 * each time in a transaction that is taken back. So an answer is tried with all that a real one
 * has, and nothing is left of it.
 *
 * What replies of the assistant did before stands too: it is done anew from their memory, with the
 * checks that it passed then.
 */
#pragma once

#include "assistant/prompts.h"
#include "assistant/talk.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_LINE_CUSTOMER,
  KONTOR_LINE_ASSISTANT,
  KONTOR_LINE_PERSON,
} KontorLineFrom;

/* @memory: (nullable): of an assistant's line, as kontor_memory_new() made it */
typedef struct {
  KontorLineFrom  from;
  char           *text;
  char           *memory;
} KontorLine;

typedef struct _KontorStage KontorStage;

/* All are copied. */
KontorLine      *kontor_line_new  (KontorLineFrom from, const char *text, const char *memory);
void             kontor_line_free (KontorLine *self);

/* (transfer full): @deeds: (nullable) (transfer full): of kontor_tools_write_deeds(); NULL: the
 * built-in assistant answered. */
char            *kontor_memory_new (JsonNode *deeds);

/* @contact: (nullable): who writes; somebody new. @assistant: (transfer full). @lines: of
 * KontorLine, a reference is kept; what the customer says in the end is what is to be answered. */
KontorStage     *kontor_stage_new  (KontorStore *store, const char *contact,
                                    KontorAssistant *assistant, GPtrArray *lines);
void             kontor_stage_free (KontorStage *self);
KontorAssistant *kontor_stage_get_assistant (KontorStage *self);

/* From here to kontor_stage_strike() the conversation stands. @talk: all of it is filled in; what
 * it points to is the stage's until the next, or its end. FALSE with error: it does not stand;
 * BAD_INPUT where there is nothing to answer, or a memory is none. */
gboolean         kontor_stage_set    (KontorStage *self, KontorTalk *talk, GError **error);
/* (transfer full): what the assistant did since it was set, as kontor_done_since(). */
GPtrArray       *kontor_stage_list_done (KontorStage *self, GError **error);
void             kontor_stage_strike (KontorStage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorStage, kontor_stage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorLine, kontor_line_free)

G_END_DECLS
