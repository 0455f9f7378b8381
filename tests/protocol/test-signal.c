/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two devices of ours. What other implementations make of it is asked in tests/interop. */
#include "protocol/signal.h"

#include <string.h>

#include "model/error.h"

#define NOW_US G_GINT64_CONSTANT (1763712000000000)
#define GROUP "120363000000000001@g.us"

static const KontorSignalAddress anna = { "11@lid", 0 }, ben = { "22@lid", 3 };

typedef struct {
  KontorSignalMemory *memory;
  KontorSignalStore   store;    /* the memory's, which may be told to fail */
  gboolean            full;
  KontorSignal       *signal;
} Device;

typedef struct {
  Device anna, ben;
} Fixture;

static gboolean
load (gpointer data, KontorSignalRecord kind, const char *name, guint32 number, GBytes **record,
      GError **error)
{
  const KontorSignalStore *store = kontor_signal_memory_get_store (((Device *) data)->memory);

  return store->load (store->data, kind, name, number, record, error);
}

static gboolean
save (gpointer data, KontorSignalRecord kind, const char *name, guint32 number, GBytes *record,
      GError **error)
{
  const KontorSignalStore *store = kontor_signal_memory_get_store (((Device *) data)->memory);

  if (((Device *) data)->full)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER, "the disk is full");
      return FALSE;
    }

  return store->save (store->data, kind, name, number, record, error);
}

static GArray *
list (gpointer data, KontorSignalRecord kind, const char *name, GError **error)
{
  const KontorSignalStore *store = kontor_signal_memory_get_store (((Device *) data)->memory);

  return store->list (store->data, kind, name, error);
}

static void
open_device (Device *device)
{
  g_autoptr(GError) error = NULL;

  device->signal = kontor_signal_new (&device->store, NOW_US, &error);
  g_assert_no_error (error);
  g_assert_nonnull (device->signal);
}

static void
make_device (Device *device)
{
  device->memory = kontor_signal_memory_new ();
  device->store = (KontorSignalStore) { load, save, list, device };
  open_device (device);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  make_device (&fixture->anna);
  make_device (&fixture->ben);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  kontor_signal_free (fixture->anna.signal);
  kontor_signal_free (fixture->ben.signal);
  kontor_signal_memory_free (fixture->anna.memory);
  kontor_signal_memory_free (fixture->ben.memory);
}

static GBytes *
text_bytes (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static KontorPrekeyBundle
offer (Device *device, gboolean with_key)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) keys = kontor_signal_list_prekeys (device->signal, 1, &error);
  KontorPrekeyBundle bundle = { kontor_signal_get_registration_id (device->signal) };

  g_assert_no_error (error);
  memcpy (bundle.identity, kontor_signal_get_identity (device->signal)->public_key,
          KONTOR_KEY_SIZE);
  g_assert_true (kontor_signal_find_signed (device->signal, &bundle.signed_prekey, &error));
  bundle.has_prekey = with_key;
  if (with_key)
    {
      bundle.prekey = g_array_index (keys, KontorPrekey, 0);
      g_assert_true (kontor_signal_tell_prekeys (device->signal, bundle.prekey.id, &error));
    }

  return bundle;
}

static void
begin (Device *from, const KontorSignalAddress *to, Device *device, gboolean with_key)
{
  g_autoptr(GError) error = NULL;
  const KontorPrekeyBundle bundle = offer (device, with_key);

  g_assert_cmpint (kontor_signal_begin (from->signal, to, &bundle, &error), ==,
                   KONTOR_SIGNAL_FINE);
  g_assert_no_error (error);
}

static GBytes *
seal (Device *from, const KontorSignalAddress *to, const char *text, KontorCipher *cipher)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) plain = text_bytes (text);
  GBytes *sealed = NULL;

  g_assert_cmpint (kontor_signal_encrypt (from->signal, to, plain, cipher, &sealed, &error), ==,
                   KONTOR_SIGNAL_FINE);
  g_assert_no_error (error);

  return sealed;
}

static void
assert_opens (Device *to, const KontorSignalAddress *from, KontorCipher cipher, GBytes *sealed,
              const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) plain = NULL;

  kontor_signal_decrypt (to->signal, from, cipher, sealed, &plain, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), text, strlen (text));
}

static void
assert_refuses (Device *to, const KontorSignalAddress *from, KontorCipher cipher, GBytes *sealed,
                KontorSignalOutcome outcome)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) plain = NULL;

  g_assert_cmpstr (kontor_signal_outcome_get_name (
                     kontor_signal_decrypt (to->signal, from, cipher, sealed, &plain, &error)), ==,
                   kontor_signal_outcome_get_name (outcome));
  g_assert_nonnull (error);
  g_assert_null (plain);
}

