/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seal.c — OpenSSL's EVP, set up once for each key.
 *
 * A cipher context that already has its key only needs a nonce, and a MAC context that has its
 * key only needs a restart: a third of what the one-shot functions cost. Nonces are random: with
 * 96 bits one key is good for 2^32 values (NIST SP 800-38D, 8.3), more than a business writes.
 * The version is authenticated with the text, so that it cannot be exchanged either.
 *
 * Where the library itself fails (no memory, no randomness) nothing may be written in the open:
 * the program ends.
 */
#include "store/seal.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <string.h>

#include "model/error.h"

#define VERSION    1
#define NONCE_SIZE 12
#define TAG_SIZE   16
#define HEAD_SIZE  (1 + NONCE_SIZE)
#define HASH_SIZE  16

struct _KontorSeal {
  EVP_CIPHER_CTX *closing;
  EVP_CIPHER_CTX *opening;
  EVP_MAC_CTX    *hashing;
};

static void
must (gboolean fine, const char *what)
{
  if (!fine)
    g_error ("the cryptographic library failed at %s", what);
}

/* HKDF-SHA-256 without salt; @purpose is the info of RFC 5869. */
static void
derive_key (const guint8 *key, const char *purpose, guint8 *derived)
{
  EVP_KDF *kdf = EVP_KDF_fetch (NULL, OSSL_KDF_NAME_HKDF, NULL);
  EVP_KDF_CTX *context = EVP_KDF_CTX_new (kdf);
  OSSL_PARAM params[] = {
    OSSL_PARAM_construct_utf8_string (OSSL_KDF_PARAM_DIGEST, (char *) "SHA256", 0),
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_KEY, (guint8 *) key, KONTOR_SEAL_KEY_SIZE),
    OSSL_PARAM_construct_octet_string (OSSL_KDF_PARAM_INFO, (char *) purpose, strlen (purpose)),
    OSSL_PARAM_construct_end (),
  };

  must (context != NULL &&
        EVP_KDF_derive (context, derived, KONTOR_SEAL_KEY_SIZE, params) == 1, "deriving a key");
  EVP_KDF_CTX_free (context);
  EVP_KDF_free (kdf);
}

static void
start_cipher (KontorSeal *self, const guint8 *key)
{
  EVP_CIPHER *cipher = EVP_CIPHER_fetch (NULL, "AES-256-GCM", NULL);

  self->closing = EVP_CIPHER_CTX_new ();
  self->opening = EVP_CIPHER_CTX_new ();
  must (cipher != NULL && self->closing != NULL && self->opening != NULL &&
        EVP_EncryptInit_ex2 (self->closing, cipher, key, NULL, NULL) == 1 &&
        EVP_DecryptInit_ex2 (self->opening, cipher, key, NULL, NULL) == 1, "setting a key");
  EVP_CIPHER_free (cipher);
}

static void
start_mac (KontorSeal *self, const guint8 *key)
{
  EVP_MAC *mac = EVP_MAC_fetch (NULL, OSSL_MAC_NAME_HMAC, NULL);
  OSSL_PARAM params[] = {
    OSSL_PARAM_construct_utf8_string (OSSL_MAC_PARAM_DIGEST, (char *) "SHA256", 0),
    OSSL_PARAM_construct_end (),
  };

  self->hashing = EVP_MAC_CTX_new (mac);
  must (self->hashing != NULL &&
        EVP_MAC_init (self->hashing, key, KONTOR_SEAL_KEY_SIZE, params) == 1, "setting a key");
  EVP_MAC_free (mac);
}

KontorSeal *
kontor_seal_new (const guint8 *key)
{
  KontorSeal *self = g_new0 (KontorSeal, 1);
  guint8 derived[KONTOR_SEAL_KEY_SIZE];

  derive_key (key, "kontor seal 1", derived);
  start_cipher (self, derived);
  derive_key (key, "kontor hash 1", derived);
  start_mac (self, derived);
  OPENSSL_cleanse (derived, sizeof derived);

  return self;
}

void
kontor_seal_free (KontorSeal *self)
{
  EVP_CIPHER_CTX_free (self->closing);
  EVP_CIPHER_CTX_free (self->opening);
  EVP_MAC_CTX_free (self->hashing);
  g_free (self);
}

static void
wipe_key (gpointer key)
{
  OPENSSL_cleanse (key, KONTOR_SEAL_KEY_SIZE);
  g_free (key);
}

