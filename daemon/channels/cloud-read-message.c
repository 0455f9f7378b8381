/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-read-message.c — one table of Meta's types: what each is here, what people read of it, and
 * what else it holds, in words that are the same for every line. */
#include "channels/cloud-read.h"

#include <string.h>

/* The year 9999, in seconds: what is later was never a time. */
#define MAX_SECONDS G_GINT64_CONSTANT (253402300799)

static void
put_text (JsonObject *into, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (into, name, text);
}

static void
copy (JsonObject *from, const char *name, JsonObject *into, const char *as)
{
  JsonNode *node = from != NULL ? json_object_get_member (from, name) : NULL;

  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    json_object_set_member (into, as, json_node_copy (node));
}

static char *
join (const char *first, const char *then)
{
  if (first != NULL && then != NULL && !g_str_equal (first, then))
    return g_strdup_printf ("%s\n%s", first, then);

  return g_strdup (first != NULL ? first : then);
}

static void
read_text (JsonObject *part, KontorMessage *message, JsonObject *body)
{
  message->text = g_strdup (kontor_json_get_text (part, "body"));
}

/* Meta writes checksums in base64; here they are hexadecimal. */
static char *
read_sha256 (JsonObject *part)
{
  const char *text = kontor_json_get_text (part, "sha256");
  g_autofree guint8 *bytes = NULL;
  GString *hex;
  gsize size;

  if (text == NULL)
    return NULL;
  bytes = g_base64_decode (text, &size);
  if (size != 32)
    return NULL;
  hex = g_string_sized_new (64);
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);

  return g_string_free (hex, FALSE);
}

static void
read_media (JsonObject *part, KontorMessage *message, JsonObject *body)
{
  g_autofree char *id = kontor_json_dup_id (part, "id");
  const char *name = kontor_json_get_text (part, "filename");

  message->text = g_strdup (kontor_json_get_text (part, "caption"));
  if (kontor_json_get_yes (part, "voice"))
    {
      g_free (message->kind);
      message->kind = g_strdup ("voice");
    }
  if (kontor_json_get_yes (part, "animated"))
    json_object_set_boolean_member (body, "animated", TRUE);
  message->media = kontor_media_new (id, kontor_json_get_text (part, "mime_type"));
  message->media->sha256 = read_sha256 (part);
  message->media->size = kontor_json_get_int (part, "file_size", -1);
  message->media->name = name != NULL ? g_path_get_basename (name) : NULL;
}

static void
read_location (JsonObject *part, KontorMessage *message, JsonObject *body)
{
  static const char *const names[] = { "latitude", "longitude", "name", "address", "url" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    copy (part, names[i], body, names[i]);
  message->text = join (kontor_json_get_text (part, "name"), kontor_json_get_text (part,
                                                                                   "address"));
}

static const char *
contact_name (JsonObject *contact)
{
  return kontor_json_get_text (kontor_json_get_object (contact, "name"), "formatted_name");
}

static void
read_contacts (JsonArray *contacts, KontorMessage *message, JsonObject *body)
{
  g_autoptr(GString) names = g_string_new (NULL);
  JsonArray *copied = json_array_new ();

  for (guint i = 0; i < kontor_json_get_length (contacts); i++)
    {
      JsonObject *contact = kontor_json_get_nth (contacts, i);
      const char *name = contact_name (contact);
      JsonObject *card;

      if (contact == NULL)
        continue;
      card = json_object_new ();
      put_text (card, "name", name);
      copy (contact, "phones", card, "phones");
      copy (contact, "emails", card, "emails");
      copy (contact, "org", card, "org");
      json_array_add_object_element (copied, card);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name != NULL ? name : "?");
    }
  json_object_set_array_member (body, "contacts", copied);
  message->text = g_strdup (names->len > 0 ? names->str : NULL);
}

/* A reaction without an emoji takes the one before back. */
static void
read_reaction (JsonObject *part, KontorMessage *message, JsonObject *body)
{
  const char *emoji = kontor_json_get_text (part, "emoji");

  put_text (body, "emoji", emoji != NULL ? emoji : "");
  message->text = g_strdup (emoji);
  g_free (message->about);
  message->about = g_strdup (kontor_json_get_text (part, "message_id"));
}

