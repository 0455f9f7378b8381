/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-receive.c — decrypting a message moves a key on, and a moved key cannot be moved
 * back: what it changed is handed over with the message and written in the same transaction. Only
 * then is the server told. A crash before that leaves both as they were, and the server brings the
 * message again; a crash after it makes it a duplicate, which is acknowledged and no more. */
#define G_LOG_DOMAIN "channels"

#include "channels/linked-device-inside.h"
#include "protocol/padding.h"

typedef struct {
  KontorLinkedDevice  *self;      /* a reference */
  KontorLinkedChanges *changes;
  KontorNode          *receipt;   /* (nullable) */
  KontorNode          *ack;
} Delivery;

static gboolean
write_changes (KontorStore *store, gpointer data, GError **error)
{
  return kontor_linked_changes_write (((Delivery *) data)->changes, store, error);
}

static void
on_kept (gboolean kept, gpointer data)
{
  Delivery *delivery = data;
  KontorLinkedDevice *self = delivery->self;

  kontor_linked_keys_settle (self->keys, delivery->changes, kept);
  if (!kept)
    kontor_linked_begin_again (self);
  else if (self->session != NULL)
    {
      if (delivery->receipt != NULL)
        kontor_linked_tell (self, delivery->receipt);
      kontor_linked_tell (self, delivery->ack);
    }
  g_clear_pointer (&delivery->receipt, kontor_node_free);
  kontor_node_free (delivery->ack);
  g_object_unref (self);
  g_free (delivery);
}

static KontorNode *
make_ack (const KontorNode *node)
{
  gboolean is_message = kontor_node_is (node, "message");

  return kontor_node_new ("ack", "class", kontor_node_get_tag (node),
                          "id", kontor_node_get (node, "id"),
                          "to", kontor_node_get (node, "from"),
                          "participant", kontor_node_get (node, "participant"),
                          "type", is_message ? NULL : kontor_node_get (node, "type"), NULL);
}

void
kontor_linked_acknowledge (KontorLinkedDevice *self, const KontorNode *node)
{
  g_autoptr(KontorNode) ack = make_ack (node);

  kontor_linked_tell (self, ack);
}

void
kontor_linked_hand_over (KontorLinkedDevice *self, KontorBatch *batch, const KontorNode *node,
                         KontorNode *receipt)
{
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->self = g_object_ref (self);
  delivery->changes = kontor_linked_keys_take (self->keys);
  delivery->receipt = receipt;
  delivery->ack = make_ack (node);
  batch->write = write_changes;
  batch->kept = on_kept;
  batch->data = delivery;
  kontor_channel_hand_over (KONTOR_CHANNEL (self), batch);
}

