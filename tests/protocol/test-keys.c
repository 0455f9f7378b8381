/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and receipts as nodes. Others read ours in tests/interop/linked-keys.mjs. */
#include "protocol/receipts.h"

#include <string.h>

#include "model/error.h"

static KontorPrekeyBundle
make_bundle (void)
{
  KontorPrekeyBundle bundle = { .registration_id = 4711, .has_prekey = TRUE };

  memset (bundle.identity, 6, KONTOR_KEY_SIZE);
  bundle.signed_prekey.id = KONTOR_PREKEY_LAST;
  memset (bundle.signed_prekey.public_key, 8, KONTOR_KEY_SIZE);
  memset (bundle.signed_prekey.signature, 9, KONTOR_SIGNATURE_SIZE);
  bundle.prekey.id = 0x010203;
  memset (bundle.prekey.public_key, 7, KONTOR_KEY_SIZE);

  return bundle;
}

static KontorNode *
make_user (const KontorPrekeyBundle *bundle)
{
  KontorNode *user = kontor_node_new ("user", "jid", "22:3@lid", NULL);

  kontor_keys_add_registration (user, bundle->registration_id);
  kontor_keys_add_bundle (user, bundle, NULL);

  return user;
}

static void
test_a_bundle_is_read_as_it_was_written (void)
{
  const KontorPrekeyBundle bundle = make_bundle ();
  g_autoptr(KontorNode) user = make_user (&bundle);
  g_autoptr(GBytes) proof = NULL;
  g_autoptr(GError) error = NULL;
  KontorPrekeyBundle read;

  g_assert_true (kontor_keys_read_bundle (user, 0, &read, &proof, &error));
  g_assert_no_error (error);
  g_assert_null (proof);
  g_assert_cmpmem (&read, sizeof read, &bundle, sizeof bundle);
}

static void
test_a_key_of_another_size_is_refused (void)
{
  static const char *const tags[] = { "registration", "identity" };
  const KontorPrekeyBundle bundle = make_bundle ();

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr(KontorNode) user = make_user (&bundle);
      g_autoptr(GBytes) proof = NULL, two = g_bytes_new_static ("xy", 2);
      g_autoptr(GError) error = NULL;
      KontorPrekeyBundle read;

      kontor_node_set_bytes (kontor_node_find (user, tags[i]), two);
      g_assert_false (kontor_keys_read_bundle (user, 0, &read, &proof, &error));
      g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
    }
}

static void
test_a_device_that_is_not_there_takes_no_other_with_it (void)
{
  const KontorPrekeyBundle bundle = make_bundle ();
  g_autoptr(KontorNode) answer = kontor_node_new ("iq", NULL);
  KontorNode *list = kontor_node_add (answer, kontor_node_new ("list", NULL));
  KontorNode *gone = kontor_node_add (list, kontor_node_new ("user", "jid", "33@lid", NULL));
  g_autoptr(GPtrArray) offers = NULL;
  const KontorOffer *first, *second, *third;

  kontor_node_add (gone, kontor_node_new ("error", "code", "406", NULL));
  kontor_node_add (list, kontor_node_new ("user", "jid", "44@lid", NULL));
  kontor_node_add (list, make_user (&bundle));
  offers = kontor_keys_read_offers (answer, NULL);
  g_assert_cmpuint (offers->len, ==, 3);
  first = offers->pdata[0];
  second = offers->pdata[1];
  third = offers->pdata[2];
  g_assert_cmpint (first->error, ==, 406);
  g_assert_cmpint (second->error, ==, 400);
  g_assert_cmpint (third->error, ==, 0);
  g_assert_cmpstr (third->address, ==, "22:3@lid");
}

static void
test_keys_are_made_when_few_are_left (void)
{
  g_assert_cmpuint (kontor_keys_count_missing (0, TRUE), ==, 812);
  g_assert_cmpuint (kontor_keys_count_missing (-1, TRUE), ==, 812);
  g_assert_cmpuint (kontor_keys_count_missing (812, TRUE), ==, 0);
  g_assert_cmpuint (kontor_keys_count_missing (4, FALSE), ==, 50);
  g_assert_cmpuint (kontor_keys_count_missing (5, FALSE), ==, 0);
  g_assert_cmpuint (kontor_keys_count_missing (-1, FALSE), ==, 0);
}

