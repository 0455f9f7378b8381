/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noise-state.h — the symmetric half of Noise_25519_AESGCM_SHA256 (noiseprotocol.org/noise.html,
 * revision 34, sections 5.1 and 5.2): what both sides of a handshake hash and mix. Knows no
 * pattern, no WhatsApp.
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/* One direction after the handshake: each text has the next number. */
typedef struct _KontorNoiseCipher KontorNoiseCipher;
typedef struct _KontorNoiseState KontorNoiseState;

/* @name: of the protocol, at most 32 letters. */
KontorNoiseState *kontor_noise_state_new     (const char *name, GBytes *prologue);
void              kontor_noise_state_free    (KontorNoiseState *self);
void              kontor_noise_state_mix     (KontorNoiseState *self, const guint8 *data,
                                              gsize size);
void              kontor_noise_state_mix_key (KontorNoiseState *self, const guint8 shared[32]);
/* (transfer full). For both a key was mixed before; NULL and BAD_INPUT for what is not
 * authentic. */
GBytes           *kontor_noise_state_seal    (KontorNoiseState *self, GBytes *plain);
GBytes           *kontor_noise_state_open    (KontorNoiseState *self, const guint8 *sealed,
                                              gsize size, GError **error);
/* (transfer full): of who began and of who answered. */
void              kontor_noise_state_split   (KontorNoiseState *self, KontorNoiseCipher **first,
                                              KontorNoiseCipher **second);

void    kontor_noise_cipher_free (KontorNoiseCipher *self);
GBytes *kontor_noise_cipher_seal (KontorNoiseCipher *self, GBytes *plain);
/* NULL and BAD_INPUT for what is not authentic, or was left out, repeated or moved before. */
GBytes *kontor_noise_cipher_open (KontorNoiseCipher *self, GBytes *sealed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorNoiseState, kontor_noise_state_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorNoiseCipher, kontor_noise_cipher_free)

G_END_DECLS
