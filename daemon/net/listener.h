/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listener.h — where webhooks knock: HTTP on the loopback address alone.
 *
 * Whoever expects something opens a path on a port; paths on one port share one server. It decides
 * nothing and checks nothing but sizes. What makes it reachable from the internet, a tunnel or a
 * reverse proxy, is not its business.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KontorListening KontorListening;
typedef struct _KontorKnock     KontorKnock;

/* What came; lent until it was answered. */
const char *kontor_knock_get_method (KontorKnock *knock);
/* (nullable) */
const char *kontor_knock_get_header (KontorKnock *knock, const char *name);
/* (nullable): a parameter of the query. */
const char *kontor_knock_get_query  (KontorKnock *knock, const char *name);
/* The raw bytes, as received. */
GBytes     *kontor_knock_get_body   (KontorKnock *knock);
/* Answers, now or later, exactly once; @text: (nullable): plain text. Frees @knock. */
void        kontor_knock_answer     (KontorKnock *knock, guint status, const char *text);

/* Called for each request on the path. A body larger than the limit never comes here. */
typedef void (*KontorKnockFunc) (KontorKnock *knock, gpointer data);

/* Opens @path ("/cloud/CH2") on @port of 127.0.0.1. TRY_LATER when the port is in use.
 * @limit: of the body, in bytes. */
KontorListening *kontor_listening_open  (guint port, const char *path, gsize limit,
                                         KontorKnockFunc func, gpointer data, GError **error);
/* What is not answered yet may still be answered. */
void             kontor_listening_close (KontorListening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorListening, kontor_listening_close)

G_END_DECLS
