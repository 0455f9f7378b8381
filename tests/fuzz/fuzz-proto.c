/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as each message that a stranger sends: certificates, the server's answer, the proof
 * of a device. None of them is ever believed. */
#include "protocol/adv.h"
#include "protocol/certificate.h"
#include "protocol/credentials.h"
#include "protocol/web-version.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  const guint8 secret[KONTOR_ADV_SECRET_SIZE] = { 1 };
  KontorKeyPair identity = { { 9 }, { 1 } };
  g_autoptr(GError) chain = NULL, proof = NULL, keys = NULL;
  g_autoptr(KontorCredentials) credentials = NULL;

  g_assert_false (kontor_certificate_check (bytes, kontor_certificate_root, identity.public_key, 0,
                                            &chain));
  g_assert_nonnull (chain);
  g_assert_null (kontor_adv_accept (bytes, secret, &identity, &proof));
  g_assert_nonnull (proof);
  credentials = kontor_credentials_read (bytes, &keys);
  g_assert_true ((credentials == NULL) == (keys != NULL));
  kontor_web_version_find (bytes);

  return 0;
}
