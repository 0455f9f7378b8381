/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signal-bridge.c — the five stores that the library asks, as one. What it wants kept is staged
 * first: it keeps an identity before it has decrypted the message that showed it, and a message
 * that cannot be decrypted must leave nothing. */
#include "protocol/signal-inside.h"

#include <openssl/crypto.h>
#include <signal/signal_protocol.h>
#include <string.h>

#include "model/error.h"

#define TYPED_SIZE (1 + KONTOR_KEY_SIZE)
/* Below everything the library uses. */
#define STORE_FAILED (SG_ERR_MINIMUM - 1)

typedef struct {
  KontorSignalRecord kind;
  char              *name;
  guint32            number;
  GBytes            *record;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->record, g_bytes_unref);
  g_free (change->name);
  g_free (change);
}

static const Change *
find_change (KontorSignal *self, KontorSignalRecord kind, const char *name, guint32 number)
{
  for (guint i = self->staged->len; i > 0; i--)
    {
      const Change *change = self->staged->pdata[i - 1];

      if (change->kind == kind && change->number == number && g_str_equal (change->name, name))
        return change;
    }

  return NULL;
}

gboolean
kontor_signal_load (KontorSignal *self, KontorSignalRecord kind, const char *name, guint32 number,
                    GBytes **record, GError **error)
{
  const Change *change = find_change (self, kind, name, number);

  *record = NULL;
  if (change == NULL)
    return self->store.load (self->store.data, kind, name, number, record, error);
  if (change->record != NULL)
    *record = g_bytes_ref (change->record);

  return TRUE;
}

void
kontor_signal_stage (KontorSignal *self, KontorSignalRecord kind, const char *name, guint32 number,
                     GBytes *record)
{
  Change *change = g_new (Change, 1);

  *change = (Change) { kind, g_strdup (name), number, record != NULL ? g_bytes_ref (record)
                                                                     : NULL };
  g_ptr_array_add (self->staged, change);
}

/* 1 with a record, 0 without, below zero when the store failed. */
static int
give_record (KontorSignal *self, KontorSignalRecord kind, const char *name, guint32 number,
             signal_buffer **buffer)
{
  g_autoptr(GBytes) record = NULL;

  g_clear_error (&self->trouble);
  if (!kontor_signal_load (self, kind, name, number, &record, &self->trouble))
    return STORE_FAILED;
  if (record == NULL)
    return 0;
  *buffer = kontor_signal_make_buffer (record);

  return *buffer != NULL ? 1 : SG_ERR_NOMEM;
}

static int
take_record (KontorSignal *self, KontorSignalRecord kind, const char *name, guint32 number,
             const uint8_t *bytes, size_t size)
{
  g_autoptr(GBytes) record = g_bytes_new (bytes, size);

  kontor_signal_stage (self, kind, name, number, record);

  return 0;
}

static int
load_session (signal_buffer **record, signal_buffer **user_record,
              const signal_protocol_address *address, void *data)
{
  return give_record (data, KONTOR_SIGNAL_SESSION, address->name, address->device_id, record);
}

static int
has_session (const signal_protocol_address *address, void *data)
{
  signal_buffer *record = NULL;
  int result = load_session (&record, NULL, address, data);

  signal_buffer_bzero_free (record);

  return result;
}

static int
store_session (const signal_protocol_address *address, uint8_t *bytes, size_t size,
               uint8_t *user_bytes, size_t user_size, void *data)
{
  return take_record (data, KONTOR_SIGNAL_SESSION, address->name, address->device_id, bytes, size);
}

static int
load_prekey (signal_buffer **record, uint32_t id, void *data)
{
  int result = give_record (data, KONTOR_SIGNAL_PREKEY, "", id, record);

  return result == 0 ? SG_ERR_INVALID_KEY_ID : MIN (result, SG_SUCCESS);
}

static int
remove_prekey (uint32_t id, void *data)
{
  kontor_signal_stage (data, KONTOR_SIGNAL_PREKEY, "", id, NULL);

  return 0;
}

static int
load_signed_prekey (signal_buffer **record, uint32_t id, void *data)
{
  int result = give_record (data, KONTOR_SIGNAL_SIGNED_PREKEY, "", id, record);

  return result == 0 ? SG_ERR_INVALID_KEY_ID : MIN (result, SG_SUCCESS);
}

static int
load_identity (signal_buffer **public_key, signal_buffer **private_key, void *data)
{
  KontorSignal *self = data;
  guint8 typed[TYPED_SIZE] = { KONTOR_KEY_TYPE };

  memcpy (typed + 1, self->identity.public_key, KONTOR_KEY_SIZE);
  *public_key = signal_buffer_create (typed, sizeof typed);
  *private_key = signal_buffer_create (self->identity.private_key, KONTOR_KEY_SIZE);

  return *public_key != NULL && *private_key != NULL ? 0 : SG_ERR_NOMEM;
}

static int
load_registration (void *data, uint32_t *registration_id)
{
  *registration_id = ((KontorSignal *) data)->registration_id;

  return 0;
}

static int
store_identity (const signal_protocol_address *address, uint8_t *bytes, size_t size, void *data)
{
  return take_record (data, KONTOR_SIGNAL_IDENTITY, address->name, address->device_id, bytes,
                      size);
}

static int
is_trusted (const signal_protocol_address *address, uint8_t *bytes, size_t size, void *data)
{
  signal_buffer *known = NULL;
  int result = give_record (data, KONTOR_SIGNAL_IDENTITY, address->name, address->device_id,
                            &known);

  if (result < 0)
    return result;
  if (result == 0)
    return 1;
  result = signal_buffer_len (known) == size &&
           CRYPTO_memcmp (signal_buffer_data (known), bytes, size) == 0;
  signal_buffer_free (known);

  return result;
}

