/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record as a whole: what is wrong with it, and its way to JSON and CSV and back. */
#include "model/error.h"
#include "model/json.h"
#include "model/record.h"

static const KontorField fields[] = {
  { "name", KONTOR_FIELD_TEXT, KONTOR_FIELD_REQUIRED, "Name" },
  { "code", KONTOR_FIELD_TEXT, .title = "Code", .check = "[a-z]+|[0-9]+" },
  { "notes", KONTOR_FIELD_LONG_TEXT, .title = "Notes" },
  { "count", KONTOR_FIELD_NUMBER, .title = "Count" },
  { "price", KONTOR_FIELD_MONEY, .title = "Price" },
  { "day", KONTOR_FIELD_DATE, .title = "Day" },
  { "at", KONTOR_FIELD_TIME, .title = "Time" },
  { "seen", KONTOR_FIELD_INSTANT, KONTOR_FIELD_READ_ONLY, "Seen" },
  { "lasts", KONTOR_FIELD_DURATION, .title = "Lasts" },
  { "state", KONTOR_FIELD_CHOICE, .title = "State", .choices = "draft|sent" },
  { "active", KONTOR_FIELD_YES_NO, .title = "Active" },
  { "contact", KONTOR_FIELD_LINK, .title = "Contact", .of = "contact" },
  { "phone", KONTOR_FIELD_PHONE, .title = "Phone" },
  { "token", KONTOR_FIELD_SECRET, .title = "Token" },
  { "files", KONTOR_FIELD_ATTACHMENTS, .title = "Files" },
  { NULL }
};

static const KontorField own[] = {
  { "x-seats", KONTOR_FIELD_NUMBER, KONTOR_FIELD_REQUIRED, "Seats" },
  { "x-flight", KONTOR_FIELD_TEXT, .title = "Flight", .check = "[A-Z]{2}[0-9]+" },
  { NULL }
};

static const char whole[] =
  "{'id': <'TH7'>, 'name': <'Ana, “the” first'>, 'code': <'abc'>, 'notes': <'two\\nlines'>,"
  " 'count': <int64 9223372036854775807>, 'price': <(int64 145050, 'AED')>,"
  " 'day': <'2026-11-21'>, 'at': <('2026-11-21T09:00', 'Asia/Dubai', int64 1795237200000000)>,"
  " 'seen': <int64 1795237200000001>, 'lasts': <int64 5400>, 'state': <'sent'>,"
  " 'active': <false>, 'contact': <'CT7'>, 'phone': <'+971501234567'>,"
  " 'files': <['F1', 'F2']>, 'x-seats': <int64 -9007199254740993>, 'x-flight': <'EK203'>}";

static GVariant *
make (const char *text)
{
  return g_variant_ref_sink (g_variant_new_parsed (text));
}

static GVariant *
read_json (const char *text, GError **error)
{
  g_autoptr(JsonNode) json = kontor_json_parse (text, strlen (text), error);

  return json != NULL ? kontor_record_from_json (fields, own, json, error) : NULL;
}

static char *
write_json (GVariant *record)
{
  g_autoptr(JsonNode) json = kontor_record_to_json (fields, record);

  return json_to_string (json, FALSE);
}

static void
assert_same (GVariant *record, GVariant *expected)
{
  g_autoptr(GVariantDict) left = g_variant_dict_new (record);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_assert_cmpuint (g_variant_n_children (record), ==, g_variant_n_children (expected));
  g_variant_iter_init (&iter, expected);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      g_autoptr(GVariant) there = kontor_record_get (record, name);

      g_assert_nonnull (there);
      g_assert_cmpvariant (there, value);
    }
}

