/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content-write.c — what a linked device says: texts, places, cards and reactions. Buttons, lists
 * and templates are not documented for linked devices and often not shown, so they are refused
 * here; files come with their own issue. */
#include <string.h>

#include "model/error.h"
#include "model/json.h"
#include "protocol/content-inside.h"
#include "protocol/proto.h"

#define MOST_TEXT 65536
#define PROTOCOL_REVOKE 0
#define PROTOCOL_EDIT   14

typedef struct {
  const KontorMessage *message;
  const KontorTarget  *about;    /* (nullable) */
  JsonObject          *body;     /* (nullable) */
  gint64               now_ms;
  Wa__Message          to;
  GPtrArray           *owned;    /* what @to points into */
  GError             **error;
} Writer;

static gboolean
refuse (Writer *w, const char *why)
{
  g_set_error_literal (w->error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, why);

  return FALSE;
}

#define OWN(w, type, ...) \
  ((type *) own (w, g_memdup2 (&(type) __VA_ARGS__, sizeof (type))))

static gpointer
own (Writer *w, gpointer part)
{
  g_ptr_array_add (w->owned, part);

  return part;
}

/* protobuf-c only reads through these. */
static char *
lend (const char *text)
{
  return (char *) text;
}

static ProtobufCBinaryData
lend_bytes (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return kontor_proto_lend (data, size);
}

/* What is quoted is shown as it stands here. */
static Wa__ContextInfo *
write_quote (Writer *w)
{
  Wa__Message quoted = WA__MESSAGE__INIT;
  Wa__ContextInfo *context;
  gsize size;

  if (w->about == NULL)
    return NULL;
  quoted.conversation = lend (w->about->text != NULL ? w->about->text : "");
  context = OWN (w, Wa__ContextInfo, WA__CONTEXT_INFO__INIT);
  context->stanza_id = lend (w->about->id);
  context->participant = lend (w->about->author);
  context->has_quoted_message = TRUE;
  context->quoted_message.data = own (
    w, g_bytes_unref_to_data (kontor_proto_write (&quoted.base), &size));
  context->quoted_message.len = size;

  return context;
}

/* (transfer full) (nullable): the first web address in @text */
static char *
find_link (const char *text)
{
  const char *secure = strstr (text, "https://"), *plain = strstr (text, "http://");
  const char *link = secure != NULL && (plain == NULL || secure < plain) ? secure : plain;
  gsize size = 0;

  if (link == NULL)
    return NULL;
  while (link[size] != '\0' && !g_ascii_isspace (link[size]) &&
         strchr ("<>\"", link[size]) == NULL)
    size++;

  return g_strndup (link, size);
}

static gboolean
write_text (Writer *w)
{
  const char *text = w->message->text;
  g_autofree char *link = text != NULL ? find_link (text) : NULL;
  Wa__ExtendedText *part;

  if (text == NULL || *text == '\0')
    return refuse (w, "the text is missing");
  if (g_utf8_strlen (text, -1) > MOST_TEXT)
    return refuse (w, "the text is longer than the 65536 characters WhatsApp allows");
  if (link == NULL && w->about == NULL)
    {
      w->to.conversation = lend (text);
      return TRUE;
    }
  part = OWN (w, Wa__ExtendedText, WA__EXTENDED_TEXT__INIT);
  part->text = lend (text);
  part->matched_text = link != NULL ? own (w, g_steal_pointer (&link)) : NULL;
  part->context_info = write_quote (w);
  w->to.extended_text = part;

  return TRUE;
}

static gboolean
write_location (Writer *w)
{
  Wa__Location *part = OWN (w, Wa__Location, WA__LOCATION__INIT);

  part->has_degrees_latitude = part->has_degrees_longitude = TRUE;
  part->degrees_latitude = kontor_json_get_double (w->body, "latitude", 1000);
  part->degrees_longitude = kontor_json_get_double (w->body, "longitude", 1000);
  part->name = lend (kontor_json_get_text (w->body, "name"));
  part->address = lend (kontor_json_get_text (w->body, "address"));
  part->context_info = write_quote (w);
  w->to.location = part;
  if (!(ABS (part->degrees_latitude) <= 90) || !(ABS (part->degrees_longitude) <= 180))
    return refuse (w, "latitude (-90 to 90) and longitude (-180 to 180) are missing");

  return TRUE;
}

/* RFC 6350, 3.4 */
static void
append_escaped (GString *card, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (card, "\\n");
    else if (*text != '\r')
      {
        if (strchr (",;\\", *text) != NULL)
          g_string_append_c (card, '\\');
        g_string_append_c (card, *text);
      }
}

static void
append_digits (GString *card, const char *number)
{
  for (; *number != '\0'; number++)
    if (g_ascii_isdigit (*number))
      g_string_append_c (card, *number);
}

