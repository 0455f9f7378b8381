/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as the server's answer in the handshake: it never ends well, and never badly. */
#include "protocol/noise.h"

#include "protocol/certificate.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  KontorKeyPair own;
  g_autoptr(KontorNoise) noise = NULL;
  g_autoptr(GBytes) answer = g_bytes_new (data, size), payload = g_bytes_new (NULL, 0);
  g_autoptr(GBytes) finish = NULL;
  g_autoptr(GError) error = NULL;

  kontor_key_pair_make (&own);
  noise = kontor_noise_new (&own, kontor_certificate_root);
  finish = kontor_noise_finish (noise, answer, payload, 0, &error);
  g_assert_null (finish);
  g_assert_nonnull (error);
  g_assert_false (kontor_noise_is_finished (noise));

  return 0;
}
