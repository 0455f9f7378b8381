/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choose.c — a question goes round: pick, ask, and where that fails pick again. Its own cancellable
 * lets the house close while questions are under way; then nothing is recorded any more.
 *
 * What is made of an answer takes milliseconds, and a hundred may come at once: they are handed out
 * a few milliseconds' worth at a time. */
#include "assistant/models/choose.h"

#include "assistant/models/ask.h"
#include "assistant/models/cache.h"
#include "assistant/models/providers.h"
#include "assistant/models/question.h"
#include "base/clock.h"
#include "base/slices.h"
#include "store/records.h"

/* A customer waits for the answer: no longer than this for a provider that rests. */
#define MOST_WAIT_US (10 * G_USEC_PER_SEC)
#define MOST_ROUNDS 3

struct _KontorChoose
{
  GObject            parent_instance;

  KontorStore       *store;       /* NULL once the house is closed */
  KontorProviders   *providers;
  KontorAnswerCache *cache;
  KontorHttp        *http, *direct;
  GList             *questions;   /* of GTask, borrowed */
  guint              watch;
  KontorSlices      *slices;      /* NULL once the house is closed */
};

G_DEFINE_FINAL_TYPE (KontorChoose, kontor_choose, G_TYPE_OBJECT)

static void go_on (GTask *task);

/* From here on the answer is only returned. */
static void
stop (GTask *task)
{
  KontorChoose *self = g_task_get_source_object (task);
  KontorModelQuestion *question = g_task_get_task_data (task);

  kontor_model_question_leave_seat (question);
  g_clear_handle_id (&question->timer, g_source_remove);
  if (question->cancelled != NULL)
    g_source_destroy (question->cancelled);
  g_clear_pointer (&question->cancelled, g_source_unref);
  self->questions = g_list_remove (self->questions, task);
}

static void
give_up (GTask *task, GError *error)
{
  stop (task);
  g_task_return_error (task, error);
}

static GError *
make_cancelled (void)
{
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "nobody waits for it any more");
}

/* Once the house is closed nothing is recorded any more. */
static void
record (GTask *task, const char *outcome, const KontorAskFacts *asked, const GError *fault)
{
  KontorChoose *self = g_task_get_source_object (task);

  if (self->store != NULL)
    kontor_model_question_record (g_task_get_task_data (task), self->store, outcome, asked, fault);
}

static void
hand_out (gpointer data)
{
  g_autoptr(GTask) task = data;
  KontorChoose *self = g_task_get_source_object (task);
  KontorModelQuestion *question = g_task_get_task_data (task);

  record (task, question->outcome, &question->asked, NULL);
  if (g_str_equal (question->outcome, "answered"))
    kontor_answer_cache_put (self->cache, question->key, question->answer);
  stop (task);
  g_task_return_pointer (task, g_steal_pointer (&question->answer),
                         (GDestroyNotify) kontor_model_answer_free);
}

/* Takes @answer. @outcome: "answered" or "known" */
static void
take_answer (GTask *task, KontorModelAnswer *answer, const char *outcome,
             const KontorAskFacts *asked)
{
  KontorChoose *self = g_task_get_source_object (task);
  KontorModelQuestion *question = g_task_get_task_data (task);

  question->answer = answer;
  question->outcome = outcome;
  question->asked = *asked;
  kontor_slices_add (self->slices, hand_out, g_object_ref (task));
}

/* Whether it is for another to answer: nobody else broke it off. @error: (inout) */
static gboolean
is_dropped (GTask *task, GError **error)
{
  KontorChoose *self = g_task_get_source_object (task);
  KontorModelQuestion *question = g_task_get_task_data (task);

  if (!question->is_dropped || self->store == NULL ||
      g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return FALSE;
  question->is_dropped = FALSE;
  g_object_unref (question->inner);
  question->inner = g_cancellable_new ();
  g_clear_error (error);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "%s was switched off while it answered", question->seat->provider->name);

  return TRUE;
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  KontorModelQuestion *question = g_task_get_task_data (task);
  KontorAskFacts asked;
  GError *error = NULL;
  KontorModelAnswer *answer = kontor_model_ask_finish (KONTOR_HTTP (source), result, &asked,
                                                       &error);
  gboolean is_cancelled;

  question->latency_ms = (g_get_monotonic_time () - question->begun_us) / 1000;
  if (answer != NULL)
    {
      kontor_breaker_succeed (&question->seat->breaker);
      take_answer (task, answer, "answered", &asked);
      return;
    }
  kontor_seat_learn (question->seat, error, asked.wait_ms);
  is_cancelled = !is_dropped (task, &error) && g_cancellable_is_cancelled (question->inner);
  record (task, is_cancelled ? "cancelled" : "failed", &asked, error);
  if (is_cancelled)
    {
      g_clear_error (&error);
      give_up (task, make_cancelled ());
      return;
    }
  if (asked.heard > 0 && question->on_text != NULL)
    question->on_text (NULL, question->data);
  kontor_model_question_set_aside (question, error);
  go_on (task);
}

