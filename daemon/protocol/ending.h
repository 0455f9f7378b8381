/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ending.h — why the server ended a connection, and what is to be done: one table. A code that
 * is missing is a line in ending.c. Pure.
 *
 * Facts: whatsmeow (types/events, connectionevents.go), zapo-js 0.3.0 (protocol/stream.js),
 * Baileys 7.0.0-rc14 (Types/index.js). What the real server does after 409, 415 and 418 nobody
 * has written down.
 */
#pragma once

#include "model/error.h"
#include "protocol/node.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_CURE_AGAIN,     /* connect again, waiting longer each time */
  KONTOR_CURE_AT_ONCE,   /* as the server asked for */
  KONTOR_CURE_REFRESH,   /* learn the newest web version, then once more */
  KONTOR_CURE_LATER,     /* not before a time that the server said */
  KONTOR_CURE_PERSON,    /* never by itself: a person must do something */
  KONTOR_CURE_LINK,      /* the link is gone: keys are of no use any more */
} KontorCure;

typedef struct {
  KontorCure cure;
  GError    *error;      /* what it means and what to do */
  gint64     wait_us;    /* LATER */
  gboolean   is_ban;     /* of the number, for a while or for good */
} KontorEnding;

/* FALSE where @node ends nothing. Else *ending: to be cleared. */
gboolean kontor_ending_read  (const KontorNode *node, KontorEnding *ending);
void     kontor_ending_clear (KontorEnding *ending);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KontorEnding, kontor_ending_clear)

G_END_DECLS
