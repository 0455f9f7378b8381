/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crypt.c — a cipher context that has its key only needs a nonce for each frame, so one is kept for
 * each direction of a key; the rest runs a few times for each connection. */
#include "protocol/crypt.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <string.h>

#define MAC_KEY_SIZE 32

struct _KontorGcm {
  EVP_CIPHER_CTX *closing;
  EVP_CIPHER_CTX *opening;
};

static void
must (gboolean fine, const char *what)
{
  if (!fine)
    g_error ("the cryptographic library failed at %s", what);
}

void
kontor_crypt_hash (GBytes *first, GBytes *second, guint8 hash[KONTOR_HASH_SIZE])
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (first, &size);

  must (context != NULL && EVP_DigestInit_ex2 (context, EVP_sha256 (), NULL) == 1 &&
        EVP_DigestUpdate (context, data, size) == 1, "hashing");
  if (second != NULL)
    {
      data = g_bytes_get_data (second, &size);
      must (EVP_DigestUpdate (context, data, size) == 1, "hashing");
    }
  must (EVP_DigestFinal_ex (context, hash, NULL) == 1, "hashing");
  EVP_MD_CTX_free (context);
}

void
kontor_crypt_mac (const guint8 key[MAC_KEY_SIZE], GBytes *message, guint8 mac[KONTOR_HASH_SIZE])
{
  gsize size, got = 0;
  const guint8 *data = g_bytes_get_data (message, &size);

  must (EVP_Q_mac (NULL, OSSL_MAC_NAME_HMAC, NULL, "SHA256", NULL, key, MAC_KEY_SIZE, data, size,
                   mac, KONTOR_HASH_SIZE, &got) != NULL, "authenticating");
}

gboolean
kontor_crypt_is_same (const guint8 *a, const guint8 *b, gsize size)
{
  return CRYPTO_memcmp (a, b, size) == 0;
}

static void
derive (const char *name, const OSSL_PARAM *params, guint8 *key, gsize key_size)
{
  EVP_KDF *kdf = EVP_KDF_fetch (NULL, name, NULL);
  EVP_KDF_CTX *context = EVP_KDF_CTX_new (kdf);

  must (context != NULL && EVP_KDF_derive (context, key, key_size, params) == 1,
        "deriving a key");
  EVP_KDF_CTX_free (context);
  EVP_KDF_free (kdf);
}

void
kontor_crypt_derive (const guint8 *secret, gsize secret_size, const guint8 salt[32],
                     const char *info, guint8 *key, gsize key_size)
{
  static const guint8 zeros[32];
  const OSSL_PARAM params[] = {
    OSSL_PARAM_construct_utf8_string (OSSL_KDF_PARAM_DIGEST, (char *) "SHA256", 0),
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_KEY,
                                       (gpointer) (secret_size > 0 ? secret : zeros), secret_size),
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_SALT,
                                       (gpointer) (salt != NULL ? salt : zeros), sizeof zeros),
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_INFO, (gpointer) info, strlen (info)),
    OSSL_PARAM_construct_end (),
  };

  derive (OSSL_KDF_NAME_HKDF, params, key, key_size);
}

void
kontor_crypt_stretch (const char *password, const guint8 *salt, gsize salt_size, guint rounds,
                      guint8 key[32])
{
  guint iterations = rounds;
  const OSSL_PARAM params[] = {
    OSSL_PARAM_construct_utf8_string (OSSL_KDF_PARAM_DIGEST, (char *) "SHA256", 0),
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_PASSWORD, (gpointer) password,
                                       strlen (password)),
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_SALT, (gpointer) salt, salt_size),
    OSSL_PARAM_construct_uint (OSSL_KDF_PARAM_ITER, &iterations),
    OSSL_PARAM_construct_end (),
  };

  derive (OSSL_KDF_NAME_PBKDF2, params, key, 32);
}

