/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-said.c — what stands in a decrypted message, as the inbox knows messages. Texts
 * never change there: an edit is said anew and names what it takes the place of, and what is taken
 * back stays with a word that it was. Whoever did not say something can do neither. */
#define G_LOG_DOMAIN "channels"

#include <string.h>

#include "base/clock.h"
#include "channels/linked-device-inside.h"
#include "model/json.h"

char *
kontor_linked_make_id (const char *group, const char *user, const char *id)
{
  return group != NULL ? g_strconcat (group, " ", user, "/", id, NULL)
                       : g_strconcat (user, "/", id, NULL);
}

gboolean
kontor_linked_read_id (const char *external_id, char **group, char **user, char **id)
{
  const char *slash = strrchr (external_id, '/'), *space = strchr (external_id, ' ');
  const char *start = space != NULL && slash != NULL && space < slash ? space + 1 : external_id;

  if (slash == NULL)
    return FALSE;
  *group = start != external_id ? g_strndup (external_id, space - external_id) : NULL;
  *user = g_strndup (start, slash - start);
  *id = g_strdup (slash + 1);

  return TRUE;
}

static gboolean
is_reaction (const KontorContent *content)
{
  return content->kind == KONTOR_CONTENT_SAID &&
         g_strcmp0 (content->message->kind, "reaction") == 0;
}

/* Who said what @content is about, OWN for us. A quote names its author; of two, a key says
 * whether it is the sender or the other; in a group it names others. (transfer full) */
static char *
dup_author (KontorLinkedDevice *self, const KontorContent *content, const char *group,
            const char *user, gboolean own)
{
  g_autofree char *author = kontor_linked_dup_user (self, content->target.author);
  gboolean names = content->kind == KONTOR_CONTENT_SAID && !is_reaction (content);

  if (author != NULL && kontor_linked_is_own (self, author))
    return g_strdup (KONTOR_LINKED_OWN);
  if (author != NULL && (names || (group != NULL && !content->target.own)))
    return g_steal_pointer (&author);
  if (group != NULL)
    return g_strdup (own ? KONTOR_LINKED_OWN : user);

  return g_strdup (content->target.own == own ? KONTOR_LINKED_OWN : user);
}

/* (transfer full) (nullable): the line's id of what @content is about, said by @user. In the
 * target "own" is who sent the content. */
static char *
dup_about (KontorLinkedDevice *self, const KontorContent *content, const char *group,
           const char *user, gboolean own)
{
  g_autofree char *author = NULL;

  if (content->target.id == NULL)
    return NULL;
  author = dup_author (self, content, group, user, own);

  return kontor_linked_make_id (g_str_equal (author, KONTOR_LINKED_OWN) ? NULL : group, author,
                                content->target.id);
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

/* In a group: who said it, as far as that is known. */
static void
name_member (KontorLinkedDevice *self, KontorMessage *message, const char *user, const char *name)
{
  g_autoptr(KontorPerson) person = kontor_linked_dup_person (self, user, name);
  g_autoptr(JsonNode) root = message->body != NULL
    ? kontor_json_parse (message->body, strlen (message->body), NULL) : NULL;
  JsonObject *body = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
    ? json_node_dup_object (root) : json_object_new ();
  JsonObject *member = json_object_new ();

  if (person->name != NULL)
    json_object_set_string_member (member, "name", person->name);
  if (person->phone != NULL)
    json_object_set_string_member (member, "phone", person->phone);
  json_object_set_object_member (body, "member", member);
  g_free (message->body);
  message->body = kontor_json_take_text (body);
}

/* (transfer full) (nullable): the chat in which it was said. */
static char *
dup_chat (KontorLinkedDevice *self, const KontorContent *content, const char *group,
          const char *user, gboolean own)
{
  if (group != NULL)
    return g_strdup (group);

  return own ? kontor_linked_dup_user (self, content->sent_to) : g_strdup (user);
}

void
kontor_linked_take_content (KontorLinkedDevice *self, KontorBatch *batch, KontorContent *content,
                            const KontorNode *node, const char *user, gboolean own)
{
  const char *from = kontor_node_get (node, "from"), *name = kontor_node_get (node, "notify");
  const char *group = kontor_groups_is_one (from) ? from : NULL;
  gboolean changes = content->kind == KONTOR_CONTENT_EDIT || content->kind == KONTOR_CONTENT_REVOKE;
  g_autofree char *chat = dup_chat (self, content, group, user, own);
  g_autofree char *about = chat != NULL
    ? dup_about (self, content, group, group != NULL ? user : chat, own) : NULL;
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
  message->external_id = kontor_linked_make_id (own ? NULL : group, own ? KONTOR_LINKED_OWN : user,
                                                kontor_node_get (node, "id"));
  g_clear_pointer (&message->person, kontor_person_free);
  message->person = group != NULL ? kontor_linked_dup_group_person (self, group)
                                  : kontor_linked_dup_person (self, chat, own ? NULL : name);
  g_free (message->about);
  message->about = g_steal_pointer (&about);
  message->said_at_us = read_time (node);
  if (group != NULL && !own)
    name_member (self, message, user, name);
  if (!own)
    kontor_linked_meet (self, chat);
  g_ptr_array_add (own ? batch->own : batch->messages, message);
}
