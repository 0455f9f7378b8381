/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus/doors.h"

#include "base/clock.h"
#include "bus/values.h"
#include "compliance/window.h"
#include "contacts/labels.h"
#include "inbox/change.h"
#include "inbox/conversation.h"
#include "inbox/media.h"
#include "inbox/mentions.h"
#include "inbox/messages.h"
#include "inbox/own-texts.h"
#include "inbox/search.h"
#include "inbox/views.h"

static void
put_text (GVariantDict *dict, const char *name, const char *text)
{
  g_variant_dict_insert (dict, name, "s", text != NULL ? text : "");
}

static GVariant *
from_conversation (KontorBusHouse *house, const KontorConversation *conversation)
{
  gint64 window_us = kontor_channel_get_pacing (conversation->channel_kind)->window_us;
  gint64 until_us = kontor_window_closes_at_us (window_us, conversation->last_in_at_us);
  g_auto(GStrv) labels = kontor_labels_split (conversation->labels);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "id", "x", conversation->id);
  put_text (&dict, "channel", conversation->channel);
  put_text (&dict, "contact", conversation->contact);
  put_text (&dict, "name", conversation->name);
  put_text (&dict, "state", conversation->state);
  put_text (&dict, "held-by", conversation->held_by);
  put_text (&dict, "assignee", conversation->assignee);
  g_variant_dict_insert (&dict, "unread", "x", conversation->unread);
  g_variant_dict_insert (&dict, "last-at", "x", conversation->last_at_us);
  put_text (&dict, "last-text", conversation->last_text);
  put_text (&dict, "consent", conversation->consent);
  g_variant_dict_insert (&dict, "busy", "b", conversation->busy);
  g_variant_dict_insert (&dict, "waiting", "b", conversation->waiting);
  g_variant_dict_insert (&dict, "typing", "b",
                         kontor_typists_has (house->typists, conversation->id));
  put_text (&dict, "mode", kontor_mode_get_name (conversation->mode));
  put_text (&dict, "own-mode", conversation->own_mode);
  put_text (&dict, "last-kind", conversation->last_kind);
  put_text (&dict, "channel-kind", conversation->channel_kind);
  g_variant_dict_insert (&dict, "labels", "^as", labels);
  if (window_us != 0)
    g_variant_dict_insert (&dict, "window-until", "x",
                           until_us > kontor_clock_now_us () ? until_us : (gint64) 0);

  return g_variant_dict_end (&dict);
}

static void
put_media (GVariantDict *dict, const KontorSaid *said, const char *folder)
{
  g_autofree char *path = NULL;

  put_text (dict, "media-state", said->media_state);
  put_text (dict, "media-mime", said->media_mime);
  put_text (dict, "media-name", said->media_name);
  put_text (dict, "media-reason", said->media_reason);
  g_variant_dict_insert (dict, "media-size", "x", said->media_size);
  if (!g_str_equal (said->media_state, "here"))
    return;
  path = kontor_media_dup_path (folder, said->media_sha256);
  put_text (dict, "media-path", path);
}

/* What may still be done to it on its line. */
static void
put_limit (KontorBusHouse *house, GVariantDict *dict, const KontorSaid *said,
           const KontorPacing *pacing, const char *name, KontorChange change)
{
  gint64 until_us = kontor_change_get_until_us (house->store, pacing, said, change);

  if (until_us != 0)
    g_variant_dict_insert (dict, name, "x", until_us);
}

