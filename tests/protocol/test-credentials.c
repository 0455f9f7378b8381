/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/payload.h"

#include "protocol/crypt.h"
#include "protocol/login.pb-c.h"
#include "protocol/pairing.h"
#include "protocol/proto.h"
#include "protocol/web-version.h"
#include "tests/protocol/vectors.h"

static void
test_what_is_written_is_read_again (void)
{
  g_autoptr(KontorCredentials) fresh = kontor_credentials_new (), again = NULL, full = NULL;
  g_autoptr(GBytes) first = kontor_credentials_write (fresh), second = NULL, third = NULL;
  g_autoptr(GError) error = NULL;

  again = kontor_credentials_read (first, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (again->noise.private_key, 32, fresh->noise.private_key, 32);
  g_assert_null (again->jid);
  kontor_credentials_set (&again->jid, "491510000000:2@s.whatsapp.net");
  kontor_credentials_set (&again->name, "Grüße");
  again->routing = hex_bytes ("0102");
  again->proof = hex_bytes ("");
  second = kontor_credentials_write (again);
  full = kontor_credentials_read (second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (full->jid, ==, again->jid);
  g_assert_cmpstr (full->name, ==, again->name);
  g_assert_true (g_bytes_equal (full->routing, again->routing));
  g_assert_cmpuint (g_bytes_get_size (full->proof), ==, 0);
  g_assert_cmpuint (full->revision, ==, KONTOR_WEB_REVISION);
  third = kontor_credentials_write (full);
  g_assert_true (g_bytes_equal (second, third));
}

static void
test_other_bytes_are_no_credentials (void)
{
  const char *wrong[] = { "", "00", "0100000000", "ffffffffffffffffffffffffffffffffffffffff" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GBytes) bytes = hex_bytes (wrong[i]);
      g_autoptr(GError) error = NULL;

      g_assert_null (kontor_credentials_read (bytes, &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }
}

static void
test_a_new_device_tells_its_keys (void)
{
  KontorDeviceKeys keys = { .registration_id = 0x1234, .signed_prekey_id = 0x010203 };
  g_autoptr(GBytes) bytes = kontor_payload_write_registration (&keys, 77);
  g_autoptr(GError) error = NULL;
  g_autoptr(ProtobufCMessage) message = kontor_proto_read_bytes (&wa__client_payload__descriptor,
                                                                 bytes, &error);
  const Wa__ClientPayload *payload = (const Wa__ClientPayload *) message;
  g_autofree char *md5 = g_compute_checksum_for_string (G_CHECKSUM_MD5, "2.3000.77", -1);
  guint8 hash[16];

  hex_read (md5, hash);
  g_assert_no_error (error);
  g_assert_false (payload->passive || payload->pull || payload->has_username);
  g_assert_cmpmem (payload->devicepairingdata->eregid.data, 4, "\x00\x00\x12\x34", 4);
  g_assert_cmpmem (payload->devicepairingdata->eskeyid.data, 3, "\x01\x02\x03", 3);
  g_assert_cmpmem (payload->devicepairingdata->ekeytype.data, 1, "\x05", 1);
  g_assert_cmpmem (payload->devicepairingdata->buildhash.data, 16, hash, 16);
  g_assert_cmpuint (payload->useragent->appversion->tertiary, ==, 77);
}

static void
test_a_linked_device_says_who_it_is (void)
{
  g_autoptr(KontorCredentials) credentials = kontor_credentials_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(ProtobufCMessage) message = NULL;
  const Wa__ClientPayload *payload;

  g_assert_null (kontor_payload_write_login (credentials, 0, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_clear_error (&error);
  kontor_credentials_set (&credentials->jid, "491510000000:12@s.whatsapp.net");
  bytes = kontor_payload_write_login (credentials, 3, &error);
  g_assert_no_error (error);
  message = kontor_proto_read_bytes (&wa__client_payload__descriptor, bytes, &error);
  g_assert_no_error (error);
  payload = (const Wa__ClientPayload *) message;
  g_assert_true (payload->passive && payload->pull && payload->liddbmigrated);
  g_assert_cmpuint (payload->username, ==, 491510000000);
  g_assert_cmpuint (payload->device, ==, 12);
  g_assert_cmpuint (payload->connectattemptcount, ==, 3);
  g_assert_null (payload->devicepairingdata);
}

static void
test_the_code_names_the_three_secrets (void)
{
  g_autoptr(KontorCredentials) credentials = kontor_credentials_new ();
  g_autofree char *text = NULL, *noise = NULL;
  g_auto(GStrv) parts = NULL;
  KontorKeyPair identity;

  kontor_key_pair_make (&identity);
  text = kontor_pairing_make_text ("REF", credentials, &identity);
  g_assert_true (g_str_has_prefix (text, "https://wa.me/settings/linked_devices#REF,"));
  parts = g_strsplit (strchr (text, '#') + 1, ",", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 5);
  noise = g_base64_encode (credentials->noise.public_key, 32);
  g_assert_cmpstr (parts[1], ==, noise);
  g_assert_cmpstr (parts[4], ==, "1");
}

static void
assert_revision (const char *page, guint revision)
{
  g_autoptr(GBytes) bytes = g_bytes_new (page, strlen (page));

  g_assert_cmpuint (kontor_web_version_find (bytes), ==, revision);
}

static void
test_the_page_tells_its_version (void)
{
  assert_revision ("x{\"client_revision\":1045649367,\"y\":1}", 1045649367);
  assert_revision ("{\"client_revision\":12", 12);
  assert_revision ("{\"client_revision\":99999999999999999999}", 0);
  assert_revision ("{\"client_revision\":null}", 0);
  assert_revision ("", 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credentials/what-is-written-is-read-again",
                   test_what_is_written_is_read_again);
  g_test_add_func ("/credentials/other-bytes-are-no-credentials",
                   test_other_bytes_are_no_credentials);
  g_test_add_func ("/credentials/a-new-device-tells-its-keys", test_a_new_device_tells_its_keys);
  g_test_add_func ("/credentials/a-linked-device-says-who-it-is",
                   test_a_linked_device_says_who_it_is);
  g_test_add_func ("/credentials/the-code-names-the-three-secrets",
                   test_the_code_names_the_three_secrets);
  g_test_add_func ("/credentials/the-page-tells-its-version", test_the_page_tells_its_version);

  return g_test_run ();
}
