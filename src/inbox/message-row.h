/* SPDX-License-Identifier: GPL-3.0-or-later */
/* message-row.h — a message in a thread. What can be done with it are actions of whoever holds the
 * thread: thread.reply (s), thread.react ((ss)), thread.copy (s), thread.why (s), thread.again (s),
 * thread.find (s); each is given the message's id. */
#pragma once

#include <adwaita.h>

#include "inbox/thread-item.h"
#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Properties: item (KontorThreadItem or NULL), summary (string). */
#define KONTOR_TYPE_MESSAGE_ROW (kontor_message_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorMessageRow, kontor_message_row, KONTOR, MESSAGE_ROW, AdwBin)

/* @house: KontorRemoteHouse; KontorRowMakes. The second is as the customer sees it. */
GtkWidget *kontor_message_row_new          (gpointer house);
GtkWidget *kontor_message_row_new_customer (gpointer house);

G_END_DECLS
