/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noise-server.h — the network of a session under test, and the server at its other end: it
 * answers the handshake with a chain of its own and then says and hears nodes. What the session
 * does is done at once; what the server says comes when the test says so. */
#pragma once

#include <string.h>

#include "protocol/frame.h"
#include "protocol/login.pb-c.h"
#include "protocol/node-codec.h"
#include "protocol/noise-state.h"
#include "protocol/proto.h"
#include "protocol/session.h"

typedef struct {
  KontorKeyPair       root, middle, own, ephemeral;
  KontorSocketEvents  events;
  gpointer            user_data;
  guint               n_opened;      /* connections, ever */
  gboolean            is_open;
  gsize               start_size;    /* of the bytes before the first frame */
  GByteArray         *start;
  KontorFrames       *frames;
  KontorNoiseState   *state;
  KontorNoiseCipher  *sending, *receiving;
  guint8              client_hello[KONTOR_KEY_SIZE];
  GBytes             *payload;       /* what the client told of itself, of the last connection */
  GQueue              heard;         /* KontorNode, not yet taken */
  KontorPageFetched   fetched;
  gpointer            fetcher;
  guint               n_fetches;
} Server;

static inline GBytes *
server_sign (const KontorKeyPair *signer, guint32 serial, guint32 issuer, const guint8 *key)
{
  Wa__CertChain__NoiseCertificate__Details details =
      WA__CERT_CHAIN__NOISE_CERTIFICATE__DETAILS__INIT;
  Wa__CertChain__NoiseCertificate certificate = WA__CERT_CHAIN__NOISE_CERTIFICATE__INIT;
  g_autoptr(GBytes) bytes = NULL, signature = NULL;

  details.has_serial = details.has_issuerserial = details.has_key = TRUE;
  details.has_notbefore = details.has_notafter = TRUE;
  details.notafter = G_MAXINT64;
  details.serial = serial;
  details.issuerserial = issuer;
  details.key = kontor_proto_lend (key, KONTOR_KEY_SIZE);
  bytes = kontor_proto_write (&details.base);
  signature = kontor_curve_sign (signer->private_key, bytes);
  certificate.has_details = certificate.has_signature = TRUE;
  certificate.details.data = (guint8 *) g_bytes_get_data (bytes, &certificate.details.len);
  certificate.signature.data = (guint8 *) g_bytes_get_data (signature, &certificate.signature.len);

  return kontor_proto_write (&certificate.base);
}

/* A field of bytes, as protocol buffers have it. */
static inline void
server_append (GByteArray *to, guint field, GBytes *bytes)
{
  gsize size = g_bytes_get_size (bytes);
  const guint8 head[] = { field << 3 | 2, (size & 127) | 128, size >> 7 };

  g_byte_array_append (to, head, sizeof head);
  g_byte_array_append (to, g_bytes_get_data (bytes, NULL), size);
}

static inline void
server_agree (Server *server, const KontorKeyPair *ours, const guint8 *theirs)
{
  guint8 shared[KONTOR_KEY_SIZE];

  g_assert_true (kontor_curve_agree (ours->private_key, theirs, shared));
  kontor_noise_state_mix_key (server->state, shared);
}

static inline void
server_deliver (Server *server, GBytes *frame)
{
  g_autoptr(GBytes) framed = kontor_frame_write (frame, NULL);

  server->events.received (framed, server->user_data);
}

/* (transfer full) */
static inline GBytes *
server_make_hello (Server *server)
{
  GByteArray *chain = g_byte_array_new (), *inner = g_byte_array_new ();
  GByteArray *outer = g_byte_array_new ();
  g_autoptr(GBytes) leaf = server_sign (&server->middle, 8, 7, server->own.public_key);
  g_autoptr(GBytes) middle = server_sign (&server->root, 7, 0, server->middle.public_key);
  g_autoptr(GBytes) key = g_bytes_new (server->own.public_key, KONTOR_KEY_SIZE);
  g_autoptr(GBytes) own = g_bytes_new (server->ephemeral.public_key, KONTOR_KEY_SIZE);
  g_autoptr(GBytes) sealed_key = NULL, sealed = NULL, bytes = NULL, inner_bytes = NULL;

  kontor_noise_state_mix (server->state, server->client_hello, KONTOR_KEY_SIZE);
  kontor_noise_state_mix (server->state, server->ephemeral.public_key, KONTOR_KEY_SIZE);
  server_agree (server, &server->ephemeral, server->client_hello);
  sealed_key = kontor_noise_state_seal (server->state, key);
  server_agree (server, &server->own, server->client_hello);
  server_append (chain, 1, leaf);
  server_append (chain, 2, middle);
  bytes = g_byte_array_free_to_bytes (chain);
  sealed = kontor_noise_state_seal (server->state, bytes);
  server_append (inner, 1, own);
  server_append (inner, 2, sealed_key);
  server_append (inner, 3, sealed);
  inner_bytes = g_byte_array_free_to_bytes (inner);
  server_append (outer, 3, inner_bytes);

  return g_byte_array_free_to_bytes (outer);
}

