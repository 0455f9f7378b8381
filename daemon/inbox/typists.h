/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typists.h — which contacts write just now, as their lines tell it. Nothing of it is stored: it is
 * over when they stop, with the message, and 25 seconds after the line's last word on it, which is
 * as long as WhatsApp shows "typing…". Who never wrote before has no conversation, and is nobody
 * here. Belongs to the house. */
#pragma once

#include "channels/lines.h"

G_BEGIN_DECLS

/* Signal: "changed" (int64): a conversation. */
#define KONTOR_TYPE_TYPISTS (kontor_typists_get_type ())
G_DECLARE_FINAL_TYPE (KontorTypists, kontor_typists, KONTOR, TYPISTS, GObject)

KontorTypists *kontor_typists_new  (KontorStore *store, KontorLines *lines);
/* What came in on @channel: who said something has written it. Lends @batch. */
void           kontor_typists_hear (KontorTypists *self, KontorChannel *channel,
                                    const KontorBatch *batch);
gboolean       kontor_typists_has  (KontorTypists *self, gint64 conversation);

G_END_DECLS
