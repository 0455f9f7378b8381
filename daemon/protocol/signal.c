/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal.c — the device itself: its identity, which never changes, and its keys by number.
 *
 * Keys of ours are written as the library writes them, since it reads them itself when a session
 * begins. Which of them come next is a record of its own, read each time: a transaction that was
 * undone takes it back with the keys. */
#include "protocol/signal-inside.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <signal/signal_protocol.h>
#include <string.h>

#include "model/error.h"

#define SELF_SIZE (4 + 2 * KONTOR_KEY_SIZE)
#define COUNTERS_SIZE (3 * 4 + 8)
#define LAST_REGISTRATION 16380
/* Messages that begin a session may be under way for weeks. */
#define SIGNED_KEPT 3

typedef struct {
  guint32 next;       /* the one-time key to make next */
  guint32 untold;     /* the first one that nobody was told of */
  guint32 signed_id;
  gint64  signed_at_us;
} Counters;

static const char *const cipher_names[] = {
  [KONTOR_CIPHER_MSG] = "msg", [KONTOR_CIPHER_PKMSG] = "pkmsg", [KONTOR_CIPHER_SKMSG] = "skmsg",
};

const char *
kontor_cipher_get_name (KontorCipher cipher)
{
  return cipher_names[cipher];
}

gboolean
kontor_cipher_parse (const char *name, KontorCipher *cipher)
{
  for (guint i = 0; i < G_N_ELEMENTS (cipher_names); i++)
    if (g_strcmp0 (name, cipher_names[i]) == 0)
      {
        *cipher = i;
        return TRUE;
      }

  return FALSE;
}

static GBytes *
write_self (KontorSignal *self)
{
  guint8 bytes[SELF_SIZE];
  guint32 id = GUINT32_TO_BE (self->registration_id);
  GBytes *record;

  memcpy (bytes, &id, 4);
  memcpy (bytes + 4, self->identity.public_key, KONTOR_KEY_SIZE);
  memcpy (bytes + 4 + KONTOR_KEY_SIZE, self->identity.private_key, KONTOR_KEY_SIZE);
  record = g_bytes_new (bytes, sizeof bytes);
  OPENSSL_cleanse (bytes, sizeof bytes);

  return record;
}

static gboolean
read_self (KontorSignal *self, GBytes *record, GError **error)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (record, &size);

  if (size != SELF_SIZE)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                           "the keys of the linked device are broken: link it again");
      return FALSE;
    }
  memcpy (&self->registration_id, bytes, 4);
  self->registration_id = GUINT32_FROM_BE (self->registration_id);
  memcpy (self->identity.public_key, bytes + 4, KONTOR_KEY_SIZE);
  memcpy (self->identity.private_key, bytes + 4 + KONTOR_KEY_SIZE, KONTOR_KEY_SIZE);

  return TRUE;
}

static void
stage_counters (KontorSignal *self, const Counters *counters)
{
  guint8 bytes[COUNTERS_SIZE];
  const guint32 ids[] = { GUINT32_TO_BE (counters->next), GUINT32_TO_BE (counters->untold),
                          GUINT32_TO_BE (counters->signed_id) };
  const gint64 at = GINT64_TO_BE (counters->signed_at_us);
  g_autoptr(GBytes) record = NULL;

  memcpy (bytes, ids, sizeof ids);
  memcpy (bytes + sizeof ids, &at, sizeof at);
  record = g_bytes_new (bytes, sizeof bytes);
  kontor_signal_stage (self, KONTOR_SIGNAL_COUNTERS, "", 0, record);
}

static gboolean
load_counters (KontorSignal *self, Counters *counters, GError **error)
{
  g_autoptr(GBytes) record = NULL;
  guint32 ids[3];
  gint64 at;
  const guint8 *bytes;

  *counters = (Counters) { .next = 1, .untold = 1 };
  if (!kontor_signal_load (self, KONTOR_SIGNAL_COUNTERS, "", 0, &record, error))
    return FALSE;
  if (record == NULL || g_bytes_get_size (record) != COUNTERS_SIZE)
    return TRUE;
  bytes = g_bytes_get_data (record, NULL);
  memcpy (ids, bytes, sizeof ids);
  memcpy (&at, bytes + sizeof ids, sizeof at);
  *counters = (Counters) { GUINT32_FROM_BE (ids[0]), GUINT32_FROM_BE (ids[1]),
                           GUINT32_FROM_BE (ids[2]), GINT64_FROM_BE (at) };

  return TRUE;
}

