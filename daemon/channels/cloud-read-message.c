/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-read-message.c — one table of Meta's types: what each is here, what people read of it, and
 * what else it holds, in words that are the same for every line. Who reads a type says FALSE where
 * what makes it one is missing or is something else, before anything of it was taken. */
#include "channels/cloud-read.h"

#include <string.h>

#include "model/json.h"

/* The year 9999, in seconds: what is later was never a time. */
#define MAX_SECONDS G_GINT64_CONSTANT (253402300799)

static void
put_text (JsonObject *into, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (into, name, text);
}

/* Meta leaves out what is not known, or writes it empty. */
static const char *
get_filled (const KontorTree *object, const char *name)
{
  const char *text = kontor_tree_get_text (object, name);

  return text != NULL && *text != '\0' ? text : NULL;
}

static void
set_kind (KontorMessage *message, const char *kind)
{
  g_free (message->kind);
  message->kind = g_strdup (kind);
}

static void
copy (const KontorTree *from, const char *name, JsonObject *into, const char *as)
{
  const KontorTree *value = kontor_tree_get (from, name);
  g_autoptr(JsonNode) node = value != NULL ? kontor_tree_to_node (value) : NULL;

  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    json_object_set_member (into, as, g_steal_pointer (&node));
}

static char *
join (const char *first, const char *then)
{
  if (first != NULL && then != NULL && !g_str_equal (first, then))
    return g_strdup_printf ("%s\n%s", first, then);

  return g_strdup (first != NULL ? first : then);
}

static gboolean
read_text (const KontorTree *part, KontorMessage *message, JsonObject *body)
{
  message->text = g_strdup (kontor_tree_get_text (part, "body"));

  return message->text != NULL;
}

