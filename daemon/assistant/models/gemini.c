/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gemini.c — Google's generateContent. Each event is a whole answer with a piece of content; a call
 * comes in one piece. There is no last word: the reason of the end is it. Schemas are the subset of
 * OpenAPI's that it takes; what it does not know it refuses, so only that is handed on. */
#include "assistant/models/model.h"

#include <math.h>
#include <string.h>

#include "assistant/models/reader.h"
#include "model/json.h"

static JsonObject *write_schema (JsonObject *form);

/* "string" or ["string","null"]: its name, and whether it may be null. */
static void
write_type (JsonObject *schema, JsonNode *type)
{
  const char *name = JSON_NODE_HOLDS_VALUE (type) ? json_node_get_string (type) : NULL;
  JsonArray *several = JSON_NODE_HOLDS_ARRAY (type) ? json_node_get_array (type) : NULL;
  g_autofree char *upper = NULL;

  for (guint i = 0; i < kontor_json_get_length (several); i++)
    {
      JsonNode *node = json_array_get_element (several, i);
      const char *one = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (g_strcmp0 (one, "null") == 0)
        json_object_set_boolean_member (schema, "nullable", TRUE);
      else
        name = one;
    }
  upper = name != NULL ? g_ascii_strup (name, -1) : NULL;
  if (upper != NULL)
    json_object_set_string_member (schema, "type", upper);
}

static JsonObject *
write_members (JsonObject *members)
{
  JsonObject *written = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (JSON_NODE_HOLDS_OBJECT (node))
      json_object_set_object_member (written, name, write_schema (json_node_get_object (node)));

  return written;
}

static JsonObject *
write_schema (JsonObject *form)
{
  static const char *const same[] = { "title", "description", "enum", "required", "minItems",
                                      "maxItems", "minimum", "maximum", "minLength",
                                      "maxLength", "nullable" };
  JsonObject *schema = json_object_new ();
  JsonObject *members = kontor_json_get_object (form, "properties");
  JsonObject *items = kontor_json_get_object (form, "items");
  JsonNode *type = json_object_get_member (form, "type");

  if (type != NULL)
    write_type (schema, type);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (json_object_has_member (form, same[i]))
      json_object_set_member (schema, same[i],
                              json_node_copy (json_object_get_member (form, same[i])));
  if (g_strcmp0 (kontor_json_get_text (form, "format"), "date-time") == 0)
    json_object_set_string_member (schema, "format", "date-time");
  if (members != NULL)
    json_object_set_object_member (schema, "properties", write_members (members));
  if (items != NULL)
    json_object_set_object_member (schema, "items", write_schema (items));

  return schema;
}

static JsonObject *
add_part (JsonArray *parts)
{
  JsonObject *part = json_object_new ();

  json_array_add_object_element (parts, part);

  return part;
}

static void
add_text (JsonArray *parts, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (add_part (parts), "text", text);
}

static JsonNode *
read_object (const char *text)
{
  g_autoptr(JsonNode) root = kontor_json_parse (text, strlen (text), NULL);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? g_steal_pointer (&root) : NULL;
}

static void
add_calls (JsonArray *parts, GPtrArray *calls)
{
  for (guint i = 0; calls != NULL && i < calls->len; i++)
    {
      const KontorModelCall *call = calls->pdata[i];
      JsonObject *part = add_part (parts), *function = json_object_new ();
      JsonNode *arguments = read_object (call->arguments);

      json_object_set_string_member (function, "id", call->id);
      json_object_set_string_member (function, "name", call->name);
      if (arguments != NULL)
        json_object_set_member (function, "args", arguments);
      json_object_set_object_member (part, "functionCall", function);
      if (call->signature != NULL)
        json_object_set_string_member (part, "thoughtSignature", call->signature);
    }
}

/* A result is an object here: what is none is put into one. */
static void
add_result (JsonArray *parts, const KontorModelSaid *said)
{
  JsonObject *function = json_object_new ();
  const char *text = said->text != NULL ? said->text : "";
  JsonNode *result = read_object (text);

  if (result == NULL)
    {
      JsonObject *wrapped = json_object_new ();

      json_object_set_string_member (wrapped, said->failed ? "error" : "result", text);
      result = json_node_init_object (json_node_alloc (), wrapped);
      json_object_unref (wrapped);
    }
  json_object_set_string_member (function, "id", said->call_id);
  json_object_set_string_member (function, "name", said->call_name);
  json_object_set_member (function, "response", result);
  json_object_set_object_member (add_part (parts), "functionResponse", function);
}

static void
add_said (JsonArray *parts, const KontorModelSaid *said)
{
  if (said->role == KONTOR_MODEL_TOOL)
    add_result (parts, said);
  else
    add_text (parts, said->text);
  add_calls (parts, said->calls);
}

