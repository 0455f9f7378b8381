/* SPDX-License-Identifier: GPL-3.0-or-later */
/* knowledge-table.h — the index of the passages; for knowledge.c alone.
 *
 * @match: a query of FTS5, of quoted words.
 */
#pragma once

#include "assistant/knowledge.h"

G_BEGIN_DECLS

/* (transfer full): of KontorPassage, by BM25 with title and question first; no scores yet. */
GPtrArray *kontor_knowledge_table_find  (KontorStore *store, const char *match, guint limit,
                                         GError **error);
/* How many passages stand; with @match, how many it finds. −1 on error. */
gint64     kontor_knowledge_table_count (KontorStore *store, const char *match, GError **error);
/* (transfer full): GStrv, the stems of the index that begin with @letter. */
char     **kontor_knowledge_table_stems (KontorStore *store, gunichar letter, GError **error);

G_END_DECLS
