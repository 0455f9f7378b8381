/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conversation-header.h — over a conversation: with whom, on what line, and what people can do with
 * it: take over, hand back, snooze, close, assign. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Properties: is-alone (gboolean): the list is not beside it; a way back is shown;
 * is-last (gboolean): nothing stands after it, so it closes the window.
 * Signal: "back" (). */
#define KONTOR_TYPE_CONVERSATION_HEADER (kontor_conversation_header_get_type ())
G_DECLARE_FINAL_TYPE (KontorConversationHeader, kontor_conversation_header, KONTOR,
                      CONVERSATION_HEADER, AdwBin)

void kontor_conversation_header_set_house (KontorConversationHeader *self,
                                           KontorRemoteHouse *house);
/* @conversation: (nullable) */
void kontor_conversation_header_show      (KontorConversationHeader *self,
                                           KontorRemoteRecord *conversation);
/* What is beside the conversation: "contact", "practice" or "". */
void kontor_conversation_header_set_side  (KontorConversationHeader *self, const char *side);

G_END_DECLS