static JsonArray *
write_tools (GPtrArray *tools)
{
  JsonArray *list = json_array_new (), *functions = json_array_new ();
  JsonObject *one = json_object_new ();

  for (guint i = 0; i < tools->len; i++)
    {
      const KontorModelTool *tool = tools->pdata[i];
      JsonObject *form = json_node_get_object (tool->form), *function = json_object_new ();

      json_object_set_string_member (function, "name", tool->name);
      json_object_set_string_member (function, "description", tool->description);
      /* An object without members is refused; no schema says the same. */
      if (kontor_json_get_object (form, "properties") != NULL &&
          json_object_get_size (kontor_json_get_object (form, "properties")) > 0)
        json_object_set_object_member (function, "parameters", write_schema (form));
      json_array_add_object_element (functions, function);
    }
  json_object_set_array_member (one, "functionDeclarations", functions);
  json_array_add_object_element (list, one);

  return list;
}

static JsonObject *
write_settings (const KontorModelRequest *request)
{
  JsonObject *settings = json_object_new ();

  if (request->temperature_milli >= 0)
    json_object_set_double_member (settings, "temperature", request->temperature_milli / 1000.0);
  if (request->max_tokens > 0)
    json_object_set_int_member (settings, "maxOutputTokens", request->max_tokens);
  if (request->form != NULL)
    {
      json_object_set_string_member (settings, "responseMimeType", "application/json");
      json_object_set_object_member (settings, "responseSchema",
                                     write_schema (json_node_get_object (request->form)));
    }

  return settings;
}

static JsonObject *
write_request (const KontorModelRequest *request, const KontorModelTarget *target,
               KontorModelLetter *letter)
{
  const char *name = g_str_has_prefix (target->model, "models/") ? target->model + 7
                                                                  : target->model;
  g_autofree char *escaped = g_uri_escape_string (name, NULL, FALSE);
  JsonObject *body = json_object_new (), *settings = write_settings (request);

  letter->url = g_strdup_printf ("%s/models/%s:streamGenerateContent?alt=sse", target->base,
                                 escaped);
  if (target->key != NULL)
    kontor_model_letter_set_header (letter, "x-goog-api-key", target->key);
  if (request->system != NULL && *request->system != '\0')
    {
      JsonObject *system = json_object_new ();
      JsonArray *parts = json_array_new ();

      add_text (parts, request->system);
      json_object_set_array_member (system, "parts", parts);
      json_object_set_object_member (body, "systemInstruction", system);
    }
  json_object_set_array_member (body, "contents",
                                kontor_model_write_sides (request->said, "model", "parts",
                                                          add_said));
  if (request->tools->len > 0)
    json_object_set_array_member (body, "tools", write_tools (request->tools));
  if (json_object_get_size (settings) > 0)
    json_object_set_object_member (body, "generationConfig", settings);
  else
    json_object_unref (settings);

  return body;
}

static KontorModelFinish
read_finish (const char *reason)
{
  static const struct { const char *name; KontorModelFinish finish; } all[] = {
    { "STOP", KONTOR_MODEL_STOPPED },          { "MAX_TOKENS", KONTOR_MODEL_CUT },
    { "SAFETY", KONTOR_MODEL_FILTERED },       { "RECITATION", KONTOR_MODEL_FILTERED },
    { "BLOCKLIST", KONTOR_MODEL_FILTERED },    { "PROHIBITED_CONTENT", KONTOR_MODEL_FILTERED },
    { "SPII", KONTOR_MODEL_FILTERED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i].name, reason))
      return all[i].finish;

  return KONTOR_MODEL_OTHERWISE;
}

static gboolean
read_call (KontorModelReader *reader, JsonObject *part, JsonObject *function, GError **error)
{
  gint64 index = kontor_model_reader_count_calls (reader);
  JsonObject *arguments = kontor_json_get_object (function, "args");

  if (!kontor_model_reader_call (reader, index, kontor_json_get_text (function, "id"),
                                 kontor_json_get_text (function, "name"),
                                 kontor_json_get_text (part, "thoughtSignature"), error))
    return FALSE;
  if (arguments != NULL)
    {
      g_autofree char *text = kontor_json_take_text (json_object_ref (arguments));

      kontor_model_reader_add_arguments (reader, index, text);
    }
  else if (json_object_has_member (function, "args"))
    kontor_model_reader_add_arguments (reader, index, "null");

  return TRUE;
}