/* (transfer full) */
static ec_key_pair *
make_pair (KontorKeyPair *pair)
{
  guint8 typed[1 + KONTOR_KEY_SIZE] = { KONTOR_KEY_TYPE };
  signal_context *context = kontor_signal_context_get ();
  ec_public_key *public_key = NULL;
  ec_private_key *private_key = NULL;
  ec_key_pair *made = NULL;

  kontor_key_pair_make (pair);
  memcpy (typed + 1, pair->public_key, KONTOR_KEY_SIZE);
  if (curve_decode_point (&public_key, typed, sizeof typed, context) < 0 ||
      curve_decode_private_point (&private_key, pair->private_key, KONTOR_KEY_SIZE, context) < 0 ||
      ec_key_pair_create (&made, public_key, private_key) < 0)
    g_error ("the Signal library cannot read a key");
  SIGNAL_UNREF (public_key);
  SIGNAL_UNREF (private_key);

  return made;
}

static void
make_prekey (KontorSignal *self, guint32 id)
{
  KontorKeyPair pair;
  ec_key_pair *made = make_pair (&pair);
  session_pre_key *key = NULL;
  signal_buffer *buffer = NULL;
  g_autoptr(GBytes) record = NULL;

  if (session_pre_key_create (&key, id, made) < 0 || session_pre_key_serialize (&buffer, key) < 0)
    g_error ("the Signal library cannot write a key");
  record = kontor_signal_take_buffer (buffer);
  kontor_signal_stage (self, KONTOR_SIGNAL_PREKEY, "", id, record);
  OPENSSL_cleanse (&pair, sizeof pair);
  SIGNAL_UNREF (key);
  SIGNAL_UNREF (made);
}

/* The signature is over the key with its type. */
static void
make_signed (KontorSignal *self, guint32 id, gint64 now_us)
{
  KontorKeyPair pair;
  ec_key_pair *made = make_pair (&pair);
  guint8 typed[1 + KONTOR_KEY_SIZE] = { KONTOR_KEY_TYPE };
  g_autoptr(GBytes) message = NULL, signature = NULL, record = NULL;
  session_signed_pre_key *key = NULL;
  signal_buffer *buffer = NULL;

  memcpy (typed + 1, pair.public_key, KONTOR_KEY_SIZE);
  message = g_bytes_new (typed, sizeof typed);
  signature = kontor_curve_sign (self->identity.private_key, message);
  if (session_signed_pre_key_create (&key, id, now_us, made, g_bytes_get_data (signature, NULL),
                                     KONTOR_SIGNATURE_SIZE) < 0 ||
      session_signed_pre_key_serialize (&buffer, key) < 0)
    g_error ("the Signal library cannot write a key");
  record = kontor_signal_take_buffer (buffer);
  kontor_signal_stage (self, KONTOR_SIGNAL_SIGNED_PREKEY, "", id, record);
  OPENSSL_cleanse (&pair, sizeof pair);
  SIGNAL_UNREF (key);
  SIGNAL_UNREF (made);
}

static gboolean
make_self (KontorSignal *self, gint64 now_us, GError **error)
{
  const Counters counters = { 1, 1, 1, now_us };
  g_autoptr(GBytes) record = NULL;

  if (RAND_bytes ((guint8 *) &self->registration_id, sizeof self->registration_id) != 1)
    g_error ("there are no random numbers");
  self->registration_id = 1 + self->registration_id % LAST_REGISTRATION;
  kontor_key_pair_make (&self->identity);
  record = write_self (self);
  kontor_signal_stage (self, KONTOR_SIGNAL_SELF, "", 0, record);
  make_signed (self, counters.signed_id, now_us);
  stage_counters (self, &counters);

  return kontor_signal_keep (self, TRUE, error);
}

KontorSignal *
kontor_signal_new (const KontorSignalStore *store, gint64 now_us, GError **error)
{
  g_autoptr(KontorSignal) self = g_new0 (KontorSignal, 1);
  g_autoptr(GBytes) record = NULL;

  self->store = *store;
  kontor_signal_bridge (self);
  if (!kontor_signal_load (self, KONTOR_SIGNAL_SELF, "", 0, &record, error))
    return NULL;
  if (!(record != NULL ? read_self (self, record, error) : make_self (self, now_us, error)))
    return NULL;

  return g_steal_pointer (&self);
}

void
kontor_signal_free (KontorSignal *self)
{
  signal_protocol_store_context_destroy (self->context);
  g_ptr_array_unref (self->staged);
  g_clear_error (&self->trouble);
  OPENSSL_cleanse (&self->identity, sizeof self->identity);
  g_free (self);
}

guint32
kontor_signal_get_registration_id (KontorSignal *self)
{
  return self->registration_id;
}

const KontorKeyPair *
kontor_signal_get_identity (KontorSignal *self)
{
  return &self->identity;
}

static guint32
after (guint32 id)
{
  return id < KONTOR_PREKEY_LAST ? id + 1 : 1;
}

