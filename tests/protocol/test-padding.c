/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hashes of devices are those of whatsapp-rust (wacore/src/messages.rs) and zapo-js 0.3.0. */
#include "protocol/padding.h"

#include <string.h>

#include "model/error.h"
#include "tests/protocol/vectors.h"

#define ROUNDS 200

static void
assert_hash (const char *wanted, const char *const *addresses)
{
  g_autofree char *hash = kontor_phash_make (addresses);

  g_assert_cmpstr (hash, ==, wanted);
}

static void
test_the_hash_of_devices_is_the_servers (void)
{
  const char *const one[] = { "5511999999999@s.whatsapp.net", NULL };
  const char *const two[] = { "7469250125917:21@s.whatsapp.net",
                              "5511988887777:14@s.whatsapp.net", NULL };
  const char *const mixed[] = { "49151@s.whatsapp.net", "49151:3@s.whatsapp.net", "22@lid",
                                "22:12@lid", NULL };

  assert_hash ("2:RJWVxcMQ", one);
  assert_hash ("2:AAv/hwhn", two);
  assert_hash ("2:GEgAwAcy", mixed);
}

static void
test_padding_is_1_to_16_bytes_and_comes_off (void)
{
  g_autoptr(GBytes) plain = g_bytes_new_static ("hello", 5);
  guint seen = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr(GBytes) padded = kontor_padding_add (plain);
      g_autoptr(GBytes) back = kontor_padding_remove (padded, NULL);
      gsize count = g_bytes_get_size (padded) - 5;

      g_assert_true (count >= 1 && count <= 16);
      seen |= 1u << count;
      g_assert_true (g_bytes_equal (back, plain));
    }
  g_assert_cmpuint (seen, ==, 0x1fffe);
}

static void
refuse_padding (const char *bytes, gsize size)
{
  g_autoptr(GBytes) padded = g_bytes_new_static (bytes, size);
  g_autoptr(GError) error = NULL;

  g_assert_null (kontor_padding_remove (padded, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

static void
test_what_has_no_padding_is_refused (void)
{
  refuse_padding ("", 0);
  refuse_padding ("a\0", 2);
  refuse_padding ("a\x03", 2);
}

static void
test_ids_look_as_those_of_web_clients (void)
{
  g_autofree char *one = kontor_message_id_make (), *two = kontor_message_id_make ();

  g_assert_true (g_regex_match_simple ("^3EB0[0-9A-F]{18}$", one, 0, 0));
  g_assert_cmpstr (one, !=, two);
}

static void
test_two_others_pad_and_hash_the_same (void)
{
  g_autoptr(JsonNode) root = vectors_read ();
  JsonObject *padding = kontor_json_get_object (json_node_get_object (root), "padding");
  JsonArray *padded = kontor_json_get_array (padding, "padded");
  JsonArray *hashes = kontor_json_get_array (json_node_get_object (root), "phash");
  g_autoptr(GBytes) plain = vectors_bytes (padding, "plain");

  g_assert_cmpuint (kontor_json_get_length (padded), ==, 3);
  for (guint i = 0; i < kontor_json_get_length (padded); i++)
    {
      g_autoptr(GBytes) bytes = hex_bytes (json_array_get_string_element (padded, i));
      g_autoptr(GBytes) back = kontor_padding_remove (bytes, NULL);

      g_assert_true (g_bytes_equal (back, plain));
    }
  g_assert_cmpuint (kontor_json_get_length (hashes), ==, 2);
  for (guint i = 0; i < kontor_json_get_length (hashes); i++)
    {
      JsonObject *one = kontor_json_get_nth (hashes, i);
      JsonArray *devices = kontor_json_get_array (one, "devices");
      g_autoptr(GPtrArray) addresses = g_ptr_array_new ();

      for (guint n = 0; n < kontor_json_get_length (devices); n++)
        g_ptr_array_add (addresses, (char *) json_array_get_string_element (devices, n));
      g_ptr_array_add (addresses, NULL);
      assert_hash (kontor_json_get_text (one, "phash"),
                   (const char *const *) addresses->pdata);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/padding/the-hash-of-devices-is-the-servers",
                   test_the_hash_of_devices_is_the_servers);
  g_test_add_func ("/padding/padding-is-1-to-16-bytes-and-comes-off",
                   test_padding_is_1_to_16_bytes_and_comes_off);
  g_test_add_func ("/padding/what-has-no-padding-is-refused", test_what_has_no_padding_is_refused);
  g_test_add_func ("/padding/ids-look-as-those-of-web-clients",
                   test_ids_look_as_those_of_web_clients);
  g_test_add_func ("/padding/two-others-pad-and-hash-the-same",
                   test_two_others_pad_and_hash_the_same);

  return g_test_run ();
}
