/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.h — all messages by their words. The index is written behind the messages, when idle; what
 * it has not seen yet is added before it is asked. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* (transfer full): of KontorSaid with a snippet, the latest first. The last word may be
 * unfinished. @after: (nullable): as *next gave it. */
GPtrArray *kontor_search_messages (KontorStore *store, const char *text, const char *after,
                                   guint limit, char **next, GError **error);
/* (transfer full): @text as the index is asked for it (message_words MATCH), which is brought up to
 * the newest message; the last word may be unfinished. BAD_INPUT: there is no word. */
char      *kontor_search_dup_match (KontorStore *store, const char *text, GError **error);
/* Brings the index up to the newest message, at most @limit at a time; *more: some are left. */
gboolean   kontor_search_catch_up (KontorStore *store, guint limit, gboolean *more, GError **error);

G_END_DECLS
