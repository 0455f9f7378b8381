/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session-case.h — a session with a server at its other end, a clock that is set, and what its
 * owner was told last. */
#pragma once

#include "base/clock.h"
#include "tests/protocol/noise-server.h"
#include "tests/protocol/vectors.h"

#define SECOND G_USEC_PER_SEC
#define START  ((gint64) 1790000000 * SECOND)
#define JID    "491510000000:12@s.whatsapp.net"

typedef struct {
  Server             server;
  KontorTransport    transport;
  KontorSession     *session;
  KontorSessionState state;       /* told last, with what follows */
  int                code;        /* -1: no cause */
  gint64             wait_us;
  char              *qr, *letters;
  guint              n_shown, n_changed, n_received;
  gboolean           cannot_keep;
} Case;

static inline void
on_moved (KontorSessionState state, const GError *cause, gint64 next_us, gpointer user_data)
{
  Case *c = user_data;

  c->state = state;
  c->code = cause != NULL ? cause->code : -1;
  c->wait_us = next_us != 0 ? next_us - kontor_clock_now_us () : 0;
  g_assert_true (cause == NULL || cause->domain == KONTOR_ERROR);
}

static inline void
on_shown (const char *qr, const char *letters, gpointer user_data)
{
  Case *c = user_data;

  g_free (c->qr);
  g_free (c->letters);
  c->qr = g_strdup (qr);
  c->letters = g_strdup (letters);
  c->n_shown++;
}

static inline gboolean
on_changed (const KontorCredentials *credentials, gpointer user_data)
{
  Case *c = user_data;

  c->n_changed++;

  return !c->cannot_keep;
}

static inline void
on_received (const KontorNode *node, gpointer user_data)
{
  Case *c = user_data;

  c->n_received++;
}

/* @data: the jid of a device that is linked; NULL: one that is not. */
static inline void
set_up (Case *c, gconstpointer data)
{
  static const KontorSessionEvents events = { on_moved, on_shown, on_changed, on_received };
  KontorSessionPlace place = { &c->transport, "ws://x/", "http://x/", NULL };
  g_autoptr(JsonNode) root = vectors_read ();
  JsonObject *adv = kontor_json_get_object (json_node_get_object (root), "adv");
  JsonObject *identity = kontor_json_get_object (adv, "identity");
  KontorCredentials *credentials = kontor_credentials_new ();
  KontorDeviceKeys keys = { .registration_id = 7, .signed_prekey_id = 1 };

  kontor_clock_set_us (START);
  server_start (&c->server, &c->transport);
  place.root = c->server.root.public_key;
  hex_read (kontor_json_get_text (identity, "private"), keys.identity.private_key);
  hex_read (kontor_json_get_text (identity, "public"), keys.identity.public_key);
  hex_read (kontor_json_get_text (adv, "secret"), credentials->adv_secret);
  kontor_credentials_set (&credentials->jid, data);
  c->session = kontor_session_new (&place, credentials, &keys, &events, c);
}

static inline void
tear_down (Case *c, gconstpointer data)
{
  kontor_session_free (c->session);
  g_clear_pointer (&c->server.payload, g_bytes_unref);
  g_free (c->qr);
  g_free (c->letters);
  kontor_clock_reset ();
}