static void
assert_faults (const char *record, gboolean partial, const char *expected)
{
  g_autoptr(GVariant) given = make (record);
  g_autoptr(GError) error = NULL;

  if (kontor_record_check (fields, own, given, partial, &error) != (expected == NULL))
    g_test_fail_printf ("%s: %s", record, error != NULL ? error->message : "no fault");
  if (expected == NULL)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

static void
test_faults (void)
{
  assert_faults ("{'name': <'Ana'>, 'x-seats': <int64 4>}", FALSE, NULL);
  assert_faults ("@a{sv} {}", FALSE, "name: is missing\nx-seats: is missing");
  assert_faults ("{'name': <''>, 'x-seats': <int64 4>}", FALSE, "name: is missing");
  assert_faults ("{'name': <'Ana'>, 'x-seats': <'four'>, 'lasts': <int64 -1>, 'day': <'soon'>}",
                 FALSE, "x-seats: is not a value of type number\n"
                 "lasts: cannot be negative\n"
                 "day: “soon” is no date: write it as 2026-11-21");
  assert_faults ("{'name': <'Ana'>, 'x-seats': <int64 4>, 'x-colour': <'red'>, 'size': <'L'>}",
                 FALSE, "x-colour: is not a field here\nsize: is not a field here");
}

static void
test_partial (void)
{
  assert_faults ("{'notes': <'only these'>}", TRUE, NULL);
  assert_faults ("{'name': <''>}", TRUE, "name: is missing");
  assert_faults ("{'count': <'x'>}", TRUE, "count: is not a value of type number");
}

static void
test_ids (void)
{
  const KontorKind kind = { "thing", .prefix = "BK", .digits = 6 };
  g_autofree char *id = kontor_kind_format_id (&kind, 40);
  static const char *const same[] = { "BK000040", "bk40", "40", "000040" };
  static const char *const wrong[] = { "", "BK", "BK-1", "BK0", "CT40", "BK40x", " 40",
    "9223372036854775808" };
  gint64 number;

  g_assert_cmpstr (id, ==, "BK000040");
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_true (kontor_kind_parse_id (&kind, same[i], &number));
      g_assert_cmpint (number, ==, 40);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (kontor_kind_parse_id (&kind, wrong[i], &number));
}

static void
test_kinds (void)
{
  for (const KontorKind *const *kind = kontor_kinds_get_all (); *kind != NULL; kind++)
    {
      g_assert_true (kontor_kind_find ((*kind)->name) == *kind);
      g_assert_true ((*kind)->prefix != NULL || (*kind)->key != NULL);
      g_assert_true ((*kind)->key == NULL || kontor_fields_find ((*kind)->fields, (*kind)->key));
      g_assert_nonnull (kontor_fields_find ((*kind)->fields, (*kind)->label));
      for (const KontorField *field = (*kind)->fields; field->name != NULL; field++)
        {
          g_assert_nonnull (field->title);
          g_assert_true ((field->type == KONTOR_FIELD_CHOICE) == (field->choices != NULL));
          g_assert_true (field->type != KONTOR_FIELD_LINK || kontor_kind_find (field->of) != NULL);
        }
    }
}

static void
test_getters (void)
{
  g_autoptr(GVariant) record = make (whole);
  g_autoptr(GVariant) changes = make ("{'count': <int64 1>, 'code': <''>}");
  g_autoptr(GVariant) merged = kontor_record_merge (record, changes);
  const char *currency;
  gint64 minor;

  g_assert_cmpstr (kontor_record_get_text (record, "contact"), ==, "CT7");
  g_assert_null (kontor_record_get_text (record, "count"));
  g_assert_cmpint (kontor_record_get_int (record, "lasts", 9), ==, 5400);
  g_assert_cmpint (kontor_record_get_int (record, "nothing", 9), ==, 9);
  g_assert_false (kontor_record_get_yes (record, "name"));
  g_assert_true (kontor_record_get_money (record, "price", &minor, &currency));
  g_assert_cmpint (minor, ==, 145050);
  g_assert_cmpstr (currency, ==, "AED");
  g_assert_cmpint (kontor_record_get_int (merged, "count", 0), ==, 1);
  g_assert_cmpstr (kontor_record_get_text (merged, "code"), ==, "");
  g_assert_cmpstr (kontor_record_get_text (merged, "x-flight"), ==, "EK203");
}

static void
test_json_both_ways (void)
{
  g_autoptr(GVariant) record = make (whole);
  g_autofree char *json = write_json (record);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) back = read_json (json, &error);

  g_assert_no_error (error);
  assert_same (back, record);
  g_assert_nonnull (strstr (json, "\"price\":{\"minor\":145050,\"currency\":\"AED\"}"));
  g_assert_nonnull (strstr (json, "\"count\":9223372036854775807"));
}

static void
test_json_secret (void)
{
  g_autoptr(GVariant) record = make ("{'name': <'Ana'>, 'token': <'s3cret'>}");
  g_autofree char *json = write_json (record);

  g_assert_cmpstr (json, ==, "{\"name\":\"Ana\"}");
}

