/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assistant/models/question.h"

#include "assistant/models/cache.h"
#include "assistant/models/calls.h"

KontorModelQuestion *
kontor_model_question_new (KontorModelRequest *request, const KontorChooseWhy *why)
{
  KontorModelQuestion *self = g_new0 (KontorModelQuestion, 1);

  self->request = request;
  self->temperature_milli = request->temperature_milli;
  self->max_tokens = request->max_tokens;
  self->purpose = g_strdup (why->purpose);
  self->prompt = g_strdup (why->prompt);
  self->only = g_strdup (why->only);
  self->conversation = why->conversation;
  self->is_fresh = why->is_fresh;
  self->inner = g_cancellable_new ();
  self->tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->calls = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
kontor_model_question_free (KontorModelQuestion *self)
{
  kontor_model_question_leave_seat (self);
  kontor_model_request_free (self->request);
  g_free (self->purpose);
  g_free (self->prompt);
  g_free (self->only);
  g_object_unref (self->inner);
  g_hash_table_unref (self->tried);
  g_clear_error (&self->last);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_clear_pointer (&self->answer, kontor_model_answer_free);
  g_free (self);
}

gboolean
kontor_model_question_write (KontorModelQuestion *self, GError **error)
{
  const KontorProvider *provider = self->seat->provider;
  const KontorModelTarget target = { provider->base, provider->model, provider->key };

  self->request->temperature_milli = self->temperature_milli >= 0 ? self->temperature_milli
                                                                  : provider->temperature_milli;
  self->request->max_tokens = self->max_tokens > 0 ? self->max_tokens : provider->max_tokens;
  self->letter = kontor_model_write (provider->family, self->request, &target, error);
  if (self->letter == NULL)
    return FALSE;
  self->key = kontor_answer_cache_make_key (self->letter);

  return TRUE;
}

/* What a vendor did not say but will send a bill for. */
static void
estimate (const KontorModelQuestion *self, const KontorAskFacts *asked, KontorCallFacts *facts)
{
  if (asked->usage.known)
    return;
  facts->is_estimated = TRUE;
  facts->usage.in = (gint64) (g_bytes_get_size (self->letter->body) / KONTOR_BYTES_PER_TOKEN);
  facts->usage.out = (gint64) (asked->heard / KONTOR_BYTES_PER_TOKEN);
}

void
kontor_model_question_record (KontorModelQuestion *self, KontorStore *store, const char *outcome,
                              const KontorAskFacts *asked, const GError *fault)
{
  const KontorProvider *provider = self->seat->provider;
  g_autoptr(GError) error = NULL;
  KontorCallFacts facts = {
    .outcome = outcome, .reason = fault != NULL ? fault->message : NULL,
    .purpose = self->purpose, .prompt = self->prompt,
    .conversation = self->conversation, .at_us = self->at_us,
    .latency_ms = self->latency_ms, .usage = asked->usage,
  };
  char *call;

  if (fault == NULL || asked->heard > 0 || g_error_matches (fault, KONTOR_ERROR,
                                                            KONTOR_ERROR_UNKNOWN))
    estimate (self, asked, &facts);
  call = kontor_calls_record (store, provider, &facts, &error);
  if (call == NULL)
    {
      g_warning ("a model call cannot be recorded: %s", error->message);
      return;
    }
  g_ptr_array_add (self->calls, call);
  if (!g_str_equal (outcome, "known"))
    kontor_seat_spend (self->seat, kontor_provider_count_cost (provider, &facts.usage));
}

void
kontor_model_question_leave_seat (KontorModelQuestion *self)
{
  if (self->is_seated)
    kontor_seat_leave (self->seat, self->reserved_nano);
  self->is_seated = FALSE;
  g_clear_pointer (&self->seat, kontor_seat_unref);
  g_clear_pointer (&self->letter, kontor_model_letter_free);
  g_clear_pointer (&self->key, g_free);
}

void
kontor_model_question_set_aside (KontorModelQuestion *self, GError *error)
{
  if (self->only != NULL || !g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER))
    g_hash_table_add (self->tried, g_strdup (self->seat->provider->id));
  kontor_model_question_leave_seat (self);
  g_clear_error (&self->last);
  self->last = error;
}
