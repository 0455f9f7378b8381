/* SPDX-License-Identifier: GPL-3.0-or-later */
/* credentials.c — written as a GVariant with its version first, in little endian, so that a data
 * folder may be carried to another machine. */
#include "protocol/credentials.h"

#include <string.h>

#include "protocol/crypt.h"
#include "protocol/web-version.h"

#define VERSION 1
#define FORM    "(uayayayumsmsmsmsmayaymay)"

KontorCredentials *
kontor_credentials_new (void)
{
  KontorCredentials *credentials = g_new0 (KontorCredentials, 1);

  kontor_key_pair_make (&credentials->noise);
  kontor_crypt_random (credentials->adv_secret, sizeof credentials->adv_secret);
  credentials->revision = KONTOR_WEB_REVISION;

  return credentials;
}

void
kontor_credentials_free (KontorCredentials *credentials)
{
  g_free (credentials->jid);
  g_free (credentials->lid);
  g_free (credentials->name);
  g_free (credentials->platform);
  g_clear_pointer (&credentials->proof, g_bytes_unref);
  g_clear_pointer (&credentials->routing, g_bytes_unref);
  kontor_crypt_wipe (credentials, sizeof *credentials);
  g_free (credentials);
}

void
kontor_credentials_set (char **text, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}

static void
add_bytes (GVariantBuilder *to, const guint8 *bytes, gsize size)
{
  g_variant_builder_add_value (to, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, size, 1));
}

static void
add_maybe (GVariantBuilder *to, GBytes *bytes)
{
  g_variant_builder_add_value (
      to, g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING,
                               bytes != NULL
                                   ? g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes,
                                                               TRUE)
                                   : NULL));
}

GBytes *
kontor_credentials_write (const KontorCredentials *credentials)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (FORM));
  g_autoptr(GVariant) variant = NULL;

  g_variant_builder_add (&builder, "u", VERSION);
  add_bytes (&builder, credentials->noise.public_key, KONTOR_KEY_SIZE);
  add_bytes (&builder, credentials->noise.private_key, KONTOR_KEY_SIZE);
  add_bytes (&builder, credentials->adv_secret, KONTOR_ADV_SECRET_SIZE);
  g_variant_builder_add (&builder, "u", credentials->revision);
  g_variant_builder_add (&builder, "ms", credentials->jid);
  g_variant_builder_add (&builder, "ms", credentials->lid);
  g_variant_builder_add (&builder, "ms", credentials->name);
  g_variant_builder_add (&builder, "ms", credentials->platform);
  add_maybe (&builder, credentials->proof);
  add_bytes (&builder, credentials->account_key, KONTOR_KEY_SIZE);
  add_maybe (&builder, credentials->routing);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    {
      GVariant *swapped = g_variant_byteswap (variant);

      g_variant_unref (variant);
      variant = swapped;
    }

  return g_variant_get_data_as_bytes (variant);
}

static gboolean
take_bytes (GVariant *tuple, guint n, guint8 *bytes, gsize size)
{
  g_autoptr(GVariant) child = g_variant_get_child_value (tuple, n);
  gsize there;
  const guint8 *data = g_variant_get_fixed_array (child, &there, 1);

  if (there != size)
    return FALSE;
  memcpy (bytes, data, size);

  return TRUE;
}

static GBytes *
take_maybe (GVariant *tuple, guint n)
{
  g_autoptr(GVariant) child = g_variant_get_child_value (tuple, n);
  g_autoptr(GVariant) bytes = g_variant_get_maybe (child);

  return bytes != NULL ? g_variant_get_data_as_bytes (bytes) : NULL;
}

KontorCredentials *
kontor_credentials_read (GBytes *bytes, GError **error)
{
  g_autoptr(GVariant) read = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (FORM), bytes, FALSE));
  g_autoptr(GVariant) tuple = G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (read)
                                                           : g_variant_ref (read);
  g_autoptr(KontorCredentials) credentials = g_new0 (KontorCredentials, 1);
  guint32 version = 0;

  if (g_variant_is_normal_form (tuple))
    g_variant_get_child (tuple, 0, "u", &version);
  if (version != VERSION ||
      !take_bytes (tuple, 1, credentials->noise.public_key, KONTOR_KEY_SIZE) ||
      !take_bytes (tuple, 2, credentials->noise.private_key, KONTOR_KEY_SIZE) ||
      !take_bytes (tuple, 3, credentials->adv_secret, KONTOR_ADV_SECRET_SIZE) ||
      !take_bytes (tuple, 10, credentials->account_key, KONTOR_KEY_SIZE))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "The keys of this linked device cannot be read. Link it again.");
      return NULL;
    }
  g_variant_get_child (tuple, 4, "u", &credentials->revision);
  g_variant_get_child (tuple, 5, "ms", &credentials->jid);
  g_variant_get_child (tuple, 6, "ms", &credentials->lid);
  g_variant_get_child (tuple, 7, "ms", &credentials->name);
  g_variant_get_child (tuple, 8, "ms", &credentials->platform);
  credentials->proof = take_maybe (tuple, 9);
  credentials->routing = take_maybe (tuple, 11);

  return g_steal_pointer (&credentials);
}
