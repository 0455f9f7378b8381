/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes out, letter by letter, to each family. */
#include "tests/assistant/model-words.h"

#define SCHEMA "{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\"," \
  "\"format\":\"date\"}},\"required\":[\"day\"],\"additionalProperties\":false}"

static KontorModelLetter *
write_to (const char *model, const KontorModelRequest *request, const char *base, const char *key)
{
  const KontorModelTarget target = { base, "m 1", key };
  g_autoptr(GError) error = NULL;
  KontorModelLetter *letter = kontor_model_write (kontor_model_find (model), request, &target,
                                                  &error);

  g_assert_no_error (error);

  return letter;
}

static void
says (const KontorModelLetter *letter, const char *body)
{
  gsize size;
  const char *bytes = g_bytes_get_data (letter->body, &size);
  g_autofree char *text = g_strndup (bytes, size);

  g_assert_cmpstr (text, ==, body);
}

static void
has_header (const KontorModelLetter *letter, const char *name, const char *value)
{
  for (guint i = 0; i < letter->headers->len; i += 2)
    if (g_str_equal (letter->headers->pdata[i], name))
      {
        g_assert_cmpstr (letter->headers->pdata[i + 1], ==, value);
        return;
      }
  g_error ("there is no %s", name);
}

static void
test_openai_is_asked_by_chat_completions (void)
{
  g_autoptr(KontorModelRequest) request = words_request ();
  g_autoptr(KontorModelLetter) letter = write_to ("openai", request, "http://x/v1", "k");

  g_assert_cmpstr (letter->url, ==, "http://x/v1/chat/completions");
  has_header (letter, "Authorization", "Bearer k");
  says (letter, "{\"model\":\"m 1\",\"messages\":["
        "{\"role\":\"system\",\"content\":\"Be brief.\"},"
        "{\"role\":\"user\",\"content\":\"How much?\"},"
        "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":"
        "\"function\",\"function\":{\"name\":\"prices\",\"arguments\":"
        "\"{\\\"day\\\":\\\"2026-11-21\\\"}\"}}]},"
        "{\"role\":\"tool\",\"content\":\"{\\\"minor\\\":4500}\",\"tool_call_id\":\"c1\"},"
        "{\"role\":\"user\",\"content\":\"And tomorrow?\"}],"
        "\"stream\":true,\"stream_options\":{\"include_usage\":true},"
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"prices\",\"description\":"
        "\"What things cost.\",\"parameters\":" SCHEMA "}}],"
        "\"temperature\":0.20000000000000001,\"max_tokens\":300}");
}

static void
test_openai_itself_knows_the_new_name_of_the_most_tokens (void)
{
  g_autoptr(KontorModelRequest) request = words_request ();
  g_autoptr(KontorModelLetter) letter = write_to ("openai", request,
                                                  kontor_model_find ("openai")->base, "k");
  const char *body = g_bytes_get_data (letter->body, NULL);

  g_assert_nonnull (strstr (body, "\"max_completion_tokens\":300"));
  g_assert_null (strstr (body, "\"max_tokens\""));
}

