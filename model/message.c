/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/message.h"

#include <string.h>

#include "model/json.h"

KontorPerson *
kontor_person_new (const char *phone, const char *name)
{
  KontorPerson *person = g_new0 (KontorPerson, 1);

  person->phone = g_strdup (phone);
  person->name = g_strdup (name);

  return person;
}

void
kontor_person_free (KontorPerson *person)
{
  if (person == NULL)
    return;
  kontor_person_free (person->was);
  g_free (person->phone);
  g_free (person->jid);
  g_free (person->lid);
  g_free (person->user_id);
  g_free (person->name);
  g_free (person);
}

gboolean
kontor_person_is_group (const KontorPerson *person)
{
  return person->jid != NULL && g_str_has_suffix (person->jid, "@g.us");
}

KontorMedia *
kontor_media_new (const char *remote, const char *mime)
{
  KontorMedia *media = g_new0 (KontorMedia, 1);

  media->remote = g_strdup (remote);
  media->mime = g_strdup (mime);
  media->size = -1;

  return media;
}

void
kontor_media_free (KontorMedia *media)
{
  g_free (media->remote);
  g_free (media->mime);
  g_free (media->sha256);
  g_free (media->name);
  g_free (media->path);
  g_free (media);
}

KontorMessage *
kontor_message_new (const char *external_id, const char *phone, const char *name, const char *text,
                    gint64 said_at_us)
{
  KontorMessage *message = g_new0 (KontorMessage, 1);

  message->external_id = g_strdup (external_id);
  message->person = kontor_person_new (phone, name);
  message->kind = g_strdup ("text");
  message->text = g_strdup (text);
  message->said_at_us = said_at_us;

  return message;
}

void
kontor_message_free (KontorMessage *message)
{
  g_free (message->external_id);
  kontor_person_free (message->person);
  g_free (message->kind);
  g_free (message->text);
  g_free (message->body);
  g_free (message->about);
  g_free (message->token);
  g_clear_pointer (&message->media, kontor_media_free);
  g_free (message);
}

KontorChange
kontor_change_read (const char *kind, const char *body)
{
  g_autoptr(JsonNode) root = body != NULL ? kontor_json_parse (body, strlen (body), NULL) : NULL;
  JsonObject *held = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root)
                                                                   : NULL;

  if (g_strcmp0 (kind, "system") == 0 &&
      g_strcmp0 (kontor_json_get_text (held, "type"), "taken-back") == 0)
    return KONTOR_CHANGE_TAKE_BACK;

  return g_strcmp0 (kind, "text") == 0 && kontor_json_get_yes (held, "edited")
    ? KONTOR_CHANGE_EDIT : KONTOR_CHANGE_NONE;
}

KontorReceipt *
kontor_receipt_new (const char *external_id, const char *state, const char *reason)
{
  KontorReceipt *receipt = g_new0 (KontorReceipt, 1);

  receipt->external_id = g_strdup (external_id);
  receipt->state = g_strdup (state);
  receipt->reason = g_strdup (reason);

  return receipt;
}

void
kontor_receipt_free (KontorReceipt *receipt)
{
  g_free (receipt->external_id);
  g_free (receipt->state);
  g_free (receipt->reason);
  g_free (receipt->token);
  g_free (receipt->cost);
  g_free (receipt);
}

KontorNotice *
kontor_notice_new (const char *kind, const char *body)
{
  KontorNotice *notice = g_new0 (KontorNotice, 1);

  notice->kind = g_strdup (kind);
  notice->body = g_strdup (body);

  return notice;
}

void
kontor_notice_free (KontorNotice *notice)
{
  g_free (notice->kind);
  g_free (notice->body);
  g_free (notice);
}
