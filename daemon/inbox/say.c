/* SPDX-License-Identifier: GPL-3.0-or-later */
/* say.c — the door to the outbox: who may say what to whom is asked here; the row is written. */
#include "inbox/outbox.h"

#include "base/clock.h"
#include "compliance/consent.h"
#include "compliance/window.h"
#include "inbox/change.h"
#include "inbox/conversation.h"
#include "inbox/later.h"
#include "inbox/outbox-table.h"
#include "journal/audit.h"
#include "model/error.h"
#include "store/records.h"

static gint64
say (KontorStore *store, const KontorActor *actor, const KontorConversation *conversation,
     const KontorDraft *draft, KontorSayFlags flags, GError **error)
{
  gboolean automatic = (flags & KONTOR_SAY_AUTOMATIC) != 0;
  g_autofree char *author = kontor_actor_dup_name (actor);
  gint64 id;

  if (draft->due_at_us > 0)
    return kontor_later_put (store, actor, conversation->id, draft, error);
  if (!automatic && g_str_equal (actor->kind, "teammate") &&
      kontor_conversation_is_nobodys (conversation) &&
      !kontor_conversation_hold (store, actor, conversation->id, TRUE, error))
    return 0;
  id = kontor_messages_add (store, conversation->id, "out", author, automatic, draft, error);
  if (id == 0 || !kontor_outbox_insert (store, id, kontor_clock_now_us (),
                                        (flags & KONTOR_SAY_DESPITE_STOP) != 0, error))
    return 0;

  return id;
}

/* @due_at_us: 0: now */
static gboolean
check_window (const KontorConversation *conversation, gint64 window_us, const char *kind,
              gint64 due_at_us, GError **error)
{
  if (!kontor_window_allows (window_us, conversation->last_in_at_us, kind, kontor_clock_now_us (),
                             error))
    return FALSE;
  if (kontor_window_allows (window_us, conversation->last_in_at_us, kind, due_at_us, NULL))
    return TRUE;
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                       "by that time the contact will have been silent for 24 hours, and WhatsApp "
                       "lets only a template through; choose an earlier time");

  return FALSE;
}

/* What the line would refuse is refused here, where somebody hears of it. */
static gboolean
check_draft (const KontorConversation *conversation, const KontorDraft *draft, GError **error)
{
  const KontorChannelClass *klass = kontor_channel_find_class (conversation->channel_kind);
  const char *kind = draft->kind != NULL ? draft->kind : "text";
  gint64 now_us = kontor_clock_now_us ();
  KontorPerson person = { .phone = (char *) "+0" };
  const KontorMessage message = {
    .person = &person, .kind = (char *) kind, .text = (char *) draft->text,
    .body = (char *) draft->body, .about = draft->about != 0 ? (char *) "-" : NULL,
    .media = (KontorMedia *) draft->media,
  };

  if (g_str_equal (kind, "text") && (draft->text == NULL || *draft->text == '\0'))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "there is no text to send");
      return FALSE;
    }
  if (draft->text != NULL && !g_utf8_validate (draft->text, -1, NULL))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "the text is not UTF-8");
      return FALSE;
    }
  if (draft->due_at_us > 0 && draft->due_at_us <= now_us)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "that time has passed; choose a later one");
      return FALSE;
    }
  if (klass == NULL || klass->check == NULL)
    return TRUE;

  return check_window (conversation, klass->pacing.window_us, kind, draft->due_at_us, error) &&
         klass->check (&message, error);
}

/* A line that is off may come back; one that was removed does not. */
static gboolean
check_line (KontorStore *store, const char *channel, GError **error)
{
  g_autoptr(GVariant) line = kontor_records_get (store, kontor_kind_find ("channel"), channel,
                                                 error);

  if (line != NULL && kontor_record_get_yes (line, "removed"))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                 "the channel “%s” was removed; write to the customer on another one",
                 kontor_record_get_text (line, "name"));

  return line != NULL && !kontor_record_get_yes (line, "removed");
}

static gboolean
check_consent (KontorStore *store, const KontorConversation *conversation, KontorSayFlags flags,
               GError **error)
{
  if ((flags & KONTOR_SAY_DESPITE_STOP) ||
      !kontor_consent_is_stopped (store, conversation->contact))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "%s said STOP and asked not to be written to; nothing was sent. Write all the "
               "same only if you must (--despite-stop)", conversation->name);

  return FALSE;
}

