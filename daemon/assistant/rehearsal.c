/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rehearsal.c — the same order as at the desk: the word of the law, a model, the built-in
 * assistant, people. */
#include "assistant/rehearsal.h"

#include <string.h>

#include "model/error.h"
#include "model/json.h"

typedef struct {
  KontorStage     *stage;
  KontorRehearsed *end;
  gint64           begun_us;
} Rehearsal;

void
kontor_side_clear (KontorSide *self)
{
  g_clear_pointer (&self->assistant, g_free);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->versions, g_strfreev);
}

static gboolean
use_texts (KontorAssistant *assistant, GHashTable *texts, GError **error)
{
  GHashTableIter iter;
  const char *name, *text;
  KontorPromptPurpose purpose;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &text))
    {
      if (!kontor_prompt_find_purpose (name, &purpose))
        {
          g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                       "there are no prompts for “%s”", name);
          return FALSE;
        }
      kontor_assistant_use_text (assistant, purpose, text);
    }

  return TRUE;
}

KontorAssistant *
kontor_side_load (const KontorSide *self, KontorStore *store, GError **error)
{
  g_autoptr(KontorAssistant) assistant = kontor_assistant_load_named (store, self->assistant,
                                                                      error);

  if (assistant == NULL)
    return NULL;
  for (guint i = 0; self->versions != NULL && self->versions[i] != NULL; i++)
    if (!kontor_assistant_use_version (assistant, store, self->versions[i], error))
      return NULL;
  if (self->texts != NULL && !use_texts (assistant, self->texts, error))
    return NULL;

  return g_steal_pointer (&assistant);
}

void
kontor_rehearsed_free (KontorRehearsed *self)
{
  g_free (self->reply);
  g_free (self->reason);
  g_free (self->failure);
  g_free (self->why);
  g_free (self->memory);
  g_free (self->assistant);
  g_strfreev (self->prompts);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_free (self);
}

static void
rehearsal_free (Rehearsal *self)
{
  g_clear_pointer (&self->end, kontor_rehearsed_free);
  g_free (self);
}

/* Takes @error (nullable): nothing came of it at all. */
static void
end (GTask *task, GError *error)
{
  Rehearsal *self = g_task_get_task_data (task);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->end->latency_ms = (g_get_monotonic_time () - self->begun_us) / 1000;
  g_task_return_pointer (task, g_steal_pointer (&self->end),
                         (GDestroyNotify) kontor_rehearsed_free);
}

static void
leave_to_people (KontorRehearsed *end, const char *reason)
{
  end->outcome = "people";
  end->by = "people";
  end->reason = g_strdup (reason);
}

/* What @why says by that name: (transfer full) (nullable). */
static char *
dup_member (const char *why, const char *name)
{
  g_autoptr(JsonNode) root = why != NULL ? kontor_json_parse (why, strlen (why), NULL) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root)
         ? g_strdup (kontor_json_get_text (json_node_get_object (root), name)) : NULL;
}

static void
take_thought (KontorRehearsed *end, KontorThought *thought)
{
  g_autofree char *handed = dup_member (thought->why, "handed-over");

  end->by = thought->calls->len > 0 ? "model" : "built-in";
  end->outcome = thought->doubt != NULL ? "draft" : "answered";
  end->reason = g_steal_pointer (&thought->doubt);
  end->reply = g_steal_pointer (&thought->reply);
  end->why = g_steal_pointer (&thought->why);
  end->memory = g_steal_pointer (&thought->memory);
  if (end->reply == NULL)
    leave_to_people (end, handed != NULL ? handed : "the model said nothing");
}

static void
answer_built_in (GTask *task)
{
  Rehearsal *self = g_task_get_task_data (task);
  KontorRehearsed *rehearsed = self->end;
  GError *error = NULL;
  KontorTalk talk;

  if (!kontor_stage_set (self->stage, &talk, &error))
    {
      end (task, error);
      return;
    }
  rehearsed->by = "built-in";
  rehearsed->outcome = "answered";
  rehearsed->language = talk.language->code;
  if (kontor_talk_answer (&talk, &rehearsed->reply, &rehearsed->why, &error))
    rehearsed->done = kontor_stage_list_done (self->stage, &error);
  kontor_stage_strike (self->stage);
  if (rehearsed->reply != NULL)
    rehearsed->memory = kontor_memory_new (NULL);
  else
    leave_to_people (rehearsed, "Kontor’s own answers do not cover it");
  end (task, error);
}

static void
on_thought (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Rehearsal *self = g_task_get_task_data (task);
  gboolean is_over = kontor_choose_get_store (KONTOR_CHOOSE (source)) == NULL ||
                     g_cancellable_is_cancelled (g_task_get_cancellable (task));
  g_autoptr(KontorThought) thought = NULL;
  g_autoptr(GError) error = NULL;

  if (is_over)
    {
      end (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                      "nobody waits for it any more"));
      return;
    }
  self->end->calls = g_ptr_array_ref (kontor_think_get_calls (result));
  thought = kontor_think_finish (result, &error);
  if (thought == NULL)
    {
      self->end->failure = g_strdup (error->message);
      answer_built_in (task);
      return;
    }
  self->end->done = kontor_stage_list_done (self->stage, &error);
  kontor_stage_strike (self->stage);
  take_thought (self->end, thought);
  end (task, g_steal_pointer (&error));
}

static void
keep_silent (GTask *task, const char *reason)
{
  Rehearsal *self = g_task_get_task_data (task);

  leave_to_people (self->end, reason);
  self->end->outcome = "silent";
  end (task, NULL);
}

/* Whom is spoken to; FALSE: nobody is to be answered, or *error says that nobody can be. */
static gboolean
begin (Rehearsal *self, gboolean *has_stopped, GError **error)
{
  const KontorAssistant *assistant = kontor_stage_get_assistant (self->stage);
  KontorTalk talk;

  if (!kontor_stage_set (self->stage, &talk, error))
    return FALSE;
  self->end->language = talk.language->code;
  self->end->assistant = g_strdup (assistant->id);
  self->end->prompts = g_strdupv ((char *[]) {
    assistant->prompts[KONTOR_PROMPT_REPLY].version, NULL });
  *has_stopped = kontor_language_any_says (talk.text, KONTOR_WORD_STOP);
  kontor_stage_strike (self->stage);

  return TRUE;
}

void
kontor_rehearse_async (KontorChoose *choose, KontorStage *stage, gboolean is_built_in,
                       KontorModelTextFunc on_text, gpointer data, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (choose, cancellable, callback, user_data);
  Rehearsal *self = g_new0 (Rehearsal, 1);
  gboolean has_stopped = FALSE;
  GError *error = NULL;

  g_task_set_source_tag (task, kontor_rehearse_async);
  g_task_set_task_data (task, self, (GDestroyNotify) rehearsal_free);
  self->stage = stage;
  self->end = g_new0 (KontorRehearsed, 1);
  self->begun_us = g_get_monotonic_time ();
  if (!begin (self, &has_stopped, &error))
    end (task, error);
  else if (has_stopped)
    keep_silent (task, "the customer says STOP; that is confirmed, and nothing else is said");
  else if (!is_built_in && kontor_choose_has_any (choose))
    kontor_think_async (choose, NULL, stage, on_text, data, cancellable, on_thought,
                        g_object_ref (task));
  else
    {
      if (!is_built_in)
        self->end->failure = g_strdup ("no provider of models is switched on");
      answer_built_in (task);
    }
}

KontorRehearsed *
kontor_rehearse_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == kontor_rehearse_async, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