static gboolean
on_rested (gpointer data)
{
  GTask *task = data;
  KontorModelQuestion *question = g_task_get_task_data (task);

  question->timer = 0;
  go_on (task);

  return G_SOURCE_REMOVE;
}

/* Nobody is left: a moment later somebody may be. */
static void
wait_or_give_up (GTask *task, gint64 ready_us, GError *error)
{
  KontorChoose *self = g_task_get_source_object (task);
  KontorModelQuestion *question = g_task_get_task_data (task);
  gboolean is_none = g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_FOUND);
  gint64 wait_us = ready_us - kontor_breaker_now_us ();

  if (ready_us != 0 && wait_us <= MOST_WAIT_US && ++question->rounds < MOST_ROUNDS)
    {
      g_error_free (error);
      question->timer = g_timeout_add_full (G_PRIORITY_DEFAULT,
                                            (guint) (MAX (wait_us, 0) / 1000 + 1), on_rested,
                                            g_object_ref (task), g_object_unref);
      return;
    }
  if (question->last != NULL)
    {
      g_error_free (error);
      error = g_steal_pointer (&question->last);
      is_none = error->code == KONTOR_ERROR_BAD_INPUT || !kontor_choose_has_any (self);
    }
  if (!is_none && question->only == NULL)
    kontor_store_touch (self->store, "models", "silent");
  give_up (task, error);
}

static gboolean
answer_from_cache (GTask *task)
{
  KontorChoose *self = g_task_get_source_object (task);
  KontorModelQuestion *question = g_task_get_task_data (task);
  const KontorModelAnswer *known = question->is_fresh
    ? NULL : kontor_answer_cache_find (self->cache, question->key);
  const KontorAskFacts none = { .usage = { .known = TRUE } };

  if (known == NULL)
    return FALSE;
  if (question->on_text != NULL && *known->text != '\0')
    question->on_text (known->text, question->data);
  take_answer (task, kontor_model_answer_copy (known), "known", &none);

  return TRUE;
}

static void
ask (GTask *task)
{
  KontorChoose *self = g_task_get_source_object (task);
  KontorModelQuestion *question = g_task_get_task_data (task);
  KontorSeat *seat = question->seat;

  question->reserved_nano = kontor_seat_begin (seat, g_bytes_get_size (question->letter->body),
                                               question->request->max_tokens);
  question->is_seated = TRUE;
  kontor_model_ask_async (seat->provider->is_local ? self->direct : self->http,
                          seat->provider->family, question->request, question->letter,
                          seat->provider->timeout_s * 1000, question->on_text, question->data,
                          question->inner, on_asked, g_object_ref (task));
}

static void
go_on (GTask *task)
{
  KontorChoose *self = g_task_get_source_object (task);
  KontorModelQuestion *question = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 ready_us;

  if (self->slices == NULL || g_cancellable_is_cancelled (question->inner))
    {
      give_up (task, make_cancelled ());
      return;
    }
  question->seat = kontor_providers_pick (self->providers, question->tried, question->only,
                                          &ready_us, &error);
  if (question->seat == NULL)
    {
      wait_or_give_up (task, ready_us, error);
      return;
    }
  question->at_us = kontor_clock_now_us ();
  question->begun_us = g_get_monotonic_time ();
  question->latency_ms = 0;
  if (!kontor_model_question_write (question, &error))
    {
      kontor_model_question_set_aside (question, error);
      go_on (task);
    }
  else if (!answer_from_cache (task))
    ask (task);
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer data)
{
  g_autoptr(GTask) task = g_object_ref (data);
  KontorModelQuestion *question = g_task_get_task_data (task);

  g_cancellable_cancel (question->inner);
  if (question->timer != 0)
    give_up (task, make_cancelled ());

  return G_SOURCE_REMOVE;
}

