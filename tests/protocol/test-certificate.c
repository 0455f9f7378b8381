/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/certificate.h"

#include "protocol/login.pb-c.h"
#include "protocol/proto.h"
#include "tests/protocol/vectors.h"

#define DAY_S 86400

/* A chain made here, with one thing wrong at a time. */
typedef struct {
  KontorKeyPair root, middle, server;
  Wa__CertChain__NoiseCertificate__Details upper, lower;
  const KontorKeyPair *upper_signer, *lower_signer;
  gboolean without_upper;
} Chain;

#define NOW_S ((gint64) 1790000000)

static void
start_details (Wa__CertChain__NoiseCertificate__Details *details, guint32 serial, guint32 issuer,
               const guint8 *key)
{
  *details = (Wa__CertChain__NoiseCertificate__Details)
      WA__CERT_CHAIN__NOISE_CERTIFICATE__DETAILS__INIT;
  details->has_serial = details->has_issuerserial = details->has_key = TRUE;
  details->has_notbefore = details->has_notafter = TRUE;
  details->serial = serial;
  details->issuerserial = issuer;
  details->key = kontor_proto_lend (key, KONTOR_KEY_SIZE);
  details->notbefore = NOW_S - DAY_S;
  details->notafter = NOW_S + DAY_S;
}

static void
start_chain (Chain *chain)
{
  memset (chain, 0, sizeof *chain);
  kontor_key_pair_make (&chain->root);
  kontor_key_pair_make (&chain->middle);
  kontor_key_pair_make (&chain->server);
  start_details (&chain->upper, 7, 0, chain->middle.public_key);
  start_details (&chain->lower, 8, 7, chain->server.public_key);
  chain->upper_signer = &chain->root;
  chain->lower_signer = &chain->middle;
}

static void
sign (Wa__CertChain__NoiseCertificate *certificate, GBytes *details, const KontorKeyPair *signer,
      GBytes **signature)
{
  *signature = kontor_curve_sign (signer->private_key, details);
  certificate->has_details = certificate->has_signature = TRUE;
  certificate->details.data = (guint8 *) g_bytes_get_data (details, &certificate->details.len);
  certificate->signature.data = (guint8 *) g_bytes_get_data (*signature,
                                                             &certificate->signature.len);
}

static GBytes *
write_chain (Chain *chain)
{
  Wa__CertChain__NoiseCertificate upper = WA__CERT_CHAIN__NOISE_CERTIFICATE__INIT;
  Wa__CertChain__NoiseCertificate lower = WA__CERT_CHAIN__NOISE_CERTIFICATE__INIT;
  Wa__CertChain message = WA__CERT_CHAIN__INIT;
  g_autoptr(GBytes) upper_details = kontor_proto_write (&chain->upper.base);
  g_autoptr(GBytes) lower_details = kontor_proto_write (&chain->lower.base);
  g_autoptr(GBytes) upper_signature = NULL, lower_signature = NULL;

  sign (&upper, upper_details, chain->upper_signer, &upper_signature);
  sign (&lower, lower_details, chain->lower_signer, &lower_signature);
  message.intermediate = chain->without_upper ? NULL : &upper;
  message.leaf = &lower;

  return kontor_proto_write (&message.base);
}

/* @why: a part of the reason it is refused with; NULL: it holds. */
static void
assert_judged (Chain *chain, const char *why)
{
  g_autoptr(GBytes) bytes = write_chain (chain);
  g_autoptr(GError) error = NULL;
  gboolean holds = kontor_certificate_check (bytes, chain->root.public_key,
                                             chain->server.public_key, NOW_S * G_USEC_PER_SEC,
                                             &error);

  if (why == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (holds);
      return;
    }
  g_assert_false (holds);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  if (strstr (error->message, why) == NULL)
    g_error ("not for “%s”: %s", why, error->message);
}

static void
test_a_chain_that_others_made_holds (void)
{
  g_autoptr(JsonNode) root = vectors_read ();
  JsonObject *vector = kontor_json_get_object (json_node_get_object (root), "certificate");
  g_autoptr(GBytes) chain = vectors_bytes (vector, "chain");
  guint8 pinned[KONTOR_KEY_SIZE], server[KONTOR_KEY_SIZE];
  g_autoptr(GError) error = NULL;

  hex_read (kontor_json_get_text (vector, "root"), pinned);
  hex_read (kontor_json_get_text (vector, "server"), server);
  g_assert_true (kontor_certificate_check (chain, pinned, server, NOW_S * G_USEC_PER_SEC, &error));
  g_assert_no_error (error);
  g_assert_false (kontor_certificate_check (chain, kontor_certificate_root, server,
                                            NOW_S * G_USEC_PER_SEC, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
}

static void
test_every_link_must_hold (void)
{
  KontorKeyPair other;
  Chain chain;

  kontor_key_pair_make (&other);
  start_chain (&chain);
  assert_judged (&chain, NULL);
  chain.upper_signer = &other;
  assert_judged (&chain, "intermediate certificate is not signed");
  start_chain (&chain);
  chain.lower_signer = &chain.root;
  assert_judged (&chain, "leaf certificate is not signed");
  start_chain (&chain);
  chain.upper.issuerserial = 3;
  assert_judged (&chain, "intermediate certificate names another issuer");
  start_chain (&chain);
  chain.lower.issuerserial = 3;
  assert_judged (&chain, "leaf certificate names another issuer");
  start_chain (&chain);
  chain.lower.key = kontor_proto_lend (other.public_key, KONTOR_KEY_SIZE);
  assert_judged (&chain, "leaf certificate is for another key");
  start_chain (&chain);
  chain.lower.key.len = 31;
  assert_judged (&chain, "leaf certificate has no key");
  start_chain (&chain);
  chain.without_upper = TRUE;
  assert_judged (&chain, "intermediate certificate is not there");
}

static void
test_certificates_hold_in_their_time_alone (void)
{
  Chain chain;

  start_chain (&chain);
  chain.upper.notafter = NOW_S - 1;
  assert_judged (&chain, "intermediate certificate is not valid today");
  start_chain (&chain);
  chain.lower.notbefore = NOW_S + 1;
  assert_judged (&chain, "leaf certificate is not valid today");
  start_chain (&chain);
  chain.lower.notbefore = chain.lower.notafter = NOW_S;
  assert_judged (&chain, NULL);
  chain.lower.has_notafter = FALSE;
  assert_judged (&chain, "leaf certificate is not valid today");
}

static void
test_bytes_that_are_no_chain_are_refused (void)
{
  const char *wrong[] = { "", "ff", "0a0408011203", "12021234" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GBytes) bytes = hex_bytes (wrong[i]);
      g_autoptr(GError) error = NULL;

      g_assert_false (kontor_certificate_check (bytes, kontor_certificate_root,
                                                kontor_certificate_root, 0, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/certificate/a-chain-that-others-made-holds",
                   test_a_chain_that_others_made_holds);
  g_test_add_func ("/certificate/every-link-must-hold", test_every_link_must_hold);
  g_test_add_func ("/certificate/certificates-hold-in-their-time-alone",
                   test_certificates_hold_in_their_time_alone);
  g_test_add_func ("/certificate/bytes-that-are-no-chain-are-refused",
                   test_bytes_that_are_no_chain_are_refused);

  return g_test_run ();
}
