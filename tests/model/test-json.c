/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/json.h"

#include <string.h>

#include "model/error.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root = kontor_json_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);

  return root;
}

static void
assert_refused (const char *bytes, gsize size, const char *why)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = kontor_json_parse (bytes, size, &error);

  g_assert_null (root);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "the JSON cannot be read: "));
  if (strstr (error->message, why) == NULL)
    g_error ("“%s” does not say “%s” of %.60s", error->message, why, bytes);
}

static void
test_strict_json_is_read (void)
{
  static const struct { const char *text; JsonNodeType type; } right[] = {
    { "null", JSON_NODE_NULL }, { "true", JSON_NODE_VALUE }, { "1", JSON_NODE_VALUE },
    { "\"x\"", JSON_NODE_VALUE }, { "-0", JSON_NODE_VALUE }, { "1E+5", JSON_NODE_VALUE },
    { "[]", JSON_NODE_ARRAY }, { "{}", JSON_NODE_OBJECT },
    { " [ 1 , -0.5e-3 , { \"\" : [ ] } ]\r\n\t", JSON_NODE_ARRAY },
    { "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udc4d\"}", JSON_NODE_OBJECT },
    { "[\"\\\\u0000\"]", JSON_NODE_ARRAY }, { "[\"/* no */\"]", JSON_NODE_ARRAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autoptr(JsonNode) root = parse (right[i].text);

      g_assert_cmpint (json_node_get_node_type (root), ==, right[i].type);
    }
}

/* json-glib by itself reads every one of these, each in its own way. */
static void
test_what_is_nearly_json_is_refused (void)
{
  static const char * const wrong[] = {
    "/* \" */ {}", "{} // x", "{'a':1}", "[0x10]", "[010]", "[1.]", "[.5]", "[$1]", "var x = {};",
    "{}{}", "[+1]", "[NaN]", "{\"a\":1,}", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "{1:2}",
    "[tru]", "[TRUE]", "{", "[", "]", "\"", "\"x", "[-]", "[1e]", "[1e+]", "{} x", "\xef\xbb\xbf{}",
    "# x\n{}", "[00]", "[\"\\", "[\"x\\\"", "  ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (wrong[i], strlen (wrong[i]), "it is no JSON");
  assert_refused ("", 0, "it is empty");
  assert_refused ("[\"\\q\"]", 6, "escape");
  assert_refused ("[\"\\x41\"]", 8, "escape");
  assert_refused ("[\"\\u12\"]", 8, "escape");
  assert_refused ("[\"\\u+123\"]", 10, "escape");
  assert_refused ("[\"a\nb\"]", 7, "control character");
}

static void
test_a_text_cut_short_anywhere_is_refused (void)
{
  static const char whole[] = "{\"a\":[1.5e3,true,null,\"\\u00e9\\ud83d\\udc4d\\n\"],\"b\":{}}";

  for (gsize size = 0; size < strlen (whole); size++)
    {
      g_autofree char *cut = g_memdup2 (whole, size + 1);
      g_autoptr(JsonNode) root = kontor_json_parse (cut, size, NULL);

      g_assert_null (root);
    }
}

static void
test_bytes_that_are_no_utf8_are_refused (void)
{
  assert_refused ("[\"\xff\"]", 5, "not UTF-8");
  assert_refused ("[\"\xc3\"]", 5, "not UTF-8");
  assert_refused ("[\"\xed\xa0\x80\"]", 7, "not UTF-8");
  assert_refused ("[\"a\0b\"]", 7, "not UTF-8");
}

static void
test_u_0000_is_refused_in_every_form (void)
{
  assert_refused ("[\"a\\u0000b\"]", 12, "U+0000");
  assert_refused ("{\"\\u0000\":1}", 12, "U+0000");
  assert_refused ("[\"\\\\\\u0000\"]", 12, "U+0000");
  assert_refused ("[\"\\0\"]", 6, "escape");
  assert_refused ("[\"\\000\"]", 8, "escape");
}

static void
test_halves_of_surrogate_pairs_are_refused (void)
{
  static const char * const wrong[] = {
    "[\"\\ud83d\"]", "[\"\\udc4d\"]", "[\"\\ud83dx\"]", "[\"\\ud83d\\n\"]", "[\"\\ud83d\\u0041\"]",
    "[\"\\ud83d\\ud83d\"]", "[\"\\udc4d\\ud83d\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (wrong[i], strlen (wrong[i]), "surrogate");
}

static char *
nest (guint depth, const char *opening, const char *closing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, opening);
  g_string_append_c (text, '1');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, closing);

  return g_string_free (text, FALSE);
}

static void
test_nesting_has_an_end (void)
{
  static const struct { const char *opening, *closing; } kinds[] = {
    { "[", "]" }, { "{\"a\":", "}" }, { "[\"}]\",", "]" },
  };
  g_autofree char *huge = nest (1000000, "[", "]");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *most = nest (64, kinds[i].opening, kinds[i].closing);
      g_autofree char *more = nest (65, kinds[i].opening, kinds[i].closing);
      g_autoptr(JsonNode) root = parse (most);

      assert_refused (more, strlen (more), "nested too deeply");
    }
  assert_refused (huge, strlen (huge), "nested too deeply");
}

