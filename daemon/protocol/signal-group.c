/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-group.c — sender keys. The library answers a key of unknown id and a message too far ahead
 * as it answers a wrong signature; the record is asked which it was. */
#include "protocol/signal-inside.h"

#include <signal/group_cipher.h>
#include <signal/group_session_builder.h>
#include <signal/protocol.h>
#include <signal/sender_key.h>
#include <signal/sender_key_record.h>
#include <signal/sender_key_state.h>
#include <signal/signal_protocol.h>
#include <string.h>

#define MOST_AHEAD 2000

static signal_protocol_sender_key_name
name_key (const char *group, const KontorSignalAddress *sender)
{
  return (signal_protocol_sender_key_name) { group, strlen (group), kontor_signal_name (sender) };
}

/* (transfer full) */
static GBytes *
copy_bytes (gpointer message)
{
  return kontor_signal_take_buffer (
    signal_buffer_copy (ciphertext_message_get_serialized (message)));
}

KontorSignalOutcome
kontor_signal_distribute (KontorSignal *self, const char *group, const KontorSignalAddress *own,
                          GBytes **distribution, GError **error)
{
  const signal_protocol_sender_key_name name = name_key (group, own);
  group_session_builder *builder = NULL;
  sender_key_distribution_message *message = NULL;
  int result = group_session_builder_create (&builder, self->context,
                                             kontor_signal_context_get ());
  KontorSignalOutcome outcome;

  *distribution = NULL;
  if (result >= 0)
    result = group_session_builder_create_session (builder, &message, &name);
  group_session_builder_free (builder);
  outcome = kontor_signal_end (self, result, error);
  if (outcome == KONTOR_SIGNAL_FINE)
    *distribution = copy_bytes (message);
  if (message != NULL)
    SIGNAL_UNREF (message);

  return outcome;
}

KontorSignalOutcome
kontor_signal_accept (KontorSignal *self, const char *group, const KontorSignalAddress *sender,
                      GBytes *distribution, GError **error)
{
  const signal_protocol_sender_key_name name = name_key (group, sender);
  group_session_builder *builder = NULL;
  sender_key_distribution_message *message = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (distribution, &size);
  int result;

  if (sender_key_distribution_message_deserialize (&message, bytes, size,
                                                   kontor_signal_context_get ()) < 0)
    return kontor_signal_outcome_fail (KONTOR_SIGNAL_MALFORMED, error);
  result = group_session_builder_create (&builder, self->context, kontor_signal_context_get ());
  if (result >= 0)
    result = group_session_builder_process_session (builder, &name, message);
  group_session_builder_free (builder);
  SIGNAL_UNREF (message);

  return kontor_signal_end (self, result, error);
}

KontorSignalOutcome
kontor_signal_encrypt_group (KontorSignal *self, const char *group, const KontorSignalAddress *own,
                             GBytes *plain, GBytes **sealed, GError **error)
{
  const signal_protocol_sender_key_name name = name_key (group, own);
  group_cipher *cipher = NULL;
  ciphertext_message *message = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (plain, &size);
  int result = group_cipher_create (&cipher, self->context, &name, kontor_signal_context_get ());
  KontorSignalOutcome outcome;

  *sealed = NULL;
  if (result >= 0)
    result = group_cipher_encrypt (cipher, bytes, size, &message);
  group_cipher_free (cipher);
  outcome = kontor_signal_end (self, result, error);
  if (outcome == KONTOR_SIGNAL_FINE)
    *sealed = copy_bytes (message);
  if (message != NULL)
    SIGNAL_UNREF (message);

  return outcome;
}

static KontorSignalOutcome
ask_state (sender_key_record *record, sender_key_message *message)
{
  sender_key_state *state = NULL;
  guint32 iteration = sender_key_message_get_iteration (message);
  guint32 next;

  if (sender_key_record_get_sender_key_state_by_id (record, &state,
                                                    sender_key_message_get_key_id (message)) < 0)
    return KONTOR_SIGNAL_NO_SESSION;
  next = sender_chain_key_get_iteration (sender_key_state_get_chain_key (state));

  return iteration > next && iteration - next > MOST_AHEAD ? KONTOR_SIGNAL_GAP
                                                           : KONTOR_SIGNAL_BAD_MAC;
}

/* Why the library would not have @message. */
static KontorSignalOutcome
ask_why (KontorSignal *self, const signal_protocol_sender_key_name *name,
         sender_key_message *message)
{
  sender_key_record *record = NULL;
  KontorSignalOutcome outcome;

  if (signal_protocol_sender_key_load_key (self->context, &record, name) < 0)
    return KONTOR_SIGNAL_NOT_STORED;
  outcome = ask_state (record, message);
  SIGNAL_UNREF (record);

  return outcome;
}

static int
decrypt (KontorSignal *self, const signal_protocol_sender_key_name *name,
         sender_key_message *message, signal_buffer **plain)
{
  group_cipher *cipher = NULL;
  int result = group_cipher_create (&cipher, self->context, name, kontor_signal_context_get ());

  if (result >= 0)
    result = group_cipher_decrypt (cipher, message, NULL, plain);
  group_cipher_free (cipher);

  return result;
}

KontorSignalOutcome
kontor_signal_decrypt_group (KontorSignal *self, const char *group,
                             const KontorSignalAddress *sender, GBytes *sealed, GBytes **plain,
                             GError **error)
{
  const signal_protocol_sender_key_name name = name_key (group, sender);
  sender_key_message *message = NULL;
  signal_buffer *buffer = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  KontorSignalOutcome outcome;
  int result;

  *plain = NULL;
  if (sender_key_message_deserialize (&message, bytes, size, kontor_signal_context_get ()) < 0)
    return kontor_signal_outcome_fail (KONTOR_SIGNAL_MALFORMED, error);
  result = decrypt (self, &name, message, &buffer);
  if (result == SG_ERR_INVALID_MESSAGE)
    {
      kontor_signal_keep (self, FALSE, NULL);
      outcome = kontor_signal_outcome_fail (ask_why (self, &name, message), error);
    }
  else
    outcome = kontor_signal_end (self, result, error);
  SIGNAL_UNREF (message);
  if (outcome == KONTOR_SIGNAL_FINE)
    *plain = kontor_signal_take_buffer (buffer);
  else
    signal_buffer_bzero_free (buffer);

  return outcome;
}

gboolean
kontor_signal_forget_sender_key (KontorSignal *self, const char *group,
                                 const KontorSignalAddress *own, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s %s", group, own->user);

  kontor_signal_stage (self, KONTOR_SIGNAL_SENDER_KEY, name, own->device, NULL);

  return kontor_signal_keep (self, TRUE, error);
}
