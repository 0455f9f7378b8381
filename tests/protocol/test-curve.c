/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement with the example of RFC 7748, 6.1; a signature that curve25519-js 0.0.4 made. */
#include "protocol/curve.h"

#include <signal/curve.h>
#include <signal/signal_protocol.h>

#include "protocol/hex.h"
#include "protocol/signal-crypto.h"

#define ALICE_PRIVATE "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"
#define ALICE_PUBLIC  "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"
#define BOB_PRIVATE   "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"
#define BOB_PUBLIC    "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"
#define SHARED        "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"

#define SIGNER    "13be4feaeaf204c7fd3358fc9c00721881d174278128227ec674f37f7fe97b6d"
#define SIGNED    "a signed prekey"
#define SIGNATURE "23639ebf2ddeed5b268bf5ed51c07cfb2228b9d7da7054c13293d1cd82cdb060" \
                  "f28c02d1d45292948771bf739c8607a8a31cb775b671954c26db66649739ac06"

#define ROUNDS 50

static GBytes *
text_bytes (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
assert_shared (const char *own, const char *other)
{
  guint8 private_key[KONTOR_KEY_SIZE], public_key[KONTOR_KEY_SIZE];
  guint8 shared[KONTOR_KEY_SIZE], wanted[KONTOR_KEY_SIZE];

  hex_read (own, private_key);
  hex_read (other, public_key);
  hex_read (SHARED, wanted);
  g_assert_true (kontor_curve_agree (private_key, public_key, shared));
  g_assert_cmpmem (shared, sizeof shared, wanted, sizeof wanted);
}

static void
test_two_sides_agree_as_in_the_rfc (void)
{
  assert_shared (ALICE_PRIVATE, BOB_PUBLIC);
  assert_shared (BOB_PRIVATE, ALICE_PUBLIC);
}

/* The library alone would agree with it on nothing but zeros. */
static void
test_the_signal_library_agrees_as_we_do (void)
{
  static const guint8 small[1 + KONTOR_KEY_SIZE] = { KONTOR_KEY_TYPE };
  signal_context *context = kontor_signal_context_get ();
  guint8 own[KONTOR_KEY_SIZE], wanted[KONTOR_KEY_SIZE], typed[sizeof small] = { KONTOR_KEY_TYPE };
  ec_public_key *other = NULL, *zero = NULL, *made = NULL;
  ec_private_key *key = NULL;
  signal_buffer *written = NULL;
  uint8_t *shared = NULL;

  hex_read (ALICE_PRIVATE, own);
  hex_read (BOB_PUBLIC, typed + 1);
  hex_read (SHARED, wanted);
  g_assert_cmpint (curve_decode_private_point (&key, own, sizeof own, context), ==, 0);
  g_assert_cmpint (curve_decode_point (&other, typed, sizeof typed, context), ==, 0);
  g_assert_cmpint (curve_decode_point (&zero, small, sizeof small, context), ==, 0);
  g_assert_cmpint (curve_calculate_agreement (&shared, other, key), ==, KONTOR_KEY_SIZE);
  g_assert_cmpmem (shared, KONTOR_KEY_SIZE, wanted, sizeof wanted);
  free (shared);
  g_assert_cmpint (curve_calculate_agreement (&shared, zero, key), <, 0);
  g_assert_cmpint (curve_generate_public_key (&made, key), ==, 0);
  g_assert_cmpint (ec_public_key_serialize (&written, made), ==, 0);
  hex_read (ALICE_PUBLIC, wanted);
  g_assert_cmpmem (signal_buffer_data (written) + 1, KONTOR_KEY_SIZE, wanted, sizeof wanted);
  signal_buffer_free (written);
  SIGNAL_UNREF (made);
  SIGNAL_UNREF (zero);
  SIGNAL_UNREF (other);
  SIGNAL_UNREF (key);
}

static void
test_fresh_pairs_agree (void)
{
  KontorKeyPair one, two;
  guint8 here[KONTOR_KEY_SIZE], there[KONTOR_KEY_SIZE];

  kontor_key_pair_make (&one);
  kontor_key_pair_make (&two);
  g_assert_true (memcmp (one.private_key, two.private_key, KONTOR_KEY_SIZE) != 0);
  g_assert_true (kontor_curve_agree (one.private_key, two.public_key, here));
  g_assert_true (kontor_curve_agree (two.private_key, one.public_key, there));
  g_assert_cmpmem (here, sizeof here, there, sizeof there);
}

static void
test_a_key_of_small_order_is_refused (void)
{
  KontorKeyPair pair;
  guint8 zero[KONTOR_KEY_SIZE] = { 0 }, one[KONTOR_KEY_SIZE] = { 1 };
  guint8 shared[KONTOR_KEY_SIZE] = { 9 };

  kontor_key_pair_make (&pair);
  g_assert_false (kontor_curve_agree (pair.private_key, zero, shared));
  g_assert_cmpmem (shared, sizeof shared, zero, sizeof zero);
  g_assert_false (kontor_curve_agree (pair.private_key, one, shared));
}

static void
test_a_signature_made_elsewhere_is_right (void)
{
  g_autoptr(GBytes) message = text_bytes (SIGNED);
  g_autoptr(GBytes) other = text_bytes (SIGNED "!");
  guint8 key[KONTOR_KEY_SIZE], signature[KONTOR_SIGNATURE_SIZE];

  hex_read (SIGNER, key);
  hex_read (SIGNATURE, signature);
  g_assert_true (kontor_curve_verify (key, message, signature));
  g_assert_false (kontor_curve_verify (key, other, signature));
  for (guint i = 0; i < KONTOR_SIGNATURE_SIZE; i++)
    {
      signature[i] ^= 1;
      g_assert_false (kontor_curve_verify (key, message, signature));
      signature[i] ^= 1;
    }
  key[3] ^= 1;
  g_assert_false (kontor_curve_verify (key, message, signature));
}

static void
test_what_we_sign_is_right_with_any_pair (void)
{
  g_autoptr(GBytes) message = text_bytes (SIGNED);
  g_autoptr(GBytes) nothing = text_bytes ("");

  for (guint i = 0; i < ROUNDS; i++)
    {
      KontorKeyPair pair;
      g_autoptr(GBytes) signature = NULL, empty = NULL;

      kontor_key_pair_make (&pair);
      signature = kontor_curve_sign (pair.private_key, message);
      empty = kontor_curve_sign (pair.private_key, nothing);
      g_assert_cmpuint (g_bytes_get_size (signature), ==, KONTOR_SIGNATURE_SIZE);
      g_assert_true (kontor_curve_verify (pair.public_key, message,
                                          g_bytes_get_data (signature, NULL)));
      g_assert_true (kontor_curve_verify (pair.public_key, nothing,
                                          g_bytes_get_data (empty, NULL)));
      g_assert_false (kontor_curve_verify (pair.public_key, nothing,
                                           g_bytes_get_data (signature, NULL)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curve/two-sides-agree-as-in-the-rfc", test_two_sides_agree_as_in_the_rfc);
  g_test_add_func ("/curve/the-signal-library-agrees-as-we-do",
                   test_the_signal_library_agrees_as_we_do);
  g_test_add_func ("/curve/fresh-pairs-agree", test_fresh_pairs_agree);
  g_test_add_func ("/curve/a-key-of-small-order-is-refused",
                   test_a_key_of_small_order_is_refused);
  g_test_add_func ("/curve/a-signature-made-elsewhere-is-right",
                   test_a_signature_made_elsewhere_is_right);
  g_test_add_func ("/curve/what-we-sign-is-right-with-any-pair",
                   test_what_we_sign_is_right_with_any_pair);

  return g_test_run ();
}