void
kontor_crypt_count (const guint8 key[32], const guint8 iv[KONTOR_CTR_IV_SIZE], const guint8 *in,
                    guint8 *out, gsize size)
{
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new ();
  int done;

  must (context != NULL && size < G_MAXINT &&
        EVP_EncryptInit_ex2 (context, EVP_aes_256_ctr (), key, iv, NULL) == 1 &&
        EVP_EncryptUpdate (context, out, &done, in, size) == 1, "encrypting");
  EVP_CIPHER_CTX_free (context);
}

void
kontor_crypt_random (guint8 *bytes, gsize size)
{
  must (RAND_bytes (bytes, size) == 1, "making random numbers");
}

void
kontor_crypt_wipe (gpointer bytes, gsize size)
{
  OPENSSL_cleanse (bytes, size);
}

KontorGcm *
kontor_gcm_new (const guint8 key[KONTOR_GCM_KEY_SIZE])
{
  KontorGcm *self = g_new0 (KontorGcm, 1);

  self->closing = EVP_CIPHER_CTX_new ();
  self->opening = EVP_CIPHER_CTX_new ();
  must (self->closing != NULL && self->opening != NULL &&
        EVP_EncryptInit_ex2 (self->closing, EVP_aes_256_gcm (), key, NULL, NULL) == 1 &&
        EVP_DecryptInit_ex2 (self->opening, EVP_aes_256_gcm (), key, NULL, NULL) == 1,
        "setting a key");

  return self;
}

void
kontor_gcm_free (KontorGcm *self)
{
  EVP_CIPHER_CTX_free (self->closing);
  EVP_CIPHER_CTX_free (self->opening);
  g_free (self);
}

GBytes *
kontor_gcm_seal (KontorGcm *self, const guint8 iv[KONTOR_GCM_IV_SIZE], const guint8 *aad,
                 gsize aad_size, GBytes *plain)
{
  gsize size;
  const guint8 *in = g_bytes_get_data (plain, &size);
  guint8 *out = g_malloc (size + KONTOR_GCM_TAG_SIZE);
  int done = 0, last = 0;

  must (size < G_MAXINT - KONTOR_GCM_TAG_SIZE &&
        EVP_EncryptInit_ex2 (self->closing, NULL, NULL, iv, NULL) == 1 &&
        (aad_size == 0 || EVP_EncryptUpdate (self->closing, NULL, &done, aad, aad_size) == 1) &&
        (size == 0 || EVP_EncryptUpdate (self->closing, out, &done, in, size) == 1) &&
        EVP_EncryptFinal_ex (self->closing, out + size, &last) == 1 &&
        EVP_CIPHER_CTX_ctrl (self->closing, EVP_CTRL_AEAD_GET_TAG, KONTOR_GCM_TAG_SIZE,
                             out + size) == 1, "encrypting");

  return g_bytes_new_take (out, size + KONTOR_GCM_TAG_SIZE);
}

GBytes *
kontor_gcm_open (KontorGcm *self, const guint8 iv[KONTOR_GCM_IV_SIZE], const guint8 *aad,
                 gsize aad_size, GBytes *sealed)
{
  gsize whole, size;
  const guint8 *in = g_bytes_get_data (sealed, &whole);
  g_autofree guint8 *out = NULL;
  int done = 0, last = 0;

  if (whole < KONTOR_GCM_TAG_SIZE || whole > G_MAXINT)
    return NULL;
  size = whole - KONTOR_GCM_TAG_SIZE;
  out = g_malloc (size + 1);
  must (EVP_DecryptInit_ex2 (self->opening, NULL, NULL, iv, NULL) == 1 &&
        (aad_size == 0 || EVP_DecryptUpdate (self->opening, NULL, &done, aad, aad_size) == 1) &&
        (size == 0 || EVP_DecryptUpdate (self->opening, out, &done, in, size) == 1) &&
        EVP_CIPHER_CTX_ctrl (self->opening, EVP_CTRL_AEAD_SET_TAG, KONTOR_GCM_TAG_SIZE,
                             (gpointer) (in + size)) == 1, "decrypting");
  if (EVP_DecryptFinal_ex (self->opening, out + size, &last) != 1)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&out), size);
}
