/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer.h — the built-in answerer: says what the shop wrote down, or nothing.
 *
 * It never makes words of its own, never guesses between passages, and never answers what the
 * customer's own booking would have to answer. No network, no model. Sending is not its business.
 */
#pragma once

#include "assistant/knowledge.h"

G_BEGIN_DECLS

typedef struct {
  gboolean   speaks;
  GPtrArray *passages;  /* of KontorPassage: those to be said, in the order of the questions, at
                           most 3; when it does not speak, what was found, the best first */
  char      *why;       /* JSON: kept with the message that says it */
} KontorAnswer;

/* (transfer full). The text to be said is that of the passages as it stands. */
KontorAnswer *kontor_answer_find (KontorStore *store, const char *question, GError **error);
void          kontor_answer_free (KontorAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorAnswer, kontor_answer_free)

G_END_DECLS
