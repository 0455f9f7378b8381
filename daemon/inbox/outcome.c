/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outcome.c — the message's state, its place in the queue and what is to happen later change in one
 * transaction: whatever a crash leaves can be told apart. */
#include "inbox/outcome.h"

#include "agenda/agenda.h"
#include "base/clock.h"
#include "inbox/conversation.h"
#include "inbox/outbox.h"
#include "model/error.h"

#define FIRST_WAIT_US (G_GINT64_CONSTANT (5) * G_USEC_PER_SEC)
#define MOST_DOUBLINGS 9
/* Receipts come within seconds; after this a person is asked. */
#define RECEIPT_WAIT_US (G_GINT64_CONSTANT (300) * G_USEC_PER_SEC)

/* What became of it, and that it is off the queue. */
static gboolean
conclude (KontorStore *store, const KontorOutgoing *outgoing, const char *state, const char *reason,
          const char *external, GError **error)
{
  if (!kontor_store_begin (store, error))
    return FALSE;
  if (kontor_messages_set_state (store, outgoing->message, state, reason, external, error) &&
      kontor_outbox_delete (store, outgoing->message, error) &&
      kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

static gboolean
put_off (KontorStore *store, const KontorOutgoing *outgoing, const char *reason, gint64 least_us,
         GError **error)
{
  gint64 wait_us = FIRST_WAIT_US << MIN (outgoing->attempts, MOST_DOUBLINGS);
  gint64 due_at_us = kontor_clock_now_us () + MAX (wait_us, least_us);
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, outgoing->message);

  if (!kontor_store_begin (store, error))
    return FALSE;
  if (kontor_messages_set_state (store, outgoing->message, "queued", reason, NULL, error) &&
      kontor_outbox_put_off (store, outgoing->message, due_at_us, error) &&
      kontor_agenda_put (store, "outbox", subject, due_at_us, error) &&
      kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

/* Where receipts bring our token back, one may still tell; until then nobody is asked. */
gboolean
kontor_outcome_leave_unknown (KontorStore *store, const KontorOutgoing *outgoing, gboolean confirms,
                              const char *reason, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, outgoing->message);
  gint64 wait_us = confirms ? RECEIPT_WAIT_US : 0;

  if (!kontor_store_begin (store, error))
    return FALSE;
  if (conclude (store, outgoing, "unknown", reason, NULL, error) &&
      kontor_agenda_put (store, "unknown", subject, kontor_clock_now_us () + wait_us, error) &&
      kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

gboolean
kontor_outbox_ask_people (const char *subject, gpointer data, GError **error)
{
  gint64 id = g_ascii_strtoll (subject, NULL, 10);
  g_autoptr(KontorSaid) said = kontor_messages_get (data, id, error);
  gboolean told;

  if (said == NULL)
    return FALSE;
  if (!g_str_equal (said->state, "unknown"))
    return TRUE;

  return kontor_messages_set_state (data, id, "unknown",
                                    "it may or may not have arrived: look on the phone, and send "
                                    "it again if it did not", NULL, error) &&
         kontor_conversation_leave (data, said->conversation, &told, error);
}

gboolean
kontor_outcome_fail (KontorStore *store, const KontorOutgoing *outgoing, const char *reason,
                     GError **error)
{
  return conclude (store, outgoing, "failed", reason, NULL, error);
}

/* A receipt may be faster than the answer, and is the better witness. */
static gboolean
is_confirmed (KontorStore *store, gint64 message)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (store, message, NULL);

  return said != NULL && !g_str_equal (said->state, "sending");
}

gboolean
kontor_outcome_keep (KontorStore *store, const KontorOutgoing *outgoing, gboolean confirms,
                     const char *external, const KontorSetback *setback, const GError *failure,
                     GError **error)
{
  if (failure == NULL || is_confirmed (store, outgoing->message))
    return conclude (store, outgoing, "sent", NULL, external, error);
  if (g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED))
    return kontor_messages_set_state (store, outgoing->message, "queued", failure->message, NULL,
                                      error);
  if (g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER))
    return put_off (store, outgoing, failure->message, setback->wait_us, error);
  if (g_error_matches (failure, KONTOR_ERROR, KONTOR_ERROR_UNKNOWN) ||
      g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return kontor_outcome_leave_unknown (store, outgoing, confirms, failure->message, error);
  if (setback->scope == KONTOR_SETBACK_WINDOW &&
      !kontor_outbox_close_window (store, outgoing->conversation, error))
    return FALSE;

  return conclude (store, outgoing, "failed", failure->message, NULL, error);
}