/* Meta writes checksums in base64; here they are hexadecimal. */
static char *
read_sha256 (const KontorTree *part)
{
  const char *text = kontor_tree_get_text (part, "sha256");
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

/* The last part of what the sender calls the file; NULL where that is no name. */
static char *
read_file_name (const KontorTree *part)
{
  const char *name = get_filled (part, "filename");
  g_autofree char *last = name != NULL ? g_path_get_basename (name) : NULL;

  if (last == NULL || g_str_equal (last, ".") || g_str_equal (last, "..") ||
      g_str_equal (last, G_DIR_SEPARATOR_S))
    return NULL;

  return g_steal_pointer (&last);
}

static gboolean
read_media (const KontorTree *part, KontorMessage *message, JsonObject *body)
{
  g_autofree char *id = kontor_tree_dup_id (part, "id");

  if (id == NULL || *id == '\0')
    return FALSE;
  message->text = g_strdup (kontor_tree_get_text (part, "caption"));
  if (g_str_equal (message->kind, "audio") && kontor_tree_get_yes (part, "voice"))
    set_kind (message, "voice");
  if (kontor_tree_get_yes (part, "animated"))
    json_object_set_boolean_member (body, "animated", TRUE);
  message->media = kontor_media_new (id, kontor_tree_get_text (part, "mime_type"));
  message->media->sha256 = read_sha256 (part);
  message->media->size = MAX (kontor_tree_get_int (part, "file_size", -1), -1);
  message->media->name = read_file_name (part);

  return TRUE;
}

static gboolean
read_location (const KontorTree *part, KontorMessage *message, JsonObject *body)
{
  static const char *const names[] = { "name", "address", "url" };
  double latitude = kontor_tree_get_double (part, "latitude", 1000);
  double longitude = kontor_tree_get_double (part, "longitude", 1000);

  if (ABS (latitude) > 90 || ABS (longitude) > 180)
    return FALSE;
  json_object_set_double_member (body, "latitude", latitude);
  json_object_set_double_member (body, "longitude", longitude);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put_text (body, names[i], kontor_tree_get_text (part, names[i]));
  message->text = join (get_filled (part, "name"), get_filled (part, "address"));

  return TRUE;
}

static const char *
contact_name (const KontorTree *contact)
{
  return kontor_tree_get_text (kontor_tree_get_object (contact, "name"), "formatted_name");
}

static void
read_contacts (const KontorTree *contacts, KontorMessage *message, JsonObject *body)
{
  g_autoptr(GString) names = g_string_new (NULL);
  JsonArray *copied = json_array_new ();
  const KontorTree *contact;

  for (contact = kontor_tree_get_first (contacts); contact != NULL;
       contact = kontor_tree_get_next (contact))
    {
      const char *name = contact_name (contact);
      JsonObject *card;

      if (!kontor_tree_is_object (contact))
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
static gboolean
read_reaction (const KontorTree *part, KontorMessage *message, JsonObject *body)
{
  const char *emoji = get_filled (part, "emoji");
  const char *about = get_filled (part, "message_id");

  if (about == NULL)
    return FALSE;
  put_text (body, "emoji", emoji != NULL ? emoji : "");
  message->text = g_strdup (emoji);
  message->about = g_strdup (about);

  return TRUE;
}

/* The quick reply of a template. */
static gboolean
read_button (const KontorTree *part, KontorMessage *message, JsonObject *body)
{
  const char *text = kontor_tree_get_text (part, "text");

  if (text == NULL)
    return FALSE;
  put_text (body, "id", kontor_tree_get_text (part, "payload"));
  message->text = g_strdup (text);

  return TRUE;
}

/* What a form was filled in with is a text that holds JSON. */
static gboolean
read_flow_reply (const KontorTree *reply, KontorMessage *message, JsonObject *body)
{
  const char *response = kontor_tree_get_text (reply, "response_json");

  if (response == NULL)
    return FALSE;
  set_kind (message, "flow-reply");
  put_text (body, "name", kontor_tree_get_text (reply, "name"));
  put_text (body, "response", response);
  message->text = g_strdup (kontor_tree_get_text (reply, "body"));

  return TRUE;
}

static gboolean
read_interactive (const KontorTree *part, KontorMessage *message, JsonObject *body)
{
  const char *type = kontor_tree_get_text (part, "type");
  const KontorTree *reply = type != NULL ? kontor_tree_get_object (part, type) : NULL;
  const char *title = kontor_tree_get_text (reply, "title");

  if (g_strcmp0 (type, "nfm_reply") == 0)
    return read_flow_reply (reply, message, body);
  if (title == NULL)
    return FALSE;
  put_text (body, "id", kontor_tree_get_text (reply, "id"));
  put_text (body, "description", kontor_tree_get_text (reply, "description"));
  message->text = g_strdup (title);

  return TRUE;
}

static gboolean
read_order (const KontorTree *part, KontorMessage *message, JsonObject *body)
{
  const KontorTree *items = kontor_tree_get_array (part, "product_items"), *item;
  g_autoptr(GString) lines = g_string_new (kontor_tree_get_text (part, "text"));

  if (kontor_tree_get_first (items) == NULL)
    return FALSE;
  copy (part, "catalog_id", body, "catalog");
  copy (part, "product_items", body, "items");
  for (item = kontor_tree_get_first (items); item != NULL; item = kontor_tree_get_next (item))
    {
      g_autofree char *product = kontor_tree_dup_id (item, "product_retailer_id");

      if (kontor_tree_is_object (item))
        g_string_append_printf (lines, "%s%" G_GINT64_FORMAT " × %s", lines->len > 0 ? "\n" : "",
                                kontor_tree_get_int (item, "quantity", 1),
                                product != NULL ? product : "?");
    }
  message->text = g_strdup (lines->len > 0 ? lines->str : NULL);

  return TRUE;
}

/* A number or user id that changed: the sender is the one before, the new ones are named. */
static gboolean
read_system (const KontorTree *part, KontorMessage *message, JsonObject *body)
{
  g_autofree char *phone = kontor_cloud_read_phone (kontor_tree_get_text (part, "wa_id"));
  const char *user_id = get_filled (part, "user_id");
  const char *before = get_filled (part, "previous_user_id");
  KontorPerson *was;

  put_text (body, "type", kontor_tree_get_text (part, "type"));
  message->text = g_strdup (kontor_tree_get_text (part, "body"));
  if (phone == NULL)
    phone = kontor_cloud_read_phone (kontor_tree_get_text (part, "new_wa_id"));
  if (user_id == NULL && (phone == NULL || g_strcmp0 (phone, message->person->phone) == 0))
    return TRUE;
  was = g_steal_pointer (&message->person);
  if (before != NULL)
    {
      g_free (was->user_id);
      was->user_id = g_strdup (before);
    }
  message->person = kontor_person_new (phone, was->name);
  message->person->user_id = g_strdup (user_id);
  message->person->was = was;

  return TRUE;
}

static const struct {
  const char *type, *kind;
  gboolean (*read) (const KontorTree *part, KontorMessage *message, JsonObject *body);
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

/* What cannot be read is kept as it came: a later version may know it. */
static void
keep_raw (const KontorTree *object, KontorMessage *message, JsonObject *body)
{
  set_kind (message, "unsupported");
  copy (object, "type", body, "type");
  copy (object, "errors", body, "errors");
  json_object_set_member (body, "message", kontor_tree_to_node (object));
}

static gboolean
read_known (const KontorTree *object, const char *type, KontorMessage *message, JsonObject *body)
{
  const KontorTree *part = kontor_tree_get_object (object, type);
  const KontorTree *cards = kontor_tree_get_array (object, type);

  if (g_str_equal (type, "contacts") && kontor_tree_get_first (cards) != NULL)
    {
      set_kind (message, "contacts");
      read_contacts (cards, message, body);
      return TRUE;
    }
  for (guint i = 0; part != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].type, type))
      {
        set_kind (message, types[i].kind);
        return types[i].read (part, message, body);
      }

  return FALSE;
}

static void
read_content (const KontorTree *object, KontorMessage *message, JsonObject *body)
{
  const char *type = kontor_tree_get_text (object, "type");

  if (type == NULL || !read_known (object, type, message, body))
    keep_raw (object, message, body);
}

static void
read_context (const KontorTree *object, KontorMessage *message, JsonObject *body)
{
  const KontorTree *context = kontor_tree_get_object (object, "context");

  if (message->about == NULL)
    message->about = g_strdup (get_filled (context, "id"));
  if (kontor_tree_get_yes (context, "forwarded") ||
      kontor_tree_get_yes (context, "frequently_forwarded"))
    json_object_set_boolean_member (body, "forwarded", TRUE);
  copy (context, "referred_product", body, "product");
  copy (object, "referral", body, "referral");
}

static const KontorTree *
find_contact (const KontorTree *contacts, const char *phone, const char *user_id)
{
  const KontorTree *contact;

  for (contact = kontor_tree_get_first (contacts); contact != NULL;
       contact = kontor_tree_get_next (contact))
    {
      const char *wa_id = get_filled (contact, "wa_id");
      const char *own = get_filled (contact, "user_id");

      if ((phone != NULL && wa_id != NULL && g_str_equal (phone, wa_id)) ||
          (user_id != NULL && own != NULL && g_str_equal (user_id, own)))
        return contact;
    }

  return NULL;
}

static KontorPerson *
read_person (const KontorTree *object, const KontorTree *contacts)
{
  const char *from = get_filled (object, "from");
  const char *user_id = get_filled (object, "from_user_id");
  const KontorTree *contact = find_contact (contacts, from, user_id);
  const KontorTree *profile = kontor_tree_get_object (contact, "profile");
  const char *name = get_filled (profile, "name");
  g_autofree char *phone = kontor_cloud_read_phone (from);
  KontorPerson *person;

  if (user_id == NULL)
    user_id = get_filled (contact, "user_id");
  if (phone == NULL && user_id == NULL)
    user_id = get_filled (kontor_tree_get_object (object, "system"), "previous_user_id");
  if (phone == NULL && user_id == NULL)
    return NULL;
  person = kontor_person_new (phone, name != NULL ? name : get_filled (profile, "username"));
  person->user_id = g_strdup (user_id);

  return person;
}

/* A message without an id of its own is still told from another by what it says. */
static char *
read_id (const KontorTree *object)
{
  const char *id = get_filled (object, "id");
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL, *hash = NULL;

  if (id != NULL)
    return g_strdup (id);
  node = kontor_tree_to_node (object);
  text = kontor_json_take_text (json_node_dup_object (node));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strconcat ("sha256:", hash, NULL);
}

KontorMessage *
kontor_cloud_read_message (const KontorTree *object, const KontorTree *contacts)
{
  KontorPerson *person = read_person (object, contacts);
  gint64 seconds = kontor_tree_get_int (object, "timestamp", 0);
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
