/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cloud-write.c — messages as the Graph wants them: one table of kinds, each with its limits
 * (developers.facebook.com/docs/whatsapp/cloud-api/reference/messages). Lengths are in characters.
 * What does not fit is refused with words, and never cut. */
#include "channels/cloud-inside.h"

#include "model/error.h"

typedef struct {
  const KontorMessage *message;
  JsonObject          *body;      /* (nullable): what the message's own body says */
  const char          *media_id;
  JsonObject          *to;        /* the request */
  GError             **error;
} Writer;

static gboolean
fits (Writer *w, const char *what, const char *text, glong most)
{
  if (text != NULL && *text != '\0' && g_utf8_strlen (text, -1) <= most)
    return TRUE;
  if (text == NULL || *text == '\0')
    g_set_error (w->error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "%s is missing", what);
  else
    g_set_error (w->error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "%s is longer than the %ld characters WhatsApp allows", what, most);

  return FALSE;
}

static gboolean
fits_if_there (Writer *w, const char *what, const char *text, glong most)
{
  return text == NULL || fits (w, what, text, most);
}

static gboolean
refuse (Writer *w, const char *why)
{
  g_set_error_literal (w->error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, why);

  return FALSE;
}

static void
put_text (JsonObject *into, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (into, name, text);
}

static JsonObject *
add_object (JsonObject *into, const char *name)
{
  JsonObject *object = json_object_new ();

  json_object_set_object_member (into, name, object);

  return object;
}

static JsonArray *
add_array (JsonObject *into, const char *name)
{
  JsonArray *array = json_array_new ();

  json_object_set_array_member (into, name, array);

  return array;
}

static JsonObject *
add_element (JsonArray *into)
{
  JsonObject *object = json_object_new ();

  json_array_add_object_element (into, object);

  return object;
}

static gboolean
write_text (Writer *w, const char *type)
{
  JsonObject *part = add_object (w->to, type);

  put_text (part, "body", w->message->text);
  if (kontor_json_get_yes (w->body, "preview"))
    json_object_set_boolean_member (part, "preview_url", TRUE);

  return fits (w, "the text", w->message->text, 4096);
}

static gboolean
write_media (Writer *w, const char *type)
{
  const char *caption = w->message->text != NULL && *w->message->text != '\0' ? w->message->text
                                                                              : NULL;
  gboolean has_caption = g_str_equal (type, "image") || g_str_equal (type, "video") ||
                         g_str_equal (type, "document");
  JsonObject *part = add_object (w->to, type);

  if (w->message->media == NULL)
    return refuse (w, "the file is missing");
  put_text (part, "id", w->media_id != NULL ? w->media_id : "");
  if (g_str_equal (w->message->kind, "voice"))
    json_object_set_boolean_member (part, "voice", TRUE);
  if (g_str_equal (type, "document"))
    put_text (part, "filename", w->message->media->name);
  if (caption != NULL && !has_caption)
    return refuse (w, "this kind of file carries no text; send the text by itself");
  put_text (part, "caption", caption);

  return fits_if_there (w, "the text", caption, 1024);
}

static gboolean
write_location (Writer *w, const char *type)
{
  double latitude = kontor_json_get_double (w->body, "latitude", 1000);
  double longitude = kontor_json_get_double (w->body, "longitude", 1000);
  JsonObject *part = add_object (w->to, type);

  if (!(latitude >= -90 && latitude <= 90) || !(longitude >= -180 && longitude <= 180))
    return refuse (w, "latitude (-90 to 90) and longitude (-180 to 180) are missing");
  json_object_set_double_member (part, "latitude", latitude);
  json_object_set_double_member (part, "longitude", longitude);
  put_text (part, "name", kontor_json_get_text (w->body, "name"));
  put_text (part, "address", kontor_json_get_text (w->body, "address"));

  return TRUE;
}

