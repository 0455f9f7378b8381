/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-keys.c — what others need to begin a session lies at the server: 812 one-time keys
 * at first, more when few are left, and a signed prekey that is renewed. A line goes active only
 * once its keys are there, so that nobody's first message finds none. What was sent without an
 * answer may have arrived, and some of it be given away: the server is asked how many it has, and
 * only where it has too few are the same keys sent once more. */
#define G_LOG_DOMAIN "channels"

#include "base/clock.h"
#include "channels/linked-device-inside.h"

/* Our own word that an upload was done once: what the server has left is then its business. */
#define BROUGHT  "brought"
/* The ids of those that were sent and nobody said arrived: the same go once more, and no others. */
#define BRINGING "bringing"

static GBytes *
load (KontorLinkedDevice *self, const char *kind)
{
  GBytes *record = NULL;

  kontor_linked_keys_load (self->keys, kind, "", 0, &record, NULL);

  return record;
}

static gboolean
was_brought (KontorLinkedDevice *self)
{
  g_autoptr(GBytes) mark = load (self, BROUGHT);

  return mark != NULL;
}

static gboolean
mark_brought (KontorLinkedDevice *self, GError **error)
{
  g_autoptr(GBytes) mark = g_bytes_new_static ("1", 1);

  return kontor_linked_keys_save (self->keys, BROUGHT, "", 0, mark, error) &&
         kontor_linked_keys_save (self->keys, BRINGING, "", 0, NULL, error) &&
         kontor_linked_flush (self, error);
}

static void
settle (KontorLinkedDevice *self)
{
  g_autoptr(GError) error = NULL;

  if (!mark_brought (self, &error))
    g_warning ("one-time keys cannot be marked as brought: %s", error->message);
}

static void
on_brought (const KontorNode *answer, const GError *error, gpointer data)
{
  KontorLinkedDevice *self = data;

  self->is_bringing = FALSE;
  if (error == NULL)
    settle (self);
  else
    g_message ("one-time keys did not reach WhatsApp: %s", error->message);
  kontor_session_go_active (self->session);
}

/* (transfer full): those that were sent before and not used since; empty: there are none. */
static GArray *
list_sent (KontorLinkedDevice *self, GError **error)
{
  g_autoptr(GBytes) record = load (self, BRINGING);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (record != NULL)
    g_array_append_vals (ids, g_bytes_get_data (record, NULL),
                         g_bytes_get_size (record) / sizeof (guint32));

  return kontor_signal_find_prekeys (self->signal, ids, error);
}

/* From here on nobody else is given one of these. */
static gboolean
keep_sent (KontorLinkedDevice *self, const GArray *prekeys, GError **error)
{
  g_autoptr(GByteArray) ids = g_byte_array_new ();
  g_autoptr(GBytes) record = NULL;

  for (guint i = 0; i < prekeys->len; i++)
    g_byte_array_append (ids, (const guint8 *) &g_array_index (prekeys, KontorPrekey, i).id,
                         sizeof (guint32));
  record = g_byte_array_free_to_bytes (g_steal_pointer (&ids));

  return kontor_linked_keys_save (self->keys, BRINGING, "", 0, record, error) &&
         kontor_signal_tell_prekeys (
           self->signal, g_array_index (prekeys, KontorPrekey, prekeys->len - 1).id, error) &&
         kontor_linked_flush (self, error);
}

/* (transfer full): what is to be uploaded; written here before it is told there. */
static GArray *
prepare (KontorLinkedDevice *self, guint missing, GError **error)
{
  g_autoptr(GArray) sent = list_sent (self, error), fresh = NULL;

  if (sent == NULL || sent->len > 0)
    return g_steal_pointer (&sent);
  fresh = kontor_signal_list_prekeys (self->signal, missing, error);

  return fresh != NULL && keep_sent (self, fresh, error) ? g_steal_pointer (&fresh) : NULL;
}

/* Where the server has enough, those that nobody said arrived did. */
static gboolean
are_enough (KontorLinkedDevice *self, guint missing, gint64 left)
{
  g_autoptr(GBytes) bringing = load (self, BRINGING);

  if (missing == 0 && left >= 0 && bringing != NULL)
    settle (self);

  return missing == 0;
}

void
kontor_linked_bring_keys (KontorLinkedDevice *self, gint64 left)
{
  guint missing = kontor_keys_count_missing (left, !was_brought (self));
  g_autoptr(GArray) prekeys = NULL;
  g_autoptr(KontorNode) upload = NULL;
  g_autoptr(GError) error = NULL;
  KontorSignedPrekey prekey;

  if (self->is_bringing || are_enough (self, missing, left))
    {
      kontor_session_go_active (self->session);
      return;
    }
  prekeys = prepare (self, missing, &error);
  if (prekeys == NULL || !kontor_signal_find_signed (self->signal, &prekey, &error))
    {
      g_warning ("one-time keys could not be made: %s", error->message);
      kontor_session_go_active (self->session);
      return;
    }
  upload = kontor_keys_write_upload (kontor_signal_get_registration_id (self->signal),
                                     kontor_signal_get_identity (self->signal)->public_key,
                                     &prekey, prekeys);
  self->is_bringing = TRUE;
  kontor_session_ask (self->session, upload, on_brought, self);
}

static void
on_rotated (const KontorNode *answer, const GError *error, gpointer data)
{
  if (error != NULL)
    g_warning ("the signed prekey at WhatsApp is an old one: %s", error->message);
}

/* The old one stays for what is under way, so it is written here before it is told there. */
static void
rotate (KontorLinkedDevice *self)
{
  g_autoptr(KontorNode) rotation = NULL;
  g_autoptr(GError) error = NULL;
  KontorSignedPrekey prekey;
  gint64 now_us = kontor_clock_now_us ();

  if (!kontor_signal_find_signed (self->signal, &prekey, NULL) ||
      now_us - prekey.made_at_us < KONTOR_KEYS_SIGNED_AGE_US)
    return;
  if (!kontor_signal_rotate (self->signal, now_us, &error) ||
      !kontor_signal_find_signed (self->signal, &prekey, &error) ||
      !kontor_linked_flush (self, &error))
    {
      g_warning ("the signed prekey could not be renewed: %s", error->message);
      return;
    }
  rotation = kontor_keys_write_rotation (&prekey);
  kontor_session_ask (self->session, rotation, on_rotated, self);
}

static void
on_counted (const KontorNode *answer, const GError *error, gpointer data)
{
  KontorLinkedDevice *self = data;

  if (kontor_session_get_state (self->session) != KONTOR_SESSION_ONLINE)
    return;
  kontor_linked_bring_keys (self, answer != NULL && error == NULL ? kontor_keys_read_count (answer)
                                                                  : -1);
  rotate (self);
}

void
kontor_linked_ask_count (KontorLinkedDevice *self)
{
  g_autoptr(KontorNode) question = kontor_keys_write_question ("count");

  kontor_session_ask (self->session, question, on_counted, self);
}
