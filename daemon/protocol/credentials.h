/* SPDX-License-Identifier: GPL-3.0-or-later */
/* credentials.h — what one linked device has besides its Signal keys: its Noise key, who it is,
 * and what the server told it. Secrets: whoever keeps the bytes seals them.
 */
#pragma once

#include "model/error.h"
#include "protocol/adv.h"
#include "protocol/curve.h"

G_BEGIN_DECLS

typedef struct {
  KontorKeyPair noise;
  guint8        adv_secret[KONTOR_ADV_SECRET_SIZE]; /* told to the phone by the code */
  guint         revision;     /* of WhatsApp Web, that we say we are */
  char         *jid;          /* ours, with the device; NULL until linked, like all that follows */
  char         *lid;          /* the same without phone number; may be NULL */
  char         *name;         /* the business's, as the phone has it; may be NULL */
  char         *platform;     /* the phone's; may be NULL */
  GBytes       *proof;        /* adv.h */
  guint8        account_key[KONTOR_KEY_SIZE];
  GBytes       *routing;      /* frame.h; may be NULL */
} KontorCredentials;

/* Of a device that is to be linked. */
KontorCredentials *kontor_credentials_new   (void);
void               kontor_credentials_free  (KontorCredentials *credentials);
/* (transfer full), both. BAD_INPUT for bytes that were not written here. */
GBytes            *kontor_credentials_write (const KontorCredentials *credentials);
KontorCredentials *kontor_credentials_read  (GBytes *bytes, GError **error);

/* *text becomes a copy of @value (nullable). */
void               kontor_credentials_set   (char **text, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorCredentials, kontor_credentials_free)

G_END_DECLS
