/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change.c — an edit of an edit is one of the first message: that is the one WhatsApp knows, and
 * its time counts. */
#include "inbox/change.h"

#include "base/clock.h"
#include "model/error.h"

static gboolean
refuse (GError **error, KontorError code, const char *text)
{
  g_set_error_literal (error, KONTOR_ERROR, code, text);

  return FALSE;
}

/* (transfer full): the message as it was first said. */
static KontorSaid *
find_first (KontorStore *store, gint64 message, GError **error)
{
  g_autoptr(KontorSaid) said = NULL;

  if (message == 0)
    {
      refuse (error, KONTOR_ERROR_BAD_INPUT, "say which message is meant (about)");
      return NULL;
    }
  said = kontor_messages_get (store, message, error);
  if (said == NULL || said->about == 0 ||
      kontor_change_read (said->kind, said->body) != KONTOR_CHANGE_EDIT)
    return g_steal_pointer (&said);

  return kontor_messages_get (store, said->about, error);
}

static gboolean
was_sent (const KontorSaid *said)
{
  static const char *const states[] = { "sent", "delivered", "read", "played", NULL };

  return g_str_equal (said->direction, "out") && g_strv_contains (states, said->state);
}

static gboolean
check_time (const KontorSaid *said, gint64 limit_us, GError **error)
{
  gint64 minutes = limit_us / G_TIME_SPAN_MINUTE;

  if (kontor_clock_now_us () - said->at_us <= limit_us)
    return TRUE;
  if (minutes < 120)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                 "what was said more than %" G_GINT64_FORMAT " minutes ago cannot be changed any "
                 "more; write once more", minutes);
  else
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                 "what was said more than %" G_GINT64_FORMAT " hours ago cannot be taken back any "
                 "more", minutes / 60);

  return FALSE;
}

static gboolean
check_first (KontorStore *store, const KontorSaid *said, KontorChange change, gint64 limit_us,
             GError **error)
{
  gboolean is_gone;

  if (limit_us == 0)
    return refuse (error, KONTOR_ERROR_NOT_ALLOWED,
                   "what was sent on this line can be neither changed nor taken back; write once "
                   "more");
  if (!was_sent (said))
    return refuse (error, KONTOR_ERROR_NOT_ALLOWED,
                   "only what was sent from here can be changed or taken back");
  if (change == KONTOR_CHANGE_EDIT && !g_str_equal (said->kind, "text"))
    return refuse (error, KONTOR_ERROR_NOT_ALLOWED,
                   "only a text can be changed; take it back and send another");
  if (kontor_change_read (said->kind, said->body) != KONTOR_CHANGE_NONE)
    return refuse (error, KONTOR_ERROR_NOT_ALLOWED, "what takes a message back stays");
  if (!check_time (said, limit_us, error) ||
      !kontor_messages_find_taken_back (store, said->id, &is_gone, error))
    return FALSE;

  return !is_gone || refuse (error, KONTOR_ERROR_NOT_ALLOWED, "it was taken back already");
}

static gint64
get_limit_us (const KontorPacing *pacing, KontorChange change)
{
  return change == KONTOR_CHANGE_EDIT ? pacing->edit_us : pacing->take_back_us;
}

gint64
kontor_change_get_until_us (KontorStore *store, const KontorPacing *pacing, const KontorSaid *said,
                            KontorChange change)
{
  gint64 limit_us = get_limit_us (pacing, change);
  g_autoptr(KontorSaid) first = NULL;

  if (limit_us == 0 || !was_sent (said) || !check_time (said, limit_us, NULL))
    return 0;
  first = find_first (store, said->id, NULL);

  return first != NULL && check_first (store, first, change, limit_us, NULL)
    ? first->at_us + limit_us : 0;
}

gboolean
kontor_change_aim (KontorStore *store, const KontorPacing *pacing, KontorDraft *draft,
                   GError **error)
{
  KontorChange change = kontor_change_read (draft->kind != NULL ? draft->kind : "text",
                                            draft->body);
  g_autoptr(KontorSaid) first = NULL;

  if (change == KONTOR_CHANGE_NONE)
    return TRUE;
  if (draft->due_at_us > 0)
    return refuse (error, KONTOR_ERROR_BAD_INPUT, "a change is sent now and not later");
  first = find_first (store, draft->about, error);
  if (first == NULL ||
      !check_first (store, first, change, get_limit_us (pacing, change), error))
    return FALSE;
  draft->about = first->id;

  return TRUE;
}
