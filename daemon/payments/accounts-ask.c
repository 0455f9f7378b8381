/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accounts-ask.c — one deed, and the questions it takes: a token before it where there is none,
 * what was made before where it is asked for again, and whatever an answer names as next. */
#include "payments/accounts-inside.h"

#include "base/clock.h"
#include "base/secrets.h"
#include "model/error.h"

/* A token that ends while it is on its way is no use. */
#define TOKEN_SPARE_US (60 * (gint64) G_USEC_PER_SEC)
/* More pages or steps than any honest answer needs. */
#define MOST_QUESTIONS 500

typedef struct {
  KontorPayAccount *account;
  KontorDeed       *deed;
  KontorDeed       *token;     /* (nullable): while one is asked for */
  KontorPayAnswer  *answer;    /* (nullable): the last */
  GPtrArray        *events;    /* of all */
  guint             questions;
  const char       *mode;      /* (nullable) */
} Ask;

static void go (GTask *task);

static void
ask_free (Ask *ask)
{
  kontor_pay_account_unref (ask->account);
  kontor_deed_free (ask->deed);
  g_clear_pointer (&ask->token, kontor_deed_free);
  g_clear_pointer (&ask->answer, kontor_pay_answer_free);
  g_ptr_array_unref (ask->events);
  g_free (ask);
}

static void
fail (GTask *task, GError *error)
{
  Ask *ask = g_task_get_task_data (task);

  kontor_pay_account_scrub (ask->account, &error->message);
  g_task_return_error (task, error);
}

/* The events of all answers go with the last. */
static void
finish (GTask *task)
{
  Ask *ask = g_task_get_task_data (task);

  g_ptr_array_extend_and_steal (ask->events, ask->answer->events);
  ask->answer->events = g_steal_pointer (&ask->events);
  ask->events = kontor_money_events_new ();
  kontor_pay_account_scrub (ask->account, &ask->answer->reason);
  if (ask->answer->mode == NULL)
    ask->answer->mode = ask->mode;
  g_task_return_pointer (task, g_steal_pointer (&ask->answer),
                         (GDestroyNotify) kontor_pay_answer_free);
}

static void
keep_token (Ask *ask, KontorPayAnswer *answer)
{
  KontorPayAccount *account = ask->account;

  kontor_secrets_wipe (account->token);
  account->token = g_steal_pointer (&answer->token);
  account->token_until_us = kontor_clock_now_us () + answer->token_for_s * G_USEC_PER_SEC -
                            TOKEN_SPARE_US;
  g_clear_pointer (&ask->token, kontor_deed_free);
}

static void
on_read (GTask *task, KontorPayAnswer *taken)
{
  Ask *ask = g_task_get_task_data (task);
  g_autoptr(KontorPayAnswer) answer = taken;

  ask->mode = answer->mode != NULL ? answer->mode : ask->mode;
  if (ask->token != NULL)
    {
      keep_token (ask, answer);
      go (task);
      return;
    }
  if (ask->answer != NULL)
    g_ptr_array_extend_and_steal (ask->events, g_steal_pointer (&ask->answer->events));
  if (ask->answer != NULL)
    ask->answer->events = kontor_money_events_new ();
  g_clear_pointer (&ask->answer, kontor_pay_answer_free);
  ask->answer = g_steal_pointer (&answer);
  if (ask->answer->next == KONTOR_DEED_NONE)
    {
      finish (task);
      return;
    }
  ask->deed->kind = ask->answer->next;
  g_free (ask->deed->cursor);
  ask->deed->cursor = g_strdup (ask->answer->cursor);
  if (ask->answer->remote != NULL)
    {
      g_free (ask->deed->remote);
      ask->deed->remote = g_strdup (ask->answer->remote);
    }
  go (task);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Ask *ask = g_task_get_task_data (task);
  KontorPayAccount *account = ask->account;
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorReply) reply = kontor_http_ask_finish (KONTOR_HTTP (source), result, &error);
  KontorPayAnswer *answer = reply != NULL
    ? account->gateway->read (ask->token != NULL ? ask->token : ask->deed, account->settings, reply,
                              &error) : NULL;

  if (answer != NULL)
    {
      on_read (task, answer);
      return;
    }
  /* A token that is refused is not tried twice. */
  if (g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED))
    account->token_until_us = 0;
  fail (task, g_steal_pointer (&error));
}

/* Where a gateway cannot find what it may have made, its key makes it once all the same. */
static KontorDeedKind
without_finding (KontorDeedKind kind)
{
  return kind == KONTOR_DEED_FIND_LINK ? KONTOR_DEED_LINK
         : kind == KONTOR_DEED_FIND_REFUND ? KONTOR_DEED_REFUND
         : kind == KONTOR_DEED_FIND_PAY_OUT ? KONTOR_DEED_PAY_OUT : KONTOR_DEED_NONE;
}

/* A test is of the keys, not of what they brought before. */
static gboolean
lacks_token (Ask *ask)
{
  return ask->token == NULL && ask->account->gateway->needs_token &&
         (ask->account->token_until_us <= kontor_clock_now_us () ||
          (ask->deed->kind == KONTOR_DEED_TEST && ask->questions == 1));
}

/* NULL without error: there is nothing to ask. */
static KontorQuestion *
write_question (Ask *ask, GError **error)
{
  KontorPayAccount *account = ask->account;
  g_autoptr(GError) local = NULL;
  KontorQuestion *question;

  if (lacks_token (ask))
    ask->token = kontor_deed_new (KONTOR_DEED_TOKEN, ask->deed->key);
  question = account->gateway->write (ask->token != NULL ? ask->token : ask->deed,
                                      account->settings, account->token, &local);
  if (question == NULL && local == NULL &&
      without_finding (ask->deed->kind) != KONTOR_DEED_NONE)
    {
      ask->deed->kind = without_finding (ask->deed->kind);
      question = account->gateway->write (ask->deed, account->settings, account->token, &local);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return question;
}

static void
go (GTask *task)
{
  Ask *ask = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorQuestion) question = NULL;

  if (ask->account->accounts == NULL || ask->questions++ >= MOST_QUESTIONS)
    {
      g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                               "the account was changed meanwhile, or has too much to tell");
      return;
    }
  question = write_question (ask, &error);
  if (error != NULL)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }
  if (question == NULL)
    {
      if (ask->answer == NULL)
        ask->answer = kontor_pay_answer_new ();
      finish (task);
      return;
    }
  g_ptr_array_add (question->headers, NULL);
  kontor_http_ask_with_async (kontor_pay_accounts_get_http (ask->account->accounts),
                              question->method, question->url,
                              (const char *const *) question->headers->pdata, question->type,
                              question->body, KONTOR_PAY_ANSWER_LIMIT,
                              g_task_get_cancellable (task), on_answered, g_object_ref (task));
}

void
kontor_pay_accounts_ask_async (KontorPayAccounts *self, const char *id, KontorDeed *deed,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  KontorPayAccount *account = kontor_pay_account_find (self, id);
  Ask *ask;

  g_task_set_source_tag (task, kontor_pay_accounts_ask_async);
  if (account == NULL)
    {
      kontor_deed_free (deed);
      g_task_return_new_error (task, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                               "%s is switched off, or its keys cannot be read now", id);
      return;
    }
  ask = g_new0 (Ask, 1);
  ask->account = g_rc_box_acquire (account);
  ask->deed = deed;
  ask->events = kontor_money_events_new ();
  g_task_set_task_data (task, ask, (GDestroyNotify) ask_free);
  go (task);
}

KontorPayAnswer *
kontor_pay_accounts_ask_finish (KontorPayAccounts *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
