/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fakes/fake-think.h"

#include "journal/audit.h"
#include "model/error.h"

typedef struct {
  KontorStore *store;
  char        *contact;
  char        *text;
  char        *action;   /* (nullable) */
  gulong       cancelled;
} Asked;

static GQueue waiting = G_QUEUE_INIT; /* of GTask */

static void
asked_free (Asked *asked)
{
  g_free (asked->contact);
  g_free (asked->text);
  g_free (asked->action);
  g_free (asked);
}

void
kontor_thought_free (KontorThought *self)
{
  g_free (self->reply);
  g_free (self->why);
  g_free (self->doubt);
  g_free (self->memory);
  g_ptr_array_unref (self->calls);
  g_free (self);
}

static void
on_cancelled (GCancellable *cancellable, gpointer data)
{
  GTask *task = data;

  g_queue_remove (&waiting, task);
  g_task_return_error_if_cancelled (task);
  g_object_unref (task);
}

void
kontor_think_async (KontorChoose *choose, const KontorTalk *talk, KontorStage *stage,
                    KontorModelTextFunc on_text, gpointer data, GCancellable *cancellable,
                    GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (choose, cancellable, callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  asked->store = talk->store;
  asked->contact = g_strdup (kontor_record_get_text (talk->contact, "id"));
  asked->text = g_strdup (talk->text);
  g_task_set_task_data (task, asked, (GDestroyNotify) asked_free);
  g_queue_push_tail (&waiting, task);
  asked->cancelled = g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled), task);
}

KontorThought *
kontor_think_finish (GAsyncResult *result, GError **error)
{
  Asked *asked = g_task_get_task_data (G_TASK (result));
  const KontorActor actor = { "assistant", NULL, KONTOR_ROLE_CUSTOMER, asked->contact };
  g_autoptr(KontorThought) thought = g_task_propagate_pointer (G_TASK (result), error);

  if (thought == NULL ||
      (asked->action != NULL && !kontor_audit_write (asked->store, &actor, asked->action, "booking",
                                                     "BK000001", NULL, "done", error)))
    return NULL;

  return g_steal_pointer (&thought);
}

const char *
fake_think_get_asked (void)
{
  static GString *texts;

  if (texts == NULL)
    texts = g_string_new (NULL);
  g_string_truncate (texts, 0);
  for (GList *l = waiting.head; l != NULL; l = l->next)
    {
      const Asked *asked = g_task_get_task_data (l->data);

      g_string_append_printf (texts, "%s%s", texts->len > 0 ? "|" : "", asked->text);
    }

  return texts->str;
}

static GTask *
take_first (void)
{
  GTask *task = g_queue_pop_head (&waiting);
  Asked *asked;

  g_assert_nonnull (task);
  asked = g_task_get_task_data (task);
  g_signal_handler_disconnect (g_task_get_cancellable (task), asked->cancelled);

  return task;
}

static KontorThought *
make_thought (const char *reply, const char *doubt, const char *call)
{
  KontorThought *thought = g_new0 (KontorThought, 1);

  thought->reply = g_strdup (reply);
  thought->doubt = g_strdup (doubt);
  thought->why = g_strdup ("{\"passages\":[\"KB1\"]}");
  thought->calls = g_ptr_array_new_with_free_func (g_free);
  if (call != NULL)
    g_ptr_array_add (thought->calls, g_strdup (call));

  return thought;
}

static void
finish (GTask *task, KontorThought *thought)
{
  if (thought != NULL)
    g_task_return_pointer (task, thought, (GDestroyNotify) kontor_thought_free);
  else
    g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, "all of them rest");
  g_object_unref (task);
}

void
fake_think_answer (const char *reply, const char *doubt, const char *call)
{
  finish (take_first (), make_thought (reply, doubt, call));
}

void
fake_think_do (const char *action, const char *reply)
{
  GTask *task = take_first ();

  ((Asked *) g_task_get_task_data (task))->action = g_strdup (action);
  finish (task, make_thought (reply, NULL, NULL));
}

void
fake_think_fail (void)
{
  finish (take_first (), NULL);
}
