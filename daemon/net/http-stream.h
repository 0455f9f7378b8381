/* SPDX-License-Identifier: GPL-3.0-or-later */
/* http-stream.h — asking a server something whose answer comes piece by piece.
 *
 * What is true of http.h is true here: TRY_LATER means that nothing had been sent, UNKNOWN that it
 * was sent and no whole answer came; nothing is ever repeated or redirected. The one limit of time
 * is for the whole, from the asking to the last byte, and replaces those of other requests: models
 * may think for long before their first word. A line that is cut between two chunks looks like one
 * that ended: whoever reads the pieces knows whether they are the whole.
 */
#pragma once

#include "net/http.h"

G_BEGIN_DECLS

/* A piece of an answer of success. FALSE: it is enough, the rest is not wanted. */
typedef gboolean (*KontorHttpPieceFunc) (const char *bytes, gsize size, gpointer data);

/* Posts @body, which is JSON, to @url. @headers: names and values in turn. @limit: of the answer,
 * in bytes; more is FAILED. @func is never called after the end, nor for an answer that is no
 * success: that is gathered. */
void         kontor_http_stream_async  (KontorHttp *self, const char *url, GPtrArray *headers,
                                        GBytes *body, guint limit_ms, gsize limit,
                                        KontorHttpPieceFunc func, gpointer func_data,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
/* (transfer full): its body is empty where the pieces were handed on. */
KontorReply *kontor_http_stream_finish (KontorHttp *self, GAsyncResult *result, GError **error);

G_END_DECLS
