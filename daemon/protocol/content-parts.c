/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content-parts.c — files, places, people, and what surrounds a message. A file is told by where it
 * lies, its checksum and the key it is sealed with; bringing it is the channel's. */
#include "protocol/content-inside.h"

#include <string.h>

#define SHA256_SIZE 32
#define MOST_CARDS  256

char *
kontor_content_text (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

void
kontor_content_put (JsonObject *into, const char *name, const char *text)
{
  g_autofree char *valid = kontor_content_text (text);

  if (valid != NULL && *valid != '\0')
    json_object_set_string_member (into, name, valid);
}

static void
read_ad (const Wa__AdReply *ad, JsonObject *body)
{
  JsonObject *referral = json_object_new ();

  kontor_content_put (referral, "headline", ad->title);
  kontor_content_put (referral, "body", ad->body);
  kontor_content_put (referral, "source_type", ad->source_type);
  kontor_content_put (referral, "source_id", ad->source_id);
  kontor_content_put (referral, "source_url", ad->source_url);
  kontor_content_put (referral, "ctwa_clid", ad->ctwa_clid);
  json_object_set_object_member (body, "referral", referral);
}

void
kontor_content_read_context (KontorContent *self, const Wa__ContextInfo *context, JsonObject *body)
{
  if (context == NULL)
    return;
  if (context->stanza_id != NULL && *context->stanza_id != '\0')
    {
      kontor_target_clear (&self->target);
      self->target = (KontorTarget) { kontor_content_text (context->stanza_id),
                                      kontor_content_text (context->remote_jid),
                                      kontor_content_text (context->participant) };
      self->message->about = g_strdup (self->target.id);
    }
  if (context->has_is_forwarded && context->is_forwarded)
    json_object_set_boolean_member (body, "forwarded", TRUE);
  if (context->external_ad_reply != NULL)
    read_ad (context->external_ad_reply, body);
  if (context->has_expiration)
    self->expires_s = context->expiration;
}

static char *
write_hex (const ProtobufCBinaryData *bytes)
{
  GString *hex = g_string_sized_new (2 * bytes->len);

  for (gsize i = 0; i < bytes->len; i++)
    g_string_append_printf (hex, "%02x", bytes->data[i]);

  return g_string_free (hex, FALSE);
}

/* What every kind of file has. */
typedef struct {
  const char                *mime, *path, *name, *caption;
  const ProtobufCBinaryData *sha256, *sealed_sha256, *key;
  gint64                     size;
  const Wa__ContextInfo     *context;
} File;

static char *
read_name (const char *name)
{
  g_autofree char *valid = kontor_content_text (name);
  g_autofree char *last = valid != NULL && *valid != '\0' ? g_path_get_basename (valid) : NULL;

  if (last == NULL || strchr (last, G_DIR_SEPARATOR) != NULL || g_str_equal (last, ".") ||
      g_str_equal (last, ".."))
    return NULL;

  return g_steal_pointer (&last);
}

static void
put_base64 (JsonObject *into, const char *name, const ProtobufCBinaryData *bytes)
{
  g_autofree char *text = g_base64_encode (bytes->data, bytes->len);

  json_object_set_string_member (into, name, text);
}

static gboolean
read_file (KontorContent *self, const File *file, JsonObject *body)
{
  KontorMessage *message = self->message;
  g_autofree char *path = kontor_content_text (file->path);
  g_autofree char *mime = kontor_content_text (file->mime);

  message->text = file->caption != NULL && *file->caption != '\0'
    ? kontor_content_text (file->caption) : NULL;
  if (path == NULL || *path != '/' || file->sha256->len != SHA256_SIZE || file->key->len == 0)
    return FALSE;
  message->media = kontor_media_new (path, mime);
  message->media->sha256 = write_hex (file->sha256);
  message->media->name = read_name (file->name);
  message->media->size = file->size;
  put_base64 (body, "media-key", file->key);
  put_base64 (body, "sealed-sha256", file->sealed_sha256);
  kontor_content_read_context (self, file->context, body);

  return TRUE;
}

/* -1: not known, or more than there can be */
static gint64
get_size (gboolean has, guint64 size)
{
  return has && size <= G_MAXINT64 ? (gint64) size : -1;
}

#define FILE_OF(part)                                                                  \
  .mime = (part)->mimetype, .path = (part)->direct_path, .sha256 = &(part)->file_sha256, \
  .sealed_sha256 = &(part)->file_enc_sha256, .key = &(part)->media_key,                  \
  .size = get_size ((part)->has_file_length, (part)->file_length), .context = (part)->context_info

gboolean
kontor_content_read_image (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const File file = { FILE_OF (message->image), .caption = message->image->caption };

  return read_file (self, &file, body);
}

gboolean
kontor_content_read_video (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const File file = { FILE_OF (message->video), .caption = message->video->caption };

  return read_file (self, &file, body);
}

gboolean
kontor_content_read_ptv (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const File file = { FILE_OF (message->ptv), .caption = message->ptv->caption };

  return read_file (self, &file, body);
}

gboolean
kontor_content_read_audio (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const File file = { FILE_OF (message->audio) };

  if (message->audio->has_ptt && message->audio->ptt)
    {
      g_free (self->message->kind);
      self->message->kind = g_strdup ("voice");
    }

  return read_file (self, &file, body);
}

gboolean
kontor_content_read_document (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const Wa__Document *part = message->document;
  const File file = { FILE_OF (part), .caption = part->caption,
                      .name = part->file_name != NULL ? part->file_name : part->title };

  return read_file (self, &file, body);
}

gboolean
kontor_content_read_sticker (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const File file = { FILE_OF (message->sticker) };

  return read_file (self, &file, body);
}

/* FALSE where it is nowhere on earth. */
static gboolean
put_place (JsonObject *body, gboolean has, double latitude, double longitude)
{
  if (!has || !(ABS (latitude) <= 90) || !(ABS (longitude) <= 180))
    return FALSE;
  json_object_set_double_member (body, "latitude", latitude);
  json_object_set_double_member (body, "longitude", longitude);

  return TRUE;
}

static char *
join (const char *first, const char *then)
{
  g_autofree char *one = first != NULL && *first != '\0' ? kontor_content_text (first) : NULL;
  g_autofree char *two = then != NULL && *then != '\0' ? kontor_content_text (then) : NULL;

  if (one != NULL && two != NULL && !g_str_equal (one, two))
    return g_strdup_printf ("%s\n%s", one, two);

  return one != NULL ? g_steal_pointer (&one) : g_steal_pointer (&two);
}

gboolean
kontor_content_read_location (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  const Wa__Location *part = message->location;

  if (!put_place (body, part->has_degrees_latitude && part->has_degrees_longitude,
                  part->degrees_latitude, part->degrees_longitude))
    return FALSE;
  kontor_content_put (body, "name", part->name);
  kontor_content_put (body, "address", part->address);
  kontor_content_put (body, "url", part->url);
  self->message->text = join (part->name, part->address);
  kontor_content_read_context (self, part->context_info, body);

  return TRUE;
}

gboolean
kontor_content_read_live_location (KontorContent *self, const Wa__Message *message,
                                   JsonObject *body)
{
  const Wa__LiveLocation *part = message->live_location;

  if (!put_place (body, part->has_degrees_latitude && part->has_degrees_longitude,
                  part->degrees_latitude, part->degrees_longitude))
    return FALSE;
  json_object_set_boolean_member (body, "live", TRUE);
  self->message->text = join (part->caption, NULL);
  kontor_content_read_context (self, part->context_info, body);

  return TRUE;
}

/* The numbers of the lines TEL of a card (RFC 6350), as they stand there. */
static JsonArray *
read_phones (const char *card)
{
  JsonArray *phones = json_array_new ();
  g_autofree char *valid = kontor_content_text (card != NULL ? card : "");
  g_auto(GStrv) lines = g_strsplit_set (valid, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *colon = strchr (lines[i], ':');
      const char *dot = strchr (lines[i], '.');
      const char *name = dot != NULL && colon != NULL && dot < colon ? dot + 1 : lines[i];
      gboolean is_phone = g_ascii_strncasecmp (name, "TEL", 3) == 0 &&
                          (name[3] == ';' || name[3] == ':');

      if (is_phone && colon != NULL && colon[1] != '\0')
        json_array_add_string_element (phones, colon + 1);
    }

  return phones;
}

static void
add_card (JsonArray *cards, GString *names, const Wa__Contact *contact)
{
  JsonObject *card = json_object_new ();
  g_autofree char *name = kontor_content_text (contact->display_name);

  kontor_content_put (card, "name", name);
  json_object_set_array_member (card, "phones", read_phones (contact->vcard));
  json_array_add_object_element (cards, card);
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                          name != NULL && *name != '\0' ? name : "?");
}

static gboolean
read_cards (KontorContent *self, Wa__Contact **contacts, gsize count, JsonObject *body)
{
  g_autoptr(GString) names = g_string_new (NULL);
  JsonArray *cards = json_array_new ();

  for (gsize i = 0; i < MIN (count, MOST_CARDS); i++)
    add_card (cards, names, contacts[i]);
  json_object_set_array_member (body, "contacts", cards);
  self->message->text = g_strdup (names->str);

  return count > 0;
}

gboolean
kontor_content_read_contact (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  Wa__Contact *one[] = { message->contact };

  kontor_content_read_context (self, message->contact->context_info, body);

  return read_cards (self, one, 1, body);
}

gboolean
kontor_content_read_contacts (KontorContent *self, const Wa__Message *message, JsonObject *body)
{
  kontor_content_read_context (self, message->contacts->context_info, body);

  return read_cards (self, message->contacts->contacts, message->contacts->n_contacts, body);
}