static void
copy_public (ec_key_pair *pair, guint8 *bytes)
{
  signal_buffer *buffer = NULL;

  if (ec_public_key_serialize (&buffer, ec_key_pair_get_public (pair)) < 0)
    g_error ("the Signal library cannot write a key");
  memcpy (bytes, signal_buffer_data (buffer) + 1, KONTOR_KEY_SIZE);
  signal_buffer_free (buffer);
}

static gboolean
read_prekey (KontorSignal *self, guint32 id, KontorPrekey *prekey, gboolean *there, GError **error)
{
  g_autoptr(GBytes) record = NULL;
  session_pre_key *key = NULL;
  gsize size;
  const guint8 *bytes;

  if (!kontor_signal_load (self, KONTOR_SIGNAL_PREKEY, "", id, &record, error))
    return FALSE;
  *there = FALSE;
  if (record == NULL)
    return TRUE;
  bytes = g_bytes_get_data (record, &size);
  if (session_pre_key_deserialize (&key, bytes, size, kontor_signal_context_get ()) < 0)
    return TRUE;
  *there = TRUE;
  prekey->id = id;
  copy_public (session_pre_key_get_key_pair (key), prekey->public_key);
  SIGNAL_UNREF (key);

  return TRUE;
}

GArray *
kontor_signal_list_prekeys (KontorSignal *self, guint count, GError **error)
{
  g_autoptr(GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (KontorPrekey), count);
  Counters counters;

  if (!load_counters (self, &counters, error))
    return NULL;
  for (guint32 id = counters.untold; keys->len < count; id = after (id))
    {
      KontorPrekey key;
      gboolean there;

      if (id == counters.next)
        {
          make_prekey (self, id);
          counters.next = after (id);
        }
      if (!read_prekey (self, id, &key, &there, error))
        return kontor_signal_keep (self, FALSE, NULL), NULL;
      if (there)
        g_array_append_val (keys, key);
    }
  stage_counters (self, &counters);

  return kontor_signal_keep (self, TRUE, error) ? g_steal_pointer (&keys) : NULL;
}

gboolean
kontor_signal_tell_prekeys (KontorSignal *self, guint32 last_id, GError **error)
{
  Counters counters;

  if (!load_counters (self, &counters, error))
    return FALSE;
  counters.untold = after (last_id);
  stage_counters (self, &counters);

  return kontor_signal_keep (self, TRUE, error);
}

GArray *
kontor_signal_find_prekeys (KontorSignal *self, const GArray *ids, GError **error)
{
  g_autoptr(GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (KontorPrekey), ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      KontorPrekey key;
      gboolean there;

      if (!read_prekey (self, g_array_index (ids, guint32, i), &key, &there, error))
        return NULL;
      if (there)
        g_array_append_val (keys, key);
    }

  return g_steal_pointer (&keys);
}

gboolean
kontor_signal_find_signed (KontorSignal *self, KontorSignedPrekey *found, GError **error)
{
  g_autoptr(GBytes) record = NULL;
  session_signed_pre_key *key = NULL;
  Counters counters;
  gsize size = 0;
  const guint8 *bytes;

  if (!load_counters (self, &counters, error) ||
      !kontor_signal_load (self, KONTOR_SIGNAL_SIGNED_PREKEY, "", counters.signed_id, &record,
                           error))
    return FALSE;
  bytes = record != NULL ? g_bytes_get_data (record, &size) : NULL;
  if (bytes == NULL ||
      session_signed_pre_key_deserialize (&key, bytes, size, kontor_signal_context_get ()) < 0)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
                           "the signed prekey is missing: link the device again");
      return FALSE;
    }
  found->id = counters.signed_id;
  found->made_at_us = counters.signed_at_us;
  copy_public (session_signed_pre_key_get_key_pair (key), found->public_key);
  memcpy (found->signature, session_signed_pre_key_get_signature (key), KONTOR_SIGNATURE_SIZE);
  SIGNAL_UNREF (key);

  return TRUE;
}

gboolean
kontor_signal_rotate (KontorSignal *self, gint64 now_us, GError **error)
{
  g_autoptr(GArray) ids = self->store.list (self->store.data, KONTOR_SIGNAL_SIGNED_PREKEY, "",
                                            error);
  Counters counters;

  if (ids == NULL || !load_counters (self, &counters, error))
    return FALSE;
  counters.signed_id = after (counters.signed_id);
  counters.signed_at_us = now_us;
  make_signed (self, counters.signed_id, now_us);
  for (guint i = 0; i + SIGNED_KEPT <= ids->len; i++)
    kontor_signal_stage (self, KONTOR_SIGNAL_SIGNED_PREKEY, "", g_array_index (ids, guint32, i),
                         NULL);
  stage_counters (self, &counters);

  return kontor_signal_keep (self, TRUE, error);
}
