/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-session.c — sessions with one device at a time.
 *
 * The library says "invalid message" of a changed message and of one too far ahead alike; which of
 * them it was is asked of the session afterwards, since they are answered differently. */
#include "protocol/signal-inside.h"

#include <openssl/crypto.h>
#include <signal/protocol.h>
#include <signal/session_builder.h>
#include <signal/session_cipher.h>
#include <signal/session_state.h>
#include <signal/signal_protocol.h>
#include <string.h>

#define TYPED_SIZE (1 + KONTOR_KEY_SIZE)
/* The library's limit, and WhatsApp Web's. */
#define MOST_AHEAD 2000

static ec_public_key *
read_key (const guint8 bytes[KONTOR_KEY_SIZE])
{
  guint8 typed[TYPED_SIZE] = { KONTOR_KEY_TYPE };
  ec_public_key *key = NULL;

  memcpy (typed + 1, bytes, KONTOR_KEY_SIZE);
  if (curve_decode_point (&key, typed, sizeof typed, kontor_signal_context_get ()) < 0)
    g_error ("the Signal library cannot read a key");

  return key;
}

gboolean
kontor_signal_has_session (KontorSignal *self, const KontorSignalAddress *whom, gboolean *has,
                           GError **error)
{
  g_autoptr(GBytes) record = NULL;

  *has = FALSE;
  if (!kontor_signal_load (self, KONTOR_SIGNAL_SESSION, whom->user, whom->device, &record, error))
    return FALSE;
  *has = record != NULL;

  return TRUE;
}

static session_pre_key_bundle *
read_bundle (const KontorSignalAddress *whom, const KontorPrekeyBundle *given)
{
  ec_public_key *identity = read_key (given->identity);
  ec_public_key *signed_prekey = read_key (given->signed_prekey.public_key);
  ec_public_key *prekey = given->has_prekey ? read_key (given->prekey.public_key) : NULL;
  session_pre_key_bundle *bundle = NULL;

  if (session_pre_key_bundle_create (&bundle, given->registration_id, (int) whom->device,
                                     given->prekey.id, prekey, given->signed_prekey.id,
                                     signed_prekey, given->signed_prekey.signature,
                                     KONTOR_SIGNATURE_SIZE, identity) < 0)
    g_error ("the Signal library cannot read a bundle of keys");
  SIGNAL_UNREF (identity);
  SIGNAL_UNREF (signed_prekey);
  if (prekey != NULL)
    SIGNAL_UNREF (prekey);

  return bundle;
}

KontorSignalOutcome
kontor_signal_begin (KontorSignal *self, const KontorSignalAddress *whom,
                     const KontorPrekeyBundle *given, GError **error)
{
  const signal_protocol_address address = kontor_signal_name (whom);
  session_pre_key_bundle *bundle = read_bundle (whom, given);
  session_builder *builder = NULL;
  int result = session_builder_create (&builder, self->context, &address,
                                       kontor_signal_context_get ());

  if (result >= 0)
    result = session_builder_process_pre_key_bundle (builder, bundle);
  session_builder_free (builder);
  SIGNAL_UNREF (bundle);

  return kontor_signal_end (self, result, error);
}

static KontorCipher
get_cipher (ciphertext_message *message)
{
  return ciphertext_message_get_type (message) == CIPHERTEXT_PREKEY_TYPE ? KONTOR_CIPHER_PKMSG
                                                                         : KONTOR_CIPHER_MSG;
}

KontorSignalOutcome
kontor_signal_encrypt (KontorSignal *self, const KontorSignalAddress *to, GBytes *plain,
                       KontorCipher *cipher, GBytes **sealed, GError **error)
{
  const signal_protocol_address address = kontor_signal_name (to);
  session_cipher *session = NULL;
  ciphertext_message *message = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (plain, &size);
  int result = signal_protocol_session_contains_session (self->context, &address);
  KontorSignalOutcome outcome;

  *sealed = NULL;
  if (result == 0)
    result = SG_ERR_NO_SESSION;
  if (result >= 0)
    result = session_cipher_create (&session, self->context, &address,
                                    kontor_signal_context_get ());
  if (result >= 0)
    result = session_cipher_encrypt (session, bytes, size, &message);
  outcome = kontor_signal_end (self, result, error);
  if (outcome == KONTOR_SIGNAL_FINE)
    {
      *cipher = get_cipher (message);
      *sealed = kontor_signal_take_buffer (
        signal_buffer_copy (ciphertext_message_get_serialized (message)));
    }
  if (message != NULL)
    SIGNAL_UNREF (message);
  session_cipher_free (session);

  return outcome;
}

