/* SPDX-License-Identifier: GPL-3.0-or-later */
/* socket.h — a WebSocket (RFC 6455) to a server, for bytes. It knows nothing of what they mean and
 * never connects again by itself.
 */
#pragma once

#include "model/error.h"

G_BEGIN_DECLS

typedef struct _KontorSocket KontorSocket;

/* What happens on it; none of these is called from within a call of the functions below. */
typedef struct {
  void (*opened)   (gpointer user_data);
  /* One message, lent. */
  void (*received) (GBytes *bytes, gpointer user_data);
  /* Could not be opened, or is no more: TRY_LATER, or BAD_INPUT for what breaks the protocol. The
   * last that is heard; the socket is still to be closed. @error is lent. */
  void (*closed)   (const GError *error, gpointer user_data);
} KontorSocketEvents;

/* Begins to connect to @url (ws or wss). @limit: bytes that one message may have. @events are
 * copied; @user_data is lent until the socket is closed. */
KontorSocket *kontor_socket_open  (const char *url, const char *origin, gsize limit,
                                   const KontorSocketEvents *events, gpointer user_data);
/* Once it is opened. */
void          kontor_socket_send  (KontorSocket *self, GBytes *bytes);
/* What was sent before still goes; nothing is heard any more. Frees it. */
void          kontor_socket_close (KontorSocket *self);

G_END_DECLS
