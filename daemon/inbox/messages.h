/* SPDX-License-Identifier: GPL-3.0-or-later */
/* messages.h — what was said. Rows are added and their state moves forward; texts never change. */
#pragma once

#include "model/message.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  gint64   id;
  gint64   conversation;
  gint64   at_us;
  char    *direction;   /* "in", "out" or "note" */
  char    *kind;
  char    *state;
  char    *author;      /* "contact", "assistant", "teammate:TM1" or "system" */
  gboolean automatic;
  char    *text;        /* (nullable) */
  char    *reason;      /* (nullable): why it failed */
  char    *why;         /* (nullable): JSON, what an automatic one was said from */
  char    *snippet;     /* (nullable): of a search, the hit between ‹ and › */
} KontorSaid;

void        kontor_said_free (KontorSaid *self);

/* Stores @message, which came in on @channel ("CH1"), with its contact and conversation, and fills
 * in their ids. Storing the same one again is no error: *fresh is then FALSE. Call inside a
 * transaction. */
gboolean    kontor_messages_take_in (KontorStore *store, const char *channel,
                                     KontorMessage *message, gboolean *fresh, GError **error);
/* A row in direction "out" (state "queued") or "note" (state "sent"). 0 on error. @why: (nullable)
 */
gint64      kontor_messages_add     (KontorStore *store, gint64 conversation, const char *direction,
                                     const char *author, gboolean automatic, const char *text,
                                     const char *why, GError **error);
/* (transfer full); NOT_FOUND */
KontorSaid *kontor_messages_get     (KontorStore *store, gint64 id, GError **error);
/* (transfer full): of KontorSaid, the latest first, or @oldest_first. @after: (nullable). */
GPtrArray  *kontor_messages_query   (KontorStore *store, gint64 conversation, const char *after,
                                     guint limit, gboolean oldest_first, char **next,
                                     GError **error);
/* Forward only: a late "sent" does not undo "read". @external: (nullable): the line's id of it. */
gboolean    kontor_messages_set_state (KontorStore *store, gint64 id, const char *state,
                                       const char *reason, const char *external, GError **error);
/* What a line says became of a message of ours; one that is not known is no error. */
gboolean    kontor_messages_take_receipt (KontorStore *store, const char *channel,
                                          const KontorReceipt *receipt, GError **error);

/* Messages that came in and are neither answered nor left to people, the oldest first: gint64. */
GArray     *kontor_turns_pending    (KontorStore *store, GError **error);
gboolean    kontor_turns_settle     (KontorStore *store, gint64 message, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSaid, kontor_said_free)

G_END_DECLS
