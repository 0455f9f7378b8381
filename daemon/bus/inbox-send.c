/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inbox-send.c — what people say and let the line know. A file is copied into the business first,
 * off the main thread; then its message is one like all others. */
#include "bus/doors.h"

#include "bus/values.h"
#include "contacts/teammates.h"
#include "desk/drafts.h"
#include "inbox/canned.h"
#include "inbox/conversation.h"
#include "inbox/later.h"
#include "inbox/media.h"
#include "inbox/mentions.h"
#include "inbox/messages.h"
#include "inbox/outbox.h"
#include "inbox/typing.h"
#include "journal/once.h"
#include "model/error.h"

typedef struct {
  KontorDBusInbox       *door;
  GDBusMethodInvocation *invocation;
  KontorBusHouse        *house;
  gint64                 conversation;
  char                  *text;
  GVariant              *options;
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->door);
  g_free (sending->text);
  g_variant_unref (sending->options);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

/* What makes this one what it is, but for its name. */
static char *
dup_digest (const Sending *sending)
{
  g_auto(GVariantDict) asked = G_VARIANT_DICT_INIT (sending->options);
  g_autoptr(GVariant) arguments = NULL;

  g_variant_dict_remove (&asked, "once");
  g_variant_dict_remove (&asked, "alone");
  g_variant_dict_remove (&asked, "take-over");
  g_variant_dict_insert (&asked, "conversation", "x", sending->conversation);
  g_variant_dict_insert (&asked, "text", "s", sending->text);
  arguments = g_variant_ref_sink (g_variant_dict_end (&asked));

  return kontor_once_dup_digest (&sending->house->owner, arguments);
}

/* Who writes while another person answers is told so, before anything goes; whoever takes the
 * conversation over holds it from then on. */
static gboolean
check_alone (KontorBusHouse *house, gint64 id, GVariant *options, GError **error)
{
  gboolean takes_over = kontor_values_get_yes (options, "take-over");
  g_autofree char *me = kontor_actor_dup_name (&house->owner);
  g_autoptr(KontorConversation) conversation = NULL;
  g_autofree char *holder = NULL;

  if (!takes_over && !kontor_values_get_yes (options, "alone"))
    return TRUE;
  conversation = kontor_conversation_get (house->store, id, error);
  if (conversation == NULL || kontor_conversation_is_nobodys (conversation) ||
      g_str_equal (conversation->held_by, me))
    return conversation != NULL;
  if (takes_over)
    return kontor_conversation_hold (house->store, &house->owner, id, TRUE, error);
  holder = kontor_teammates_dup_name (house->store, conversation->held_by);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "%s answers %s; nothing was sent. Read what was said, and write only if you take "
               "the conversation over", holder != NULL ? holder : conversation->held_by,
               conversation->name);

  return FALSE;
}

/* Says it and does what a saved reply says besides; 0 on error. */
static gint64
say (const Sending *sending, const KontorDraft *draft, KontorSayFlags flags, GError **error)
{
  KontorBusHouse *house = sending->house;
  const char *reply = kontor_values_get_text (sending->options, "reply");
  gint64 id = check_alone (house, sending->conversation, sending->options, error)
    ? kontor_outbox_say_draft (house->store, &house->owner, sending->conversation, draft, flags,
                               error) : 0;

  if (id == 0 || (reply != NULL && !kontor_canned_apply (house->store, &house->owner,
                                                         sending->conversation, reply, error)))
    return 0;

  return id;
}

static gint64
say_once (const Sending *sending, const KontorDraft *draft, KontorSayFlags flags, GError **error)
{
  KontorStore *store = sending->house->store;
  const char *once = kontor_values_get_text (sending->options, "once");
  g_autofree char *asked = dup_digest (sending);
  g_autoptr(GVariant) before = NULL, said = NULL;
  gint64 id;

  if (once != NULL && !kontor_once_find (store, once, "send", asked, &before, error))
    return 0;
  if (before != NULL)
    return kontor_record_get_int (before, "id", 0);
  id = say (sending, draft, flags, error);
  said = g_variant_ref_sink (g_variant_new_parsed ("{'id': <%x>}", id));

  return id != 0 && (once == NULL || kontor_once_keep (store, once, "send", asked, said, error))
    ? id : 0;
}

static gint64
say_whole (const Sending *sending, const KontorDraft *draft, KontorSayFlags flags, GError **error)
{
  KontorStore *store = sending->house->store;
  gint64 id;

  if (!kontor_store_begin (store, error))
    return 0;
  id = say_once (sending, draft, flags, error);
  if (id != 0 && kontor_store_commit (store, error))
    return id;
  kontor_store_undo (store);

  return 0;
}

