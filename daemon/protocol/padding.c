/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/padding.h"

#include <openssl/rand.h>
#include <string.h>

#include "model/error.h"

#define MOST_PADDING 16
#define ID_BYTES     9
#define HASH_BYTES   6

static void
fill_random (guint8 *bytes, gsize size)
{
  if (RAND_bytes (bytes, (int) size) != 1)
    g_error ("there are no random numbers");
}

GBytes *
kontor_padding_add (GBytes *plain)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (plain, &size);
  guint8 count, *padded;

  fill_random (&count, 1);
  count = 1 + count % MOST_PADDING;
  padded = g_malloc (size + count);
  if (size > 0)
    memcpy (padded, bytes, size);
  memset (padded + size, count, count);

  return g_bytes_new_take (padded, size + count);
}

GBytes *
kontor_padding_remove (GBytes *padded, GError **error)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (padded, &size);

  if (size == 0 || bytes[size - 1] == 0 || bytes[size - 1] > size)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "what was decrypted has no padding");
      return NULL;
    }

  return g_bytes_new_from_bytes (padded, 0, size - bytes[size - 1]);
}

char *
kontor_message_id_make (void)
{
  guint8 bytes[ID_BYTES];
  GString *id = g_string_new ("3EB0");

  fill_random (bytes, sizeof bytes);
  for (guint i = 0; i < sizeof bytes; i++)
    g_string_append_printf (id, "%02X", bytes[i]);

  return g_string_free (id, FALSE);
}

/* "49151@lid" is "49151.0:0@lid" in the hash: user, agent 0, and the device even where it is 0. */
static char *
write_whole (const char *address)
{
  const char *at = strchr (address, '@');
  const char *colon = strchr (address, ':');
  g_autofree char *user = NULL, *device = NULL;

  if (at == NULL || at == address)
    return g_strdup (address);
  if (colon == NULL || colon > at)
    colon = at;
  user = g_strndup (address, colon - address);
  device = colon < at ? g_strndup (colon + 1, at - colon - 1) : g_strdup ("0");

  return g_strdup_printf ("%s.0:%s%s", user, device, at);
}

static int
by_bytes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
kontor_phash_make (const char *const *addresses)
{
  g_autoptr(GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 hash[32];
  gsize size = sizeof hash;
  g_autofree char *text = NULL;

  for (; *addresses != NULL; addresses++)
    g_ptr_array_add (whole, write_whole (*addresses));
  g_ptr_array_sort (whole, by_bytes);
  for (guint i = 0; i < whole->len; i++)
    g_checksum_update (sum, whole->pdata[i], -1);
  g_checksum_get_digest (sum, hash, &size);
  text = g_base64_encode (hash, HASH_BYTES);

  return g_strconcat ("2:", text, NULL);
}
