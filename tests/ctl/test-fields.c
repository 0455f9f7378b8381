/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ctl/fields.h"
#include "ctl/print.h"

static GVariant *
parse (const char *text, const char *type)
{
  GError *error = NULL;
  GVariant *value = g_variant_parse (G_VARIANT_TYPE (type), text, NULL, NULL, &error);

  g_assert_no_error (error);

  return value;
}

static KontorCtlFields *
example (void)
{
  g_autoptr(GVariant) told = parse (
    "[{'name': <'at'>, 'type': <'time'>}, {'name': <'price'>, 'type': <'money'>},"
    " {'name': <'made'>, 'type': <'instant'>}, {'name': <'key'>, 'type': <'secret'>},"
    " {'name': <'paid'>, 'type': <'yes-no'>}, {'name': <'note'>, 'type': <'long-text'>},"
    " {'name': <'new'>, 'type': <'hologram'>}]", "aa{sv}");

  return kontor_ctl_fields_new (told);
}

static void
told_fields_are_found_and_unknown_types_left_out (void)
{
  g_autoptr(KontorCtlFields) fields = example ();
  g_autoptr(GVariant) more = parse ("[{'name': <'x-seen'>, 'type': <'instant'>},"
                                    " {'name': <'at'>, 'type': <'text'>}]", "aa{sv}");

  kontor_ctl_fields_add (fields, more);
  g_assert_nonnull (kontor_fields_find (kontor_ctl_fields_get (fields), "x-seen"));
  g_assert_null (kontor_fields_find (kontor_ctl_fields_get (fields), "new"));
  g_assert_cmpint (kontor_fields_find (kontor_ctl_fields_get (fields), "at")->type, ==,
                   KONTOR_FIELD_TIME);
}

static void
values_are_shown_as_people_write_them (void)
{
  static const struct { const char *name, *value, *type, *text; } cases[] = {
    { "at", "('2026-11-21T09:00', 'Asia/Dubai', 1795237200000000)", "(ssx)",
      "2026-11-21 09:00 Asia/Dubai" },
    { "price", "(145050, 'AED')", "(xs)", "1450.50 AED" },
    { "made", "1795237200000000", "x", "2026-11-21 05:00" },
    { "made", "0", "x", "" },
    { "paid", "true", "b", "yes" },
    { "nobody-knows", "9007199254740993", "x", "9007199254740993" },
    { "nobody-knows", "('2026-11-21T09:00', 'Asia/Dubai', 1795237200000000)", "(ssx)",
      "2026-11-21 09:00 Asia/Dubai" },
    { "at", "'tomorrow'", "s", "tomorrow" },
    { "nobody-knows", "<'in a box'>", "v", "in a box" },
    { "nobody-knows", "{'a': 'b'}", "a{ss}", "{'a': 'b'}" },
  };
  g_autoptr(KontorCtlFields) fields = example ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GVariant) value = parse (cases[i].value, cases[i].type);
      g_autofree char *text = kontor_ctl_value_to_text (
        kontor_fields_find (kontor_ctl_fields_get (fields), cases[i].name), value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
a_record_is_a_line_for_each_field_in_order (void)
{
  g_autoptr(KontorCtlFields) fields = example ();
  g_autoptr(GVariant) record = parse (
    "{'x-own': <'mine'>, 'note': <'one\\ntwo'>, 'key': <'hush'>, 'id': <'BK1'>,"
    " 'price': <(int64 500, 'AED')>, 'made': <int64 0>}", "a{sv}");
  g_autofree char *text =
    kontor_ctl_record_to_text (kontor_ctl_fields_get (fields), record, 0);

  g_assert_cmpstr (text, ==, "id     BK1\n"
                             "price  5.00 AED\n"
                             "note   one\n"
                             "       two\n"
                             "x-own  mine\n");
}

static void
a_list_has_own_fields_but_no_secrets_and_long_texts (void)
{
  g_autoptr(KontorCtlFields) fields = example ();
  g_autoptr(GVariant) records = parse (
    "[{'id': <'BK1'>, 'note': <'long'>, 'key': <'hush'>, 'paid': <true>},"
    " {'id': <'BK2'>, 'x-own': <'mine'>, 'price': <(int64 500, 'AED')>}]", "aa{sv}");
  static const char *const columns[] = { "note", "id", NULL };
  g_autofree char *text =
    kontor_ctl_records_to_text (kontor_ctl_fields_get (fields), records, NULL, FALSE, 0);
  g_autofree char *chosen =
    kontor_ctl_records_to_text (kontor_ctl_fields_get (fields), records, columns, FALSE, 0);

  g_assert_cmpstr (text, ==, "id      price  paid  x-own\n"
                             "BK1            yes\n"
                             "BK2  5.00 AED        mine\n");
  g_assert_cmpstr (chosen, ==, "note  id\n"
                               "long  BK1\n"
                               "      BK2\n");
}

static void
json_is_exact_and_without_secrets (void)
{
  g_autoptr(KontorCtlFields) fields = example ();
  g_autoptr(GVariant) records = parse (
    "[{'id': <'BK1'>, 'key': <'hush'>, 'number': <int64 9223372036854775807>,"
    " 'price': <(int64 9007199254740993, 'AED')>, 'paid': <false>, 'files': <['a', 'b']>}]",
    "aa{sv}");
  JsonNode *json = kontor_ctl_records_to_json (kontor_ctl_fields_get (fields), records);
  g_autofree char *line = kontor_ctl_json_to_line (json);
  g_autoptr(JsonNode) read = json_from_string (line, NULL);
  JsonObject *object = json_array_get_object_element (json_node_get_array (read), 0);

  g_assert_cmpint (json_object_get_int_member (object, "number"), ==, G_MAXINT64);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "price"),
                                               "minor"), ==, G_GINT64_CONSTANT (9007199254740993));
  g_assert_false (json_object_get_boolean_member (object, "paid"));
  g_assert_false (json_object_has_member (object, "key"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "files")), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/fields/told-ones-are-found-and-unknown-types-left-out",
                   told_fields_are_found_and_unknown_types_left_out);
  g_test_add_func ("/ctl/fields/values-are-shown-as-people-write-them",
                   values_are_shown_as_people_write_them);
  g_test_add_func ("/ctl/fields/a-record-is-a-line-for-each-field-in-order",
                   a_record_is_a_line_for_each_field_in_order);
  g_test_add_func ("/ctl/fields/a-list-has-own-fields-but-no-secrets-and-long-texts",
                   a_list_has_own_fields_but_no_secrets_and_long_texts);
  g_test_add_func ("/ctl/fields/json-is-exact-and-without-secrets",
                   json_is_exact_and_without_secrets);

  return g_test_run ();
}
