/* SPDX-License-Identifier: GPL-3.0-or-later */
/* keys.c — one pair of functions for each shape: a number in so many bytes, a key with its id, a
 * signed one, a bundle of them. */
#include "protocol/keys.h"

#include <string.h>

#include "model/error.h"
#include "protocol/jid.h"
#include "protocol/signal-crypto.h"

#define FIRST     812
#define REFILL    50
#define FEW       5
#define ID_SIZE   3
#define REGISTRATION_SIZE 4
#define NO_SENSE  400
#define SHA1_SIZE 20

guint
kontor_keys_count_missing (gint64 left, gboolean first)
{
  if (left >= FEW)
    return 0;

  return first ? FIRST : left >= 0 ? REFILL : 0;
}

static void
add_bytes (KontorNode *node, const char *tag, gconstpointer bytes, gsize size)
{
  g_autoptr(GBytes) copy = g_bytes_new (bytes, size);

  kontor_node_set_bytes (kontor_node_add (node, kontor_node_new (tag, NULL)), copy);
}

static void
add_number (KontorNode *node, const char *tag, guint32 number, gsize size)
{
  const guint32 all = GUINT32_TO_BE (number);

  add_bytes (node, tag, (const guint8 *) &all + sizeof all - size, size);
}

static void
add_prekey (KontorNode *node, const KontorPrekey *prekey)
{
  KontorNode *key = kontor_node_add (node, kontor_node_new ("key", NULL));

  add_number (key, "id", prekey->id, ID_SIZE);
  add_bytes (key, "value", prekey->public_key, KONTOR_KEY_SIZE);
}

static void
add_signed (KontorNode *node, const KontorSignedPrekey *prekey)
{
  KontorNode *key = kontor_node_add (node, kontor_node_new ("skey", NULL));

  add_number (key, "id", prekey->id, ID_SIZE);
  add_bytes (key, "value", prekey->public_key, KONTOR_KEY_SIZE);
  add_bytes (key, "signature", prekey->signature, KONTOR_SIGNATURE_SIZE);
}

static void
add_identity (KontorNode *node, const guint8 *identity)
{
  const guint8 type = KONTOR_KEY_TYPE;

  add_bytes (node, "type", &type, 1);
  add_bytes (node, "identity", identity, KONTOR_KEY_SIZE);
}

void
kontor_keys_add_registration (KontorNode *node, guint32 registration_id)
{
  add_number (node, "registration", registration_id, REGISTRATION_SIZE);
}

void
kontor_keys_add_bundle (KontorNode *node, const KontorPrekeyBundle *bundle,
                        GBytes *device_identity)
{
  add_identity (node, bundle->identity);
  if (bundle->has_prekey)
    add_prekey (node, &bundle->prekey);
  add_signed (node, &bundle->signed_prekey);
  if (device_identity != NULL)
    kontor_node_set_bytes (kontor_node_add (node, kontor_node_new ("device-identity", NULL)),
                           device_identity);
}

static KontorNode *
make_iq (const char *type)
{
  return kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", type, "xmlns", "encrypt", NULL);
}

KontorNode *
kontor_keys_write_upload (guint32 registration_id, const guint8 identity[KONTOR_KEY_SIZE],
                          const KontorSignedPrekey *signed_prekey, const GArray *prekeys)
{
  KontorNode *iq = make_iq ("set");
  KontorNode *list;

  kontor_keys_add_registration (iq, registration_id);
  add_identity (iq, identity);
  list = kontor_node_add (iq, kontor_node_new ("list", NULL));
  for (guint i = 0; i < prekeys->len; i++)
    add_prekey (list, &g_array_index (prekeys, KontorPrekey, i));
  add_signed (iq, signed_prekey);

  return iq;
}

KontorNode *
kontor_keys_write_rotation (const KontorSignedPrekey *signed_prekey)
{
  KontorNode *iq = make_iq ("set");

  add_signed (kontor_node_add (iq, kontor_node_new ("rotate", NULL)), signed_prekey);

  return iq;
}

KontorNode *
kontor_keys_write_question (const char *what)
{
  KontorNode *iq = make_iq ("get");

  kontor_node_add (iq, kontor_node_new (what, NULL));

  return iq;
}

