/* SPDX-License-Identifier: GPL-3.0-or-later */
/* adv.h — the proof that a device belongs to an account: the account's key, which is the
 * phone's, signs the device's, and the device signs back. Pure.
 *
 * Facts (Baileys 7.0.0-rc14 Utils/validate-connection.js, whatsmeow pair.go, zapo-js 0.3.0
 * signal/crypto/WaAdvSignature.js): the proof comes authenticated with the secret that the code
 * on the screen told the phone; what is signed has two bytes before it, others where Meta hosts
 * the account or the device; what goes back leaves the account's key out.
 */
#pragma once

#include "model/error.h"
#include "protocol/curve.h"

G_BEGIN_DECLS

#define KONTOR_ADV_SECRET_SIZE 32

typedef struct {
  GBytes *proof;        /* ADVSignedDeviceIdentity, whole: to go with the first messages */
  GBytes *answer;       /* the same for the server */
  guint8  account_key[KONTOR_KEY_SIZE]; /* the identity of our account's device 0 */
  guint32 key_index;
} KontorAdv;

/* (transfer full). @sent: ADVSignedDeviceIdentityHMAC. NOT_ALLOWED: it is not from the phone
 * that was shown the code, or not for @identity; BAD_INPUT: it is none. */
KontorAdv *kontor_adv_accept (GBytes *sent, const guint8 secret[KONTOR_ADV_SECRET_SIZE],
                              const KontorKeyPair *identity, GError **error);
void       kontor_adv_free   (KontorAdv *adv);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorAdv, kontor_adv_free)

G_END_DECLS
