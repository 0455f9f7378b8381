/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/node-codec.h"

#include "tests/protocol/vectors.h"

/* The node as JSON has it: tag, attrs, content as nodes or {hex}. */
static KontorNode *
make_node (JsonObject *object)
{
  KontorNode *node = kontor_node_new (kontor_json_get_text (object, "tag"), NULL);
  JsonObject *attributes = kontor_json_get_object (object, "attrs");
  g_autoptr(GList) names = json_object_get_members (attributes);
  JsonArray *children = kontor_json_get_array (object, "content");
  JsonObject *bytes = kontor_json_get_object (object, "content");

  for (GList *i = names; i != NULL; i = i->next)
    kontor_node_set (node, i->data, kontor_json_get_text (attributes, i->data));
  for (guint i = 0; i < kontor_json_get_length (children); i++)
    kontor_node_add (node, make_node (kontor_json_get_nth (children, i)));
  if (bytes != NULL)
    {
      g_autoptr(GBytes) content = vectors_bytes (bytes, "hex");

      kontor_node_set_bytes (node, content);
    }

  return node;
}

static void
assert_same (const KontorNode *a, const KontorNode *b)
{
  const char *value, *other;

  g_assert_cmpstr (kontor_node_get_tag (a), ==, kontor_node_get_tag (b));
  g_assert_cmpuint (kontor_node_get_n_attributes (a), ==, kontor_node_get_n_attributes (b));
  for (guint i = 0; i < kontor_node_get_n_attributes (a); i++)
    {
      const char *name = kontor_node_get_attribute (a, i, &value);

      g_assert_cmpstr (name, ==, kontor_node_get_attribute (b, i, &other));
      g_assert_cmpstr (value, ==, other);
    }
  g_assert_cmpuint (kontor_node_get_length (a), ==, kontor_node_get_length (b));
  for (guint i = 0; i < kontor_node_get_length (a); i++)
    assert_same (kontor_node_get_nth (a, i), kontor_node_get_nth (b, i));
  g_assert_true ((kontor_node_get_bytes (a) == NULL) == (kontor_node_get_bytes (b) == NULL));
  g_assert_true (kontor_node_get_bytes (a) == NULL ||
                 g_bytes_equal (kontor_node_get_bytes (a), kontor_node_get_bytes (b)));
}

static void
assert_reads (GBytes *frame, const KontorNode *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorNode) node = kontor_node_read (frame, &error);

  g_assert_no_error (error);
  assert_same (node, expected);
}

static void
test_nodes_have_the_bytes_that_others_write_and_read (void)
{
  g_autoptr(JsonNode) root = vectors_read ();
  JsonArray *all = kontor_json_get_array (json_node_get_object (root), "nodes");

  g_assert_cmpuint (kontor_json_get_length (all), >, 5);
  for (guint i = 0; i < kontor_json_get_length (all); i++)
    {
      JsonObject *one = kontor_json_get_nth (all, i);
      g_autoptr(KontorNode) node = make_node (kontor_json_get_object (one, "node"));
      g_autoptr(GBytes) frame = vectors_bytes (one, "frame");
      g_autoptr(GBytes) written = kontor_node_write (node);

      g_test_message ("%s", kontor_json_get_text (one, "name"));
      g_assert_true (g_bytes_equal (written, frame));
      assert_reads (frame, node);
      for (const char *const *other = (const char *[]) { "other", "packed", NULL }; *other; other++)
        if (kontor_json_get_text (one, *other) != NULL)
          {
            g_autoptr(GBytes) bytes = vectors_bytes (one, *other);

            assert_reads (bytes, node);
          }
    }
}

static void
assert_kept (KontorNode *node)
{
  g_autoptr(KontorNode) given = node;
  g_autoptr(GBytes) frame = kontor_node_write (given);

  assert_reads (frame, given);
}

static void
test_addresses_of_every_form_are_kept (void)
{
  const char *addresses[] = {
    "491510000000@s.whatsapp.net", "491510000000:99@s.whatsapp.net", "1:255@lid", "1:256@lid",
    "1:99@hosted", "1:99@hosted.lid", "120363000000000001@g.us", "status@broadcast",
    "100:7@msgr", "100@msgr", "12-345:3@interop", "12-345@interop", "x-345@interop",
    "s.whatsapp.net", "@s.whatsapp.net", "no@ address", "1:2@g.us",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    assert_kept (kontor_node_new ("x", "jid", addresses[i], NULL));
}

static void
test_texts_of_every_length_are_kept (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const gsize sizes[] = { 0, 1, 127, 128, 255, 256, 65535, (1 << 20) - 1, 1 << 20 };

  for (guint i = 0; i < 140; i++)
    {
      assert_kept (kontor_node_new ("x", "digits", text->str, NULL));
      g_string_append_c (text, '0' + i % 10);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      KontorNode *node = kontor_node_new ("x", NULL);
      g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (sizes[i] + 1), sizes[i]);

      kontor_node_set_bytes (node, bytes);
      assert_kept (node);
    }
}