void
kontor_choose_ask_async (KontorChoose *self, KontorModelRequest *request,
                         const KontorChooseWhy *why, KontorModelTextFunc on_text, gpointer data,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  KontorModelQuestion *question = kontor_model_question_new (request, why);

  g_task_set_source_tag (task, kontor_choose_ask_async);
  g_task_set_task_data (task, question, (GDestroyNotify) kontor_model_question_free);
  question->on_text = on_text;
  question->data = data;
  if (cancellable != NULL)
    {
      question->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (question->cancelled, G_SOURCE_FUNC (on_cancelled), task, NULL);
      g_source_attach (question->cancelled, NULL);
    }
  self->questions = g_list_prepend (self->questions, task);
  go_on (task);
}

KontorModelAnswer *
kontor_choose_ask_finish (KontorChoose *self, GAsyncResult *result, GPtrArray *calls,
                          GError **error)
{
  KontorModelQuestion *question;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  question = g_task_get_task_data (G_TASK (result));
  if (calls != NULL)
    g_ptr_array_extend_and_steal (calls, g_steal_pointer (&question->calls));

  return g_task_propagate_pointer (G_TASK (result), error);
}

KontorStore *
kontor_choose_get_store (KontorChoose *self)
{
  return self->store;
}

KontorSlices *
kontor_choose_get_slices (KontorChoose *self)
{
  return self->slices;
}

gboolean
kontor_choose_has_any (KontorChoose *self)
{
  return self->store != NULL && kontor_providers_has_any (self->providers);
}

/* (transfer full) (element-type GTask) */
static GList *
dup_questions (KontorChoose *self)
{
  return g_list_copy_deep (self->questions, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
}

/* Who answers just now and may not any more is not listened to, unless it alone was asked for. */
static void
drop (KontorChoose *self, const char *provider)
{
  g_autolist(GTask) questions = dup_questions (self);

  for (GList *at = questions; at != NULL; at = at->next)
    {
      KontorModelQuestion *question = g_task_get_task_data (at->data);

      if (!question->is_seated || question->answer != NULL || question->only != NULL ||
          !g_str_equal (question->seat->provider->id, provider))
        continue;
      question->is_dropped = TRUE;
      g_cancellable_cancel (question->inner);
    }
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  KontorChoose *self = data;
  g_autoptr(GVariant) record = NULL;

  if (self->questions == NULL || !g_str_equal (kind, "provider"))
    return;
  record = kontor_records_get (self->store, kontor_kind_find ("provider"), id, NULL);
  if (record == NULL || !kontor_record_get_yes (record, "enabled"))
    drop (self, id);
}

KontorChoose *
kontor_choose_new (KontorStore *store)
{
  KontorChoose *self = g_object_new (KONTOR_TYPE_CHOOSE, NULL);

  self->store = store;
  self->watch = kontor_store_watch (store, on_touched, self);
  self->providers = kontor_providers_new (store);

  return self;
}

/* The house closes: who still waits hears that it is over. */
static void
kontor_choose_dispose (GObject *object)
{
  KontorChoose *self = KONTOR_CHOOSE (object);
  g_autoptr(GList) questions = NULL;

  g_clear_pointer (&self->slices, kontor_slices_free);
  if (self->store != NULL)
    kontor_store_unwatch (self->store, self->watch);
  self->store = NULL;
  questions = dup_questions (self);
  for (GList *at = questions; at != NULL; at = at->next)
    {
      g_autoptr(GTask) task = at->data;
      KontorModelQuestion *question = g_task_get_task_data (task);

      g_cancellable_cancel (question->inner);
      if (question->timer != 0)
        give_up (task, make_cancelled ());
    }
  g_clear_pointer (&self->providers, kontor_providers_free);

  G_OBJECT_CLASS (kontor_choose_parent_class)->dispose (object);
}

static void
kontor_choose_finalize (GObject *object)
{
  KontorChoose *self = KONTOR_CHOOSE (object);

  kontor_answer_cache_free (self->cache);
  g_object_unref (self->http);
  g_object_unref (self->direct);

  G_OBJECT_CLASS (kontor_choose_parent_class)->finalize (object);
}

static void
kontor_choose_class_init (KontorChooseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kontor_choose_dispose;
  G_OBJECT_CLASS (klass)->finalize = kontor_choose_finalize;
}

static void
kontor_choose_init (KontorChoose *self)
{
  self->cache = kontor_answer_cache_new ();
  self->slices = kontor_slices_new ();
  self->http = kontor_http_new ();
  self->direct = kontor_http_new_direct ();
}
