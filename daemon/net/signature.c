/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/signature.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <string.h>

#define SIZE 32

static gboolean
read_hex (const char *hex, guint8 *bytes)
{
  if (strlen (hex) != 2 * SIZE)
    return FALSE;
  for (guint i = 0; i < SIZE; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]);
      int low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i] = high << 4 | low;
    }

  return TRUE;
}

/* Looking the algorithm up costs more than a webhook's hash: that is done once. NULL where the
 * library has none. */
static EVP_MAC_CTX *
get_hmac (void)
{
  static EVP_MAC_CTX *context;
  const OSSL_PARAM sha256[] = {
    OSSL_PARAM_construct_utf8_string (OSSL_MAC_PARAM_DIGEST, (char *) "SHA256", 0),
    OSSL_PARAM_construct_end (),
  };
  EVP_MAC *mac;

  if (context != NULL)
    return context;
  mac = EVP_MAC_fetch (NULL, OSSL_MAC_NAME_HMAC, NULL);
  context = EVP_MAC_CTX_new (mac);
  EVP_MAC_free (mac);
  if (context != NULL && EVP_MAC_CTX_set_params (context, sha256) != 1)
    g_clear_pointer (&context, EVP_MAC_CTX_free);

  return context;
}

gboolean
kontor_signature_is_right (const char *secret, GBytes *bytes, const char *hex)
{
  guint8 given[SIZE], own[SIZE];
  gsize size = 0, length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  EVP_MAC_CTX *hmac = get_hmac ();

  if (hmac == NULL || secret == NULL || *secret == '\0' || hex == NULL || !read_hex (hex, given))
    return FALSE;

  return EVP_MAC_init (hmac, (const guint8 *) secret, strlen (secret), NULL) == 1 &&
         EVP_MAC_update (hmac, data, length) == 1 &&
         EVP_MAC_final (hmac, own, &size, sizeof own) == 1 &&
         size == SIZE && CRYPTO_memcmp (own, given, SIZE) == 0;
}

gboolean
kontor_signature_is_same (const char *secret, const char *given)
{
  gsize length = secret != NULL ? strlen (secret) : 0;

  return length > 0 && given != NULL && strlen (given) == length &&
         CRYPTO_memcmp (secret, given, length) == 0;
}
