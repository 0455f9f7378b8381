/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/cloud-read.h"

#include <string.h>

#include "channels/cloud-codes.h"
#include "model/error.h"

/* E.164 has at most 15 digits; service numbers have few. */
#define MIN_DIGITS 5
#define MAX_DIGITS 15

static const struct { const char *field, *kind; } notice_fields[] = {
  { "message_template_status_update",       "template" },
  { "message_template_quality_update",      "template" },
  { "template_category_update",             "template" },
  { "message_template_components_update",   "template" },
  { "phone_number_quality_update",          "quality" },
  { "phone_number_name_update",             "quality" },
  { "business_capability_update",           "quality" },
  { "account_update",                       "account" },
  { "account_review_update",                "account" },
  { "account_alerts",                       "alert" },
  { "security",                             "alert" },
};

void
kontor_cloud_part_free (KontorCloudPart *part)
{
  g_free (part->number);
  g_clear_pointer (&part->messages, g_ptr_array_unref);
  g_clear_pointer (&part->receipts, g_ptr_array_unref);
  g_clear_pointer (&part->notices, g_ptr_array_unref);
  g_free (part);
}

static KontorCloudPart *
part_new (const char *number)
{
  KontorCloudPart *part = g_new0 (KontorCloudPart, 1);

  part->number = g_strdup (number);
  part->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_message_free);
  part->receipts = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_receipt_free);
  part->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_notice_free);

  return part;
}

char *
kontor_cloud_read_phone (const char *digits)
{
  const char *from = digits != NULL && *digits == '+' ? digits + 1 : digits;
  gsize length = from != NULL ? strspn (from, "0123456789") : 0;

  if (length < MIN_DIGITS || length > MAX_DIGITS || from[length] != '\0')
    return NULL;

  return g_strconcat ("+", from, NULL);
}

/* Only these are ever stored: a word that is new to us says nothing about what we know. */
static const char *
read_state (JsonObject *status)
{
  static const char *const states[] = { "sent", "delivered", "read", "played", "failed" };
  const char *state = kontor_json_get_text (status, "status");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], state) == 0)
      return states[i];

  return NULL;
}

static char *
read_cost (JsonObject *status)
{
  JsonObject *pricing = kontor_json_get_object (status, "pricing");
  const char *category = kontor_json_get_text (pricing, "category");
  const char *type = kontor_json_get_text (pricing, "type");

  if (category == NULL)
    return NULL;

  return type != NULL ? g_strdup_printf ("%s, %s", category, type) : g_strdup (category);
}

static KontorReceipt *
read_status (JsonObject *status)
{
  const char *id = kontor_json_get_text (status, "id");
  const char *state = read_state (status);
  JsonArray *errors = kontor_json_get_array (status, "errors");
  JsonObject *first = kontor_json_get_length (errors) > 0 ? kontor_json_get_nth (errors, 0) : NULL;
  gint64 code = kontor_json_get_int (first, "code", -1);
  g_autofree char *reason = NULL;
  KontorReceipt *receipt;

  if (id == NULL || *id == '\0' || state == NULL)
    return NULL;
  if (g_str_equal (state, "failed"))
    reason = kontor_cloud_code_describe (errors);
  receipt = kontor_receipt_new (id, state, reason);
  receipt->token = g_strdup (kontor_json_get_text (status, "biz_opaque_callback_data"));
  receipt->cost = read_cost (status);
  receipt->window_over = g_str_equal (state, "failed") &&
                         kontor_cloud_code_outcome (code, 0) == KONTOR_CLOUD_WINDOW;

  return receipt;
}

static void
read_messages (JsonObject *value, KontorCloudPart *part, guint *skipped)
{
  JsonArray *contacts = kontor_json_get_array (value, "contacts");
  JsonArray *messages = kontor_json_get_array (value, "messages");
  JsonArray *statuses = kontor_json_get_array (value, "statuses");

  for (guint i = 0; i < kontor_json_get_length (messages); i++)
    {
      JsonObject *object = kontor_json_get_nth (messages, i);
      KontorMessage *message = object != NULL ? kontor_cloud_read_message (object, contacts) : NULL;

      if (message != NULL)
        g_ptr_array_add (part->messages, message);
      else
        (*skipped)++;
    }
  for (guint i = 0; i < kontor_json_get_length (statuses); i++)
    {
      KontorReceipt *receipt = read_status (kontor_json_get_nth (statuses, i));

      if (receipt != NULL)
        g_ptr_array_add (part->receipts, receipt);
      else
        (*skipped)++;
    }
}

static void
read_notice (const char *field, JsonObject *value, const char *kind, KontorCloudPart *part)
{
  JsonObject *body = json_object_new ();
  g_autofree char *text = NULL;

  json_object_set_string_member (body, "field", field);
  if (value != NULL)
    json_object_set_object_member (body, "value", json_object_ref (value));
  text = kontor_json_take_text (body);
  g_ptr_array_add (part->notices, kontor_notice_new (kind, text));
}

/* What went wrong at Meta with no message of ours. */
static void
read_errors (JsonObject *value, KontorCloudPart *part)
{
  JsonArray *errors = kontor_json_get_array (value, "errors");
  g_autoptr(JsonObject) told = NULL;

  if (kontor_json_get_length (errors) == 0)
    return;
  told = json_object_new ();
  json_object_set_array_member (told, "errors", json_array_ref (errors));
  read_notice ("messages", told, "alert", part);
}

static void
read_change (JsonObject *change, GPtrArray *parts, guint *skipped)
{
  const char *field = kontor_json_get_text (change, "field");
  JsonObject *value = kontor_json_get_object (change, "value");
  JsonObject *metadata = kontor_json_get_object (value, "metadata");
  KontorCloudPart *part;

  if (g_strcmp0 (field, "messages") == 0)
    {
      part = part_new (kontor_json_get_text (metadata, "phone_number_id"));
      read_messages (value, part, skipped);
      read_errors (value, part);
      g_ptr_array_add (parts, part);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (notice_fields); i++)
    if (g_strcmp0 (field, notice_fields[i].field) == 0)
      {
        part = part_new (NULL);
        read_notice (field, value, notice_fields[i].kind, part);
        g_ptr_array_add (parts, part);
        return;
      }
  (*skipped)++;
}

GPtrArray *
kontor_cloud_read (const char *bytes, gsize size, guint *skipped, GError **error)
{
  g_autoptr(JsonNode) root = kontor_json_parse (bytes, size, error);
  g_autoptr(GPtrArray) parts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_cloud_part_free);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root)
                                                                    : NULL;
  JsonArray *entries = kontor_json_get_array (object, "entry");

  *skipped = 0;
  if (root == NULL)
    return NULL;
  if (entries == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "this is no webhook: it has no list “entry”");
      return NULL;
    }
  for (guint i = 0; i < kontor_json_get_length (entries); i++)
    {
      JsonArray *changes = kontor_json_get_array (kontor_json_get_nth (entries, i), "changes");

      for (guint j = 0; j < kontor_json_get_length (changes); j++)
        if (kontor_json_get_nth (changes, j) != NULL)
          read_change (kontor_json_get_nth (changes, j), parts, skipped);
    }

  return g_steal_pointer (&parts);
}
