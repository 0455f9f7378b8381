/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session-inside.h — for the files of protocol/session alone: session.c moves between states,
 * session-line.c has the bytes, session-link.c shows codes and takes the proof, session-online.c
 * keeps alive what is connected. */
#pragma once

#include "protocol/ending.h"
#include "protocol/frame.h"
#include "protocol/link-code.h"
#include "protocol/noise.h"
#include "protocol/session.h"

G_BEGIN_DECLS

struct _KontorSession {
  KontorTransport      transport;
  char                *url, *page;
  guint8               root[KONTOR_KEY_SIZE];
  KontorCredentials   *credentials;
  KontorDeviceKeys     keys;
  KontorSessionEvents  events;
  gpointer             user_data;

  KontorSessionState   state;
  guint                alarm;        /* of the state: its limit, or when it goes on */
  guint                n_failures;   /* to connect, since it was online */
  gboolean             has_refreshed; /* since it was online */
  gboolean             must_wait;    /* WAITING: the server said for how long */
  gboolean             is_banned;    /* by the server's last word */

  gpointer             line;         /* NULL: no connection */
  KontorFrames        *frames;
  KontorNoise         *noise;
  KontorAsks          *asks;
  GCancellable        *fetching;

  GStrv                refs;         /* LINKING */
  guint                n_shown;
  KontorLinkCode      *letters;      /* NULL: by QR alone */
  gboolean             are_letters_known; /* to the server */

  guint                keepalive;    /* alarm */
  gint64               heard_us;     /* when a keepalive was answered */
};

/* The one place where the state changes. @cause: (nullable) @wait_us: WAITING: for how long. */
void kontor_session_go           (KontorSession *self, KontorSessionState state,
                                  const GError *cause, gint64 wait_us);
/* Closes the connection and goes where @ending says. */
void kontor_session_end          (KontorSession *self, const KontorEnding *ending);
/* The same for trouble that may pass: AGAIN. */
void kontor_session_break        (KontorSession *self, const GError *error);
/* FALSE, having gone elsewhere, where the credentials could not be kept. */
gboolean kontor_session_keep     (KontorSession *self);

/* session-line.c */
void     kontor_session_open_line  (KontorSession *self);
void     kontor_session_close_line (KontorSession *self);
void     kontor_session_greet      (KontorSession *self);

/* session-link.c; TRUE: the node was about linking. */
gboolean kontor_session_hear_linking (KontorSession *self, const KontorNode *node);
void     kontor_session_leave_linking (KontorSession *self);

/* session-online.c */
void     kontor_session_enter_online  (KontorSession *self);
void     kontor_session_leave_online  (KontorSession *self);
/* Asks whether the connection stands; one that does not answer is ended. */
void     kontor_session_prove_online  (KontorSession *self);
gboolean kontor_session_hear_online   (KontorSession *self, const KontorNode *node);

G_END_DECLS
