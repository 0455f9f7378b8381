/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/typing.h"

#include "inbox/conversation.h"
#include "inbox/messages.h"

gboolean
kontor_typing_tell (KontorStore *store, KontorLines *lines, gint64 conversation, gboolean typing,
                    GError **error)
{
  g_autoptr(KontorConversation) there = kontor_conversation_get (store, conversation, error);
  KontorChannel *channel = there != NULL ? kontor_lines_find (lines, there->channel) : NULL;
  g_autofree char *external = NULL;

  if (there == NULL)
    return FALSE;
  if (channel == NULL || (there->unread == 0 && !typing))
    return TRUE;
  external = kontor_messages_dup_last_in (store, conversation, NULL);
  if (external != NULL)
    kontor_channel_mark_read (channel, external, typing);

  return TRUE;
}
