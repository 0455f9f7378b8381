/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inbox/body.h"

#include <string.h>

#include "model/json.h"
#include "model/message.h"
#include "widgets/wording.h"

#include <glib/gi18n.h>

static gboolean
has_file (KontorRemoteRecord *message)
{
  return *kontor_remote_record_get_text (message, "media-state") != '\0';
}

/* (transfer full) (nullable) */
static JsonNode *
parse (KontorRemoteRecord *message)
{
  const char *body = kontor_remote_record_get_text (message, "body");
  g_autoptr(JsonNode) root = *body != '\0' ? kontor_json_parse (body, strlen (body), NULL) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? g_steal_pointer (&root) : NULL;
}

static char *
dup_contacts (JsonObject *body)
{
  JsonArray *contacts = kontor_json_get_array (body, "contacts");
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < kontor_json_get_length (contacts); i++)
    {
      JsonObject *one = kontor_json_get_nth (contacts, i);
      JsonArray *phones = kontor_json_get_array (one, "phones");
      const char *name = kontor_json_get_text (one, "name");

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", name != NULL ? name : "");
      for (guint k = 0; k < kontor_json_get_length (phones); k++)
        {
          JsonNode *phone = json_array_get_element (phones, k);

          if (JSON_NODE_HOLDS_VALUE (phone) && json_node_get_value_type (phone) == G_TYPE_STRING)
            g_string_append_printf (text, " %s", json_node_get_string (phone));
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_location (JsonObject *body)
{
  const char *name = kontor_json_get_text (body, "name");
  const char *address = kontor_json_get_text (body, "address");
  g_autofree char *both = g_strdup_printf ("%s\n%s", name != NULL ? name : "",
                                           address != NULL ? address : "");

  if (name == NULL && address == NULL)
    return g_strdup_printf ("%.5f, %.5f", kontor_json_get_double (body, "latitude", 0),
                            kontor_json_get_double (body, "longitude", 0));

  return g_strdup (g_strstrip (both));
}

gboolean
kontor_body_is_edit (KontorRemoteRecord *message)
{
  return kontor_change_read (kontor_remote_record_get_text (message, "kind"),
                             kontor_remote_record_get_text (message, "body")) ==
         KONTOR_CHANGE_EDIT;
}

/* (nullable): lent */
static const char *
find_happened (JsonObject *body)
{
  static const struct { const char *type; const char *words; } happened[] = {
    { "taken-back", N_("This message was deleted") },
    { "identity-changed", N_("The security code has changed: it may be a new phone, or another "
                             "person") },
  };
  const char *type = kontor_json_get_text (body, "type");

  for (guint i = 0; i < G_N_ELEMENTS (happened); i++)
    if (g_strcmp0 (type, happened[i].type) == 0)
      return _(happened[i].words);

  return NULL;
}

char *
kontor_body_dup_member (KontorRemoteRecord *message)
{
  g_autoptr(JsonNode) root = parse (message);
  JsonObject *member = root != NULL
    ? kontor_json_get_object (json_node_get_object (root), "member") : NULL;
  const char *name = kontor_json_get_text (member, "name");

  return g_strdup (name != NULL ? name : kontor_json_get_text (member, "phone"));
}

char *
kontor_body_dup_text (KontorRemoteRecord *message)
{
  const char *text = kontor_remote_record_get_text (message, "text");
  const char *kind = kontor_remote_record_get_text (message, "kind");
  g_autoptr(JsonNode) root = parse (message);
  JsonObject *body = root != NULL ? json_node_get_object (root) : NULL;

  if (body != NULL && g_str_equal (kind, "system") && find_happened (body) != NULL)
    return g_strdup (find_happened (body));
  if (*text == '\0' && body != NULL && g_str_equal (kind, "contacts"))
    return dup_contacts (body);
  if (*text == '\0' && body != NULL && g_str_equal (kind, "location"))
    return dup_location (body);
  if (*text == '\0' && !has_file (message))
    return g_strdup (kontor_wording_kind (kind) != NULL ? kontor_wording_kind (kind) : "");

  return g_strdup (text);
}

char *
kontor_body_dup_line (KontorRemoteRecord *message)
{
  const char *kind = kontor_wording_kind (kontor_remote_record_get_text (message, "kind"));
  g_autofree char *text = kontor_body_dup_text (message);
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');

  if (*line == '\0' && kind != NULL)
    return g_strdup (kind);

  return g_strdup (g_strstrip (line));
}

char *
kontor_body_dup_emoji (KontorRemoteRecord *message)
{
  g_autoptr(JsonNode) root = parse (message);
  const char *emoji = root != NULL
    ? kontor_json_get_text (json_node_get_object (root), "emoji") : NULL;

  return g_strdup (emoji != NULL ? emoji : "");
}

char *
kontor_body_dup_place (KontorRemoteRecord *message)
{
  g_autoptr(JsonNode) root = parse (message);
  JsonObject *body = root != NULL ? json_node_get_object (root) : NULL;
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];

  if (body == NULL || !json_object_has_member (body, "latitude"))
    return NULL;
  g_ascii_formatd (latitude, sizeof latitude, "%.6f", kontor_json_get_double (body, "latitude", 0));
  g_ascii_formatd (longitude, sizeof longitude, "%.6f",
                   kontor_json_get_double (body, "longitude", 0));

  return g_strdup_printf ("https://www.openstreetmap.org/?mlat=%s&mlon=%s#map=16/%s/%s", latitude,
                          longitude, latitude, longitude);
}

static void
add_titles (GString *titles, JsonArray *list)
{
  for (guint i = 0; i < kontor_json_get_length (list); i++)
    {
      const char *title = kontor_json_get_text (kontor_json_get_nth (list, i), "title");

      if (title != NULL)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? "\n" : "", title);
    }
}

