/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net/signature.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
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

gboolean
kontor_signature_is_right (const char *secret, GBytes *bytes, const char *hex)
{
  guint8 given[SIZE], own[SIZE];
  unsigned int size = SIZE;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (secret == NULL || *secret == '\0' || hex == NULL || !read_hex (hex, given))
    return FALSE;

  return HMAC (EVP_sha256 (), secret, strlen (secret), data, length, own, &size) != NULL &&
         size == SIZE && CRYPTO_memcmp (own, given, SIZE) == 0;
}

gboolean
kontor_signature_is_same (const char *secret, const char *given)
{
  gsize length = secret != NULL ? strlen (secret) : 0;

  return length > 0 && given != NULL && strlen (given) == length &&
         CRYPTO_memcmp (secret, given, length) == 0;
}
