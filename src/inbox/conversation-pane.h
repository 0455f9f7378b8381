/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conversation-pane.h — one conversation: its header, its messages, who answers in it, and where
 * people write. It is read when it is looked at. */
#pragma once

#include <adwaita.h>

#include "inbox/conversation-header.h"

G_BEGIN_DECLS

/* Signal: "conversation-told" (KontorRemoteRecord): its values are there, or others. */
#define KONTOR_TYPE_CONVERSATION_PANE (kontor_conversation_pane_get_type ())
G_DECLARE_FINAL_TYPE (KontorConversationPane, kontor_conversation_pane, KONTOR, CONVERSATION_PANE,
                      AdwBin)

void                      kontor_conversation_pane_set_house  (KontorConversationPane *self,
                                                               KontorRemoteHouse *house);
/* 0: none. @message: (nullable): one to bring into sight. */
void                      kontor_conversation_pane_show       (KontorConversationPane *self,
                                                               gint64 conversation,
                                                               const char *message);
gint64                    kontor_conversation_pane_get_shown  (KontorConversationPane *self);
KontorConversationHeader *kontor_conversation_pane_get_header (KontorConversationPane *self);

G_END_DECLS
