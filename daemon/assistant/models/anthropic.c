/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anthropic.c — the Messages API. A wanted form is a tool that the model must call: its arguments
 * are the answer's text. Results of calls stand at the start of the next thing the user says. */
#include "assistant/models/model.h"

#include <string.h>

#include "assistant/models/reader.h"
#include "model/json.h"

#define VERSION "2023-06-01"
#define FORM_WORDS "Gives the answer in the form that is wanted."

static JsonObject *
typed (const char *type)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", type);

  return object;
}

static void
add_text (JsonArray *content, const char *text)
{
  JsonObject *block;

  if (text == NULL || *text == '\0')
    return;
  block = typed ("text");
  json_object_set_string_member (block, "text", text);
  json_array_add_object_element (content, block);
}

/* What a call had for arguments is an object: whoever made it has seen to that. */
static JsonNode *
read_object (const char *text)
{
  g_autoptr(JsonNode) root = kontor_json_parse (text, strlen (text), NULL);
  g_autoptr(JsonObject) none = NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return g_steal_pointer (&root);
  none = json_object_new ();

  return json_node_init_object (json_node_alloc (), none);
}

static void
add_calls (JsonArray *content, GPtrArray *calls)
{
  for (guint i = 0; calls != NULL && i < calls->len; i++)
    {
      const KontorModelCall *call = calls->pdata[i];
      JsonObject *block = typed ("tool_use");

      json_object_set_string_member (block, "id", call->id);
      json_object_set_string_member (block, "name", call->name);
      json_object_set_member (block, "input", read_object (call->arguments));
      json_array_add_object_element (content, block);
    }
}

static void
add_result (JsonArray *content, const KontorModelSaid *said)
{
  JsonObject *block = typed ("tool_result");

  json_object_set_string_member (block, "tool_use_id", said->call_id);
  json_object_set_string_member (block, "content", said->text != NULL ? said->text : "");
  if (said->failed)
    json_object_set_boolean_member (block, "is_error", TRUE);
  json_array_add_object_element (content, block);
}

static void
add_said (JsonArray *content, const KontorModelSaid *said)
{
  if (said->role == KONTOR_MODEL_TOOL)
    add_result (content, said);
  else
    add_text (content, said->text);
  add_calls (content, said->calls);
}

static void
add_tool (JsonArray *list, const char *name, const char *description, JsonNode *form)
{
  JsonObject *one = json_object_new ();

  json_object_set_string_member (one, "name", name);
  json_object_set_string_member (one, "description", description);
  json_object_set_object_member (one, "input_schema", kontor_model_dup_form (form));
  json_array_add_object_element (list, one);
}

static void
write_tools (JsonObject *body, const KontorModelRequest *request)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < request->tools->len; i++)
    {
      const KontorModelTool *tool = request->tools->pdata[i];

      add_tool (list, tool->name, tool->description, tool->form);
    }
  if (request->form != NULL)
    {
      JsonObject *choice = typed ("tool");

      add_tool (list, KONTOR_MODEL_FORM_NAME, FORM_WORDS, request->form);
      json_object_set_string_member (choice, "name", KONTOR_MODEL_FORM_NAME);
      json_object_set_object_member (body, "tool_choice", choice);
    }
  if (json_array_get_length (list) > 0)
    json_object_set_array_member (body, "tools", list);
  else
    json_array_unref (list);
}

static JsonObject *
write_request (const KontorModelRequest *request, const KontorModelTarget *target,
               KontorModelLetter *letter)
{
  JsonObject *body = json_object_new ();

  letter->url = g_strconcat (target->base, "/messages", NULL);
  kontor_model_letter_set_header (letter, "anthropic-version", VERSION);
  if (target->key != NULL)
    kontor_model_letter_set_header (letter, "x-api-key", target->key);
  json_object_set_string_member (body, "model", target->model);
  json_object_set_int_member (body, "max_tokens", request->max_tokens > 0
                              ? request->max_tokens : KONTOR_MODEL_DEFAULT_TOKENS);
  json_object_set_boolean_member (body, "stream", TRUE);
  if (request->system != NULL && *request->system != '\0')
    json_object_set_string_member (body, "system", request->system);
  json_object_set_array_member (body, "messages",
                                kontor_model_write_sides (request->said, "assistant", "content",
                                                          add_said));
  /* From 0 to 1 here, where the others go to 2. */
  if (request->temperature_milli >= 0)
    json_object_set_double_member (body, "temperature",
                                   MIN (request->temperature_milli, 1000) / 1000.0);
  write_tools (body, request);

  return body;
}

static KontorModelFinish
read_finish (const char *reason)
{
  static const struct { const char *name; KontorModelFinish finish; } all[] = {
    { "end_turn", KONTOR_MODEL_STOPPED },   { "stop_sequence", KONTOR_MODEL_STOPPED },
    { "tool_use", KONTOR_MODEL_CALLS },     { "max_tokens", KONTOR_MODEL_CUT },
    { "model_context_window_exceeded", KONTOR_MODEL_CUT },
    { "refusal", KONTOR_MODEL_FILTERED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i].name, reason))
      return all[i].finish;

  return KONTOR_MODEL_OTHERWISE;
}