static gboolean
is_far_ahead (session_state *state, signal_message *message)
{
  ratchet_chain_key *chain = session_state_get_receiver_chain_key (
    state, signal_message_get_sender_ratchet_key (message));
  guint32 index = chain != NULL ? ratchet_chain_key_get_index (chain) : 0;
  guint32 counter = signal_message_get_counter (message);

  return counter > index && counter - index > MOST_AHEAD;
}

/* Far ahead of the current state alone: the older ones are for what was already under way. */
static gboolean
is_gap (KontorSignal *self, const KontorSignalAddress *from, signal_message *message)
{
  session_record *record = kontor_signal_open_session (self, from, NULL);
  gboolean is = record != NULL && is_far_ahead (session_record_get_state (record), message);

  if (record != NULL)
    SIGNAL_UNREF (record);

  return is;
}

typedef struct {
  KontorCipher            cipher;
  signal_message         *message;  /* lent by the other where that is there */
  pre_key_signal_message *first;
} Incoming;

static int
read_incoming (Incoming *incoming, GBytes *sealed)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  signal_context *context = kontor_signal_context_get ();
  int result;

  if (incoming->cipher == KONTOR_CIPHER_MSG)
    return signal_message_deserialize (&incoming->message, bytes, size, context);
  result = pre_key_signal_message_deserialize (&incoming->first, bytes, size, context);
  if (result >= 0)
    incoming->message = pre_key_signal_message_get_signal_message (incoming->first);

  return result;
}

static void
drop_incoming (Incoming *incoming)
{
  if (incoming->first != NULL)
    SIGNAL_UNREF (incoming->first);
  else if (incoming->message != NULL)
    SIGNAL_UNREF (incoming->message);
}

static int
decrypt (KontorSignal *self, const KontorSignalAddress *from, const Incoming *incoming,
         signal_buffer **plain)
{
  const signal_protocol_address address = kontor_signal_name (from);
  session_cipher *session = NULL;
  int result = session_cipher_create (&session, self->context, &address,
                                      kontor_signal_context_get ());

  if (result >= 0)
    result = incoming->first != NULL
      ? session_cipher_decrypt_pre_key_signal_message (session, incoming->first, NULL, plain)
      : session_cipher_decrypt_signal_message (session, incoming->message, NULL, plain);
  session_cipher_free (session);

  return result;
}

KontorSignalOutcome
kontor_signal_decrypt (KontorSignal *self, const KontorSignalAddress *from, KontorCipher cipher,
                       GBytes *sealed, GBytes **plain, GError **error)
{
  Incoming incoming = { .cipher = cipher };
  signal_buffer *buffer = NULL;
  KontorSignalOutcome outcome;
  int result;

  *plain = NULL;
  if (read_incoming (&incoming, sealed) < 0)
    return kontor_signal_outcome_fail (KONTOR_SIGNAL_MALFORMED, error);
  result = decrypt (self, from, &incoming, &buffer);
  if (result == SG_ERR_INVALID_MESSAGE && is_gap (self, from, incoming.message))
    {
      kontor_signal_keep (self, FALSE, NULL);
      outcome = kontor_signal_outcome_fail (KONTOR_SIGNAL_GAP, error);
    }
  else
    outcome = kontor_signal_end (self, result, error);
  drop_incoming (&incoming);
  if (outcome == KONTOR_SIGNAL_FINE)
    *plain = kontor_signal_take_buffer (buffer);
  else
    signal_buffer_bzero_free (buffer);

  return outcome;
}

