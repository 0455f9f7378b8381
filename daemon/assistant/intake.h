/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake.h — one file on its way into the knowledge, a few passages a step.
 *
 * It is one source: taken in again, it stands for what it said before. What it says as before stays
 * as it is, a passage under the same title and question is changed, so that what was answered from
 * it still leads to it, and what the file no longer has goes. None of it is seen before the last
 * step, and all of it after. Freed before that it has changed nothing that is seen, and what it
 * left is for kontor_intake_tidy().
 */
#pragma once

#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _KontorIntake KontorIntake;

/* @actor: lent; copied are its id and name
 * @passages: (transfer full): of a{sv}, as of kontor_knowledge_split() */
KontorIntake *kontor_intake_new      (KontorStore *store, const KontorActor *actor,
                                      const char *source, GPtrArray *passages);
void          kontor_intake_free     (KontorIntake *self);

/* One step: a few milliseconds, in a transaction of its own. FALSE: it failed. */
gboolean      kontor_intake_step     (KontorIntake *self, GError **error);
gboolean      kontor_intake_is_done  (KontorIntake *self);
/* Looks what would happen, and writes nothing. */
gboolean      kontor_intake_try      (KontorIntake *self, GError **error);

/* 0 to 1 */
double        kontor_intake_get_progress (KontorIntake *self);
/* (transfer full): of a{sv}, one for each passage of the file and each that goes: line (x),
 * outcome ("added", "changed", "skipped": stands as it is, or "removed"), id, reason. */
GPtrArray    *kontor_intake_dup_verdicts (KontorIntake *self);
/* (transfer full): a{sv}: added, changed, skipped and removed (x). */
GVariant     *kontor_intake_dup_counts   (KontorIntake *self);

/* Removes a little of what came in and does not stand, while no file is on its way. */
gboolean      kontor_intake_tidy     (KontorStore *store, gboolean *more, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorIntake, kontor_intake_free)

G_END_DECLS
