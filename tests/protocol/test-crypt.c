/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/crypt.h"

#include "tests/protocol/vectors.h"

static void
assert_bytes (const guint8 *bytes, gsize size, const char *hex)
{
  g_autoptr(GBytes) expected = hex_bytes (hex);

  g_assert_cmpmem (bytes, size, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
test_keys_are_derived_as_two_others_do (void)
{
  g_autoptr(JsonNode) root = vectors_read ();
  JsonArray *all = kontor_json_get_array (json_node_get_object (root), "hkdf");

  g_assert_cmpuint (kontor_json_get_length (all), >, 3);
  for (guint i = 0; i < kontor_json_get_length (all); i++)
    {
      JsonObject *one = kontor_json_get_nth (all, i);
      g_autoptr(GBytes) secret = vectors_bytes (one, "secret");
      const char *salt = kontor_json_get_text (one, "salt");
      const char *key = kontor_json_get_text (one, "key");
      guint8 salt_bytes[32], derived[64];

      if (salt != NULL)
        hex_read (salt, salt_bytes);
      kontor_crypt_derive (g_bytes_get_data (secret, NULL), g_bytes_get_size (secret),
                           salt != NULL ? salt_bytes : NULL, kontor_json_get_text (one, "info"),
                           derived, strlen (key) / 2);
      assert_bytes (derived, strlen (key) / 2, key);
    }
}

/* RFC 4231, case 1 with its key filled up with zeros, which HMAC does itself; FIPS 180-2, "abc". */
static void
test_hashes_are_the_standards (void)
{
  guint8 key[32] = { 0 }, got[KONTOR_HASH_SIZE];
  g_autoptr(GBytes) message = g_bytes_new_static ("Hi There", 8);
  g_autoptr(GBytes) a = g_bytes_new_static ("a", 1), bc = g_bytes_new_static ("bc", 2);

  memset (key, 0x0b, 20);
  kontor_crypt_mac (key, message, got);
  assert_bytes (got, sizeof got,
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  kontor_crypt_hash (a, bc, got);
  assert_bytes (got, sizeof got,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* RFC 7914, section 11: the first 32 of 64 bytes. */
static void
test_passwords_are_stretched_as_in_the_rfc (void)
{
  guint8 key[32];

  kontor_crypt_stretch ("passwd", (const guint8 *) "salt", 4, 1, key);
  assert_bytes (key, sizeof key,
                "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
}

static void
test_what_was_changed_does_not_open (void)
{
  const guint8 key[32] = { 1 }, iv[KONTOR_GCM_IV_SIZE] = { 2 }, aad[] = { 3 };
  g_autoptr(KontorGcm) gcm = kontor_gcm_new (key);
  g_autoptr(GBytes) plain = g_bytes_new_static ("text", 4);
  g_autoptr(GBytes) sealed = kontor_gcm_seal (gcm, iv, aad, 1, plain);
  g_autoptr(GBytes) again = kontor_gcm_open (gcm, iv, aad, 1, sealed);
  gsize size = g_bytes_get_size (sealed);

  g_assert_cmpuint (size, ==, 4 + KONTOR_GCM_TAG_SIZE);
  g_assert_true (g_bytes_equal (plain, again));
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (sealed, NULL), size);
      g_autoptr(GBytes) changed = NULL, shorter = g_bytes_new (copy, i);

      copy[i] ^= 1;
      changed = g_bytes_new (copy, size);
      g_assert_null (kontor_gcm_open (gcm, iv, aad, 1, changed));
      g_assert_null (kontor_gcm_open (gcm, iv, aad, 1, shorter));
    }
  g_assert_null (kontor_gcm_open (gcm, iv, aad, 0, sealed));
  g_assert_null (kontor_gcm_open (gcm, key, aad, 1, sealed));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crypt/keys-are-derived-as-two-others-do",
                   test_keys_are_derived_as_two_others_do);
  g_test_add_func ("/crypt/hashes-are-the-standards", test_hashes_are_the_standards);
  g_test_add_func ("/crypt/passwords-are-stretched-as-in-the-rfc",
                   test_passwords_are_stretched_as_in_the_rfc);
  g_test_add_func ("/crypt/what-was-changed-does-not-open", test_what_was_changed_does_not_open);

  return g_test_run ();
}
