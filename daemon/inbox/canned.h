/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canned.h — saved replies: their texts with the blanks filled in, and what is done with the
 * conversation when one is used. Says nothing by itself: a person sends what was filled. */
#pragma once

#include "journal/actor.h"
#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* (transfer full): the text of @reply ("CR1"). A blank that nothing is known for stays as it is
 * written, for the person to fill. */
char    *kontor_canned_fill  (KontorStore *store, const KontorActor *actor, gint64 conversation,
                              const char *reply, GError **error);
/* Does what @reply says besides: label, assignee, note, state, snooze, hand back; whole or not at
 * all. */
gboolean kontor_canned_apply (KontorStore *store, const KontorActor *actor, gint64 conversation,
                              const char *reply, GError **error);

G_END_DECLS