KontorNode *
kontor_keys_write_fetch (const char *const *addresses, gboolean changed)
{
  KontorNode *iq = make_iq ("get");
  KontorNode *key = kontor_node_add (iq, kontor_node_new ("key", NULL));

  for (; *addresses != NULL; addresses++)
    kontor_node_add (key, kontor_node_new ("user", "jid", *addresses, "reason",
                                           changed ? "identity" : NULL, NULL));

  return iq;
}

gint64
kontor_keys_read_count (const KontorNode *node)
{
  const KontorNode *count = kontor_node_find (node, "count");

  return count != NULL ? kontor_node_get_number (count, "value") : -1;
}

static gboolean
miss (const char *tag, GError **error)
{
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "“%s” is missing among keys, or is of another size", tag);

  return FALSE;
}

static gboolean
read_bytes (const KontorNode *node, const char *tag, guint8 *bytes, gsize size, GError **error)
{
  GBytes *content = kontor_node_get_bytes (kontor_node_find (node, tag));

  if (content == NULL || g_bytes_get_size (content) != size)
    return miss (tag, error);
  memcpy (bytes, g_bytes_get_data (content, NULL), size);

  return TRUE;
}

static gboolean
read_number (const KontorNode *node, const char *tag, gsize size, guint32 *number, GError **error)
{
  guint8 bytes[4] = { 0 };

  if (!read_bytes (node, tag, bytes + sizeof bytes - size, size, error))
    return FALSE;
  memcpy (number, bytes, sizeof bytes);
  *number = GUINT32_FROM_BE (*number);

  return TRUE;
}

static gboolean
read_signed (const KontorNode *node, KontorSignedPrekey *prekey, GError **error)
{
  const KontorNode *key = kontor_node_find (node, "skey");

  return read_number (key, "id", ID_SIZE, &prekey->id, error) &&
         read_bytes (key, "value", prekey->public_key, KONTOR_KEY_SIZE, error) &&
         read_bytes (key, "signature", prekey->signature, KONTOR_SIGNATURE_SIZE, error);
}

/* The server may have run out of one-time keys. */
static gboolean
read_prekey (const KontorNode *node, KontorPrekeyBundle *bundle, GError **error)
{
  const KontorNode *key = kontor_node_find (node, "key");

  bundle->has_prekey = key != NULL;

  return key == NULL ||
         (read_number (key, "id", ID_SIZE, &bundle->prekey.id, error) &&
          read_bytes (key, "value", bundle->prekey.public_key, KONTOR_KEY_SIZE, error));
}

gboolean
kontor_keys_read_bundle (const KontorNode *node, guint32 registration_id,
                         KontorPrekeyBundle *bundle, GBytes **device_identity, GError **error)
{
  GBytes *proof = kontor_node_get_bytes (kontor_node_find (node, "device-identity"));

  *bundle = (KontorPrekeyBundle) { registration_id };
  if (kontor_node_find (node, "registration") != NULL &&
      !read_number (node, "registration", REGISTRATION_SIZE, &bundle->registration_id, error))
    return FALSE;
  if (!read_bytes (node, "identity", bundle->identity, KONTOR_KEY_SIZE, error) ||
      !read_signed (node, &bundle->signed_prekey, error) || !read_prekey (node, bundle, error))
    return FALSE;
  *device_identity = proof != NULL ? g_bytes_ref (proof) : NULL;

  return TRUE;
}

void
kontor_offer_free (KontorOffer *offer)
{
  g_clear_pointer (&offer->device_identity, g_bytes_unref);
  g_free (offer->address);
  g_free (offer);
}

static KontorOffer *
read_offer (const KontorNode *user, const char *address)
{
  KontorOffer *offer = g_new0 (KontorOffer, 1);
  const KontorNode *refused = kontor_node_find (user, "error");

  offer->address = g_strdup (address);
  if (refused != NULL)
    offer->error = (int) CLAMP (kontor_node_get_number (refused, "code"), 1, G_MAXINT);
  else if (!kontor_keys_read_bundle (user, 0, &offer->bundle, &offer->device_identity, NULL))
    offer->error = NO_SENSE;

  return offer;
}

