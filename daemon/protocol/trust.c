/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/trust.h"

#include "protocol/jid.h"

#define BUCKET_S (7 * 24 * 60 * 60)
#define LIVES    4
#define CONTACT  "trusted_contact"

/* Longer ones are none of WhatsApp's. */
#define MOST_BYTES 256

GBytes *
kontor_trust_read (const KontorNode *notification, gint64 *at_s)
{
  const KontorNode *tokens = kontor_node_find (notification, "tokens");

  for (guint i = 0; tokens != NULL && i < kontor_node_get_length (tokens); i++)
    {
      const KontorNode *token = kontor_node_get_nth (tokens, i);
      GBytes *bytes = kontor_node_get_bytes (token);

      *at_s = kontor_node_get_number (token, "t");
      if (kontor_node_is (token, "token") && kontor_node_has (token, "type", CONTACT) &&
          bytes != NULL && g_bytes_get_size (bytes) <= MOST_BYTES && *at_s > 0)
        return g_bytes_ref (bytes);
    }

  return NULL;
}

KontorNode *
kontor_trust_write (const char *user, gint64 now_s)
{
  KontorNode *iq = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "set", "xmlns",
                                    "privacy", NULL);
  KontorNode *tokens = kontor_node_add (iq, kontor_node_new ("tokens", NULL));
  g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT, now_s);

  kontor_node_add (tokens, kontor_node_new ("token", "jid", user, "t", at, "type", CONTACT, NULL));

  return iq;
}

gboolean
kontor_trust_is_fresh (gint64 at_s, gint64 now_s)
{
  return now_s / BUCKET_S - at_s / BUCKET_S < LIVES;
}

gboolean
kontor_trust_is_due (gint64 at_s, gint64 now_s)
{
  return now_s / BUCKET_S > at_s / BUCKET_S;
}
