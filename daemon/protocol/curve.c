/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curve.c — X25519 is OpenSSL's; it has no XEdDSA, so signatures are libsignal's.
 *
 * libsignal brings an X25519 of its own, in plain C, which is half of the work of a message where
 * the sides alternate. It calls that by name, so the function of that name here takes its place; a
 * library that did not call it so would only be slower. */
#include "protocol/curve.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <signal/curve.h>
#include <signal/signal_protocol.h>
#include <string.h>

#include "protocol/signal-crypto.h"

#define TYPED_SIZE (1 + KONTOR_KEY_SIZE)

int curve25519_donna (uint8_t *shared, const uint8_t *private_key, const uint8_t *public_key);

static void
must (gboolean fine, const char *what)
{
  if (!fine)
    g_error ("the cryptographic library failed at %s", what);
}

void
kontor_key_pair_make (KontorKeyPair *pair)
{
  EVP_PKEY *made = EVP_PKEY_Q_keygen (NULL, NULL, "X25519");
  gsize public_size = KONTOR_KEY_SIZE, private_size = KONTOR_KEY_SIZE;

  must (made != NULL &&
        EVP_PKEY_get_raw_public_key (made, pair->public_key, &public_size) == 1 &&
        EVP_PKEY_get_raw_private_key (made, pair->private_key, &private_size) == 1,
        "making a key pair");
  EVP_PKEY_free (made);
}

gboolean
kontor_curve_verify (const guint8 public_key[KONTOR_KEY_SIZE], GBytes *message,
                     const guint8 signature[KONTOR_SIGNATURE_SIZE])
{
  guint8 typed[TYPED_SIZE] = { KONTOR_KEY_TYPE };
  gsize size;
  const guint8 *bytes = g_bytes_get_data (message, &size);
  ec_public_key *key = NULL;
  int result;

  memcpy (typed + 1, public_key, KONTOR_KEY_SIZE);
  must (curve_decode_point (&key, typed, sizeof typed, kontor_signal_context_get ()) == 0,
        "reading a public key");
  result = curve_verify_signature (key, bytes, size, signature, KONTOR_SIGNATURE_SIZE);
  SIGNAL_UNREF (key);

  return result == 1;
}

GBytes *
kontor_curve_sign (const guint8 private_key[KONTOR_KEY_SIZE], GBytes *message)
{
  signal_context *context = kontor_signal_context_get ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (message, &size);
  ec_private_key *key = NULL;
  signal_buffer *signature = NULL;

  must (curve_decode_private_point (&key, private_key, KONTOR_KEY_SIZE, context) == 0 &&
        curve_calculate_signature (context, &signature, key, bytes, size) == 0, "signing");
  SIGNAL_UNREF (key);

  return kontor_signal_take_buffer (signature);
}

gboolean
kontor_curve_agree (const guint8 private_key[KONTOR_KEY_SIZE],
                    const guint8 public_key[KONTOR_KEY_SIZE], guint8 shared[KONTOR_KEY_SIZE])
{
  EVP_PKEY *own = EVP_PKEY_new_raw_private_key (EVP_PKEY_X25519, NULL, private_key,
                                                KONTOR_KEY_SIZE);
  EVP_PKEY *other = EVP_PKEY_new_raw_public_key (EVP_PKEY_X25519, NULL, public_key,
                                                 KONTOR_KEY_SIZE);
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new (own, NULL);
  gsize size = KONTOR_KEY_SIZE;
  gboolean agreed;

  must (other != NULL && context != NULL && EVP_PKEY_derive_init (context) == 1,
        "reading a key pair");
  agreed = EVP_PKEY_derive_set_peer (context, other) == 1 &&
           EVP_PKEY_derive (context, shared, &size) == 1;
  if (!agreed)
    OPENSSL_cleanse (shared, KONTOR_KEY_SIZE);
  EVP_PKEY_CTX_free (context);
  EVP_PKEY_free (other);
  EVP_PKEY_free (own);

  return agreed;
}

/* With the curve's base point for @public_key it makes the public half of @private_key. */
int
curve25519_donna (uint8_t *shared, const uint8_t *private_key, const uint8_t *public_key)
{
  return kontor_curve_agree (private_key, public_key, shared) ? 0 : SG_ERR_INVALID_KEY;
}
