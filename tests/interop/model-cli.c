/* SPDX-License-Identifier: GPL-3.0-or-later */
/* model-cli [--write] FAMILY BASE MODEL KEY < REQUEST: asks as the daemon does and prints what was
 * understood, or with --write only what would be sent. REQUEST: {"system", "said": [{"role",
 * "text", "calls": [{"id", "name", "arguments"}], "id", "name"}], "tools": [{"name",
 * "description", "form"}], "form", "temperature", "max", "currency", "in", "out"}. */
#include <stdio.h>
#include <string.h>

#include "assistant/models/ask.h"
#include "assistant/models/provider.h"
#include "model/json.h"

#define LIMIT_MS 20000
#define MOST_INPUT 1000000

static const char *const finishes[] = {
  [KONTOR_MODEL_UNSAID] = "unsaid", [KONTOR_MODEL_STOPPED] = "stopped",
  [KONTOR_MODEL_CALLS] = "calls", [KONTOR_MODEL_CUT] = "cut",
  [KONTOR_MODEL_FILTERED] = "filtered", [KONTOR_MODEL_OTHERWISE] = "otherwise",
};

static void
read_calls (KontorModelSaid *said, JsonArray *calls)
{
  said->calls = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_model_call_free);
  for (guint i = 0; i < kontor_json_get_length (calls); i++)
    {
      JsonObject *one = kontor_json_get_nth (calls, i);
      KontorModelCall *call = g_new0 (KontorModelCall, 1);

      call->id = g_strdup (kontor_json_get_text (one, "id"));
      call->name = g_strdup (kontor_json_get_text (one, "name"));
      call->arguments = g_strdup (kontor_json_get_text (one, "arguments"));
      g_ptr_array_add (said->calls, call);
    }
}

static void
read_said (KontorModelRequest *request, JsonObject *one)
{
  const char *role = kontor_json_get_text (one, "role");
  KontorModelRole as = g_strcmp0 (role, "assistant") == 0 ? KONTOR_MODEL_ASSISTANT
    : g_strcmp0 (role, "tool") == 0 ? KONTOR_MODEL_TOOL : KONTOR_MODEL_USER;
  KontorModelSaid *said = kontor_model_request_say (request, as,
                                                    kontor_json_get_text (one, "text"));

  said->call_id = g_strdup (kontor_json_get_text (one, "id"));
  said->call_name = g_strdup (kontor_json_get_text (one, "name"));
  if (kontor_json_get_array (one, "calls") != NULL)
    read_calls (said, kontor_json_get_array (one, "calls"));
}

static KontorModelRequest *
read_request (JsonObject *given)
{
  KontorModelRequest *request = kontor_model_request_new ();
  JsonArray *said = kontor_json_get_array (given, "said");
  JsonArray *tools = kontor_json_get_array (given, "tools");

  request->system = g_strdup (kontor_json_get_text (given, "system"));
  request->temperature_milli = (int) kontor_json_get_int (given, "temperature", -1);
  request->max_tokens = (int) kontor_json_get_int (given, "max", 0);
  if (json_object_has_member (given, "form"))
    request->form = json_object_dup_member (given, "form");
  for (guint i = 0; i < kontor_json_get_length (said); i++)
    read_said (request, kontor_json_get_nth (said, i));
  for (guint i = 0; i < kontor_json_get_length (tools); i++)
    {
      JsonObject *tool = kontor_json_get_nth (tools, i);

      kontor_model_request_offer (request, kontor_json_get_text (tool, "name"),
                                  kontor_json_get_text (tool, "description"),
                                  json_object_dup_member (tool, "form"));
    }

  return request;
}

static JsonArray *
tell_calls (GPtrArray *calls)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < calls->len; i++)
    {
      const KontorModelCall *call = calls->pdata[i];
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "name", call->name);
      json_object_set_member (one, "arguments", json_from_string (call->arguments, NULL));
      json_array_add_object_element (list, one);
    }

  return list;
}

