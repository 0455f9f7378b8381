/* SPDX-License-Identifier: GPL-3.0-or-later */
/* linked-device-table.h — the keys and sessions of one linked device, sealed in the store: the one
 * thing that is stored for a channel.
 *
 * What changes stands in memory first and is seen by whoever reads. It is taken as one set of
 * changes and written inside of the transaction that keeps what made it: a message that was
 * decrypted, with the step of the ratchet that decrypted it. When the transaction stands, the
 * memory lets go of it; when it does not, the memory forgets all, and the store is the truth again.
 * A set of changes that was made upon one that was never kept is refused, so no message can take
 * another's step with it.
 *
 * What an operation changed is taken before the main loop goes on. Records besides Signal's have
 * kinds of the channel's own, in kebab-case.
 */
#pragma once

#include "protocol/signal-store.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _KontorLinkedKeys    KontorLinkedKeys;
typedef struct _KontorLinkedChanges KontorLinkedChanges;

/* @channel: the record's id, as "CH1". @store outlives it. */
KontorLinkedKeys        *kontor_linked_keys_new       (KontorStore *store, const char *channel);
void                     kontor_linked_keys_free      (KontorLinkedKeys *self);

/* For kontor_signal_new (); lent. */
const KontorSignalStore *kontor_linked_keys_get_store (KontorLinkedKeys *self);

/* *record: (transfer full), NULL without error where there is none */
gboolean kontor_linked_keys_load  (KontorLinkedKeys *self, const char *kind, const char *name,
                                   guint32 number, GBytes **record, GError **error);
/* @record: (nullable): NULL forgets it */
gboolean kontor_linked_keys_save  (KontorLinkedKeys *self, const char *kind, const char *name,
                                   guint32 number, GBytes *record, GError **error);
/* (transfer full): guint32, ascending */
GArray  *kontor_linked_keys_list  (KontorLinkedKeys *self, const char *kind, const char *name,
                                   GError **error);

/* (transfer full): what changed since the last time; may be nothing. Write it, then settle it. */
KontorLinkedChanges *kontor_linked_keys_take (KontorLinkedKeys *self);
/* Inside of a transaction. TRY_LATER: it stands upon changes that were not kept. */
gboolean kontor_linked_changes_write (KontorLinkedChanges *changes, KontorStore *store,
                                      GError **error);
/* @changes: (transfer full). @kept: whether the transaction stands */
void     kontor_linked_keys_settle   (KontorLinkedKeys *self, KontorLinkedChanges *changes,
                                      gboolean kept);

/* Takes, writes and settles in a transaction of its own: before anything made with a key leaves. */
gboolean kontor_linked_keys_flush (KontorLinkedKeys *self, GError **error);
/* Forgets everything: the device was unlinked. */
gboolean kontor_linked_keys_wipe  (KontorLinkedKeys *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorLinkedKeys, kontor_linked_keys_free)

G_END_DECLS
