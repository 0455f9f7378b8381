/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with an answer has one clear outcome each; nothing is taken for an answer. */
#include "tests/assistant/model-words.h"

#define TEXT "data: {\"choices\":[{\"delta\":{\"content\":\"It costs 4\"}}]}\n\n"

typedef struct {
  const char  *name, *model, *stream;
  KontorError  code;
  const char  *words;
  gint64       wait_ms;
} Case;

static const Case cases[] = {
  { "nothing-at-all", "openai", "", KONTOR_ERROR_UNKNOWN, "half-way" },
  { "openai-stops-half-way", "openai", TEXT, KONTOR_ERROR_UNKNOWN, "half-way" },
  { "openai-stops-inside-an-event", "openai", TEXT "data: {\"choices\":[{\"del",
    KONTOR_ERROR_UNKNOWN, "half-way" },
  { "openai-stops-inside-a-whole-answer", "openai", "{\"choices\":[{\"mess",
    KONTOR_ERROR_UNKNOWN, "half-way" },
  { "anthropic-stops-half-way", "anthropic",
    "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"a\"}}"
    "\n\n", KONTOR_ERROR_UNKNOWN, "half-way" },
  { "gemini-stops-half-way", "gemini",
    "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]}}]}\n\n",
    KONTOR_ERROR_UNKNOWN, "half-way" },
  { "a-web-page-is-no-answer", "openai", "<html>\n<body>data: no</body>\n\n",
    KONTOR_ERROR_UNKNOWN, "half-way" },
  { "an-event-is-no-json", "openai", "data: {\"choices\":\n\n", KONTOR_ERROR_FAILED, "JSON" },
  { "an-event-is-no-object", "openai", "data: 7\n\n", KONTOR_ERROR_FAILED, "no JSON object" },
  { "an-event-is-no-utf-8", "openai",
    "data: {\"choices\":[{\"delta\":{\"content\":\"\xff\"}}]}\n\n", KONTOR_ERROR_FAILED,
    "UTF-8" },
  { "half-a-pair-is-no-letter", "openai",
    "data: {\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}\n\n", KONTOR_ERROR_FAILED, "" },
  { "a-call-without-a-name", "openai",
    "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":"
    "\"{}\"}}]},\"finish_reason\":\"tool_calls\"}]}\n\n", KONTOR_ERROR_FAILED,
    "without a name" },
  { "openai-fails-after-it-began", "openai",
    TEXT "data: {\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\"}}"
    "\n\n", KONTOR_ERROR_TRY_LATER, "The server had an error" },
  { "openai-is-out-of-money-after-it-began", "openai",
    TEXT "data: {\"error\":{\"message\":\"x\",\"code\":\"insufficient_quota\"}}\n\n",
    KONTOR_ERROR_NOT_ALLOWED, "billing" },
  { "anthropic-is-overloaded-after-it-began", "anthropic",
    "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
    "\"message\":\"Overloaded\"}}\n\n", KONTOR_ERROR_TRY_LATER, "Overloaded" },
  { "gemini-fails-after-it-began", "gemini",
    "data: {\"error\":{\"code\":429,\"message\":\"x\",\"status\":\"RESOURCE_EXHAUSTED\","
    "\"details\":[{\"@type\":\"RetryInfo\",\"retryDelay\":\"1.5s\"}]}}\n\n",
    KONTOR_ERROR_TRY_LATER, "busy", 1500 },
};

static void
test_case (gconstpointer data)
{
  static const gsize steps[] = { 1, 3, G_MAXINT };
  const Case *one = data;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (words_read (one->model, one->stream, strlen (one->stream), steps[i], FALSE,
                                 &error));
      g_assert_error (error, KONTOR_ERROR, (int) one->code);
      g_assert_nonnull (strstr (error->message, one->words));
    }
}