static void
send (Sending *sending, const KontorMedia *media)
{
  KontorSayFlags flags = kontor_values_get_yes (sending->options, "despite-stop")
                         ? KONTOR_SAY_DESPITE_STOP : 0;
  KontorDraft draft = {
    .kind = kontor_values_get_text (sending->options, "kind"), .text = sending->text,
    .body = kontor_values_get_text (sending->options, "body"), .media = media,
  };
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_variant_lookup (sending->options, "about", "x", &draft.about);
  if (draft.kind == NULL && media != NULL)
    draft.kind = kontor_media_kind_of (media->mime);
  g_variant_lookup (sending->options, "at", "x", &draft.due_at_us);
  id = say_whole (sending, &draft, flags, &error);
  if (id != 0)
    kontor_dbus_inbox_complete_send (sending->door, sending->invocation, id);
  else
    kontor_values_refuse (sending->invocation, g_steal_pointer (&error));
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Sending) sending = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorMedia) media = kontor_media_import_finish (result, &error);

  /* Another business may have been opened meanwhile: the door leads nowhere then. */
  if (media != NULL &&
      g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (sending->door)) == NULL)
    g_set_error_literal (&error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                         "another business was opened; nothing was sent");
  if (error == NULL)
    send (sending, media);
  else
    kontor_values_refuse (sending->invocation, g_steal_pointer (&error));
}

static gboolean
on_send (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
         const char *text, GVariant *options, KontorBusHouse *house)
{
  const char *file = kontor_values_get_text (options, "file");
  g_autoptr(Sending) sending = g_new0 (Sending, 1);

  sending->door = g_object_ref (door);
  sending->invocation = invocation;
  sending->house = house;
  sending->conversation = conversation;
  sending->text = g_strdup (text);
  sending->options = g_variant_ref (options);
  if (file != NULL)
    kontor_media_import_async (house->folder, file, NULL, on_imported, g_steal_pointer (&sending));
  else
    send (sending, NULL);

  return TRUE;
}

static gboolean
on_send_again (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 message,
               KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_outbox_say_again (house->store, &house->owner, message, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_send_again (door, invocation);

  return TRUE;
}

static gint64
accept_draft (KontorBusHouse *house, gint64 message, const char *text, GVariant *options,
              GError **error)
{
  g_autoptr(KontorSaid) draft = kontor_messages_get (house->store, message, error);
  gint64 sent;

  if (draft == NULL || !kontor_store_begin (house->store, error))
    return 0;
  sent = check_alone (house, draft->conversation, options, error)
    ? kontor_outbox_accept (house->store, &house->owner, message, text, error) : 0;
  if (sent != 0 && kontor_store_commit (house->store, error))
    return sent;
  kontor_store_undo (house->store);

  return 0;
}

static gboolean
on_accept_draft (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 message,
                 const char *text, GVariant *options, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  gint64 sent = accept_draft (house, message, text, options, &error);

  if (sent == 0)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_accept_draft (door, invocation, sent);

  return TRUE;
}

static gboolean
on_discard_draft (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 message,
                  KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_drafts_discard (house->store, &house->owner, message, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_discard_draft (door, invocation);

  return TRUE;
}

static gboolean
on_cancel_scheduled (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 message,
                     KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_later_cancel (house->store, &house->owner, message, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_cancel_scheduled (door, invocation);

  return TRUE;
}

static gboolean
on_fill_reply (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
               const char *reply, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = kontor_canned_fill (house->store, &house->owner, conversation, reply,
                                              &error);

  if (text == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_fill_reply (door, invocation, text);

  return TRUE;
}

static gboolean
on_apply_reply (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
                const char *reply, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_canned_apply (house->store, &house->owner, conversation, reply, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_apply_reply (door, invocation);

  return TRUE;
}

static gboolean
on_typing (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
           KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_typing_tell (house->store, house->lines, conversation, TRUE, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_typing (door, invocation);

  return TRUE;
}

static gboolean
on_mark_read (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
              KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_typing_tell (house->store, house->lines, conversation, FALSE, &error) ||
      !kontor_conversation_mark_read (house->store, conversation, &error) ||
      !kontor_mentions_see (house->store, house->owner.id, conversation, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_mark_read (door, invocation);

  return TRUE;
}

void
kontor_door_inbox_send (KontorDBusInbox *door, KontorBusHouse *house)
{
  g_signal_connect (door, "handle-send", G_CALLBACK (on_send), house);
  g_signal_connect (door, "handle-send-again", G_CALLBACK (on_send_again), house);
  g_signal_connect (door, "handle-accept-draft", G_CALLBACK (on_accept_draft), house);
  g_signal_connect (door, "handle-discard-draft", G_CALLBACK (on_discard_draft), house);
  g_signal_connect (door, "handle-cancel-scheduled", G_CALLBACK (on_cancel_scheduled), house);
  g_signal_connect (door, "handle-fill-reply", G_CALLBACK (on_fill_reply), house);
  g_signal_connect (door, "handle-apply-reply", G_CALLBACK (on_apply_reply), house);
  g_signal_connect (door, "handle-typing", G_CALLBACK (on_typing), house);
  g_signal_connect (door, "handle-mark-read", G_CALLBACK (on_mark_read), house);
}