/* A text, or an object with the member "phone"; NULL for anything else. */
static const char *
get_number (JsonArray *phones, guint n)
{
  JsonNode *node = json_array_get_element (phones, n);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return kontor_json_get_text (json_node_get_object (node), "phone");

  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static char *
write_card (const char *name, JsonArray *phones)
{
  GString *card = g_string_new ("BEGIN:VCARD\nVERSION:3.0\nN:;");

  append_escaped (card, name);
  g_string_append (card, ";;;\nFN:");
  append_escaped (card, name);
  for (guint i = 0; i < kontor_json_get_length (phones); i++)
    {
      const char *number = get_number (phones, i);

      if (number == NULL)
        continue;
      g_string_append (card, "\nTEL;type=CELL;type=VOICE;waid=");
      append_digits (card, number);
      g_string_append_c (card, ':');
      append_escaped (card, number);
    }
  g_string_append (card, "\nEND:VCARD");

  return g_string_free (card, FALSE);
}

static Wa__Contact *
write_contact (Writer *w, JsonObject *given)
{
  const char *name = kontor_json_get_text (given, "name");
  Wa__Contact *part;

  if (name == NULL || *name == '\0')
    return NULL;
  part = OWN (w, Wa__Contact, WA__CONTACT__INIT);
  part->display_name = lend (name);
  part->vcard = own (w, write_card (name, kontor_json_get_array (given, "phones")));

  return part;
}

static gboolean
write_contacts (Writer *w)
{
  JsonArray *given = kontor_json_get_array (w->body, "contacts");
  guint count = kontor_json_get_length (given);
  Wa__Contact **cards = own (w, g_new0 (Wa__Contact *, count + 1));

  if (count == 0)
    return refuse (w, "there is no contact to send");
  for (guint i = 0; i < count; i++)
    {
      cards[i] = write_contact (w, kontor_json_get_nth (given, i));
      if (cards[i] == NULL)
        return refuse (w, "a contact needs a name");
    }
  if (count == 1)
    {
      w->to.contact = cards[0];
      cards[0]->context_info = write_quote (w);
      return TRUE;
    }
  w->to.contacts = OWN (w, Wa__Contacts, WA__CONTACTS__INIT);
  w->to.contacts->display_name = cards[0]->display_name;
  w->to.contacts->contacts = cards;
  w->to.contacts->n_contacts = count;
  w->to.contacts->context_info = write_quote (w);

  return TRUE;
}

static Wa__MessageKey
write_key (const KontorTarget *target)
{
  Wa__MessageKey key = WA__MESSAGE_KEY__INIT;

  key.remote_jid = lend (target->chat);
  key.has_from_me = TRUE;
  key.from_me = target->own;
  key.id = lend (target->id);
  key.participant = lend (target->author);

  return key;
}

static gboolean
write_reaction (Writer *w)
{
  const char *emoji = kontor_json_get_text (w->body, "emoji");
  const Wa__MessageKey key = w->about != NULL ? write_key (w->about)
                                              : (Wa__MessageKey) WA__MESSAGE_KEY__INIT;

  if (w->about == NULL || emoji == NULL)
    return refuse (w, "a reaction needs an emoji and the message it is about");
  w->to.reaction = OWN (w, Wa__Reaction, WA__REACTION__INIT);
  w->to.reaction->key = own (w, g_memdup2 (&key, sizeof key));
  w->to.reaction->text = lend (emoji);
  w->to.reaction->has_sender_timestamp_ms = TRUE;
  w->to.reaction->sender_timestamp_ms = w->now_ms;

  return TRUE;
}

static const struct {
  const char *kind;
  gboolean  (*write) (Writer *w);
  const char *type, *media;  /* as the stanza calls it */
} kinds[] = {
  { "text", write_text, "text", NULL },
  { "location", write_location, "media", "location" },
  { "contacts", write_contacts, "media", "vcard" },
  { "reaction", write_reaction, "reaction", NULL },
};

static gboolean
write_kind (Writer *w)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (w->message->kind, kinds[i].kind) == 0)
      return kinds[i].write (w);
  g_set_error (w->error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "a linked device does not send messages of the kind “%s”", w->message->kind);

  return FALSE;
}

static JsonObject *
get_body (const KontorMessage *message, JsonNode **root)
{
  *root = message->body != NULL
    ? kontor_json_parse (message->body, strlen (message->body), NULL) : NULL;

  return *root != NULL && JSON_NODE_HOLDS_OBJECT (*root) ? json_node_get_object (*root) : NULL;
}

