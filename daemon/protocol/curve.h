/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curve.h — Curve25519 as WhatsApp uses it: key pairs, agreement (RFC 7748) and XEdDSA signatures
 * (signal.org/docs/specifications/xeddsa) with the same keys.
 *
 * Public keys have 32 bytes here and on the wire; where something is signed "with its type", the
 * caller puts the byte 5 before the key. Nothing is kept.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KONTOR_KEY_SIZE       32
#define KONTOR_SIGNATURE_SIZE 64

typedef struct {
  guint8 public_key[KONTOR_KEY_SIZE];
  guint8 private_key[KONTOR_KEY_SIZE];
} KontorKeyPair;

/* A fresh random one. */
void     kontor_key_pair_make (KontorKeyPair *pair);

/* FALSE for a signature that is not the key's over just these bytes. */
gboolean kontor_curve_verify  (const guint8 public_key[KONTOR_KEY_SIZE], GBytes *message,
                               const guint8 signature[KONTOR_SIGNATURE_SIZE]);
/* (transfer full): KONTOR_SIGNATURE_SIZE bytes, other ones each time */
GBytes  *kontor_curve_sign    (const guint8 private_key[KONTOR_KEY_SIZE], GBytes *message);

/* FALSE, and @shared all zero, for a public key of small order, with which nothing is secret. */
gboolean kontor_curve_agree   (const guint8 private_key[KONTOR_KEY_SIZE],
                               const guint8 public_key[KONTOR_KEY_SIZE],
                               guint8 shared[KONTOR_KEY_SIZE]);

G_END_DECLS
