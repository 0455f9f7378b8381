/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protocol/two-devices.h"

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

static void
test_an_identity_that_is_told_is_the_one_that_is_trusted (Fixture *fixture, gconstpointer data)
{
  const KontorKeyPair *pair = kontor_signal_get_identity (fixture->anna.signal);
  const guint8 other[KONTOR_KEY_SIZE] = { 9 };
  g_autoptr(GError) error = NULL;
  KontorCipher cipher;
  g_autoptr(GBytes) sealed = NULL;
  gboolean has;

  g_assert_true (kontor_signal_trust (fixture->ben.signal, &anna, other, &error));
  begin (&fixture->anna, &ben, &fixture->ben, TRUE);
  sealed = seal (&fixture->anna, &ben, "hello", &cipher);
  assert_refuses (&fixture->ben, &anna, cipher, sealed, KONTOR_SIGNAL_UNTRUSTED);
  g_assert_true (kontor_signal_trust (fixture->ben.signal, &anna, pair->public_key, &error));
  assert_opens (&fixture->ben, &anna, cipher, sealed, "hello");
  g_assert_true (kontor_signal_trust (fixture->ben.signal, &anna, pair->public_key, &error));
  g_assert_true (kontor_signal_has_session (fixture->ben.signal, &anna, &has, &error));
  g_assert_true (has);
  g_assert_true (kontor_signal_trust (fixture->ben.signal, &anna, other, &error));
  g_assert_true (kontor_signal_has_session (fixture->ben.signal, &anna, &has, &error));
  g_assert_false (has);
}

static void
test_a_user_is_forgotten_with_all_devices (Fixture *fixture, gconstpointer data)
{
  const KontorSignalAddress tablet = { ben.user, 7 };
  gboolean has;

  begin (&fixture->anna, &ben, &fixture->ben, TRUE);
  begin (&fixture->anna, &tablet, &fixture->ben, TRUE);
  g_assert_true (kontor_signal_forget_user (fixture->anna.signal, ben.user, NULL));
  g_assert_true (kontor_signal_has_session (fixture->anna.signal, &ben, &has, NULL));
  g_assert_false (has);
  g_assert_true (kontor_signal_has_session (fixture->anna.signal, &tablet, &has, NULL));
  g_assert_false (has);
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
  ADD ("more-than-2000-missing-are-a-gap", test_more_than_2000_missing_are_a_gap);
  ADD ("a-new-identity-is-not-trusted-until-the-old-is-forgotten",
       test_a_new_identity_is_not_trusted_until_the_old_is_forgotten);
  ADD ("a-store-that-fails-takes-no-step", test_a_store_that_fails_takes_no_step);
  ADD ("a-session-moves-from-phone-to-lid", test_a_session_moves_from_phone_to_lid);
  ADD ("an-identity-that-is-told-is-the-one-that-is-trusted",
       test_an_identity_that_is_told_is_the_one_that_is_trusted);
  ADD ("a-user-is-forgotten-with-all-devices", test_a_user_is_forgotten_with_all_devices);
  ADD ("a-base-key-tells-sessions-apart", test_a_base_key_tells_sessions_apart);

  return g_test_run ();
}