static void
test_json_exact (void)
{
  static const char *const numbers[] = { "9007199254740993", "-9007199254740993",
    "9223372036854775807", "-9223372036854775808", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{\"count\":%s,\"price\":{\"minor\":%s,\"currency\":\"EUR\"}}", numbers[i], numbers[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(GVariant) record = read_json (text, &error);
      g_autofree char *back = NULL;

      g_assert_no_error (error);
      back = write_json (record);
      g_assert_cmpint (kontor_record_get_int (record, "count", 1), ==,
                       g_ascii_strtoll (numbers[i], NULL, 10));
      g_assert_nonnull (strstr (back, numbers[i]));
    }
}

static void
assert_json_refused (const char *text, const char *because)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = read_json (text, &error);

  if (record != NULL || !g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT))
    g_test_fail_printf ("%s was read", text);
  else if (strstr (error->message, because) == NULL)
    g_test_fail_printf ("%s: “%s” does not say “%s”", text, error->message, because);
}

/* It would become another number, not be missing. */
static void
test_json_too_great (void)
{
  assert_json_refused ("{\"count\":9223372036854775808}", "a number that is too large");
  assert_json_refused ("{\"x-seats\":-9223372036854775809}", "a number that is too large");
  assert_json_refused ("{\"price\":{\"minor\":99999999999999999999,\"currency\":\"EUR\"}}",
                       "a number that is too large");
}

static void
test_json_other_types (void)
{
  static const char number[] = "count: is not a value of type number that can be kept exactly";

  assert_json_refused ("{\"count\":1.5}", number);
  assert_json_refused ("{\"count\":1e3}", number);
  assert_json_refused ("{\"count\":\"7\"}", number);
  assert_json_refused ("{\"count\":[7]}", number);
  assert_json_refused ("{\"name\":7}", "name: ");
  assert_json_refused ("{\"name\":{}}", "name: ");
  assert_json_refused ("{\"active\":\"yes\"}", "active: ");
  assert_json_refused ("{\"files\":[\"F1\",2]}", "files: ");
  assert_json_refused ("{\"price\":145050}", "price: ");
  assert_json_refused ("{\"price\":{\"minor\":145050}}", "price: ");
  assert_json_refused ("{\"price\":{\"minor\":1.5,\"currency\":\"EUR\"}}", "price: ");
  assert_json_refused ("{\"price\":{\"minor\":1,\"currency\":\"EUR\",\"major\":2}}", "price: ");
  assert_json_refused ("{\"at\":{\"local\":\"2026-11-21T09:00\"}}", "at: ");
  assert_json_refused ("{\"name\":7,\"count\":\"7\",\"x-colour\":1}",
                       "name: is not a value of type text that can be kept exactly\n"
                       "count: is not a value of type number that can be kept exactly\n"
                       "x-colour: is not a field here");
  assert_json_refused ("[]", "object");
  assert_json_refused ("", "empty");
}

static void
test_json_left_out (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = read_json (
    "{\"name\":\"Ana \\ud83d\\ude97\",\"count\":null,"
    "\"at\":{\"local\":\"2026-11-21T09:00\",\"zone\":\"Asia/Dubai\"},\"files\":[]}", &error);
  g_autoptr(GVariant) expected = make (
    "{'name': <'Ana 🚗'>, 'files': <@as []>,"
    " 'at': <('2026-11-21T09:00', 'Asia/Dubai', int64 1795237200000000)>}");

  g_assert_no_error (error);
  assert_same (record, expected);
  assert_json_refused ("{\"at\":{\"local\":\"2026-10-25T02:30\",\"zone\":\"Europe/Berlin\"}}",
                       "at: ");
}

static JsonObject *
get_property (JsonNode *schema, const char *name)
{
  JsonObject *properties = json_object_get_object_member (json_node_get_object (schema),
                                                          "properties");

  return json_object_has_member (properties, name)
         ? json_object_get_object_member (properties, name) : NULL;
}

static void
assert_type (JsonNode *schema, const char *name, const char *type)
{
  JsonObject *property = get_property (schema, name);

  g_assert_nonnull (property);
  g_assert_cmpstr (json_object_get_string_member (property, "type"), ==, type);
  g_assert_nonnull (json_object_get_string_member (property, "description"));
}

