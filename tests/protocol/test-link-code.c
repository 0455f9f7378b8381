/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone's side is played here with the primitives alone, from what Baileys and zapo-js do. */
#include "protocol/link-code.h"

#include "protocol/crypt.h"
#include "tests/protocol/vectors.h"

#define ROUNDS 131072
#define HEAD   48

static const guint8 *
get_bytes (const KontorNode *iq, const char *tag, gsize size)
{
  const KontorNode *inner = kontor_node_find (iq, "link_code_companion_reg");
  GBytes *bytes = kontor_node_get_bytes (kontor_node_find (inner, tag));

  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, size);

  return g_bytes_get_data (bytes, NULL);
}

static void
add (KontorNode *node, const char *tag, gconstpointer data, gsize size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  kontor_node_set_bytes (kontor_node_add (node, kontor_node_new (tag, NULL)), bytes);
}

/* The letters as they are typed: without the dash. */
static void
type_letters (KontorLinkCode *code, char *letters)
{
  const char *text = kontor_link_code_get_text (code);

  g_assert_cmpuint (strlen (text), ==, 9);
  g_assert_cmpint (text[4], ==, '-');
  g_snprintf (letters, 9, "%.4s%s", text, text + 5);
  g_assert_cmpuint (strspn (letters, "123456789ABCDEFGHJKLMNPQRSTVWXYZ"), ==, 8);
}

static void
wrap (const char *letters, const guint8 *head, const guint8 *in, guint8 *out)
{
  guint8 key[32];

  kontor_crypt_stretch (letters, head, 32, ROUNDS, key);
  kontor_crypt_count (key, head + 32, in, out, KONTOR_KEY_SIZE);
}

static void
give_ref (KontorLinkCode *code, const char *ref)
{
  g_autoptr(KontorNode) answer = kontor_node_new ("iq", "type", "result", NULL);
  g_autoptr(GError) error = NULL;

  add (kontor_node_add (answer, kontor_node_new ("link_code_companion_reg", NULL)),
       "link_code_pairing_ref", ref, strlen (ref));
  g_assert_true (kontor_link_code_take_ref (code, answer, &error));
  g_assert_no_error (error);
}

static KontorNode *
notify (const char *ref, const char *letters, const KontorKeyPair *phone,
        const KontorKeyPair *primary)
{
  KontorNode *notification = kontor_node_new ("notification", NULL);
  KontorNode *inner = kontor_node_add (notification,
                                       kontor_node_new ("link_code_companion_reg", NULL));
  guint8 wrapped[HEAD + KONTOR_KEY_SIZE] = { 9, 8, 7 };

  wrap (letters, wrapped, phone->public_key, wrapped + HEAD);
  add (inner, "link_code_pairing_ref", ref, strlen (ref));
  add (inner, "primary_identity_pub", primary->public_key, KONTOR_KEY_SIZE);
  add (inner, "link_code_pairing_wrapped_primary_ephemeral_pub", wrapped, sizeof wrapped);

  return notification;
}

