/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crypt.h — the primitives of the linked-device protocol besides the curve: SHA-256, HMAC, HKDF
 * (RFC 5869), PBKDF2 (RFC 8018), AES-256 in GCM and CTR. All from OpenSSL's libcrypto; where the
 * library itself fails the program ends, since nothing may go out in the open.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KONTOR_HASH_SIZE    32
#define KONTOR_GCM_KEY_SIZE 32
#define KONTOR_GCM_IV_SIZE  12
#define KONTOR_GCM_TAG_SIZE 16
#define KONTOR_CTR_IV_SIZE  16

/* SHA-256 of @first followed by @second (nullable). */
void       kontor_crypt_hash    (GBytes *first, GBytes *second, guint8 hash[KONTOR_HASH_SIZE]);
/* HMAC-SHA-256; @key has 32 bytes. */
void       kontor_crypt_mac     (const guint8 key[32], GBytes *message,
                                 guint8 mac[KONTOR_HASH_SIZE]);
/* In constant time. */
gboolean   kontor_crypt_is_same (const guint8 *a, const guint8 *b, gsize size);
/* HKDF-SHA-256. @salt: (nullable): 32 bytes, else as many zeros. @secret may be empty. */
void       kontor_crypt_derive  (const guint8 *secret, gsize secret_size, const guint8 salt[32],
                                 const char *info, guint8 *key, gsize key_size);
/* PBKDF2-HMAC-SHA-256 into a key of 32 bytes. */
void       kontor_crypt_stretch (const char *password, const guint8 *salt, gsize salt_size,
                                 guint rounds, guint8 key[32]);
/* AES-256-CTR, which is its own inverse. */
void       kontor_crypt_count   (const guint8 key[32], const guint8 iv[KONTOR_CTR_IV_SIZE],
                                 const guint8 *in, guint8 *out, gsize size);
void       kontor_crypt_random  (guint8 *bytes, gsize size);
void       kontor_crypt_wipe    (gpointer bytes, gsize size);

/* AES-256-GCM with one key, in both directions; the tag stands after the text. */
typedef struct _KontorGcm KontorGcm;

KontorGcm *kontor_gcm_new  (const guint8 key[KONTOR_GCM_KEY_SIZE]);
void       kontor_gcm_free (KontorGcm *self);
/* (transfer full). @aad: what is authenticated with it, of @aad_size bytes. */
GBytes    *kontor_gcm_seal (KontorGcm *self, const guint8 iv[KONTOR_GCM_IV_SIZE],
                            const guint8 *aad, gsize aad_size, GBytes *plain);
/* (transfer full); NULL where it was not sealed with just this key, iv and aad. */
GBytes    *kontor_gcm_open (KontorGcm *self, const guint8 iv[KONTOR_GCM_IV_SIZE],
                            const guint8 *aad, gsize aad_size, GBytes *sealed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorGcm, kontor_gcm_free)

G_END_DECLS
