/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streams as the vendors document them, and as smaller servers bend them: the same answer, however
 * the bytes were cut. */
#include "tests/assistant/model-words.h"

#define CHUNK(choice) "data: {\"object\":\"chat.completion.chunk\",\"choices\":[" choice "]}\n\n"
#define DELTA(delta) CHUNK ("{\"index\":0,\"delta\":{" delta "},\"finish_reason\":null}")
#define END(reason) CHUNK ("{\"index\":0,\"delta\":{},\"finish_reason\":\"" reason "\"}")
#define DONE "data: [DONE]\n\n"
#define BILL "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":5," \
  "\"prompt_tokens_details\":{\"cached_tokens\":4}}}\n\n"

#define EVENT(type, rest) "event: " type "\ndata: {\"type\":\"" type "\"" rest "}\n\n"
#define START EVENT ("message_start", ",\"message\":{\"usage\":{\"input_tokens\":7," \
                     "\"cache_creation_input_tokens\":2,\"cache_read_input_tokens\":3," \
                     "\"output_tokens\":1}}")
#define TEXT_BLOCK EVENT ("content_block_start", ",\"index\":0,\"content_block\":{\"type\":" \
                          "\"text\",\"text\":\"\"}")
#define TEXT_DELTA(text) EVENT ("content_block_delta", ",\"index\":0,\"delta\":{\"type\":" \
                                "\"text_delta\",\"text\":\"" text "\"}")
#define TOOL_BLOCK(name) EVENT ("content_block_start", ",\"index\":1,\"content_block\":{" \
                                "\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"" name "\"," \
                                "\"input\":{}}")
#define TOOL_DELTA(json) EVENT ("content_block_delta", ",\"index\":1,\"delta\":{\"type\":" \
                                "\"input_json_delta\",\"partial_json\":\"" json "\"}")
#define STOP(reason) EVENT ("message_delta", ",\"delta\":{\"stop_reason\":\"" reason "\"}," \
                            "\"usage\":{\"output_tokens\":9}") EVENT ("message_stop", "")

#define PIECE(parts, rest) "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" \
  parts "]}" rest "}]}\r\n\r\n"
#define GOOGLE_BILL "data: {\"usageMetadata\":{\"promptTokenCount\":10," \
  "\"toolUsePromptTokenCount\":1,\"candidatesTokenCount\":4,\"thoughtsTokenCount\":3," \
  "\"cachedContentTokenCount\":6}}\r\n\r\n"

typedef struct {
  const char        *name, *model, *stream;
  const char        *text, *calls;
  gint64             in, out, cached;   /* in −1: usage was not said */
  KontorModelFinish  finish;
  gboolean           form;
} Case;

