/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content-read.c — one table of what wraps a message and one of what is said, by where each stands
 * in the decoded message. Decoding is one level at a time, since wrapped messages are bytes to the
 * decoder. */
#include "protocol/content.h"

#include <string.h>

#include "model/error.h"
#include "model/json.h"
#include "protocol/content-inside.h"

/* WhatsApp wraps three deep: sent from a device, disappearing, view once. */
#define MOST_WRAPPED 8

#define PROTOCOL_REVOKE 0
#define PROTOCOL_EDIT   14

static GBytes *
copy_bytes (const ProtobufCBinaryData *data)
{
  return g_bytes_new (data->data, data->len);
}

/* Where the message inside of @wrapped is; FALSE where there is none. */
static gboolean
look_inside (const ProtobufCBinaryData *inner, gboolean has, ProtobufCBinaryData *next)
{
  if (!has || inner->len == 0)
    return FALSE;
  *next = *inner;

  return TRUE;
}

static const struct {
  gsize    offset;
  gboolean once;
} wrappers[] = {
  { G_STRUCT_OFFSET (Wa__Message, ephemeral) },
  { G_STRUCT_OFFSET (Wa__Message, view_once), TRUE },
  { G_STRUCT_OFFSET (Wa__Message, view_once_v2), TRUE },
  { G_STRUCT_OFFSET (Wa__Message, view_once_v2_extension), TRUE },
  { G_STRUCT_OFFSET (Wa__Message, document_with_caption) },
  { G_STRUCT_OFFSET (Wa__Message, edited) },
  { G_STRUCT_OFFSET (Wa__Message, group_mentioned) },
  { G_STRUCT_OFFSET (Wa__Message, lottie_sticker) },
  { G_STRUCT_OFFSET (Wa__Message, associated_child) },
};

static gboolean
find_wrapped (KontorContent *self, const Wa__Message *message, ProtobufCBinaryData *next)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrappers); i++)
    {
      const Wa__Wrapped *wrapped = G_STRUCT_MEMBER (Wa__Wrapped *, message, wrappers[i].offset);

      if (wrapped == NULL || !look_inside (&wrapped->message, wrapped->has_message, next))
        continue;
      self->view_once = self->view_once || wrappers[i].once;
      return TRUE;
    }

  return FALSE;
}

static void
take_sender_key (KontorContent *self, const Wa__SenderKeyDistribution *key)
{
  if (key == NULL || key->group_id == NULL || !key->has_axolotl || self->sender_key != NULL)
    return;
  self->group = g_utf8_make_valid (key->group_id, -1);
  self->sender_key = copy_bytes (&key->axolotl);
}

static void
take_context (KontorContent *self, const Wa__MessageContextInfo *context)
{
  if (context != NULL && context->has_message_secret && self->secret == NULL)
    self->secret = copy_bytes (&context->message_secret);
}

/* The target a key names, in place of what was there. */
static void
take_target (KontorContent *self, const Wa__MessageKey *key)
{
  kontor_target_clear (&self->target);
  self->target = (KontorTarget) {
    kontor_content_text (key->id), kontor_content_text (key->remote_jid),
    kontor_content_text (key->participant), NULL, key->has_from_me && key->from_me,
  };
}

static gboolean
has_id (const Wa__MessageKey *key)
{
  return key != NULL && key->id != NULL && *key->id != '\0';
}

static gboolean
read_reaction (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const Wa__Reaction *reaction = message->reaction;

  if (!has_id (reaction->key))
    return FALSE;
  take_target (self, reaction->key);
  self->message->about = g_strdup (self->target.id);
  self->message->text = reaction->text != NULL && *reaction->text != '\0'
    ? kontor_content_text (reaction->text) : NULL;
  json_object_set_string_member (body, "emoji",
                                 self->message->text != NULL ? self->message->text : "");

  return TRUE;
}

static gboolean
read_conversation (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  self->message->text = kontor_content_text (message->conversation);

  return TRUE;
}

static gboolean
read_extended (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const Wa__ExtendedText *part = message->extended_text;

  self->message->text = kontor_content_text (part->text != NULL ? part->text : "");
  kontor_content_read_context (self, part->context_info, body);

  return TRUE;
}

static gboolean
read_button (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const Wa__TemplateButtonReply *part = message->template_button_reply;

  kontor_content_put (body, "id", part->selected_id);
  self->message->text = kontor_content_text (part->selected_display_text);
  kontor_content_read_context (self, part->context_info, body);

  return self->message->text != NULL;
}