/* The quick reply of a template. */
static void
read_button (JsonObject *part, KontorMessage *message, JsonObject *body)
{
  copy (part, "payload", body, "id");
  message->text = g_strdup (kontor_json_get_text (part, "text"));
}

static void
read_interactive (JsonObject *part, KontorMessage *message, JsonObject *body)
{
  const char *type = kontor_json_get_text (part, "type");
  JsonObject *reply = type != NULL ? kontor_json_get_object (part, type) : NULL;

  if (g_strcmp0 (type, "nfm_reply") == 0)
    {
      g_free (message->kind);
      message->kind = g_strdup ("flow-reply");
      copy (reply, "name", body, "name");
      copy (reply, "response_json", body, "response");
      message->text = g_strdup (kontor_json_get_text (reply, "body"));
      return;
    }
  copy (reply, "id", body, "id");
  copy (reply, "description", body, "description");
  message->text = g_strdup (kontor_json_get_text (reply, "title"));
}

static void
read_order (JsonObject *part, KontorMessage *message, JsonObject *body)
{
  JsonArray *items = kontor_json_get_array (part, "product_items");
  g_autoptr(GString) lines = g_string_new (kontor_json_get_text (part, "text"));

  copy (part, "catalog_id", body, "catalog");
  copy (part, "product_items", body, "items");
  for (guint i = 0; i < kontor_json_get_length (items); i++)
    {
      JsonObject *item = kontor_json_get_nth (items, i);
      g_autofree char *product = kontor_json_dup_id (item, "product_retailer_id");

      if (item != NULL)
        g_string_append_printf (lines, "%s%" G_GINT64_FORMAT " × %s", lines->len > 0 ? "\n" : "",
                                kontor_json_get_int (item, "quantity", 1),
                                product != NULL ? product : "?");
    }
  message->text = g_strdup (lines->len > 0 ? lines->str : NULL);
}

/* A number or user id that changed: the sender is the one before, the new ones are named. */
static void
read_system (JsonObject *part, KontorMessage *message, JsonObject *body)
{
  g_autofree char *phone = kontor_cloud_read_phone (kontor_json_get_text (part, "wa_id"));
  const char *user_id = kontor_json_get_text (part, "user_id");
  const char *before = kontor_json_get_text (part, "previous_user_id");
  KontorPerson *was;

  copy (part, "type", body, "type");
  message->text = g_strdup (kontor_json_get_text (part, "body"));
  if (phone == NULL)
    phone = kontor_cloud_read_phone (kontor_json_get_text (part, "new_wa_id"));
  if (phone == NULL && user_id == NULL)
    return;
  was = g_steal_pointer (&message->person);
  if (before != NULL)
    {
      g_free (was->user_id);
      was->user_id = g_strdup (before);
    }
  message->person = kontor_person_new (phone, was->name);
  message->person->user_id = g_strdup (user_id);
  message->person->was = was;
}

static const struct {
  const char *type, *kind;
  void (*read) (JsonObject *part, KontorMessage *message, JsonObject *body);
} types[] = {
  { "text",        "text",     read_text },
  { "image",       "image",    read_media },
  { "video",       "video",    read_media },
  { "audio",       "audio",    read_media },
  { "document",    "document", read_media },
  { "sticker",     "sticker",  read_media },
  { "location",    "location", read_location },
  { "reaction",    "reaction", read_reaction },
  { "button",      "choice",   read_button },
  { "interactive", "choice",   read_interactive },
  { "order",       "order",    read_order },
  { "system",      "system",   read_system },
};

static void
set_kind (KontorMessage *message, const char *kind)
{
  g_free (message->kind);
  message->kind = g_strdup (kind);
}

/* What cannot be read is kept as it came: a later version may know it. */
static void
keep_raw (JsonObject *object, KontorMessage *message, JsonObject *body)
{
  set_kind (message, "unsupported");
  copy (object, "type", body, "type");
  copy (object, "errors", body, "errors");
  json_object_set_object_member (body, "message", json_object_ref (object));
}

