/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys by number, and the keys of groups. */
#include "protocol/two-devices.h"

#define GROUP "120363000000000001@g.us"

static void
test_a_prekey_serves_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  const KontorPrekeyBundle bundle = offer (&fixture->ben, TRUE);
  KontorCipher cipher;
  g_autoptr(GBytes) first = NULL, second = NULL;

  g_assert_cmpint (kontor_signal_begin (fixture->anna.signal, &ben, &bundle, &error), ==, 0);
  first = seal (&fixture->anna, &ben, "first", &cipher);
  assert_opens (&fixture->ben, &anna, cipher, first, "first");
  g_assert_cmpint (kontor_signal_begin (fixture->anna.signal, &ben, &bundle, &error), ==, 0);
  second = seal (&fixture->anna, &ben, "second", &cipher);
  assert_refuses (&fixture->ben, &anna, cipher, second, KONTOR_SIGNAL_INVALID_KEY_ID);
}

static void
test_a_signature_that_is_wrong_begins_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  KontorPrekeyBundle bundle = offer (&fixture->ben, TRUE);
  gboolean has;

  bundle.signed_prekey.signature[9] ^= 1;
  g_assert_cmpint (kontor_signal_begin (fixture->anna.signal, &ben, &bundle, &error), ==,
                   KONTOR_SIGNAL_INVALID_KEY);
  g_assert_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT);
  g_assert_true (kontor_signal_has_session (fixture->anna.signal, &ben, &has, NULL));
  g_assert_false (has);
}

static void
test_one_time_keys_are_told_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) first = kontor_signal_list_prekeys (fixture->anna.signal, 812, &error);
  g_autoptr(GArray) again = NULL, next = NULL;

  g_assert_cmpuint (first->len, ==, 812);
  again = kontor_signal_list_prekeys (fixture->anna.signal, 812, &error);
  g_assert_cmpmem (first->data, 812 * sizeof (KontorPrekey), again->data,
                   again->len * sizeof (KontorPrekey));
  g_assert_true (kontor_signal_tell_prekeys (fixture->anna.signal, 812, &error));
  next = kontor_signal_list_prekeys (fixture->anna.signal, 2, &error);
  g_assert_cmpuint (g_array_index (next, KontorPrekey, 0).id, ==, 813);
}

static void
test_a_signed_prekey_rotates_and_the_last_ones_serve_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  const KontorPrekeyBundle old = offer (&fixture->ben, TRUE);
  KontorSignedPrekey current;
  g_autoptr(GArray) ids = NULL;

  for (guint i = 0; i < 2; i++)
    g_assert_true (kontor_signal_rotate (fixture->ben.signal, NOW_US + 1 + i, &error));
  g_assert_true (kontor_signal_find_signed (fixture->ben.signal, &current, &error));
  g_assert_cmpuint (current.id, ==, 3);
  g_assert_cmpint (current.made_at_us, ==, NOW_US + 2);
  g_assert_cmpint (kontor_signal_begin (fixture->anna.signal, &ben, &old, &error), ==, 0);
  say (&fixture->anna, &anna, &fixture->ben, &ben, "late", KONTOR_CIPHER_PKMSG);
  g_assert_true (kontor_signal_rotate (fixture->ben.signal, NOW_US + 3, &error));
  ids = list (&fixture->ben, KONTOR_SIGNAL_SIGNED_PREKEY, "", &error);
  g_assert_cmpuint (ids->len, ==, 3);
}

static KontorSignalOutcome
open_in_group (Device *device, GBytes *sealed, const char *text)
{
  g_autoptr(GBytes) plain = NULL;
  g_autoptr(GError) error = NULL;
  KontorSignalOutcome outcome = kontor_signal_decrypt_group (device->signal, GROUP, &anna, sealed,
                                                             &plain, &error);

  g_assert_true ((outcome == KONTOR_SIGNAL_FINE) == (error == NULL));
  if (outcome == KONTOR_SIGNAL_FINE)
    g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), text,
                     strlen (text));

  return outcome;
}

