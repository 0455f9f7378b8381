/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader.h — an answer that grows with the bytes of a stream. Pure.
 *
 * What is wrong is an error of one kind each: longer than the limit, no JSON, no UTF-8: FAILED;
 * ended before its end: UNKNOWN; the vendor's own words inside the stream: as kontor_model_fail()
 * has it. Arguments of a call that are no JSON object are the call's fault, not the answer's: a
 * model can be told of them. After an error nothing more is read.
 */
#pragma once

#include "assistant/models/model.h"

G_BEGIN_DECLS

/* A piece of the answer's text, as it comes. */
typedef void (*KontorModelTextFunc) (const char *text, gpointer data);

/* @on_text: (nullable). */
KontorModelReader *kontor_model_reader_new  (const KontorModel *model,
                                             const KontorModelRequest *request,
                                             KontorModelTextFunc on_text, gpointer data);
void               kontor_model_reader_free (KontorModelReader *self);
gboolean           kontor_model_reader_feed (KontorModelReader *self, const char *bytes,
                                             gsize size, GError **error);
/* Whether nothing more is awaited, though the line may still be open. */
gboolean           kontor_model_reader_is_done (KontorModelReader *self);
/* The bytes have ended. (transfer full) */
KontorModelAnswer *kontor_model_reader_end  (KontorModelReader *self, GError **error);
/* How long the vendor wants to be left alone after an error inside the stream; 0: not said. */
gint64             kontor_model_reader_get_wait_ms (KontorModelReader *self);

/* For families, from KontorModel.read. */

/* @text: (nullable) */
void               kontor_model_reader_add_text (KontorModelReader *self, const char *text);
/* A call begins, or goes on where there is one of that @index. @id, @name, @signature: (nullable)
 * where they are not said, or were already. */
gboolean           kontor_model_reader_call     (KontorModelReader *self, gint64 index,
                                                 const char *id, const char *name,
                                                 const char *signature, GError **error);
/* A piece of the arguments of that call. */
void               kontor_model_reader_add_arguments (KontorModelReader *self, gint64 index,
                                                      const char *text);
/* How many calls began. */
guint              kontor_model_reader_count_calls (KontorModelReader *self);
/* Lent, to be written; also what is known of it after an error. */
KontorModelUsage  *kontor_model_reader_get_usage (KontorModelReader *self);
/* A refusal stays one. */
void               kontor_model_reader_set_finish (KontorModelReader *self,
                                                   KontorModelFinish finish);
/* The stream has said its last word. */
void               kontor_model_reader_set_done (KontorModelReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorModelReader, kontor_model_reader_free)

G_END_DECLS