static void
tell_cost (JsonObject *told, JsonObject *given, const KontorModelUsage *usage)
{
  const char *currency = kontor_json_get_text (given, "currency");
  KontorProvider provider = { 0 };

  if (currency == NULL)
    return;
  if (kontor_price_parse (kontor_json_get_text (given, "in"), currency, &provider.price_in_milli,
                          NULL) &&
      kontor_price_parse (kontor_json_get_text (given, "out"), currency,
                          &provider.price_out_milli, NULL))
    json_object_set_int_member (told, "nano", kontor_provider_count_cost (&provider, usage));
}

typedef struct {
  JsonObject *given, *told;
  gboolean    done;
} Run;

static void
on_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  KontorAskFacts facts;
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorModelAnswer) answer = kontor_model_ask_finish (KONTOR_HTTP (source), result,
                                                                 &facts, &error);

  run->done = TRUE;
  json_object_set_int_member (run->told, "wait", facts.wait_ms);
  json_object_set_int_member (run->told, "tokens-in", facts.usage.in);
  json_object_set_int_member (run->told, "tokens-out", facts.usage.out);
  if (answer == NULL)
    {
      json_object_set_int_member (run->told, "code", error->code);
      json_object_set_string_member (run->told, "error", error->message);
      return;
    }
  json_object_set_string_member (run->told, "text", answer->text);
  json_object_set_array_member (run->told, "calls", tell_calls (answer->calls));
  json_object_set_string_member (run->told, "finish", finishes[answer->finish]);
  tell_cost (run->told, run->given, &facts.usage);
}

static void
on_text (const char *text, gpointer data)
{
  (*(guint *) data)++;
}

static JsonObject *
ask (const KontorModel *model, const KontorModelRequest *request, const KontorModelLetter *letter,
     JsonObject *given)
{
  g_autoptr(KontorHttp) http = kontor_http_new_direct ();
  Run run = { given, json_object_new (), FALSE };
  guint pieces = 0;

  kontor_model_ask_async (http, model, request, letter, LIMIT_MS, on_text, &pieces, NULL,
                          on_asked, &run);
  while (!run.done)
    g_main_context_iteration (NULL, TRUE);
  json_object_set_int_member (run.told, "pieces", pieces);

  return run.told;
}

static JsonObject *
tell_letter (const KontorModelLetter *letter)
{
  JsonObject *told = json_object_new (), *headers = json_object_new ();

  for (guint i = 0; i < letter->headers->len; i += 2)
    json_object_set_string_member (headers, letter->headers->pdata[i],
                                   letter->headers->pdata[i + 1]);
  json_object_set_string_member (told, "url", letter->url);
  json_object_set_object_member (told, "headers", headers);
  json_object_set_string_member (told, "body", g_bytes_get_data (letter->body, NULL));

  return told;
}

int
main (int argc, char **argv)
{
  gboolean only_write = argc == 6 && g_str_equal (argv[1], "--write");
  char **words = argv + (only_write ? 2 : 1);
  g_autofree char *input = g_malloc0 (MOST_INPUT);
  gsize size = fread (input, 1, MOST_INPUT - 1, stdin);
  g_autoptr(JsonNode) root = kontor_json_parse (input, size, NULL);
  const KontorModel *model = argc >= 5 ? kontor_model_find (words[0]) : NULL;
  g_autoptr(KontorModelRequest) request = NULL;
  g_autoptr(KontorModelLetter) letter = NULL;
  g_autofree char *text = NULL;
  KontorModelTarget target;
  JsonObject *given;

  if (model == NULL || root == NULL)
    return 2;
  given = json_node_get_object (root);
  target = (KontorModelTarget) { words[1], words[2], words[3] };
  request = read_request (given);
  letter = kontor_model_write (model, request, &target, NULL);
  text = kontor_json_take_text (only_write ? tell_letter (letter)
                                           : ask (model, request, letter, given));
  printf ("%s\n", text);

  return 0;
}
