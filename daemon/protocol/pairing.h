/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pairing.h — linking a device by the code that a phone scans: what is read and what is
 * answered. Pure; session.h plays it.
 *
 * Facts (whatsmeow pair.go and qrchan.go, Baileys Socket/socket.js): the server gives some
 * references; the first is shown for 60 s, each further one for 20 s; the text of the code names
 * the reference, our public keys and the secret that authenticates the proof; after the answer
 * the server ends the stream with 515.
 */
#pragma once

#include "protocol/credentials.h"
#include "protocol/node.h"

G_BEGIN_DECLS

#define KONTOR_PAIRING_FIRST_US (60 * G_USEC_PER_SEC)
#define KONTOR_PAIRING_NEXT_US  (20 * G_USEC_PER_SEC)

/* (transfer full): the references of an iq with `pair-device`; BAD_INPUT where it has none. */
GStrv       kontor_pairing_read_refs   (const KontorNode *iq, GError **error);
/* (transfer full): what the QR code says. */
char       *kontor_pairing_make_text   (const char *ref, const KontorCredentials *credentials,
                                        const KontorKeyPair *identity);

/* An iq with `pair-success`: fills @credentials and gives the answer (transfer full).
 * NOT_ALLOWED, BAD_INPUT: as adv.h has it; @credentials are as before. */
KontorNode *kontor_pairing_accept      (const KontorNode *iq, const KontorKeyPair *identity,
                                        KontorCredentials *credentials, GError **error);
/* (transfer full): that it was not accepted. */
KontorNode *kontor_pairing_make_refusal (const KontorNode *iq, const GError *error);

G_END_DECLS
