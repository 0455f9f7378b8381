/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outbox-table.h — the rows of the outbox; for inbox/outbox.c alone. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  gint64   message;
  gint64   conversation;
  gint64   attempts;
  gboolean despite_stop;
  gboolean automatic;
  gboolean held;       /* a person holds the conversation */
  char    *state;      /* the message's */
  char    *text;
  char    *channel;
  char    *contact;
} KontorOutgoing;

void       kontor_outgoing_free   (KontorOutgoing *self);
/* (transfer full): of KontorOutgoing, what is due, in the order in which it was said. */
GPtrArray *kontor_outbox_due      (KontorStore *store, gint64 now_us, GError **error);
gboolean   kontor_outbox_insert   (KontorStore *store, gint64 message, gint64 due_at_us,
                                   gboolean despite_stop, GError **error);
gboolean   kontor_outbox_put_off  (KontorStore *store, gint64 message, gint64 due_at_us,
                                   GError **error);
gboolean   kontor_outbox_delete   (KontorStore *store, gint64 message, GError **error);
/* (transfer full) (nullable): the phone of a contact, NULL without error when there is none. */
char      *kontor_outbox_dup_phone (KontorStore *store, const char *contact, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorOutgoing, kontor_outgoing_free)

G_END_DECLS
