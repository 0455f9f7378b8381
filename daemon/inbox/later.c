/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/later.h"

#include <string.h>

#include "agenda/agenda.h"
#include "base/clock.h"
#include "inbox/conversation.h"
#include "inbox/outbox-table.h"
#include "journal/audit.h"
#include "model/error.h"

#define TOO_LATE_US (12 * G_TIME_SPAN_HOUR)

gint64
kontor_later_put (KontorStore *store, const KontorActor *actor, gint64 conversation,
                  const KontorDraft *draft, GError **error)
{
  g_autofree char *author = kontor_actor_dup_name (actor), *subject = NULL;
  gint64 id = kontor_messages_add (store, conversation, "out", author, FALSE, draft, error);

  if (id == 0)
    return 0;
  subject = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return kontor_agenda_put (store, KONTOR_LATER, subject, draft->due_at_us, error) ? id : 0;
}

static gboolean
cancel (KontorStore *store, const KontorActor *actor, const KontorSaid *said, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, said->id);

  return kontor_messages_give_up (store, said, "discarded", NULL, error) &&
         kontor_agenda_drop (store, KONTOR_LATER, id, error) &&
         kontor_audit_write (store, actor, "cancel-scheduled", "message", id, NULL, "done", error);
}

gboolean
kontor_later_cancel (KontorStore *store, const KontorActor *actor, gint64 message, GError **error)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (store, message, error);

  if (said == NULL)
    return FALSE;
  if (!g_str_equal (said->state, "scheduled"))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "message %" G_GINT64_FORMAT " is %s; only what is scheduled can be cancelled",
                   message, said->state);
      return FALSE;
    }
  if (!kontor_store_begin (store, error))
    return FALSE;
  if (cancel (store, actor, said, error) && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

/* (transfer full): NULL: it may be said. */
static char *
find_hindrance (const KontorConversation *conversation, const KontorSaid *said)
{
  gboolean is_others = !kontor_conversation_is_nobodys (conversation) &&
                       !g_str_equal (conversation->held_by, said->author);

  if (kontor_clock_now_us () - said->at_us > TOO_LATE_US)
    return g_strdup ("not sent: Kontor was not running at that time");

  return is_others ? g_strdup ("not sent: somebody else took the conversation over") : NULL;
}

/* As if its author wrote it now. */
static gboolean
say (KontorStore *store, const KontorConversation *conversation, const KontorSaid *said,
     GError **error)
{
  const char *id = strchr (said->author, ':');
  g_autofree char *kind = id != NULL ? g_strndup (said->author, id - said->author) : NULL;
  const KontorActor author = { kind, id != NULL ? id + 1 : NULL, KONTOR_ROLE_NONE, NULL };

  return (!kontor_conversation_is_nobodys (conversation) || id == NULL ||
          kontor_conversation_hold (store, &author, conversation->id, TRUE, error)) &&
         kontor_messages_accept (store, said, error) &&
         kontor_outbox_insert (store, said->id, kontor_clock_now_us (), FALSE, error);
}

gboolean
kontor_later_say (const char *subject, gpointer data, GError **error)
{
  KontorStore *store = data;
  g_autoptr(KontorSaid) said = kontor_messages_get (store, g_ascii_strtoll (subject, NULL, 10),
                                                    error);
  g_autoptr(KontorConversation) conversation = said != NULL
    ? kontor_conversation_get (store, said->conversation, error) : NULL;
  g_autofree char *hindrance = NULL;

  if (conversation == NULL)
    return FALSE;
  if (!g_str_equal (said->state, "scheduled"))
    return TRUE;
  hindrance = find_hindrance (conversation, said);

  return hindrance != NULL
    ? kontor_messages_give_up (store, said, "failed", hindrance, error)
    : say (store, conversation, said, error);
}
