/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tools.h — what a model may do for a customer: one table, one row each.
 *
 * A tool is an action or a reading of Kontor's, for this customer alone. What changes anything is
 * tried while the model thinks, taken back, and done once by kontor_tools_do(); its values pass
 * the checks that a customer's own message passes, and nothing is booked, changed or cancelled
 * without the customer's own yes to Kontor's own question.
 *
 * To add one: its row in the table in tools.c, with a function in tool-read.c or tool-deed.c.
 */
#pragma once

#include "assistant/models/model.h"
#include "assistant/prompts.h"
#include "assistant/sources.h"
#include "assistant/talk.h"

G_BEGIN_DECLS

/**
 * KontorTools:
 * @talk: what is answered; lent
 * @services: of KontorService, in the customer's language
 * @sources: learns what tools tell; lent
 * @assistant: lent
 * @deeds: what is to be done in the end
 * @handed: (nullable): why people are to answer
 */
typedef struct {
  const KontorTalk      *talk;
  GPtrArray             *services;
  KontorSources         *sources;
  const KontorAssistant *assistant;
  GPtrArray             *deeds;
  char                  *handed;
} KontorTools;

/**
 * KontorToolResult:
 * @told: what the model hears; never NULL once it has run
 * @said: (nullable): Kontor's own words to the customer, which follow the model's
 */
typedef struct {
  char *told;
  char *said;
} KontorToolResult;

/**
 * KontorTool:
 * @description: for the model
 * @dup_form: (transfer full): JSON Schema of its arguments
 * @run: FALSE with error: the model is told what was wrong
 * @is_deed: it changes something
 */
typedef struct {
  const char *name;
  const char *description;
  JsonNode *(*dup_form) (const KontorTools *self);
  gboolean  (*run)      (KontorTools *self, JsonObject *arguments, KontorToolResult *result,
                         GError **error);
  gboolean    is_deed;
} KontorTool;

/* NULL with error when the store fails. */
KontorTools *kontor_tools_new    (const KontorTalk *talk, const KontorAssistant *assistant,
                                  KontorSources *sources, GError **error);
void         kontor_tools_free   (KontorTools *self);
/* Offers all of them in @request. */
void         kontor_tools_offer  (const KontorTools *self, KontorModelRequest *request);
/* Whether the message is no more than a yes or no to a question that stands: that is done, or
 * dropped, without any model. */
gboolean     kontor_tools_settle (KontorTools *self);
/* (transfer full): what the model is told of @call. *failed: it was refused or broken; nothing of
 * it is to be done. */
char        *kontor_tools_call   (KontorTools *self, const KontorModelCall *call,
                                  gboolean *failed);
/* Does what was tried, inside the caller's transaction. *said: (transfer full) (nullable): Kontor's
 * own words. *is_same: whether they are those that the model was told. */
gboolean     kontor_tools_do     (KontorTools *self, char **said, gboolean *is_same,
                                  GError **error);

/* (transfer full): what was tried, to be done anew by kontor_tools_take_deeds() where the same was
 * said: [{"tool", "arguments"}]. */
JsonNode    *kontor_tools_write_deeds (const KontorTools *self);
/* BAD_INPUT where @deeds is none of these. Nothing is tried or checked before they are done. */
gboolean     kontor_tools_take_deeds  (KontorTools *self, JsonNode *deeds, GError **error);

/* For tool-*.c. */
KontorService *kontor_tools_find_service (const KontorTools *self, JsonObject *arguments,
                                          GError **error); /* lent */
/* (transfer full): JSON Schema of an object. */
JsonNode      *kontor_tools_form_nothing (const KontorTools *self);
JsonNode      *kontor_tools_form_service (const KontorTools *self); /* service, date, time */
JsonNode      *kontor_tools_form_values  (const KontorTools *self); /* and all fields there are */
JsonNode      *kontor_tools_form_change  (const KontorTools *self); /* id, fields, date, time */
JsonNode      *kontor_tools_form_id      (const KontorTools *self);
JsonNode      *kontor_tools_form_text    (const KontorTools *self); /* text */
/* The fields of @service, date, time. */
JsonNode      *kontor_tools_form_of_service (const KontorService *service);
/* (transfer full): what @arguments say of @service's fields, each read as the customer's answer to
 * the question for it. *refused: (transfer full) (nullable): what was not taken, and why. */
KontorExtract *kontor_tools_read_values  (const KontorTools *self, const KontorService *service,
                                          JsonObject *arguments, char **refused);

#define KONTOR_TOOL_RUN(name) \
  gboolean kontor_tool_##name (KontorTools *self, JsonObject *arguments, \
                               KontorToolResult *result, GError **error)
/* tool-read.c */
KONTOR_TOOL_RUN (services);
KONTOR_TOOL_RUN (availability);
KONTOR_TOOL_RUN (standing);
KONTOR_TOOL_RUN (knowledge);
KONTOR_TOOL_RUN (hand_over);
/* tool-deed.c */
KONTOR_TOOL_RUN (collect);
KONTOR_TOOL_RUN (change);
KONTOR_TOOL_RUN (cancel);
KONTOR_TOOL_RUN (confirm);
KONTOR_TOOL_RUN (drop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorTools, kontor_tools_free)

G_END_DECLS
