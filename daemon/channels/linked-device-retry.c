/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-retry.c — a message that cannot be read is asked for once more, at most five times
 * and with new keys from the second on; who cannot read ours gets it sealed anew, in a new session.
 * Facts: whatsmeow retry.go, Baileys Socket/messages-recv.js. */
#define G_LOG_DOMAIN "channels"

#include <string.h>

#include "channels/linked-device-inside.h"

/* How often this was asked for, this one included; by us of others or by others of us. */
static guint
count_once_more (KontorLinkedDevice *self, const char *who, const char *id)
{
  g_autofree char *name = kontor_linked_make_id (NULL, who, id);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->retries, name)) + 1;

  g_hash_table_insert (self->retries, g_steal_pointer (&name), GUINT_TO_POINTER (count));

  return count;
}

/* A one-time key that nobody else is given. */
static gboolean
make_bundle (KontorLinkedDevice *self, KontorPrekeyBundle *bundle, GError **error)
{
  g_autoptr(GArray) prekeys = kontor_signal_list_prekeys (self->signal, 1, error);

  if (prekeys == NULL || !kontor_signal_find_signed (self->signal, &bundle->signed_prekey, error))
    return FALSE;
  bundle->prekey = g_array_index (prekeys, KontorPrekey, 0);
  bundle->has_prekey = TRUE;
  bundle->registration_id = kontor_signal_get_registration_id (self->signal);
  memcpy (bundle->identity, kontor_signal_get_identity (self->signal)->public_key, KONTOR_KEY_SIZE);

  return kontor_signal_tell_prekeys (self->signal, bundle->prekey.id, error) &&
         kontor_linked_flush (self, error);
}

void
kontor_linked_ask_again (KontorLinkedDevice *self, const KontorNode *node,
                         KontorSignalOutcome outcome)
{
  const char *from = kontor_node_get (node, "from"), *id = kontor_node_get (node, "id");
  const KontorCredentials *credentials = kontor_session_get_credentials (self->session);
  int code = kontor_signal_outcome_get_retry (outcome);
  guint count = code >= 0 ? count_once_more (self, from, id) : 0;
  KontorRetry retry = {
    .id = (char *) id, .address = (char *) from,
    .participant = (char *) kontor_node_get (node, "participant"),
    .recipient = (char *) kontor_node_get (node, "recipient"),
    .count = count, .error = code, .at_s = MAX (kontor_node_get_number (node, "t"), 0),
    .registration_id = kontor_signal_get_registration_id (self->signal),
    .has_bundle = count >= KONTOR_RETRY_WITH_KEYS, .device_identity = credentials->proof,
  };
  g_autoptr(KontorNode) receipt = NULL;
  g_autoptr(GError) error = NULL;

  if (count == 0 || count > KONTOR_RETRY_MOST)
    return;
  if (retry.has_bundle && !make_bundle (self, &retry.bundle, &error))
    {
      g_warning ("keys to ask for a message once more could not be made: %s", error->message);
      return;
    }
  receipt = kontor_retry_write (&retry);
  kontor_linked_tell (self, receipt);
}

typedef struct {
  KontorLinkedDevice *self;   /* a reference */
  KontorLinkedKept   *kept;
  char               *id, *address;
  guint               count;
} Again;

static void
again_free (Again *again)
{
  g_object_unref (again->self);
  kontor_linked_kept_free (again->kept);
  g_free (again->id);
  g_free (again->address);
  g_free (again);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Again, again_free)

/* (transfer full) (nullable): in a group with its key, which may be what was missing. */
static KontorNode *
seal_one (KontorLinkedDevice *self, const KontorSignalAddress *to, const KontorLinkedKept *kept,
          gboolean *begins)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) plain = kontor_groups_is_one (kept->user)
    ? kontor_linked_distribute (self, kept->user, kept->plain, &error)
    : kontor_linked_write_plain (self, to->user, kept);

  if (plain == NULL)
    g_warning ("%s", error->message);

  return plain != NULL ? kontor_linked_seal (self, to, plain, kept, begins) : NULL;
}

