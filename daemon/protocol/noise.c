/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/noise.h"

#include <string.h>

#include "protocol/login.pb-c.h"
#include "protocol/certificate.h"
#include "protocol/crypt.h"
#include "protocol/frame.h"
#include "protocol/noise-state.h"
#include "protocol/proto.h"

#define PROTOCOL "Noise_XX_25519_AESGCM_SHA256"

struct _KontorNoise {
  KontorNoiseState  *state;    /* until finished */
  KontorKeyPair      own, ephemeral;
  guint8             root[KONTOR_KEY_SIZE];
  KontorNoiseCipher *sending, *receiving;
};

KontorNoise *
kontor_noise_new (const KontorKeyPair *own, const guint8 root[KONTOR_KEY_SIZE])
{
  KontorNoise *self = g_new0 (KontorNoise, 1);

  self->own = *own;
  memcpy (self->root, root, sizeof self->root);
  kontor_key_pair_make (&self->ephemeral);
  self->state = kontor_noise_state_new (PROTOCOL, kontor_frame_get_header ());
  kontor_noise_state_mix (self->state, self->ephemeral.public_key, KONTOR_KEY_SIZE);

  return self;
}

void
kontor_noise_free (KontorNoise *self)
{
  g_clear_pointer (&self->state, kontor_noise_state_free);
  g_clear_pointer (&self->sending, kontor_noise_cipher_free);
  g_clear_pointer (&self->receiving, kontor_noise_cipher_free);
  kontor_crypt_wipe (self, sizeof *self);
  g_free (self);
}

GBytes *
kontor_noise_hello (KontorNoise *self)
{
  Wa__HandshakeMessage__ClientHello hello = WA__HANDSHAKE_MESSAGE__CLIENT_HELLO__INIT;
  Wa__HandshakeMessage message = WA__HANDSHAKE_MESSAGE__INIT;

  hello.has_ephemeral = TRUE;
  hello.ephemeral = kontor_proto_lend (self->ephemeral.public_key, KONTOR_KEY_SIZE);
  message.clienthello = &hello;

  return kontor_proto_write (&message.base);
}

static gboolean
mix_agreed (KontorNoise *self, const KontorKeyPair *ours, const guint8 *theirs, GError **error)
{
  guint8 shared[KONTOR_KEY_SIZE];

  if (!kontor_curve_agree (ours->private_key, theirs, shared))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "The server showed a key with which nothing is secret.");
      return FALSE;
    }
  kontor_noise_state_mix_key (self->state, shared);
  kontor_crypt_wipe (shared, sizeof shared);

  return TRUE;
}

/* What the server showed: its static key, and the chain that vouches for it. */
static gboolean
read_answer (KontorNoise *self, const Wa__HandshakeMessage__ServerHello *hello, gint64 now_us,
             GError **error)
{
  g_autoptr(GBytes) server_key = NULL, chain = NULL;

  kontor_noise_state_mix (self->state, hello->ephemeral.data, hello->ephemeral.len);
  if (!mix_agreed (self, &self->ephemeral, hello->ephemeral.data, error))
    return FALSE;
  server_key = kontor_noise_state_open (self->state, hello->static_.data, hello->static_.len,
                                        error);
  if (server_key == NULL)
    return FALSE;
  if (g_bytes_get_size (server_key) != KONTOR_KEY_SIZE)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "The server's key has %"
                   G_GSIZE_FORMAT " bytes, not 32.", g_bytes_get_size (server_key));
      return FALSE;
    }
  if (!mix_agreed (self, &self->ephemeral, g_bytes_get_data (server_key, NULL), error))
    return FALSE;
  chain = kontor_noise_state_open (self->state, hello->payload.data, hello->payload.len, error);

  return chain != NULL &&
         kontor_certificate_check (chain, self->root, g_bytes_get_data (server_key, NULL), now_us,
                                   error);
}

static GBytes *
write_finish (KontorNoise *self, const guint8 *server_ephemeral, GBytes *payload, GError **error)
{
  Wa__HandshakeMessage__ClientFinish finish = WA__HANDSHAKE_MESSAGE__CLIENT_FINISH__INIT;
  Wa__HandshakeMessage message = WA__HANDSHAKE_MESSAGE__INIT;
  g_autoptr(GBytes) key = g_bytes_new (self->own.public_key, KONTOR_KEY_SIZE);
  g_autoptr(GBytes) sealed_key = kontor_noise_state_seal (self->state, key);
  g_autoptr(GBytes) sealed = NULL;

  if (!mix_agreed (self, &self->own, server_ephemeral, error))
    return NULL;
  sealed = kontor_noise_state_seal (self->state, payload);
  finish.has_static_ = finish.has_payload = TRUE;
  finish.static_.data = (guint8 *) g_bytes_get_data (sealed_key, &finish.static_.len);
  finish.payload.data = (guint8 *) g_bytes_get_data (sealed, &finish.payload.len);
  message.clientfinish = &finish;

  return kontor_proto_write (&message.base);
}

GBytes *
kontor_noise_finish (KontorNoise *self, GBytes *answer, GBytes *payload, gint64 now_us,
                     GError **error)
{
  g_autoptr(ProtobufCMessage) message = NULL;
  const Wa__HandshakeMessage__ServerHello *hello;
  GBytes *finish;

  g_return_val_if_fail (self->state != NULL, NULL);
  message = kontor_proto_read_bytes (&wa__handshake_message__descriptor, answer, error);
  if (message == NULL)
    return NULL;
  hello = ((const Wa__HandshakeMessage *) message)->serverhello;
  if (hello == NULL || hello->ephemeral.len != KONTOR_KEY_SIZE)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "The server answered the greeting with something else.");
      return NULL;
    }
  if (!read_answer (self, hello, now_us, error))
    return NULL;
  finish = write_finish (self, hello->ephemeral.data, payload, error);
  if (finish == NULL)
    return NULL;
  kontor_noise_state_split (self->state, &self->sending, &self->receiving);
  g_clear_pointer (&self->state, kontor_noise_state_free);

  return finish;
}

gboolean
kontor_noise_is_finished (KontorNoise *self)
{
  return self->sending != NULL;
}

GBytes *
kontor_noise_seal (KontorNoise *self, GBytes *plain)
{
  return kontor_noise_cipher_seal (self->sending, plain);
}

GBytes *
kontor_noise_open (KontorNoise *self, GBytes *sealed, GError **error)
{
  return kontor_noise_cipher_open (self->receiving, sealed, error);
}
