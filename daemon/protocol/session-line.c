/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session-line.c — bytes in and out of a session: frames, the handshake, nodes. A node that is
 * too long is refused before its number is used up. */
#define G_LOG_DOMAIN "protocol"

#include "base/clock.h"
#include "protocol/crypt.h"
#include "protocol/node-codec.h"
#include "protocol/session-inside.h"

#define ASK_LIMIT_US   (60 * G_USEC_PER_SEC)
#define MAX_PLAIN_SIZE (KONTOR_FRAME_MAX_SIZE - KONTOR_GCM_TAG_SIZE)

void
kontor_session_close_line (KontorSession *self)
{
  if (self->line != NULL)
    self->transport.close (g_steal_pointer (&self->line));
  g_clear_pointer (&self->frames, kontor_frames_free);
  g_clear_pointer (&self->noise, kontor_noise_free);
}

static gboolean
send_frame (KontorSession *self, GBytes *frame, GError **error)
{
  g_autoptr(GBytes) framed = kontor_frame_write (frame, error);

  if (framed == NULL)
    return FALSE;
  self->transport.send (self->line, framed);

  return TRUE;
}

void
kontor_session_greet (KontorSession *self)
{
  g_autoptr(GBytes) start = kontor_frame_write_start (self->credentials->routing);
  g_autoptr(GBytes) hello = kontor_noise_hello (self->noise);

  self->transport.send (self->line, start);
  send_frame (self, hello, NULL);
}

/* The server's only frame of the handshake. */
static void
greet_back (KontorSession *self, GBytes *answer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) payload = NULL, finish = NULL;

  payload = self->credentials->jid != NULL
                ? kontor_payload_write_login (self->credentials, self->n_failures, &error)
                : kontor_payload_write_registration (&self->keys, self->credentials->revision);
  if (payload == NULL)
    {
      kontor_session_go (self, KONTOR_SESSION_STOPPED, error, 0);
      return;
    }
  finish = kontor_noise_finish (self->noise, answer, payload, kontor_clock_now_us (), &error);
  if (finish == NULL || !send_frame (self, finish, &error))
    kontor_session_break (self, error);
  else
    kontor_session_go (self, KONTOR_SESSION_SIGNING_IN, NULL, 0);
}

static void
log_in (KontorSession *self, const KontorNode *success)
{
  const char *lid = kontor_node_get (success, "lid");

  if (lid != NULL && g_strcmp0 (lid, self->credentials->lid) != 0)
    {
      kontor_credentials_set (&self->credentials->lid, lid);
      if (!kontor_session_keep (self))
        return;
    }
  kontor_session_go (self, KONTOR_SESSION_ONLINE, NULL, 0);
}

static void
hear (KontorSession *self, const KontorNode *node)
{
  g_auto(KontorEnding) ending = { 0 };

  if (kontor_ending_read (node, &ending))
    kontor_session_end (self, &ending);
  else if (kontor_asks_answer (self->asks, node))
    return;
  else if (self->state == KONTOR_SESSION_SIGNING_IN && kontor_node_is (node, "success") &&
           self->credentials->jid != NULL)
    log_in (self, node);
  else if (self->credentials->jid == NULL && kontor_session_hear_linking (self, node))
    return;
  else if (!kontor_session_hear_online (self, node))
    self->events.received (node, self->user_data);
}

/* What is authentic and yet no node is left out: the next may be one. */
static void
hear_sealed (KontorSession *self, GBytes *frame)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) plain = kontor_noise_open (self->noise, frame, &error);
  g_autoptr(KontorNode) node = NULL;

  if (plain == NULL)
    {
      kontor_session_break (self, error);
      return;
    }
  node = kontor_node_read (plain, &error);
  if (node == NULL)
    {
      g_warning ("a linked device was sent what it cannot read: %s", error->message);
      return;
    }
  hear (self, node);
}

/* Whoever hears may close the connection: its frames are gone then. */
static void
on_received (GBytes *bytes, gpointer user_data)
{
  KontorSession *self = user_data;
  gpointer line = self->line;
  g_autoptr(GError) error = NULL;

  if (!kontor_frames_feed (self->frames, bytes, &error))
    {
      kontor_session_break (self, error);
      return;
    }
  while (self->line == line && line != NULL)
    {
      g_autoptr(GBytes) frame = kontor_frames_next (self->frames);

      if (frame == NULL)
        return;
      if (kontor_noise_is_finished (self->noise))
        hear_sealed (self, frame);
      else if (self->state == KONTOR_SESSION_GREETING)
        greet_back (self, frame);
    }
}

static void
on_opened (gpointer user_data)
{
  kontor_session_go (user_data, KONTOR_SESSION_GREETING, NULL, 0);
}

static void
on_closed (const GError *error, gpointer user_data)
{
  kontor_session_break (user_data, error);
}

void
kontor_session_open_line (KontorSession *self)
{
  static const KontorSocketEvents events = { on_opened, on_received, on_closed };

  self->frames = kontor_frames_new ();
  self->noise = kontor_noise_new (&self->credentials->noise, self->root);
  self->line = self->transport.open (self->transport.data, self->url, &events, self);
}

gboolean
kontor_session_send (KontorSession *self, const KontorNode *node, GError **error)
{
  g_autoptr(GBytes) plain = NULL, sealed = NULL;

  if (self->line == NULL || !kontor_noise_is_finished (self->noise))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                   "There is no connection to WhatsApp now.");
      return FALSE;
    }
  plain = kontor_node_write (node);
  if (g_bytes_get_size (plain) > MAX_PLAIN_SIZE)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "This is too long for WhatsApp: %" G_GSIZE_FORMAT " bytes.",
                   g_bytes_get_size (plain));
      return FALSE;
    }
  sealed = kontor_noise_seal (self->noise, plain);

  return send_frame (self, sealed, error);
}

void
kontor_session_ask (KontorSession *self, KontorNode *iq, KontorAnswered answered, gpointer data)
{
  g_autoptr(GError) error = NULL;

  kontor_asks_add (self->asks, iq, ASK_LIMIT_US, answered, data);
  if (!kontor_session_send (self, iq, &error))
    kontor_asks_fail (self->asks, iq, error);
}