static inline void
server_take_finish (Server *server, GBytes *frame)
{
  g_autoptr(ProtobufCMessage) message = kontor_proto_read_bytes (
      &wa__handshake_message__descriptor, frame, NULL);
  const Wa__HandshakeMessage__ClientFinish *finish =
      ((const Wa__HandshakeMessage *) message)->clientfinish;
  g_autoptr(GBytes) key = kontor_noise_state_open (server->state, finish->static_.data,
                                                   finish->static_.len, NULL);

  g_assert_nonnull (key);
  server_agree (server, &server->ephemeral, g_bytes_get_data (key, NULL));
  g_clear_pointer (&server->payload, g_bytes_unref);
  server->payload = kontor_noise_state_open (server->state, finish->payload.data,
                                             finish->payload.len, NULL);
  g_assert_nonnull (server->payload);
  kontor_noise_state_split (server->state, &server->receiving, &server->sending);
}

static inline void
server_take (Server *server, GBytes *frame)
{
  g_autoptr(GBytes) plain = NULL;

  if (server->state == NULL)
    {
      server->state = kontor_noise_state_new ("Noise_XX_25519_AESGCM_SHA256",
                                              kontor_frame_get_header ());
      /* ClientHello: the two heads of two bytes before the key. */
      g_assert_cmpuint (g_bytes_get_size (frame), ==, 4 + KONTOR_KEY_SIZE);
      memcpy (server->client_hello, (const guint8 *) g_bytes_get_data (frame, NULL) + 4,
              KONTOR_KEY_SIZE);
    }
  else if (server->receiving == NULL)
    server_take_finish (server, frame);
  else
    {
      plain = kontor_noise_cipher_open (server->receiving, frame, NULL);
      g_assert_nonnull (plain);
      g_queue_push_tail (&server->heard, kontor_node_read (plain, NULL));
    }
}

static inline gpointer
server_open (gpointer data, const char *url, const KontorSocketEvents *events, gpointer user_data)
{
  Server *server = data;

  g_assert_false (server->is_open);
  server->events = *events;
  server->user_data = user_data;
  server->is_open = TRUE;
  server->n_opened++;
  server->frames = kontor_frames_new ();
  server->start = g_byte_array_new ();
  kontor_key_pair_make (&server->ephemeral);

  return server;
}

static inline void
server_send (gpointer line, GBytes *bytes)
{
  Server *server = line;
  GBytes *frame;

  if (server->start->len == 0)
    {
      g_byte_array_append (server->start, g_bytes_get_data (bytes, NULL),
                           g_bytes_get_size (bytes));
      return;
    }
  g_assert_true (kontor_frames_feed (server->frames, bytes, NULL));
  while ((frame = kontor_frames_next (server->frames)) != NULL)
    {
      server_take (server, frame);
      g_bytes_unref (frame);
    }
}

static inline void
server_close (gpointer line)
{
  Server *server = line;

  server->is_open = FALSE;
  g_clear_pointer (&server->frames, kontor_frames_free);
  g_clear_pointer (&server->start, g_byte_array_unref);
  g_clear_pointer (&server->state, kontor_noise_state_free);
  g_clear_pointer (&server->sending, kontor_noise_cipher_free);
  g_clear_pointer (&server->receiving, kontor_noise_cipher_free);
  g_queue_clear_full (&server->heard, (GDestroyNotify) kontor_node_free);
}

static inline void
server_fetch (gpointer data, const char *url, GCancellable *cancellable,
              KontorPageFetched fetched, gpointer user_data)
{
  Server *server = data;

  server->fetched = fetched;
  server->fetcher = user_data;
  server->n_fetches++;
}

static inline void
server_start (Server *server, KontorTransport *transport)
{
  memset (server, 0, sizeof *server);
  kontor_key_pair_make (&server->root);
  kontor_key_pair_make (&server->middle);
  kontor_key_pair_make (&server->own);
  *transport = (KontorTransport) { server_open, server_send, server_close, server_fetch, server };
}

/* Opens the socket and plays the handshake to its end. */
static inline void
server_greet (Server *server)
{
  g_autoptr(GBytes) hello = NULL;

  g_assert_true (server->is_open);
  server->events.opened (server->user_data);
  hello = server_make_hello (server);
  server_deliver (server, hello);
}

/* Takes @node. */
static inline void
server_say (Server *server, KontorNode *node)
{
  g_autoptr(KontorNode) given = node;
  g_autoptr(GBytes) plain = kontor_node_write (given);
  g_autoptr(GBytes) sealed = kontor_noise_cipher_seal (server->sending, plain);

  server_deliver (server, sealed);
}

/* (transfer full): the next that the session said. */
static inline KontorNode *
server_hear (Server *server)
{
  g_assert_cmpuint (server->heard.length, >, 0);

  return g_queue_pop_head (&server->heard);
}
