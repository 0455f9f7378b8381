/* SPDX-License-Identifier: GPL-3.0-or-later */
/* model-words.h — requests and streams for tests of the families. */
#pragma once

#include <string.h>

#include "assistant/models/model.h"
#include "assistant/models/reader.h"
#include "model/json.h"

#define FORM "{\"$schema\":\"x\",\"type\":\"object\",\"properties\":{\"day\":{\"type\":" \
  "\"string\",\"format\":\"date\"}},\"required\":[\"day\"],\"additionalProperties\":false}"

static inline JsonNode *
words_json (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = kontor_json_parse (text, strlen (text), &error);

  g_assert_no_error (error);

  return node;
}

/* Everything a request may have: a call, its result and a second turn. */
static inline KontorModelRequest *
words_request (void)
{
  KontorModelRequest *request = kontor_model_request_new ();
  GPtrArray *calls = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_model_call_free);
  KontorModelCall call = { (char *) "c1", (char *) "prices", (char *) "{\"day\":\"2026-11-21\"}",
                           NULL, (char *) "sig" };

  request->system = g_strdup ("Be brief.");
  request->temperature_milli = 200;
  request->max_tokens = 300;
  kontor_model_request_offer (request, "prices", "What things cost.", words_json (FORM));
  kontor_model_request_say (request, KONTOR_MODEL_USER, "How much?");
  g_ptr_array_add (calls, kontor_model_call_copy (&call));
  kontor_model_request_say (request, KONTOR_MODEL_ASSISTANT, NULL)->calls = calls;
  kontor_model_request_tell (request, &call, "{\"minor\":4500}", FALSE);
  kontor_model_request_say (request, KONTOR_MODEL_ASSISTANT, "");
  kontor_model_request_say (request, KONTOR_MODEL_USER, "And tomorrow?");

  return request;
}

static inline void
words_on_text (const char *text, gpointer data)
{
  g_string_append (data, text);
}

/* (transfer full): what @model makes of @stream, fed @step bytes at a time. What was heard on the
 * way must be the text. @form: whether one is wanted. */
static inline KontorModelAnswer *
words_read (const char *model, const char *stream, gsize size, gsize step, gboolean form,
            GError **error)
{
  g_autoptr(KontorModelRequest) request = kontor_model_request_new ();
  g_autoptr(KontorModelReader) reader = NULL;
  g_autoptr(KontorModelAnswer) answer = NULL;
  GString *heard = g_string_new (NULL);
  g_autofree char *told = NULL;
  gboolean fine = TRUE;

  request->form = form ? words_json (FORM) : NULL;
  reader = kontor_model_reader_new (kontor_model_find (model), request, words_on_text, heard);
  for (gsize at = 0; fine && at < size; at += step)
    fine = kontor_model_reader_feed (reader, stream + at, MIN (step, size - at), error);
  answer = fine ? kontor_model_reader_end (reader, error) : NULL;
  told = g_string_free (heard, FALSE);
  if (answer != NULL)
    g_assert_cmpstr (told, ==, answer->text);

  return g_steal_pointer (&answer);
}
