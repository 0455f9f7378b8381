/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/link-code.h"

#include <string.h>

#include "protocol/crypt.h"
#include "protocol/jid.h"

#define LETTERS      "123456789ABCDEFGHJKLMNPQRSTVWXYZ"
#define N_BYTES      5
#define N_LETTERS    8
#define ROUNDS       131072
#define SALT_SIZE    32
#define WRAPPED_SIZE (SALT_SIZE + KONTOR_CTR_IV_SIZE + KONTOR_KEY_SIZE)
#define BUNDLE_INFO  "link_code_pairing_key_bundle_encryption_key"
#define SECRET_INFO  "adv_secret"
#define CLIENT_NAME  "Chrome (Linux)"
#define CLIENT_KIND  "1"
#define MIN_DIGITS   7
#define MAX_DIGITS   15

struct _KontorLinkCode {
  char          *jid;
  char           letters[N_LETTERS + 1];
  char           text[N_LETTERS + 2];
  KontorKeyPair  ephemeral;
  char          *ref;       /* NULL until the server gave it */
};

static char *
make_jid (const char *phone)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (; *phone != '\0'; phone++)
    if (g_ascii_isdigit (*phone))
      g_string_append_c (digits, *phone);

  return digits->len >= MIN_DIGITS && digits->len <= MAX_DIGITS && digits->str[0] != '0'
             ? kontor_jid_make (digits->str, 0, KONTOR_JID_SERVER)
             : NULL;
}

static void
make_letters (KontorLinkCode *self)
{
  guint8 bytes[N_BYTES];
  guint64 bits = 0;

  kontor_crypt_random (bytes, sizeof bytes);
  for (guint i = 0; i < N_BYTES; i++)
    bits = bits << 8 | bytes[i];
  for (guint i = 0; i < N_LETTERS; i++)
    self->letters[i] = LETTERS[bits >> (5 * (N_LETTERS - 1 - i)) & 31];
  g_snprintf (self->text, sizeof self->text, "%.4s-%s", self->letters, self->letters + 4);
}

KontorLinkCode *
kontor_link_code_new (const char *phone, GError **error)
{
  g_autofree char *jid = make_jid (phone);
  KontorLinkCode *self;

  if (jid == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "Give the phone number with its country, as +49 151 0000000.");
      return NULL;
    }
  self = g_new0 (KontorLinkCode, 1);
  self->jid = g_steal_pointer (&jid);
  kontor_key_pair_make (&self->ephemeral);
  make_letters (self);

  return self;
}

void
kontor_link_code_free (KontorLinkCode *self)
{
  g_free (self->jid);
  g_free (self->ref);
  kontor_crypt_wipe (self, sizeof *self);
  g_free (self);
}

const char *
kontor_link_code_get_text (KontorLinkCode *self)
{
  return self->text;
}

/* (transfer full): an iq with the one node that both stages have. */
static KontorNode *
make_iq (KontorLinkCode *self, const char *stage, KontorNode **inner)
{
  KontorNode *iq = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "set", "xmlns", "md",
                                    NULL);

  *inner = kontor_node_add (iq, kontor_node_new ("link_code_companion_reg", "jid", self->jid,
                                                 "stage", stage, NULL));

  return iq;
}

static void
add_bytes (KontorNode *node, const char *tag, const guint8 *data, gsize size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  kontor_node_set_bytes (kontor_node_add (node, kontor_node_new (tag, NULL)), bytes);
}

/* Hides, and shows again, a public key: salt, start of the counter and key. */
static void
wrap (KontorLinkCode *self, const guint8 *wrapped, const guint8 *in, guint8 *out)
{
  guint8 key[32];

  kontor_crypt_stretch (self->letters, wrapped, SALT_SIZE, ROUNDS, key);
  kontor_crypt_count (key, wrapped + SALT_SIZE, in, out, KONTOR_KEY_SIZE);
  kontor_crypt_wipe (key, sizeof key);
}

KontorNode *
kontor_link_code_hello (KontorLinkCode *self, const guint8 noise_key[KONTOR_KEY_SIZE])
{
  const gsize head = SALT_SIZE + KONTOR_CTR_IV_SIZE;
  const guint8 nonce = '0';
  guint8 wrapped[WRAPPED_SIZE];
  KontorNode *inner, *iq = make_iq (self, "companion_hello", &inner);

  kontor_crypt_random (wrapped, head);
  wrap (self, wrapped, self->ephemeral.public_key, wrapped + head);
  kontor_node_set (inner, "should_show_push_notification", "true");
  add_bytes (inner, "link_code_pairing_wrapped_companion_ephemeral_pub", wrapped, sizeof wrapped);
  add_bytes (inner, "companion_server_auth_key_pub", noise_key, KONTOR_KEY_SIZE);
  add_bytes (inner, "companion_platform_id", (const guint8 *) CLIENT_KIND, strlen (CLIENT_KIND));
  add_bytes (inner, "companion_platform_display", (const guint8 *) CLIENT_NAME,
             strlen (CLIENT_NAME));
  add_bytes (inner, "link_code_pairing_nonce", &nonce, 1);

  return iq;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "Linking by letters failed: %s. Begin "
               "again.", why);

  return FALSE;
}