static void
test_breadth_is_no_depth (void)
{
  g_autoptr(GString) text = g_string_new ("[[]");
  g_autoptr(JsonNode) root = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, ",{\"a\":[]}");
  g_string_append_c (text, ']');
  root = parse (text->str);
  g_assert_cmpuint (kontor_json_get_length (json_node_get_array (root)), ==, 1001);
}

static void
test_whole_numbers_are_exact_to_64_bits (void)
{
  static const struct { const char *text; gint64 number; } right[] = {
    { "9007199254740993", G_GINT64_CONSTANT (9007199254740993) },
    { "9223372036854775807", G_MAXINT64 },
    { "-9223372036854775808", G_MININT64 },
    { "820982911946154508", G_GINT64_CONSTANT (820982911946154508) },
    { "\"1794000000\"", 1794000000 },
    { "-1", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"a\":%s}", right[i].text);
      g_autofree char *bare = g_strndup (right[i].text, strlen (right[i].text));
      g_autoptr(JsonNode) root = parse (text);
      g_autofree char *id = kontor_json_dup_id (json_node_get_object (root), "a");

      g_strdelimit (bare, "\"", ' ');
      g_strstrip (bare);
      g_assert_cmpint (kontor_json_get_int (json_node_get_object (root), "a", 7), ==,
                       right[i].number);
      g_assert_cmpstr (id, ==, bare);
    }
}

