/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/receipts.h"

#include "model/error.h"

/* Who groups many messages into one receipt sends no more. */
#define MOST_IDS 10000

static const struct {
  const char *type;   /* on the wire; NULL: it has none */
  const char *state;  /* of a message of ours */
} kinds[] = {
  [KONTOR_RECEIPT_DELIVERED] = { NULL, "delivered" },
  [KONTOR_RECEIPT_INACTIVE] = { "inactive", "delivered" },
  [KONTOR_RECEIPT_READ] = { "read", "read" },
  [KONTOR_RECEIPT_PLAYED] = { "played", "played" },
  [KONTOR_RECEIPT_SENDER] = { "sender" },
  [KONTOR_RECEIPT_READ_SELF] = { "read-self" },
  [KONTOR_RECEIPT_PLAYED_SELF] = { "played-self" },
  [KONTOR_RECEIPT_PEER] = { "peer_msg" },
  [KONTOR_RECEIPT_HISTORY] = { "hist_sync" },
  [KONTOR_RECEIPT_SERVER_ERROR] = { "server-error", "failed" },
  [KONTOR_RECEIPT_RETRY] = { "retry" },
};

const char *
kontor_receipt_kind_get_state (KontorReceiptKind kind)
{
  return kind < G_N_ELEMENTS (kinds) ? kinds[kind].state : NULL;
}

static KontorReceiptKind
find_kind (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (type, kinds[i].type) == 0)
      return i;

  return KONTOR_RECEIPT_OTHER;
}

KontorWireReceipt *
kontor_wire_receipt_new (KontorReceiptKind kind, const char *address)
{
  KontorWireReceipt *receipt = g_new0 (KontorWireReceipt, 1);

  receipt->kind = kind;
  receipt->address = g_strdup (address);
  receipt->ids = g_ptr_array_new_with_free_func (g_free);

  return receipt;
}

void
kontor_wire_receipt_free (KontorWireReceipt *receipt)
{
  g_free (receipt->address);
  g_free (receipt->participant);
  g_free (receipt->recipient);
  g_ptr_array_unref (receipt->ids);
  g_free (receipt);
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, why);

  return FALSE;
}

static gboolean
read_items (const KontorNode *list, GPtrArray *ids, GError **error)
{
  for (guint i = 0; list != NULL && i < kontor_node_get_length (list); i++)
    {
      const char *id = kontor_node_get (kontor_node_get_nth (list, i), "id");

      if (ids->len >= MOST_IDS)
        return refuse (error, "a receipt is for too many messages");
      if (id != NULL)
        g_ptr_array_add (ids, g_strdup (id));
    }

  return TRUE;
}

KontorWireReceipt *
kontor_receipts_read (const KontorNode *node, GError **error)
{
  const char *id = kontor_node_get (node, "id"), *from = kontor_node_get (node, "from");
  gint64 at_s = kontor_node_get_number (node, "t");
  g_autoptr(KontorWireReceipt) receipt = NULL;

  if (id == NULL || from == NULL)
    {
      refuse (error, "a receipt has no id, or nobody sent it");
      return NULL;
    }
  receipt = kontor_wire_receipt_new (find_kind (kontor_node_get (node, "type")), from);
  receipt->participant = g_strdup (kontor_node_get (node, "participant"));
  receipt->recipient = g_strdup (kontor_node_get (node, "recipient"));
  receipt->at_s = MAX (at_s, 0);
  g_ptr_array_add (receipt->ids, g_strdup (id));
  if (!read_items (kontor_node_find (node, "list"), receipt->ids, error))
    return NULL;

  return g_steal_pointer (&receipt);
}

static void
add_items (KontorNode *node, const GPtrArray *ids)
{
  KontorNode *list;

  if (ids->len < 2)
    return;
  list = kontor_node_add (node, kontor_node_new ("list", NULL));
  for (guint i = 1; i < ids->len; i++)
    kontor_node_add (list, kontor_node_new ("item", "id", (const char *) ids->pdata[i], NULL));
}