static GVariant *
from_said (KontorBusHouse *house, const KontorSaid *said, const KontorPacing *pacing)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "id", "x", said->id);
  g_variant_dict_insert (&dict, "conversation", "x", said->conversation);
  g_variant_dict_insert (&dict, "at", "x", said->at_us);
  put_text (&dict, "direction", said->direction);
  put_text (&dict, "kind", said->kind);
  put_text (&dict, "state", said->state);
  put_text (&dict, "author", said->author);
  g_variant_dict_insert (&dict, "automatic", "b", said->automatic);
  put_text (&dict, "text", said->text);
  put_text (&dict, "reason", said->reason);
  put_text (&dict, "why", said->why);
  put_text (&dict, "body", said->body);
  put_text (&dict, "cost", said->cost);
  g_variant_dict_insert (&dict, "about", "x", said->about);
  g_variant_dict_insert (&dict, "said-at", "x", said->said_at_us);
  if (said->media_state != NULL)
    put_media (&dict, said, house->folder);
  put_limit (house, &dict, said, pacing, "edit-until", KONTOR_CHANGE_EDIT);
  put_limit (house, &dict, said, pacing, "take-back-until", KONTOR_CHANGE_TAKE_BACK);
  if (said->snippet != NULL)
    {
      put_text (&dict, "snippet", said->snippet);
      put_text (&dict, "name", said->name);
    }

  return g_variant_dict_end (&dict);
}

static GVariant *
list_said (KontorBusHouse *house, GPtrArray *found, const KontorPacing *pacing)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < found->len; i++)
    g_variant_builder_add_value (&list, from_said (house, found->pdata[i], pacing));

  return g_variant_builder_end (&list);
}

static KontorConversationQuery
read_query (GVariant *filter, GVariant *options)
{
  KontorConversationQuery query = {
    .channel = kontor_values_get_text (filter, "channel"),
    .contact = kontor_values_get_text (filter, "contact"),
    .state = kontor_values_get_text (filter, "state"),
    .label = kontor_values_get_text (filter, "label"),
    .mentioned = kontor_values_get_text (filter, "mentioned"),
    .words = kontor_values_get_text (filter, "words"),
    .unread = kontor_values_get_yes (filter, "unread"),
    .after = kontor_values_get_text (options, "after"),
    .limit = kontor_values_get_limit (options),
  };
  const char *id = kontor_values_get_text (filter, "id");

  g_variant_lookup (filter, "assignee", "&s", &query.assignee);
  g_variant_lookup (filter, "id", "x", &query.id);
  if (id != NULL)
    query.id = g_ascii_strtoll (id, NULL, 10);

  return query;
}

static gboolean
on_conversations (KontorDBusInbox *door, GDBusMethodInvocation *invocation, GVariant *filter,
                  GVariant *options, KontorBusHouse *house)
{
  KontorConversationQuery query = read_query (filter, options);
  g_autoptr(GError) error = NULL;
  g_autofree char *next = NULL;
  const char *view_id = kontor_values_get_text (filter, "view");
  g_autoptr(GVariant) view = NULL;
  g_autoptr(GPtrArray) found = NULL;
  GVariantBuilder list;

  if (view_id != NULL)
    view = kontor_inbox_view_apply (house->store, view_id, house->owner.id, &query, &error);
  if (view_id == NULL || view != NULL)
    found = kontor_conversations_query (house->store, &query, &next, &error);
  if (found == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < found->len; i++)
    g_variant_builder_add_value (&list, from_conversation (house, found->pdata[i]));
  kontor_dbus_inbox_complete_conversations (door, invocation, g_variant_builder_end (&list),
                                            next != NULL ? next : "");

  return TRUE;
}

static GPtrArray *
find_messages (KontorBusHouse *house, gint64 conversation, GVariant *options, char **next,
               GError **error)
{
  gboolean oldest_first = kontor_values_get_yes (options, "oldest-first");
  g_autofree char *place = g_strdup (kontor_values_get_text (options, "after"));
  gint64 from = 0;

  if (place == NULL && g_variant_lookup (options, "from", "x", &from) &&
      (place = kontor_messages_dup_place (house->store, conversation, from, oldest_first,
                                          error)) == NULL)
    return NULL;

  return kontor_messages_query (house->store, conversation, place,
                                kontor_values_get_limit (options), oldest_first, next, error);
}