static gboolean
read_buttons_response (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const Wa__ButtonsResponse *part = message->buttons_response;

  kontor_content_put (body, "id", part->selected_button_id);
  self->message->text = kontor_content_text (part->selected_display_text);
  kontor_content_read_context (self, part->context_info, body);

  return self->message->text != NULL;
}

static gboolean
read_list_response (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const Wa__ListResponse *part = message->list_response;

  kontor_content_put (body, "id", part->single_select_reply != NULL
                      ? part->single_select_reply->selected_row_id : NULL);
  kontor_content_put (body, "description", part->description);
  self->message->text = kontor_content_text (part->title);
  kontor_content_read_context (self, part->context_info, body);

  return self->message->text != NULL;
}

/* In this order: the first that is there is what is said. */
static const struct {
  gsize              offset;
  const char        *kind;
  KontorContentRead  read;
} said[] = {
  { G_STRUCT_OFFSET (Wa__Message, conversation), "text", read_conversation },
  { G_STRUCT_OFFSET (Wa__Message, extended_text), "text", read_extended },
  { G_STRUCT_OFFSET (Wa__Message, image), "image", kontor_content_read_image },
  { G_STRUCT_OFFSET (Wa__Message, video), "video", kontor_content_read_video },
  { G_STRUCT_OFFSET (Wa__Message, ptv), "video", kontor_content_read_ptv },
  { G_STRUCT_OFFSET (Wa__Message, audio), "audio", kontor_content_read_audio },
  { G_STRUCT_OFFSET (Wa__Message, document), "document", kontor_content_read_document },
  { G_STRUCT_OFFSET (Wa__Message, sticker), "sticker", kontor_content_read_sticker },
  { G_STRUCT_OFFSET (Wa__Message, location), "location", kontor_content_read_location },
  { G_STRUCT_OFFSET (Wa__Message, live_location), "location", kontor_content_read_live_location },
  { G_STRUCT_OFFSET (Wa__Message, contact), "contacts", kontor_content_read_contact },
  { G_STRUCT_OFFSET (Wa__Message, contacts), "contacts", kontor_content_read_contacts },
  { G_STRUCT_OFFSET (Wa__Message, reaction), "reaction", read_reaction },
  { G_STRUCT_OFFSET (Wa__Message, template_button_reply), "button", read_button },
  { G_STRUCT_OFFSET (Wa__Message, buttons_response), "choice", read_buttons_response },
  { G_STRUCT_OFFSET (Wa__Message, list_response), "choice", read_list_response },
};

static void
set_message (KontorContent *self, const char *kind)
{
  g_clear_pointer (&self->message, kontor_message_free);
  self->message = g_new0 (KontorMessage, 1);
  self->message->kind = g_strdup (kind);
}

static void
keep_whole (KontorContent *self, const ProtobufCBinaryData *bytes)
{
  JsonObject *body = json_object_new (), *whole = json_object_new ();
  g_autofree char *text = g_base64_encode (bytes->data, bytes->len);

  set_message (self, "unsupported");
  json_object_set_string_member (whole, "protobuf", text);
  json_object_set_object_member (body, "message", whole);
  self->message->body = kontor_json_take_text (body);
}

static void
read_said (KontorContent *self, const Wa__Message *message, const ProtobufCBinaryData *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (G_STRUCT_MEMBER (gpointer, message, said[i].offset) != NULL)
      {
        g_autoptr(JsonObject) body = json_object_new ();

        set_message (self, said[i].kind);
        if (!said[i].read (self, message, body))
          break;
        if (json_object_get_size (body) > 0)
          self->message->body = kontor_json_take_text (json_object_ref (body));
        return;
      }
  keep_whole (self, bytes);
}

/* Whether there is anything but keys and context in it. */
static gboolean
says_anything (const Wa__Message *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (G_STRUCT_MEMBER (gpointer, message, said[i].offset) != NULL)
      return TRUE;

  return message->base.n_unknown_fields > 0;
}

/* Field 15 is a sender key as well, for calls, and nothing that is said. */
static gboolean
is_only_a_key (const Wa__Message *message)
{
  return message->base.n_unknown_fields == 1 && message->base.unknown_fields[0].tag == 15;
}

