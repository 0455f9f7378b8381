/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choose.c — a question goes round: pick, ask, and where that fails pick again. Its own cancellable
 * lets the house close while questions are under way; then nothing is recorded any more.
 *
 * What is made of an answer takes milliseconds, and a hundred may come at once: they are handed out
 * a few milliseconds' worth at a time. */
#include "assistant/models/choose.h"

#include "assistant/models/ask.h"
#include "assistant/models/cache.h"
#include "assistant/models/calls.h"
#include "assistant/models/providers.h"
#include "base/clock.h"
#include "base/slices.h"

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
  KontorSlices      *slices;      /* NULL once the house is closed */
};

G_DEFINE_FINAL_TYPE (KontorChoose, kontor_choose, G_TYPE_OBJECT)

typedef struct {
  KontorModelRequest  *request;
  int                  temperature_milli, max_tokens;   /* as the caller has them */
  char                *purpose, *prompt, *only;
  gint64               conversation;
  gboolean             is_fresh;
  KontorModelTextFunc  on_text;
  gpointer             data;
  GCancellable        *inner;
  GSource             *cancelled;
  GHashTable          *tried;
  guint                rounds, timer;
  GError              *last;
  /* Of the provider that has its turn. */
  KontorSeat          *seat;
  gboolean             is_seated;   /* it is being asked */
  KontorModelLetter   *letter;
  char                *key, *call;
  gint64               at_us, begun_us, latency_ms, reserved_nano;
  /* To be handed out. */
  KontorModelAnswer   *answer;      /* (nullable) */
  const char          *outcome;
  KontorAskFacts       asked;
} Question;

static void go_on (GTask *task);

static void
leave_seat (Question *question)
{
  if (question->is_seated)
    kontor_seat_leave (question->seat, question->reserved_nano);
  question->is_seated = FALSE;
  g_clear_pointer (&question->seat, kontor_seat_unref);
  g_clear_pointer (&question->letter, kontor_model_letter_free);
  g_clear_pointer (&question->key, g_free);
}

static void
question_free (Question *question)
{
  leave_seat (question);
  kontor_model_request_free (question->request);
  g_free (question->purpose);
  g_free (question->prompt);
  g_free (question->only);
  g_object_unref (question->inner);
  g_hash_table_unref (question->tried);
  g_clear_error (&question->last);
  g_free (question->call);
  g_clear_pointer (&question->answer, kontor_model_answer_free);
  g_free (question);
}

/* From here on the answer is only returned. */
static void
stop (GTask *task)
{
  KontorChoose *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);

  leave_seat (question);
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

/* What a vendor did not say but will send a bill for. */
static void
estimate (const Question *question, const KontorAskFacts *asked, KontorCallFacts *facts)
{
  if (asked->usage.known)
    return;
  facts->is_estimated = TRUE;
  facts->usage.in = (gint64) (g_bytes_get_size (question->letter->body) / KONTOR_BYTES_PER_TOKEN);
  facts->usage.out = (gint64) (asked->heard / KONTOR_BYTES_PER_TOKEN);
}

static void
record (GTask *task, const char *outcome, const KontorAskFacts *asked, const GError *fault)
{
  KontorChoose *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  KontorCallFacts facts = {
    .outcome = outcome, .reason = fault != NULL ? fault->message : NULL,
    .purpose = question->purpose, .prompt = question->prompt,
    .conversation = question->conversation, .at_us = question->at_us,
    .latency_ms = question->latency_ms, .usage = asked->usage,
  };

  if (self->store == NULL)
    return;
  if (fault == NULL || asked->heard > 0 || g_error_matches (fault, KONTOR_ERROR,
                                                            KONTOR_ERROR_UNKNOWN))
    estimate (question, asked, &facts);
  g_free (question->call);
  question->call = kontor_calls_record (self->store, question->seat->provider, &facts, &error);
  if (question->call != NULL && !g_str_equal (outcome, "known"))
    kontor_seat_spend (question->seat,
                       kontor_provider_count_cost (question->seat->provider, &facts.usage));
  if (question->call == NULL)
    g_warning ("a model call cannot be recorded: %s", error->message);
}

static void
hand_out (gpointer data)
{
  g_autoptr(GTask) task = data;
  KontorChoose *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);

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
  Question *question = g_task_get_task_data (task);

  question->answer = answer;
  question->outcome = outcome;
  question->asked = *asked;
  kontor_slices_add (self->slices, hand_out, g_object_ref (task));
}

