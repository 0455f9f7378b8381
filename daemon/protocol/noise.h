/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noise.h — the client's side of Noise_XX_25519_AESGCM_SHA256 as WhatsApp Web speaks it: hello,
 * the server's answer, finish; from then on every frame is sealed with its number. Sends nothing
 * itself.
 *
 * Facts: the prologue is the header of frame.h; the three messages are HandshakeMessage; the
 * server's payload is its chain of certificates, ours the ClientPayload (Baileys 7.0.0-rc14,
 * whatsmeow).
 */
#pragma once

#include "model/error.h"
#include "protocol/curve.h"

G_BEGIN_DECLS

typedef struct _KontorNoise KontorNoise;

/* For one connection. @own: copied: our static key. @root: who must have signed, copied. */
KontorNoise *kontor_noise_new    (const KontorKeyPair *own, const guint8 root[KONTOR_KEY_SIZE]);
void         kontor_noise_free   (KontorNoise *self);

/* (transfer full): the first frame. */
GBytes      *kontor_noise_hello  (KontorNoise *self);
/* (transfer full): the second frame, after the server's only one. BAD_INPUT: it is none;
 * NOT_ALLOWED: the server is not who it should be. */
GBytes      *kontor_noise_finish (KontorNoise *self, GBytes *answer, GBytes *payload,
                                  gint64 now_us, GError **error);
gboolean     kontor_noise_is_finished (KontorNoise *self);

/* (transfer full), once finished. BAD_INPUT: the connection is of no use any more. */
GBytes      *kontor_noise_seal   (KontorNoise *self, GBytes *plain);
GBytes      *kontor_noise_open   (KontorNoise *self, GBytes *sealed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorNoise, kontor_noise_free)

G_END_DECLS
