/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seal.h — what may not lie open in the database: AES-256-GCM, found again by HMAC-SHA-256.
 *
 * One 32-byte key, kept in the keyring, gives two working keys by HKDF-SHA-256
 * (RFC 5869): one seals, one hashes. A sealed value is
 * version (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16) (NIST SP 800-38D).
 * It never touches the disk or the keyring itself.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KONTOR_SEAL_KEY_SIZE 32

typedef struct _KontorSeal KontorSeal;

/* @key: exactly KONTOR_SEAL_KEY_SIZE bytes, not kept. */
KontorSeal *kontor_seal_new      (const guint8 *key);
void        kontor_seal_free     (KontorSeal *self); /* wipes the keys */

/* A fresh random key; (transfer full), free with g_bytes_unref(). */
GBytes     *kontor_seal_make_key (void);

/* (transfer full). A fresh nonce each time: the same text never gives the same bytes. */
GBytes     *kontor_seal_close    (KontorSeal *self, const char *text);

/* (transfer full): the text. KONTOR_ERROR_FAILED for bytes that were changed,
 * cut short, or sealed with another key. */
char       *kontor_seal_open     (KontorSeal *self, const guint8 *bytes, gsize size,
                                  GError **error);

/* The same for bytes. (transfer full) */
GBytes     *kontor_seal_close_bytes (KontorSeal *self, const guint8 *bytes, gsize size);
GBytes     *kontor_seal_open_bytes  (KontorSeal *self, const guint8 *sealed, gsize size,
                                     GError **error);

/* (transfer full): 16 bytes, the same for the same text and key: what equality is asked with. */
GBytes     *kontor_seal_hash     (KontorSeal *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSeal, kontor_seal_free)

G_END_DECLS