static gboolean
read_parts (KontorModelReader *reader, JsonArray *parts, GError **error)
{
  for (guint i = 0; i < kontor_json_get_length (parts); i++)
    {
      JsonObject *part = kontor_json_get_nth (parts, i);
      JsonObject *function = kontor_json_get_object (part, "functionCall");

      if (part == NULL)
        continue;
      if (!kontor_json_get_yes (part, "thought"))
        kontor_model_reader_add_text (reader, kontor_json_get_text (part, "text"));
      if (function != NULL && !read_call (reader, part, function, error))
        return FALSE;
    }

  return TRUE;
}

static void
read_usage (KontorModelReader *reader, JsonObject *usage)
{
  KontorModelUsage *told = kontor_model_reader_get_usage (reader);

  if (usage == NULL)
    return;
  told->known = TRUE;
  told->in = kontor_model_read_count (usage, "promptTokenCount") +
             kontor_model_read_count (usage, "toolUsePromptTokenCount");
  told->out = kontor_model_read_count (usage, "candidatesTokenCount") +
              kontor_model_read_count (usage, "thoughtsTokenCount");
  told->cached = MIN (kontor_model_read_count (usage, "cachedContentTokenCount"), told->in);
}

static gboolean
read_event (KontorModelReader *reader, JsonObject *event, GError **error)
{
  JsonArray *candidates = kontor_json_get_array (event, "candidates");
  JsonObject *first = kontor_json_get_length (candidates) > 0
                      ? kontor_json_get_nth (candidates, 0) : NULL;
  JsonObject *content = kontor_json_get_object (first, "content");
  const char *reason = kontor_json_get_text (first, "finishReason");

  read_usage (reader, kontor_json_get_object (event, "usageMetadata"));
  if (kontor_json_get_text (kontor_json_get_object (event, "promptFeedback"),
                            "blockReason") != NULL)
    kontor_model_reader_set_finish (reader, KONTOR_MODEL_FILTERED);
  if (reason != NULL)
    kontor_model_reader_set_finish (reader, read_finish (reason));

  return read_parts (reader, kontor_json_get_array (content, "parts"), error);
}

/* "17s" or "0.5s" */
static gint64
read_delay (const char *text)
{
  double seconds = text != NULL ? g_ascii_strtod (text, NULL) : 0;

  return isfinite (seconds) && seconds > 0 ? (gint64) (MIN (seconds, 1e9) * 1000) : 0;
}

/* A minute's quota comes back by itself; a day's is a reason to ask somebody else. */
static gboolean
is_over_for_today (JsonObject *detail)
{
  JsonArray *all = kontor_json_get_array (detail, "violations");

  for (guint i = 0; i < kontor_json_get_length (all); i++)
    {
      const char *id = kontor_json_get_text (kontor_json_get_nth (all, i), "quotaId");

      if (id != NULL && strstr (id, "PerDay") != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
judge_details (JsonArray *details, KontorModelVerdict *verdict)
{
  for (guint i = 0; i < kontor_json_get_length (details); i++)
    {
      JsonObject *detail = kontor_json_get_nth (details, i);
      gint64 wait_ms = read_delay (kontor_json_get_text (detail, "retryDelay"));

      if (wait_ms > 0)
        verdict->wait_ms = wait_ms;
      if (is_over_for_today (detail))
        verdict->code = KONTOR_ERROR_NOT_ALLOWED;
      if (g_strcmp0 (kontor_json_get_text (detail, "reason"), "API_KEY_INVALID") == 0)
        verdict->code = KONTOR_ERROR_NOT_LINKED;
    }
}

static void
judge (JsonObject *answer, KontorModelVerdict *verdict)
{
  static const struct { const char *name; KontorError code; } all[] = {
    { "RESOURCE_EXHAUSTED", KONTOR_ERROR_TRY_LATER },
    { "UNAVAILABLE", KONTOR_ERROR_TRY_LATER },
    { "INTERNAL", KONTOR_ERROR_TRY_LATER },
    { "DEADLINE_EXCEEDED", KONTOR_ERROR_TRY_LATER },
    { "UNAUTHENTICATED", KONTOR_ERROR_NOT_LINKED },
    { "PERMISSION_DENIED", KONTOR_ERROR_NOT_LINKED },
    { "NOT_FOUND", KONTOR_ERROR_NOT_FOUND },
    { "INVALID_ARGUMENT", KONTOR_ERROR_BAD_INPUT },
    { "FAILED_PRECONDITION", KONTOR_ERROR_NOT_ALLOWED },
  };
  JsonObject *told = kontor_json_get_object (answer, "error");
  const char *status = kontor_json_get_text (told, "status");

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (status, all[i].name) == 0)
      verdict->code = all[i].code;
  judge_details (kontor_json_get_array (told, "details"), verdict);
}

const KontorModel kontor_gemini_model = {
  .name = "gemini",
  .title = "Gemini",
  .base = "https://generativelanguage.googleapis.com/v1beta",
  .write = write_request,
  .read = read_event,
  .judge = judge,
};
