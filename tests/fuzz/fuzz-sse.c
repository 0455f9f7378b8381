/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a model's stream, to each family and in pieces of two sizes: the same outcome, an
 * error or an answer that can be kept and given back. */
#include <string.h>

#include "assistant/models/reader.h"
#include "model/json.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
on_text (const char *text, gpointer data)
{
  g_string_append (data, text);
}

static KontorModelAnswer *
read_stream (const KontorModel *model, const KontorModelRequest *request, const char *bytes,
             gsize size, gsize step, GString *heard, GError **error)
{
  g_autoptr(KontorModelReader) reader = kontor_model_reader_new (model, request, on_text, heard);

  for (gsize at = 0; at < size; at += step)
    if (!kontor_model_reader_feed (reader, bytes + at, MIN (step, size - at), error))
      return NULL;

  return kontor_model_reader_end (reader, error);
}

static void
check_call (const KontorModelCall *call)
{
  g_autoptr(JsonNode) root = kontor_json_parse (call->arguments, strlen (call->arguments), NULL);

  g_assert_true (root != NULL && JSON_NODE_HOLDS_OBJECT (root));
  g_assert_true (*call->id != '\0' && *call->name != '\0');
  g_assert_true (g_utf8_validate (call->name, -1, NULL));
}

static void
check_answer (const KontorModel *model, const KontorModelAnswer *answer)
{
  const KontorModelTarget target = { "http://x", "m", NULL };
  g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
  g_autoptr(KontorModelLetter) letter = NULL;
  g_autoptr(JsonNode) root = NULL;
  gsize size;
  const char *body;

  g_assert_true (g_utf8_validate (answer->text, -1, NULL));
  g_assert_true (answer->finish != KONTOR_MODEL_UNSAID);
  g_assert_true (answer->usage.in >= 0 && answer->usage.out >= 0);
  g_assert_cmpuint (answer->calls->len, <=, KONTOR_MODEL_MAX_CALLS);
  for (guint i = 0; i < answer->calls->len; i++)
    check_call (answer->calls->pdata[i]);
  kontor_model_request_add_answer (request, answer);
  letter = kontor_model_write (model, request, &target, NULL);
  body = g_bytes_get_data (letter->body, &size);
  root = kontor_json_parse (body, size, NULL);
  g_assert_nonnull (root);
}

static void
check (const KontorModel *model, const KontorModelRequest *request, const char *bytes, gsize size)
{
  g_autoptr(GError) error = NULL, again = NULL;
  GString *heard = g_string_new (NULL), *twice = g_string_new (NULL);
  g_autoptr(KontorModelAnswer) answer = read_stream (model, request, bytes, size, 3, heard,
                                                     &error);
  g_autoptr(KontorModelAnswer) other = read_stream (model, request, bytes, size, 1 + size, twice,
                                                    &again);

  g_assert_true ((answer == NULL) == (error != NULL));
  g_assert_true ((answer == NULL) == (other == NULL));
  g_assert_cmpstr (heard->str, ==, twice->str);
  if (answer != NULL)
    {
      g_assert_cmpstr (answer->text, ==, heard->str);
      g_assert_cmpstr (answer->text, ==, other->text);
      check_answer (model, answer);
    }
  else
    g_assert_cmpstr (error->message, ==, again->message);
  g_string_free (heard, TRUE);
  g_string_free (twice, TRUE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
  const KontorModel *const *all = kontor_models_get_all ();

  request->form = json_from_string ("{\"type\":\"object\"}", NULL);
  for (guint i = 0; all[i] != NULL; i++)
    {
      check (all[i], request, (const char *) data, size);
      kontor_model_fail (all[i], 429, (const char *) data, size, NULL, NULL);
    }

  return 0;
}
