/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keys.h — keys as the server takes and gives them: what we ask for, and what its answers say.
 * Pure: questions have no id yet (who sends them gives one), and nothing is stored.
 *
 * Facts (whatsmeow prekeys.go, Baileys 7.0.0-rc14 Utils/signal.js, zapo-js 0.3.0 signal/api,
 * wa-wire iq.json "encrypt"): ids have three bytes, registration ids four, the type is the byte 5;
 * children stand in any order. Ours are 812 at first, and 50 more when fewer than 5 are left.
 */
#pragma once

#include "protocol/node.h"
#include "protocol/signal.h"

G_BEGIN_DECLS

/* A signed prekey is renewed when it is older: our choice, since nobody documents one. */
#define KONTOR_KEYS_SIGNED_AGE_US (30 * G_TIME_SPAN_DAY)

/* How many one-time keys are to be uploaded when the server has @left, -1: nobody knows; @first:
 * none ever were, as far as we know. */
guint       kontor_keys_count_missing  (gint64 left, gboolean first);

/* All (transfer full): iq nodes without an id. @prekeys: of KontorPrekey */
KontorNode *kontor_keys_write_upload   (guint32 registration_id,
                                        const guint8 identity[KONTOR_KEY_SIZE],
                                        const KontorSignedPrekey *signed_prekey,
                                        const GArray *prekeys);
KontorNode *kontor_keys_write_rotation (const KontorSignedPrekey *signed_prekey);
/* @what: "count" or "digest" */
KontorNode *kontor_keys_write_question (const char *what);
/* @addresses: NULL-terminated, of devices. @changed: because their identity changed */
KontorNode *kontor_keys_write_fetch    (const char *const *addresses, gboolean changed);

/* How many one-time keys of ours the server has, by its answer or its notification; -1: it does
 * not say. */
gint64      kontor_keys_read_count     (const KontorNode *node);

/* What the server says of one device that was asked for. */
typedef struct {
  char              *address;
  int                error;            /* 0: bundle is there; 406: there is no such device */
  KontorPrekeyBundle bundle;
  GBytes            *device_identity;  /* (nullable) */
} KontorOffer;

void        kontor_offer_free          (KontorOffer *offer);
/* (transfer full): of KontorOffer. A device whose keys make no sense has the error 400. BAD_INPUT
 * for what is no answer to that question. */
GPtrArray  *kontor_keys_read_offers    (const KontorNode *answer, GError **error);

/* The children of @node that make a bundle, as in an offer and in a retry receipt. Where @node has
 * no registration id it is @registration_id. BAD_INPUT where one is missing or of another size. */
gboolean    kontor_keys_read_bundle    (const KontorNode *node, guint32 registration_id,
                                        KontorPrekeyBundle *bundle, GBytes **device_identity,
                                        GError **error);
/* Puts them into @node. @device_identity: (nullable) */
void        kontor_keys_add_bundle     (KontorNode *node, const KontorPrekeyBundle *bundle,
                                        GBytes *device_identity);
/* Four bytes in a "registration". */
void        kontor_keys_add_registration (KontorNode *node, guint32 registration_id);

/* What the server has of ours, to be compared before anything is sent. */
typedef struct {
  guint32            registration_id;
  guint8             identity[KONTOR_KEY_SIZE];
  KontorSignedPrekey signed_prekey;
  GArray            *ids;   /* guint32, of one-time keys, in the order of the hash */
  GBytes            *hash;  /* SHA-1 over all of it */
} KontorKeyDigest;

KontorKeyDigest *kontor_keys_read_digest (const KontorNode *answer, GError **error);
void             kontor_key_digest_free  (KontorKeyDigest *digest);
/* @prekeys: of KontorPrekey, ours with just these ids; one that is gone is left out. FALSE: ours
 * are to be uploaded anew. */
gboolean         kontor_key_digest_is_ours (const KontorKeyDigest *digest, guint32 registration_id,
                                            const guint8 identity[KONTOR_KEY_SIZE],
                                            const KontorSignedPrekey *signed_prekey,
                                            const GArray *prekeys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorOffer, kontor_offer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorKeyDigest, kontor_key_digest_free)

G_END_DECLS
