/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turns.h — messages that came in and are neither answered nor left to people. One that is new is
 * for the desk; one that waits was there and is answered later, with what else the customer writes
 * until then. Never says what the answer is. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* On the agenda under this name, with the id of the conversation: all that waits there is to be
 * answered. */
#define KONTOR_TURNS_ANSWER "answer"

/* The new ones after @after (0: all), the oldest first, @limit at most: gint64. */
GArray  *kontor_turns_pending (KontorStore *store, gint64 after, guint limit, GError **error);
gboolean kontor_turns_settle  (KontorStore *store, gint64 message, GError **error);

/* From now on it waits, and all that waits in the conversation does until then. */
gboolean kontor_turns_wait    (KontorStore *store, gint64 conversation, gint64 message,
                               gint64 until_us, GError **error);
/* What waits in the conversation, of messages before @before (G_MAXINT64: of all), is answered at
 * once, or looked at again. */
gboolean kontor_turns_hurry   (KontorStore *store, gint64 conversation, gint64 before,
                               GError **error);
/* The same wherever anything waits: whatever was under way is not any more. */
gboolean kontor_turns_hurry_all (KontorStore *store, GError **error);
/* When the first came in of what is not answered in the conversation; G_MAXINT64 where all is, and
 * on error. */
gint64   kontor_turns_get_first_us (KontorStore *store, gint64 conversation);
/* *last: (out): the latest message that waits in the conversation, up to @last_of (0: of all); 0
 * where none does, or where the desk has not seen the latest yet. *text: (out) (transfer full)
 * (nullable): of all that wait, as lines of one text. */
gboolean kontor_turns_get_waiting (KontorStore *store, gint64 conversation,
                                   gint64 last_of, gint64 *last, char **text, GError **error);
/* All that wait in the conversation up to the message @last. */
gboolean kontor_turns_settle_waiting (KontorStore *store, gint64 conversation, gint64 last,
                                      GError **error);
/* Whether anything came in after the message @last; −1 on error. */
int      kontor_turns_has_after (KontorStore *store, gint64 conversation, gint64 last,
                                 GError **error);

G_END_DECLS
