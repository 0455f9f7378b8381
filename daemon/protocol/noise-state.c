/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/noise-state.h"

#include <string.h>

#include "protocol/crypt.h"

struct _KontorNoiseCipher {
  KontorGcm *gcm;
  guint64    counter;
};

struct _KontorNoiseState {
  guint8             hash[KONTOR_HASH_SIZE];
  guint8             salt[KONTOR_HASH_SIZE];
  KontorNoiseCipher *cipher;
};

static KontorNoiseCipher *
cipher_new (const guint8 *key)
{
  KontorNoiseCipher *self = g_new0 (KontorNoiseCipher, 1);

  self->gcm = kontor_gcm_new (key);

  return self;
}

void
kontor_noise_cipher_free (KontorNoiseCipher *self)
{
  kontor_gcm_free (self->gcm);
  g_free (self);
}

/* Four zeros and the number of the text, the highest byte first (12.4 of the specification). */
static void
write_iv (KontorNoiseCipher *self, guint8 *iv)
{
  guint64 counter = GUINT64_TO_BE (self->counter);

  self->counter++;
  memset (iv, 0, KONTOR_GCM_IV_SIZE);
  memcpy (iv + KONTOR_GCM_IV_SIZE - sizeof counter, &counter, sizeof counter);
}

static GBytes *
seal (KontorNoiseCipher *self, const guint8 *aad, gsize aad_size, GBytes *plain)
{
  guint8 iv[KONTOR_GCM_IV_SIZE];

  write_iv (self, iv);

  return kontor_gcm_seal (self->gcm, iv, aad, aad_size, plain);
}

static GBytes *
open_sealed (KontorNoiseCipher *self, const guint8 *aad, gsize aad_size, GBytes *sealed,
             GError **error)
{
  guint8 iv[KONTOR_GCM_IV_SIZE];
  GBytes *plain;

  write_iv (self, iv);
  plain = kontor_gcm_open (self->gcm, iv, aad, aad_size, sealed);
  if (plain == NULL)
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "Frame %" G_GUINT64_FORMAT
                 " of the connection is not what the other side sent.", self->counter - 1);

  return plain;
}

GBytes *
kontor_noise_cipher_seal (KontorNoiseCipher *self, GBytes *plain)
{
  return seal (self, NULL, 0, plain);
}

GBytes *
kontor_noise_cipher_open (KontorNoiseCipher *self, GBytes *sealed, GError **error)
{
  return open_sealed (self, NULL, 0, sealed, error);
}

KontorNoiseState *
kontor_noise_state_new (const char *name, GBytes *prologue)
{
  KontorNoiseState *self = g_new0 (KontorNoiseState, 1);

  memcpy (self->hash, name, MIN (strlen (name), sizeof self->hash));
  memcpy (self->salt, self->hash, sizeof self->salt);
  kontor_noise_state_mix (self, g_bytes_get_data (prologue, NULL), g_bytes_get_size (prologue));

  return self;
}

void
kontor_noise_state_free (KontorNoiseState *self)
{
  g_clear_pointer (&self->cipher, kontor_noise_cipher_free);
  kontor_crypt_wipe (self, sizeof *self);
  g_free (self);
}

void
kontor_noise_state_mix (KontorNoiseState *self, const guint8 *data, gsize size)
{
  g_autoptr(GBytes) before = g_bytes_new (self->hash, sizeof self->hash);
  g_autoptr(GBytes) mixed = g_bytes_new (data, size);

  kontor_crypt_hash (before, mixed, self->hash);
}

void
kontor_noise_state_mix_key (KontorNoiseState *self, const guint8 shared[32])
{
  guint8 keys[2 * KONTOR_HASH_SIZE];

  kontor_crypt_derive (shared, KONTOR_HASH_SIZE, self->salt, "", keys, sizeof keys);
  memcpy (self->salt, keys, sizeof self->salt);
  g_clear_pointer (&self->cipher, kontor_noise_cipher_free);
  self->cipher = cipher_new (keys + KONTOR_HASH_SIZE);
  kontor_crypt_wipe (keys, sizeof keys);
}

GBytes *
kontor_noise_state_seal (KontorNoiseState *self, GBytes *plain)
{
  GBytes *sealed = seal (self->cipher, self->hash, sizeof self->hash, plain);

  kontor_noise_state_mix (self, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));

  return sealed;
}

GBytes *
kontor_noise_state_open (KontorNoiseState *self, const guint8 *sealed, gsize size, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (sealed, size);
  GBytes *plain = open_sealed (self->cipher, self->hash, sizeof self->hash, bytes, error);

  if (plain != NULL)
    kontor_noise_state_mix (self, sealed, size);

  return plain;
}

void
kontor_noise_state_split (KontorNoiseState *self, KontorNoiseCipher **first,
                          KontorNoiseCipher **second)
{
  guint8 keys[2 * KONTOR_HASH_SIZE];

  kontor_crypt_derive (NULL, 0, self->salt, "", keys, sizeof keys);
  *first = cipher_new (keys);
  *second = cipher_new (keys + KONTOR_HASH_SIZE);
  kontor_crypt_wipe (keys, sizeof keys);
}
