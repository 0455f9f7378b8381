/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-keys.c — what others need to begin a session lies at the server: 812 one-time keys
 * at first, more when few are left, and a signed prekey that is renewed. A line goes active only
 * once its keys are there, so that nobody's first message finds none. */
#define G_LOG_DOMAIN "channels"

#include "base/clock.h"
#include "channels/linked-device-inside.h"

/* Our own word that an upload was done once: what the server has left is then its business. */
static gboolean
was_brought (KontorLinkedDevice *self)
{
  g_autoptr(GBytes) mark = NULL;

  return kontor_linked_keys_load (self->keys, "brought", "", 0, &mark, NULL) && mark != NULL;
}

static gboolean
mark_brought (KontorLinkedDevice *self, GError **error)
{
  g_autoptr(GBytes) mark = g_bytes_new_static ("1", 1);

  return kontor_linked_keys_save (self->keys, "brought", "", 0, mark, error) &&
         kontor_signal_tell_prekeys (self->signal, self->last_prekey, error) &&
         kontor_linked_flush (self, error);
}

static void
on_brought (const KontorNode *answer, const GError *error, gpointer data)
{
  KontorLinkedDevice *self = data;
  g_autoptr(GError) broken = NULL;

  if (error != NULL)
    g_message ("one-time keys did not reach WhatsApp: %s", error->message);
  else if (!mark_brought (self, &broken))
    g_warning ("one-time keys cannot be marked as brought: %s", broken->message);
  self->last_prekey = 0;
  kontor_session_go_active (self->session);
}

void
kontor_linked_bring_keys (KontorLinkedDevice *self, gint64 left)
{
  guint missing = kontor_keys_count_missing (left, !was_brought (self));
  g_autoptr(GArray) prekeys = NULL;
  g_autoptr(KontorNode) upload = NULL;
  g_autoptr(GError) error = NULL;
  KontorSignedPrekey prekey;

  if (missing == 0 || self->last_prekey != 0)
    {
      kontor_session_go_active (self->session);
      return;
    }
  prekeys = kontor_signal_list_prekeys (self->signal, missing, &error);
  if (prekeys == NULL || !kontor_signal_find_signed (self->signal, &prekey, &error) ||
      !kontor_linked_flush (self, &error))
    {
      g_warning ("one-time keys could not be made: %s", error->message);
      kontor_session_go_active (self->session);
      return;
    }
  upload = kontor_keys_write_upload (kontor_signal_get_registration_id (self->signal),
                                     kontor_signal_get_identity (self->signal)->public_key,
                                     &prekey, prekeys);
  self->last_prekey = g_array_index (prekeys, KontorPrekey, prekeys->len - 1).id;
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
  g_autoptr(KontorNode) question = NULL;

  if (!was_brought (self))
    {
      kontor_linked_bring_keys (self, 0);
      return;
    }
  question = kontor_keys_write_question ("count");
  kontor_session_ask (self->session, question, on_counted, self);
}
