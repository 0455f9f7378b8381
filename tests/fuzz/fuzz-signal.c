/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an encrypted message of each kind and as a sender key: an outcome, and a session
 * that still reads what comes next. */
#include <string.h>

#include "protocol/signal.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#define GROUP "1@g.us"

static const KontorSignalAddress anna = { "11@lid", 0 }, ben = { "22@lid", 3 };

static struct {
  KontorSignalMemory *memory;
  KontorSignal       *signal;
} sides[2];

static KontorSignal *
get_side (guint n)
{
  if (sides[n].signal == NULL)
    {
      sides[n].memory = kontor_signal_memory_new ();
      sides[n].signal = kontor_signal_new (kontor_signal_memory_get_store (sides[n].memory), 0,
                                           NULL);
    }

  return sides[n].signal;
}

static void
meet (void)
{
  KontorSignal *ours = get_side (0), *other = get_side (1);
  KontorPrekeyBundle bundle = { kontor_signal_get_registration_id (ours) };
  g_autoptr(GBytes) key = NULL;

  memcpy (bundle.identity, kontor_signal_get_identity (ours)->public_key, KONTOR_KEY_SIZE);
  g_assert_true (kontor_signal_find_signed (ours, &bundle.signed_prekey, NULL));
  g_assert_cmpint (kontor_signal_begin (other, &ben, &bundle, NULL), ==, KONTOR_SIGNAL_FINE);
  g_assert_cmpint (kontor_signal_distribute (other, GROUP, &anna, &key, NULL), ==,
                   KONTOR_SIGNAL_FINE);
  g_assert_cmpint (kontor_signal_accept (ours, GROUP, &anna, key, NULL), ==, KONTOR_SIGNAL_FINE);
}

static void
check_goes_on (void)
{
  g_autoptr(GBytes) plain = g_bytes_new_static ("next", 4), sealed = NULL, read = NULL;
  KontorCipher cipher;

  g_assert_cmpint (kontor_signal_encrypt (get_side (1), &ben, plain, &cipher, &sealed, NULL), ==,
                   KONTOR_SIGNAL_FINE);
  g_assert_cmpint (kontor_signal_decrypt (get_side (0), &anna, cipher, sealed, &read, NULL), ==,
                   KONTOR_SIGNAL_FINE);
  g_assert_true (g_bytes_equal (plain, read));
}

static void
try_cipher (GBytes *bytes, KontorCipher cipher)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) plain = NULL;
  KontorSignalOutcome outcome = kontor_signal_decrypt (get_side (0), &anna, cipher, bytes, &plain,
                                                       &error);

  g_assert_true ((outcome == KONTOR_SIGNAL_FINE) == (error == NULL));
  g_assert_true ((outcome == KONTOR_SIGNAL_FINE) == (plain != NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size), plain = NULL;
  gboolean has = FALSE;

  kontor_signal_has_session (get_side (1), &ben, &has, NULL);
  if (!has)
    meet ();
  try_cipher (bytes, KONTOR_CIPHER_MSG);
  try_cipher (bytes, KONTOR_CIPHER_PKMSG);
  kontor_signal_decrypt_group (get_side (0), GROUP, &anna, bytes, &plain, NULL);
  kontor_signal_accept (get_side (0), GROUP, &ben, bytes, NULL);
  check_goes_on ();

  return 0;
}
