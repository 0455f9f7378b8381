/* SPDX-License-Identifier: GPL-3.0-or-later */
/* booking-states.h — the states of a booking, as one table. No path can skip one: chat, app,
 * assistant, flow and import all go through the actions that stand in it. */
#pragma once

#include "journal/action.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_TOLD_NOBODY   = 0,
  KONTOR_TOLD_CUSTOMER = 1 << 0,
} KontorTold;

/* One permitted step: by @action, of those who have one of @roles; @told hears of it. */
typedef struct {
  const char  *from;
  const char  *action;
  const char  *to;
  KontorRoles  roles;
  KontorTold   told;
} KontorBookingStep;

/* Ended by a step without @from. */
const KontorBookingStep *kontor_booking_steps (void);

/* The step that @action takes from @state; NOT_ALLOWED with what is possible instead. */
const KontorBookingStep *kontor_booking_find_step (const char *state, const char *action,
                                                   GError **error);

/* Takes it, for the action's run: the booking as it is then, (transfer full). */
GVariant *kontor_booking_move (KontorStore *store, const KontorActor *actor, const char *id,
                               const char *action, const char *text, GError **error);

G_END_DECLS
