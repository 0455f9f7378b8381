/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link-code.h — linking a device by eight letters that are typed into the phone. Pure but for
 * random numbers; session.h plays it. Making one, and finishing, costs about a tenth of a second
 * each.
 *
 * Facts (whatsmeow pair-code.go, Baileys Socket/messages-recv.js, zapo-js auth/pairing): five
 * random bytes in 32 letters without 0, I, O and U; a key stretched from them (PBKDF2, 131072
 * rounds) hides one-time keys of both sides; from what these and the identities agree on comes
 * the secret of adv.h. The server takes only names of clients like "Chrome (Linux)".
 */
#pragma once

#include "protocol/adv.h"
#include "protocol/node.h"

G_BEGIN_DECLS

typedef struct _KontorLinkCode KontorLinkCode;

/* @phone: with its country, digits alone or with '+', spaces and the like. BAD_INPUT: it is
 * none. */
KontorLinkCode *kontor_link_code_new      (const char *phone, GError **error);
void            kontor_link_code_free     (KontorLinkCode *self);
/* Lent: "ABCD-EFGH". */
const char     *kontor_link_code_get_text (KontorLinkCode *self);

/* (transfer full): asks the server, an iq without id. */
KontorNode     *kontor_link_code_hello    (KontorLinkCode *self,
                                           const guint8 noise_key[KONTOR_KEY_SIZE]);
/* The server's answer; BAD_INPUT where it gives no reference. */
gboolean        kontor_link_code_take_ref (KontorLinkCode *self, const KontorNode *answer,
                                           GError **error);
/* (transfer full): the answer to the notification that the letters were typed, an iq without id;
 * fills @secret. BAD_INPUT: it is not for this code. That other letters were typed shows only
 * later, in the proof. */
KontorNode     *kontor_link_code_finish   (KontorLinkCode *self, const KontorNode *notification,
                                           const KontorKeyPair *identity,
                                           guint8 secret[KONTOR_ADV_SECRET_SIZE], GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorLinkCode, kontor_link_code_free)

G_END_DECLS
