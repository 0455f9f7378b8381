/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/drafts.h"

#include "assistant/dialogue.h"
#include "inbox/messages.h"
#include "inbox/outbox.h"

static gboolean
forget_dialogue (KontorStore *store, gint64 conversation, GError **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(KontorDialogue) dialogue = kontor_dialogue_load (store, conversation, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return dialogue == NULL ||
         kontor_dialogue_go (dialogue, store, conversation, KONTOR_DIALOGUE_NONE, error);
}

gboolean
kontor_drafts_discard (KontorStore *store, const KontorActor *actor, gint64 message,
                       GError **error)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (store, message, error);

  if (said == NULL || !kontor_store_begin (store, error))
    return FALSE;
  if (kontor_outbox_discard (store, actor, message, NULL, error) &&
      forget_dialogue (store, said->conversation, error) && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}