static const Case cases[] = {
  { "openai-says-a-text", "openai",
    DELTA ("\"role\":\"assistant\",\"content\":\"\"") DELTA ("\"content\":\"Good \"")
    DELTA ("\"content\":\"Grüße 👍\"") END ("stop") BILL DONE,
    "Good Grüße 👍", "", 12, 5, 4, KONTOR_MODEL_STOPPED },
  { "openai-calls-two-tools-piece-by-piece", "openai",
    DELTA ("\"content\":null,\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\","
           "\"function\":{\"name\":\"prices\",\"arguments\":\"\"}}]")
    DELTA ("\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"day\\\":\"}}]")
    DELTA ("\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"hours\"}}]")
    DELTA ("\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"x\\\"}\"}}]")
    END ("tool_calls") DONE,
    "", "a prices {\"day\":\"x\"};b hours {};", -1, 0, 0, KONTOR_MODEL_CALLS },
  { "openai-without-done-usage-and-blank-line", "openai",
    ": ping\r\n\r\n" "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\r\n\r\n"
    "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}",
    "Hi", "", -1, 0, 0, KONTOR_MODEL_STOPPED },
  { "openai-without-a-reason-of-the-end", "openai",
    DELTA ("\"content\":\"Hi\"") "data: [DONE]\n",
    "Hi", "", -1, 0, 0, KONTOR_MODEL_STOPPED },
  { "openai-calls-without-index-and-id", "openai",
    DELTA ("\"tool_calls\":[{\"function\":{\"name\":\"prices\",\"arguments\":\"{\"}}]")
    DELTA ("\"tool_calls\":[{\"function\":{\"arguments\":\"}\"}}]") END ("stop"),
    "", "call_1 prices {};", -1, 0, 0, KONTOR_MODEL_CALLS },
  { "openai-gives-arguments-as-an-object", "openai",
    DELTA ("\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"prices\","
           "\"arguments\":{\"day\":1}}}]") END ("stop"),
    "", "a prices {\"day\":1};", -1, 0, 0, KONTOR_MODEL_CALLS },
  { "openai-is-cut-at-the-most-tokens", "openai", DELTA ("\"content\":\"It co\"") END ("length"),
    "It co", "", -1, 0, 0, KONTOR_MODEL_CUT },
  { "openai-refuses", "openai", DELTA ("\"refusal\":\"I may not.\"") END ("stop") BILL DONE,
    "I may not.", "", 12, 5, 4, KONTOR_MODEL_FILTERED },
  { "openai-answers-whole", "openai",
    " {\"choices\":[{\"message\":{\"content\":\"Hi\",\"tool_calls\":[{\"id\":\"a\",\"function\":{"
    "\"name\":\"x\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\"}],\"usage\":{"
    "\"prompt_tokens\":1,\"completion_tokens\":2}}\n",
    "Hi", "a x {};", 1, 2, 0, KONTOR_MODEL_CALLS },
  { "openai-says-nonsense-numbers", "openai",
    END ("stop") "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":-5,\"completion_tokens\":"
    "9000000000000}}\n\n" DONE,
    "", "", 0, G_MAXINT32, 0, KONTOR_MODEL_STOPPED },
  { "anthropic-says-a-text", "anthropic",
    START TEXT_BLOCK EVENT ("ping", "") TEXT_DELTA ("Good ") TEXT_DELTA ("Grüße 👍")
    EVENT ("content_block_stop", ",\"index\":0") STOP ("end_turn"),
    "Good Grüße 👍", "", 12, 9, 3, KONTOR_MODEL_STOPPED },
  { "anthropic-thinks-says-and-calls", "anthropic",
    START EVENT ("content_block_delta", ",\"index\":0,\"delta\":{\"type\":\"thinking_delta\","
                 "\"thinking\":\"hm\"}") TEXT_DELTA ("I look.") TOOL_BLOCK ("prices")
    TOOL_DELTA ("{\\\"day\\\":") TOOL_DELTA ("\\\"x\\\"}") STOP ("tool_use"),
    "I look.", "t1 prices {\"day\":\"x\"};", 12, 9, 3, KONTOR_MODEL_CALLS },
  { "anthropic-gives-the-form-as-text", "anthropic",
    START TOOL_BLOCK ("answer") TOOL_DELTA ("{\\\"day\\\":") TOOL_DELTA ("\\\"x\\\"}")
    STOP ("tool_use"),
    "{\"day\":\"x\"}", "", 12, 9, 3, KONTOR_MODEL_STOPPED, TRUE },
  { "anthropic-refuses", "anthropic", START STOP ("refusal"), "", "", 12, 9, 3,
    KONTOR_MODEL_FILTERED },
  { "anthropic-ends-for-a-new-reason", "anthropic", START STOP ("pause_turn"), "", "", 12, 9, 3,
    KONTOR_MODEL_OTHERWISE },
  { "anthropic-without-usage-and-last-word", "anthropic",
    TEXT_DELTA ("Hi") EVENT ("message_delta", ",\"delta\":{\"stop_reason\":\"end_turn\"}"),
    "Hi", "", -1, 0, 0, KONTOR_MODEL_STOPPED },
  { "gemini-says-a-text", "gemini",
    PIECE ("{\"text\":\"hm\",\"thought\":true},{\"text\":\"Good \"}", "")
    PIECE ("{\"text\":\"Grüße 👍\"}", ",\"finishReason\":\"STOP\"") GOOGLE_BILL,
    "Good Grüße 👍", "", 11, 7, 6, KONTOR_MODEL_STOPPED },
  { "gemini-calls-two-tools", "gemini",
    PIECE ("{\"functionCall\":{\"name\":\"prices\",\"args\":{\"day\":\"x\"}},"
           "\"thoughtSignature\":\"s\"},{\"functionCall\":{\"id\":\"g2\",\"name\":\"hours\"}}",
           ",\"finishReason\":\"STOP\""),
    "", "call_1 prices {\"day\":\"x\"} s;g2 hours {};", -1, 0, 0, KONTOR_MODEL_CALLS },
  { "gemini-blocks-what-was-asked", "gemini",
    "data: {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}\n\n", "", "", -1, 0, 0,
    KONTOR_MODEL_FILTERED },
  { "gemini-is-cut-at-the-most-tokens", "gemini",
    PIECE ("{\"text\":\"It co\"}", ",\"finishReason\":\"MAX_TOKENS\""), "It co", "", -1, 0, 0,
    KONTOR_MODEL_CUT },
};

static char *
tell_calls (GPtrArray *calls)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < calls->len; i++)
    {
      const KontorModelCall *call = calls->pdata[i];

      g_assert_null (call->fault);
      g_string_append_printf (told, "%s %s %s%s%s;", call->id, call->name, call->arguments,
                              call->signature != NULL ? " " : "",
                              call->signature != NULL ? call->signature : "");
    }

  return g_string_free (told, FALSE);
}

static void
test_case (gconstpointer data)
{
  static const gsize steps[] = { 1, 2, 3, 7, 64, G_MAXINT };
  const Case *one = data;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorModelAnswer) answer = words_read (one->model, one->stream,
                                                        strlen (one->stream), steps[i],
                                                        one->form, &error);
      g_autofree char *calls = NULL;

      g_assert_no_error (error);
      calls = tell_calls (answer->calls);
      g_assert_cmpstr (answer->text, ==, one->text);
      g_assert_cmpstr (calls, ==, one->calls);
      g_assert_true (answer->usage.known == (one->in >= 0));
      g_assert_cmpint (answer->usage.in, ==, MAX (one->in, 0));
      g_assert_cmpint (answer->usage.out, ==, one->out);
      g_assert_cmpint (answer->usage.cached, ==, one->cached);
      g_assert_cmpint (answer->finish, ==, one->finish);
    }
}

static void
test_an_answer_goes_into_the_history_as_it_came (void)
{
  const Case *one = &cases[1];
  g_autoptr(KontorModelAnswer) answer = words_read (one->model, one->stream,
                                                    strlen (one->stream), 5, FALSE, NULL);
  g_autoptr(KontorModelAnswer) copy = kontor_model_answer_copy (answer);
  g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
  KontorModelSaid *said = kontor_model_request_add_answer (request, copy);
  g_autofree char *calls = NULL;

  g_clear_pointer (&answer, kontor_model_answer_free);
  calls = tell_calls (said->calls);
  g_assert_cmpstr (calls, ==, one->calls);
  g_assert_cmpint (said->role, ==, KONTOR_MODEL_ASSISTANT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model-read/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/model-read/an-answer-goes-into-the-history-as-it-came",
                   test_an_answer_goes_into_the_history_as_it_came);

  return g_test_run ();
}