static void
assert_refused (const char *hex, const char *why)
{
  g_autoptr(GBytes) frame = hex_bytes (hex);
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorNode) node = kontor_node_read (frame, &error);

  if (node != NULL)
    g_error ("%s was read", hex);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  if (strstr (error->message, why) == NULL)
    g_error ("%s was refused with: %s", hex, error->message);
}

static void
test_what_is_no_node_is_refused_with_a_reason (void)
{
  assert_refused ("", "empty");
  assert_refused ("00", "cut short");
  assert_refused ("0000", "without a tag");
  assert_refused ("00f80100", "without a tag");
  assert_refused ("00fc", "no list");
  assert_refused ("00f801f4", "a token that there is not");      /* 244 */
  assert_refused ("00f801ec", "cut short");
  assert_refused ("00f8031908", "cut short");
  assert_refused ("00f80319080408", "more than one node");
  assert_refused ("00f8051908040804", "an attribute without a name, or twice");
  assert_refused ("00f80319fc0004", "an attribute without a name");
  assert_refused ("00f80319ff81c0", "packed letters");
  assert_refused ("00f80319fc02c328", "UTF-8");
  assert_refused ("00f80319fc0100", "UTF-8");                    /* U+0000 */
  assert_refused ("00f8031908f7020304", "domain");
  assert_refused ("00f8031908fa0400", "without a server");
  assert_refused ("00f80219fe7fffffff", "cut short");
  assert_refused ("00f9ffff19", "too many attributes");
  assert_refused ("02", "cannot be read");
  assert_refused ("02ffffffff", "cannot be read");
}

static void
test_a_node_nested_1000_deep_is_refused (void)
{
  g_autoptr(GString) hex = g_string_new ("00");

  for (guint i = 0; i < 1000; i++)
    g_string_append (hex, "f80219f801");
  g_string_append (hex, "f80119");
  assert_refused (hex->str, "nested too deep");
}

/* A short frame of zlib that unpacks to more than may be: zeros, which are no node either. */
static void
test_zlib_does_not_grow_without_end (void)
{
  g_autoptr(GBytes) zeros = g_bytes_new_take (g_malloc0 (KONTOR_NODE_MAX_SIZE + 100000),
                                              KONTOR_NODE_MAX_SIZE + 100000);
  g_autoptr(GInputStream) from = g_memory_input_stream_new_from_bytes (zeros);
  g_autoptr(GConverter) zlib = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB,
                                                                   -1));
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (from, zlib);
  GByteArray *packed = g_byte_array_new ();
  g_autoptr(GBytes) frame = NULL;
  g_autoptr(GError) error = NULL;
  guint8 chunk[4096] = { 2 };
  gssize got = 1;

  do
    g_byte_array_append (packed, chunk, got);
  while ((got = g_input_stream_read (stream, chunk, sizeof chunk, NULL, NULL)) > 0);
  frame = g_byte_array_free_to_bytes (packed);
  g_assert_cmpuint (g_bytes_get_size (frame), <, 100000);
  g_assert_null (kontor_node_read (frame, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "more than it may"));
}

static void
test_values_are_found_and_read_as_numbers (void)
{
  g_autoptr(KontorNode) node = kontor_node_new ("iq", "id", "7", "t", "-1", "none", NULL, NULL);
  g_autofree char *text = NULL;

  kontor_node_set_text (kontor_node_add (node, kontor_node_new ("a", NULL)), "text");
  g_assert_cmpint (kontor_node_get_number (node, "id"), ==, 7);
  g_assert_cmpint (kontor_node_get_number (node, "t"), ==, -1);
  g_assert_cmpint (kontor_node_get_number (node, "none"), ==, -1);
  g_assert_true (kontor_node_has (node, "id", "7") && !kontor_node_has (node, "id", "8"));
  text = kontor_node_dup_text (kontor_node_find (node, "a"));
  g_assert_cmpstr (text, ==, "text");
  g_assert_null (kontor_node_find (kontor_node_find (node, "b"), "c"));
  g_assert_null (kontor_node_dup_text (kontor_node_find (node, "b")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/node/nodes-have-the-bytes-that-others-write-and-read",
                   test_nodes_have_the_bytes_that_others_write_and_read);
  g_test_add_func ("/node/addresses-of-every-form-are-kept", test_addresses_of_every_form_are_kept);
  g_test_add_func ("/node/texts-of-every-length-are-kept",
                   test_texts_of_every_length_are_kept);
  g_test_add_func ("/node/what-is-no-node-is-refused-with-a-reason",
                   test_what_is_no_node_is_refused_with_a_reason);
  g_test_add_func ("/node/a-node-nested-1000-deep-is-refused",
                   test_a_node_nested_1000_deep_is_refused);
  g_test_add_func ("/node/zlib-does-not-grow-without-end", test_zlib_does_not_grow_without_end);
  g_test_add_func ("/node/values-are-found-and-read-as-numbers",
                   test_values_are_found_and_read_as_numbers);

  return g_test_run ();
}
