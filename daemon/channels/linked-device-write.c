/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-write.c — a message of ours as it is kept and sealed: for whom, under which id of
 * WhatsApp's, and what is inside. WhatsApp's id is made from our token: said once more, it is the
 * same message. */
#include "base/clock.h"
#include "channels/linked-device-inside.h"
#include "model/error.h"
#include "protocol/crypt.h"
#include "protocol/padding.h"

#define ID_LENGTH 18

char *
kontor_linked_make_token_id (const char *token)
{
  g_autofree char *hash = NULL;
  g_autofree char *upper = NULL;

  if (token == NULL)
    return kontor_message_id_make ();
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, token, -1);
  upper = g_ascii_strup (hash, ID_LENGTH);

  return g_strconcat ("3EB0", upper, NULL);
}

/* (transfer full) (nullable): how the contact is reached: @person by LID, by address, by phone. */
static char *
find_user (KontorLinkedDevice *self, const KontorPerson *person)
{
  g_autofree char *phone = person->phone != NULL && *person->phone == '+'
    ? kontor_jid_make (person->phone + 1, 0, KONTOR_JID_SERVER) : NULL;
  const char *address = person->lid != NULL ? person->lid
                        : person->jid != NULL ? person->jid : phone;

  return address != NULL ? kontor_linked_dup_user (self, address) : NULL;
}

/* @about: the line's id; FALSE where it has another form. */
static gboolean
read_about (KontorLinkedDevice *self, const char *about, const char *chat, KontorTarget *target)
{
  g_autofree char *group = NULL, *user = NULL;

  if (about == NULL || !kontor_linked_read_id (about, &group, &user, &target->id))
    return FALSE;
  target->chat = g_strdup (chat);
  target->own = g_str_equal (user, KONTOR_LINKED_OWN);
  target->author = target->own ? kontor_linked_dup_own (self) : g_steal_pointer (&user);

  return TRUE;
}

/* What a quote names is always its author; a key does so only of others in a group. */
static gboolean
names_author (const KontorMessage *message, const KontorStanzaType *stanza,
              const KontorTarget *target)
{
  gboolean has_key = g_str_equal (message->kind, "reaction") || stanza->edit != NULL;

  return !has_key || (kontor_groups_is_one (target->chat) && !target->own);
}

KontorLinkedKept *
kontor_linked_write (KontorLinkedDevice *self, const KontorMessage *message, GError **error)
{
  g_autofree char *user = find_user (self, message->person);
  KontorTarget target = { NULL };
  KontorStanzaType stanza = kontor_content_get_stanza (message);
  g_autoptr(GBytes) secret = NULL, plain = NULL;
  guint8 random[32];
  KontorLinkedKept *kept;
  gboolean has_about;

  if (user == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "the contact has no phone number or address on WhatsApp");
      return NULL;
    }
  kontor_crypt_random (random, sizeof random);
  secret = g_bytes_new (random, sizeof random);
  has_about = read_about (self, message->about, user, &target);
  if (has_about && !names_author (message, &stanza, &target))
    g_clear_pointer (&target.author, g_free);
  plain = kontor_content_write (message, has_about ? &target : NULL, secret,
                                kontor_clock_now_us () / 1000, error);
  kontor_target_clear (&target);
  if (plain == NULL)
    return NULL;
  kept = g_new0 (KontorLinkedKept, 1);
  *kept = (KontorLinkedKept) { g_strdup (message->token), g_steal_pointer (&user),
                               g_strdup (stanza.type), g_strdup (stanza.media),
                               g_strdup (stanza.edit),
                               g_steal_pointer (&plain) };

  return kept;
}

gboolean
kontor_linked_check (const KontorMessage *message, GError **error)
{
  const KontorTarget about = { .id = (char *) "-", .chat = (char *) "-" };
  g_autoptr(GBytes) bytes = kontor_content_write (message, message->about != NULL ? &about : NULL,
                                                  NULL, 0, error);

  return bytes != NULL;
}