static void
test_schema (void)
{
  g_autoptr(JsonNode) schema = kontor_record_to_schema ("Thing", fields, own);
  g_autofree char *text = json_to_string (schema, FALSE);
  JsonObject *object = json_node_get_object (schema);

  assert_type (schema, "name", "string");
  assert_type (schema, "count", "integer");
  assert_type (schema, "lasts", "integer");
  assert_type (schema, "price", "object");
  assert_type (schema, "at", "object");
  assert_type (schema, "active", "boolean");
  assert_type (schema, "files", "array");
  assert_type (schema, "x-seats", "integer");
  assert_type (schema, "x-flight", "string");
  g_assert_null (get_property (schema, "token"));
  g_assert_null (get_property (schema, "seen"));
  g_assert_false (json_object_get_boolean_member (object, "additionalProperties"));
  g_assert_nonnull (strstr (text, "\"required\":[\"name\",\"x-seats\"]"));
  g_assert_nonnull (strstr (text, "\"enum\":[\"draft\",\"sent\"]"));
  g_assert_cmpstr (json_object_get_string_member (get_property (schema, "code"), "pattern"), ==,
                   "^(?:[a-z]+|[0-9]+)$");
}

static void
test_csv_both_ways (void)
{
  g_autoptr(GVariant) record = make (whole);
  g_auto(GStrv) columns = kontor_record_columns (fields, own);
  g_auto(GStrv) row = kontor_record_to_row (columns, fields, own, record);
  g_autofree char *header = g_strjoinv (",", columns);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) back = kontor_record_from_row (columns, row, fields, own, NULL, &error);

  g_assert_cmpstr (header, ==, "id,name,code,notes,count,price,day,at,seen,lasts,state,active,"
                   "contact,phone,files,x-seats,x-flight");
  g_assert_no_error (error);
  assert_same (back, record);
}

static GVariant *
read_row (const char *header, const char *cells, GError **error)
{
  const KontorLocale shop = { "Asia/Dubai", "AED", "AE" };
  g_auto(GStrv) columns = g_strsplit (header, ",", -1);
  g_auto(GStrv) row = g_strsplit (cells, ",", -1);

  return kontor_record_from_row (columns, row, fields, own, &shop, error);
}

static void
test_csv_cells (void)
{
  g_autoptr(GVariant) expected = make ("{'name': <'Ana'>, 'price': <(int64 1200, 'AED')>}");
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) record = read_row ("price,name,count,id", "12,Ana", &error);
  g_autoptr(GVariant) padded = read_row ("price,name", "12,Ana,,", &error);

  g_assert_no_error (error);
  assert_same (record, expected);
  assert_same (padded, expected);
}

static void
test_csv_refused (void)
{
  static const char *const rows[][3] = {
    { "name,count", "Ana,many", "count: “many” is not a whole number" },
    { "name,size", "Ana,L", "size: is not a field here" },
    { "name,x-colour", "Ana,red", "x-colour: is not a field here" },
    { "name,state", "Ana,lost", "state: “lost” is not one of: draft, sent" },
    { "count,name", "many,Smith, Ana", "“ Ana” stands beyond the last column" },
    { "count,name", "7,Smith, Ana", "“ Ana” stands beyond the last column" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GVariant) record = read_row (rows[i][0], rows[i][1], &error);

      g_assert_null (record);
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
      g_assert_true (g_str_has_prefix (error->message, rows[i][2]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/each-fault-is-named-with-its-field", test_faults);
  g_test_add_func ("/record/a-change-may-leave-out-but-not-empty-what-is-required", test_partial);
  g_test_add_func ("/record/an-id-is-understood-as-people-write-it", test_ids);
  g_test_add_func ("/record/every-kind-describes-itself-whole", test_kinds);
  g_test_add_func ("/record/what-is-asked-for-is-given-or-nothing", test_getters);
  g_test_add_func ("/record/json-brings-back-every-value", test_json_both_ways);
  g_test_add_func ("/record/json-shows-no-secret", test_json_secret);
  g_test_add_func ("/record/json-keeps-every-number-to-the-last-digit", test_json_exact);
  g_test_add_func ("/record/a-number-beyond-64-bits-is-refused", test_json_too_great);
  g_test_add_func ("/record/json-of-another-type-is-never-guessed-at", test_json_other_types);
  g_test_add_func ("/record/json-may-leave-out-what-is-derived", test_json_left_out);
  g_test_add_func ("/record/a-schema-asks-for-what-may-be-given", test_schema);
  g_test_add_func ("/record/csv-brings-back-every-value", test_csv_both_ways);
  g_test_add_func ("/record/an-empty-cell-is-no-value", test_csv_cells);
  g_test_add_func ("/record/a-row-that-does-not-fit-is-refused", test_csv_refused);

  return g_test_run ();
}
