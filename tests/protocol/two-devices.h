/* SPDX-License-Identifier: GPL-3.0-or-later */
/* two-devices.h — two devices of ours that may write to each other; what other implementations make
 * of it is asked in tests/interop. */
#pragma once

#include <string.h>

#include "model/error.h"
#include "protocol/signal.h"

#define NOW_US G_GINT64_CONSTANT (1763712000000000)

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

static inline gboolean
load (gpointer data, KontorSignalRecord kind, const char *name, guint32 number, GBytes **record,
      GError **error)
{
  const KontorSignalStore *store = kontor_signal_memory_get_store (((Device *) data)->memory);

  return store->load (store->data, kind, name, number, record, error);
}

static inline gboolean
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

static inline GArray *
list (gpointer data, KontorSignalRecord kind, const char *name, GError **error)
{
  const KontorSignalStore *store = kontor_signal_memory_get_store (((Device *) data)->memory);

  return store->list (store->data, kind, name, error);
}

static inline void
open_device (Device *device)
{
  g_autoptr(GError) error = NULL;

  device->signal = kontor_signal_new (&device->store, NOW_US, &error);
  g_assert_no_error (error);
  g_assert_nonnull (device->signal);
}

static inline void
make_device (Device *device)
{
  device->memory = kontor_signal_memory_new ();
  device->store = (KontorSignalStore) { load, save, list, device };
  open_device (device);
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  make_device (&fixture->anna);
  make_device (&fixture->ben);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  kontor_signal_free (fixture->anna.signal);
  kontor_signal_free (fixture->ben.signal);
  kontor_signal_memory_free (fixture->anna.memory);
  kontor_signal_memory_free (fixture->ben.memory);
}

static inline GBytes *
text_bytes (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static inline KontorPrekeyBundle
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

static inline void
begin (Device *from, const KontorSignalAddress *to, Device *device, gboolean with_key)
{
  g_autoptr(GError) error = NULL;
  const KontorPrekeyBundle bundle = offer (device, with_key);

  g_assert_cmpint (kontor_signal_begin (from->signal, to, &bundle, &error), ==,
                   KONTOR_SIGNAL_FINE);
  g_assert_no_error (error);
}

static inline GBytes *
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

static inline void
assert_opens (Device *to, const KontorSignalAddress *from, KontorCipher cipher, GBytes *sealed,
              const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) plain = NULL;

  kontor_signal_decrypt (to->signal, from, cipher, sealed, &plain, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), text, strlen (text));
}

static inline void
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

static inline void
say (Device *from, const KontorSignalAddress *own, Device *to, const KontorSignalAddress *whom,
     const char *text, KontorCipher wanted)
{
  KontorCipher cipher;
  g_autoptr(GBytes) sealed = seal (from, whom, text, &cipher);

  g_assert_cmpstr (kontor_cipher_get_name (cipher), ==, kontor_cipher_get_name (wanted));
  assert_opens (to, own, cipher, sealed, text);
}

/* Ben answered once, so both sides know the session. */
static inline void
meet (Fixture *fixture)
{
  begin (&fixture->anna, &ben, &fixture->ben, TRUE);
  say (&fixture->anna, &anna, &fixture->ben, &ben, "hello", KONTOR_CIPHER_PKMSG);
  say (&fixture->ben, &ben, &fixture->anna, &anna, "hello too", KONTOR_CIPHER_MSG);
}
