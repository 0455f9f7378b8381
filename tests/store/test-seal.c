/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The seal against itself, against every damaged bit, and against other libraries: the keys are
 * derived once more with GLib's HMAC, which is checked with the vectors of RFC 4231 and 5869. */
#include "store/seal.h"

#include <string.h>

#include "model/error.h"

#define SEALED_AROUND_TEXT 29

typedef struct {
  KontorSeal *seal;
} Fixture;

static void
fill_key (guint8 *key, guint8 first)
{
  for (guint i = 0; i < KONTOR_SEAL_KEY_SIZE; i++)
    key[i] = (guint8) (first + i);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint8 key[KONTOR_SEAL_KEY_SIZE];

  fill_key (key, 0);
  fixture->seal = kontor_seal_new (key);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  kontor_seal_free (fixture->seal);
}

static GBytes *
from_hex (const char *hex)
{
  GByteArray *bytes = g_byte_array_new ();

  for (; *hex != '\0'; hex += 2)
    {
      guint8 byte = (guint8) (g_ascii_xdigit_value (hex[0]) * 16 + g_ascii_xdigit_value (hex[1]));

      g_byte_array_append (bytes, &byte, 1);
    }

  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_refused (KontorSeal *seal, const guint8 *bytes, gsize size)
{
  g_autoptr(GError) error = NULL;
  g_autofree guint8 *copy = g_memdup2 (bytes, size);
  g_autofree char *text = kontor_seal_open (seal, copy, size, &error);

  g_assert_null (text);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED);
}

static void
assert_comes_back (KontorSeal *seal, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) sealed = kontor_seal_close (seal, text);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  g_autofree char *opened = kontor_seal_open (seal, bytes, size, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (opened, ==, text);
  g_assert_cmpuint (size, ==, strlen (text) + SEALED_AROUND_TEXT);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (64 * 1024, 'x');

  assert_comes_back (fixture->seal, "");
  assert_comes_back (fixture->seal, "+491701234567");
  assert_comes_back (fixture->seal, "Grüße, नमस्ते, 你好 ☎");
  assert_comes_back (fixture->seal, long_text);
  assert_comes_back (fixture->seal, "short after long");
}

static void
test_never_the_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                      (GDestroyNotify) g_bytes_unref, NULL);

  for (guint i = 0; i < 1000; i++)
    g_assert_true (g_hash_table_add (seen, kontor_seal_close (fixture->seal, "again")));
}

static void
test_text_is_not_in_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sealed = kontor_seal_close (fixture->seal, "+491701234567");
  gsize size;
  const char *bytes = g_bytes_get_data (sealed, &size);

  g_assert_null (g_strstr_len (bytes, (gssize) size, "1701"));
}

static void
test_every_bit_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sealed = kontor_seal_close (fixture->seal, "Ana");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *changed = g_memdup2 (bytes, size);

  for (gsize bit = 0; bit < size * 8; bit++)
    {
      changed[bit / 8] ^= (guint8) (1 << (bit % 8));
      assert_refused (fixture->seal, changed, size);
      changed[bit / 8] ^= (guint8) (1 << (bit % 8));
    }
  assert_comes_back (fixture->seal, "and it still works after all these");
}

static void
test_cut_short (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sealed = kontor_seal_close (fixture->seal, "Ana");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);

  for (gsize shorter = 0; shorter < size; shorter++)
    assert_refused (fixture->seal, bytes, shorter);
  assert_refused (fixture->seal, NULL, 0);
}

static void
test_made_longer (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sealed = kontor_seal_close (fixture->seal, "Ana");
  g_autoptr(GByteArray) longer = g_byte_array_new ();

  g_byte_array_append (longer, g_bytes_get_data (sealed, NULL), (guint) g_bytes_get_size (sealed));
  g_byte_array_append (longer, (const guint8 *) "", 1);
  assert_refused (fixture->seal, longer->data, longer->len);
}

static void
test_other_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) sealed = kontor_seal_close (fixture->seal, "Ana");
  guint8 key[KONTOR_SEAL_KEY_SIZE];
  g_autoptr(KontorSeal) other = NULL;
  g_autoptr(GBytes) hash = kontor_seal_hash (fixture->seal, "Ana"), other_hash = NULL;

  fill_key (key, 0);
  key[31] ^= 1;
  other = kontor_seal_new (key);
  assert_refused (other, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
  other_hash = kontor_seal_hash (other, "Ana");
  g_assert_false (g_bytes_equal (hash, other_hash));
}

/* HMAC-SHA-256 by GLib. */
static GBytes *
hmac (GBytes *key, const guint8 *text, gsize size)
{
  GHmac *state = g_hmac_new (G_CHECKSUM_SHA256, g_bytes_get_data (key, NULL),
                             g_bytes_get_size (key));
  guint8 digest[32];
  gsize length = sizeof digest;

  g_hmac_update (state, text, (gssize) size);
  g_hmac_get_digest (state, digest, &length);
  g_hmac_unref (state);

  return g_bytes_new (digest, length);
}

/* The first block of HKDF-SHA-256: what a key of 32 bytes needs. */
static GBytes *
hkdf (GBytes *salt, GBytes *key, GBytes *info)
{
  g_autoptr(GBytes) extracted = hmac (salt, g_bytes_get_data (key, NULL), g_bytes_get_size (key));
  g_autoptr(GByteArray) block = g_byte_array_new ();

  g_byte_array_append (block, g_bytes_get_data (info, NULL), (guint) g_bytes_get_size (info));
  g_byte_array_append (block, (const guint8 *) "\001", 1);

  return hmac (extracted, block->data, block->len);
}