static void
test_a_retry_is_read_as_it_was_written (void)
{
  g_autoptr(KontorNode) node = NULL;
  g_autoptr(KontorRetry) read = NULL;
  g_autoptr(GBytes) proof = g_bytes_new_static ("proof", 5);
  KontorRetry retry = { (char *) "3EB0AA", (char *) "1@g.us", (char *) "22:3@lid" };

  retry.count = 2;
  retry.error = 7;
  retry.at_s = 1763712000;
  retry.registration_id = 4711;
  retry.has_bundle = TRUE;
  retry.bundle = make_bundle ();
  retry.device_identity = proof;
  node = kontor_retry_write (&retry);
  kontor_node_set (node, "from", "1@g.us");
  read = kontor_retry_read (node, NULL);
  g_assert_cmpstr (read->id, ==, "3EB0AA");
  g_assert_cmpstr (read->participant, ==, "22:3@lid");
  g_assert_cmpuint (read->count, ==, 2);
  g_assert_cmpint (read->error, ==, 7);
  g_assert_cmpmem (&read->bundle, sizeof read->bundle, &retry.bundle, sizeof retry.bundle);
  g_assert_true (g_bytes_equal (read->device_identity, proof));
}

static void
refuse_retry (KontorNode *node)
{
  g_autoptr(KontorNode) owned = node;
  g_autoptr(GError) error = NULL;

  g_assert_null (kontor_retry_read (owned, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

static void
test_a_retry_without_its_parts_is_refused (void)
{
  KontorNode *no_registration = kontor_node_new ("receipt", "from", "22@lid", NULL);

  kontor_node_add (no_registration, kontor_node_new ("retry", "id", "3EB0AA", NULL));
  refuse_retry (no_registration);
  refuse_retry (kontor_node_new ("receipt", "from", "22@lid", NULL));
}

static void
test_a_receipt_without_an_id_is_refused (void)
{
  g_autoptr(KontorNode) node = kontor_node_new ("receipt", "from", "22@lid", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (kontor_receipts_read (node, &error));
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
}

static void
test_one_receipt_is_for_many_messages (void)
{
  g_autoptr(KontorWireReceipt) receipt = kontor_wire_receipt_new (KONTOR_RECEIPT_READ, "22@lid");
  g_autoptr(KontorWireReceipt) read = NULL;
  g_autoptr(KontorNode) node = NULL;

  g_ptr_array_add (receipt->ids, g_strdup ("3EB0AA"));
  g_ptr_array_add (receipt->ids, g_strdup ("3EB0BB"));
  node = kontor_receipts_write (receipt);
  kontor_node_set (node, "from", "22@lid");
  read = kontor_receipts_read (node, NULL);
  g_assert_cmpint (read->kind, ==, KONTOR_RECEIPT_READ);
  g_assert_cmpuint (read->ids->len, ==, 2);
  g_assert_cmpstr (read->ids->pdata[1], ==, "3EB0BB");
  g_assert_cmpstr (kontor_receipt_kind_get_state (read->kind), ==, "read");
  g_assert_null (kontor_receipt_kind_get_state (KONTOR_RECEIPT_OTHER));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keys/a-bundle-is-read-as-it-was-written",
                   test_a_bundle_is_read_as_it_was_written);
  g_test_add_func ("/keys/a-key-of-another-size-is-refused",
                   test_a_key_of_another_size_is_refused);
  g_test_add_func ("/keys/a-device-that-is-not-there-takes-no-other-with-it",
                   test_a_device_that_is_not_there_takes_no_other_with_it);
  g_test_add_func ("/keys/keys-are-made-when-few-are-left", test_keys_are_made_when_few_are_left);
  g_test_add_func ("/keys/a-retry-is-read-as-it-was-written",
                   test_a_retry_is_read_as_it_was_written);
  g_test_add_func ("/keys/a-retry-without-its-parts-is-refused",
                   test_a_retry_without_its_parts_is_refused);
  g_test_add_func ("/keys/a-receipt-without-an-id-is-refused",
                   test_a_receipt_without_an_id_is_refused);
  g_test_add_func ("/keys/one-receipt-is-for-many-messages",
                   test_one_receipt_is_for_many_messages);

  return g_test_run ();
}
