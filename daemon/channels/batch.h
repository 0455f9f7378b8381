/* SPDX-License-Identifier: GPL-3.0-or-later */
/* batch.h — what a line hands over at once: kept whole, or not at all. */
#pragma once

#include "model/message.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * KontorBatch:
 * @messages: of KontorMessage, in the order in which they arrived
 * @own: of KontorMessage: what the owner said on another device, the phone
 * @receipts: of KontorReceipt
 * @notices: of KontorNotice: what the line says of itself
 * @renamed: of KontorPerson: who is called otherwise now; `was` has the name before
 * @write: (nullable): a write of the line's own, run inside the same transaction
 * @kept: (nullable): called once: TRUE after the commit, and only then may the line be told
 *   "got it"; FALSE when nothing was kept
 */
typedef struct {
  GPtrArray *messages;
  GPtrArray *own;
  GPtrArray *receipts;
  GPtrArray *notices;
  GPtrArray *renamed;
  gboolean (*write) (KontorStore *store, gpointer data, GError **error);
  void     (*kept)  (gboolean kept, gpointer data);
  gpointer   data;
} KontorBatch;

KontorBatch *kontor_batch_new  (void);
void         kontor_batch_free (KontorBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorBatch, kontor_batch_free)

G_END_DECLS