gint64
kontor_outbox_say_draft (KontorStore *store, const KontorActor *actor, gint64 conversation,
                         const KontorDraft *draft, KontorSayFlags flags, GError **error)
{
  g_autoptr(KontorConversation) into = kontor_conversation_get (store, conversation, error);
  KontorDraft aimed = *draft;
  gint64 id;

  if (into == NULL || !check_line (store, into->channel, error) ||
      !kontor_change_aim (store, kontor_channel_get_pacing (into->channel_kind), &aimed, error) ||
      !check_draft (into, &aimed, error) ||
      !check_consent (store, into, flags, error) || !kontor_store_begin (store, error))
    return 0;
  id = say (store, actor, into, &aimed, flags, error);
  if (id == 0 || !kontor_store_commit (store, error))
    {
      kontor_store_undo (store);
      return 0;
    }

  return id;
}

gint64
kontor_outbox_say (KontorStore *store, const KontorActor *actor, gint64 conversation,
                   const char *text, KontorSayFlags flags, const char *why, GError **error)
{
  const KontorDraft draft = { .text = text, .why = why };

  return kontor_outbox_say_draft (store, actor, conversation, &draft, flags, error);
}

static KontorSaid *
get_draft (KontorStore *store, gint64 message, GError **error)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (store, message, error);

  if (said == NULL || g_str_equal (said->state, "draft"))
    return g_steal_pointer (&said);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "message %" G_GINT64_FORMAT " is %s and no draft", message, said->state);

  return NULL;
}

static gboolean
note_draft (KontorStore *store, const KontorActor *actor, const char *what, gint64 message,
            GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, message);

  return kontor_audit_write (store, actor, what, "message", id, NULL, "done", error);
}

static gint64
accept (KontorStore *store, const KontorActor *actor, const KontorSaid *said,
        const KontorDraft *draft, GError **error)
{
  g_autofree char *author = kontor_actor_dup_name (actor);
  gint64 id = said->id;

  if (draft->text == said->text)
    {
      if (!kontor_messages_accept (store, said, error))
        return 0;
    }
  else if (!kontor_messages_set_state (store, said->id, "discarded", "said in other words", NULL,
                                       error) ||
           (id = kontor_messages_add (store, said->conversation, "out", author, FALSE, draft,
                                      error)) == 0)
    return 0;

  return kontor_outbox_insert (store, id, kontor_clock_now_us (), FALSE, error) &&
         kontor_conversation_answer (store, said->conversation, error) &&
         note_draft (store, actor, "accept-draft", said->id, error) ? id : 0;
}

gint64
kontor_outbox_accept (KontorStore *store, const KontorActor *actor, gint64 message,
                      const char *text, GError **error)
{
  g_autoptr(KontorSaid) said = get_draft (store, message, error);
  g_autoptr(KontorConversation) into = said != NULL
    ? kontor_conversation_get (store, said->conversation, error) : NULL;
  gboolean is_edited = said != NULL && *text != '\0' && g_strcmp0 (text, said->text) != 0;
  KontorDraft draft = { .text = text };
  gint64 id;

  if (into == NULL)
    return 0;
  draft.kind = said->kind;
  draft.body = said->body;
  draft.why = said->why;
  if (!is_edited)
    draft.text = said->text;
  if (!check_draft (into, &draft, error) || !check_consent (store, into, 0, error) ||
      !kontor_store_begin (store, error))
    return 0;
  id = accept (store, actor, said, &draft, error);
  if (id == 0 || !kontor_store_commit (store, error))
    {
      kontor_store_undo (store);
      return 0;
    }

  return id;
}

gboolean
kontor_outbox_discard (KontorStore *store, const KontorActor *actor, gint64 message,
                       const char *reason, GError **error)
{
  g_autoptr(KontorSaid) said = get_draft (store, message, error);

  if (said == NULL || !kontor_store_begin (store, error))
    return FALSE;
  if (kontor_messages_set_state (store, message, "discarded", reason, NULL, error) &&
      note_draft (store, actor, "discard-draft", message, error) &&
      kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}

static gboolean
say_again (KontorStore *store, const KontorActor *actor, gint64 message, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, message);

  return kontor_messages_set_state (store, message, "queued", NULL, NULL, error) &&
         kontor_outbox_insert (store, message, kontor_clock_now_us (), FALSE, error) &&
         kontor_audit_write (store, actor, "send-again", "message", id, NULL, "done", error);
}

gboolean
kontor_outbox_say_again (KontorStore *store, const KontorActor *actor, gint64 message,
                         GError **error)
{
  g_autoptr(KontorSaid) said = kontor_messages_get (store, message, error);

  if (said == NULL)
    return FALSE;
  if (!g_str_equal (said->state, "failed") && !g_str_equal (said->state, "unknown"))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
                   "message %" G_GINT64_FORMAT " is %s; only what failed or is unknown can be sent "
                   "again", message, said->state);
      return FALSE;
    }
  if (!kontor_store_begin (store, error))
    return FALSE;
  if (say_again (store, actor, message, error) && kontor_store_commit (store, error))
    return TRUE;
  kontor_store_undo (store);

  return FALSE;
}
