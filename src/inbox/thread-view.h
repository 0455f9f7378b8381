/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thread-view.h — the messages of one conversation, with the latest in sight. Holds the thread.*
 * actions of its rows; answering is another's part. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Signals: "reply" (KontorRemoteRecord): people want to answer this message;
 * "edit" (KontorRemoteRecord): they want to say this draft in other words;
 * "taken-back" (s): what was to be sent later, and is not. */
#define KONTOR_TYPE_THREAD_VIEW (kontor_thread_view_get_type ())
G_DECLARE_FINAL_TYPE (KontorThreadView, kontor_thread_view, KONTOR, THREAD_VIEW, AdwBin)

/* @as_customer: what the customer's phone would show. Before anything else. */
void kontor_thread_view_set_house (KontorThreadView *self, KontorRemoteHouse *house,
                                   gboolean as_customer);
/* 0: none. */
void kontor_thread_view_show      (KontorThreadView *self, gint64 conversation);
/* Brings a message into sight and marks it; what was said around it is read where it is far. */
void kontor_thread_view_find      (KontorThreadView *self, const char *message);

G_END_DECLS
