/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question.h — one question on its way round the providers: what is asked, who has its turn, and
 * what is recorded of it. It decides nothing and asks nobody; for choose.c alone.
 */
#pragma once

#include "assistant/models/ask.h"
#include "assistant/models/choose.h"
#include "assistant/models/providers.h"

G_BEGIN_DECLS

/**
 * KontorModelQuestion:
 * @temperature_milli, @max_tokens: as the caller has them
 * @inner: what is asked ends with it
 * @last: (nullable): what the provider before said
 * @calls: of char *: the ids of ai-call, one for each that was asked
 * @seat, @letter, @key, @reserved_nano: of the provider that has its turn
 * @is_seated: it is being asked
 * @is_dropped: it was switched off meanwhile
 * @answer: (nullable): to be handed out, with @outcome and @asked
 */
typedef struct {
  KontorModelRequest  *request;
  int                  temperature_milli, max_tokens;
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
  GPtrArray           *calls;
  KontorSeat          *seat;
  gboolean             is_seated, is_dropped;
  KontorModelLetter   *letter;
  char                *key;
  gint64               at_us, begun_us, latency_ms, reserved_nano;
  KontorModelAnswer   *answer;
  const char          *outcome;
  KontorAskFacts       asked;
} KontorModelQuestion;

/* @request: (transfer full) */
KontorModelQuestion *kontor_model_question_new  (KontorModelRequest *request,
                                                 const KontorChooseWhy *why);
void                 kontor_model_question_free (KontorModelQuestion *self);

/* The letter to the provider that has its turn. */
gboolean             kontor_model_question_write (KontorModelQuestion *self, GError **error);
/* That it was asked. @fault: (nullable): why there is no answer. */
void                 kontor_model_question_record (KontorModelQuestion *self, KontorStore *store,
                                                   const char *outcome,
                                                   const KontorAskFacts *asked,
                                                   const GError *fault);
void                 kontor_model_question_leave_seat (KontorModelQuestion *self);
/* Takes @error. Only passing trouble is worth another round with the same provider. */
void                 kontor_model_question_set_aside (KontorModelQuestion *self, GError *error);

G_END_DECLS
