/* SPDX-License-Identifier: GPL-3.0-or-later */
/* think-more.c — what a model is asked besides the reply: values that were said and not collected,
 * as small models forget to call tools; and a note for the people who take over. */
#include "assistant/thought.h"

#include <string.h>

#include "model/json.h"

/* From here on what came before is summed up as well. */
#define LONG_CONVERSATION 6

static const KontorService *
find_service (const KontorThinking *self, const char *code)
{
  for (guint i = 0; i < self->tools->services->len; i++)
    {
      const KontorService *service = self->tools->services->pdata[i];

      if (g_strcmp0 (service->code, code) == 0)
        return service;
    }

  return NULL;
}

/* A question is a wish only where it says something to be collected: "can you tell me the price?"
 * is none. */
static const KontorService *
find_new_wish (const KontorThinking *self)
{
  const KontorTalk *talk = &self->talk;
  const KontorService *service = kontor_extract_is_wish (talk->text, talk->language)
    ? kontor_extract_find_service (self->tools->services, talk->text, talk->language) : NULL;
  g_autoptr(KontorExtract) extract = service != NULL && kontor_text_asks (talk->text)
    ? kontor_talk_extract (talk, service, NULL) : NULL;

  return extract == NULL || kontor_talk_count_fields (service, extract) > 0 ? service : NULL;
}

const KontorService *
kontor_thinking_find_wish (const KontorThinking *self)
{
  const KontorTalk *talk = &self->talk;
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (talk->store, talk->conversation,
                                                             NULL);

  if (dialogue == NULL)
    return find_new_wish (self);

  return dialogue->phase == KONTOR_DIALOGUE_COLLECTING && dialogue->subject == NULL
         ? find_service (self, dialogue->service) : NULL;
}

KontorModelRequest *
kontor_thinking_ask_values (const KontorThinking *self, const KontorService *service)
{
  KontorModelRequest *request = kontor_model_request_new ();
  g_autofree char *fenced = kontor_brief_fence ("customer", self->talk.text);

  request->system = kontor_brief_dup_system (self->tools, KONTOR_PROMPT_EXTRACTION);
  request->form = kontor_tools_form_of_service (service);
  kontor_model_request_say (request, KONTOR_MODEL_USER, fenced);

  return request;
}

gboolean
kontor_thinking_take_values (KontorThinking *self, const KontorService *service, const char *json)
{
  g_autoptr(JsonNode) read = kontor_json_parse (json, strlen (json), NULL);
  KontorModelCall call = { .name = (char *) "collect" };
  g_autoptr(KontorExtract) extract = NULL;
  g_autofree char *arguments = NULL, *told = NULL, *refused = NULL;
  gboolean failed = TRUE;

  if (read == NULL || !JSON_NODE_HOLDS_OBJECT (read))
    return FALSE;
  extract = kontor_tools_read_values (self->tools, service, json_node_get_object (read), &refused);
  if (g_hash_table_size (extract->values) + g_hash_table_size (extract->problems) == 0)
    return FALSE;
  json_object_set_string_member (json_node_get_object (read), "service", service->code);
  arguments = json_to_string (read, FALSE);
  call.arguments = arguments;
  told = kontor_tools_call (self->tools, &call, &failed);
  kontor_thinking_note_call (self, "extraction", failed);

  return !failed;
}

KontorModelRequest *
kontor_thinking_ask_note (const KontorThinking *self, char **versions, GError **error)
{
  const KontorPrompt *prompts = self->assistant->prompts;
  g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
  g_autofree char *system = kontor_brief_dup_system (self->tools, KONTOR_PROMPT_HAND_OVER);
  g_autofree char *fenced = kontor_brief_fence ("customer", self->talk.text);
  g_autofree char *last = g_strdup_printf ("%s\n\nPeople take over because: %s", fenced,
                                           self->tools->handed);
  guint before;

  if (!kontor_brief_add_history (self->tools, request->said, error))
    return NULL;
  before = request->said->len;
  kontor_model_request_say (request, KONTOR_MODEL_USER, last);
  if (before < LONG_CONVERSATION)
    {
      *versions = g_strdup (prompts[KONTOR_PROMPT_HAND_OVER].version);
      request->system = g_steal_pointer (&system);
    }
  else
    {
      g_autofree char *summary = kontor_brief_dup_system (self->tools, KONTOR_PROMPT_SUMMARY);

      *versions = g_strdup_printf ("%s, %s", prompts[KONTOR_PROMPT_HAND_OVER].version,
                                   prompts[KONTOR_PROMPT_SUMMARY].version);
      request->system = g_strdup_printf ("%s\n\n%s", system, summary);
    }

  return g_steal_pointer (&request);
}