/* Both names of a user stand in the stanza, one as who sent it and one besides. */
static void
learn_names (KontorLinkedDevice *self, const KontorNode *node)
{
  static const char *const pairs[][3] = {
    { "from", "sender_pn", "sender_lid" },
    { "recipient", "peer_recipient_pn", "peer_recipient_lid" },
    { "participant", "participant_pn", "participant_lid" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *named = kontor_node_get (node, pairs[i][0]);
      const char *phone = kontor_node_get (node, pairs[i][1]);
      const char *lid = kontor_node_get (node, pairs[i][2]);

      if (named != NULL && (phone != NULL || lid != NULL))
        kontor_linked_learn (self, phone != NULL ? phone : named, lid != NULL ? lid : named);
    }
}

/* @group: (nullable). *changed becomes TRUE where it is not who it was. */
static KontorSignalOutcome
open_enc (KontorLinkedDevice *self, const KontorNode *enc, const char *group,
          const KontorSignalAddress *from, GBytes **plain, gboolean *changed, GError **error)
{
  GBytes *sealed = kontor_node_get_bytes (enc);
  KontorSignalOutcome outcome;
  KontorCipher cipher;

  if (sealed == NULL || !kontor_cipher_parse (kontor_node_get (enc, "type"), &cipher) ||
      (cipher == KONTOR_CIPHER_SKMSG && group == NULL))
    return kontor_signal_outcome_fail (KONTOR_SIGNAL_MALFORMED, error);
  if (cipher == KONTOR_CIPHER_SKMSG)
    return kontor_signal_decrypt_group (self->signal, group, from, sealed, plain, error);
  outcome = kontor_signal_decrypt (self->signal, from, cipher, sealed, plain, error);
  if (outcome != KONTOR_SIGNAL_UNTRUSTED)
    return outcome;
  /* Who it is has changed, as with a new phone: whom we knew is gone. */
  g_clear_error (error);
  if (!kontor_signal_forget_user (self->signal, from->user, error))
    return KONTOR_SIGNAL_NOT_STORED;
  *changed = TRUE;

  return kontor_signal_decrypt (self->signal, from, cipher, sealed, plain, error);
}

static KontorContent *
read_plain (GBytes *plain, const KontorNode *enc, gboolean own, GError **error)
{
  g_autoptr(GBytes) bare = kontor_node_has (enc, "v", "3") ? g_bytes_ref (plain)
                                                           : kontor_padding_remove (plain, error);

  return bare != NULL ? kontor_content_read (bare, own, error) : NULL;
}

static KontorNode *
make_receipt (KontorLinkedDevice *self, const KontorNode *node, gboolean own)
{
  KontorReceiptKind kind = own ? KONTOR_RECEIPT_SENDER : KONTOR_RECEIPT_DELIVERED;
  g_autoptr(KontorWireReceipt) receipt = NULL;

  if (kontor_node_has (node, "category", "peer"))
    kind = KONTOR_RECEIPT_PEER;
  receipt = kontor_wire_receipt_new (kind, kontor_node_get (node, "from"));
  receipt->participant = g_strdup (kontor_node_get (node, "participant"));
  receipt->recipient = g_strdup (own ? kontor_node_get (node, "recipient") : NULL);
  g_ptr_array_add (receipt->ids, g_strdup (kontor_node_get (node, "id")));

  return kontor_receipts_write (receipt);
}

/* What its sender says in a group is read by this key from here on. */
static void
take_sender_key (KontorLinkedDevice *self, const KontorContent *content,
                 const KontorSignalAddress *from)
{
  g_autoptr(GError) error = NULL;

  if (content->sender_key != NULL && kontor_groups_is_one (content->group) &&
      kontor_signal_accept (self->signal, content->group, from, content->sender_key, &error) !=
      KONTOR_SIGNAL_FINE)
    g_warning ("a group's key could not be taken: %s", error->message);
}

/* FALSE: it was not read, and its sender was asked for it once more, or will bring it again. */
static gboolean
read_enc (KontorLinkedDevice *self, const KontorNode *node, const KontorNode *enc,
          const KontorSignalAddress *from, KontorBatch *batch)
{
  gboolean own = kontor_linked_is_own (self, from->user), changed = FALSE;
  g_autoptr(GBytes) plain = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorContent) content = NULL;
  const char *chat = kontor_node_get (node, "from");
  KontorSignalOutcome outcome = open_enc (self, enc, kontor_groups_is_one (chat) ? chat : NULL,
                                          from, &plain, &changed, &error);

  if (changed)
    kontor_linked_name_change (self, batch, from->user, kontor_node_get (node, "id"));

  if (outcome == KONTOR_SIGNAL_DUPLICATE)
    return TRUE;
  if (outcome == KONTOR_SIGNAL_FINE)
    content = read_plain (plain, enc, own, &error);
  if (content != NULL)
    {
      take_sender_key (self, content, from);
      kontor_linked_take_content (self, batch, content, node, from->user, own);
      return TRUE;
    }
  g_warning ("a message could not be read (%s): %s", kontor_signal_outcome_get_name (outcome),
             error->message);
  if (outcome == KONTOR_SIGNAL_FINE)
    return TRUE;
  kontor_linked_ask_again (self, node, outcome);

  return FALSE;
}

/* What no enc came with (a view-once photograph, say), and what is said to neither a person nor a
 * group (a status), is for the phone alone. */
static void
hear_message (KontorLinkedDevice *self, const KontorNode *node)
{
  const char *from = kontor_node_get (node, "from");
  const char *author = kontor_node_get (node, "participant");
  g_autoptr(KontorJid) jid = kontor_jid_parse (author != NULL ? author : from);
  g_autofree char *user = NULL;
  KontorBatch *batch;
  gboolean is_read = TRUE, own;

  if (jid == NULL || kontor_node_get (node, "id") == NULL ||
      (author != NULL) != kontor_groups_is_one (from))
    {
      kontor_linked_acknowledge (self, node);
      return;
    }
  learn_names (self, node);
  user = kontor_linked_dup_user (self, author != NULL ? author : from);
  own = kontor_linked_is_own (self, user);
  batch = kontor_batch_new ();
  for (guint i = 0; i < kontor_node_get_length (node); i++)
    {
      const KontorNode *enc = kontor_node_get_nth (node, i);
      const KontorSignalAddress address = { user, jid->device };

      if (kontor_node_is (enc, "enc"))
        is_read &= read_enc (self, node, enc, &address, batch);
    }
  kontor_linked_hand_over (self, batch, node, is_read ? make_receipt (self, node, own) : NULL);
}

