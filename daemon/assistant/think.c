/* SPDX-License-Identifier: GPL-3.0-or-later */
/* think.c — ask, run the tools that the model calls, ask again, at most a few times; then, where it
 * is needed, ask for what was missed or for a note to people. A plain yes or no to a question of
 * Kontor's needs no model. */
#include "assistant/think.h"

#include <string.h>

#include "assistant/brief.h"
#include "assistant/thought.h"
#include "base/clock.h"
#include "inbox/conversation.h"
#include "model/error.h"

#define MOST_ROUNDS 6
#define MOST_OF_A_NOTE 1000
/* In characters: what a line carries at the most, less what Kontor adds. */
#define MOST_OF_AN_ANSWER 3000

/* An answer that called tools, and what it was told of each. */
typedef struct {
  KontorModelAnswer *answer;
  char             **told;
  gboolean          *failed;
} Round;

typedef struct {
  KontorThinking       thinking;
  KontorBrief         *brief;
  GPtrArray           *rounds;
  const KontorService *wish;     /* (nullable): whose values are asked for */
  KontorModelTextFunc  on_text;
  gpointer             data;
} Think;

static void ask (GTask *task);

static void
round_free (Round *self)
{
  g_strfreev (self->told);
  g_free (self->failed);
  kontor_model_answer_free (self->answer);
  g_free (self);
}

static void
think_free (Think *self)
{
  g_clear_pointer (&self->brief, kontor_brief_free);
  g_ptr_array_unref (self->rounds);
  kontor_thinking_clear (&self->thinking);
  g_free (self);
}

/* Of a trial, what is read and tried stands only from here to leave(). */
static gboolean
enter (Think *self, GError **error)
{
  KontorThinking *thinking = &self->thinking;

  return thinking->stage == NULL ||
         kontor_stage_set (thinking->stage, &thinking->talk, error);
}

static void
leave (Think *self)
{
  if (self->thinking.stage != NULL)
    kontor_stage_strike (self->thinking.stage);
}

/* What is asked for a trial is asked anew, whatever is known. */
static KontorChooseWhy
make_why (const Think *self, KontorPromptPurpose purpose, const char *versions)
{
  gboolean is_trial = self->thinking.stage != NULL;

  return (KontorChooseWhy) {
    .purpose = is_trial ? "trial" : kontor_prompt_get_name (purpose),
    .prompt = versions != NULL ? versions : self->thinking.assistant->prompts[purpose].version,
    .conversation = is_trial ? 0 : self->thinking.talk.conversation,
    .is_fresh = is_trial,
  };
}

static Round *
run_tools (Think *self, KontorModelAnswer *answer)
{
  Round *round = g_new0 (Round, 1);

  round->answer = answer;
  round->told = g_new0 (char *, answer->calls->len + 1);
  round->failed = g_new0 (gboolean, answer->calls->len);
  for (guint i = 0; i < answer->calls->len; i++)
    {
      const KontorModelCall *call = answer->calls->pdata[i];

      round->told[i] = kontor_tools_call (self->thinking.tools, call, &round->failed[i]);
      kontor_thinking_note_call (&self->thinking, call->name, round->failed[i]);
    }

  return round;
}

/* What a callback finds: NULL with an error where nobody waits any more; the ai-calls are kept. */
static KontorModelAnswer *
finish_ask (GTask *task, GObject *source, GAsyncResult *result, GError **error)
{
  Think *self = g_task_get_task_data (task);
  KontorModelAnswer *answer = kontor_choose_ask_finish (KONTOR_CHOOSE (source), result,
                                                        self->thinking.calls, error);

  if (answer == NULL || (kontor_choose_get_store (KONTOR_CHOOSE (source)) != NULL &&
                         !g_cancellable_is_cancelled (g_task_get_cancellable (task))))
    return answer;
  kontor_model_answer_free (answer);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "nobody waits for it any more");

  return NULL;
}

/* A note is a kindness: without one people read the conversation. */
static void
on_note (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Think *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorModelAnswer) answer = finish_ask (task, source, result, &error);

  if (answer != NULL && *answer->text != '\0')
    self->thinking.note = g_utf8_substring (answer->text, 0, MIN (MOST_OF_A_NOTE,
                                            g_utf8_strlen (answer->text, -1)));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
