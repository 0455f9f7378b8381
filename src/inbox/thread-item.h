/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thread-item.h — a message at its place in a thread: what stands before it, what it answers, and
 * what people put on it. Made and kept by KontorThread. */
#pragma once

#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Signal: "changed" (): it is to be drawn anew. */
#define KONTOR_TYPE_THREAD_ITEM (kontor_thread_item_get_type ())
G_DECLARE_FINAL_TYPE (KontorThreadItem, kontor_thread_item, KONTOR, THREAD_ITEM, GObject)

KontorThreadItem   *kontor_thread_item_new           (KontorRemoteRecord *record);
KontorRemoteRecord *kontor_thread_item_get_record    (KontorThreadItem *self);
/* Whether a day begins with it. */
gboolean            kontor_thread_item_starts_day    (KontorThreadItem *self);
/* Whether it follows what the same side said a moment ago. */
gboolean            kontor_thread_item_goes_on       (KontorThreadItem *self);
/* (nullable): what it answers, where that has been read */
KontorRemoteRecord *kontor_thread_item_get_quoted    (KontorThreadItem *self);
/* Emoji, or "" */
const char         *kontor_thread_item_get_reactions (KontorThreadItem *self);

/* For KontorThread: "changed" only where something did. */
void                kontor_thread_item_place         (KontorThreadItem *self,
                                                      KontorRemoteRecord *before,
                                                      KontorRemoteRecord *quoted,
                                                      const char *reactions);

G_END_DECLS
