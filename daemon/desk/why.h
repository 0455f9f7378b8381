/* SPDX-License-Identifier: GPL-3.0-or-later */
/* why.h — "why did it say that?": what is kept with each message that a turn says by itself.
 *
 *   {"message": 12, "station": "assistant", "rule": "…", "language": "en",
 *    "done": [{"action", "object", "result"}], "answer": {what the answerer found},
 *    "calls": [each ai-call it came from, with its cost]}
 */
#pragma once

#include "desk/desk.h"

G_BEGIN_DECLS

/* (transfer full): JSON. @rule: in words. @answer: (nullable): JSON of kontor_answer_find() or a
 * KontorThought. @done: (nullable): as kontor_done_since() gave it. @calls: (nullable): of char *,
 * the ids of ai-call. */
char *kontor_turn_dup_why (KontorTurn *turn, const char *rule, const char *answer,
                           GPtrArray *done, GPtrArray *calls);

G_END_DECLS