gboolean
kontor_link_code_take_ref (KontorLinkCode *self, const KontorNode *answer, GError **error)
{
  const KontorNode *inner = kontor_node_find (answer, "link_code_companion_reg");
  g_autofree char *ref = kontor_node_dup_text (kontor_node_find (inner, "link_code_pairing_ref"));

  if (ref == NULL || *ref == '\0')
    return refuse (error, "the server gave no reference");
  g_free (self->ref);
  self->ref = g_steal_pointer (&ref);

  return TRUE;
}

/* Lent: the bytes of one of the nodes of a notification, where it has just that many. */
static const guint8 *
get_bytes (const KontorNode *inner, const char *tag, gsize size)
{
  GBytes *bytes = kontor_node_get_bytes (kontor_node_find (inner, tag));

  return bytes != NULL && g_bytes_get_size (bytes) == size ? g_bytes_get_data (bytes, NULL) : NULL;
}

/* (transfer full): our identity, the phone's and a random number, for who knows @agreed. */
static GBytes *
seal_bundle (const guint8 *agreed, const KontorKeyPair *identity, const guint8 *phone_identity,
             const guint8 *random)
{
  guint8 head[SALT_SIZE + KONTOR_GCM_IV_SIZE], key[KONTOR_GCM_KEY_SIZE];
  GByteArray *plain = g_byte_array_new (), *bundle = g_byte_array_new ();
  g_autoptr(GBytes) bytes = NULL, sealed = NULL;
  g_autoptr(KontorGcm) gcm = NULL;

  kontor_crypt_random (head, sizeof head);
  kontor_crypt_derive (agreed, KONTOR_KEY_SIZE, head, BUNDLE_INFO, key, sizeof key);
  gcm = kontor_gcm_new (key);
  kontor_crypt_wipe (key, sizeof key);
  g_byte_array_append (plain, identity->public_key, KONTOR_KEY_SIZE);
  g_byte_array_append (plain, phone_identity, KONTOR_KEY_SIZE);
  g_byte_array_append (plain, random, KONTOR_KEY_SIZE);
  bytes = g_byte_array_free_to_bytes (plain);
  sealed = kontor_gcm_seal (gcm, head + SALT_SIZE, NULL, 0, bytes);
  g_byte_array_append (bundle, head, sizeof head);
  g_byte_array_append (bundle, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));

  return g_byte_array_free_to_bytes (bundle);
}

/* What both one-time keys agree on, and after it what both identities do. */
static gboolean
agree (KontorLinkCode *self, const guint8 *wrapped, const guint8 *phone_identity,
       const KontorKeyPair *identity, guint8 *secrets)
{
  guint8 phone_key[KONTOR_KEY_SIZE];

  wrap (self, wrapped, wrapped + SALT_SIZE + KONTOR_CTR_IV_SIZE, phone_key);

  return kontor_curve_agree (self->ephemeral.private_key, phone_key, secrets) &&
         kontor_curve_agree (identity->private_key, phone_identity, secrets + KONTOR_KEY_SIZE);
}

KontorNode *
kontor_link_code_finish (KontorLinkCode *self, const KontorNode *notification,
                         const KontorKeyPair *identity, guint8 secret[KONTOR_ADV_SECRET_SIZE],
                         GError **error)
{
  const KontorNode *told = kontor_node_find (notification, "link_code_companion_reg");
  g_autofree char *ref = kontor_node_dup_text (kontor_node_find (told, "link_code_pairing_ref"));
  const guint8 *wrapped = get_bytes (told, "link_code_pairing_wrapped_primary_ephemeral_pub",
                                     WRAPPED_SIZE);
  const guint8 *phone_identity = get_bytes (told, "primary_identity_pub", KONTOR_KEY_SIZE);
  guint8 secrets[3 * KONTOR_KEY_SIZE], *random = secrets + 2 * KONTOR_KEY_SIZE;
  g_autoptr(GBytes) bundle = NULL;
  KontorNode *inner, *iq;

  if (self->ref == NULL || g_strcmp0 (ref, self->ref) != 0)
    {
      refuse (error, "the phone answers another code");
      return NULL;
    }
  if (wrapped == NULL || phone_identity == NULL)
    {
      refuse (error, "the phone's answer has no keys");
      return NULL;
    }
  if (!agree (self, wrapped, phone_identity, identity, secrets))
    {
      refuse (error, "other letters were typed");
      return NULL;
    }
  kontor_crypt_random (random, KONTOR_KEY_SIZE);
  bundle = seal_bundle (secrets, identity, phone_identity, random);
  kontor_crypt_derive (secrets, sizeof secrets, NULL, SECRET_INFO, secret, KONTOR_ADV_SECRET_SIZE);
  kontor_crypt_wipe (secrets, sizeof secrets);
  iq = make_iq (self, "companion_finish", &inner);
  add_bytes (inner, "link_code_pairing_wrapped_key_bundle", g_bytes_get_data (bundle, NULL),
             g_bytes_get_size (bundle));
  add_bytes (inner, "companion_identity_public", identity->public_key, KONTOR_KEY_SIZE);
  add_bytes (inner, "link_code_pairing_ref", (const guint8 *) self->ref, strlen (self->ref));

  return iq;
}