/* What was written to the vendor's cache and what was read from it are not in input_tokens. The
 * counts grow from event to event; each says the whole. */
static void
read_usage (KontorModelReader *reader, JsonObject *usage)
{
  KontorModelUsage *told = kontor_model_reader_get_usage (reader);

  if (usage == NULL)
    return;
  told->known = TRUE;
  if (json_object_has_member (usage, "input_tokens"))
    {
      told->cached = kontor_model_read_count (usage, "cache_read_input_tokens");
      told->in = kontor_model_read_count (usage, "input_tokens") + told->cached +
                 kontor_model_read_count (usage, "cache_creation_input_tokens");
    }
  if (json_object_has_member (usage, "output_tokens"))
    told->out = kontor_model_read_count (usage, "output_tokens");
}

static gboolean
read_start (KontorModelReader *reader, JsonObject *event, GError **error)
{
  JsonObject *block = kontor_json_get_object (event, "content_block");
  const char *type = kontor_json_get_text (block, "type");

  if (g_strcmp0 (type, "text") == 0)
    kontor_model_reader_add_text (reader, kontor_json_get_text (block, "text"));
  if (g_strcmp0 (type, "tool_use") != 0)
    return TRUE;

  return kontor_model_reader_call (reader, kontor_json_get_int (event, "index", 0),
                                   kontor_json_get_text (block, "id"),
                                   kontor_json_get_text (block, "name"), NULL, error);
}

static void
read_delta (KontorModelReader *reader, JsonObject *event)
{
  JsonObject *delta = kontor_json_get_object (event, "delta");
  const char *type = kontor_json_get_text (delta, "type");

  if (g_strcmp0 (type, "text_delta") == 0)
    kontor_model_reader_add_text (reader, kontor_json_get_text (delta, "text"));
  else if (g_strcmp0 (type, "input_json_delta") == 0)
    kontor_model_reader_add_arguments (reader, kontor_json_get_int (event, "index", 0),
                                       kontor_json_get_text (delta, "partial_json"));
}

/* Events of other types come and will come: they are let go. */
static gboolean
read_event (KontorModelReader *reader, JsonObject *event, GError **error)
{
  const char *type = kontor_json_get_text (event, "type");
  const char *reason;

  if (g_strcmp0 (type, "message_start") == 0)
    read_usage (reader, kontor_json_get_object (kontor_json_get_object (event, "message"),
                                                "usage"));
  else if (g_strcmp0 (type, "content_block_start") == 0)
    return read_start (reader, event, error);
  else if (g_strcmp0 (type, "content_block_delta") == 0)
    read_delta (reader, event);
  else if (g_strcmp0 (type, "message_delta") == 0)
    {
      reason = kontor_json_get_text (kontor_json_get_object (event, "delta"), "stop_reason");
      if (reason != NULL)
        kontor_model_reader_set_finish (reader, read_finish (reason));
      read_usage (reader, kontor_json_get_object (event, "usage"));
    }
  else if (g_strcmp0 (type, "message_stop") == 0)
    kontor_model_reader_set_done (reader);

  return TRUE;
}

/* The spend limit comes as any other 429, and an empty account as any other 400. */
static void
judge (JsonObject *answer, KontorModelVerdict *verdict)
{
  static const struct { const char *name; KontorError code; } all[] = {
    { "authentication_error", KONTOR_ERROR_NOT_LINKED },
    { "permission_error", KONTOR_ERROR_NOT_LINKED },
    { "billing_error", KONTOR_ERROR_NOT_ALLOWED },
    { "not_found_error", KONTOR_ERROR_NOT_FOUND },
    { "invalid_request_error", KONTOR_ERROR_BAD_INPUT },
    { "request_too_large", KONTOR_ERROR_BAD_INPUT },
    { "rate_limit_error", KONTOR_ERROR_TRY_LATER },
    { "overloaded_error", KONTOR_ERROR_TRY_LATER },
    { "timeout_error", KONTOR_ERROR_TRY_LATER },
    { "api_error", KONTOR_ERROR_TRY_LATER },
  };
  JsonObject *told = kontor_json_get_object (answer, "error");
  const char *type = kontor_json_get_text (told, "type");
  const char *code = kontor_json_get_text (kontor_json_get_object (told, "details"),
                                           "error_code");

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (type, all[i].name) == 0)
      verdict->code = all[i].code;
  if (g_strcmp0 (code, "enforced_spend_limit_reached") == 0 ||
      (verdict->code == KONTOR_ERROR_BAD_INPUT && verdict->text != NULL &&
       strstr (verdict->text, "credit balance") != NULL))
    verdict->code = KONTOR_ERROR_NOT_ALLOWED;
}

const KontorModel kontor_anthropic_model = {
  .name = "anthropic",
  .title = "Anthropic",
  .base = "https://api.anthropic.com/v1",
  .form_is_tool = TRUE,
  .write = write_request,
  .read = read_event,
  .judge = judge,
};
