/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interop/signal-cli.h"

#include <string.h>

#include "protocol/node-codec.h"
#include "protocol/receipts.h"

static void
say_node (KontorNode *node)
{
  g_autoptr(GBytes) frame = kontor_node_write (node);

  cli_say_bytes (frame);
  kontor_node_free (node);
}

static KontorNode *
read_node (const char *hex)
{
  g_autoptr(GBytes) frame = cli_read_hex (hex);

  return kontor_node_read (frame, NULL);
}

/* COUNT */
static void
upload (char **words, guint count)
{
  g_autoptr(GArray) keys = kontor_signal_list_prekeys (
    cli_signal, (guint) g_ascii_strtoull (words[0], NULL, 10), NULL);
  KontorSignedPrekey current;

  kontor_signal_find_signed (cli_signal, &current, NULL);
  say_node (kontor_keys_write_upload (kontor_signal_get_registration_id (cli_signal),
                                      kontor_signal_get_identity (cli_signal)->public_key,
                                      &current, keys));
}

static void
rotate (char **words, guint count)
{
  KontorSignedPrekey current;

  kontor_signal_rotate (cli_signal, 0, NULL);
  kontor_signal_find_signed (cli_signal, &current, NULL);
  say_node (kontor_keys_write_rotation (&current));
}

/* ADDRESS… */
static void
fetch (char **words, guint count)
{
  say_node (kontor_keys_write_fetch ((const char *const *) words, FALSE));
}

static void
say_bundle (const KontorPrekeyBundle *bundle)
{
  g_autoptr(GBytes) identity = g_bytes_new (bundle->identity, KONTOR_KEY_SIZE);
  g_autoptr(GBytes) key = g_bytes_new (bundle->signed_prekey.public_key, KONTOR_KEY_SIZE);
  g_autoptr(GBytes) signature = g_bytes_new (bundle->signed_prekey.signature,
                                             KONTOR_SIGNATURE_SIZE);

  cli_say (" %u", bundle->registration_id);
  cli_say_bytes (identity);
  cli_say (" %u", bundle->signed_prekey.id);
  cli_say_bytes (key);
  cli_say_bytes (signature);
  cli_say (" %u", bundle->has_prekey ? bundle->prekey.id : 0);
}

/* FRAME: of each device its address, error and bundle */
static void
offers (char **words, guint count)
{
  g_autoptr(KontorNode) node = read_node (words[0]);
  g_autoptr(GPtrArray) list = node != NULL ? kontor_keys_read_offers (node, NULL) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const KontorOffer *offer = list->pdata[i];

      cli_say (" %s %d", offer->address, offer->error);
      if (offer->error == 0)
        say_bundle (&offer->bundle);
    }
  if (list == NULL)
    cli_say ("! no answer");
}

/* FRAME */
static void
digest (char **words, guint count)
{
  g_autoptr(KontorNode) node = read_node (words[0]);
  g_autoptr(KontorKeyDigest) theirs = node != NULL ? kontor_keys_read_digest (node, NULL) : NULL;
  g_autoptr(GArray) keys = theirs != NULL
    ? kontor_signal_find_prekeys (cli_signal, theirs->ids, NULL) : NULL;
  KontorSignedPrekey current;

  kontor_signal_find_signed (cli_signal, &current, NULL);
  cli_say (" %s", keys != NULL && kontor_key_digest_is_ours (
    theirs, kontor_signal_get_registration_id (cli_signal),
    kontor_signal_get_identity (cli_signal)->public_key, &current, keys) ? "ours" : "other");
}

static void
read_count (char **words, guint count)
{
  g_autoptr(KontorNode) node = read_node (words[0]);

  cli_say (" %" G_GINT64_FORMAT, kontor_keys_read_count (node));
}

/* KIND ADDRESS PARTICIPANT|- ID… */
static void
write_receipt (char **words, guint count)
{
  g_autoptr(KontorWireReceipt) receipt = kontor_wire_receipt_new (
    (KontorReceiptKind) g_ascii_strtoull (words[0], NULL, 10), words[1]);

  receipt->participant = g_str_equal (words[2], "-") ? NULL : g_strdup (words[2]);
  receipt->at_s = 1763712000;
  for (guint i = 3; i < count; i++)
    g_ptr_array_add (receipt->ids, g_strdup (words[i]));
  say_node (kontor_receipts_write (receipt));
}

/* FRAME: kind, state, address, participant and ids */
static void
read_receipt (char **words, guint count)
{
  g_autoptr(KontorNode) node = read_node (words[0]);
  g_autoptr(KontorWireReceipt) receipt = node != NULL ? kontor_receipts_read (node, NULL) : NULL;
  const char *state;

  if (receipt == NULL)
    {
      cli_say ("! no receipt");
      return;
    }
  state = kontor_receipt_kind_get_state (receipt->kind);
  cli_say (" %d %s %s %s", receipt->kind, state != NULL ? state : "-", receipt->address,
           receipt->participant != NULL ? receipt->participant : "-");
  for (guint i = 0; i < receipt->ids->len; i++)
    cli_say (" %s", (const char *) receipt->ids->pdata[i]);
}

/* ID ADDRESS PARTICIPANT|- COUNT ERROR [DEVICE-IDENTITY]: with keys where that is given */
static void
write_retry (char **words, guint count)
{
  g_autoptr(GBytes) proof = count > 5 ? cli_read_hex (words[5]) : NULL;
  g_autoptr(GArray) keys = kontor_signal_list_prekeys (cli_signal, 1, NULL);
  KontorRetry retry = { words[0], words[1], g_str_equal (words[2], "-") ? NULL : words[2] };

  retry.count = (guint) g_ascii_strtoull (words[3], NULL, 10);
  retry.error = (int) g_ascii_strtoull (words[4], NULL, 10);
  retry.at_s = 1763712000;
  retry.registration_id = kontor_signal_get_registration_id (cli_signal);
  retry.has_bundle = proof != NULL;
  retry.device_identity = proof;
  retry.bundle.has_prekey = TRUE;
  retry.bundle.prekey = g_array_index (keys, KontorPrekey, 0);
  memcpy (retry.bundle.identity, kontor_signal_get_identity (cli_signal)->public_key,
          KONTOR_KEY_SIZE);
  kontor_signal_find_signed (cli_signal, &retry.bundle.signed_prekey, NULL);
  say_node (kontor_retry_write (&retry));
}

/* FRAME: id, address, participant, count, error, time, and the bundle */
static void
read_retry (char **words, guint count)
{
  g_autoptr(KontorNode) node = read_node (words[0]);
  g_autoptr(KontorRetry) retry = node != NULL ? kontor_retry_read (node, NULL) : NULL;

  if (retry == NULL)
    {
      cli_say ("! no retry");
      return;
    }
  cli_say (" %s %s %s %u %d %" G_GINT64_FORMAT, retry->id, retry->address,
           retry->participant != NULL ? retry->participant : "-", retry->count, retry->error,
           retry->at_s);
  if (retry->has_bundle)
    say_bundle (&retry->bundle);
}

const CliCommand cli_node_commands[] = {
  { "upload", 1, upload }, { "rotate", 0, rotate }, { "fetch", 1, fetch },
  { "offers", 1, offers }, { "digest", 1, digest }, { "count", 1, read_count },
  { "receipt", 4, write_receipt }, { "read-receipt", 1, read_receipt },
  { "retry", 5, write_retry }, { "read-retry", 1, read_retry },
  { NULL },
};
