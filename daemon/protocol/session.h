/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session.h — one linked device's connection: handshake, linking or login, keepalive, and
 * connecting again as the server's last word allows. A table of states.
 *
 * It keeps nothing: what must be kept is handed over (`changed`) before the server is told. It
 * decrypts no message and sends none of its own accord; what is not about the connection goes to
 * `received`. The owner gives it a place to connect to, keys and events, and outlives it.
 */
#pragma once

#include "protocol/asks.h"
#include "protocol/payload.h"
#include "protocol/transport.h"

G_BEGIN_DECLS

typedef struct _KontorSession KontorSession;

typedef enum {
  KONTOR_SESSION_OFF,         /* as the owner wants */
  KONTOR_SESSION_CONNECTING,  /* to the socket */
  KONTOR_SESSION_GREETING,    /* the server must show who it is */
  KONTOR_SESSION_SIGNING_IN,  /* and say who we are */
  KONTOR_SESSION_LINKING,     /* a code is shown */
  KONTOR_SESSION_LINKED,      /* the server will want a new connection */
  KONTOR_SESSION_ONLINE,
  KONTOR_SESSION_REFRESHING,  /* the web version was too old */
  KONTOR_SESSION_WAITING,     /* until it connects again by itself */
  KONTOR_SESSION_STOPPED,     /* until a person does something */
} KontorSessionState;

typedef struct {
  /* @cause: why it is not online, NULL where nothing is wrong; NOT_LINKED: its keys are of no use
   * any more. @next_us: when it connects again, 0: not by itself. */
  void     (*moved)    (KontorSessionState state, const GError *cause, gint64 next_us,
                        gpointer user_data);
  /* LINKING: what the QR code says now; or the letters to type, "ABCD-EFGH". */
  void     (*shown)    (const char *qr, const char *letters, gpointer user_data);
  /* FALSE: they could not be kept. Then the device is not linked. */
  gboolean (*changed)  (const KontorCredentials *credentials, gpointer user_data);
  /* In the order of the server; every node but answers to asks and what is the session's own. */
  void     (*received) (const KontorNode *node, gpointer user_data);
} KontorSessionEvents;

typedef struct {
  const KontorTransport *transport;
  const char            *url, *page;    /* of the socket; of the web version */
  const guint8          *root;          /* of the certificates; KONTOR_KEY_SIZE bytes */
} KontorSessionPlace;

/* WhatsApp's. Lent for good. */
const KontorSessionPlace *kontor_session_get_whatsapp (void);

/* @credentials: taken. @keys and @events are copied, the texts of @place too. OFF. */
KontorSession      *kontor_session_new       (const KontorSessionPlace *place,
                                              KontorCredentials *credentials,
                                              const KontorDeviceKeys *keys,
                                              const KontorSessionEvents *events,
                                              gpointer user_data);
/* Not from within an event. */
void                kontor_session_free      (KontorSession *self);

/* Connects, now; also where it waits or stopped. Links the device where it was not linked. */
void                kontor_session_start     (KontorSession *self);
void                kontor_session_stop      (KontorSession *self);
/* The network is back, or the computer slept: what waits for trouble to pass connects now, and a
 * connection that stands is asked whether it does. What the server told to wait waits. */
void                kontor_session_wake      (KontorSession *self);
/* LINKING: by letters that @phone's owner types, besides the QR code. Those before are of no use
 * any more. BAD_INPUT: no phone number; TRY_LATER: not yet LINKING. */
gboolean            kontor_session_link_by_letters (KontorSession *self, const char *phone,
                                                    GError **error);
/* ONLINE: the owner's keys are on the server, messages may come. */
void                kontor_session_go_active (KontorSession *self);
/* Removes the device from the account: STOPPED with NOT_LINKED, whatever the server says. */
void                kontor_session_log_out   (KontorSession *self);

/* Sends @node; FALSE and TRY_LATER where there is no connection, BAD_INPUT where it is too long. */
gboolean            kontor_session_send      (KontorSession *self, const KontorNode *node,
                                              GError **error);
/* Asks @iq, which gets an id. Told once, also where it cannot be asked (then from within). */
void                kontor_session_ask       (KontorSession *self, KontorNode *iq,
                                              KontorAnswered answered, gpointer data);

KontorSessionState       kontor_session_get_state       (KontorSession *self);
/* WAITING or STOPPED: because the server banned the number, for a while or for good. */
gboolean                 kontor_session_is_banned       (KontorSession *self);
/* Lent until the next `changed`. */
const KontorCredentials *kontor_session_get_credentials (KontorSession *self);

/* For tests of the table. */
gboolean                 kontor_session_may_go          (KontorSessionState from,
                                                         KontorSessionState to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSession, kontor_session_free)

G_END_DECLS