GBytes *
kontor_seal_make_key (void)
{
  guint8 *key = g_malloc (KONTOR_SEAL_KEY_SIZE);

  must (RAND_priv_bytes (key, KONTOR_SEAL_KEY_SIZE) == 1, "making a key");

  return g_bytes_new_with_free_func (key, KONTOR_SEAL_KEY_SIZE, wipe_key, key);
}

GBytes *
kontor_seal_close_bytes (KontorSeal *self, const guint8 *plain, gsize size)
{
  guint8 *bytes = g_malloc (HEAD_SIZE + size + TAG_SIZE);
  int written = 0;

  g_assert (size < G_MAXINT);
  bytes[0] = VERSION;
  must (RAND_bytes (bytes + 1, NONCE_SIZE) == 1 &&
        EVP_EncryptInit_ex2 (self->closing, NULL, NULL, bytes + 1, NULL) == 1 &&
        EVP_EncryptUpdate (self->closing, NULL, &written, bytes, 1) == 1 &&
        EVP_EncryptUpdate (self->closing, bytes + HEAD_SIZE, &written, plain, (int) size) == 1 &&
        EVP_EncryptFinal_ex (self->closing, bytes + HEAD_SIZE + size, &written) == 1 &&
        EVP_CIPHER_CTX_ctrl (self->closing, EVP_CTRL_AEAD_GET_TAG, TAG_SIZE,
                             bytes + HEAD_SIZE + size) == 1, "sealing");

  return g_bytes_new_take (bytes, HEAD_SIZE + size + TAG_SIZE);
}

GBytes *
kontor_seal_close (KontorSeal *self, const char *text)
{
  return kontor_seal_close_bytes (self, (const guint8 *) text, strlen (text));
}

static gboolean
decrypt (KontorSeal *self, const guint8 *bytes, gsize text_size, guint8 *text)
{
  const guint8 *sealed = bytes + HEAD_SIZE;
  guint8 tag[TAG_SIZE];
  int written = 0;

  memcpy (tag, sealed + text_size, TAG_SIZE);

  return EVP_DecryptInit_ex2 (self->opening, NULL, NULL, bytes + 1, NULL) == 1 &&
         EVP_DecryptUpdate (self->opening, NULL, &written, bytes, 1) == 1 &&
         EVP_DecryptUpdate (self->opening, text, &written, sealed, (int) text_size) == 1 &&
         EVP_CIPHER_CTX_ctrl (self->opening, EVP_CTRL_AEAD_SET_TAG, TAG_SIZE, tag) == 1 &&
         EVP_DecryptFinal_ex (self->opening, text + text_size, &written) == 1;
}

/* One byte more than *text_size, which is 0. */
static guint8 *
open_value (KontorSeal *self, const guint8 *bytes, gsize size, gsize *text_size, GError **error)
{
  guint8 *text;

  if (size < HEAD_SIZE + TAG_SIZE || size > G_MAXINT || bytes[0] != VERSION)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                           "a sealed value was cut short or is none");
      return NULL;
    }
  *text_size = size - HEAD_SIZE - TAG_SIZE;
  text = g_malloc (*text_size + 1);
  text[*text_size] = '\0';
  if (!decrypt (self, bytes, *text_size, text))
    {
      OPENSSL_cleanse (text, *text_size);
      g_free (text);
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                           "a sealed value was changed, or sealed with another key");
      return NULL;
    }

  return text;
}

char *
kontor_seal_open (KontorSeal *self, const guint8 *bytes, gsize size, GError **error)
{
  gsize text_size;

  return (char *) open_value (self, bytes, size, &text_size, error);
}

GBytes *
kontor_seal_open_bytes (KontorSeal *self, const guint8 *sealed, gsize size, GError **error)
{
  gsize plain_size;
  guint8 *plain = open_value (self, sealed, size, &plain_size, error);

  return plain != NULL ? g_bytes_new_take (plain, plain_size) : NULL;
}

GBytes *
kontor_seal_hash (KontorSeal *self, const char *text)
{
  guint8 hash[EVP_MAX_MD_SIZE];
  gsize size = 0;

  must (EVP_MAC_init (self->hashing, NULL, 0, NULL) == 1 &&
        EVP_MAC_update (self->hashing, (const guint8 *) text, strlen (text)) == 1 &&
        EVP_MAC_final (self->hashing, hash, &size, sizeof hash) == 1, "hashing");

  return g_bytes_new (hash, HASH_SIZE);
}
