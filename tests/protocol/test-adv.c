/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/adv.h"

#include "protocol/login.pb-c.h"
#include "protocol/proto.h"
#include "tests/protocol/vectors.h"

typedef struct {
  JsonNode     *root;
  JsonArray    *made;
  KontorKeyPair identity;
  guint8        secret[KONTOR_ADV_SECRET_SIZE];
} Given;

static void
set_up (Given *given, gconstpointer data)
{
  JsonObject *vectors, *identity;

  given->root = vectors_read ();
  vectors = kontor_json_get_object (json_node_get_object (given->root), "adv");
  identity = kontor_json_get_object (vectors, "identity");
  given->made = kontor_json_get_array (vectors, "made");
  hex_read (kontor_json_get_text (identity, "private"), given->identity.private_key);
  hex_read (kontor_json_get_text (identity, "public"), given->identity.public_key);
  hex_read (kontor_json_get_text (vectors, "secret"), given->secret);
}

static void
tear_down (Given *given, gconstpointer data)
{
  json_node_unref (given->root);
}

/* What the server checks: our signature over the two bytes, the details and both keys. */
static void
assert_signed_back (Given *given, KontorAdv *adv, GBytes *details)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ProtobufCMessage) whole = kontor_proto_read_bytes (
      &wa__advsigned_device_identity__descriptor, adv->proof, &error);
  g_autoptr(ProtobufCMessage) sent = kontor_proto_read_bytes (
      &wa__advsigned_device_identity__descriptor, adv->answer, &error);
  const Wa__ADVSignedDeviceIdentity *proof = (const Wa__ADVSignedDeviceIdentity *) whole;
  const Wa__ADVSignedDeviceIdentity *answer = (const Wa__ADVSignedDeviceIdentity *) sent;
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr(GBytes) message = NULL;

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8[]) { 6, 1 }, 2);
  g_byte_array_append (bytes, g_bytes_get_data (details, NULL), g_bytes_get_size (details));
  g_byte_array_append (bytes, given->identity.public_key, KONTOR_KEY_SIZE);
  g_byte_array_append (bytes, adv->account_key, KONTOR_KEY_SIZE);
  message = g_byte_array_free_to_bytes (bytes);
  g_assert_cmpuint (answer->devicesignature.len, ==, KONTOR_SIGNATURE_SIZE);
  g_assert_true (kontor_curve_verify (given->identity.public_key, message,
                                      answer->devicesignature.data));
  g_assert_false (answer->has_accountsignaturekey);
  g_assert_true (proof->has_accountsignaturekey);
  g_assert_cmpmem (proof->accountsignature.data, proof->accountsignature.len,
                   answer->accountsignature.data, answer->accountsignature.len);
}

static void
test_proofs_that_others_made_are_accepted_and_signed_back (Given *given, gconstpointer data)
{
  g_assert_cmpuint (kontor_json_get_length (given->made), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      JsonObject *one = kontor_json_get_nth (given->made, i);
      g_autoptr(GBytes) container = vectors_bytes (one, "container");
      g_autoptr(GBytes) details = vectors_bytes (one, "details");
      g_autoptr(GBytes) account = vectors_bytes (one, "account_key");
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorAdv) adv = kontor_adv_accept (container, given->secret, &given->identity,
                                                    &error);

      g_assert_no_error (error);
      g_assert_cmpuint (adv->key_index, ==, 3);
      g_assert_cmpmem (adv->account_key, KONTOR_KEY_SIZE, g_bytes_get_data (account, NULL),
                       g_bytes_get_size (account));
      assert_signed_back (given, adv, details);
    }
}

static void
assert_refused (GBytes *container, const guint8 *secret, const KontorKeyPair *identity, int code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (kontor_adv_accept (container, secret, identity, &error));
  g_assert_error (error, KONTOR_ERROR, code);
}

static void
test_another_secret_device_or_byte_is_refused (Given *given, gconstpointer data)
{
  JsonObject *one = kontor_json_get_nth (given->made, 0);
  g_autoptr(GBytes) container = vectors_bytes (one, "container");
  gsize size = g_bytes_get_size (container);
  guint8 other[KONTOR_ADV_SECRET_SIZE] = { 1 };
  KontorKeyPair stranger;

  kontor_key_pair_make (&stranger);
  assert_refused (container, other, &given->identity, KONTOR_ERROR_NOT_ALLOWED);
  assert_refused (container, given->secret, &stranger, KONTOR_ERROR_NOT_ALLOWED);
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (container, NULL), size);
      g_autoptr(GBytes) changed = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(KontorAdv) adv = NULL;

      copy[i] ^= 0x10;
      changed = g_bytes_new (copy, size);
      adv = kontor_adv_accept (changed, given->secret, &given->identity, &error);
      /* The account's type stands last, outside of what is signed: an unknown one is as none. */
      g_assert_true ((adv == NULL) == (error != NULL));
      if (adv != NULL && i + 2 < size)
        g_error ("byte %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " may be changed", i, size);
    }
}

/* The phone's secret alone is not enough: the account must have signed this device. */
static void
test_a_proof_that_the_account_did_not_sign_is_refused (Given *given, gconstpointer data)
{
  Wa__ADVSignedDeviceIdentity identity = WA__ADVSIGNED_DEVICE_IDENTITY__INIT;
  Wa__ADVSignedDeviceIdentityHMAC outer = WA__ADVSIGNED_DEVICE_IDENTITY_HMAC__INIT;
  guint8 zeros[KONTOR_SIGNATURE_SIZE] = { 0 }, mac[32];
  g_autoptr(GBytes) inner = NULL, container = NULL;

  identity.has_details = identity.has_accountsignature = identity.has_accountsignaturekey = TRUE;
  identity.accountsignature = kontor_proto_lend (zeros, sizeof zeros);
  identity.accountsignaturekey = kontor_proto_lend (given->identity.public_key, KONTOR_KEY_SIZE);
  inner = kontor_proto_write (&identity.base);
  {
    g_autoptr(GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, given->secret, sizeof given->secret);
    gsize size = sizeof mac;

    g_hmac_update (hmac, g_bytes_get_data (inner, NULL), g_bytes_get_size (inner));
    g_hmac_get_digest (hmac, mac, &size);
  }
  outer.has_details = outer.has_hmac = TRUE;
  outer.details.data = (guint8 *) g_bytes_get_data (inner, &outer.details.len);
  outer.hmac = kontor_proto_lend (mac, sizeof mac);
  container = kontor_proto_write (&outer.base);
  assert_refused (container, given->secret, &given->identity, KONTOR_ERROR_NOT_ALLOWED);
}

#define CASE(name, func) g_test_add ("/adv/" name, Given, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("proofs-that-others-made-are-accepted-and-signed-back",
        test_proofs_that_others_made_are_accepted_and_signed_back);
  CASE ("another-secret-device-or-byte-is-refused",
        test_another_secret_device_or_byte_is_refused);
  CASE ("a-proof-that-the-account-did-not-sign-is-refused",
        test_a_proof_that_the_account_did_not_sign_is_refused);

  return g_test_run ();
}
