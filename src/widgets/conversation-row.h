/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conversation-row.h — a conversation in a list: who, when, the last words, what waits. */
#pragma once

#include "widgets/record-row.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CONVERSATION_ROW (kontor_conversation_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorConversationRow, kontor_conversation_row, KONTOR, CONVERSATION_ROW,
                      KontorRecordRow)

/* @house: KontorRemoteHouse; a KontorRowMake. */
GtkWidget *kontor_conversation_row_new (gpointer house);

G_END_DECLS