/* A text, or an object with the member "phone"; NULL for anything else. */
static const char *
read_number (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return kontor_json_get_text (json_node_get_object (node), "phone");

  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static gboolean
write_card (Writer *w, JsonObject *contact, JsonArray *cards)
{
  const char *name = kontor_json_get_text (contact, "name");
  JsonArray *phones = kontor_json_get_array (contact, "phones");
  JsonObject *card = add_element (cards), *names = add_object (card, "name");
  JsonArray *numbers = kontor_json_get_length (phones) > 0 ? add_array (card, "phones") : NULL;

  put_text (names, "formatted_name", name);
  put_text (names, "first_name", name);
  for (guint i = 0; i < kontor_json_get_length (phones); i++)
    {
      const char *phone = read_number (json_array_get_element (phones, i));

      if (!fits (w, "a phone number on the contact card", phone, 64))
        return FALSE;
      put_text (add_element (numbers), "phone", phone);
    }

  return fits (w, "the name on the contact card", name, 256);
}

static gboolean
write_contacts (Writer *w, const char *type)
{
  JsonArray *contacts = kontor_json_get_array (w->body, "contacts");
  JsonArray *cards = add_array (w->to, type);
  guint n = kontor_json_get_length (contacts);

  if (n < 1 || n > 5)
    return refuse (w, "one to five contact cards can be sent at once");
  for (guint i = 0; i < n; i++)
    if (!write_card (w, kontor_json_get_nth (contacts, i), cards))
      return FALSE;

  return TRUE;
}

/* An empty emoji takes the reaction back. */
static gboolean
write_reaction (Writer *w, const char *type)
{
  const char *emoji = kontor_json_get_text (w->body, "emoji");
  JsonObject *part = add_object (w->to, type);

  if (w->message->about == NULL || *w->message->about == '\0')
    return refuse (w, "the message to react to is missing");
  put_text (part, "message_id", w->message->about);
  put_text (part, "emoji", emoji != NULL ? emoji : "");

  return TRUE;
}

static gboolean
begin_interactive (Writer *w, const char *type, JsonObject **action)
{
  JsonObject *part = add_object (w->to, "interactive");
  const char *header = kontor_json_get_text (w->body, "header");
  const char *footer = kontor_json_get_text (w->body, "footer");

  put_text (part, "type", type);
  put_text (add_object (part, "body"), "text", w->message->text);
  if (header != NULL)
    {
      JsonObject *head = add_object (part, "header");

      put_text (head, "type", "text");
      put_text (head, "text", header);
    }
  if (footer != NULL)
    put_text (add_object (part, "footer"), "text", footer);
  *action = add_object (part, "action");

  return fits (w, "the text", w->message->text, 1024) &&
         fits_if_there (w, "the header", header, 60) &&
         fits_if_there (w, "the footer", footer, 60);
}

static gboolean
write_buttons (Writer *w, const char *type)
{
  JsonArray *buttons = kontor_json_get_array (w->body, "buttons"), *written;
  guint n = kontor_json_get_length (buttons);
  JsonObject *action;

  if (!begin_interactive (w, "button", &action))
    return FALSE;
  if (n < 1 || n > 3)
    return refuse (w, "a message has one to three buttons; more fit into a list");
  written = add_array (action, "buttons");
  for (guint i = 0; i < n; i++)
    {
      JsonObject *button = kontor_json_get_nth (buttons, i), *to = add_element (written), *reply;
      const char *id = kontor_json_get_text (button, "id");
      const char *title = kontor_json_get_text (button, "title");

      put_text (to, "type", "reply");
      reply = add_object (to, "reply");
      put_text (reply, "id", id != NULL ? id : title);
      put_text (reply, "title", title);
      if (!fits (w, "the title of a button", title, 20) ||
          !fits_if_there (w, "the id of a button", id, 256))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_row (Writer *w, JsonObject *row, JsonArray *rows)
{
  JsonObject *to = add_element (rows);
  const char *id = kontor_json_get_text (row, "id");
  const char *title = kontor_json_get_text (row, "title");
  const char *description = kontor_json_get_text (row, "description");

  put_text (to, "id", id != NULL ? id : title);
  put_text (to, "title", title);
  put_text (to, "description", description);

  return fits (w, "the title of a line", title, 24) &&
         fits_if_there (w, "the id of a line", id, 200) &&
         fits_if_there (w, "the description of a line", description, 72);
}

static gboolean
write_section (Writer *w, JsonObject *section, JsonArray *sections, guint *n_rows)
{
  JsonArray *rows = kontor_json_get_array (section, "rows"), *written;
  const char *title = kontor_json_get_text (section, "title");
  JsonObject *to = add_element (sections);

  put_text (to, "title", title);
  written = add_array (to, "rows");
  if (kontor_json_get_length (rows) == 0)
    return refuse (w, "each section of a list needs a line");
  *n_rows += kontor_json_get_length (rows);
  for (guint i = 0; i < kontor_json_get_length (rows); i++)
    if (!write_row (w, kontor_json_get_nth (rows, i), written))
      return FALSE;

  return fits_if_there (w, "the title of a section", title, 24);
}

static gboolean
write_list (Writer *w, const char *type)
{
  JsonArray *sections = kontor_json_get_array (w->body, "sections"), *written;
  const char *button = kontor_json_get_text (w->body, "button");
  guint n = kontor_json_get_length (sections), n_rows = 0;
  JsonObject *action;

  if (!begin_interactive (w, "list", &action) ||
      !fits (w, "the title of the list's button", button, 20))
    return FALSE;
  put_text (action, "button", button);
  written = add_array (action, "sections");
  for (guint i = 0; i < n; i++)
    {
      JsonObject *section = kontor_json_get_nth (sections, i);

      if (n > 1 && kontor_json_get_text (section, "title") == NULL)
        return refuse (w, "each of several sections of a list needs a title");
      if (!write_section (w, section, written, &n_rows))
        return FALSE;
    }
  if (n_rows < 1 || n_rows > 10)
    return refuse (w, "a list has one to ten lines, in sections");

  return TRUE;
}

static gboolean
is_web_address (const char *url)
{
  g_autoptr(GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return host != NULL && *host != '\0' && (g_str_equal (g_uri_get_scheme (uri), "https") ||
                                          g_str_equal (g_uri_get_scheme (uri), "http"));
}

static gboolean
write_url_button (Writer *w, const char *type)
{
  const char *title = kontor_json_get_text (w->body, "title");
  const char *url = kontor_json_get_text (w->body, "url");
  JsonObject *action, *parameters;

  if (!begin_interactive (w, "cta_url", &action) || !fits (w, "the button's title", title, 20))
    return FALSE;
  if (!is_web_address (url))
    return refuse (w, "the button needs an address that starts with https://");
  put_text (action, "name", "cta_url");
  parameters = add_object (action, "parameters");
  put_text (parameters, "display_text", title);
  put_text (parameters, "url", url);

  return TRUE;
}

static gboolean
write_location_request (Writer *w, const char *type)
{
  JsonObject *action;

  if (!begin_interactive (w, "location_request_message", &action))
    return FALSE;
  put_text (action, "name", "send_location");

  return TRUE;
}

static const struct {
  const char *kind, *type;
  gboolean  (*write) (Writer *w, const char *type);
} kinds[] = {
  { "text",             "text",        write_text },
  { "image",            "image",       write_media },
  { "video",            "video",       write_media },
  { "audio",            "audio",       write_media },
  { "voice",            "audio",       write_media },
  { "document",         "document",    write_media },
  { "sticker",          "sticker",     write_media },
  { "location",         "location",    write_location },
  { "contacts",         "contacts",    write_contacts },
  { "reaction",         "reaction",    write_reaction },
  { "buttons",          "interactive", write_buttons },
  { "list",             "interactive", write_list },
  { "url-button",       "interactive", write_url_button },
  { "location-request", "interactive", write_location_request },
};

static gboolean
write_content (Writer *w)
{
  if (g_str_equal (w->message->kind, "template"))
    {
      put_text (w->to, "type", "template");
      return kontor_cloud_write_template (w->body, add_object (w->to, "template"), w->error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (w->message->kind, kinds[i].kind))
      {
        put_text (w->to, "type", kinds[i].type);
        return kinds[i].write (w, kinds[i].type);
      }
  g_set_error (w->error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "a message of the kind “%s” cannot be sent", w->message->kind);

  return FALSE;
}

/* A phone where there is one: every version of the Graph understands it. */
static gboolean
write_recipient (Writer *w)
{
  const KontorPerson *person = w->message->person;

  if (person->phone != NULL && *person->phone == '+')
    put_text (w->to, "to", person->phone + 1);
  else if (person->user_id != NULL)
    put_text (w->to, "recipient", person->user_id);
  else
    return refuse (w, "the contact has neither a phone number nor a WhatsApp user id");

  return TRUE;
}

static gboolean
write_all (Writer *w)
{
  const KontorMessage *message = w->message;

  put_text (w->to, "messaging_product", "whatsapp");
  put_text (w->to, "recipient_type", "individual");
  if (!write_recipient (w) || !write_content (w))
    return FALSE;
  if (message->about != NULL && !g_str_equal (message->kind, "reaction"))
    put_text (add_object (w->to, "context"), "message_id", message->about);
  put_text (w->to, "biz_opaque_callback_data", message->token);

  return TRUE;
}

JsonObject *
kontor_cloud_write (const KontorMessage *message, const char *media_id, GError **error)
{
  g_autoptr(JsonNode) root = message->body != NULL
    ? kontor_json_parse (message->body, strlen (message->body), NULL) : NULL;
  g_autoptr(JsonObject) to = json_object_new ();
  Writer w = {
    .message = message, .media_id = media_id, .to = to, .error = error,
    .body = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL,
  };

  return write_all (&w) ? g_steal_pointer (&to) : NULL;
}

gboolean
kontor_cloud_check (const KontorMessage *message, GError **error)
{
  g_autoptr(JsonObject) written = kontor_cloud_write (message, NULL, error);

  return written != NULL;
}