KontorStanzaType
kontor_content_get_stanza (const KontorMessage *message)
{
  KontorChange change = kontor_change_read (message->kind, message->body);
  g_autoptr(JsonNode) root = NULL;
  JsonObject *body = get_body (message, &root);
  g_autofree char *link = message->text != NULL ? find_link (message->text) : NULL;

  if (change != KONTOR_CHANGE_NONE)
    return (KontorStanzaType) { "text", NULL, change == KONTOR_CHANGE_EDIT ? "1" : "7" };
  if (g_strcmp0 (message->kind, "text") == 0 && link != NULL)
    return (KontorStanzaType) { "media", "url" };
  if (kontor_json_get_length (kontor_json_get_array (body, "contacts")) > 1)
    return (KontorStanzaType) { "media", "contact_array" };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (message->kind, kinds[i].kind) == 0)
      return (KontorStanzaType) { kinds[i].type, kinds[i].media };

  return (KontorStanzaType) { "text", NULL };
}

static GBytes *
write_said (const KontorMessage *message, const KontorTarget *about, GBytes *secret, gint64 now_ms,
            GError **error)
{
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  Wa__MessageContextInfo context = WA__MESSAGE_CONTEXT_INFO__INIT;
  Writer w = {
    .message = message, .about = about, .body = get_body (message, &root),
    .now_ms = now_ms, .to = WA__MESSAGE__INIT, .owned = owned, .error = error,
  };

  if (!write_kind (&w))
    return NULL;
  if (secret != NULL)
    {
      context.has_message_secret = TRUE;
      context.message_secret = lend_bytes (secret);
      w.to.context_info = &context;
    }

  return kontor_proto_write (&w.to.base);
}

static GBytes *
write_protocol (Wa__Protocol *protocol, const KontorTarget *target, int type)
{
  Wa__Message message = WA__MESSAGE__INIT;
  Wa__MessageKey key = write_key (target);
  g_autoptr(GBytes) bytes = NULL;

  protocol->key = &key;
  protocol->has_type = TRUE;
  protocol->type = type;
  bytes = kontor_proto_write (&protocol->base);
  message.has_protocol = TRUE;
  message.protocol = lend_bytes (bytes);

  return kontor_proto_write (&message.base);
}

GBytes *
kontor_content_write_edit (GBytes *message, const KontorTarget *target, gint64 now_ms)
{
  Wa__Protocol protocol = WA__PROTOCOL__INIT;

  protocol.has_edited_message = TRUE;
  protocol.edited_message = lend_bytes (message);
  protocol.has_timestamp_ms = TRUE;
  protocol.timestamp_ms = now_ms;

  return write_protocol (&protocol, target, PROTOCOL_EDIT);
}

GBytes *
kontor_content_write_revoke (const KontorTarget *target)
{
  Wa__Protocol protocol = WA__PROTOCOL__INIT;

  return write_protocol (&protocol, target, PROTOCOL_REVOKE);
}

static GBytes *
write_change (const KontorMessage *message, const KontorTarget *about, KontorChange change,
              gint64 now_ms, GError **error)
{
  g_autoptr(GBytes) said = NULL;

  if (about == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "a change needs the message it is about");
      return NULL;
    }
  if (change == KONTOR_CHANGE_TAKE_BACK)
    return kontor_content_write_revoke (about);
  said = write_said (message, NULL, NULL, now_ms, error);

  return said != NULL ? kontor_content_write_edit (said, about, now_ms) : NULL;
}

GBytes *
kontor_content_write (const KontorMessage *message, const KontorTarget *about, GBytes *secret,
                      gint64 now_ms, GError **error)
{
  KontorChange change = kontor_change_read (message->kind, message->body);

  return change != KONTOR_CHANGE_NONE ? write_change (message, about, change, now_ms, error)
                                      : write_said (message, about, secret, now_ms, error);
}

GBytes *
kontor_content_write_sent (GBytes *message, const char *chat, const char *phash)
{
  Wa__Message outer = WA__MESSAGE__INIT;
  Wa__DeviceSent sent = WA__DEVICE_SENT__INIT;

  sent.destination_jid = lend (chat);
  sent.has_message = TRUE;
  sent.message = lend_bytes (message);
  sent.phash = lend (phash);
  outer.device_sent = &sent;

  return kontor_proto_write (&outer.base);
}

/* Fields of one message may stand in any order and in several pieces: the key's is put after. */
GBytes *
kontor_content_write_key (GBytes *message, const char *group, GBytes *sender_key)
{
  Wa__Message outer = WA__MESSAGE__INIT;
  Wa__SenderKeyDistribution key = WA__SENDER_KEY_DISTRIBUTION__INIT;
  g_autoptr(GBytes) piece = NULL;
  GByteArray *whole = g_byte_array_new ();
  gsize size = 0;

  key.group_id = lend (group);
  key.has_axolotl = TRUE;
  key.axolotl = lend_bytes (sender_key);
  outer.sender_key_distribution = &key;
  piece = kontor_proto_write (&outer.base);
  if (message != NULL)
    {
      const guint8 *bytes = g_bytes_get_data (message, &size);

      g_byte_array_append (whole, bytes, size);
    }
  g_byte_array_append (whole, g_bytes_get_data (piece, NULL), g_bytes_get_size (piece));

  return g_byte_array_free_to_bytes (whole);
}
