/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "channels/cloud-read.h"

#include <string.h>

#include "channels/cloud-codes.h"
#include "model/error.h"
#include "model/json.h"

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
read_state (const KontorTree *status)
{
  static const char *const states[] = { "sent", "delivered", "read", "played", "failed" };
  const char *state = kontor_tree_get_text (status, "status");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], state) == 0)
      return states[i];

  return NULL;
}

static char *
read_cost (const KontorTree *status)
{
  const KontorTree *pricing = kontor_tree_get_object (status, "pricing");
  const char *category = kontor_tree_get_text (pricing, "category");
  const char *type = kontor_tree_get_text (pricing, "type");

  if (category == NULL)
    return NULL;

  return type != NULL ? g_strdup_printf ("%s, %s", category, type) : g_strdup (category);
}

static KontorReceipt *
read_status (const KontorTree *status)
{
  const char *id = kontor_tree_get_text (status, "id");
  const char *state = read_state (status);
  const KontorTree *errors = kontor_tree_get_array (status, "errors");
  gint64 code = kontor_tree_get_int (kontor_tree_get_first (errors), "code", -1);
  g_autofree char *reason = NULL;
  KontorReceipt *receipt;

  if (id == NULL || *id == '\0' || state == NULL)
    return NULL;
  if (g_str_equal (state, "failed"))
    reason = kontor_cloud_code_describe (errors);
  receipt = kontor_receipt_new (id, state, reason);
  receipt->token = g_strdup (kontor_tree_get_text (status, "biz_opaque_callback_data"));
  receipt->cost = read_cost (status);
  receipt->window_over = g_str_equal (state, "failed") &&
                         kontor_cloud_code_outcome (code, 0) == KONTOR_CLOUD_WINDOW;

  return receipt;
}

static void
read_messages (const KontorTree *value, KontorCloudPart *part, guint *skipped)
{
  const KontorTree *contacts = kontor_tree_get_array (value, "contacts");
  const KontorTree *messages = kontor_tree_get_array (value, "messages");
  const KontorTree *statuses = kontor_tree_get_array (value, "statuses");
  const KontorTree *item;

  for (item = kontor_tree_get_first (messages); item != NULL; item = kontor_tree_get_next (item))
    {
      KontorMessage *message = kontor_cloud_read_message (item, contacts);

      if (message != NULL)
        g_ptr_array_add (part->messages, message);
      else
        (*skipped)++;
    }
  for (item = kontor_tree_get_first (statuses); item != NULL; item = kontor_tree_get_next (item))
    {
      KontorReceipt *receipt = read_status (item);

      if (receipt != NULL)
        g_ptr_array_add (part->receipts, receipt);
      else
        (*skipped)++;
    }
}

/* @value: (transfer full) (nullable) */
static void
add_notice (const char *field, JsonNode *value, const char *kind, KontorCloudPart *part)
{
  JsonObject *body = json_object_new ();
  g_autofree char *text = NULL;

  json_object_set_string_member (body, "field", field);
  if (value != NULL)
    json_object_set_member (body, "value", value);
  text = kontor_json_take_text (body);
  g_ptr_array_add (part->notices, kontor_notice_new (kind, text));
}

/* What went wrong at Meta with no message of ours. */
static void
read_errors (const KontorTree *value, KontorCloudPart *part)
{
  const KontorTree *errors = kontor_tree_get_array (value, "errors");
  g_autoptr(JsonObject) told = NULL;

  if (kontor_tree_get_first (errors) == NULL)
    return;
  told = json_object_new ();
  json_object_set_member (told, "errors", kontor_tree_to_node (errors));
  add_notice ("messages", json_node_init_object (json_node_alloc (), told), "alert", part);
}

static void
read_change (const KontorTree *change, GPtrArray *parts, guint *skipped)
{
  const char *field = kontor_tree_get_text (change, "field");
  const KontorTree *value = kontor_tree_get_object (change, "value");
  const KontorTree *metadata = kontor_tree_get_object (value, "metadata");
  KontorCloudPart *part;

  if (g_strcmp0 (field, "messages") == 0)
    {
      part = part_new (kontor_tree_get_text (metadata, "phone_number_id"));
      read_messages (value, part, skipped);
      read_errors (value, part);
      g_ptr_array_add (parts, part);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (notice_fields); i++)
    if (g_strcmp0 (field, notice_fields[i].field) == 0)
      {
        part = part_new (NULL);
        add_notice (field, value != NULL ? kontor_tree_to_node (value) : NULL,
                    notice_fields[i].kind, part);
        g_ptr_array_add (parts, part);
        return;
      }
  (*skipped)++;
}

static void
read_entry (const KontorTree *entry, GPtrArray *parts, guint *skipped)
{
  const KontorTree *changes = kontor_tree_get_array (entry, "changes"), *change;

  for (change = kontor_tree_get_first (changes); change != NULL;
       change = kontor_tree_get_next (change))
    if (kontor_tree_is_object (change))
      read_change (change, parts, skipped);
}

GPtrArray *
kontor_cloud_read (const char *bytes, gsize size, guint *skipped, GError **error)
{
  g_autoptr(KontorTree) root = kontor_tree_parse (bytes, size, error);
  const KontorTree *entries = kontor_tree_get_array (root, "entry"), *entry;
  GPtrArray *parts;

  *skipped = 0;
  if (root == NULL)
    return NULL;
  if (entries == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "this is no webhook: it has no list “entry”");
      return NULL;
    }
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) kontor_cloud_part_free);
  for (entry = kontor_tree_get_first (entries); entry != NULL; entry = kontor_tree_get_next (entry))
    read_entry (entry, parts, skipped);

  return parts;
}