static void
assert_starts_with (GBytes *bytes, const char *hex)
{
  g_autoptr(GBytes) wanted = from_hex (hex);
  gsize size = g_bytes_get_size (wanted);

  g_assert_cmpuint (g_bytes_get_size (bytes), >=, size);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), size, g_bytes_get_data (wanted, NULL), size);
}

/* RFC 4231, 4.3; RFC 5869, A.1 and A.3. */
static void
test_the_test_itself (void)
{
  g_autoptr(GBytes) jefe = g_bytes_new_static ("Jefe", 4);
  g_autoptr(GBytes) mac = hmac (jefe, (const guint8 *) "what do ya want for nothing?", 28);
  g_autoptr(GBytes) key = from_hex ("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b");
  g_autoptr(GBytes) salt = from_hex ("000102030405060708090a0b0c");
  g_autoptr(GBytes) info = from_hex ("f0f1f2f3f4f5f6f7f8f9");
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) first = hkdf (salt, key, info);
  g_autoptr(GBytes) third = hkdf (nothing, key, nothing);

  assert_starts_with (mac, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  assert_starts_with (first, "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
  assert_starts_with (third, "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
}

static void
test_hash_is_hmac_of_derived_key (Fixture *fixture, gconstpointer data)
{
  guint8 raw[KONTOR_SEAL_KEY_SIZE];
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) info = g_bytes_new_static ("kontor hash 1", 13);
  g_autoptr(GBytes) key = NULL, derived = NULL;

  fill_key (raw, 0);
  key = g_bytes_new (raw, sizeof raw);
  derived = hkdf (nothing, key, info);
  for (const char *const *text = (const char *const []) { "", "Ana", "+491701234567", NULL };
       *text != NULL; text++)
    {
      g_autoptr(GBytes) wanted = hmac (derived, (const guint8 *) *text, strlen (*text));
      g_autoptr(GBytes) hash = kontor_seal_hash (fixture->seal, *text);

      g_assert_cmpmem (g_bytes_get_data (hash, NULL), g_bytes_get_size (hash),
                       g_bytes_get_data (wanted, NULL), 16);
    }
}

static void
test_hash_is_stable (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) one = kontor_seal_hash (fixture->seal, "Ana");
  g_autoptr(GBytes) other = kontor_seal_hash (fixture->seal, "ana");
  g_autoptr(GBytes) again = kontor_seal_hash (fixture->seal, "Ana");

  g_assert_true (g_bytes_equal (one, again));
  g_assert_false (g_bytes_equal (one, other));
}

/* Made with python3-cryptography: HKDF, AESGCM and HMAC with the key 00…1f and the nonce a0…ab.
 * What lies in databases must open for ever. */
static void
test_sealed_elsewhere (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "+49 170 1234567 ☎";
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) sealed = from_hex ("01a0a1a2a3a4a5a6a7a8a9aaab3ddcbd03287641eb70315df6704efef1"
                                       "d7d9847154edc62c68f58ef08cce9f8d9200a9");
  g_autofree char *opened = kontor_seal_open (fixture->seal, g_bytes_get_data (sealed, NULL),
                                              g_bytes_get_size (sealed), &error);
  g_autoptr(GBytes) hash = kontor_seal_hash (fixture->seal, text);

  g_assert_no_error (error);
  g_assert_cmpstr (opened, ==, text);
  assert_starts_with (hash, "1a8d0fd0c1e77ef821c5c438b94b73b8");
}

static void
test_made_keys (void)
{
  g_autoptr(GBytes) one = kontor_seal_make_key ();
  g_autoptr(GBytes) other = kontor_seal_make_key ();

  g_assert_cmpuint (g_bytes_get_size (one), ==, KONTOR_SEAL_KEY_SIZE);
  g_assert_false (g_bytes_equal (one, other));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
test_bytes_come_back_whole (Fixture *fixture, gconstpointer data)
{
  static const guint8 bytes[] = { 'a', 0, 'b', 0xff, 0 };
  g_autoptr(GBytes) sealed = kontor_seal_close_bytes (fixture->seal, bytes, sizeof bytes);
  g_autoptr(GBytes) nothing = kontor_seal_close_bytes (fixture->seal, bytes, 0);
  g_autoptr(GBytes) opened = NULL, empty = NULL;

  opened = kontor_seal_open_bytes (fixture->seal, g_bytes_get_data (sealed, NULL),
                                   g_bytes_get_size (sealed), NULL);
  empty = kontor_seal_open_bytes (fixture->seal, g_bytes_get_data (nothing, NULL),
                                  g_bytes_get_size (nothing), NULL);
  g_assert_cmpmem (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened), bytes,
                   sizeof bytes);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_null (kontor_seal_open_bytes (fixture->seal, bytes, sizeof bytes, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/seal/a-text-comes-back-as-it-was", test_round_trip);
  add ("/seal/bytes-come-back-whole", test_bytes_come_back_whole);
  add ("/seal/the-same-text-is-never-sealed-the-same", test_never_the_same);
  add ("/seal/the-text-cannot-be-read-in-it", test_text_is_not_in_there);
  add ("/seal/a-single-changed-bit-is-refused", test_every_bit_counts);
  add ("/seal/what-was-cut-short-is-refused", test_cut_short);
  add ("/seal/what-was-made-longer-is-refused", test_made_longer);
  add ("/seal/another-key-opens-nothing", test_other_key);
  g_test_add_func ("/seal/this-test-derives-keys-as-the-rfcs-do", test_the_test_itself);
  add ("/seal/a-hash-is-hmac-with-a-derived-key", test_hash_is_hmac_of_derived_key);
  add ("/seal/the-same-text-has-the-same-hash", test_hash_is_stable);
  add ("/seal/what-another-library-sealed-opens", test_sealed_elsewhere);
  g_test_add_func ("/seal/keys-are-made-anew-each-time", test_made_keys);

  return g_test_run ();
}