GPtrArray *
kontor_keys_read_offers (const KontorNode *answer, GError **error)
{
  const KontorNode *list = kontor_node_find (answer, "list");
  g_autoptr(GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                kontor_offer_free);

  if (list == NULL)
    {
      miss ("list", error);
      return NULL;
    }
  for (guint i = 0; i < kontor_node_get_length (list); i++)
    {
      const KontorNode *user = kontor_node_get_nth (list, i);
      const char *address = kontor_node_get (user, "jid");

      if (kontor_node_is (user, "user") && address != NULL)
        g_ptr_array_add (offers, read_offer (user, address));
    }

  return g_steal_pointer (&offers);
}

void
kontor_key_digest_free (KontorKeyDigest *digest)
{
  g_clear_pointer (&digest->ids, g_array_unref);
  g_clear_pointer (&digest->hash, g_bytes_unref);
  g_free (digest);
}

static gboolean
read_ids (const KontorNode *list, GArray *ids, GError **error)
{
  for (guint i = 0; i < kontor_node_get_length (list); i++)
    {
      GBytes *content = kontor_node_get_bytes (kontor_node_get_nth (list, i));
      const guint8 *bytes;
      guint32 id;

      if (content == NULL || g_bytes_get_size (content) != ID_SIZE)
        return miss ("id", error);
      bytes = g_bytes_get_data (content, NULL);
      id = (guint32) bytes[0] << 16 | (guint32) bytes[1] << 8 | bytes[2];
      g_array_append_val (ids, id);
    }

  return TRUE;
}

KontorKeyDigest *
kontor_keys_read_digest (const KontorNode *answer, GError **error)
{
  const KontorNode *node = kontor_node_find (answer, "digest");
  const KontorNode *list = kontor_node_find (node, "list");
  GBytes *hash = kontor_node_get_bytes (kontor_node_find (node, "hash"));
  g_autoptr(KontorKeyDigest) digest = g_new0 (KontorKeyDigest, 1);

  digest->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!read_number (node, "registration", REGISTRATION_SIZE, &digest->registration_id, error) ||
      !read_bytes (node, "identity", digest->identity, KONTOR_KEY_SIZE, error) ||
      !read_signed (node, &digest->signed_prekey, error))
    return NULL;
  if (list == NULL || hash == NULL || g_bytes_get_size (hash) == 0 ||
      g_bytes_get_size (hash) > SHA1_SIZE)
    {
      miss (list == NULL ? "list" : "hash", error);
      return NULL;
    }
  if (!read_ids (list, digest->ids, error))
    return NULL;
  digest->hash = g_bytes_ref (hash);

  return g_steal_pointer (&digest);
}

static gboolean
is_same_signed (const KontorSignedPrekey *one, const KontorSignedPrekey *two)
{
  return one->id == two->id &&
         memcmp (one->public_key, two->public_key, KONTOR_KEY_SIZE) == 0 &&
         memcmp (one->signature, two->signature, KONTOR_SIGNATURE_SIZE) == 0;
}

static gboolean
has_same_ids (const KontorKeyDigest *digest, const GArray *prekeys)
{
  if (prekeys->len != digest->ids->len)
    return FALSE;
  for (guint i = 0; i < prekeys->len; i++)
    if (g_array_index (prekeys, KontorPrekey, i).id != g_array_index (digest->ids, guint32, i))
      return FALSE;

  return TRUE;
}

gboolean
kontor_key_digest_is_ours (const KontorKeyDigest *digest, guint32 registration_id,
                           const guint8 identity[KONTOR_KEY_SIZE],
                           const KontorSignedPrekey *signed_prekey, const GArray *prekeys)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 hash[SHA1_SIZE];
  gsize size = sizeof hash;

  if (digest->registration_id != registration_id ||
      memcmp (digest->identity, identity, KONTOR_KEY_SIZE) != 0 ||
      !is_same_signed (&digest->signed_prekey, signed_prekey) || !has_same_ids (digest, prekeys))
    return FALSE;
  g_checksum_update (sum, identity, KONTOR_KEY_SIZE);
  g_checksum_update (sum, signed_prekey->public_key, KONTOR_KEY_SIZE);
  g_checksum_update (sum, signed_prekey->signature, KONTOR_SIGNATURE_SIZE);
  for (guint i = 0; i < prekeys->len; i++)
    g_checksum_update (sum, g_array_index (prekeys, KontorPrekey, i).public_key, KONTOR_KEY_SIZE);
  g_checksum_get_digest (sum, hash, &size);

  return memcmp (hash, g_bytes_get_data (digest->hash, NULL), g_bytes_get_size (digest->hash)) ==
         0;
}