static GBytes *
seal_for_group (Fixture *fixture, const char *text)
{
  g_autoptr(GBytes) plain = text_bytes (text);
  GBytes *sealed = NULL;

  g_assert_cmpint (kontor_signal_encrypt_group (fixture->anna.signal, GROUP, &anna, plain, &sealed,
                                                NULL), ==, KONTOR_SIGNAL_FINE);

  return sealed;
}

static void
share_key (Fixture *fixture)
{
  g_autoptr(GBytes) key = NULL;

  g_assert_cmpint (kontor_signal_distribute (fixture->anna.signal, GROUP, &anna, &key, NULL), ==,
                   0);
  g_assert_cmpint (kontor_signal_accept (fixture->ben.signal, GROUP, &anna, key, NULL), ==, 0);
}

static void
test_a_group_reads_what_has_its_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) one = NULL, two = NULL, early = NULL, changed = NULL, renewed = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize size;

  share_key (fixture);
  one = seal_for_group (fixture, "one");
  two = seal_for_group (fixture, "two");
  bytes = g_memdup2 (g_bytes_get_data (two, &size), g_bytes_get_size (two));
  bytes[size - 1] ^= 1;
  changed = g_bytes_new (bytes, size);
  g_assert_cmpint (open_in_group (&fixture->ben, changed, ""), ==, KONTOR_SIGNAL_BAD_MAC);
  g_assert_cmpint (open_in_group (&fixture->ben, two, "two"), ==, KONTOR_SIGNAL_FINE);
  g_assert_cmpint (open_in_group (&fixture->ben, one, "one"), ==, KONTOR_SIGNAL_FINE);
  g_assert_cmpint (open_in_group (&fixture->ben, one, ""), ==, KONTOR_SIGNAL_DUPLICATE);
  g_assert_true (kontor_signal_forget_sender_key (fixture->anna.signal, GROUP, &anna, NULL));
  g_assert_cmpint (kontor_signal_distribute (fixture->anna.signal, GROUP, &anna, &renewed, NULL),
                   ==, 0);
  early = seal_for_group (fixture, "early");
  g_assert_cmpint (open_in_group (&fixture->ben, early, ""), ==, KONTOR_SIGNAL_NO_SESSION);
  g_assert_cmpint (kontor_signal_accept (fixture->ben.signal, GROUP, &anna, renewed, NULL), ==, 0);
  g_assert_cmpint (open_in_group (&fixture->ben, early, "early"), ==, KONTOR_SIGNAL_FINE);
}

static void
test_a_gap_in_a_group_is_one_too (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) far = NULL;

  share_key (fixture);
  for (guint i = 0; i < 2001; i++)
    g_bytes_unref (seal_for_group (fixture, "lost"));
  far = seal_for_group (fixture, "far");
  g_assert_cmpint (open_in_group (&fixture->ben, far, ""), ==, KONTOR_SIGNAL_GAP);
}

static void
test_one_time_keys_are_found_by_their_ids (Fixture *fixture, gconstpointer data)
{
  const guint32 wanted[] = { 3, 99, 1 };
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) made = kontor_signal_list_prekeys (fixture->anna.signal, 3, NULL);
  g_autoptr(GArray) found = NULL;

  g_array_append_vals (ids, wanted, G_N_ELEMENTS (wanted));
  found = kontor_signal_find_prekeys (fixture->anna.signal, ids, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpmem (&g_array_index (found, KontorPrekey, 0), sizeof (KontorPrekey),
                   &g_array_index (made, KontorPrekey, 2), sizeof (KontorPrekey));
}

#define ADD(name, test) g_test_add ("/signal-keys/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-prekey-serves-once", test_a_prekey_serves_once);
  ADD ("a-signature-that-is-wrong-begins-nothing", test_a_signature_that_is_wrong_begins_nothing);
  ADD ("one-time-keys-are-told-once", test_one_time_keys_are_told_once);
  ADD ("one-time-keys-are-found-by-their-ids", test_one_time_keys_are_found_by_their_ids);
  ADD ("a-signed-prekey-rotates-and-the-last-ones-serve-on",
       test_a_signed_prekey_rotates_and_the_last_ones_serve_on);
  ADD ("a-group-reads-what-has-its-key", test_a_group_reads_what_has_its_key);
  ADD ("a-gap-in-a-group-is-one-too", test_a_gap_in_a_group_is_one_too);

  return g_test_run ();
}
