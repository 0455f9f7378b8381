/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ask.h — one question to one provider: the letter goes out, the answer is read as it comes.
 * Nothing is repeated and nothing recorded; choose.h is for everybody who wants an answer. */
#pragma once

#include "assistant/models/reader.h"
#include "net/http.h"

G_BEGIN_DECLS

/* What is known of a question that was asked, answered or not. */
typedef struct {
  KontorModelUsage usage;
  gint64           wait_ms;   /* how long the vendor wants to be left alone; 0: not said */
  gsize            heard;     /* bytes of text that came */
} KontorAskFacts;

/* @letter: lent until the end. @on_text: (nullable). */
void               kontor_model_ask_async  (KontorHttp *http, const KontorModel *model,
                                            const KontorModelRequest *request,
                                            const KontorModelLetter *letter, guint limit_ms,
                                            KontorModelTextFunc on_text, gpointer data,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): codes as kontor_model_fail() and kontor_model_reader_end() have them, and those
 * of http-stream.h. *facts: (out): also on error. */
KontorModelAnswer *kontor_model_ask_finish (KontorHttp *http, GAsyncResult *result,
                                            KontorAskFacts *facts, GError **error);

G_END_DECLS
