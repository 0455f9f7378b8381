/* SPDX-License-Identifier: GPL-3.0-or-later */
/* receive.h — the door of the inbox: what all lines brought in one turn of the main loop is kept in
 * one transaction, and only then are they told so. */
#pragma once

#include "channels/lines.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_RECEIVE (kontor_receive_get_type ())
G_DECLARE_FINAL_TYPE (KontorReceive, kontor_receive, KONTOR, RECEIVE, GObject)

KontorReceive *kontor_receive_new  (KontorStore *store);
/* Takes @batch (transfer full), which came in on @channel. */
void           kontor_receive_take (KontorReceive *self, KontorChannel *channel,
                                    KontorBatch *batch);

/* What to do with what lines say of themselves, inside the transaction that keeps the batch;
 * @channel: its id. One for each kind of notice; before anything comes in. */
typedef gboolean (*KontorReceiveNotice) (KontorStore *store, const char *channel,
                                         const KontorNotice *notice, GError **error);
void           kontor_receive_on   (KontorReceive *self, const char *kind,
                                    KontorReceiveNotice take);

G_END_DECLS
