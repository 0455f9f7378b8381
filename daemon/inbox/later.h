/* SPDX-License-Identifier: GPL-3.0-or-later */
/* later.h — what people write now and is said at a time they choose. Until then it is a message in
 * state "scheduled" at that time, and an entry on the agenda; only then is it put on the outbox. */
#pragma once

#include "inbox/messages.h"
#include "journal/actor.h"

G_BEGIN_DECLS

#define KONTOR_LATER "later"

/* Inside a transaction: @draft is said at its due_at_us. 0 on error. */
gint64   kontor_later_put    (KontorStore *store, const KontorActor *actor, gint64 conversation,
                              const KontorDraft *draft, GError **error);
/* It is never said; NOT_ALLOWED once it is on its way. */
gboolean kontor_later_cancel (KontorStore *store, const KontorActor *actor, gint64 message,
                              GError **error);
/* KontorAgendaDo for KONTOR_LATER, @data: the store. Who holds the conversation is asked here, STOP
 * and the line's window by the outbox as for everything. What could not be said for half a day,
 * because the computer was off, is left to a person. */
gboolean kontor_later_say    (const char *subject, gpointer data, GError **error);

G_END_DECLS