KontorNode *
kontor_receipts_write (const KontorWireReceipt *receipt)
{
  g_autofree char *at = receipt->at_s > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, receipt->at_s)
                                          : NULL;
  KontorNode *node = kontor_node_new ("receipt", "id", (const char *) receipt->ids->pdata[0],
                                      "to", receipt->address, "type", kinds[receipt->kind].type,
                                      "participant", receipt->participant,
                                      "recipient", receipt->recipient, "t", at, NULL);

  add_items (node, receipt->ids);

  return node;
}

void
kontor_retry_free (KontorRetry *retry)
{
  g_clear_pointer (&retry->device_identity, g_bytes_unref);
  g_free (retry->id);
  g_free (retry->address);
  g_free (retry->participant);
  g_free (retry->recipient);
  g_free (retry);
}

static gboolean
read_registration (const KontorNode *node, guint32 *id)
{
  GBytes *bytes = kontor_node_get_bytes (kontor_node_find (node, "registration"));
  const guint8 *data;

  if (bytes == NULL || g_bytes_get_size (bytes) != sizeof *id)
    return FALSE;
  data = g_bytes_get_data (bytes, NULL);
  *id = (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];

  return TRUE;
}

/* Keys are left out until the second time. */
static gboolean
read_keys (const KontorNode *node, KontorRetry *retry, GError **error)
{
  const KontorNode *keys = kontor_node_find (node, "keys");

  retry->has_bundle = keys != NULL;

  return keys == NULL ||
         kontor_keys_read_bundle (keys, retry->registration_id, &retry->bundle,
                                  &retry->device_identity, error);
}

KontorRetry *
kontor_retry_read (const KontorNode *node, GError **error)
{
  const KontorNode *asked = kontor_node_find (node, "retry");
  const char *id = asked != NULL ? kontor_node_get (asked, "id") : NULL;
  const char *from = kontor_node_get (node, "from");
  g_autoptr(KontorRetry) retry = g_new0 (KontorRetry, 1);

  if (id == NULL || from == NULL || !read_registration (node, &retry->registration_id))
    {
      refuse (error, "a retry receipt names no message, sender or registration");
      return NULL;
    }
  retry->id = g_strdup (id);
  retry->address = g_strdup (from);
  retry->participant = g_strdup (kontor_node_get (node, "participant"));
  retry->recipient = g_strdup (kontor_node_get (node, "recipient"));
  retry->count = (guint) CLAMP (kontor_node_get_number (asked, "count"), 1, G_MAXINT);
  retry->error = (int) CLAMP (kontor_node_get_number (asked, "error"), 0, G_MAXINT);
  retry->at_s = MAX (kontor_node_get_number (asked, "t"), 0);

  return read_keys (node, retry, error) ? g_steal_pointer (&retry) : NULL;
}

KontorNode *
kontor_retry_write (const KontorRetry *retry)
{
  g_autofree char *count = g_strdup_printf ("%u", retry->count);
  g_autofree char *at = g_strdup_printf ("%" G_GINT64_FORMAT, retry->at_s);
  g_autofree char *code = retry->error > 0 ? g_strdup_printf ("%d", retry->error) : NULL;
  KontorNode *node = kontor_node_new ("receipt", "id", retry->id, "to", retry->address,
                                      "type", kinds[KONTOR_RECEIPT_RETRY].type,
                                      "participant", retry->participant,
                                      "recipient", retry->recipient, NULL);

  kontor_node_add (node, kontor_node_new ("retry", "v", "1", "count", count, "id", retry->id,
                                          "t", at, "error", code, NULL));
  kontor_keys_add_registration (node, retry->registration_id);
  if (retry->has_bundle)
    kontor_keys_add_bundle (kontor_node_add (node, kontor_node_new ("keys", NULL)),
                            &retry->bundle, retry->device_identity);

  return node;
}
