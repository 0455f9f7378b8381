/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/adv.h"

#include <string.h>

#include "protocol/crypt.h"
#include "protocol/login.pb-c.h"
#include "protocol/proto.h"

static const guint8 account_prefix[] = { 6, 0 };
static const guint8 device_prefix[] = { 6, 1 };
static const guint8 hosted_prefix[] = { 6, 5 };

void
kontor_adv_free (KontorAdv *adv)
{
  g_clear_pointer (&adv->proof, g_bytes_unref);
  g_clear_pointer (&adv->answer, g_bytes_unref);
  g_free (adv);
}

static void
append (GByteArray *to, const ProtobufCBinaryData *bytes)
{
  g_byte_array_append (to, bytes->data, bytes->len);
}

/* (transfer full): two bytes that say what is signed, the details and our public key. */
static GByteArray *
begin_signed (const guint8 *prefix, const Wa__ADVSignedDeviceIdentity *identity,
              const KontorKeyPair *own)
{
  GByteArray *message = g_byte_array_new ();

  g_byte_array_append (message, prefix, sizeof account_prefix);
  append (message, &identity->details);
  g_byte_array_append (message, own->public_key, KONTOR_KEY_SIZE);

  return message;
}

static gboolean
is_authentic (const Wa__ADVSignedDeviceIdentityHMAC *sent, const guint8 *secret)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr(GBytes) message = NULL;
  guint8 mac[KONTOR_HASH_SIZE];

  if (sent->has_accounttype && sent->accounttype == WA__ADVENCRYPTION_TYPE__HOSTED)
    g_byte_array_append (bytes, hosted_prefix, sizeof hosted_prefix);
  append (bytes, &sent->details);
  message = g_byte_array_free_to_bytes (bytes);
  kontor_crypt_mac (secret, message, mac);

  return sent->hmac.len == sizeof mac && kontor_crypt_is_same (sent->hmac.data, mac, sizeof mac);
}

static gboolean
is_signed (const Wa__ADVSignedDeviceIdentity *identity, const Wa__ADVDeviceIdentity *details,
           const KontorKeyPair *own)
{
  gboolean is_hosted = details->has_devicetype &&
                       details->devicetype == WA__ADVENCRYPTION_TYPE__HOSTED;
  g_autoptr(GBytes) message = NULL;

  if (identity->accountsignaturekey.len != KONTOR_KEY_SIZE ||
      identity->accountsignature.len != KONTOR_SIGNATURE_SIZE)
    return FALSE;
  message = g_byte_array_free_to_bytes (begin_signed (is_hosted ? hosted_prefix : account_prefix,
                                                      identity, own));

  return kontor_curve_verify (identity->accountsignaturekey.data, message,
                              identity->accountsignature.data);
}

/* Signs back. @identity is changed meanwhile and is as before in the end. */
static KontorAdv *
answer (Wa__ADVSignedDeviceIdentity *identity, const Wa__ADVDeviceIdentity *details,
        const KontorKeyPair *own)
{
  KontorAdv *adv = g_new0 (KontorAdv, 1);
  GByteArray *bytes = begin_signed (device_prefix, identity, own);
  ProtobufCBinaryData before = identity->devicesignature;
  g_autoptr(GBytes) message = NULL, signature = NULL;

  append (bytes, &identity->accountsignaturekey);
  message = g_byte_array_free_to_bytes (bytes);
  signature = kontor_curve_sign (own->private_key, message);
  identity->has_devicesignature = TRUE;
  identity->devicesignature.data = (guint8 *) g_bytes_get_data (signature,
                                                                &identity->devicesignature.len);
  adv->proof = kontor_proto_write (&identity->base);
  identity->has_accountsignaturekey = FALSE;
  adv->answer = kontor_proto_write (&identity->base);
  identity->has_accountsignaturekey = TRUE;
  identity->devicesignature = before;
  memcpy (adv->account_key, identity->accountsignaturekey.data, KONTOR_KEY_SIZE);
  adv->key_index = details->keyindex;

  return adv;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "The proof that came for this device %s. Link it again with a new code.", why);

  return FALSE;
}

KontorAdv *
kontor_adv_accept (GBytes *sent, const guint8 secret[KONTOR_ADV_SECRET_SIZE],
                   const KontorKeyPair *identity, GError **error)
{
  g_autoptr(ProtobufCMessage) outer = NULL, middle = NULL, inner = NULL;
  const Wa__ADVSignedDeviceIdentityHMAC *container;
  Wa__ADVSignedDeviceIdentity *proof;

  outer = kontor_proto_read_bytes (&wa__advsigned_device_identity_hmac__descriptor, sent, error);
  if (outer == NULL)
    return NULL;
  container = (const Wa__ADVSignedDeviceIdentityHMAC *) outer;
  if (!is_authentic (container, secret))
    {
      refuse (error, "is not from the phone that was shown the code");
      return NULL;
    }
  middle = kontor_proto_read (&wa__advsigned_device_identity__descriptor, container->details.data,
                              container->details.len, error);
  if (middle == NULL)
    return NULL;
  proof = (Wa__ADVSignedDeviceIdentity *) middle;
  inner = kontor_proto_read (&wa__advdevice_identity__descriptor, proof->details.data,
                             proof->details.len, error);
  if (inner == NULL)
    return NULL;
  if (!is_signed (proof, (const Wa__ADVDeviceIdentity *) inner, identity))
    {
      refuse (error, "is not signed by the account");
      return NULL;
    }

  return answer (proof, (const Wa__ADVDeviceIdentity *) inner, identity);
}
