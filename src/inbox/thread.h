/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thread.h — a conversation as it is read: the oldest first, reactions on what they are about. A
 * GListModel of KontorThreadItem over its latest messages, or over those around one of them. Pages
 * come on both sides as they are wanted: the middle of a long thread costs what its end costs. */
#pragma once

#include "inbox/thread-item.h"
#include "remote/remote-list.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_THREAD (kontor_thread_get_type ())
G_DECLARE_FINAL_TYPE (KontorThread, kontor_thread, KONTOR, THREAD, GObject)

/* Signal: "read": a page came, or did not.
 *
 * @around: the message to begin at; 0: the latest. @as_customer: only what the customer gets to
 * see. */
KontorThread     *kontor_thread_new        (KontorRemote *remote, gint64 conversation,
                                            gint64 around, gboolean as_customer);
void              kontor_thread_load_older (KontorThread *self);
void              kontor_thread_load_newer (KontorThread *self);
/* Whether what was said last is, or soon will be, in it. */
gboolean          kontor_thread_has_latest (KontorThread *self);
/* FALSE while its first pages are on their way. */
gboolean          kontor_thread_is_loaded  (KontorThread *self);
/* (transfer none) (nullable) */
KontorThreadItem *kontor_thread_find       (KontorThread *self, const char *id, guint *position);

G_END_DECLS
