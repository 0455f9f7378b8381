/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drafts.h — what the assistant would say and a person does not want said. */
#pragma once

#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The dialogue that it belonged to is over: the customer never saw what it asked. */
gboolean kontor_drafts_discard (KontorStore *store, const KontorActor *actor, gint64 message,
                                GError **error);

G_END_DECLS