static void
test_both_sides_come_to_the_same_secret (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorLinkCode) code = kontor_link_code_new ("+49 151 0000-000", &error);
  KontorKeyPair noise, identity, phone, primary;
  g_autoptr(KontorNode) hello = NULL, finish = NULL, notification = NULL;
  g_autoptr(GBytes) sealed = NULL, opened = NULL;
  g_autoptr(KontorGcm) gcm = NULL;
  guint8 companion[KONTOR_KEY_SIZE], secrets[96], key[32], secret[32], theirs[32];
  const guint8 *wrapped, *bundle;
  char letters[9];

  g_assert_no_error (error);
  kontor_key_pair_make (&noise);
  kontor_key_pair_make (&identity);
  kontor_key_pair_make (&phone);
  kontor_key_pair_make (&primary);
  type_letters (code, letters);
  hello = kontor_link_code_hello (code, noise.public_key);
  g_assert_true (kontor_node_has (kontor_node_get_nth (hello, 0), "jid",
                                  "491510000000@s.whatsapp.net"));
  g_assert_cmpmem (get_bytes (hello, "companion_server_auth_key_pub", 32), 32, noise.public_key,
                   32);
  wrapped = get_bytes (hello, "link_code_pairing_wrapped_companion_ephemeral_pub", 80);
  wrap (letters, wrapped, wrapped + HEAD, companion);

  give_ref (code, "REF");
  notification = notify ("REF", letters, &phone, &primary);
  finish = kontor_link_code_finish (code, notification, &identity, secret, &error);
  g_assert_no_error (error);
  g_assert_true (kontor_curve_agree (phone.private_key, companion, secrets));
  g_assert_true (kontor_curve_agree (primary.private_key, identity.public_key, secrets + 32));
  bundle = get_bytes (finish, "link_code_pairing_wrapped_key_bundle", 32 + 12 + 96 + 16);
  kontor_crypt_derive (secrets, 32, bundle, "link_code_pairing_key_bundle_encryption_key", key, 32);
  gcm = kontor_gcm_new (key);
  sealed = g_bytes_new (bundle + 44, 96 + 16);
  opened = kontor_gcm_open (gcm, bundle + 32, NULL, 0, sealed);
  g_assert_nonnull (opened);
  g_assert_cmpmem (g_bytes_get_data (opened, NULL), 32, identity.public_key, 32);
  g_assert_cmpmem ((const guint8 *) g_bytes_get_data (opened, NULL) + 32, 32, primary.public_key,
                   32);
  memcpy (secrets + 64, (const guint8 *) g_bytes_get_data (opened, NULL) + 64, 32);
  kontor_crypt_derive (secrets, 96, NULL, "adv_secret", theirs, 32);
  g_assert_cmpmem (theirs, 32, secret, 32);
}

/* What Baileys stretches and hides, shown again. */
static void
test_keys_are_hidden_as_others_do (void)
{
  g_autoptr(JsonNode) root = vectors_read ();
  JsonObject *vector = kontor_json_get_object (json_node_get_object (root), "code");
  const char *letters = kontor_json_get_text (vector, "code");
  g_autoptr(GBytes) wrapped = vectors_bytes (vector, "wrapped_phone");
  g_autoptr(GBytes) private_key = vectors_bytes (vector, "phone");
  const guint8 *bytes = g_bytes_get_data (wrapped, NULL);
  const guint8 base[KONTOR_KEY_SIZE] = { 9 };
  guint8 shown[KONTOR_KEY_SIZE], expected[KONTOR_KEY_SIZE];

  wrap (letters, bytes, bytes + HEAD, shown);
  g_assert_true (kontor_curve_agree (g_bytes_get_data (private_key, NULL), base, expected));
  g_assert_cmpmem (shown, sizeof shown, expected, sizeof expected);
}

static void
test_another_code_or_an_answer_without_keys_is_refused (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KontorLinkCode) code = kontor_link_code_new ("491510000000", &error);
  KontorKeyPair pair;
  g_autoptr(KontorNode) other = NULL, empty = kontor_node_new ("notification", NULL);
  guint8 secret[32];

  kontor_key_pair_make (&pair);
  g_assert_null (kontor_link_code_finish (code, empty, &pair, secret, &error));
  g_clear_error (&error);
  g_assert_false (kontor_link_code_take_ref (code, empty, &error));
  g_clear_error (&error);
  give_ref (code, "REF");
  other = notify ("OTHER", "ABCDEFGH", &pair, &pair);
  g_assert_null (kontor_link_code_finish (code, other, &pair, secret, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_null (kontor_link_code_finish (code, empty, &pair, secret, NULL));
}

static void
test_only_whole_phone_numbers_are_taken (void)
{
  const char *wrong[] = { "", "0151 0000000", "12345", "x", "1234567890123456" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (kontor_link_code_new (wrong[i], &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-code/both-sides-come-to-the-same-secret",
                   test_both_sides_come_to_the_same_secret);
  g_test_add_func ("/link-code/keys-are-hidden-as-others-do", test_keys_are_hidden_as_others_do);
  g_test_add_func ("/link-code/another-code-or-an-answer-without-keys-is-refused",
                   test_another_code_or_an_answer_without_keys_is_refused);
  g_test_add_func ("/link-code/only-whole-phone-numbers-are-taken",
                   test_only_whole_phone_numbers_are_taken);

  return g_test_run ();
}
