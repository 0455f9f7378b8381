/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-said.c — what stands in a decrypted message, as the inbox knows messages. Texts
 * never change there: an edit is said anew and names what it takes the place of, and what is taken
 * back stays with a word that it was. Whoever did not say something can do neither. */
#define G_LOG_DOMAIN "channels"

#include "base/clock.h"
#include "channels/linked-device-inside.h"
#include "model/json.h"

/* (transfer full) (nullable): the line's id of what @content is about, said by @user. In the
 * target "own" is who sent the content. */
static char *
dup_about (KontorLinkedDevice *self, const KontorContent *content, const char *user, gboolean own)
{
  const KontorTarget *target = &content->target;
  g_autofree char *author = NULL;

  if (target->id == NULL)
    return NULL;
  author = kontor_linked_dup_user (self, target->author);
  if (author != NULL && kontor_linked_is_own (self, author))
    return kontor_linked_make_id (KONTOR_LINKED_OWN, target->id);
  if (author != NULL && content->kind == KONTOR_CONTENT_SAID &&
      g_strcmp0 (content->message->kind, "reaction") != 0)
    return kontor_linked_make_id (author, target->id);

  return kontor_linked_make_id (target->own == own ? KONTOR_LINKED_OWN : user, target->id);
}

static char *
make_body (const char *name)
{
  JsonObject *body = json_object_new ();

  json_object_set_boolean_member (body, name, TRUE);

  return kontor_json_take_text (body);
}

static KontorMessage *
take_message (KontorContent *content)
{
  KontorMessage *message;

  switch (content->kind)
    {
    case KONTOR_CONTENT_SAID:
      return g_steal_pointer (&content->message);
    case KONTOR_CONTENT_EDIT:
      message = g_steal_pointer (&content->message);
      if (message->body == NULL)
        message->body = make_body ("edited");
      return message;
    case KONTOR_CONTENT_REVOKE:
      message = g_new0 (KontorMessage, 1);
      message->kind = g_strdup ("system");
      message->body = g_strdup ("{\"type\":\"taken-back\"}");
      return message;
    default:
      return NULL;
    }
}

static gint64
read_time (const KontorNode *node)
{
  gint64 at_s = kontor_node_get_number (node, "t");

  return at_s > 0 && at_s < G_MAXINT64 / G_USEC_PER_SEC ? at_s * G_USEC_PER_SEC
                                                        : kontor_clock_now_us ();
}

void
kontor_linked_take_content (KontorLinkedDevice *self, KontorBatch *batch, KontorContent *content,
                            const KontorNode *node, const char *user, gboolean own)
{
  gboolean changes = content->kind == KONTOR_CONTENT_EDIT || content->kind == KONTOR_CONTENT_REVOKE;
  g_autofree char *chat = own ? kontor_linked_dup_user (self, content->sent_to) : g_strdup (user);
  g_autofree char *about = chat != NULL ? dup_about (self, content, chat, own) : NULL;
  KontorMessage *message;

  /* What we say to ourselves, and what says nothing, is not for the inbox. */
  if (chat == NULL || (own && kontor_linked_is_own (self, chat)))
    return;
  if (changes && !content->target.own)
    {
      g_message ("somebody wanted to change what another had said");
      return;
    }
  message = take_message (content);
  if (message == NULL)
    return;
  g_free (message->external_id);
  message->external_id = kontor_linked_make_id (own ? KONTOR_LINKED_OWN : user,
                                                kontor_node_get (node, "id"));
  g_clear_pointer (&message->person, kontor_person_free);
  message->person = kontor_linked_dup_person (self, chat,
                                              own ? NULL : kontor_node_get (node, "notify"));
  g_free (message->about);
  message->about = g_steal_pointer (&about);
  message->said_at_us = read_time (node);
  if (!own)
    kontor_linked_meet (self, user);
  g_ptr_array_add (own ? batch->own : batch->messages, message);
}
