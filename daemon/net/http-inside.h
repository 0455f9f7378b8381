/* SPDX-License-Identifier: GPL-3.0-or-later */
/* http-inside.h — for the files of net/http alone. */
#pragma once

#include <libsoup/soup.h>

#include "net/http.h"

G_BEGIN_DECLS

SoupSession *kontor_http_get_session  (KontorHttp *self);
/* Without limits of time: whoever asks through it sets one. */
SoupSession *kontor_http_get_patient_session (KontorHttp *self);
/* How long the server wants to be left alone, into @reply. */
void         kontor_http_read_wait    (SoupMessage *message, KontorReply *reply);
/* (transfer full); BAD_INPUT for what is no address. */
SoupMessage *kontor_http_make_message (const char *method, const char *url, const char *token,
                                       GError **error);

G_END_DECLS