gboolean
kontor_signal_find_base_key (KontorSignal *self, const KontorSignalAddress *whom,
                             GBytes **base_key, guint32 *registration_id, GError **error)
{
  g_autoptr(GError) broken = NULL;
  session_record *record = kontor_signal_open_session (self, whom, &broken);
  session_state *state = record != NULL ? session_record_get_state (record) : NULL;
  ec_public_key *key = state != NULL ? session_state_get_alice_base_key (state) : NULL;
  signal_buffer *buffer = NULL;

  *base_key = NULL;
  if (broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return FALSE;
    }
  if (key != NULL && ec_public_key_serialize (&buffer, key) >= 0)
    {
      *base_key = kontor_signal_take_buffer (buffer);
      *registration_id = session_state_get_remote_registration_id (state);
    }
  if (record != NULL)
    SIGNAL_UNREF (record);

  return TRUE;
}

gboolean
kontor_signal_trust (KontorSignal *self, const KontorSignalAddress *whom,
                     const guint8 identity[KONTOR_KEY_SIZE], GError **error)
{
  guint8 typed[TYPED_SIZE] = { KONTOR_KEY_TYPE };
  g_autoptr(GBytes) known = NULL, now = NULL;

  if (!kontor_signal_load (self, KONTOR_SIGNAL_IDENTITY, whom->user, whom->device, &known, error))
    return FALSE;
  memcpy (typed + 1, identity, KONTOR_KEY_SIZE);
  now = g_bytes_new (typed, sizeof typed);
  if (known != NULL && g_bytes_equal (known, now))
    return TRUE;
  if (known != NULL)
    kontor_signal_stage (self, KONTOR_SIGNAL_SESSION, whom->user, whom->device, NULL);
  kontor_signal_stage (self, KONTOR_SIGNAL_IDENTITY, whom->user, whom->device, now);

  return kontor_signal_keep (self, TRUE, error);
}

gboolean
kontor_signal_forget (KontorSignal *self, const KontorSignalAddress *whom, GError **error)
{
  kontor_signal_stage (self, KONTOR_SIGNAL_SESSION, whom->user, whom->device, NULL);
  kontor_signal_stage (self, KONTOR_SIGNAL_IDENTITY, whom->user, whom->device, NULL);

  return kontor_signal_keep (self, TRUE, error);
}

static gboolean
stage_forgetting (KontorSignal *self, KontorSignalRecord kind, const char *user, GError **error)
{
  g_autoptr(GArray) devices = self->store.list (self->store.data, kind, user, error);

  for (guint i = 0; devices != NULL && i < devices->len; i++)
    kontor_signal_stage (self, kind, user, g_array_index (devices, guint32, i), NULL);

  return devices != NULL;
}

gboolean
kontor_signal_forget_user (KontorSignal *self, const char *user, GError **error)
{
  gboolean fine = stage_forgetting (self, KONTOR_SIGNAL_SESSION, user, error) &&
                  stage_forgetting (self, KONTOR_SIGNAL_IDENTITY, user, error);

  return kontor_signal_keep (self, fine, error);
}

/* What @to has already stays. *moved grows by one if the record went there. */
static gboolean
stage_move (KontorSignal *self, KontorSignalRecord kind, const char *from, const char *to,
            guint32 device, guint *moved, GError **error)
{
  g_autoptr(GBytes) record = NULL, there = NULL;

  if (!kontor_signal_load (self, kind, from, device, &record, error) ||
      !kontor_signal_load (self, kind, to, device, &there, error))
    return FALSE;
  if (record != NULL && there == NULL)
    {
      kontor_signal_stage (self, kind, to, device, record);
      (*moved)++;
    }
  kontor_signal_stage (self, kind, from, device, NULL);

  return TRUE;
}

static gboolean
stage_moves (KontorSignal *self, KontorSignalRecord kind, const char *from, const char *to,
             guint *moved, GError **error)
{
  g_autoptr(GArray) devices = self->store.list (self->store.data, kind, from, error);
  gboolean fine = devices != NULL;

  for (guint i = 0; fine && i < devices->len; i++)
    fine = stage_move (self, kind, from, to, g_array_index (devices, guint32, i), moved, error);

  return fine;
}

gboolean
kontor_signal_move (KontorSignal *self, const char *from, const char *to, guint *moved,
                    GError **error)
{
  guint identities = 0;
  gboolean fine;

  *moved = 0;
  fine = stage_moves (self, KONTOR_SIGNAL_SESSION, from, to, moved, error) &&
         stage_moves (self, KONTOR_SIGNAL_IDENTITY, from, to, &identities, error);

  return kontor_signal_keep (self, fine, error);
}
