/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/certificate.h"

#include <string.h>

#include "protocol/login.pb-c.h"
#include "protocol/proto.h"

#define ROOT_SERIAL 0

typedef Wa__CertChain__NoiseCertificate Certificate;
typedef Wa__CertChain__NoiseCertificate__Details Details;

const guint8 kontor_certificate_root[KONTOR_KEY_SIZE] = {
  0x14, 0x23, 0x75, 0x57, 0x4d, 0x0a, 0x58, 0x71, 0x66, 0xaa, 0xe7, 0x1e, 0xbe, 0x51, 0x64, 0x37,
  0xc4, 0xa2, 0x8b, 0x73, 0xe3, 0x69, 0x5c, 0x6c, 0xe1, 0xf7, 0xf9, 0x54, 0x5d, 0xa8, 0xee, 0x6b,
};

static gboolean
refuse (GError **error, const char *which, const char *why)
{
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED,
               "The server is not WhatsApp's: its %s certificate %s. Somebody may stand between; "
               "use another network.", which, why);

  return FALSE;
}

static gboolean
is_in_time (const Details *details, gint64 now_us)
{
  guint64 now_s = MAX (now_us, 0) / G_USEC_PER_SEC;

  return details->has_notbefore && details->notbefore <= now_s && details->has_notafter &&
         now_s <= details->notafter;
}

/* *message: (transfer full): what @certificate says, which @issuer signed. */
static gboolean
read_details (const Certificate *certificate, const char *which,
              const guint8 issuer[KONTOR_KEY_SIZE], guint32 issuer_serial, gint64 now_us,
              ProtobufCMessage **message, GError **error)
{
  g_autoptr(ProtobufCMessage) read = NULL;
  g_autoptr(GBytes) signed_bytes = NULL;
  const Details *details;

  if (certificate == NULL || !certificate->has_details || !certificate->has_signature ||
      certificate->signature.len != KONTOR_SIGNATURE_SIZE)
    return refuse (error, which, "is not there");
  signed_bytes = g_bytes_new (certificate->details.data, certificate->details.len);
  if (!kontor_curve_verify (issuer, signed_bytes, certificate->signature.data))
    return refuse (error, which, "is not signed by who should");
  read = kontor_proto_read_bytes (&wa__cert_chain__noise_certificate__details__descriptor,
                                  signed_bytes, error);
  if (read == NULL)
    return FALSE;
  details = (const Details *) read;
  if (details->issuerserial != issuer_serial)
    return refuse (error, which, "names another issuer");
  if (!details->has_key || details->key.len != KONTOR_KEY_SIZE)
    return refuse (error, which, "has no key");
  if (!is_in_time (details, now_us))
    return refuse (error, which, "is not valid today (is this computer's date right?)");
  *message = g_steal_pointer (&read);

  return TRUE;
}

gboolean
kontor_certificate_check (GBytes *chain, const guint8 root[KONTOR_KEY_SIZE],
                          const guint8 server_key[KONTOR_KEY_SIZE], gint64 now_us, GError **error)
{
  g_autoptr(ProtobufCMessage) message = NULL, upper = NULL, lower = NULL;
  const Wa__CertChain *certificates;
  const Details *intermediate, *leaf;

  message = kontor_proto_read_bytes (&wa__cert_chain__descriptor, chain, error);
  if (message == NULL)
    return FALSE;
  certificates = (const Wa__CertChain *) message;
  if (!read_details (certificates->intermediate, "intermediate", root, ROOT_SERIAL, now_us, &upper,
                     error))
    return FALSE;
  intermediate = (const Details *) upper;
  if (!read_details (certificates->leaf, "leaf", intermediate->key.data, intermediate->serial,
                     now_us, &lower, error))
    return FALSE;
  leaf = (const Details *) lower;
  if (memcmp (leaf->key.data, server_key, KONTOR_KEY_SIZE) != 0)
    return refuse (error, "leaf", "is for another key");

  return TRUE;
}
