/* SPDX-License-Identifier: GPL-3.0-or-later */
/* openai.c — chat completions, as OpenAI has them and many servers after it (Ollama, llama.cpp,
 * vLLM, LM Studio). Those differ in what they leave out: usage, [DONE], the reason of the end, the
 * index or the id of a call; none of it is missed here as long as the answer is whole. */
#include "assistant/models/model.h"

#include "assistant/models/reader.h"
#include "model/json.h"

#define OWN_HOST "https://api.openai.com/"

static JsonArray *
write_calls (GPtrArray *calls)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < calls->len; i++)
    {
      const KontorModelCall *call = calls->pdata[i];
      JsonObject *one = json_object_new (), *function = json_object_new ();

      json_object_set_string_member (function, "name", call->name);
      json_object_set_string_member (function, "arguments", call->arguments);
      json_object_set_string_member (one, "id", call->id);
      json_object_set_string_member (one, "type", "function");
      json_object_set_object_member (one, "function", function);
      json_array_add_object_element (list, one);
    }

  return list;
}

static JsonObject *
write_said (const KontorModelSaid *said)
{
  static const char *const roles[] = { "user", "assistant", "tool" };
  JsonObject *message = json_object_new ();
  gboolean has_calls = said->calls != NULL && said->calls->len > 0;

  json_object_set_string_member (message, "role", roles[said->role]);
  if (has_calls && (said->text == NULL || *said->text == '\0'))
    json_object_set_null_member (message, "content");
  else
    json_object_set_string_member (message, "content", said->text != NULL ? said->text : "");
  if (has_calls)
    json_object_set_array_member (message, "tool_calls", write_calls (said->calls));
  if (said->role == KONTOR_MODEL_TOOL)
    json_object_set_string_member (message, "tool_call_id", said->call_id);

  return message;
}

static JsonArray *
write_messages (const KontorModelRequest *request)
{
  JsonArray *list = json_array_new ();

  if (request->system != NULL)
    {
      JsonObject *message = json_object_new ();

      json_object_set_string_member (message, "role", "system");
      json_object_set_string_member (message, "content", request->system);
      json_array_add_object_element (list, message);
    }
  for (guint i = 0; i < request->said->len; i++)
    if (!kontor_model_said_is_empty (request->said->pdata[i]))
      json_array_add_object_element (list, write_said (request->said->pdata[i]));

  return list;
}

static JsonArray *
write_tools (GPtrArray *tools)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < tools->len; i++)
    {
      const KontorModelTool *tool = tools->pdata[i];
      JsonObject *one = json_object_new (), *function = json_object_new ();

      json_object_set_string_member (function, "name", tool->name);
      json_object_set_string_member (function, "description", tool->description);
      json_object_set_object_member (function, "parameters", kontor_model_dup_form (tool->form));
      json_object_set_string_member (one, "type", "function");
      json_object_set_object_member (one, "function", function);
      json_array_add_object_element (list, one);
    }

  return list;
}

/* Strict forms must name every member as required and allow no others, all the way down. */
static gboolean
may_be_strict (JsonObject *form)
{
  JsonObject *members = kontor_json_get_object (form, "properties");
  JsonObject *items = kontor_json_get_object (form, "items");
  JsonArray *required = kontor_json_get_array (form, "required");
  g_autoptr(GList) values = members != NULL ? json_object_get_values (members) : NULL;
  JsonNode *others = json_object_get_member (form, "additionalProperties");
  gboolean is_closed = others != NULL && JSON_NODE_HOLDS_VALUE (others) &&
                       !json_node_get_boolean (others);

  if (members != NULL && (!is_closed || kontor_json_get_length (required) !=
                          json_object_get_size (members)))
    return FALSE;
  for (GList *at = values; at != NULL; at = at->next)
    if (!JSON_NODE_HOLDS_OBJECT (at->data) || !may_be_strict (json_node_get_object (at->data)))
      return FALSE;

  return items == NULL || may_be_strict (items);
}

static JsonObject *
write_form (JsonNode *form)
{
  JsonObject *format = json_object_new (), *named = json_object_new ();

  json_object_set_string_member (named, "name", KONTOR_MODEL_FORM_NAME);
  json_object_set_boolean_member (named, "strict", may_be_strict (json_node_get_object (form)));
  json_object_set_object_member (named, "schema", kontor_model_dup_form (form));
  json_object_set_string_member (format, "type", "json_schema");
  json_object_set_object_member (format, "json_schema", named);

  return format;
}

static JsonObject *
write_request (const KontorModelRequest *request, const KontorModelTarget *target,
               KontorModelLetter *letter)
{
  gboolean is_own = g_str_has_prefix (target->base, OWN_HOST);
  JsonObject *body = json_object_new (), *options = json_object_new ();

  letter->url = g_strconcat (target->base, "/chat/completions", NULL);
  if (target->key != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", target->key, NULL);

      kontor_model_letter_set_header (letter, "Authorization", bearer);
    }
  json_object_set_string_member (body, "model", target->model);
  json_object_set_array_member (body, "messages", write_messages (request));
  json_object_set_boolean_member (body, "stream", TRUE);
  json_object_set_boolean_member (options, "include_usage", TRUE);
  json_object_set_object_member (body, "stream_options", options);
  if (request->tools->len > 0)
    json_object_set_array_member (body, "tools", write_tools (request->tools));
  if (request->form != NULL)
    json_object_set_object_member (body, "response_format", write_form (request->form));
  if (request->temperature_milli >= 0)
    json_object_set_double_member (body, "temperature", request->temperature_milli / 1000.0);
  /* OpenAI's newer models refuse the old name, other servers do not know the new one. */
  if (request->max_tokens > 0)
    json_object_set_int_member (body, is_own ? "max_completion_tokens" : "max_tokens",
                                request->max_tokens);

  return body;
}

