/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drafts.h — where the assistant may only propose: what it would say waits for a person.
 *
 * Nothing is done in this mode without a person: where the answer would come with an action (a
 * booking's yes), all of the turn is taken back and it is left to people, with a note for them. */
#pragma once

#include "assistant/talk.h"
#include "desk/desk.h"

G_BEGIN_DECLS

/* Keeps what would be said to the turn's message as a draft, or leaves it to people. */
gboolean kontor_drafts_propose (KontorTurn *turn, const KontorTalk *talk, GError **error);
/* A person does not want it. The dialogue that it belonged to is over: the customer never saw what
 * it asked. */
gboolean kontor_drafts_discard (KontorStore *store, const KontorActor *actor, gint64 message,
                                GError **error);

G_END_DECLS
