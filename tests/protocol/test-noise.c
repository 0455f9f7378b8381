/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/noise.h"

#include "protocol/noise-state.h"
#include "tests/protocol/hex.h"

static void
assert_bytes (GBytes *bytes, const char *hex)
{
  g_autoptr(GBytes) expected = hex_bytes (hex);

  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
mix_shared (KontorNoiseState *state, const char *private_hex, const guint8 *public_key)
{
  guint8 private_key[KONTOR_KEY_SIZE], shared[KONTOR_KEY_SIZE];

  hex_read (private_hex, private_key);
  g_assert_true (kontor_curve_agree (private_key, public_key, shared));
  kontor_noise_state_mix_key (state, shared);
}

/* Noise_XX_25519_AESGCM_SHA256 of the cacophony vectors (haskell-cryptography/cacophony, public
 * domain), as the initiator sees it. */
#define EPHEMERAL "893e28b9dc6ca8d611ab664754b8ceb7bac5117349a4439a6b0569da977c464a"
#define STATIC    "e61ef9919cde45dd5f82166404bd08e38bceb5dfdfded0a34c8df7ed542214d1"
#define FIRST     "ca35def5ae56cec33dc2036731ab14896bc4c75dbb07a61f879f8e3afa4c7944" \
                  "4c756477696720766f6e204d69736573"
#define SECOND    "95ebc60d2b1fa672c1f46a8aa265ef51bfe38e7ccb39ec5be34069f144808843" \
                  "757117acceb05bd7a45733bc22015c97a9d0cbaf41b80446d5988ff5127235d7" \
                  "6b79eade70f473d6a4ef521fdcbeda53" \
                  "40d01e028ba793fc059f2724a83af05f12dda0448a7621a926b379a92477fd"
#define THIRD_KEY "c90f1cf77eba4e50edb038991565e36c9758943a989229b6051244dc4fbecb69" \
                  "46744b401af2ee1a5881b65fbb87fd07"
#define THIRD     "cb6a328ececc9ce6ce84c399dc332d4fd521fa4bb7f467ce909395"

static KontorNoiseState *
play_handshake (void)
{
  g_autoptr(GBytes) prologue = hex_bytes ("4a6f686e2047616c74");
  g_autoptr(GBytes) first = hex_bytes (FIRST), second = hex_bytes (SECOND);
  const guint8 *sent = g_bytes_get_data (first, NULL), *got = g_bytes_get_data (second, NULL);
  KontorNoiseState *state = kontor_noise_state_new ("Noise_XX_25519_AESGCM_SHA256", prologue);
  g_autoptr(GBytes) server_key = NULL, hello = NULL, own_key = NULL, sealed_key = NULL;
  g_autoptr(GBytes) payload = hex_bytes ("462e20412e20486179656b"), sealed = NULL;
  g_autoptr(GError) error = NULL;

  kontor_noise_state_mix (state, sent, 32);
  kontor_noise_state_mix (state, sent + 32, g_bytes_get_size (first) - 32);
  kontor_noise_state_mix (state, got, 32);
  mix_shared (state, EPHEMERAL, got);
  server_key = kontor_noise_state_open (state, got + 32, 48, &error);
  g_assert_no_error (error);
  mix_shared (state, EPHEMERAL, g_bytes_get_data (server_key, NULL));
  hello = kontor_noise_state_open (state, got + 80, g_bytes_get_size (second) - 80, &error);
  g_assert_no_error (error);
  assert_bytes (hello, "4d757272617920526f746862617264");

  own_key = hex_bytes ("6bc3822a2aa7f4e6981d6538692b3cdf3e6df9eea6ed269eb41d93c22757b75a");
  sealed_key = kontor_noise_state_seal (state, own_key);
  assert_bytes (sealed_key, THIRD_KEY);
  mix_shared (state, STATIC, got);
  sealed = kontor_noise_state_seal (state, payload);
  assert_bytes (sealed, THIRD);

  return state;
}

static void
test_a_handshake_is_the_published_one (void)
{
  g_autoptr(KontorNoiseState) state = play_handshake ();
  g_autoptr(KontorNoiseCipher) sending = NULL, receiving = NULL;
  const char *plain[] = { "4361726c204d656e676572", "457567656e2042f6686d20766f6e2042617765726b" };
  const char *sealed[] = {
    "bc3fa77f6aca3e8466d7dc6bea10013e88a6a29add5132b461806c",
    "449d4d433b3cdc3d02bf6fc881774b9df54366ebcffb9689bb13f14709822cd7ef42bcdb4d",
  };
  g_autoptr(GBytes) ours = hex_bytes ("4a65616e2d426170746973746520536179"), written = NULL;
  g_autoptr(GBytes) replayed = hex_bytes (sealed[0]);
  g_autoptr(GError) error = NULL;

  kontor_noise_state_split (state, &sending, &receiving);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autoptr(GBytes) came = hex_bytes (sealed[i]);
      g_autoptr(GBytes) opened = kontor_noise_cipher_open (receiving, came, &error);

      g_assert_no_error (error);
      assert_bytes (opened, plain[i]);
    }
  written = kontor_noise_cipher_seal (sending, ours);
  assert_bytes (written, "250b01074cdfe0df2ecf8ccbf1737b15a2ddb5b52fd9a396604e9c793cee3b3bb9");
  g_assert_null (kontor_noise_cipher_open (receiving, replayed, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/noise/a-handshake-is-the-published-one",
                   test_a_handshake_is_the_published_one);

  return g_test_run ();
}
