/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer.c — a question belongs to the table until it is answered or over; from then on it belongs
 * to its callback alone, which frees it and tells nobody where it is over. */
#include "desk/answer.h"

#include "base/clock.h"
#include "inbox/conversation.h"
#include "inbox/turns.h"

struct _KontorAnswers
{
  KontorStore        *store;
  KontorChoose       *choose;
  KontorAnswersAsked  asked;
  KontorAnswersReady  ready;
  gpointer            data;
  GHashTable         *questions;   /* conversation (gint64) → Question, lent */
  guint               watch;
};

typedef struct {
  KontorAnswers *answers;       /* NULL: it is over */
  gint64         conversation;
  gint64         last;          /* the latest message it is about */
  GCancellable  *cancellable;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->cancellable);
  g_free (question);
}

static void
on_thought (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  KontorAnswers *self = question->answers;

  if (self != NULL)
    {
      g_hash_table_remove (self->questions, &question->conversation);
      self->ready (question->conversation, question->last, result, self->data);
    }
  question_free (question);
}

static void
end (Question *question)
{
  g_hash_table_remove (question->answers->questions, &question->conversation);
  question->answers = NULL;
  g_cancellable_cancel (question->cancellable);
}

/* The customer wrote more, and has not written on for too long. */
static gboolean
is_outdated (KontorAnswers *self, const Question *question, const KontorConversation *conversation)
{
  gint64 waits_us = kontor_clock_now_us () -
                    kontor_turns_get_first_us (self->store, conversation->id);

  return waits_us < conversation->quiet_most_s * G_USEC_PER_SEC &&
         kontor_turns_has_after (self->store, conversation->id, question->last, NULL) == 1;
}

/* Where the store fails it is left to the stations, which are asked again. */
static gboolean
is_over (KontorAnswers *self, const Question *question)
{
  g_autoptr(KontorConversation) conversation =
    kontor_conversation_get (self->store, question->conversation, NULL);

  return conversation == NULL || conversation->held_by != NULL ||
         conversation->mode == KONTOR_MODE_OFF ||
         is_outdated (self, question, conversation);
}

static void
on_touched (const char *kind, const char *id, gpointer data)
{
  KontorAnswers *self = data;
  gint64 conversation;
  Question *question;
  g_autoptr(GError) error = NULL;

  if (g_hash_table_size (self->questions) == 0 || !g_str_equal (kind, "conversation"))
    return;
  conversation = g_ascii_strtoll (id, NULL, 10);
  question = g_hash_table_lookup (self->questions, &conversation);
  if (question == NULL || !is_over (self, question))
    return;
  end (question);
  if (!kontor_turns_hurry (self->store, conversation, G_MAXINT64, &error))
    g_warning ("what waits is answered when the customer writes again: %s", error->message);
}

gboolean
kontor_answers_is_asking (KontorAnswers *self, gint64 conversation)
{
  return g_hash_table_contains (self->questions, &conversation);
}

gboolean
kontor_answers_may_ask (KontorAnswers *self)
{
  return kontor_choose_has_any (self->choose);
}

void
kontor_answers_ask (KontorAnswers *self, const KontorTalk *talk)
{
  Question *before = g_hash_table_lookup (self->questions, &talk->conversation);
  Question *question = g_new0 (Question, 1);

  if (before != NULL)
    end (before);
  question->answers = self;
  question->conversation = talk->conversation;
  question->last = talk->message;
  question->cancellable = g_cancellable_new ();
  g_hash_table_insert (self->questions, &question->conversation, question);
  kontor_think_async (self->choose, talk, NULL, NULL, NULL, question->cancellable, on_thought,
                      question);
  self->asked (talk->conversation, self->data);
}

KontorAnswers *
kontor_answers_new (KontorStore *store, KontorChoose *choose, KontorAnswersAsked asked,
                    KontorAnswersReady ready, gpointer data)
{
  KontorAnswers *self = g_new0 (KontorAnswers, 1);

  self->store = store;
  self->choose = choose;
  self->asked = asked;
  self->ready = ready;
  self->data = data;
  self->questions = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->watch = kontor_store_watch (store, on_touched, self);

  return self;
}

void
kontor_answers_free (KontorAnswers *self)
{
  g_autoptr(GList) questions = g_hash_table_get_values (self->questions);

  g_list_foreach (questions, (GFunc) (void (*) (void)) end, NULL);
  kontor_store_unwatch (self->store, self->watch);
  g_hash_table_unref (self->questions);
  g_free (self);
}