char *
kontor_body_dup_choices (KontorRemoteRecord *message)
{
  g_autoptr(JsonNode) root = parse (message);
  JsonObject *body = root != NULL ? json_node_get_object (root) : NULL;
  g_autoptr(GString) titles = g_string_new (NULL);
  JsonArray *sections = kontor_json_get_array (body, "sections");

  add_titles (titles, kontor_json_get_array (body, "buttons"));
  for (guint i = 0; i < kontor_json_get_length (sections); i++)
    add_titles (titles, kontor_json_get_array (kontor_json_get_nth (sections, i), "rows"));

  return titles->len > 0 ? g_string_free (g_steal_pointer (&titles), FALSE) : NULL;
}

/* Characters as bytes; nothing where the note is shorter than it says. */
static gboolean
find_bytes (const char *text, gint64 at, gint64 length, guint *start, guint *end)
{
  gint64 whole = g_utf8_strlen (text, -1);

  if (at < 0 || length <= 0 || at > whole || length > whole - at)
    return FALSE;
  *start = g_utf8_offset_to_pointer (text, at) - text;
  *end = g_utf8_offset_to_pointer (text, at + length) - text;

  return TRUE;
}

static void
add_mark (PangoAttrList *marks, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (marks, attribute);
}

PangoAttrList *
kontor_body_dup_marks (KontorRemoteRecord *message, const char *me)
{
  const char *text = kontor_remote_record_get_text (message, "text");
  gboolean is_note = g_str_equal (kontor_remote_record_get_text (message, "direction"), "note");
  g_autoptr(JsonNode) root = is_note ? parse (message) : NULL;
  JsonArray *mentions = root != NULL
    ? kontor_json_get_array (json_node_get_object (root), "mentions") : NULL;
  PangoAttrList *marks = mentions != NULL ? pango_attr_list_new () : NULL;

  for (guint i = 0; i < kontor_json_get_length (mentions); i++)
    {
      JsonObject *one = kontor_json_get_nth (mentions, i);
      guint start, end;

      if (!find_bytes (text, kontor_json_get_int (one, "at", -1),
                       kontor_json_get_int (one, "length", 0), &start, &end))
        continue;
      add_mark (marks, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      if (g_strcmp0 (kontor_json_get_text (one, "teammate"), me) != 0)
        continue;
      add_mark (marks, pango_attr_background_new (0xf8f8, 0xe4e4, 0x5c5c), start, end);
      add_mark (marks, pango_attr_background_alpha_new (0x6000), start, end);
    }

  return marks;
}
