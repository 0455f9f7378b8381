/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thread.h — a conversation as it is read: the oldest first, reactions on what they are about. A
 * GListModel of KontorThreadItem over a list of messages, the latest first. */
#pragma once

#include "inbox/thread-item.h"
#include "remote/remote-list.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_THREAD (kontor_thread_get_type ())
G_DECLARE_FINAL_TYPE (KontorThread, kontor_thread, KONTOR, THREAD, GObject)

/* @as_customer: only what the customer gets to see. */
KontorThread     *kontor_thread_new      (KontorRemote *remote, KontorRemoteList *messages,
                                          gboolean as_customer);
KontorRemoteList *kontor_thread_get_list (KontorThread *self);
/* (transfer none) (nullable) */
KontorThreadItem *kontor_thread_find     (KontorThread *self, const char *id, guint *position);

G_END_DECLS
