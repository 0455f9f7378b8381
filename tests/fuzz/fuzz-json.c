/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes are JSON or an error; what is a record too is written and read again as it was. */
#include <string.h>

#include "model/json.h"
#include "model/record.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED }, { "count", KONTOR_FIELD_NUMBER },
  { "price", KONTOR_FIELD_MONEY }, { "day", KONTOR_FIELD_DATE }, { "at", KONTOR_FIELD_TIME },
  { "seen", KONTOR_FIELD_INSTANT }, { "lasts", KONTOR_FIELD_DURATION },
  { "state", KONTOR_FIELD_CHOICE, .choices = "draft|sent" }, { "active", KONTOR_FIELD_YES_NO },
  { "phone", KONTOR_FIELD_PHONE }, { "files", KONTOR_FIELD_ATTACHMENTS },
  { NULL }
};

static const KontorField own[] = { { "x-seats", KONTOR_FIELD_NUMBER }, { NULL } };

static void
check_record (JsonNode *root)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = kontor_record_from_json (fields, own, root, &error);
  g_autoptr(JsonNode) written = NULL, again = NULL;
  g_autoptr(GVariant) back = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((record == NULL) == (error != NULL));
  if (record == NULL)
    return;
  kontor_record_check (fields, own, record, FALSE, NULL);
  written = kontor_record_to_json (fields, record);
  text = json_to_string (written, FALSE);
  again = kontor_json_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  back = kontor_record_from_json (fields, own, again, &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_n_children (back) == g_variant_n_children (record));
  for (gsize i = 0; i < g_variant_n_children (record); i++)
    {
      g_autoptr(GVariant) entry = g_variant_get_child_value (record, i);
      g_autoptr(GVariant) name = g_variant_get_child_value (entry, 0);
      const char *field = g_variant_get_string (name, NULL);
      g_autoptr(GVariant) before = kontor_record_get (record, field);
      g_autoptr(GVariant) after = kontor_record_get (back, field);

      g_assert_true (after != NULL && g_variant_equal (before, after));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = kontor_json_parse ((const char *) data, size, &error);

  g_assert_true ((root == NULL) == (error != NULL));
  if (root == NULL)
    return 0;
  check_record (root);
  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      g_autofree char *text = kontor_json_take_text (json_object_ref (json_node_get_object (root)));
      g_autoptr(JsonNode) again = kontor_json_parse (text, strlen (text), &error);

      g_assert_no_error (error);
      g_assert_nonnull (again);
    }

  return 0;
}
