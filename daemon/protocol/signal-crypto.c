/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-crypto.c — libsignal-protocol-c brings the ratchet and asks for random numbers,
 * HMAC-SHA-256, SHA-512 and AES. Algorithms are fetched once: a ratchet step makes several MACs,
 * and looking the algorithm up costs more than the MAC. */
#include "protocol/signal-crypto.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <signal/signal_protocol.h>

#define MAC_SIZE    32
#define SHA512_SIZE 64
#define BLOCK_SIZE  16

static struct {
  EVP_MAC    *mac;
  EVP_MD     *sha512;
  EVP_CIPHER *cbc;
  EVP_CIPHER *ctr;
} fetched;

static int
make_random (uint8_t *bytes, size_t size, void *data)
{
  return RAND_priv_bytes (bytes, (int) size) == 1 ? 0 : SG_ERR_UNKNOWN;
}

static int
start_mac (void **mac, const uint8_t *key, size_t size, void *data)
{
  EVP_MAC_CTX *context = EVP_MAC_CTX_new (fetched.mac);
  OSSL_PARAM params[] = {
    OSSL_PARAM_construct_utf8_string (OSSL_MAC_PARAM_DIGEST, (char *) "SHA256", 0),
    OSSL_PARAM_construct_end (),
  };

  *mac = context;

  return context != NULL && EVP_MAC_init (context, key, size, params) == 1 ? 0 : SG_ERR_UNKNOWN;
}

static int
add_to_mac (void *mac, const uint8_t *bytes, size_t size, void *data)
{
  return EVP_MAC_update (mac, bytes, size) == 1 ? 0 : SG_ERR_UNKNOWN;
}

static int
end_mac (void *mac, signal_buffer **output, void *data)
{
  guint8 bytes[MAC_SIZE];
  size_t size = 0;

  if (EVP_MAC_final (mac, bytes, &size, sizeof bytes) != 1)
    return SG_ERR_UNKNOWN;
  *output = signal_buffer_create (bytes, size);

  return *output != NULL ? 0 : SG_ERR_NOMEM;
}

static void
drop_mac (void *mac, void *data)
{
  EVP_MAC_CTX_free (mac);
}

static int
start_digest (void **digest, void *data)
{
  *digest = EVP_MD_CTX_new ();

  return *digest != NULL && EVP_DigestInit_ex2 (*digest, fetched.sha512, NULL) == 1
    ? 0 : SG_ERR_UNKNOWN;
}

static int
add_to_digest (void *digest, const uint8_t *bytes, size_t size, void *data)
{
  return EVP_DigestUpdate (digest, bytes, size) == 1 ? 0 : SG_ERR_UNKNOWN;
}

static int
end_digest (void *digest, signal_buffer **output, void *data)
{
  guint8 bytes[SHA512_SIZE];

  if (EVP_DigestFinal_ex (digest, bytes, NULL) != 1 ||
      EVP_DigestInit_ex2 (digest, fetched.sha512, NULL) != 1)
    return SG_ERR_UNKNOWN;
  *output = signal_buffer_create (bytes, sizeof bytes);

  return *output != NULL ? 0 : SG_ERR_NOMEM;
}

static void
drop_digest (void *digest, void *data)
{
  EVP_MD_CTX_free (digest);
}

static gboolean
run_cipher (EVP_CIPHER_CTX *context, int kind, gboolean encrypt, const uint8_t *key,
            const uint8_t *iv, GBytes *from, guint8 *to, int *size)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (from, &length);
  int last = 0;

  return EVP_CipherInit_ex2 (context, kind == SG_CIPHER_AES_CBC_PKCS5 ? fetched.cbc : fetched.ctr,
                             key, iv, encrypt, NULL) == 1 &&
         EVP_CipherUpdate (context, to, size, bytes, (int) length) == 1 &&
         EVP_CipherFinal_ex (context, to + *size, &last) == 1 && (*size += last) >= 0;
}

static int
apply_cipher (signal_buffer **output, int kind, gboolean encrypt, const uint8_t *key,
              size_t key_size, const uint8_t *iv, size_t iv_size, const uint8_t *bytes, size_t size)
{
  g_autoptr(GBytes) from = g_bytes_new_static (bytes, size);
  g_autofree guint8 *to = NULL;
  EVP_CIPHER_CTX *context;
  int written = 0;
  gboolean fine;

  if (key_size != MAC_SIZE || iv_size != BLOCK_SIZE || size > G_MAXINT - 2 * BLOCK_SIZE)
    return SG_ERR_INVAL;
  to = g_malloc (size + BLOCK_SIZE);
  context = EVP_CIPHER_CTX_new ();
  fine = context != NULL && run_cipher (context, kind, encrypt, key, iv, from, to, &written);
  EVP_CIPHER_CTX_free (context);
  *output = fine ? signal_buffer_create (to, written) : NULL;

  return *output != NULL ? 0 : SG_ERR_INVALID_MESSAGE;
}

static int
encrypt_bytes (signal_buffer **output, int kind, const uint8_t *key, size_t key_size,
               const uint8_t *iv, size_t iv_size, const uint8_t *bytes, size_t size, void *data)
{
  return apply_cipher (output, kind, TRUE, key, key_size, iv, iv_size, bytes, size);
}

static int
decrypt_bytes (signal_buffer **output, int kind, const uint8_t *key, size_t key_size,
               const uint8_t *iv, size_t iv_size, const uint8_t *bytes, size_t size, void *data)
{
  return apply_cipher (output, kind, FALSE, key, key_size, iv, iv_size, bytes, size);
}

static const signal_crypto_provider provider = {
  .random_func = make_random,
  .hmac_sha256_init_func = start_mac,
  .hmac_sha256_update_func = add_to_mac,
  .hmac_sha256_final_func = end_mac,
  .hmac_sha256_cleanup_func = drop_mac,
  .sha512_digest_init_func = start_digest,
  .sha512_digest_update_func = add_to_digest,
  .sha512_digest_final_func = end_digest,
  .sha512_digest_cleanup_func = drop_digest,
  .encrypt_func = encrypt_bytes,
  .decrypt_func = decrypt_bytes,
};

signal_context *
kontor_signal_context_get (void)
{
  static signal_context *context;

  if (context != NULL)
    return context;
  fetched.mac = EVP_MAC_fetch (NULL, OSSL_MAC_NAME_HMAC, NULL);
  fetched.sha512 = EVP_MD_fetch (NULL, "SHA512", NULL);
  fetched.cbc = EVP_CIPHER_fetch (NULL, "AES-256-CBC", NULL);
  fetched.ctr = EVP_CIPHER_fetch (NULL, "AES-256-CTR", NULL);
  if (fetched.mac == NULL || fetched.sha512 == NULL || fetched.cbc == NULL ||
      fetched.ctr == NULL || signal_context_create (&context, NULL) < 0 ||
      signal_context_set_crypto_provider (context, &provider) < 0)
    g_error ("the cryptographic library cannot do what end-to-end encryption needs");

  return context;
}

static void
drop_buffer (gpointer buffer)
{
  signal_buffer_bzero_free (buffer);
}

GBytes *
kontor_signal_take_buffer (signal_buffer *buffer)
{
  return g_bytes_new_with_free_func (signal_buffer_data (buffer), signal_buffer_len (buffer),
                                     drop_buffer, buffer);
}

signal_buffer *
kontor_signal_make_buffer (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return signal_buffer_create (data, size);
}
