/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change.h — what was said is said in other words, or taken back. Either is a message of its own
 * that names the first one: texts never change here. Only what a person or the assistant said on
 * our side is changed, on a line that can, while that line allows it. */
#pragma once

#include "inbox/messages.h"
#include "model/line.h"

G_BEGIN_DECLS

/* Whether @draft, if it is a change at all, may be said on a line of @pacing; it is then about the
 * message as it was first said. BAD_INPUT, NOT_FOUND or NOT_ALLOWED. */
gboolean kontor_change_aim (KontorStore *store, const KontorPacing *pacing, KontorDraft *draft,
                            GError **error);
/* Until when @said, or what it takes the place of, may be changed or taken back (@change); 0: it
 * may not. */
gint64   kontor_change_get_until_us (KontorStore *store, const KontorPacing *pacing,
                                     const KontorSaid *said, KontorChange change);

G_END_DECLS
