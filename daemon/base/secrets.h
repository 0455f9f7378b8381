/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secrets.h — keys and tokens, kept in the desktop's keyring (Secret Service) through libsecret.
 *
 * A secret is found by its name and by the folder, the identity of the data folder it belongs
 * to, so that two data folders never share a key. Nothing is ever read as "not configured"
 * because a keyring was locked or did not answer: that is KONTOR_ERROR_TRY_LATER. No call here
 * caches a secret or logs one, and none but kontor_secrets_unlock () shows a prompt. Every call
 * blocks, at most for the time limit, without running the main loop. There must be one writer:
 * the daemon.
 *
 * To add a secret: give it a name (`store-key`, `channel-7-token`) and remember in the database
 * that it was stored; that memory is what `expected` asks for.
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

/* How long a call waits for the keyring, and how long unlock waits for a person. */
#define KONTOR_SECRETS_LIMIT_MS        10000
#define KONTOR_SECRETS_UNLOCK_LIMIT_MS 60000

typedef struct KontorSecrets KontorSecrets;

/* @folder: the data folder's identity, a random id that stays when the folder is moved. Fails
 * with FAILED where there is no Secret Service (the text says what to install), with TRY_LATER
 * when it does not answer. A locked keyring opens: look-ups tell. */
KontorSecrets *kontor_secrets_open         (const char *folder, GError **error);

/* The same with another limit than the two above, for whatever is called on the handle. */
KontorSecrets *kontor_secrets_open_within  (const char *folder, guint limit_ms, GError **error);

void           kontor_secrets_free         (KontorSecrets *self);

/* Opens the default keyring, or makes it where there is none yet; the desktop may ask the
 * person for a password, which ends after the unlock limit. Nothing is asked when it is open.
 * TRY_LATER when the person refuses, does not answer, or nobody is there to ask. */
gboolean       kontor_secrets_unlock       (KontorSecrets *self, GError **error);

/* Gives the secret; free it with kontor_secrets_wipe (). @expected: it was stored once.
 * NOT_FOUND only when it was not expected and an open keyring has none; TRY_LATER otherwise. */
char          *kontor_secrets_lookup       (KontorSecrets *self, const char *name,
                                            gboolean expected, GError **error);

/* Replaces what has that name. @label is what a person sees in a keyring program, never the secret.
 * TRY_LATER while the keyring is locked or missing. */
gboolean       kontor_secrets_store        (KontorSecrets *self, const char *name,
                                            const char *value, const char *label,
                                            GError **error);

/* TRUE when it is gone, also when it never was there. TRY_LATER while the keyring is locked. */
gboolean       kontor_secrets_clear        (KontorSecrets *self, const char *name, GError **error);

/* Takes all secrets of this folder out: the business is erased. TRY_LATER as above. */
gboolean       kontor_secrets_clear_all    (KontorSecrets *self, GError **error);

/* Overwrites a secret in memory and frees it; NULL is allowed. */
void           kontor_secrets_wipe         (char *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSecrets, kontor_secrets_free)

G_END_DECLS
