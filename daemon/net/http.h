/* SPDX-License-Identifier: GPL-3.0-or-later */
/* http.h — asking a server something, with limits, and saying truly how it went.
 *
 * The one question that matters after a failure is whether it may have happened: TRY_LATER means
 * that nothing had been sent yet, UNKNOWN that it was sent and no answer came. An answer of any
 * status is no error here. Nothing is ever repeated.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_HTTP (kontor_http_get_type ())
G_DECLARE_FINAL_TYPE (KontorHttp, kontor_http, KONTOR, HTTP, GObject)

typedef struct {
  guint   status;
  GBytes *body;
  gint64  retry_after_s;  /* 0: the server did not say */
  gint64  retry_after_ms; /* the same, finer where the server is */
} KontorReply;

void         kontor_reply_free (KontorReply *reply);
gboolean     kontor_reply_is_fine (const KontorReply *reply); /* 2xx */

KontorHttp  *kontor_http_new   (void);
/* Never through a proxy: what is for this computer stays on it. */
KontorHttp  *kontor_http_new_direct (void);

/* Asks @method @url. @token: (nullable): sent as "Authorization: Bearer". @type: (nullable) the
 * type of @body (nullable). At most @limit bytes of the answer are taken. */
void         kontor_http_ask_async (KontorHttp *self, const char *method, const char *url,
                                    const char *token, const char *type, GBytes *body,
                                    gsize limit, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
/* The same with other headers instead of the token. @headers: (nullable): name, value, …, NULL. */
void         kontor_http_ask_with_async (KontorHttp *self, const char *method, const char *url,
                                         const char *const *headers, const char *type,
                                         GBytes *body, gsize limit, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* For both. (transfer full); TRY_LATER or UNKNOWN */
KontorReply *kontor_http_ask_finish (KontorHttp *self, GAsyncResult *result, GError **error);

/* One part of a form: @file: (nullable): its name, which makes it a file. */
typedef struct {
  const char *name, *file, *type;
  GBytes     *content;
} KontorFormPart;

/* (transfer full): multipart/form-data; *type: (out) (transfer full): with its boundary. */
GBytes      *kontor_http_make_form (const KontorFormPart *parts, guint n_parts, char **type);

/* Brings @url into the file @path, at most @limit bytes. The file is not there on error. */
void         kontor_http_fetch_async (KontorHttp *self, const char *url, const char *token,
                                      const char *path, gint64 limit, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
/* *sha256: (out) (transfer full): of what came, hexadecimal. NOT_FOUND for 404 and 410,
 * NOT_LINKED for 401 and 403, NOT_ALLOWED where it is larger than @limit, else TRY_LATER. */
gboolean     kontor_http_fetch_finish (KontorHttp *self, GAsyncResult *result, char **sha256,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorReply, kontor_reply_free)

G_END_DECLS