hand_over (GTask *task, const char *why)
{
  Think *self = g_task_get_task_data (task);
  KontorThinking *thinking = &self->thinking;
  g_autofree char *versions = NULL;
  KontorModelRequest *request = NULL;
  KontorChooseWhy about;
  GError *error = NULL;

  if (thinking->tools->handed == NULL)
    thinking->tools->handed = g_strdup (why);
  if (enter (self, &error))
    {
      request = kontor_thinking_ask_note (thinking, &versions, &error);
      leave (self);
    }
  about = make_why (self, KONTOR_PROMPT_HAND_OVER, versions);
  if (request == NULL)
    g_task_return_error (task, error);
  else
    kontor_choose_ask_async (g_task_get_source_object (task), request, &about, NULL, NULL,
                             g_task_get_cancellable (task), on_note, g_object_ref (task));
}

static gboolean
take_values (Think *self, const char *json)
{
  gboolean is_taken;

  if (!enter (self, NULL))
    return FALSE;
  is_taken = kontor_thinking_take_values (&self->thinking, self->wish, json);
  leave (self);

  return is_taken;
}

/* Where the form brings something, Kontor's own words follow and the model's, which did not know
 * of it, are left out. */
static void
on_values (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Think *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(KontorModelAnswer) answer = finish_ask (task, source, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  if (answer != NULL && take_values (self, answer->text))
    g_clear_pointer (&self->thinking.words, g_free);
  g_task_return_boolean (task, TRUE);
}

static void
ask_values (GTask *task)
{
  Think *self = g_task_get_task_data (task);
  const KontorChooseWhy about = make_why (self, KONTOR_PROMPT_EXTRACTION, NULL);

  kontor_choose_ask_async (g_task_get_source_object (task),
                           kontor_thinking_ask_values (&self->thinking, self->wish), &about, NULL,
                           NULL, g_task_get_cancellable (task), on_values, g_object_ref (task));
}

/* Takes @answer. */
static void
take_calls (GTask *task, KontorModelAnswer *answer)
{
  Think *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!enter (self, &error))
    {
      kontor_model_answer_free (answer);
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (self->rounds, run_tools (self, answer));
  leave (self);
  if (self->thinking.tools->handed != NULL)
    hand_over (task, NULL);
  else if (self->rounds->len >= MOST_ROUNDS)
    hand_over (task, "the model called tools again and again");
  else
    ask (task);
}

static const KontorService *
find_wish (Think *self)
{
  const KontorService *wish;

  if (self->rounds->len > 0 || !enter (self, NULL))
    return NULL;
  wish = kontor_thinking_find_wish (&self->thinking);
  leave (self);

  return wish;
}

static void
take_words (GTask *task, const KontorModelAnswer *answer)
{
  Think *self = g_task_get_task_data (task);
  KontorThinking *thinking = &self->thinking;

  thinking->words = g_strstrip (g_strdup (answer->text));
  thinking->is_cut = answer->finish == KONTOR_MODEL_CUT;
  self->wish = find_wish (self);
  if (answer->finish == KONTOR_MODEL_FILTERED)
    hand_over (task, "the model refused");
  else if (g_utf8_strlen (thinking->words, -1) > MOST_OF_AN_ANSWER)
    hand_over (task, "the model’s answer is longer than a message");
  else if (self->wish != NULL)
    ask_values (task);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;
  KontorModelAnswer *answer = finish_ask (task, source, result, &error);

  if (answer == NULL)
    g_task_return_error (task, error);
  else if (answer->calls->len > 0)
    take_calls (task, answer);
  else
    {
      take_words (task, answer);
      kontor_model_answer_free (answer);
    }
}

static void
ask (GTask *task)
{
  Think *self = g_task_get_task_data (task);
  const KontorThinking *thinking = &self->thinking;
  const KontorChooseWhy why = make_why (self, KONTOR_PROMPT_REPLY, NULL);
  KontorModelRequest *request = kontor_brief_dup_request (self->brief);

  if (self->on_text != NULL && self->rounds->len > 0)
    self->on_text (NULL, self->data);
  kontor_tools_offer (thinking->tools, request);
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const Round *round = self->rounds->pdata[i];

      kontor_model_request_add_answer (request, round->answer);
      for (guint j = 0; j < round->answer->calls->len; j++)
        kontor_model_request_tell (request, round->answer->calls->pdata[j], round->told[j],
                                   round->failed[j]);
    }
  kontor_choose_ask_async (g_task_get_source_object (task), request, &why, self->on_text,
                           self->data, g_task_get_cancellable (task), on_asked,
                           g_object_ref (task));
}

