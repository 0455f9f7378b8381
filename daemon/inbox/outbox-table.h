/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outbox-table.h — the rows of the outbox; for the inbox alone. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  gint64   message;
  gint64   conversation;
  gint64   attempts;
  gboolean despite_stop;
  gboolean automatic;
  gboolean held;           /* a person holds the conversation */
  gboolean silenced;       /* the assistant said it, and may not speak by itself any more */
  gint64   last_in_at_us;  /* when the contact wrote last */
  char    *state;          /* the message's */
  char    *kind;
  char    *channel;
  char    *contact;
} KontorOutgoing;

void       kontor_outgoing_free   (KontorOutgoing *self);
/* (transfer full): of KontorOutgoing, what is due on a line: of each conversation the first, in the
 * order in which they were said, behind message @after. What waits less than an hour holds up what
 * was said after it. */
GPtrArray *kontor_outbox_due      (KontorStore *store, const char *channel, gint64 now_us,
                                   gint64 after, guint limit, GError **error);
/* (transfer full): of KontorOutgoing, what was cut off while it was being sent, and what a receipt
 * spoke of in the meantime. */
GPtrArray *kontor_outbox_cut_off  (KontorStore *store, GError **error);
gboolean   kontor_outbox_insert   (KontorStore *store, gint64 message, gint64 due_at_us,
                                   gboolean despite_stop, GError **error);
gboolean   kontor_outbox_put_off  (KontorStore *store, gint64 message, gint64 due_at_us,
                                   GError **error);
gboolean   kontor_outbox_delete   (KontorStore *store, gint64 message, GError **error);
/* (transfer full): the ids of the lines that something is queued on. */
char     **kontor_outbox_lines    (KontorStore *store, GError **error);
/* (transfer full) (nullable): the line's id of the message that @message is about; NULL without
 * error: none. */
char      *kontor_outbox_dup_about (KontorStore *store, gint64 message, GError **error);
/* Whatever the clock says, the line refused: the contact's window is closed. */
gboolean   kontor_outbox_close_window (KontorStore *store, gint64 conversation, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorOutgoing, kontor_outgoing_free)

G_END_DECLS
