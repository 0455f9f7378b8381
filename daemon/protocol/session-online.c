/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session-online.c — facts: a keepalive every 20 to 30 seconds with ten for its answer, and
 * after three minutes without one a new connection (whatsmeow keepalive.go); `ib` tells routing,
 * what waits, and what changed meanwhile (Baileys Socket/socket.js). */
#define G_LOG_DOMAIN "protocol"

#include "base/alarm.h"
#include "base/clock.h"
#include "protocol/jid.h"
#include "protocol/session-inside.h"

#define KEEPALIVE_MIN_US   (20 * G_USEC_PER_SEC)
#define KEEPALIVE_MORE_US  (10 * G_USEC_PER_SEC)
#define KEEPALIVE_LIMIT_US (10 * G_USEC_PER_SEC)
#define SILENCE_LIMIT_US   ((gint64) 180 * G_USEC_PER_SEC)
#define BATCH              "100"

static void
set_keepalive (KontorSession *self, KontorAlarmFunc func)
{
  self->keepalive = kontor_alarm_set (
      KEEPALIVE_MIN_US + (gint64) (g_random_double () * KEEPALIVE_MORE_US), func, self);
}

static void on_keepalive (gpointer data);

static void
on_alive (const KontorNode *answer, const GError *error, gpointer data)
{
  KontorSession *self = data;

  if (self->state != KONTOR_SESSION_ONLINE)
    return;
  if (answer != NULL)
    self->heard_us = kontor_clock_now_us ();
  if (kontor_clock_now_us () - self->heard_us > SILENCE_LIMIT_US)
    kontor_session_break (self, error);
  else
    set_keepalive (self, on_keepalive);
}

static void
on_keepalive (gpointer data)
{
  KontorSession *self = data;
  g_autoptr(KontorNode) iq = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "get",
                                              "xmlns", "w:p", NULL);

  self->keepalive = 0;
  kontor_node_add (iq, kontor_node_new ("ping", NULL));
  kontor_asks_add (self->asks, iq, KEEPALIVE_LIMIT_US, on_alive, self);
  kontor_session_send (self, iq, NULL);
}

void
kontor_session_enter_online (KontorSession *self)
{
  self->heard_us = kontor_clock_now_us ();
  set_keepalive (self, on_keepalive);
}

/* As if it had been silent for long: one that does not answer now is gone. */
void
kontor_session_prove_online (KontorSession *self)
{
  gboolean is_asking = self->keepalive == 0;

  self->heard_us = kontor_clock_now_us () - SILENCE_LIMIT_US;
  kontor_alarm_clear (&self->keepalive);
  if (!is_asking)
    on_keepalive (self);
}

void
kontor_session_leave_online (KontorSession *self)
{
  kontor_alarm_clear (&self->keepalive);
}

/* What is asked for its effect alone: the next login asks again. */
static void
on_done (const KontorNode *answer, const GError *error, gpointer data)
{
  if (error != NULL)
    g_debug ("%s", error->message);
}

static void
hear_ib (KontorSession *self, const KontorNode *child)
{
  GBytes *routing = kontor_node_get_bytes (kontor_node_find (child, "routing_info"));
  g_autoptr(KontorNode) answer = NULL;

  if (kontor_node_is (child, "offline_preview"))
    {
      answer = kontor_node_new ("ib", NULL);
      kontor_node_add (answer, kontor_node_new ("offline_batch", "count", BATCH, NULL));
      kontor_session_send (self, answer, NULL);
    }
  else if (kontor_node_is (child, "edge_routing") && routing != NULL)
    {
      if (self->credentials->routing != NULL && g_bytes_equal (routing, self->credentials->routing))
        return;
      g_clear_pointer (&self->credentials->routing, g_bytes_unref);
      self->credentials->routing = g_bytes_ref (routing);
      kontor_session_keep (self);
    }
  else if (kontor_node_is (child, "dirty"))
    {
      answer = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "set", "xmlns",
                                "urn:xmpp:whatsapp:dirty", NULL);
      kontor_node_add (answer, kontor_node_new ("clean", "type", kontor_node_get (child, "type"),
                                                "timestamp",
                                                kontor_node_get (child, "timestamp"), NULL));
      kontor_session_ask (self, answer, on_done, NULL);
    }
}

gboolean
kontor_session_hear_online (KontorSession *self, const KontorNode *node)
{
  g_autoptr(KontorNode) pong = NULL;

  if (kontor_node_is (node, "iq") && kontor_node_has (node, "xmlns", "urn:xmpp:ping"))
    {
      pong = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "result", "id",
                              kontor_node_get (node, "id"), NULL);
      kontor_session_send (self, pong, NULL);
      return TRUE;
    }
  for (guint i = 0; kontor_node_is (node, "ib") && i < kontor_node_get_length (node); i++)
    hear_ib (self, kontor_node_get_nth (node, i));

  return FALSE;
}

void
kontor_session_go_active (KontorSession *self)
{
  g_autoptr(KontorNode) iq = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "set",
                                              "xmlns", "passive", NULL);

  kontor_node_add (iq, kontor_node_new ("active", NULL));
  kontor_session_ask (self, iq, on_done, NULL);
}

static void
stop_logged_out (KontorSession *self)
{
  g_autoptr(GError) error = g_error_new (KONTOR_ERROR, KONTOR_ERROR_NOT_LINKED,
                                         "The device was logged out here. Link it again to "
                                         "use it.");

  if (self->state != KONTOR_SESSION_STOPPED && self->state != KONTOR_SESSION_OFF)
    kontor_session_go (self, KONTOR_SESSION_STOPPED, error, 0);
}

static void
on_logged_out (const KontorNode *answer, const GError *error, gpointer data)
{
  stop_logged_out (data);
}

void
kontor_session_log_out (KontorSession *self)
{
  g_autoptr(KontorNode) iq = kontor_node_new ("iq", "to", KONTOR_JID_SERVER, "type", "set",
                                              "xmlns", "md", NULL);

  if (self->state != KONTOR_SESSION_ONLINE)
    {
      stop_logged_out (self);
      return;
    }
  kontor_node_add (iq, kontor_node_new ("remove-companion-device", "jid", self->credentials->jid,
                                        "reason", "user_initiated", NULL));
  kontor_session_ask (self, iq, on_logged_out, self);
}