static char *
dup_channel (const KontorTalk *talk, GError **error)
{
  g_autoptr(KontorConversation) conversation = talk->conversation != 0
    ? kontor_conversation_get (talk->store, talk->conversation, error) : NULL;

  return conversation != NULL ? g_strdup (conversation->channel) : NULL;
}

static void
copy_talk (KontorThinking *thinking, const KontorTalk *talk)
{
  thinking->talk = *talk;
  thinking->talk.text = g_strdup (talk->text != NULL ? talk->text : "");
  thinking->talk.contact = g_variant_ref (talk->contact);
  thinking->talk.business = NULL;
}

static gboolean
load_own (KontorThinking *thinking, GError **error)
{
  KontorTalk *talk = &thinking->talk;
  g_autofree char *channel = NULL;
  GError *local = NULL;

  talk->business = kontor_business_load (talk->store, &local);
  channel = local == NULL ? dup_channel (talk, &local) : NULL;
  if (local == NULL)
    thinking->assistant = kontor_assistant_load (talk->store, channel, &local);
  if (local != NULL)
    g_propagate_error (error, local);

  return thinking->assistant != NULL;
}

static gboolean
prepare (Think *self, GError **error)
{
  KontorThinking *thinking = &self->thinking;

  if (thinking->stage != NULL)
    thinking->assistant = kontor_stage_get_assistant (thinking->stage);
  else if (!load_own (thinking, error))
    return FALSE;
  thinking->sources = kontor_sources_new (thinking->talk.business, thinking->talk.language,
                                          kontor_clock_now_us ());
  thinking->tools = kontor_tools_new (&thinking->talk, thinking->assistant, thinking->sources,
                                      error);
  if (thinking->tools == NULL)
    return FALSE;
  thinking->is_settled = kontor_tools_settle (thinking->tools);
  if (!thinking->is_settled)
    self->brief = kontor_brief_new (thinking->tools, KONTOR_PROMPT_REPLY, error);

  return thinking->is_settled || self->brief != NULL;
}

/* Takes it. Many may begin at once. */
static void
begin (gpointer data)
{
  g_autoptr(GTask) task = data;
  Think *self = g_task_get_task_data (task);
  gboolean is_ready;
  GError *error = NULL;

  if (kontor_choose_get_slices (g_task_get_source_object (task)) == NULL ||
      g_cancellable_is_cancelled (g_task_get_cancellable (task)) || !enter (self, &error))
    {
      g_task_return_error (task, error != NULL ? error
                           : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                                  "nobody waits for it any more"));
      return;
    }
  is_ready = prepare (self, &error);
  leave (self);
  if (!is_ready)
    g_task_return_error (task, error);
  else if (self->thinking.is_settled)
    g_task_return_boolean (task, TRUE);
  else
    ask (task);
}

void
kontor_think_async (KontorChoose *choose, const KontorTalk *talk, KontorStage *stage,
                    KontorModelTextFunc on_text, gpointer data, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (choose, cancellable, callback, user_data);
  Think *self = g_new0 (Think, 1);

  g_task_set_source_tag (task, kontor_think_async);
  g_task_set_task_data (task, self, (GDestroyNotify) think_free);
  self->on_text = on_text;
  self->data = data;
  self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) round_free);
  self->thinking.calls = g_ptr_array_new_with_free_func (g_free);
  self->thinking.noted = g_string_new (NULL);
  self->thinking.stage = stage;
  if (talk != NULL)
    copy_talk (&self->thinking, talk);
  if (kontor_choose_get_slices (choose) != NULL)
    kontor_slices_add (kontor_choose_get_slices (choose), begin, g_object_ref (task));
  else
    begin (g_object_ref (task));
}

GPtrArray *
kontor_think_get_calls (GAsyncResult *result)
{
  return ((Think *) g_task_get_task_data (G_TASK (result)))->thinking.calls;
}

KontorThought *
kontor_think_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Think *self = g_task_get_task_data (task);
  KontorThought *thought;

  g_return_val_if_fail (g_task_get_source_tag (task) == kontor_think_async, NULL);
  if (!g_task_propagate_boolean (task, error) || !enter (self, error))
    return NULL;
  thought = kontor_thinking_end (&self->thinking, self->brief, error);
  if (thought == NULL)
    leave (self);

  return thought;
}
