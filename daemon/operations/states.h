/* SPDX-License-Identifier: GPL-3.0-or-later */
/* states.h — the states of what the business does for people, each kind's as one table. No path can
 * skip one: chat, app, assistant, flow and import all go through the actions that stand in it.
 *
 * To add a kind's: <kind>-states.c with a KontorStates named kontor_<kind>_states, declared here. A
 * step: its line in that table, and the action of its name.
 */
#pragma once

#include "journal/action.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_TOLD_NOBODY   = 0,
  KONTOR_TOLD_CUSTOMER = 1 << 0,
} KontorTold;

/* One permitted step: by @action, of those who have one of @roles; @told hears of it.
 * @event: (nullable): what the timeline calls it; NULL: the state it leads to */
typedef struct {
  const char  *from;
  const char  *action;
  const char  *to;
  KontorRoles  roles;
  KontorTold   told;
  const char  *event;
} KontorStep;

/**
 * KontorStates:
 * @kind: the record kind; it has "state", "contact" and "conversation"
 * @open: the states in which somebody still has something to do
 * @texts: (nullable): the group of texts by which customers hear of an event; NULL where no step
 *   is told
 * @steps: ended by a step without @from
 */
typedef struct {
  const char        *kind;
  const char *const *open;
  const char        *texts;
  const KontorStep  *steps;
} KontorStates;

extern const KontorStates kontor_booking_states;
extern const KontorStates kontor_order_states;
extern const KontorStates kontor_lead_states;

/* (nullable): the states of @kind */
const KontorStates *kontor_states_find (const char *kind);

/* The step that @action takes from @state; NOT_ALLOWED with what is possible instead. */
const KontorStep *kontor_states_find_step (const KontorStates *self, const char *state,
                                           const char *action, GError **error);

/* (transfer full): the records that are open, in the order of their kind. @contact: (nullable):
 * only that one's. @limit: 0: all */
GPtrArray *kontor_states_query_open (const KontorStates *self, KontorStore *store,
                                     const char *contact, guint limit, GError **error);

/* Takes the step, for the action's run: the record as it is then, (transfer full).
 * @changes: (nullable): a{sv} that is written with it. @text: (nullable), for the timeline */
GVariant *kontor_states_move (const KontorStates *self, KontorStore *store,
                              const KontorActor *actor, const char *id, const char *action,
                              GVariant *changes, const char *text, GError **error);

/* Writes the timelines of the record and of its contact, and lets those hear of it who are to be
 * told: a customer who did it is told by the reply itself. @text: (nullable) */
gboolean  kontor_states_tell (const KontorStates *self, KontorStore *store,
                              const KontorActor *actor, GVariant *record, const char *event,
                              const char *text, KontorTold told, GError **error);

G_END_DECLS