static void
say (Device *from, const KontorSignalAddress *own, Device *to, const KontorSignalAddress *whom,
     const char *text, KontorCipher wanted)
{
  KontorCipher cipher;
  g_autoptr(GBytes) sealed = seal (from, whom, text, &cipher);

  g_assert_cmpstr (kontor_cipher_get_name (cipher), ==, kontor_cipher_get_name (wanted));
  assert_opens (to, own, cipher, sealed, text);
}

/* Ben answered once, so both sides know the session. */
static void
meet (Fixture *fixture)
{
  begin (&fixture->anna, &ben, &fixture->ben, TRUE);
  say (&fixture->anna, &anna, &fixture->ben, &ben, "hello", KONTOR_CIPHER_PKMSG);
  say (&fixture->ben, &ben, &fixture->anna, &anna, "hello too", KONTOR_CIPHER_MSG);
}

static void
test_two_devices_talk (Fixture *fixture, gconstpointer data)
{
  meet (fixture);
  for (guint i = 0; i < 20; i++)
    {
      say (&fixture->anna, &anna, &fixture->ben, &ben, "ping", KONTOR_CIPHER_MSG);
      say (&fixture->ben, &ben, &fixture->anna, &anna, "pong", KONTOR_CIPHER_MSG);
    }
}

static void
test_a_device_is_the_same_after_a_restart (Fixture *fixture, gconstpointer data)
{
  guint32 id = kontor_signal_get_registration_id (fixture->ben.signal);
  KontorKeyPair pair = *kontor_signal_get_identity (fixture->ben.signal);

  meet (fixture);
  kontor_signal_free (fixture->ben.signal);
  open_device (&fixture->ben);
  g_assert_cmpuint (kontor_signal_get_registration_id (fixture->ben.signal), ==, id);
  g_assert_cmpmem (kontor_signal_get_identity (fixture->ben.signal), sizeof pair, &pair,
                   sizeof pair);
  g_assert_true (id >= 1 && id <= 16380);
  say (&fixture->anna, &anna, &fixture->ben, &ben, "still there?", KONTOR_CIPHER_MSG);
}

static void
test_without_a_one_time_key_it_goes_as_well (Fixture *fixture, gconstpointer data)
{
  begin (&fixture->anna, &ben, &fixture->ben, FALSE);
  say (&fixture->anna, &anna, &fixture->ben, &ben, "hello", KONTOR_CIPHER_PKMSG);
}

static void
test_each_failure_has_its_name (Fixture *fixture, gconstpointer data)
{
  KontorCipher cipher;
  g_autoptr(GBytes) sealed = NULL, junk = text_bytes ("\x33 no message"), changed = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize size;

  assert_refuses (&fixture->ben, &anna, KONTOR_CIPHER_MSG, junk, KONTOR_SIGNAL_MALFORMED);
  meet (fixture);
  sealed = seal (&fixture->anna, &ben, "once", &cipher);
  assert_refuses (&fixture->ben, &ben, cipher, sealed, KONTOR_SIGNAL_NO_SESSION);
  bytes = g_memdup2 (g_bytes_get_data (sealed, &size), g_bytes_get_size (sealed));
  bytes[size - 1] ^= 1;
  changed = g_bytes_new (bytes, size);
  assert_refuses (&fixture->ben, &anna, cipher, changed, KONTOR_SIGNAL_BAD_MAC);
  assert_opens (&fixture->ben, &anna, cipher, sealed, "once");
  assert_refuses (&fixture->ben, &anna, cipher, sealed, KONTOR_SIGNAL_DUPLICATE);
}

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
test_more_than_2000_missing_are_a_gap (Fixture *fixture, gconstpointer data)
{
  KontorCipher cipher;

  meet (fixture);
  for (guint i = 0; i < 2001; i++)
    g_bytes_unref (seal (&fixture->anna, &ben, "lost", &cipher));
  {
    g_autoptr(GBytes) far = seal (&fixture->anna, &ben, "far", &cipher);

    assert_refuses (&fixture->ben, &anna, cipher, far, KONTOR_SIGNAL_GAP);
  }
}

static void
test_a_new_identity_is_not_trusted_until_the_old_is_forgotten (Fixture *fixture,
                                                               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  Device other = { 0 };
  KontorCipher cipher;
  g_autoptr(GBytes) sealed = NULL;

  meet (fixture);
  make_device (&other);
  begin (&other, &ben, &fixture->ben, TRUE);
  sealed = seal (&other, &ben, "new phone", &cipher);
  assert_refuses (&fixture->ben, &anna, cipher, sealed, KONTOR_SIGNAL_UNTRUSTED);
  g_assert_true (kontor_signal_forget (fixture->ben.signal, &anna, &error));
  assert_opens (&fixture->ben, &anna, cipher, sealed, "new phone");
  kontor_signal_free (other.signal);
  kontor_signal_memory_free (other.memory);
}

