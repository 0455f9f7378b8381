/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/pairing.h"

#include <string.h>

#include "protocol/jid.h"

#define ADDRESS "https://wa.me/settings/linked_devices#"
/* The kind of client: Chrome. */
#define PLATFORM "1"

GStrv
kontor_pairing_read_refs (const KontorNode *iq, GError **error)
{
  const KontorNode *device = kontor_node_find (iq, "pair-device");
  g_autoptr(GStrvBuilder) refs = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; device != NULL && i < kontor_node_get_length (device); i++)
    {
      const KontorNode *child = kontor_node_get_nth (device, i);
      g_autofree char *ref = kontor_node_dup_text (child);

      if (!kontor_node_is (child, "ref") || ref == NULL || *ref == '\0')
        continue;
      g_strv_builder_add (refs, ref);
      n++;
    }
  if (n == 0)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "The server gave nothing to make a code of.");
      return NULL;
    }

  return g_strv_builder_end (refs);
}

char *
kontor_pairing_make_text (const char *ref, const KontorCredentials *credentials,
                          const KontorKeyPair *identity)
{
  g_autofree char *noise = g_base64_encode (credentials->noise.public_key, KONTOR_KEY_SIZE);
  g_autofree char *own = g_base64_encode (identity->public_key, KONTOR_KEY_SIZE);
  g_autofree char *secret = g_base64_encode (credentials->adv_secret, KONTOR_ADV_SECRET_SIZE);

  return g_strdup_printf ("%s%s,%s,%s,%s,%s", ADDRESS, ref, noise, own, secret, PLATFORM);
}

static void
fill (KontorCredentials *credentials, const KontorNode *success, const KontorNode *device,
      const KontorAdv *adv)
{
  const KontorNode *business = kontor_node_find (success, "biz");
  const KontorNode *platform = kontor_node_find (success, "platform");

  kontor_credentials_set (&credentials->jid, kontor_node_get (device, "jid"));
  kontor_credentials_set (&credentials->lid, kontor_node_get (device, "lid"));
  kontor_credentials_set (&credentials->name,
                          business != NULL ? kontor_node_get (business, "name") : NULL);
  kontor_credentials_set (&credentials->platform,
                          platform != NULL ? kontor_node_get (platform, "name") : NULL);
  g_clear_pointer (&credentials->proof, g_bytes_unref);
  credentials->proof = g_bytes_ref (adv->proof);
  memcpy (credentials->account_key, adv->account_key, KONTOR_KEY_SIZE);
}

KontorNode *
kontor_pairing_accept (const KontorNode *iq, const KontorKeyPair *identity,
                       KontorCredentials *credentials, GError **error)
{
  const KontorNode *success = kontor_node_find (iq, "pair-success");
  const KontorNode *device = kontor_node_find (success, "device");
  GBytes *sent = kontor_node_get_bytes (kontor_node_find (success, "device-identity"));
  const char *jid = device != NULL ? kontor_node_get (device, "jid") : NULL;
  g_autoptr(KontorJid) parsed = jid != NULL ? kontor_jid_parse (jid) : NULL;
  g_autoptr(KontorAdv) adv = NULL;
  g_autofree char *index = NULL;
  KontorNode *answer, *proof;

  if (parsed == NULL || *parsed->user == '\0' || sent == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "The server says that the device is linked, but not as which.");
      return NULL;
    }
  adv = kontor_adv_accept (sent, credentials->adv_secret, identity, error);
  if (adv == NULL)
    return NULL;
  fill (credentials, success, device, adv);
  index = g_strdup_printf ("%u", adv->key_index);
  answer = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "result", "id",
                            kontor_node_get (iq, "id"), NULL);
  proof = kontor_node_add (kontor_node_add (answer, kontor_node_new ("pair-device-sign", NULL)),
                           kontor_node_new ("device-identity", "key-index", index, NULL));
  kontor_node_set_bytes (proof, adv->answer);

  return answer;
}

KontorNode *
kontor_pairing_make_refusal (const KontorNode *iq, const GError *error)
{
  gboolean is_forged = g_error_matches (error, KONTOR_ERROR, KONTOR_ERROR_NOT_ALLOWED);
  KontorNode *refusal = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "error", "id",
                                         kontor_node_get (iq, "id"), NULL);

  kontor_node_add (refusal, kontor_node_new ("error", "code", is_forged ? "401" : "500", "text",
                                             is_forged ? "signature-mismatch" : "internal-error",
                                             NULL));

  return refusal;
}
