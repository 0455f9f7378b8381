/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-presence.c — customers see "online" only while somebody writes to one of them, and
 * for as long after as WhatsApp shows "typing…" without a further word: whoever is online on one
 * device hears of nothing on the phone. Whether they see it at all is a setting. WhatsApp tells who
 * writes only to those who are online, so it is known in a talk that is under way.
 * Facts: wa-wire outgoing.json "presence", "chatstate"; whatsmeow presence.go. */
#include "base/alarm.h"
#include "base/clock.h"
#include "channels/linked-device-inside.h"

#define SHOWN_US (25 * G_USEC_PER_SEC)

static void
tell_presence (KontorLinkedDevice *self, const char *type)
{
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);
  g_autoptr(KontorNode) presence = kontor_node_new ("presence", "type", type, "name",
                                                    credentials->name, NULL);

  kontor_linked_tell (self, presence);
}

static void
on_shown_long_enough (gpointer data)
{
  KontorLinkedDevice *self = data;

  self->present = 0;
  tell_presence (self, "unavailable");
}

static void
show_writing (KontorLinkedDevice *self, const char *chat)
{
  g_autoptr(KontorNode) state = kontor_node_new ("chatstate", "to", chat, NULL);

  if (self->present == 0)
    tell_presence (self, "available");
  kontor_alarm_clear (&self->present);
  self->present = kontor_alarm_set (SHOWN_US, on_shown_long_enough, self);
  kontor_node_add (state, kontor_node_new ("composing", NULL));
  kontor_linked_tell (self, state);
}

void
kontor_linked_hear_typing (KontorLinkedDevice *self, const KontorNode *state)
{
  const char *from = kontor_node_get (state, "from");
  gboolean is_group = kontor_groups_is_one (from);
  g_autofree char *user = kontor_linked_dup_user (self, from);
  g_autoptr(KontorPerson) person = NULL;

  if (user == NULL || kontor_linked_is_own (self, user))
    return;
  person = is_group ? kontor_linked_dup_group_person (self, from)
                    : kontor_linked_dup_person (self, user, NULL);
  kontor_channel_tell_typing (KONTOR_CHANNEL (self), person,
                              kontor_node_find (state, "composing") != NULL);
}

void
kontor_linked_mark_read (KontorChannel *channel, const char *external_id, gboolean typing)
{
  KontorLinkedDevice *self = KONTOR_LINKED_DEVICE (channel);
  g_autofree char *group = NULL, *user = NULL, *id = NULL;
  g_autoptr(KontorWireReceipt) receipt = NULL;
  g_autoptr(KontorNode) node = NULL;

  if (self->session == NULL || kontor_session_get_state (self->session) != KONTOR_SESSION_ONLINE ||
      !kontor_linked_read_id (external_id, &group, &user, &id) ||
      g_str_equal (user, KONTOR_LINKED_OWN))
    return;
  if (typing)
    {
      if (!self->hides_writing)
        show_writing (self, group != NULL ? group : user);
      return;
    }
  receipt = kontor_wire_receipt_new (KONTOR_RECEIPT_READ, group != NULL ? group : user);
  receipt->participant = group != NULL ? g_strdup (user) : NULL;
  receipt->at_s = kontor_clock_now_us () / G_USEC_PER_SEC;
  g_ptr_array_add (receipt->ids, g_steal_pointer (&id));
  node = kontor_receipts_write (receipt);
  kontor_linked_tell (self, node);
}
