/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asks.h — what was asked of the server (an iq) and is not answered yet, each with a deadline.
 * It sends nothing; one for each connection's life, or longer.
 */
#pragma once

#include "model/error.h"
#include "protocol/node.h"

G_BEGIN_DECLS

typedef struct _KontorAsks KontorAsks;

/* Exactly once for each ask. @answer: lent; NULL where none came. @error: NULL where the server
 * says "result". An answer of type "error" comes with both: NOT_ALLOWED (401, 403, 405),
 * NOT_FOUND (404, 406, 410), TRY_LATER (408, 429 and from 500 on), else BAD_INPUT. Without one:
 * UNKNOWN where something was to be set, else TRY_LATER. */
typedef void (*KontorAnswered) (const KontorNode *answer, const GError *error, gpointer data);

KontorAsks *kontor_asks_new    (void);
/* Nobody is told any more. */
void        kontor_asks_free   (KontorAsks *self);

/* Gives @iq an id and remembers it. */
void        kontor_asks_add    (KontorAsks *self, KontorNode *iq, gint64 limit_us,
                                KontorAnswered answered, gpointer data);
/* FALSE where @node answers nothing that is still waited for. */
gboolean    kontor_asks_answer (KontorAsks *self, const KontorNode *node);
/* @iq could not be sent: who asked it is told so. */
void        kontor_asks_fail   (KontorAsks *self, const KontorNode *iq, const GError *error);
/* The connection is gone: everybody who waits is told. */
void        kontor_asks_give_up (KontorAsks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorAsks, kontor_asks_free)

G_END_DECLS
