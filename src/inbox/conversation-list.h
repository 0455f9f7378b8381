/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conversation-list.h — the conversations, narrowed by whose they are, channel, state and whether
 * they were read; while something is searched for, the messages that were found. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Property: is-alone (gboolean): nothing stands beside it, so it closes the window.
 * Signal: "chosen" (x, s): a conversation, and the message that was found in it or "". */
#define KONTOR_TYPE_CONVERSATION_LIST (kontor_conversation_list_get_type ())
G_DECLARE_FINAL_TYPE (KontorConversationList, kontor_conversation_list, KONTOR, CONVERSATION_LIST,
                      AdwBin)

void kontor_conversation_list_set_house (KontorConversationList *self, KontorRemoteHouse *house);
void kontor_conversation_list_select    (KontorConversationList *self, gint64 conversation);
void kontor_conversation_list_search    (KontorConversationList *self);
/* Of all conversations those that are "open", or "unread". */
void kontor_conversation_list_narrow    (KontorConversationList *self, const char *name);

G_END_DECLS
