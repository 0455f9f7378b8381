/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trials.h — what is tried outlives the call that asked for it: it is told by signals to that
 * caller alone, and is cancelled when the caller goes away. For try.c, bench.c and learn.c. */
#pragma once

#include "assistant/rehearsal.h"
#include "bus/doors.h"

G_BEGIN_DECLS

/* One for each door of assistants; freed with it. */
typedef struct {
  KontorBusHouse *house;       /* lent: while the door stands open */
  GHashTable     *under_way;   /* name → KontorTrial, lent */
  guint           n;
} KontorTrials;

typedef struct {
  KontorTrials         *trials;
  KontorDBusAssistants *door;
  GDBusConnection      *connection;
  char                 *name;
  char                 *caller;
  guint                 watch;
  GCancellable         *cancellable;
} KontorTrial;

/* For whoever called @invocation. */
KontorTrial *kontor_trial_new     (KontorTrials *trials, KontorDBusAssistants *door,
                                   GDBusMethodInvocation *invocation);
void         kontor_trial_free    (KontorTrial *self);
/* Whether the house that it began in is still open. */
gboolean     kontor_trial_is_open (KontorTrial *self);
/* @values: floating: what follows the trial's name in the signal @signal. */
void         kontor_trial_tell    (KontorTrial *self, const char *signal, GVariant *values);

/* assistant, texts, versions and built-in. */
void         kontor_trial_read_side (GVariant *options, KontorSide *side);

/* Their parts of the door. */
void         kontor_door_try      (KontorDBusAssistants *door, KontorTrials *trials);
void         kontor_door_bench    (KontorDBusAssistants *door, KontorTrials *trials);
void         kontor_door_learn    (KontorDBusAssistants *door, KontorTrials *trials);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorTrial, kontor_trial_free)

G_END_DECLS