static gboolean
on_messages (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
             GVariant *options, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *next = NULL;
  g_autoptr(KontorConversation) there =
    kontor_conversation_get (house->store, conversation, &error);
  g_autoptr(GPtrArray) found = there != NULL
    ? find_messages (house, conversation, options, &next, &error) : NULL;

  if (found == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_messages (
    door, invocation, list_said (house, found, kontor_channel_get_pacing (there->channel_kind)),
    next != NULL ? next : "");

  return TRUE;
}

static gboolean
on_message (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 id,
            KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorSaid) said = kontor_messages_get (house->store, id, &error);
  g_autoptr(KontorConversation) there = said != NULL
    ? kontor_conversation_get (house->store, said->conversation, &error) : NULL;

  if (there == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_message (
    door, invocation, from_said (house, said, kontor_channel_get_pacing (there->channel_kind)));

  return TRUE;
}

static gboolean
on_note (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
         const char *text, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  gint64 id = kontor_notes_add (house->store, &house->owner, conversation, text, &error);

  if (id == 0)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_note (door, invocation, id);

  return TRUE;
}

static gboolean
on_assign (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
           const char *teammate, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_conversation_assign (house->store, &house->owner, conversation, teammate, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_assign (door, invocation);

  return TRUE;
}

static gboolean
on_set_state (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
              const char *state, GVariant *options, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  gint64 until_us = 0;

  g_variant_lookup (options, "until", "x", &until_us);
  if (!kontor_conversation_set_state (house->store, &house->owner, conversation, state, until_us,
                                      &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_set_state (door, invocation);

  return TRUE;
}

static gboolean
on_hold (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
         gboolean held,
         KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_conversation_hold (house->store, &house->owner, conversation, held, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_hold (door, invocation);

  return TRUE;
}

static gboolean
on_set_mode (KontorDBusInbox *door, GDBusMethodInvocation *invocation, gint64 conversation,
             const char *mode, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;

  if (!kontor_conversation_set_mode (house->store, &house->owner, conversation, mode, &error))
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_set_mode (door, invocation);

  return TRUE;
}

static gboolean
on_search (KontorDBusInbox *door, GDBusMethodInvocation *invocation, const char *text,
           GVariant *options, KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *next = NULL;
  g_autoptr(GPtrArray) found = kontor_search_messages (house->store, text,
    kontor_values_get_text (options, "after"), kontor_values_get_limit (options), &next, &error);

  if (found == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_search (door, invocation,
                                     list_said (house, found, kontor_channel_get_pacing ("")),
                                     next != NULL ? next : "");

  return TRUE;
}

static gboolean
on_texts (KontorDBusInbox *door, GDBusMethodInvocation *invocation, const char *language,
          KontorBusHouse *house)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = kontor_own_texts_list (house->store, language, &error);

  if (texts == NULL)
    return kontor_values_refuse (invocation, g_steal_pointer (&error));
  kontor_dbus_inbox_complete_texts (door, invocation, kontor_values_list (texts));

  return TRUE;
}

KontorDBusInbox *
kontor_door_inbox (KontorBusHouse *house)
{
  KontorDBusInbox *door = kontor_dbus_inbox_skeleton_new ();

  g_signal_connect (door, "handle-texts", G_CALLBACK (on_texts), house);
  g_signal_connect (door, "handle-conversations", G_CALLBACK (on_conversations), house);
  g_signal_connect (door, "handle-message", G_CALLBACK (on_message), house);
  g_signal_connect (door, "handle-messages", G_CALLBACK (on_messages), house);
  kontor_door_inbox_send (door, house);
  g_signal_connect (door, "handle-note", G_CALLBACK (on_note), house);
  g_signal_connect (door, "handle-assign", G_CALLBACK (on_assign), house);
  g_signal_connect (door, "handle-set-state", G_CALLBACK (on_set_state), house);
  g_signal_connect (door, "handle-hold", G_CALLBACK (on_hold), house);
  g_signal_connect (door, "handle-set-mode", G_CALLBACK (on_set_mode), house);
  g_signal_connect (door, "handle-search", G_CALLBACK (on_search), house);

  return door;
}