static void
read_edit (KontorContent *self, const ProtobufCBinaryData *bytes)
{
  Wa__Message *message = wa__message__unpack (NULL, bytes->len, bytes->data);
  KontorTarget target = self->target;

  self->kind = KONTOR_CONTENT_EDIT;
  if (message == NULL)
    {
      keep_whole (self, bytes);
      return;
    }
  self->target = (KontorTarget) { NULL };
  read_said (self, message, bytes);
  kontor_target_clear (&self->target);
  self->target = target;
  wa__message__free_unpacked (message, NULL);
}

static void
read_protocol (KontorContent *self, const ProtobufCBinaryData *bytes)
{
  Wa__Protocol *protocol = wa__protocol__unpack (NULL, bytes->len, bytes->data);

  if (protocol == NULL)
    {
      self->kind = KONTOR_CONTENT_NOTHING;
      return;
    }
  self->kind = KONTOR_CONTENT_PROTOCOL;
  self->protocol_type = protocol->has_type ? protocol->type : PROTOCOL_REVOKE;
  self->protocol = copy_bytes (bytes);
  if (has_id (protocol->key))
    {
      take_target (self, protocol->key);
      if (self->protocol_type == PROTOCOL_REVOKE)
        self->kind = KONTOR_CONTENT_REVOKE;
      else if (self->protocol_type == PROTOCOL_EDIT && protocol->has_edited_message)
        read_edit (self, &protocol->edited_message);
    }
  wa__protocol__free_unpacked (protocol, NULL);
}

static void
read_inside (KontorContent *self, const Wa__Message *message, const ProtobufCBinaryData *bytes)
{
  if (message->has_protocol)
    read_protocol (self, &message->protocol);
  else if (!says_anything (message) || is_only_a_key (message))
    self->kind = KONTOR_CONTENT_NOTHING;
  else
    read_said (self, message, bytes);
}

/* One level: what it carries besides, and what is wrapped in it. FALSE: nothing is. */
static gboolean
unwrap (KontorContent *self, const Wa__Message *message, gboolean own_device,
        ProtobufCBinaryData *next)
{
  const Wa__DeviceSent *sent = message->device_sent;

  take_sender_key (self, message->sender_key_distribution);
  take_context (self, message->context_info);
  if (sent == NULL || !own_device)
    return find_wrapped (self, message, next);
  if (self->sent_to == NULL)
    self->sent_to = kontor_content_text (sent->destination_jid);

  return look_inside (&sent->message, sent->has_message, next);
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, why);

  return FALSE;
}

/* *inside: (transfer full) (nullable): the message that was wrapped in this one */
static gboolean
read_level (KontorContent *self, GBytes *level, gboolean own_device, GBytes **inside,
            GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (level, &size);
  const ProtobufCBinaryData bytes = { size, (guint8 *) data };
  Wa__Message *message = wa__message__unpack (NULL, size, data);
  ProtobufCBinaryData next;

  if (message == NULL)
    return refuse (error, "what was decrypted is no message");
  if (unwrap (self, message, own_device, &next))
    *inside = copy_bytes (&next);
  else
    read_inside (self, message, &bytes);
  wa__message__free_unpacked (message, NULL);

  return TRUE;
}

KontorContent *
kontor_content_read (GBytes *bytes, gboolean own_device, GError **error)
{
  g_autoptr(KontorContent) self = g_new0 (KontorContent, 1);
  g_autoptr(GBytes) level = g_bytes_ref (bytes);

  for (guint depth = 0; depth < MOST_WRAPPED; depth++)
    {
      g_autoptr(GBytes) inside = NULL;

      if (!read_level (self, level, own_device, &inside, error))
        return NULL;
      if (inside == NULL)
        return g_steal_pointer (&self);
      g_bytes_unref (level);
      level = g_steal_pointer (&inside);
    }
  refuse (error, "a message is wrapped in too many others");

  return NULL;
}

void
kontor_target_clear (KontorTarget *target)
{
  g_clear_pointer (&target->id, g_free);
  g_clear_pointer (&target->chat, g_free);
  g_clear_pointer (&target->author, g_free);
  g_clear_pointer (&target->text, g_free);
}

void
kontor_content_free (KontorContent *self)
{
  g_clear_pointer (&self->message, kontor_message_free);
  kontor_target_clear (&self->target);
  g_clear_pointer (&self->sender_key, g_bytes_unref);
  g_clear_pointer (&self->secret, g_bytes_unref);
  g_clear_pointer (&self->protocol, g_bytes_unref);
  g_free (self->sent_to);
  g_free (self->group);
  g_free (self);
}
