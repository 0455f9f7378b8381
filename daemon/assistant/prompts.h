/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prompts.h — which assistant answers on a channel, and what its model is told.
 *
 * Prompts are records (kind "prompt") of which every text is kept (kind "prompt-version"), so that
 * an edit counts from the next message on and can be taken back. Where an assistant names none,
 * the text that Kontor ships is used (data/prompts/).
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_PROMPT_REPLY,
  KONTOR_PROMPT_EXTRACTION,
  KONTOR_PROMPT_HAND_OVER,
  KONTOR_PROMPT_SUMMARY,
  KONTOR_PROMPT_VOICE,
  KONTOR_N_PROMPTS
} KontorPromptPurpose;

/* @version: as an ai-call names it: "PR1 v3", or "shipped" */
typedef struct {
  char *version;
  char *text;
} KontorPrompt;

/**
 * KontorAssistant:
 * @policy, @tone: never NULL
 * @languages: codes; empty: every language there is
 * @sources: of knowledge; empty: all of it
 */
typedef struct {
  char          *id;       /* (nullable): there is no record */
  char          *name;
  char          *policy;
  char          *tone;
  char         **languages;
  char         **sources;
  KontorPrompt   prompts[KONTOR_N_PROMPTS];
} KontorAssistant;

/* "reply", "extraction", "hand-over", "summary", "voice": as the choices and fields are called. */
const char      *kontor_prompt_get_name (KontorPromptPurpose purpose);

/* (transfer full): the one of @channel ("CH1"; nullable), else the default. */
KontorAssistant *kontor_assistant_load  (KontorStore *store, const char *channel, GError **error);
void             kontor_assistant_free  (KontorAssistant *self);

/* The same of the one that is named ("AS1"), NULL for the default. */
KontorAssistant *kontor_assistant_load_named (KontorStore *store, const char *id, GError **error);
/* In place of its own prompt: a text that is no version, or the version "PR1 v3" of whatever
 * purpose it is. BAD_INPUT and NOT_FOUND where there is none. */
void             kontor_assistant_use_text   (KontorAssistant *self, KontorPromptPurpose purpose,
                                              const char *text);
gboolean         kontor_assistant_use_version (KontorAssistant *self, KontorStore *store,
                                               const char *version, GError **error);
/* Whether there is a purpose of that name. */
gboolean         kontor_prompt_find_purpose  (const char *name, KontorPromptPurpose *purpose);

/* (transfer full): the text of the version @number of @prompt ("PR1"); NOT_FOUND. */
char            *kontor_prompt_dup_version (KontorStore *store, const char *prompt, gint64 number,
                                            GError **error);

/* A business without any assistant gets one, with the prompts that are shipped. */
gboolean         kontor_assistants_furnish (KontorStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorAssistant, kontor_assistant_free)

G_END_DECLS