/* A group and a user in it are one name: neither has a space. */
static char *
name_sender (const signal_protocol_sender_key_name *name)
{
  return g_strdup_printf ("%s %s", name->group_id, name->sender.name);
}

static int
load_sender_key (signal_buffer **record, signal_buffer **user_record,
                 const signal_protocol_sender_key_name *name, void *data)
{
  g_autofree char *sender = name_sender (name);

  return give_record (data, KONTOR_SIGNAL_SENDER_KEY, sender, name->sender.device_id, record);
}

static int
store_sender_key (const signal_protocol_sender_key_name *name, uint8_t *bytes, size_t size,
                  uint8_t *user_bytes, size_t user_size, void *data)
{
  g_autofree char *sender = name_sender (name);

  return take_record (data, KONTOR_SIGNAL_SENDER_KEY, sender, name->sender.device_id, bytes, size);
}

void
kontor_signal_bridge (KontorSignal *self)
{
  const signal_protocol_session_store sessions = {
    .load_session_func = load_session, .contains_session_func = has_session,
    .store_session_func = store_session, .user_data = self,
  };
  const signal_protocol_pre_key_store prekeys = {
    .load_pre_key = load_prekey, .remove_pre_key = remove_prekey, .user_data = self,
  };
  const signal_protocol_signed_pre_key_store signed_prekeys = {
    .load_signed_pre_key = load_signed_prekey, .user_data = self,
  };
  const signal_protocol_identity_key_store identities = {
    .get_identity_key_pair = load_identity, .get_local_registration_id = load_registration,
    .save_identity = store_identity, .is_trusted_identity = is_trusted, .user_data = self,
  };
  const signal_protocol_sender_key_store sender_keys = {
    .load_sender_key = load_sender_key, .store_sender_key = store_sender_key, .user_data = self,
  };

  self->staged = g_ptr_array_new_with_free_func (change_free);
  if (signal_protocol_store_context_create (&self->context, kontor_signal_context_get ()) < 0 ||
      signal_protocol_store_context_set_session_store (self->context, &sessions) < 0 ||
      signal_protocol_store_context_set_pre_key_store (self->context, &prekeys) < 0 ||
      signal_protocol_store_context_set_signed_pre_key_store (self->context,
                                                              &signed_prekeys) < 0 ||
      signal_protocol_store_context_set_identity_key_store (self->context, &identities) < 0 ||
      signal_protocol_store_context_set_sender_key_store (self->context, &sender_keys) < 0)
    g_error ("the Signal library does not start");
}

static gboolean
give_to_store (KontorSignal *self, GError **error)
{
  for (guint i = 0; i < self->staged->len; i++)
    {
      const Change *change = self->staged->pdata[i];

      if (!self->store.save (self->store.data, change->kind, change->name, change->number,
                             change->record, error))
        return FALSE;
    }

  return TRUE;
}

static KontorSignalOutcome
translate (int result)
{
  static const struct {
    int result;
    KontorSignalOutcome outcome;
  } words[] = {
    { SG_ERR_DUPLICATE_MESSAGE, KONTOR_SIGNAL_DUPLICATE },
    { SG_ERR_NO_SESSION, KONTOR_SIGNAL_NO_SESSION },
    { SG_ERR_INVALID_KEY, KONTOR_SIGNAL_INVALID_KEY },
    { SG_ERR_INVALID_KEY_ID, KONTOR_SIGNAL_INVALID_KEY_ID },
    { SG_ERR_INVALID_MAC, KONTOR_SIGNAL_BAD_MAC },
    { SG_ERR_INVALID_MESSAGE, KONTOR_SIGNAL_BAD_MAC },
    { SG_ERR_INVALID_PROTO_BUF, KONTOR_SIGNAL_MALFORMED },
    { SG_ERR_INVALID_VERSION, KONTOR_SIGNAL_MALFORMED },
    { SG_ERR_LEGACY_MESSAGE, KONTOR_SIGNAL_MALFORMED },
    { SG_ERR_UNTRUSTED_IDENTITY, KONTOR_SIGNAL_UNTRUSTED },
    { STORE_FAILED, KONTOR_SIGNAL_NOT_STORED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].result == result)
      return words[i].outcome;

  return KONTOR_SIGNAL_FAILED;
}

KontorSignalOutcome
kontor_signal_end (KontorSignal *self, int result, GError **error)
{
  gboolean stored = result < 0 || give_to_store (self, error);

  g_ptr_array_set_size (self->staged, 0);
  if (!stored)
    return KONTOR_SIGNAL_NOT_STORED;
  if (result >= 0)
    return KONTOR_SIGNAL_FINE;
  if (result == STORE_FAILED && self->trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->trouble));
      return KONTOR_SIGNAL_NOT_STORED;
    }

  return kontor_signal_outcome_fail (translate (result), error);
}

gboolean
kontor_signal_keep (KontorSignal *self, gboolean fine, GError **error)
{
  fine = fine && give_to_store (self, error);
  g_ptr_array_set_size (self->staged, 0);

  return fine;
}

signal_protocol_address
kontor_signal_name (const KontorSignalAddress *whom)
{
  return (signal_protocol_address) { whom->user, strlen (whom->user), (int32_t) whom->device };
}

session_record *
kontor_signal_open_session (KontorSignal *self, const KontorSignalAddress *whom, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  session_record *record = NULL;
  gsize size;
  const guint8 *data;

  if (!kontor_signal_load (self, KONTOR_SIGNAL_SESSION, whom->user, whom->device, &bytes, error) ||
      bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  if (session_record_deserialize (&record, data, size, kontor_signal_context_get ()) < 0)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "a stored session is broken");

  return record;
}