static KontorNode *
make_message (const char *id, const char *address, const KontorLinkedKept *kept, gboolean own)
{
  gboolean is_group = kontor_groups_is_one (kept->user);

  return kontor_node_new ("message", "id", id, "to", is_group ? kept->user : address,
                          "participant", is_group ? address : NULL,
                          "type", kept->type, "edit", kept->edit,
                          "recipient", own && !is_group ? kept->user : NULL,
                          "device_fanout", own || is_group ? NULL : "false", NULL);
}

void
kontor_linked_say_to (KontorLinkedDevice *self, const char *id, const char *address,
                      const KontorLinkedKept *kept, guint count)
{
  g_autoptr(KontorJid) jid = kontor_jid_parse (address);
  g_autofree char *user = kontor_linked_dup_user (self, address);
  g_autofree char *number = count > 0 ? g_strdup_printf ("%u", count) : NULL;
  const KontorSignalAddress to = { user, jid->device };
  gboolean begins = FALSE;
  KontorNode *enc = seal_one (self, &to, kept, &begins);
  g_autoptr(KontorNode) message = NULL;

  if (enc == NULL)
    return;
  kontor_node_set (enc, "count", number);
  message = make_message (id, address, kept, kontor_linked_is_own (self, user));
  kontor_node_add (message, enc);
  if (begins)
    kontor_linked_add_proof (self, message);
  if (kontor_linked_flush (self, NULL))
    kontor_linked_tell (self, message);
}

static void
seal_again (const Again *again)
{
  kontor_linked_say_to (again->self, again->id, again->address, again->kept, again->count);
}

static void
on_bundle (const KontorNode *answer, const GError *error, gpointer data)
{
  g_autoptr(Again) again = data;

  if (error != NULL || again->self->session == NULL)
    return;
  kontor_linked_begin_all (again->self, answer);
  seal_again (again);
}

/* Only whom it was said to, and our own devices, are told once more what it was. */
static gboolean
may_have (KontorLinkedDevice *self, const KontorLinkedKept *kept, const KontorRetry *retry)
{
  g_autofree char *user = kontor_linked_dup_user (self, retry->address);
  g_autofree char *chat = kontor_linked_dup_user (self, kept->user);

  if (kontor_groups_is_one (kept->user))
    return retry->participant != NULL && g_strcmp0 (retry->address, kept->user) == 0;

  return retry->participant == NULL && user != NULL &&
         (g_strcmp0 (user, chat) == 0 || kontor_linked_is_own (self, user));
}

void
kontor_linked_say_again (KontorLinkedDevice *self, const KontorNode *receipt)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorRetry) retry = kontor_retry_read (receipt, &error);
  g_autoptr(KontorLinkedKept) kept = retry != NULL ? kontor_linked_find_sent (self, retry->id)
                                                   : NULL;
  const char *device = retry == NULL ? NULL : retry->participant != NULL ? retry->participant
                                                                         : retry->address;
  g_autoptr(KontorJid) jid = kept != NULL ? kontor_jid_parse (device) : NULL;
  g_autoptr(Again) again = NULL;
  g_autoptr(KontorNode) fetch = NULL;
  const char *addresses[2] = { device };

  if (jid == NULL || !may_have (self, kept, retry) ||
      count_once_more (self, device, retry->id) > KONTOR_RETRY_MOST)
    return;
  again = g_new0 (Again, 1);
  *again = (Again) { g_object_ref (self), g_steal_pointer (&kept), g_strdup (retry->id),
                     g_strdup (device), retry->count };
  if (retry->has_bundle)
    {
      if (kontor_linked_begin (self, device, &retry->bundle))
        seal_again (again);
      return;
    }
  fetch = kontor_keys_write_fetch (addresses, FALSE);
  kontor_session_ask (self->session, fetch, on_bundle, g_steal_pointer (&again));
}