static void
test_numbers_that_nothing_holds_are_refused (void)
{
  static const char * const wrong[] = {
    "[9223372036854775808]", "[-9223372036854775809]", "[18446744073709551616]",
    "[123456789012345678901234567890]", "[1e999]", "[-1e999]", "[1.5e400]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (wrong[i], strlen (wrong[i]), "too large");
}

static void
test_getters_give_nothing_for_another_type (void)
{
  g_autoptr(JsonNode) root = parse ("{\"n\":null,\"t\":\"x\",\"i\":1,\"d\":1.5,\"b\":true,"
                                    "\"a\":[1],\"o\":{}}");
  JsonObject *object = json_node_get_object (root);
  static const char * const names[] = { "n", "t", "i", "d", "b", "a", "o", "missing" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = names[i];
      g_autofree char *id = kontor_json_dup_id (object, name);

      g_test_message ("%s", name);
      g_assert_true ((kontor_json_get_text (object, name) != NULL) == g_str_equal (name, "t"));
      g_assert_true ((kontor_json_get_object (object, name) != NULL) == g_str_equal (name, "o"));
      g_assert_true ((kontor_json_get_array (object, name) != NULL) == g_str_equal (name, "a"));
      g_assert_true (kontor_json_get_yes (object, name) == g_str_equal (name, "b"));
      g_assert_true ((kontor_json_get_int (object, name, -7) != -7) == g_str_equal (name, "i"));
      g_assert_true ((kontor_json_get_double (object, name, -7) > 0) ==
                     (g_str_equal (name, "i") || g_str_equal (name, "d")));
      g_assert_true ((id != NULL) == (g_str_equal (name, "t") || g_str_equal (name, "i")));
    }
  g_assert_null (kontor_json_get_nth (kontor_json_get_array (object, "a"), 0));
}

static void
test_getters_take_nothing_for_an_object (void)
{
  g_assert_null (kontor_json_get_text (NULL, "a"));
  g_assert_null (kontor_json_get_object (NULL, "a"));
  g_assert_null (kontor_json_get_array (NULL, "a"));
  g_assert_null (kontor_json_dup_id (NULL, "a"));
  g_assert_false (kontor_json_get_yes (NULL, "a"));
  g_assert_cmpint (kontor_json_get_int (NULL, "a", 3), ==, 3);
  g_assert_cmpuint (kontor_json_get_length (NULL), ==, 0);
}

static void
test_what_was_read_is_written_and_read_again (void)
{
  static const struct { const char *from, *to; } texts[] = {
    { "{ \"a\" : [ 1, true, null, \"x\" ] }", "{\"a\":[1,true,null,\"x\"]}" },
    { "{\"a\":9223372036854775807}", "{\"a\":9223372036854775807}" },
    { "{\"a\":1e22,\"b\":-1e22,\"true\":[1e23]}",
      "{\"a\":1e+22,\"b\":-1e+22,\"true\":[9.9999999999999992e+22]}" },
    { "{\"e\":\"1e+22.0, \\\"e.0\\\"\",\"b\":0.5}", "{\"e\":\"1e+22.0, \\\"e.0\\\"\",\"b\":0.5}" },
    { "{\"a\":\"\\u0001\\ud83d\\udc4d\\\\\"}", "{\"a\":\"\\u0001👍\\\\\"}" },
    { "{\"a\":\"\\u001e\\u001f\\u001f\"}", "{\"a\":\"\\u001e\\u001f\\u001f\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(JsonNode) root = parse (texts[i].from);
      g_autofree char *text =
        kontor_json_take_text (json_object_ref (json_node_get_object (root)));
      g_autoptr(JsonNode) again = parse (text);
      g_autofree char *same =
        kontor_json_take_text (json_object_ref (json_node_get_object (again)));

      g_assert_cmpstr (text, ==, texts[i].to);
      g_assert_cmpstr (same, ==, text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/strict-json-is-read", test_strict_json_is_read);
  g_test_add_func ("/json/what-is-nearly-json-is-refused", test_what_is_nearly_json_is_refused);
  g_test_add_func ("/json/a-text-cut-short-anywhere-is-refused",
                   test_a_text_cut_short_anywhere_is_refused);
  g_test_add_func ("/json/bytes-that-are-no-utf8-are-refused",
                   test_bytes_that_are_no_utf8_are_refused);
  g_test_add_func ("/json/u-0000-is-refused-in-every-form", test_u_0000_is_refused_in_every_form);
  g_test_add_func ("/json/halves-of-surrogate-pairs-are-refused",
                   test_halves_of_surrogate_pairs_are_refused);
  g_test_add_func ("/json/nesting-has-an-end", test_nesting_has_an_end);
  g_test_add_func ("/json/breadth-is-no-depth", test_breadth_is_no_depth);
  g_test_add_func ("/json/whole-numbers-are-exact-to-64-bits",
                   test_whole_numbers_are_exact_to_64_bits);
  g_test_add_func ("/json/numbers-that-nothing-holds-are-refused",
                   test_numbers_that_nothing_holds_are_refused);
  g_test_add_func ("/json/getters-give-nothing-for-another-type",
                   test_getters_give_nothing_for_another_type);
  g_test_add_func ("/json/getters-take-nothing-for-an-object",
                   test_getters_take_nothing_for_an_object);
  g_test_add_func ("/json/what-was-read-is-written-and-read-again",
                   test_what_was_read_is_written_and_read_again);

  return g_test_run ();
}
