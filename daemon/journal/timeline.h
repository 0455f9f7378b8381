/* SPDX-License-Identifier: GPL-3.0-or-later */
/* timeline.h — what happened to a contact or a booking, in words for people. */
#pragma once

#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Call inside the transaction of what is being told. @event is in the past tense, as "booked";
 * @text: (nullable). */
gboolean kontor_timeline_write (KontorStore *store, const KontorActor *actor,
                                const char *subject_kind, const char *subject,
                                const char *event, const char *text, GError **error);

/* What happened to @from happened to @into: the two turned out to be one. */
gboolean kontor_timeline_move  (KontorStore *store, const char *subject_kind, const char *from,
                                const char *into, GError **error);

G_END_DECLS