static void
read_content (JsonObject *object, KontorMessage *message, JsonObject *body)
{
  const char *type = kontor_json_get_text (object, "type");
  JsonObject *part = type != NULL ? kontor_json_get_object (object, type) : NULL;

  if (g_strcmp0 (type, "contacts") == 0 && kontor_json_get_array (object, "contacts") != NULL)
    {
      set_kind (message, "contacts");
      read_contacts (kontor_json_get_array (object, "contacts"), message, body);
      return;
    }
  for (guint i = 0; part != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].type, type))
      {
        set_kind (message, types[i].kind);
        types[i].read (part, message, body);
        return;
      }
  keep_raw (object, message, body);
}

static void
read_context (JsonObject *object, KontorMessage *message, JsonObject *body)
{
  JsonObject *context = kontor_json_get_object (object, "context");

  if (message->about == NULL)
    message->about = g_strdup (kontor_json_get_text (context, "id"));
  if (kontor_json_get_yes (context, "forwarded") ||
      kontor_json_get_yes (context, "frequently_forwarded"))
    json_object_set_boolean_member (body, "forwarded", TRUE);
  copy (context, "referred_product", body, "product");
  copy (object, "referral", body, "referral");
}

static JsonObject *
find_contact (JsonArray *contacts, const char *phone, const char *user_id)
{
  for (guint i = 0; i < kontor_json_get_length (contacts); i++)
    {
      JsonObject *contact = kontor_json_get_nth (contacts, i);
      const char *wa_id = kontor_json_get_text (contact, "wa_id");
      const char *own = kontor_json_get_text (contact, "user_id");

      if ((phone != NULL && wa_id != NULL && g_str_equal (phone, wa_id)) ||
          (user_id != NULL && own != NULL && g_str_equal (user_id, own)))
        return contact;
    }

  return NULL;
}

static KontorPerson *
read_person (JsonObject *object, JsonArray *contacts)
{
  const char *from = kontor_json_get_text (object, "from");
  const char *user_id = kontor_json_get_text (object, "from_user_id");
  JsonObject *contact = find_contact (contacts, from, user_id);
  JsonObject *profile = kontor_json_get_object (contact, "profile");
  const char *name = kontor_json_get_text (profile, "name");
  g_autofree char *phone = kontor_cloud_read_phone (from);
  KontorPerson *person;

  if (user_id == NULL)
    user_id = kontor_json_get_text (contact, "user_id");
  if (phone == NULL && (user_id == NULL || *user_id == '\0'))
    return NULL;
  person = kontor_person_new (phone, name != NULL ? name
                              : kontor_json_get_text (profile, "username"));
  person->user_id = g_strdup (user_id);

  return person;
}

/* A message without an id of its own is still told from another by what it says. */
static char *
read_id (JsonObject *object)
{
  const char *id = kontor_json_get_text (object, "id");
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;

  if (id != NULL && *id != '\0')
    return g_strdup (id);
  text = kontor_json_take_text (json_object_ref (object));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strconcat ("sha256:", hash, NULL);
}

KontorMessage *
kontor_cloud_read_message (JsonObject *object, JsonArray *contacts)
{
  KontorPerson *person = read_person (object, contacts);
  gint64 seconds = kontor_json_get_int (object, "timestamp", 0);
  g_autoptr(KontorMessage) message = NULL;
  JsonObject *body;

  if (person == NULL)
    return NULL;
  message = g_new0 (KontorMessage, 1);
  message->external_id = read_id (object);
  message->person = person;
  if (seconds > 0 && seconds <= MAX_SECONDS)
    message->said_at_us = seconds * G_USEC_PER_SEC;
  body = json_object_new ();
  read_content (object, message, body);
  read_context (object, message, body);
  if (json_object_get_size (body) > 0)
    message->body = kontor_json_take_text (body);
  else
    json_object_unref (body);

  return g_steal_pointer (&message);
}
