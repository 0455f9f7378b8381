/* SPDX-License-Identifier: GPL-3.0-or-later */
/* passages.h — what of the knowledge a model may read about a question. */
#pragma once

#include "assistant/knowledge.h"
#include "assistant/prompts.h"

G_BEGIN_DECLS

/* (transfer full): of KontorPassage, the best first, from the sources that @assistant may use.
 * Those that speak to a model instead of to people are left out; their ids, of char *, are added
 * to @left_out (nullable). */
GPtrArray *kontor_passages_find (KontorStore *store, const KontorAssistant *assistant,
                                 const char *question, GPtrArray *left_out, GError **error);

G_END_DECLS
