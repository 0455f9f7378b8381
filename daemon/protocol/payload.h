/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payload.h — what a client tells of itself within the handshake: who logs in, or what keys a
 * device to be linked has. Pure.
 *
 * Facts: ClientPayload as whatsmeow (store/clientpayload.go) and Baileys
 * (Utils/validate-connection.js) fill it. The name shown in the phone's list of linked devices
 * is `os` of DeviceProps.
 */
#pragma once

#include "protocol/credentials.h"

G_BEGIN_DECLS

/* The Signal keys of a device, as the server must know them. */
typedef struct {
  KontorKeyPair identity;
  guint32       registration_id;
  guint32       signed_prekey_id;   /* below 2^24 */
  guint8        signed_prekey[KONTOR_KEY_SIZE];
  guint8        signature[KONTOR_SIGNATURE_SIZE];
} KontorDeviceKeys;

/* (transfer full), both. */
GBytes *kontor_payload_write_registration (const KontorDeviceKeys *keys, guint revision);
/* BAD_INPUT where the credentials are of a device that was not linked. @attempt: 0 for the first
 * try to connect since the last login. */
GBytes *kontor_payload_write_login        (const KontorCredentials *credentials, guint attempt,
                                           GError **error);

G_END_DECLS