/* Takes @error. Only passing trouble is worth another round with the same provider. */
static void
set_aside (Question *question, GError *error)
{
  if (question->only != NULL ||
      !g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER))
    g_hash_table_add (question->tried, g_strdup (question->seat->provider->id));
  leave_seat (question);
  g_clear_error (&question->last);
  question->last = error;
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Question *question = g_task_get_task_data (task);
  KontorAskFacts asked;
  GError *error = NULL;
  KontorModelAnswer *answer = kontor_model_ask_finish (KONTOR_HTTP (source), result, &asked,
                                                       &error);

  question->latency_ms = (g_get_monotonic_time () - question->begun_us) / 1000;
  if (answer != NULL)
    {
      kontor_breaker_succeed (&question->seat->breaker);
      take_answer (task, answer, "answered", &asked);
      return;
    }
  kontor_seat_learn (question->seat, error, asked.wait_ms);
  if (g_cancellable_is_cancelled (question->inner))
    {
      record (task, "cancelled", &asked, error);
      g_clear_error (&error);
      give_up (task, make_cancelled ());
      return;
    }
  record (task, "failed", &asked, error);
  if (asked.heard > 0 && question->on_text != NULL)
    question->on_text (NULL, question->data);
  set_aside (question, error);
  go_on (task);
}

static gboolean
on_rested (gpointer data)
{
  GTask *task = data;
  Question *question = g_task_get_task_data (task);

  question->timer = 0;
  go_on (task);

  return G_SOURCE_REMOVE;
}

/* Nobody is left: a moment later somebody may be. */
static void
wait_or_give_up (GTask *task, gint64 ready_us, GError *error)
{
  KontorChoose *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);
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
      is_none = error->code == KONTOR_ERROR_BAD_INPUT;
    }
  if (!is_none && question->only == NULL)
    kontor_store_touch (self->store, "models", "silent");
  give_up (task, error);
}

static gboolean
write_letter (Question *question, GError **error)
{
  const KontorProvider *provider = question->seat->provider;
  const KontorModelTarget target = { provider->base, provider->model, provider->key };

  question->request->temperature_milli = question->temperature_milli >= 0
    ? question->temperature_milli : provider->temperature_milli;
  question->request->max_tokens = question->max_tokens > 0 ? question->max_tokens
                                                           : provider->max_tokens;
  question->letter = kontor_model_write (provider->family, question->request, &target, error);
  if (question->letter == NULL)
    return FALSE;
  question->key = kontor_answer_cache_make_key (question->letter);

  return TRUE;
}

static gboolean
answer_from_cache (GTask *task)
{
  KontorChoose *self = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);
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
  Question *question = g_task_get_task_data (task);
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
  Question *question = g_task_get_task_data (task);
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
  if (!write_letter (question, &error))
    {
      set_aside (question, error);
      go_on (task);
    }
  else if (!answer_from_cache (task))
    ask (task);
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer data)
{
  g_autoptr(GTask) task = g_object_ref (data);
  Question *question = g_task_get_task_data (task);

  g_cancellable_cancel (question->inner);
  if (question->timer != 0)
    give_up (task, make_cancelled ());

  return G_SOURCE_REMOVE;
}

static Question *
question_new (KontorModelRequest *request, const KontorChooseWhy *why)
{
  Question *question = g_new0 (Question, 1);

  question->request = request;
  question->temperature_milli = request->temperature_milli;
  question->max_tokens = request->max_tokens;
  question->purpose = g_strdup (why->purpose);
  question->prompt = g_strdup (why->prompt);
  question->only = g_strdup (why->only);
  question->conversation = why->conversation;
  question->is_fresh = why->is_fresh;
  question->inner = g_cancellable_new ();
  question->tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return question;
}

void
kontor_choose_ask_async (KontorChoose *self, KontorModelRequest *request,
                         const KontorChooseWhy *why, KontorModelTextFunc on_text, gpointer data,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Question *question = question_new (request, why);

  g_task_set_source_tag (task, kontor_choose_ask_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
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
kontor_choose_ask_finish (KontorChoose *self, GAsyncResult *result, char **call, GError **error)
{
  Question *question;
  KontorModelAnswer *answer;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  question = g_task_get_task_data (G_TASK (result));
  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (call != NULL)
    *call = answer != NULL ? g_steal_pointer (&question->call) : NULL;

  return answer;
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

KontorChoose *
kontor_choose_new (KontorStore *store)
{
  KontorChoose *self = g_object_new (KONTOR_TYPE_CHOOSE, NULL);

  self->store = store;
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
  self->store = NULL;
  questions = g_list_copy_deep (self->questions, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *at = questions; at != NULL; at = at->next)
    {
      g_autoptr(GTask) task = at->data;
      Question *question = g_task_get_task_data (task);

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
