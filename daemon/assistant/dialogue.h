/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dialogue.h — what is being talked about: a booking, an order, an enquiry, a change or a
 * cancellation; what is known, what was asked, what a yes would mean. It stands in the database
 * between two messages.
 *
 *   (none) → collecting → confirming → (none)
 *              ↑___________|           a correction that leaves something open
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_DIALOGUE_NONE,
  KONTOR_DIALOGUE_COLLECTING,
  KONTOR_DIALOGUE_CONFIRMING,
  KONTOR_DIALOGUE_N_PHASES
} KontorDialoguePhase;

typedef enum {
  KONTOR_GOAL_BOOK,
  KONTOR_GOAL_CHANGE,
  KONTOR_GOAL_CANCEL,
  KONTOR_GOAL_ORDER,
  KONTOR_GOAL_CHANGE_ORDER,
  KONTOR_GOAL_CANCEL_ORDER,
  KONTOR_GOAL_ENQUIRE,
  KONTOR_N_GOALS
} KontorGoal;

/**
 * KontorDialogue:
 * @service: (nullable): its code, once it is known
 * @subject: (nullable): the booking or order to be changed or cancelled
 * @asked: (nullable): the field that was asked for last
 * @values: field → text: what the customer has said, as KontorExtract has it
 * @part: of the day, said without an hour, as KontorWhen has it
 * @misses: how often in a row nothing was understood
 * @question: (nullable): what a yes would be said to, where a model led to it: it counts only
 *   where the customer has read just that
 */
typedef struct {
  KontorDialoguePhase  phase;
  KontorGoal           goal;
  char                *service;
  char                *subject;
  char                *asked;
  GHashTable          *values;
  int                  part;
  int                  misses;
  char                *question;
} KontorDialogue;

gboolean        kontor_dialogue_may_go (KontorDialoguePhase from, KontorDialoguePhase to);

KontorDialogue *kontor_dialogue_new    (KontorGoal goal);
void            kontor_dialogue_free   (KontorDialogue *self);
/* (transfer full) (nullable): NULL without error when none is under way. One that rested for a day
 * is over: nobody means yesterday's question with today's "yes". */
KontorDialogue *kontor_dialogue_load   (KontorStore *store, gint64 conversation, GError **error);
/* Keeps it in the phase @to; KONTOR_DIALOGUE_NONE forgets it. Call inside the turn's transaction.
 */
gboolean        kontor_dialogue_go     (KontorDialogue *self, KontorStore *store,
                                        gint64 conversation, KontorDialoguePhase to,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorDialogue, kontor_dialogue_free)

G_END_DECLS
