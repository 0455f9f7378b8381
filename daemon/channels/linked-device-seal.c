/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-seal.c — sessions with devices, and a ciphertext for one of them. Whoever's keys
 * are not signed by their identity gets nothing. */
#define G_LOG_DOMAIN "channels"

#include "channels/linked-device-inside.h"
#include "protocol/padding.h"

/* Nobody said so before: the keys themselves show it. */
static void
tell_change (KontorLinkedDevice *self, const char *user, const KontorPrekeyBundle *bundle)
{
  g_autofree char *id = g_base64_encode (bundle->identity, KONTOR_KEY_SIZE);
  KontorBatch *batch = kontor_batch_new ();

  kontor_linked_name_change (self, batch, user, g_strdelimit (id, "/", '_'));
  kontor_channel_hand_over (KONTOR_CHANNEL (self), batch);
}

gboolean
kontor_linked_begin (KontorLinkedDevice *self, const char *address,
                     const KontorPrekeyBundle *bundle)
{
  g_autofree char *user = kontor_linked_dup_user (self, address);
  g_autoptr(KontorJid) jid = kontor_jid_parse (address);
  g_autoptr(GError) error = NULL;
  KontorSignalAddress whom = { user, jid != NULL ? jid->device : 0 };
  KontorSignalOutcome outcome;

  if (user == NULL)
    return FALSE;
  outcome = kontor_signal_begin (self->signal, &whom, bundle, &error);
  if (outcome == KONTOR_SIGNAL_UNTRUSTED)
    {
      g_clear_error (&error);
      tell_change (self, user, bundle);
      if (kontor_signal_forget (self->signal, &whom, &error))
        outcome = kontor_signal_begin (self->signal, &whom, bundle, &error);
    }
  if (outcome != KONTOR_SIGNAL_FINE)
    g_warning ("a device cannot be written to (%s): %s", kontor_signal_outcome_get_name (outcome),
               error->message);

  return outcome == KONTOR_SIGNAL_FINE;
}

void
kontor_linked_begin_all (KontorLinkedDevice *self, const KontorNode *answer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) offers = kontor_keys_read_offers (answer, &error);

  if (offers == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      const KontorOffer *offer = offers->pdata[i];

      if (offer->error == 0)
        kontor_linked_begin (self, offer->address, &offer->bundle);
    }
}

GBytes *
kontor_linked_write_plain (KontorLinkedDevice *self, const char *user, const KontorLinkedKept *kept)
{
  return kontor_linked_is_own (self, user)
    ? kontor_content_write_sent (kept->plain, kept->user, NULL) : g_bytes_ref (kept->plain);
}

KontorNode *
kontor_linked_new_enc (KontorCipher cipher, const KontorLinkedKept *kept)
{
  gboolean hides = kept != NULL && (g_str_equal (kept->type, "reaction") || kept->edit != NULL);

  return kontor_node_new ("enc", "v", "2", "type", kontor_cipher_get_name (cipher),
                          "mediatype", kept != NULL ? kept->media : NULL,
                          "decrypt-fail", hides ? "hide" : NULL, NULL);
}

KontorNode *
kontor_linked_seal (KontorLinkedDevice *self, const KontorSignalAddress *to, GBytes *plain,
                    const KontorLinkedKept *kept, gboolean *begins)
{
  g_autoptr(GBytes) padded = kontor_padding_add (plain), sealed = NULL;
  g_autoptr(GError) error = NULL;
  KontorCipher cipher;
  KontorNode *enc;

  if (kontor_signal_encrypt (self->signal, to, padded, &cipher, &sealed, &error) !=
      KONTOR_SIGNAL_FINE)
    {
      g_warning ("a device gets nothing: %s", error->message);
      return NULL;
    }
  enc = kontor_linked_new_enc (cipher, kept);
  kontor_node_set_bytes (enc, sealed);
  *begins |= cipher == KONTOR_CIPHER_PKMSG;

  return enc;
}

void
kontor_linked_add_proof (KontorLinkedDevice *self, KontorNode *message)
{
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);

  if (credentials->proof != NULL)
    kontor_node_set_bytes (kontor_node_add (message, kontor_node_new ("device-identity", NULL)),
                           credentials->proof);
}