static KontorModelFinish
read_finish (const char *reason)
{
  static const struct { const char *name; KontorModelFinish finish; } all[] = {
    { "stop", KONTOR_MODEL_STOPPED },         { "tool_calls", KONTOR_MODEL_CALLS },
    { "function_call", KONTOR_MODEL_CALLS },  { "length", KONTOR_MODEL_CUT },
    { "content_filter", KONTOR_MODEL_FILTERED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i].name, reason))
      return all[i].finish;

  return KONTOR_MODEL_OTHERWISE;
}

/* Without an index: a piece with an id begins a call, one without goes on with the last. */
static gint64
find_index (KontorModelReader *reader, JsonObject *call)
{
  gint64 last = (gint64) kontor_model_reader_count_calls (reader) - 1;

  if (json_object_has_member (call, "index"))
    return kontor_json_get_int (call, "index", 0);

  return kontor_json_get_text (call, "id") != NULL || last < 0 ? last + 1 : last;
}

static gboolean
read_calls (KontorModelReader *reader, JsonArray *calls, GError **error)
{
  for (guint i = 0; i < kontor_json_get_length (calls); i++)
    {
      JsonObject *call = kontor_json_get_nth (calls, i);
      JsonObject *function = kontor_json_get_object (call, "function");
      JsonObject *arguments = kontor_json_get_object (function, "arguments");
      gint64 index;

      if (function == NULL)
        continue;
      index = find_index (reader, call);
      if (!kontor_model_reader_call (reader, index, kontor_json_get_text (call, "id"),
                                     kontor_json_get_text (function, "name"), NULL, error))
        return FALSE;
      if (arguments != NULL)
        {
          g_autofree char *text = kontor_json_take_text (json_object_ref (arguments));

          kontor_model_reader_add_arguments (reader, index, text);
        }
      else
        kontor_model_reader_add_arguments (reader, index,
                                           kontor_json_get_text (function, "arguments"));
    }

  return TRUE;
}

static void
read_usage (KontorModelReader *reader, JsonObject *usage)
{
  KontorModelUsage *told = kontor_model_reader_get_usage (reader);
  JsonObject *details = kontor_json_get_object (usage, "prompt_tokens_details");

  if (usage == NULL)
    return;
  told->known = TRUE;
  told->in = kontor_model_read_count (usage, "prompt_tokens");
  told->out = kontor_model_read_count (usage, "completion_tokens");
  told->cached = MIN (kontor_model_read_count (details, "cached_tokens"), told->in);
}

static gboolean
read_event (KontorModelReader *reader, JsonObject *event, GError **error)
{
  JsonArray *choices = kontor_json_get_array (event, "choices");
  JsonObject *choice = kontor_json_get_length (choices) > 0 ? kontor_json_get_nth (choices, 0)
                                                            : NULL;
  JsonObject *delta = kontor_json_get_object (choice, "delta");
  const char *reason = kontor_json_get_text (choice, "finish_reason");
  const char *refusal;

  if (delta == NULL)
    delta = kontor_json_get_object (choice, "message");
  refusal = kontor_json_get_text (delta, "refusal");
  kontor_model_reader_add_text (reader, kontor_json_get_text (delta, "content"));
  kontor_model_reader_add_text (reader, refusal);
  read_usage (reader, kontor_json_get_object (event, "usage"));
  if (reason != NULL && *reason != '\0')
    kontor_model_reader_set_finish (reader, read_finish (reason));
  if (refusal != NULL && *refusal != '\0')
    kontor_model_reader_set_finish (reader, KONTOR_MODEL_FILTERED);

  return read_calls (reader, kontor_json_get_array (delta, "tool_calls"), error);
}

static void
judge (JsonObject *answer, KontorModelVerdict *verdict)
{
  static const struct { const char *name; KontorError code; } all[] = {
    { "insufficient_quota", KONTOR_ERROR_NOT_ALLOWED },
    { "billing_hard_limit_reached", KONTOR_ERROR_NOT_ALLOWED },
    { "billing_not_active", KONTOR_ERROR_NOT_ALLOWED },
    { "rate_limit_exceeded", KONTOR_ERROR_TRY_LATER },
    { "invalid_api_key", KONTOR_ERROR_NOT_LINKED },
    { "model_not_found", KONTOR_ERROR_NOT_FOUND },
    { "context_length_exceeded", KONTOR_ERROR_BAD_INPUT },
    { "invalid_request_error", KONTOR_ERROR_BAD_INPUT },
  };
  JsonObject *told = kontor_json_get_object (answer, "error");
  const char *code = kontor_json_get_text (told, "code");
  const char *type = kontor_json_get_text (told, "type");

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (code, all[i].name) == 0)
      {
        verdict->code = all[i].code;
        return;
      }
  if (g_strcmp0 (type, "insufficient_quota") == 0)
    verdict->code = KONTOR_ERROR_NOT_ALLOWED;
}

const KontorModel kontor_openai_model = {
  .name = "openai",
  .title = "OpenAI",
  .base = "https://api.openai.com/v1",
  .write = write_request,
  .read = read_event,
  .judge = judge,
};