static void
hear_receipt (KontorLinkedDevice *self, const KontorNode *node)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorWireReceipt) receipt = kontor_receipts_read (node, &error);
  const char *state = receipt != NULL ? kontor_receipt_kind_get_state (receipt->kind) : NULL;
  KontorBatch *batch;

  if (receipt != NULL && receipt->kind == KONTOR_RECEIPT_RETRY)
    kontor_linked_say_again (self, node);
  if (state == NULL || receipt->kind == KONTOR_RECEIPT_SERVER_ERROR)
    {
      kontor_linked_acknowledge (self, node);
      return;
    }
  batch = kontor_batch_new ();
  for (guint i = 0; i < receipt->ids->len; i++)
    {
      g_autofree char *id = kontor_linked_make_id (NULL, KONTOR_LINKED_OWN,
                                                   receipt->ids->pdata[i]);
      g_autoptr(KontorLinkedKept) kept = kontor_linked_find_sent (self, receipt->ids->pdata[i]);
      KontorReceipt *told = kontor_receipt_new (id, state, NULL);

      told->token = g_strdup (kept != NULL ? kept->token : NULL);
      g_ptr_array_add (batch->receipts, told);
    }
  kontor_linked_hand_over (self, batch, node, NULL);
}

/* A contact got a new phone, or is another one. */
static void
hear_identity (KontorLinkedDevice *self, const KontorNode *node, const char *user,
               KontorBatch *batch)
{
  g_autoptr(GError) error = NULL;

  if (kontor_linked_is_own (self, user))
    return;
  kontor_linked_forget_devices (self, user);
  if (!kontor_signal_forget_user (self->signal, user, &error))
    g_warning ("%s", error->message);
  kontor_linked_name_change (self, batch, user, kontor_node_get (node, "id"));
}

/* What we knew of somebody's devices is asked for anew. */
static void
hear_notification (KontorLinkedDevice *self, const KontorNode *node)
{
  const char *type = kontor_node_get (node, "type"), *from = kontor_node_get (node, "from");
  gint64 left = g_strcmp0 (type, "encrypt") == 0 ? kontor_keys_read_count (node) : -1;
  g_autofree char *user = NULL, *own = kontor_linked_dup_own (self);
  KontorBatch *batch = kontor_batch_new ();

  if (kontor_node_get (node, "lid") != NULL && from != NULL)
    kontor_linked_learn (self, from, kontor_node_get (node, "lid"));
  user = kontor_linked_dup_user (self, from);
  if (left >= 0)
    kontor_linked_bring_keys (self, left);
  else if (g_strcmp0 (type, "encrypt") == 0 && kontor_node_find (node, "identity") != NULL &&
           user != NULL)
    hear_identity (self, node, user, batch);
  else if (g_strcmp0 (type, "devices") == 0 && user != NULL)
    kontor_linked_forget_devices (self, user);
  else if (g_strcmp0 (type, "privacy_token") == 0 && user != NULL)
    kontor_linked_hear_token (self, node, user);
  else if (g_strcmp0 (type, "w:gp2") == 0)
    kontor_linked_hear_group (self, node, batch);
  else if (g_strcmp0 (type, "account_sync") == 0)
    kontor_linked_forget_devices (self, own);
  kontor_linked_hand_over (self, batch, node, NULL);
}

void
kontor_linked_hear (KontorLinkedDevice *self, const KontorNode *node)
{
  if (kontor_node_is (node, "message"))
    hear_message (self, node);
  else if (kontor_node_is (node, "receipt"))
    hear_receipt (self, node);
  else if (kontor_node_is (node, "notification"))
    hear_notification (self, node);
  else if (kontor_node_is (node, "call"))
    kontor_linked_acknowledge (self, node);
  else if (kontor_node_is (node, "chatstate"))
    kontor_linked_hear_typing (self, node);
  else if (kontor_node_is (node, "ack"))
    kontor_linked_settle (self, node);
}