static void
test_a_store_that_fails_takes_no_step (Fixture *fixture, gconstpointer data)
{
  KontorCipher cipher;
  g_autoptr(GBytes) sealed = NULL;

  meet (fixture);
  sealed = seal (&fixture->anna, &ben, "kept", &cipher);
  fixture->ben.full = TRUE;
  assert_refuses (&fixture->ben, &anna, cipher, sealed, KONTOR_SIGNAL_NOT_STORED);
  fixture->ben.full = FALSE;
  assert_opens (&fixture->ben, &anna, cipher, sealed, "kept");
}

static void
test_a_session_moves_from_phone_to_lid (Fixture *fixture, gconstpointer data)
{
  const KontorSignalAddress phone = { "971500000002@s.whatsapp.net", 3 };
  g_autoptr(GError) error = NULL;
  guint moved;
  gboolean has;

  begin (&fixture->anna, &phone, &fixture->ben, TRUE);
  say (&fixture->anna, &anna, &fixture->ben, &phone, "hello", KONTOR_CIPHER_PKMSG);
  say (&fixture->ben, &phone, &fixture->anna, &anna, "hello too", KONTOR_CIPHER_MSG);
  g_assert_true (kontor_signal_move (fixture->anna.signal, phone.user, ben.user, &moved, &error));
  g_assert_cmpuint (moved, ==, 1);
  say (&fixture->anna, &anna, &fixture->ben, &ben, "by lid", KONTOR_CIPHER_MSG);
  say (&fixture->ben, &ben, &fixture->anna, &anna, "I see", KONTOR_CIPHER_MSG);
  g_assert_true (kontor_signal_has_session (fixture->anna.signal, &phone, &has, &error));
  g_assert_false (has);
  g_assert_true (kontor_signal_move (fixture->anna.signal, phone.user, ben.user, &moved, &error));
  g_assert_cmpuint (moved, ==, 0);
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
test_a_base_key_tells_sessions_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GBytes) none = NULL, first = NULL, second = NULL;
  guint32 id = 0;

  g_assert_true (kontor_signal_find_base_key (fixture->anna.signal, &ben, &none, &id, NULL));
  g_assert_null (none);
  begin (&fixture->anna, &ben, &fixture->ben, TRUE);
  g_assert_true (kontor_signal_find_base_key (fixture->anna.signal, &ben, &first, &id, NULL));
  g_assert_cmpuint (id, ==, kontor_signal_get_registration_id (fixture->ben.signal));
  begin (&fixture->anna, &ben, &fixture->ben, TRUE);
  g_assert_true (kontor_signal_find_base_key (fixture->anna.signal, &ben, &second, &id, NULL));
  g_assert_false (g_bytes_equal (first, second));
}

#define ADD(name, test) g_test_add ("/signal/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("two-devices-talk", test_two_devices_talk);
  ADD ("a-device-is-the-same-after-a-restart", test_a_device_is_the_same_after_a_restart);
  ADD ("without-a-one-time-key-it-goes-as-well", test_without_a_one_time_key_it_goes_as_well);
  ADD ("each-failure-has-its-name", test_each_failure_has_its_name);
  ADD ("a-prekey-serves-once", test_a_prekey_serves_once);
  ADD ("a-signature-that-is-wrong-begins-nothing", test_a_signature_that_is_wrong_begins_nothing);
  ADD ("more-than-2000-missing-are-a-gap", test_more_than_2000_missing_are_a_gap);
  ADD ("a-new-identity-is-not-trusted-until-the-old-is-forgotten",
       test_a_new_identity_is_not_trusted_until_the_old_is_forgotten);
  ADD ("a-store-that-fails-takes-no-step", test_a_store_that_fails_takes_no_step);
  ADD ("a-session-moves-from-phone-to-lid", test_a_session_moves_from_phone_to_lid);
  ADD ("one-time-keys-are-told-once", test_one_time_keys_are_told_once);
  ADD ("a-signed-prekey-rotates-and-the-last-ones-serve-on",
       test_a_signed_prekey_rotates_and_the_last_ones_serve_on);
  ADD ("a-group-reads-what-has-its-key", test_a_group_reads_what_has_its_key);
  ADD ("a-gap-in-a-group-is-one-too", test_a_gap_in_a_group_is_one_too);
  ADD ("a-base-key-tells-sessions-apart", test_a_base_key_tells_sessions_apart);

  return g_test_run ();
}