static void
test_arguments_that_are_broken_are_the_calls_fault (void)
{
  static const struct { const char *arguments, *words; } all[] = {
    { "{\\\"day\\\":", "JSON" }, { "[1]", "no JSON object" }, { "{\\\"a\\\":1}}", "JSON" },
    { "\\\"day\\\"", "no JSON object" }, { "{'day':1}", "JSON" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *stream = g_strdup_printf (
        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{"
        "\"name\":\"prices\",\"arguments\":\"%s\"}}]},\"finish_reason\":\"tool_calls\"}]}\n\n",
        all[i].arguments);
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorModelAnswer) answer = words_read ("openai", stream, strlen (stream), 9,
                                                        FALSE, &error);
      const KontorModelCall *call;

      g_assert_no_error (error);
      call = answer->calls->pdata[0];
      g_assert_cmpstr (call->arguments, ==, "{}");
      g_assert_nonnull (strstr (call->fault, all[i].words));
    }
}

static void
test_too_many_calls_are_refused (void)
{
  GString *stream = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i <= KONTOR_MODEL_MAX_CALLS; i++)
    g_string_append_printf (stream, "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":"
                            "%u,\"function\":{\"name\":\"x\"}}]}}]}\n\n", i * 1000000000);
  text = g_string_free (stream, FALSE);
  g_assert_null (words_read ("openai", text, strlen (text), 100, FALSE, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
}

/* In events or in one line without an end; the second comes to the same limit. */
static void
test_ten_megabytes_are_too_much (void)
{
  static const char *const pieces[] = { TEXT, "data: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                                        ": xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *stream = g_string_sized_new (KONTOR_MODEL_ANSWER_LIMIT + 100);
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;

      while (stream->len <= KONTOR_MODEL_ANSWER_LIMIT)
        g_string_append (stream, pieces[i]);
      text = g_string_free (stream, FALSE);
      g_assert_null (words_read ("openai", text, strlen (text), 65536, FALSE, &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "10 MB"));
    }
}

static void
test_after_an_error_nothing_more_is_read (void)
{
  g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
  g_autoptr(KontorModelReader) reader =
    kontor_model_reader_new (kontor_model_find ("openai"), request, NULL, NULL);

  g_assert_false (kontor_model_reader_feed (reader, "data: x\n\n", 9, NULL));
  g_assert_false (kontor_model_reader_feed (reader, "data: [DONE]\n\n", 14, NULL));
  g_assert_null (kontor_model_reader_end (reader, NULL));
}

static void
test_a_refusal_says_what_to_do (void)
{
  static const struct { const char *model; guint status; const char *body; KontorError code;
                        const char *words; gint64 wait_ms; } all[] = {
    { "openai", 429, "{\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"slow\"}}",
      KONTOR_ERROR_TRY_LATER, "slow" },
    { "openai", 429, "{\"error\":{\"type\":\"insufficient_quota\",\"message\":\"pay\"}}",
      KONTOR_ERROR_NOT_ALLOWED, "billing" },
    { "openai", 401, "{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"no\"}}",
      KONTOR_ERROR_NOT_LINKED, "key" },
    { "openai", 404, "{\"error\":\"model 'x' not found\"}", KONTOR_ERROR_NOT_FOUND,
      "model 'x' not found" },
    { "openai", 400, "{\"detail\":\"no tools\"}", KONTOR_ERROR_BAD_INPUT, "no tools" },
    { "openai", 502, "<html>", KONTOR_ERROR_TRY_LATER, "HTTP status 502" },
    { "openai", 402, "", KONTOR_ERROR_NOT_ALLOWED, "HTTP status 402" },
    { "openai", 302, "", KONTOR_ERROR_FAILED, "HTTP status 302" },
    { "anthropic", 529, "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
      "\"message\":\"Overloaded\"}}", KONTOR_ERROR_TRY_LATER, "Overloaded" },
    { "anthropic", 429, "{\"error\":{\"type\":\"rate_limit_error\",\"message\":\"x\"}}",
      KONTOR_ERROR_TRY_LATER, "busy" },
    { "anthropic", 429, "{\"error\":{\"type\":\"rate_limit_error\",\"message\":\"x\",\"details\":{"
      "\"error_code\":\"enforced_spend_limit_reached\"}}}", KONTOR_ERROR_NOT_ALLOWED,
      "billing" },
    { "anthropic", 400, "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"Your credit "
      "balance is too low\"}}", KONTOR_ERROR_NOT_ALLOWED, "billing" },
    { "anthropic", 400, "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"long\"}}",
      KONTOR_ERROR_BAD_INPUT, "long" },
    { "gemini", 429, "{\"error\":{\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"violations\":"
      "[{\"quotaId\":\"GenerateRequestsPerMinute\"}]},{\"retryDelay\":\"17s\"}]}}",
      KONTOR_ERROR_TRY_LATER, "busy", 17000 },
    { "gemini", 429, "{\"error\":{\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"violations\":"
      "[{\"quotaId\":\"GenerateRequestsPerDayPerProject\"}]}]}}", KONTOR_ERROR_NOT_ALLOWED,
      "billing" },
    { "gemini", 400, "{\"error\":{\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"reason\":"
      "\"API_KEY_INVALID\"}]}}", KONTOR_ERROR_NOT_LINKED, "key" },
    { "gemini", 429, "{\"error\":{\"details\":[{\"retryDelay\":\"inf\"}]}}",
      KONTOR_ERROR_TRY_LATER, "busy", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 wait_ms = -1;

      kontor_model_fail (kontor_model_find (all[i].model), all[i].status, all[i].body,
                         strlen (all[i].body), &wait_ms, &error);
      g_assert_error (error, KONTOR_ERROR, (int) all[i].code);
      g_assert_nonnull (strstr (error->message, all[i].words));
      g_assert_cmpint (wait_ms, ==, all[i].wait_ms);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model-bad/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/model-bad/arguments-that-are-broken-are-the-calls-fault",
                   test_arguments_that_are_broken_are_the_calls_fault);
  g_test_add_func ("/model-bad/too-many-calls-are-refused", test_too_many_calls_are_refused);
  g_test_add_func ("/model-bad/ten-megabytes-are-too-much", test_ten_megabytes_are_too_much);
  g_test_add_func ("/model-bad/after-an-error-nothing-more-is-read",
                   test_after_an_error_nothing_more_is_read);
  g_test_add_func ("/model-bad/a-refusal-says-what-to-do", test_a_refusal_says_what_to_do);

  return g_test_run ();
}