static void
test_openai_takes_a_form_as_strict_only_where_it_is_closed (void)
{
  static const struct { const char *form; gboolean strict; } all[] = {
    { FORM, TRUE },
    { "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},"
      "\"additionalProperties\":false,\"required\":[]}", FALSE },
    { "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},"
      "\"required\":[\"a\"]}", FALSE },
    { "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"object\",\"properties\":{\"b\":"
      "{}},\"required\":[]}},\"required\":[\"a\"],\"additionalProperties\":false}", FALSE },
    { "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"type\":"
      "\"object\",\"properties\":{\"b\":{}}}}},\"required\":[\"a\"],"
      "\"additionalProperties\":false}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
      g_autoptr(KontorModelLetter) letter = NULL;
      const char *body;

      request->form = words_json (all[i].form);
      kontor_model_request_say (request, KONTOR_MODEL_USER, "hi");
      letter = write_to ("openai", request, "http://x", NULL);
      body = g_bytes_get_data (letter->body, NULL);
      g_assert_nonnull (strstr (body, "\"response_format\":{\"type\":\"json_schema\","
                                "\"json_schema\":{\"name\":\"answer\""));
      g_assert_true ((strstr (body, "\"strict\":true") != NULL) == all[i].strict);
      g_assert_null (strstr (body, "$schema"));
    }
}

static void
test_anthropic_is_asked_by_messages (void)
{
  g_autoptr(KontorModelRequest) request = words_request ();
  g_autoptr(KontorModelLetter) letter = write_to ("anthropic", request, "http://x/v1", "k");

  g_assert_cmpstr (letter->url, ==, "http://x/v1/messages");
  has_header (letter, "x-api-key", "k");
  has_header (letter, "anthropic-version", "2023-06-01");
  says (letter, "{\"model\":\"m 1\",\"max_tokens\":300,\"stream\":true,\"system\":\"Be brief.\","
        "\"messages\":["
        "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"How much?\"}]},"
        "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"c1\",\"name\":"
        "\"prices\",\"input\":{\"day\":\"2026-11-21\"}}]},"
        "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"c1\","
        "\"content\":\"{\\\"minor\\\":4500}\"},{\"type\":\"text\",\"text\":\"And tomorrow?\"}]}],"
        "\"temperature\":0.20000000000000001,"
        "\"tools\":[{\"name\":\"prices\",\"description\":\"What things cost.\",\"input_schema\":"
        SCHEMA "}]}");
}

static void
test_anthropic_is_told_the_most_tokens_always (void)
{
  g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
  g_autoptr(KontorModelLetter) letter = NULL;

  request->temperature_milli = 1500;
  kontor_model_request_say (request, KONTOR_MODEL_USER, "hi");
  letter = write_to ("anthropic", request, "http://x", NULL);
  says (letter, "{\"model\":\"m 1\",\"max_tokens\":1024,\"stream\":true,\"messages\":[{\"role\":"
        "\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}]}],\"temperature\":1.0}");
}

static void
test_anthropic_gets_a_form_as_a_tool_that_must_be_called (void)
{
  g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
  g_autoptr(KontorModelLetter) letter = NULL;

  request->form = words_json (FORM);
  kontor_model_request_say (request, KONTOR_MODEL_USER, "hi");
  letter = write_to ("anthropic", request, "http://x", NULL);
  says (letter, "{\"model\":\"m 1\",\"max_tokens\":1024,\"stream\":true,\"messages\":[{\"role\":"
        "\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}]}],"
        "\"tool_choice\":{\"type\":\"tool\",\"name\":\"answer\"},"
        "\"tools\":[{\"name\":\"answer\",\"description\":"
        "\"Gives the answer in the form that is wanted.\",\"input_schema\":" SCHEMA "}]}");
}

static void
test_gemini_is_asked_by_its_own_content (void)
{
  g_autoptr(KontorModelRequest) request = words_request ();
  g_autoptr(KontorModelLetter) letter = write_to ("gemini", request, "http://x/v1beta", "k");

  g_assert_cmpstr (letter->url, ==,
                   "http://x/v1beta/models/m%201:streamGenerateContent?alt=sse");
  has_header (letter, "x-goog-api-key", "k");
  says (letter, "{\"systemInstruction\":{\"parts\":[{\"text\":\"Be brief.\"}]},\"contents\":["
        "{\"role\":\"user\",\"parts\":[{\"text\":\"How much?\"}]},"
        "{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"id\":\"c1\",\"name\":\"prices\","
        "\"args\":{\"day\":\"2026-11-21\"}},\"thoughtSignature\":\"sig\"}]},"
        "{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"id\":\"c1\",\"name\":\"prices\","
        "\"response\":{\"minor\":4500}}},{\"text\":\"And tomorrow?\"}]}],"
        "\"tools\":[{\"functionDeclarations\":[{\"name\":\"prices\",\"description\":"
        "\"What things cost.\",\"parameters\":{\"type\":\"OBJECT\",\"required\":[\"day\"],"
        "\"properties\":{\"day\":{\"type\":\"STRING\"}}}}]}],"
        "\"generationConfig\":{\"temperature\":0.20000000000000001,\"maxOutputTokens\":300}}");
}

static void
test_gemini_gets_of_a_schema_what_it_knows (void)
{
  g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
  g_autoptr(KontorModelLetter) letter = NULL;

  request->form = words_json ("{\"type\":\"object\",\"$schema\":\"x\",\"properties\":{\"a\":{"
                              "\"type\":[\"integer\",\"null\"],\"pattern\":\"x\"},\"b\":{\"type\":"
                              "\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"y\"],"
                              "\"format\":\"date-time\"}}}}");
  kontor_model_request_say (request, KONTOR_MODEL_USER, "hi");
  letter = write_to ("gemini", request, "http://x", NULL);
  says (letter, "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}],"
        "\"generationConfig\":{\"responseMimeType\":\"application/json\",\"responseSchema\":{"
        "\"type\":\"OBJECT\",\"properties\":{\"a\":{\"nullable\":true,\"type\":\"INTEGER\"},"
        "\"b\":{\"type\":\"ARRAY\",\"items\":{\"type\":\"STRING\",\"enum\":[\"y\"],\"format\":"
        "\"date-time\"}}}}}}");
}

static void
test_a_key_with_a_line_end_is_refused (void)
{
  for (guint i = 0; kontor_models_get_all ()[i] != NULL; i++)
    {
      const KontorModelTarget target = { "http://x", "m", "key\r\nX-Evil: 1" };
      g_autoptr(KontorModelRequest) request = words_request ();
      g_autoptr(GError) error = NULL;

      g_assert_null (kontor_model_write (kontor_models_get_all ()[i], request, &target, &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      g_assert_null (strstr (error->message, "Evil"));
    }
}

static void
test_an_unknown_family_is_none (void)
{
  g_assert_null (kontor_model_find ("oracle"));
  g_assert_null (kontor_model_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model-write/openai-is-asked-by-chat-completions",
                   test_openai_is_asked_by_chat_completions);
  g_test_add_func ("/model-write/openai-itself-knows-the-new-name-of-the-most-tokens",
                   test_openai_itself_knows_the_new_name_of_the_most_tokens);
  g_test_add_func ("/model-write/openai-takes-a-form-as-strict-only-where-it-is-closed",
                   test_openai_takes_a_form_as_strict_only_where_it_is_closed);
  g_test_add_func ("/model-write/anthropic-is-asked-by-messages",
                   test_anthropic_is_asked_by_messages);
  g_test_add_func ("/model-write/anthropic-is-told-the-most-tokens-always",
                   test_anthropic_is_told_the_most_tokens_always);
  g_test_add_func ("/model-write/anthropic-gets-a-form-as-a-tool-that-must-be-called",
                   test_anthropic_gets_a_form_as_a_tool_that_must_be_called);
  g_test_add_func ("/model-write/gemini-is-asked-by-its-own-content",
                   test_gemini_is_asked_by_its_own_content);
  g_test_add_func ("/model-write/gemini-gets-of-a-schema-what-it-knows",
                   test_gemini_gets_of_a_schema_what_it_knows);
  g_test_add_func ("/model-write/a-key-with-a-line-end-is-refused",
                   test_a_key_with_a_line_end_is_refused);
  g_test_add_func ("/model-write/an-unknown-family-is-none", test_an_unknown_family_is_none);

  return g_test_run ();
}
